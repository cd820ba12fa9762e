import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface PinAlreadySet {}

const fix = [
  {
    step: 'Ask whether the session has a PIN before you set one.',
    request: {
      method: 'GET',
      path: '/auth/pin_status',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
    note: 'The answer holds `pin_set`.',
  },
  {
    step: 'Use the PIN that is set, and check that you know it.',
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
  {
    step: 'Log out to give the PIN up.',
    when: 'to choose another PIN',
    request: {
      method: 'POST',
      path: '/auth/logout',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
  },
  {
    step: 'Log in again, and set the new PIN.',
    when: 'to choose another PIN',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    note: 'The answer holds `access_token`; the new session has no PIN.',
  },
] satisfies Step[];

export default {
  title: 'PIN Already Set',
  status: 400,
  category: 'pin',
  summary: 'The admin session has a PIN already, and the PIN of a session cannot be changed.',
  now: 'Use the PIN that is set, or log out and in again to choose another.',
  explanation: `
A PIN belongs to one admin session, that is to one user, one client fingerprint and one token. It can be set once. It stays
until the session ends.

A new login starts a session without a PIN. This is the way to choose another one.`,
  fixedBy: 'end-user',
  causes: {
    'pin-set-earlier-same': {
      cause: 'A PIN was set earlier in the same session.',
      tell: '`GET /auth/pin_status` answers with `pin_set` true.',
      fix: fix,
    },
  },
  answers: [{ detail: 'PIN already set for this session', causes: ['pin-set-earlier-same'] }],
  retry: { when: 'never', because: 'The PIN of a session cannot be changed.' },
  example: { detail: 'PIN already set for this session', instance: '/auth/set_pin' },
  samples: [
    {
      title: 'Verify the PIN when one is set',
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
  operators: 'It shows no fault of the server. Nothing needs to be done.',
  endpoints: ['POST /auth/set_pin'],
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: { sent: 'yes', members: [] },
  related: {
    'pin-not-set': 'the opposite: the session has no PIN yet',
    'pin-incorrect': 'the PIN does not match the one that is set',
    'session-invalid': 'there is no live session that could have a PIN',
  },
  aliases: ['PIN_ALREADY_SET'],
} satisfies Problem<PinAlreadySet>;
