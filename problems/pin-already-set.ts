import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface PinAlreadySet {}

const verifyPin: Step = {
  step: 'Use the PIN that is set, and check that you know it.',
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
};

const logOut: Step = {
  step: 'Log out to end the session and its PIN.',
  when: 'to choose another PIN',
  request: {
    method: 'POST',
    path: '/auth/logout',
    headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
  },
  expect: 200,
};

const logIn: Step = {
  step: 'Log in again.',
  when: 'to choose another PIN',
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
  step: 'Set the new PIN with the new token.',
  when: 'to choose another PIN',
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
  'set-already': {
    cause: 'This session already has a PIN.',
    tell: '`GET /auth/pin_status` returns `pin_set` true.',
    fix: [verifyPin, logOut, logIn, setPin],
    asked: ['change PIN', 'reset PIN', 'new PIN', 'forgot PIN', 'already set'],
  },
} satisfies Causes;

export default {
  title: 'PIN Already Set',
  status: 400,
  category: 'pin',
  summary: 'The admin session already has a PIN, and the PIN of a session cannot be changed.',
  now: 'Use the PIN that is set. To choose another one, log out and log in again.',
  explanation: `
A PIN belongs to one admin session: one user, one client fingerprint and one token. It can be set once, and it stays until the session
ends. A new login starts a session without a PIN.`,
  fixedBy: 'end-user',
  causes,
  answers: [
    {
      detail: 'PIN already set for this session',
      causes: ['set-already'],
      example: { detail: 'PIN already set for this session', instance: '/auth/set_pin' },
    },
  ],
  retry: { when: 'never', because: 'The PIN of a session cannot be changed.' },
  example: { detail: 'PIN already set for this session', instance: '/auth/set_pin' },
  prevent: [
    {
      step: 'Find out whether the session has a PIN before you set one.',
      request: {
        method: 'GET',
        path: '/auth/pin_status',
        headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
      },
      expect: 200,
      note: 'The response contains `pin_set`.',
    },
  ],
  samples: [
    {
      title: 'Verify the PIN if one is set',
      lang: 'python',
      code: `
# ARCPClient has no PIN methods, so this uses httpx.
import getpass

import httpx

PIN_ALREADY_SET = "https://arcp.0x001.tech/docs/problems/pin-already-set"

headers = {"Authorization": "Bearer <admin token>", "X-Client-Fingerprint": "<fingerprint>"}
with httpx.Client(base_url="http://localhost:8001", headers=headers) as client:
    pin = getpass.getpass("PIN: ")
    response = client.post("/auth/set_pin", json={"pin": pin})
    if response.status_code == 400 and response.json()["type"] == PIN_ALREADY_SET:
        response = client.post("/auth/verify_pin", json={"pin": pin})
    print("The PIN is in place." if response.is_success else response.json()["detail"])`,
    },
    {
      title: 'Set the PIN, or accept the one that is set',
      lang: 'typescript',
      code: `
import { isProblem, pinAlreadySet, readProblem } from 'arcp-problems';

const post = (path: string, pin: string) =>
  fetch(\`http://localhost:8001\${path}\`, {
    method: 'POST',
    headers: {
      Authorization: 'Bearer <admin token>',
      'X-Client-Fingerprint': '<fingerprint>',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ pin }),
  });

export async function ensurePin(pin: string): Promise<boolean> {
  let response = await post('/auth/set_pin', pin);
  if (isProblem(await readProblem(response), pinAlreadySet)) {
    response = await post('/auth/verify_pin', pin);
  }
  return response.ok;
}`,
    },
  ],
  userMessage: 'This session already has a PIN. Sign out and in again to choose another.',
  operators: 'If you see this, an admin tried to set a second PIN in one session. No action is needed.',
  endpoints: ['POST /auth/set_pin'],
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: { sent: 'yes', members: [] },
  related: {
    'pin-not-set': 'the opposite: the session has no PIN yet',
    'pin-incorrect': 'the PIN was checked, and it is not the PIN of the session',
    'session-invalid': 'no active session matches the token and the fingerprint',
  },
  aliases: ['PIN_ALREADY_SET'],
} satisfies Problem<PinAlreadySet, typeof causes>;
