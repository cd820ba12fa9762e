import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface PinIncorrect {}

const fix = [
  {
    step: 'Verify the right PIN, after the delay that the server asks for.',
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
    settings: ['RATE_LIMIT_BURST'],
    note: 'An attempt that comes too soon answers 429 with `Retry-After`.',
  },
  {
    step: 'Log out to give the PIN up.',
    when: 'if the PIN is forgotten',
    request: {
      method: 'POST',
      path: '/auth/logout',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
  },
  {
    step: 'Log in again for a session without a PIN.',
    when: 'if the PIN is forgotten',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
  },
  {
    step: 'Set a new PIN with the new token.',
    when: 'if the PIN is forgotten',
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
  },
] satisfies Step[];

export default {
  title: 'Incorrect PIN',
  status: 401,
  category: 'pin',
  summary: 'The PIN that was sent is not the PIN of this admin session.',
  now: 'Ask for the PIN again, and wait a moment before the next attempt.',
  explanation: `
\`POST /auth/verify_pin\` compares the PIN that was sent with the one of the session. The token stays valid after a wrong PIN,
so a new login is not needed for another attempt.

Wrong PINs are counted. From the third attempt in a row a delay applies, and an attempt that comes too soon gets
rate-limit-exceeded. The delay grows with each further failure, and half of \`RATE_LIMIT_BURST\` failures lead to a lockout.
A right PIN clears the count.`,
  fixedBy: 'end-user',
  causes: {
    'pin-differs-from-one': {
      cause: 'The PIN differs from the one that was set for this session.',
      tell: 'Another PIN was chosen with `POST /auth/set_pin` since this login.',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Incorrect PIN', causes: ['pin-differs-from-one'] },
    { detail: 'Invalid PIN', causes: ['pin-differs-from-one'] },
  ],
  retry: {
    when: 'after-change',
    because: 'Another PIN is needed; from the third attempt in a row a delay applies too.',
  },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Incorrect PIN', instance: '/auth/verify_pin' },
  samples: [
    {
      title: 'Tell a wrong PIN from a refused token',
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
        print("That PIN is not right. The token is still good.")
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
    console.log('That PIN is not right. Ask for it again; the token is still good.');
    break;
  case rateLimitExceeded.type:
    console.log(\`Wait \${response.headers.get('Retry-After')} seconds before the next attempt.\`);
    break;
}`,
    },
  ],
  userMessage: 'That PIN is not right. Wait a moment, then try again.',
  operators: `
Single ones are mistyped PINs. Many in a row for one session deserve a look, because the caller holds a valid admin token.`,
  settings: ['RATE_LIMIT_BURST'],
  endpoints: ['POST /auth/verify_pin'],
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'The page of the type is headed "PIN Incorrect".',
        actual: 'The `title` in responses is "Incorrect PIN".',
      },
    ],
  },
  related: {
    'pin-not-set': 'the session has no PIN to compare with',
    'rate-limit-exceeded': 'the next attempt came before the delay had passed',
    'session-invalid': 'also 401, but the session is gone and only a new login helps',
  },
  aliases: ['PIN_INCORRECT', 'PIN Incorrect'],
} satisfies Problem<PinIncorrect>;
