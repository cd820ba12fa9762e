import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface PinInvalidLength {
  /** Number of characters that a PIN must have. Documented, but ARCP 2.1.2 never sends it. */
  required_length?: number | NumberText;
  /** Number of characters in the PIN that was sent. Documented, but ARCP 2.1.2 never sends it. */
  provided_length?: number | NumberText;
}

const setPin: Step = {
  step: 'Set a PIN of 4 to 32 characters that is not a common one.',
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
  note: 'All characters are allowed, and none is required.',
};

const causes = {
  'too-short': {
    cause: 'The PIN has fewer than 4 characters.',
    fix: [setPin],
    asked: ['PIN too short', 'minimum length', 'number of digits'],
  },
  'too-long': {
    cause: 'The PIN has more than 32 characters.',
    fix: [setPin],
    asked: ['PIN too long', 'maximum length'],
  },
} satisfies Causes;

export default {
  title: 'Invalid PIN Length',
  status: 400,
  category: 'pin',
  summary: 'The new PIN has fewer than 4 or more than 32 characters.',
  now: 'Choose a PIN of 4 to 32 characters that is not a common one.',
  explanation: `
\`POST /auth/set_pin\` takes a PIN of 4 to 32 characters of any kind. It also rejects fifteen common values, such as \`1234\`, \`0000\`,
\`123456\` and \`password\`.

ARCP 2.1.2 checks the request body first. A PIN that is too short, too long or common therefore gets validation-failed with status 422,
and this type is documented only.`,
  fixedBy: 'end-user',
  causes,
  answers: [
    { detail: 'PIN must be at least 4 characters', causes: ['too-short'] },
    { detail: 'PIN must be no more than 32 characters', causes: ['too-long'] },
  ],
  retry: { when: 'after-change', because: 'The same PIN is rejected every time, and another one can be accepted.' },
  example: { detail: 'PIN must be at least 4 characters', instance: '/auth/set_pin' },
  documented: {
    detail: 'PIN must be exactly 6 digits',
    instance: '/auth/set_pin',
    required_length: 6,
    provided_length: 4,
  },
  prevent: [{ step: 'Check the length in your form before you send the PIN.', when: 'for developers of a client' }],
  samples: [
    {
      title: 'Handle a rejected PIN under both types',
      lang: 'typescript',
      code: `
import { pinInvalidLength, readProblem, validationFailed } from 'arcp-problems';

export async function setPin(pin: string): Promise<string | undefined> {
  if (pin.length < 4 || pin.length > 32) return 'Choose a PIN of 4 to 32 characters.';
  const response = await fetch('http://localhost:8001/auth/set_pin', {
    method: 'POST',
    headers: {
      Authorization: 'Bearer <admin token>',
      'X-Client-Fingerprint': '<fingerprint>',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ pin }),
  });
  const problem = await readProblem(response);
  switch (problem?.type) {
    case pinInvalidLength.type:
    case validationFailed.type:
      return 'Choose another PIN: 4 to 32 characters, not a common one.';
    default:
      return problem?.detail;
  }
}`,
    },
    {
      title: 'Set a PIN and report a rejected one',
      lang: 'python',
      code: `
# ARCPClient has no PIN methods, so this uses httpx.
import getpass

import httpx

BASE = "https://arcp.0x001.tech/docs/problems"
REJECTED = {f"{BASE}/pin-invalid-length", f"{BASE}/validation-failed"}

headers = {"Authorization": "Bearer <admin token>", "X-Client-Fingerprint": "<fingerprint>"}
with httpx.Client(base_url="http://localhost:8001", headers=headers) as client:
    response = client.post("/auth/set_pin", json={"pin": getpass.getpass("New PIN: ")})
    if response.status_code in (400, 422) and response.json()["type"] in REJECTED:
        print("Choose another PIN: 4 to 32 characters, not a common one.")`,
    },
  ],
  userMessage: 'Choose a PIN of 4 to 32 characters.',
  operators: 'If you look for rejected PINs, search for validation-failed. ARCP 2.1.2 does not send this type.',
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: {
    sent: 'no',
    note: 'The check of the request body rejects such a PIN first. The texts here are from the code after that check.',
    instead: ['validation-failed'],
    members: [],
    differences: [
      {
        documented: 'A PIN of a bad length gets status 400 and pin-invalid-length.',
        actual: 'It gets status 422 and validation-failed.',
      },
      {
        documented: 'A PIN has exactly 6 digits on one page, and needs letters and numbers on another.',
        actual: 'It has 4 to 32 characters of any kind, and fifteen common values are rejected.',
      },
      {
        documented: 'The title of the page is "PIN Invalid Length".',
        actual: 'The `title` in the code is "Invalid PIN Length".',
      },
    ],
  },
  related: {
    'validation-failed': 'what ARCP 2.1.2 sends if the new PIN has a bad length',
    'pin-already-set': 'the session already has a PIN',
    'pin-incorrect': 'the PIN was checked, not set, and is not the PIN of the session',
  },
  aliases: ['PIN_INVALID_LENGTH', 'PIN Invalid Length'],
} satisfies Problem<PinInvalidLength, typeof causes>;
