import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface PinNotSet {}

const setPin: Step = {
  step: 'Set a PIN for the session.',
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
  note: 'A PIN has 4 to 32 characters. Common ones such as `1234` are rejected. It stays until the session ends.',
};

const verifyPin: Step = {
  step: 'Verify the PIN with the same token and fingerprint.',
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

const causes = {
  'no-pin-yet': {
    cause: 'No PIN has been set since the login.',
    tell: 'Your client has not sent `POST /auth/set_pin` with this token.',
    fix: [setPin, verifyPin],
    asked: ['no PIN', 'set PIN first'],
  },
  'pin-of-another-session': {
    cause: 'The PIN was set in another session, and each login starts a session without a PIN.',
    tell: 'A PIN was set with the token of an earlier login, or before a logout or a restart of the server.',
    fix: [setPin, verifyPin],
    asked: ['PIN lost', 'PIN gone', 'after login', 'after restart'],
  },
} satisfies Causes;

export default {
  title: 'PIN Not Set',
  status: 400,
  category: 'pin',
  summary: 'The request checks a PIN, but the admin session has no PIN.',
  now: 'Set a PIN for this session first.',
  explanation: `
A PIN belongs to one admin session: one user, one client fingerprint and one token. A session starts without a PIN, and
\`POST /auth/set_pin\` sets it. The PIN of an earlier session does not carry over.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'PIN not set for session',
      causes: ['no-pin-yet', 'pin-of-another-session'],
      example: { detail: 'PIN not set for session', instance: '/auth/verify_pin' },
    },
  ],
  retry: { when: 'after-change', because: 'The check can succeed as soon as the session has a PIN.' },
  example: { detail: 'PIN not set for session', instance: '/auth/verify_pin' },
  prevent: [
    {
      step: 'Find out whether the session has a PIN before you verify one.',
      request: {
        method: 'GET',
        path: '/auth/pin_status',
        headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
      },
      expect: 200,
      note: 'The response contains `pin_set`. At `POST /auth/verify_pin` this problem counts as a failed attempt.',
    },
  ],
  samples: [
    {
      title: 'Set the PIN if the session has none',
      lang: 'python',
      code: `
# ARCPClient has no PIN methods, so this uses httpx.
import getpass

import httpx

PIN_NOT_SET = "https://arcp.0x001.tech/docs/problems/pin-not-set"

headers = {"Authorization": "Bearer <admin token>", "X-Client-Fingerprint": "<fingerprint>"}
with httpx.Client(base_url="http://localhost:8001", headers=headers) as client:
    pin = getpass.getpass("PIN: ")
    response = client.post("/auth/verify_pin", json={"pin": pin})
    if response.status_code == 400 and response.json()["type"] == PIN_NOT_SET:
        response = client.post("/auth/set_pin", json={"pin": pin})
    print("The PIN is in place." if response.is_success else response.json()["detail"])`,
    },
    {
      title: 'Offer to choose a PIN',
      lang: 'typescript',
      code: `
import { isProblem, pinNotSet, readProblem } from 'arcp-problems';

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

export async function verifyPin(pin: string, choosePin: () => Promise<string>): Promise<boolean> {
  let response = await post('/auth/verify_pin', pin);
  if (isProblem(await readProblem(response), pinNotSet)) {
    response = await post('/auth/set_pin', await choosePin());
  }
  return response.ok;
}`,
    },
  ],
  userMessage: 'Choose a PIN for this session first.',
  operators: 'If you see this, a client verified a PIN before it set one. No action is needed.',
  endpoints: ['POST /auth/verify_pin'],
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: { sent: 'yes', members: [] },
  related: {
    'pin-already-set': 'the opposite: the session has a PIN, and a second one was sent',
    'pin-incorrect': 'the session has a PIN, but a different one was sent',
    'pin-required': 'the request to a guarded route has no PIN',
  },
  aliases: ['PIN_NOT_SET'],
} satisfies Problem<PinNotSet, typeof causes>;
