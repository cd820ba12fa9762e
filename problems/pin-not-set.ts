import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface PinNotSet {}

const fix = [
  {
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
    note: 'A PIN has 4 to 32 characters; common ones such as `1234` are refused. It stays for the whole session.',
  },
  {
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
  },
] satisfies Step[];

export default {
  title: 'PIN Not Set',
  status: 400,
  category: 'pin',
  summary: 'A PIN was to be checked, but the admin session has none.',
  now: 'Set a PIN for this session first.',
  explanation: `
A PIN belongs to one admin session, that is to one user, one client fingerprint and one token. A session starts without a
PIN, and \`POST /auth/set_pin\` gives it one. The PIN of an earlier session is not carried over.`,
  fixedBy: 'client-developer',
  causes: {
    'pin-set-since-login': {
      cause: 'No PIN has been set since the login.',
      tell: '`GET /auth/pin_status` answers with `pin_set` false.',
      fix: fix,
    },
    'new-login-started-session': {
      cause: 'A new login started another session, which has no PIN yet.',
      tell: 'A PIN was set before, with the token of an earlier login.',
      fix: fix,
    },
  },
  answers: [{ detail: 'PIN not set for session', causes: ['pin-set-since-login'] }],
  retry: { when: 'after-change', because: 'The check can succeed as soon as the session has a PIN.' },
  example: { detail: 'PIN not set for session', instance: '/auth/verify_pin' },
  samples: [
    {
      title: 'Set the PIN when the session has none',
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
  operators: 'It shows no fault of the server. Nothing needs to be done.',
  endpoints: ['POST /auth/verify_pin'],
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: { sent: 'yes', members: [] },
  related: {
    'pin-already-set': 'the opposite: a PIN is set, and a second one was sent',
    'pin-incorrect': 'the session has a PIN, but another one was sent',
    'pin-required': 'the request to a guarded route carries no PIN',
  },
  aliases: ['PIN_NOT_SET'],
} satisfies Problem<PinNotSet>;
