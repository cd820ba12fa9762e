import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface SessionExpired {
  /** Configured lifetime of a session, in seconds. Documented, but ARCP 2.1.2 never sends it. */
  session_timeout?: number | NumberText;
  /** Always `SESSION_EXPIRED`. Documented, but ARCP 2.1.2 never sends it; branch on `type`. */
  error_code?: 'SESSION_EXPIRED';
}

const logIn: Step = {
  step: 'Log in again.',
  request: {
    method: 'POST',
    path: '/auth/login',
    headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
    body: { username: '<admin name>', password: '<admin password>' },
  },
  expect: 200,
  note: 'The response contains `access_token`. With ARCPClient: `login_admin(username, password)`.',
};

const causes = {
  'session-timed-out': {
    cause: 'More than `SESSION_TIMEOUT` minutes have passed since the login.',
    fix: [
      logIn,
      { step: 'Let sessions last as long as the work takes.', when: 'for operators', settings: ['SESSION_TIMEOUT'] },
    ],
    asked: ['timeout', 'timed out', 'idle', 'inactivity', 'logged out'],
  },
} satisfies Causes;

export default {
  title: 'Session Expired',
  status: 401,
  category: 'session',
  summary: 'The admin session has expired. ARCP 2.1.2 sends session-invalid or token-invalid instead of this type.',
  now: 'Log in again, and send the same `X-Client-Fingerprint` with every later request.',
  explanation: `
An admin session ends \`SESSION_TIMEOUT\` minutes after the login, 30 by default. The login sets this time, and requests do not extend it.

ARCP 2.1.2 looks up the session before an admin route runs, and returns session-invalid if it finds none. About a minute later the token
has expired too, and the response is token-invalid. Handle all three types in the same way: log in again.`,
  fixedBy: 'end-user',
  causes,
  answers: [{ detail: 'Session has expired', causes: ['session-timed-out'] }],
  retry: { when: 'after-login', because: 'An ended session cannot be restored. Only a login starts a new one.' },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Session has expired', instance: '/auth/session_status' },
  documented: {
    detail: 'Admin session has expired after 60 minutes of inactivity',
    instance: '/dashboard/config',
    session_timeout: 3600,
    error_code: 'SESSION_EXPIRED',
  },
  prevent: [
    {
      step: 'Find out when the session ends before you start long work.',
      request: {
        method: 'GET',
        path: '/auth/session_status',
        headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
      },
      expect: 200,
      note: 'The response contains `expires` and `session_exists`.',
    },
  ],
  samples: [
    {
      title: 'Handle every ended session in the same way',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, sessionExpired, sessionInvalid, tokenInvalid } from 'arcp-problems';

const fingerprint = crypto.randomUUID();

/** Returns whether the response requires a new login. */
async function needsLogin(response: Response): Promise<boolean> {
  const problem = await readProblem(response);
  return isProblem(problem, sessionExpired) || isProblem(problem, sessionInvalid) || isProblem(problem, tokenInvalid);
}

const response = await fetch('http://localhost:8001/auth/session_status', {
  headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': fingerprint },
});
if (await needsLogin(response)) console.log('Log in again.');`,
    },
    {
      title: 'Branch on the three types with httpx',
      lang: 'python',
      code: `
import httpx

BASE = "https://arcp.0x001.tech/docs/problems"
ENDED = {f"{BASE}/session-expired", f"{BASE}/session-invalid", f"{BASE}/token-invalid"}
HEADERS = {"Authorization": "Bearer <admin token>", "X-Client-Fingerprint": "<fingerprint>"}

response = httpx.get("http://localhost:8001/auth/session_status", headers=HEADERS)
if response.status_code == 401 and response.json()["type"] in ENDED:
    print("Log in again.")`,
    },
  ],
  userMessage: 'Your session has ended. Sign in again.',
  operators: `
If you have an alert on this type, it never fires with ARCP 2.1.2. Watch session-invalid instead.`,
  settings: ['SESSION_TIMEOUT'],
  endpoints: [
    {
      route: 'GET /auth/session_status',
      when: 'in the code only; the session check before it returns session-invalid first',
    },
  ],
  clients: {
    'most methods':
      '`ARCPError`, as for every 401; the message ends with "Unexpected error: Authentication failed - invalid or expired token".',
  },
  observed: {
    sent: 'no',
    note: 'No route of ARCP 2.1.2 gets to it. An ended session is session-invalid, and an expired token is token-invalid.',
    instead: ['session-invalid', 'token-invalid'],
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'It is sent when an admin session times out.',
        actual:
          'With `SESSION_TIMEOUT=1`, the response was session-invalid after 62 seconds and token-invalid after 124.',
      },
      {
        documented: 'The session ends after inactivity.',
        actual: 'It ends a fixed time after the login. Activity does not extend it.',
      },
      {
        documented: 'The session timeout is 60 minutes in the example and 1440 in `.env.example`.',
        actual: 'It is 30 minutes if `SESSION_TIMEOUT` is not set.',
      },
      {
        documented: 'ARCPClient reads the problem details, recreates the session and raises `AuthenticationError`.',
        actual: 'It recreates nothing, and most methods raise `ARCPError`.',
      },
    ],
  },
  related: {
    'session-invalid': 'what ARCP 2.1.2 sends for an ended session',
    'token-invalid': 'the token has expired too',
    'authentication-failed': 'the request has no bearer token, or the login was refused',
  },
  aliases: ['SESSION_EXPIRED'],
} satisfies Problem<SessionExpired, typeof causes>;
