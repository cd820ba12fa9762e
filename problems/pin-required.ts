import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface PinRequired {}

const askStatus: Step = {
  step: 'Find out whether the session has a PIN.',
  request: {
    method: 'GET',
    path: '/auth/pin_status',
    headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
  },
  expect: 200,
  note: 'The response contains `pin_set`.',
};

const setPin: Step = {
  step: 'Set a PIN for the session.',
  when: 'if none is set',
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
  note: 'A PIN has 4 to 32 characters. Common ones such as `1234` are rejected.',
};

const verifyPin: Step = {
  step: 'Verify the PIN.',
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
  note: 'This route works, but it does not unlock other routes.',
};

const causes = {
  'pin-header-missing': {
    cause: 'The request to a guarded route has no `X-Session-Pin` header.',
    tell: 'The header is missing from your request, even if the PIN was verified before.',
    fix: [
      askStatus,
      setPin,
      verifyPin,
      {
        step: 'Send the PIN in the `X-Session-Pin` header of each request to the guarded route.',
        note: 'ARCP 2.1.2 then returns pin-incorrect, even for the correct PIN.',
      },
      {
        step: 'Remove `RequireAdminPin` from the route, and have clients verify the PIN with `POST /auth/verify_pin`.',
        when: 'for developers of the server',
      },
    ],
    asked: ['X-Session-Pin', 'PIN header', 'PIN verified before', 'enter PIN'],
  },
} satisfies Causes;

export default {
  title: 'PIN Required',
  status: 400,
  category: 'pin',
  summary: 'The route requires the PIN of the admin session, and the request has no `X-Session-Pin` header.',
  now: 'Tell the developer of the route: this check of ARCP 2.1.2 rejects the correct PIN too.',
  explanation: `
An admin can set a PIN for the session. A route that is guarded by the PIN expects it in the \`X-Session-Pin\` header of each request.
\`POST /auth/verify_pin\` only checks whether a PIN is correct. It does not unlock other routes.

No route of ARCP 2.1.2 requires the PIN, so only servers with routes of their own can send this type. The guard of ARCP 2.1.2 does not
work: with the header, it returns pin-incorrect, even for the correct PIN.`,
  fixedBy: 'server-developer',
  causes,
  answers: [{ detail: 'PIN required for this operation', causes: ['pin-header-missing'] }],
  retry: {
    when: 'after-fix',
    because: 'With the header, the guard of ARCP 2.1.2 returns pin-incorrect, even for the correct PIN.',
  },
  example: { detail: 'PIN required for this operation', instance: '/agents/my-agent' },
  samples: [
    {
      title: 'Ask for the PIN and send it',
      lang: 'typescript',
      code: `
import { isProblem, pinRequired, readProblem } from 'arcp-problems';

/** Sends a request, and once more with the PIN if the route requires it. ARCP 2.1.2 then returns pin-incorrect. */
export async function sendWithPin(request: Request, askForPin: () => Promise<string>): Promise<Response> {
  const copy = request.clone();
  const response = await fetch(request);
  if (isProblem(await readProblem(response), pinRequired)) {
    copy.headers.set('X-Session-Pin', await askForPin());
    return fetch(copy);
  }
  return response;
}`,
    },
    {
      title: 'Add the PIN to a guarded request',
      lang: 'python',
      code: `
# ARCPClient has no PIN methods, so this uses httpx.
import getpass

import httpx

PIN_REQUIRED = "https://arcp.0x001.tech/docs/problems/pin-required"

def send(client: httpx.Client, method: str, path: str) -> httpx.Response:
    """The client adds Authorization and X-Client-Fingerprint."""
    response = client.request(method, path)
    if response.status_code == 400 and response.json()["type"] == PIN_REQUIRED:
        # ARCP 2.1.2 then returns pin-incorrect, even for the correct PIN.
        response = client.request(method, path, headers={"X-Session-Pin": getpass.getpass("PIN: ")})
    return response`,
    },
  ],
  userMessage: 'This operation needs the PIN of your session. Ask an administrator.',
  operators: `
If clients get this, a route of your own uses \`RequireAdminPin\`. ARCP 2.1.2 does not send this type from its own routes. Ask the
developer of the route to remove the guard.`,
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: {
    sent: 'no',
    note: 'No route of ARCP 2.1.2 uses the guard that sends it. The text here is from that guard on a test route.',
    members: [],
    differences: [
      {
        documented: 'Protected operations return pin-required if the PIN is missing.',
        actual: 'Only a guard that no route uses returns it.',
      },
      {
        documented: 'Verifying the PIN first unlocks protected operations.',
        actual: 'Verification changes nothing. The guard reads `X-Session-Pin` on each request, and rejects every PIN.',
      },
    ],
  },
  related: {
    'pin-not-set': 'a PIN was verified, but the session has none',
    'pin-incorrect': 'a PIN was sent, and it was rejected',
    'insufficient-permissions': 'the token does not allow the operation, with or without a PIN',
  },
  aliases: ['PIN_REQUIRED'],
} satisfies Problem<PinRequired, typeof causes>;
