import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface PinInvalidLength {
  /** Number of characters that a PIN must have. Documented, but ARCP 2.1.2 never sends it. */
  required_length?: number | NumberText;
  /** Number of characters in the PIN that was sent. Documented, but ARCP 2.1.2 never sends it. */
  provided_length?: number | NumberText;
}

const fix = [
  {
    step: 'Choose a PIN of 4 to 32 characters that is not a common one.',
    note: 'Letters, digits and other characters may be mixed; none of them is required.',
  },
  {
    step: 'Set that PIN.',
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
  { step: 'Check the length in your form before you send the PIN.', when: 'for developers of a client' },
] satisfies Step[];

export default {
  title: 'Invalid PIN Length',
  status: 400,
  category: 'pin',
  summary: 'The new PIN has fewer than 4 or more than 32 characters.',
  now: 'Choose a PIN of 4 to 32 characters that is not a common one.',
  explanation: `
\`POST /auth/set_pin\` takes a PIN of 4 to 32 characters, of any kind. It also refuses fifteen common values, such as \`1234\`,
\`0000\`, \`123456\` and \`password\`.

The type is part of ARCP's documented contract. In ARCP 2.1.2 the check of the request body comes first. A bad length or
a common PIN therefore arrives as validation-failed with status 422.`,
  fixedBy: 'end-user',
  causes: {
    'pin-fewer-4-characters': {
      cause: 'The PIN has fewer than 4 characters.',
      tell: 'The `detail` speaks of a least length.',
      fix: fix,
    },
    'pin-more-32-characters': {
      cause: 'The PIN has more than 32 characters.',
      tell: 'The `detail` speaks of a greatest length.',
      fix: fix,
    },
  },
  answers: [
    { detail: 'PIN must be at least * characters', causes: ['pin-fewer-4-characters'] },
    { detail: 'PIN must be no more than * characters', causes: ['pin-more-32-characters'] },
    { detail: 'PIN must be at least 4 characters' },
    { detail: 'PIN must be no more than 32 characters' },
  ],
  retry: { when: 'after-change', because: 'The same PIN is refused every time; another one can be accepted.' },
  example: {
    detail: 'PIN must be at least 4 characters',
    instance: '/auth/set_pin',
    required_length: 4,
    provided_length: 2,
  },
  samples: [
    {
      title: 'Handle a refused PIN under both types',
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
      title: 'Set a PIN and report a refusal',
      lang: 'python',
      code: `
# ARCPClient has no PIN methods, so this uses httpx.
import getpass

import httpx

BASE = "https://arcp.0x001.tech/docs/problems"
REFUSED = {f"{BASE}/pin-invalid-length", f"{BASE}/validation-failed"}

headers = {"Authorization": "Bearer <admin token>", "X-Client-Fingerprint": "<fingerprint>"}
with httpx.Client(base_url="http://localhost:8001", headers=headers) as client:
    response = client.post("/auth/set_pin", json={"pin": getpass.getpass("New PIN: ")})
    if response.status_code in (400, 422) and response.json()["type"] in REFUSED:
        print("Choose another PIN: 4 to 32 characters, not a common one.")`,
    },
  ],
  userMessage: 'Choose a PIN of 4 to 32 characters.',
  operators: 'ARCP 2.1.2 does not send this type; a refused PIN shows up as validation-failed.',
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: {
    sent: 'no',
    note: 'The check of the request body refuses such a PIN first. The texts here come from the code behind that check.',
    instead: ['validation-failed'],
    members: [],
    differences: [
      {
        documented: 'A PIN of a bad length gets status 400 and pin-invalid-length.',
        actual: 'It gets status 422 and validation-failed.',
      },
      {
        documented: 'The body carries `required_length` and `provided_length`.',
        actual: 'The body has no extension members at all.',
      },
      {
        documented: 'A PIN has exactly 6 digits on one page, and needs letters and numbers on another.',
        actual: 'It has 4 to 32 characters of any kind, and fifteen common values are refused.',
      },
      {
        documented: 'The page of the type is headed "PIN Invalid Length".',
        actual: 'The `title` in the code is "Invalid PIN Length".',
      },
    ],
  },
  related: {
    'validation-failed': 'what ARCP 2.1.2 answers when the new PIN has a bad length',
    'pin-already-set': 'the session has a PIN, whatever the length of the new one',
    'pin-incorrect': 'the PIN is checked, not set, and does not match',
  },
  aliases: ['PIN_INVALID_LENGTH', 'PIN Invalid Length'],
} satisfies Problem<PinInvalidLength>;
