import type { Problem } from '../src/catalog/entry.ts';

export interface RequiredHeaderMissing {
  /** Name of the missing header. Always sent by the routes of ARCP 2.1.2; absent when the idempotency check sends the type. */
  header?: string;
  /** Name of the missing header. Documented, but ARCP 2.1.2 never sends it; read `header`. */
  missing_header?: string;
}

export default {
  title: 'Required Header Missing',
  status: 400,
  category: 'input',
  summary: 'The login has a user name and a password, but no X-Client-Fingerprint header.',
  now: 'Add the X-Client-Fingerprint header to the login, with any text that you can repeat.',
  explanation: `
ARCP ties an admin session to the client that logged in. The client names itself in the \`X-Client-Fingerprint\` header, so a
login without the header, or with an empty one, is rejected. You choose the value. Every later request of the session
must send the same one.

Only \`POST /auth/login\` returns this type, before it checks the password. A missing \`Authorization\` header causes
authentication-failed, or validation-failed on routes that declare it as required.`,
  fixedBy: 'client-developer',
  causes: {
    'fingerprint-missing': {
      cause: 'The login request has no `X-Client-Fingerprint` header, or an empty one.',
      asked: ['fingerprint', 'cannot log in'],
      fix: [
        {
          step: 'Send the header with the login.',
          request: {
            method: 'POST',
            path: '/auth/login',
            headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
            body: { username: '<admin name>', password: '<admin password>' },
          },
          expect: 200,
          note: 'The response contains `access_token`. A login without the header counts as a failed one, and repeated failures cause rate-limit-exceeded.',
        },
        {
          step: 'Send the same value with every request of the session.',
          request: {
            method: 'GET',
            path: '/auth/session_status',
            headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
          },
          expect: 200,
          note: 'A different value, or none, causes session-invalid.',
        },
        {
          step: 'Let the proxy forward `X-Client-Fingerprint`.',
          when: 'for operators, if the client does send the header',
        },
      ],
    },
  },
  answers: [{ detail: '{header} header is required', causes: ['fingerprint-missing'] }],
  retry: { when: 'after-change', because: 'Every login without the header is rejected.' },
  example: {
    detail: 'X-Client-Fingerprint header is required',
    instance: '/auth/login',
    header: 'X-Client-Fingerprint',
  },
  documented: {
    detail: "Required header 'X-Client-Fingerprint' is missing",
    instance: '/auth/login',
    missing_header: 'X-Client-Fingerprint',
  },
  samples: [
    {
      title: 'Log in with a fingerprint',
      lang: 'python',
      code: `
import uuid
import httpx

# ARCPClient sends this header automatically. With your own HTTP client, set it once:
# headers given here are sent with every request, so login and session match.
headers = {"X-Client-Fingerprint": str(uuid.uuid4())}
with httpx.Client(base_url="http://localhost:8001", headers=headers) as client:
    response = client.post(
        "/auth/login",
        json={"username": "<admin name>", "password": "<admin password>"},
    )
    response.raise_for_status()
    client.headers["Authorization"] = f"Bearer {response.json()['access_token']}"
    print(client.get("/auth/session_status").json())`,
    },
    {
      title: 'Name the header that is missing',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, requiredHeaderMissing } from 'arcp-problems';

const response = await fetch('http://localhost:8001/auth/login', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': crypto.randomUUID() },
  body: JSON.stringify({ username: '<admin name>', password: '<admin password>' }),
});
const problem = await readProblem(response);
if (isProblem(problem, requiredHeaderMissing)) {
  throw new Error(\`The request has no \${problem.header ?? 'required'} header.\`);
}`,
    },
  ],
  userMessage: 'Signing in failed because of a problem in this application.',
  operators: `
If a client does send the header, a proxy probably removes it. Let the proxy forward it. No setting makes the header
optional.`,
  endpoints: ['POST /auth/login'],
  clients: { login_admin: 'Never receives this type: ARCPClient sends `X-Client-Fingerprint` with every request.' },
  observed: {
    sent: 'yes',
    note: 'The title `Required header missing` belongs to a check of the `Idempotency-Key` that no route of 2.1.2 uses.',
    members: ['header'],
    undocumented: ['header'],
    differences: [
      { documented: 'The name of the header is in `missing_header`.', actual: 'It is in `header`.' },
      {
        documented: 'A missing `Authorization` header has this type.',
        actual:
          'It has the type authentication-failed (401), or validation-failed (422) on routes that declare it as required.',
      },
      {
        documented: 'The type has one title.',
        actual: 'The code has a second one, `Required header missing`, in a check that no route uses.',
      },
    ],
  },
  related: {
    'session-invalid': 'the login succeeded, but a later request has no fingerprint or a different one',
    'authentication-failed': 'the login was rejected, or a request has no `Authorization` header',
    'validation-failed': 'a header that the model of a route requires is missing, or a field is wrong',
    'invalid-input': 'a field of the body is missing or too short',
  },
  aliases: ['REQUIRED_HEADER_MISSING', 'Required header missing'],
} satisfies Problem<RequiredHeaderMissing>;
