import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface PinIncorrect {}

const verifyPin: Step = {
  step: 'Verify the correct PIN, after the wait in `Retry-After` if the last response had one.',
  when: 'if you know the PIN',
  request: {
    method: 'POST',
    path: '/auth/verify_pin',
    headers: {
      Authorization: 'Bearer <admin token>',
      'X-Client-Fingerprint': '<fingerprint>',
      'Content-Type': 'application/json',
    },
    body: { pin: '<PIN>' },
  },
  expect: 200,
  note: 'An attempt that comes too soon gets 429 with `Retry-After`.',
};

const logOut: Step = {
  step: 'Log out to end the session and its PIN.',
  when: 'if the PIN is lost',
  request: {
    method: 'POST',
    path: '/auth/logout',
    headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
  },
  expect: 200,
};

const logIn: Step = {
  step: 'Log in again.',
  when: 'if the PIN is lost',
  request: {
    method: 'POST',
    path: '/auth/login',
    headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
    body: { username: '<admin name>', password: '<admin password>' },
  },
  expect: 200,
  note: 'The response contains `access_token`. The new session has no PIN.',
};

const setPin: Step = {
  step: 'Set a new PIN with the new token.',
  when: 'if the PIN is lost',
  request: {
    method: 'POST',
    path: '/auth/set_pin',
    headers: {
      Authorization: 'Bearer <admin token>',
      'X-Client-Fingerprint': '<fingerprint>',
      'Content-Type': 'application/json',
    },
    body: { pin: '<PIN>' },
  },
  expect: 200,
};

const causes = {
  'wrong-pin': {
    cause: 'The PIN is not the one that was set for this session.',
    tell: 'The request is `POST /auth/verify_pin`. The server compares the PIN exactly, with all spaces.',
    fix: [verifyPin, logOut, logIn, setPin],
    asked: ['wrong PIN', 'forgot PIN', 'PIN rejected', 'spaces'],
  },
  'guard-refuses': {
    cause: 'The route checks the `X-Session-Pin` header, and this check of ARCP 2.1.2 rejects the correct PIN too.',
    short: 'The header check rejects the correct PIN too',
    tell: 'The request has an `X-Session-Pin` header, and `POST /auth/verify_pin` accepts the same PIN.',
    sent: 'in-special-cases',
    fixedBy: 'server-developer',
    retry: { when: 'after-fix', because: 'The check rejects every PIN until the server is changed.' },
    fix: [
      { ...verifyPin, step: 'Find out whether the PIN is correct.', when: 'for clients' },
      {
        step: 'Remove `RequireAdminPin` from the route, and have clients verify the PIN with `POST /auth/verify_pin`.',
        when: 'for developers of the server',
      },
    ],
    asked: ['X-Session-Pin', 'correct PIN rejected', 'right PIN', 'guard'],
  },
} satisfies Causes;

export default {
  title: 'Incorrect PIN',
  status: 401,
  category: 'pin',
  summary: 'The PIN in the request is not the PIN of this admin session.',
  now: 'Ask for the PIN again, and wait a few seconds before the next attempt.',
  explanation: `
\`POST /auth/verify_pin\` compares the PIN in the body with the PIN of the session. The token stays valid after a wrong PIN, so you do not
need a new login for the next attempt.

Wrong PINs count as failures. After a few of them, the route returns rate-limit-exceeded, and \`Retry-After\` gives the wait.

Servers with routes of their own can check the \`X-Session-Pin\` header instead. This check of ARCP 2.1.2 rejects the correct PIN too.`,
  fixedBy: 'end-user',
  causes,
  answers: [
    {
      detail: 'Incorrect PIN',
      causes: ['wrong-pin'],
      example: { detail: 'Incorrect PIN', instance: '/auth/verify_pin' },
    },
    { detail: 'Invalid PIN', causes: ['guard-refuses', 'wrong-pin'] },
  ],
  retry: {
    when: 'after-change',
    because: 'The same PIN is rejected again, and each failure counts toward a lockout.',
  },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Incorrect PIN', instance: '/auth/verify_pin' },
  samples: [
    {
      title: 'Distinguish a wrong PIN from an invalid token',
      lang: 'python',
      code: `
# ARCPClient has no PIN methods, so this uses httpx.
import getpass

import httpx

PIN_INCORRECT = "https://arcp.0x001.tech/docs/problems/pin-incorrect"

headers = {"Authorization": "Bearer <admin token>", "X-Client-Fingerprint": "<fingerprint>"}
with httpx.Client(base_url="http://localhost:8001", headers=headers) as client:
    response = client.post("/auth/verify_pin", json={"pin": getpass.getpass("PIN: ")})
    if response.status_code == 401 and response.json()["type"] == PIN_INCORRECT:
        print("That PIN is not correct. The token is still valid.")
    elif response.status_code == 429:
        print(f"Wait {response.headers['Retry-After']} seconds before the next attempt.")`,
    },
    {
      title: 'Keep the session after a wrong PIN',
      lang: 'typescript',
      code: `
import { pinIncorrect, rateLimitExceeded, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/auth/verify_pin', {
  method: 'POST',
  headers: {
    Authorization: 'Bearer <admin token>',
    'X-Client-Fingerprint': '<fingerprint>',
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({ pin: '<PIN>' }),
});
const problem = await readProblem(response);
switch (problem?.type) {
  case pinIncorrect.type:
    console.log('That PIN is not correct. Ask for it again; the token is still valid.');
    break;
  case rateLimitExceeded.type:
    console.log(\`Wait \${response.headers.get('Retry-After')} seconds before the next attempt.\`);
    break;
}`,
    },
  ],
  userMessage: 'That PIN is not correct. Wait a moment, then try again.',
  operators: `
If one session causes many of these, someone with a valid admin token is probably guessing the PIN. Find out who uses the token, and log this
session out. Occasional ones are typing errors.`,
  monitor: { log: 'Incorrect PIN attempt by user: *' },
  settings: ['RATE_LIMIT_BURST'],
  endpoints: ['POST /auth/verify_pin'],
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'The title of the page is "PIN Incorrect".',
        actual: 'The `title` in responses is "Incorrect PIN".',
      },
    ],
  },
  related: {
    'pin-not-set': 'the session has no PIN',
    'pin-required': 'the request to a guarded route has no `X-Session-Pin` header',
    'rate-limit-exceeded': 'the next attempt came too soon',
    'session-invalid': 'also 401, but the session has ended, and you need a new login',
  },
  aliases: ['PIN_INCORRECT', 'PIN Incorrect'],
} satisfies Problem<PinIncorrect, typeof causes>;
