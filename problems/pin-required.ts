import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface PinRequired {}

const fix = [
  {
    step: 'Ask whether the session has a PIN.',
    request: {
      method: 'GET',
      path: '/auth/pin_status',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
    note: 'The answer holds `pin_set`.',
  },
  {
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
    note: 'A PIN has 4 to 32 characters; common ones such as `1234` are refused.',
  },
  {
    step: 'Repeat the guarded request with the PIN in its `X-Session-Pin` header.',
    note: 'Every request to a guarded route needs the header.',
  },
] satisfies Step[];

export default {
  title: 'PIN Required',
  status: 400,
  category: 'pin',
  summary: 'The operation demands the PIN of the admin session, and the request has no X-Session-Pin header.',
  now: 'Send the PIN of the session in the X-Session-Pin header.',
  explanation: `
An admin can give the session a PIN. A route that is guarded by the PIN expects it in the \`X-Session-Pin\` header of each
request. \`POST /auth/verify_pin\` only tells whether a PIN is right. It unlocks nothing for the requests that follow.

The type is part of ARCP's documented contract. No route of ARCP 2.1.2 asks for the PIN, so this matters for servers that
put the guard on routes of their own.`,
  fixedBy: 'client-developer',
  causes: {
    'request-guarded-route-x': {
      cause: 'The request to a guarded route has no `X-Session-Pin` header.',
      tell: 'The header is missing from your request, even if the PIN was verified before.',
      fix: fix,
    },
  },
  answers: [{ detail: 'PIN required for this operation', causes: ['request-guarded-route-x'] }],
  retry: {
    when: 'after-change',
    because: 'The same request can succeed once it carries the header with the right PIN.',
  },
  example: { detail: 'PIN required for this operation', instance: '/agents/my-agent' },
  samples: [
    {
      title: 'Ask for the PIN and send the request again',
      lang: 'typescript',
      code: `
import { isProblem, pinRequired, readProblem } from 'arcp-problems';

/** Sends a request, and once more with the PIN if the route demands it. */
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
    """The client sends Authorization and X-Client-Fingerprint by itself."""
    response = client.request(method, path)
    if response.status_code == 400 and response.json()["type"] == PIN_REQUIRED:
        response = client.request(method, path, headers={"X-Session-Pin": getpass.getpass("PIN: ")})
    return response`,
    },
  ],
  userMessage: 'Enter the PIN of your session to go on.',
  operators: `
ARCP 2.1.2 does not send this type. A server with routes of its own can, once \`RequireAdminPin\` guards one of them.`,
  clients: { ARCPClient: 'It has no PIN methods.' },
  observed: {
    sent: 'no',
    note: 'No route of ARCP 2.1.2 uses the guard that sends it. The text here comes from that guard on a test route.',
    members: [],
    differences: [
      {
        documented: 'Protected operations answer pin-required when the PIN is missing.',
        actual: 'The code for it exists in a guard that no route uses.',
      },
      {
        documented: 'Verifying the PIN first unlocks protected operations.',
        actual: 'Verification changes nothing; the guard wants `X-Session-Pin` on each request.',
      },
    ],
  },
  related: {
    'pin-not-set': 'a PIN was sent, but the session has none',
    'pin-incorrect': 'a PIN was sent, but it is not that of the session',
    'insufficient-permissions': 'the token does not allow the operation, with or without a PIN',
  },
  aliases: ['PIN_REQUIRED'],
} satisfies Problem<PinRequired>;
