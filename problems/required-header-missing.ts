import type { Problem, Step } from '../src/catalog/entry.ts';

export interface RequiredHeaderMissing {
  /** Name of the header that is missing. Always sent. */
  header: string;
  /** Name of the header that is missing. Documented, but ARCP 2.1.2 never sends it; read `header`. */
  missing_header?: string;
}

const fix = [
  {
    step: 'Log in with the header; choose any text that you can repeat.',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    note: 'The answer holds `access_token`.',
  },
  {
    step: 'Send the same value with every request of the session.',
    request: {
      method: 'GET',
      path: '/auth/session_status',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
    note: 'Another value, or none, leads to session-invalid.',
  },
] satisfies Step[];

export default {
  title: 'Required Header Missing',
  status: 400,
  category: 'input',
  summary: 'The login has a user name and a password, but no X-Client-Fingerprint header.',
  now: 'Add the X-Client-Fingerprint header to the login, with any text that you can repeat.',
  explanation: `
ARCP ties an admin session to the client that logged in. The client names itself in the \`X-Client-Fingerprint\` header,
so a login without it, or with an empty one, is refused. The value is yours to choose. Every later request of the session
has to carry the same one.

Only \`POST /auth/login\` answers with this type. A missing \`Authorization\` header leads to authentication-failed, or to
validation-failed on routes that declare it as required.`,
  fixedBy: 'client-developer',
  causes: {
    'login-request-carries-x': {
      cause: 'The login request carries no `X-Client-Fingerprint` header, or an empty one.',
      tell: '`header` is `X-Client-Fingerprint`.',
      fix: fix,
    },
  },
  answers: [
    { title: 'Required header missing' },
    {
      detail: 'X-Client-Fingerprint header is required',
      members: { header: 'X-Client-Fingerprint' },
      causes: ['login-request-carries-x'],
    },
  ],
  retry: { when: 'after-change', because: 'The login is refused until the header is there.' },
  example: {
    detail: 'X-Client-Fingerprint header is required',
    instance: '/auth/login',
    header: 'X-Client-Fingerprint',
  },
  samples: [
    {
      title: 'Log in with a fingerprint',
      lang: 'python',
      code: `
import uuid
import httpx

# ARCPClient sends the header by itself; your own HTTP client has to.
# Headers given here go with every request, so login and session stay together.
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
  throw new Error(\`The request lacks the header \${problem.header}.\`);
}`,
    },
  ],
  userMessage: 'Signing in failed because of a fault in this application.',
  operators: `
The client has to change; no setting makes the header optional. If a client does send it, look for a proxy that
removes it.`,
  endpoints: ['POST /auth/login'],
  clients: { login_admin: 'Never meets this type: ARCPClient sends `X-Client-Fingerprint` with every request.' },
  observed: {
    sent: 'yes',
    note: 'The title `Required header missing` belongs to a check that no route of 2.1.2 uses.',
    members: ['header'],
    undocumented: ['header'],
    differences: [
      { documented: 'The name of the header stands in `missing_header`.', actual: 'It stands in `header`.' },
      {
        documented: 'A missing `Authorization` header gives this type.',
        actual:
          'It gives authentication-failed (401), or validation-failed (422) on routes that declare it as required.',
      },
      {
        documented: 'The type has one title.',
        actual: 'The code has a second one, `Required header missing`, in a check that no route uses.',
      },
    ],
  },
  related: {
    'session-invalid': 'the login worked, but a later request lacks the fingerprint or has another one',
    'authentication-failed': 'the login was refused, or a request has no `Authorization` header',
    'validation-failed': 'a header that the model of a route requires is missing, or a field is wrong',
    'invalid-input': 'a field of the body is missing or too short',
  },
  aliases: ['REQUIRED_HEADER_MISSING', 'X-Client-Fingerprint header is required'],
} satisfies Problem<RequiredHeaderMissing>;
