import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface SessionExpired {
  /** Configured life of a session, in seconds. Documented, but ARCP 2.1.2 never sends it. */
  session_timeout?: number | NumberText;
  /** Always `SESSION_EXPIRED`. Documented, but ARCP 2.1.2 never sends it; branch on `type`. */
  error_code?: 'SESSION_EXPIRED';
}

const fix = [
  {
    step: 'Log in again.',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    note: 'The answer holds `access_token`; with ARCPClient this is `login_admin(username, password)`.',
  },
  {
    step: 'Check when the session ends before you begin long work.',
    request: {
      method: 'GET',
      path: '/auth/session_status',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
    note: 'The answer holds `expires` and `session_exists`.',
  },
  { step: 'Let sessions last as long as the work takes.', when: 'for operators', settings: ['SESSION_TIMEOUT'] },
] satisfies Step[];

export default {
  title: 'Session Expired',
  status: 401,
  category: 'session',
  summary: 'The admin session is past its time; ARCP 2.1.2 says so with session-invalid or token-invalid instead.',
  now: 'Log in again, and send the same X-Client-Fingerprint with every request that follows.',
  explanation: `
An admin session ends \`SESSION_TIMEOUT\` minutes after the login, 30 by default. The time is fixed at the login; requests in
between do not extend it.

ARCP 2.1.2 looks the session up before any admin route runs, and answers session-invalid when it finds none. Once the token is
past its own end as well, the answer is token-invalid. So treat all three alike: log in again.`,
  fixedBy: 'end-user',
  causes: {
    'login-more-session-timeout': {
      cause: 'The login was more than `SESSION_TIMEOUT` minutes ago.',
      tell: 'The token has worked until then, and the time fits the setting.',
      fix: fix,
    },
  },
  answers: [{ detail: 'Session has expired' }],
  retry: { when: 'after-login', because: 'An ended session cannot be revived; only a new login starts another.' },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: {
    detail: 'Session has expired',
    instance: '/auth/session_status',
    session_timeout: 1800,
    error_code: 'SESSION_EXPIRED',
  },
  samples: [
    {
      title: 'Treat every ended session alike',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, sessionExpired, sessionInvalid, tokenInvalid } from 'arcp-problems';

const fingerprint = crypto.randomUUID();

/** Whether a new login is what the response asks for. */
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
ARCP 2.1.2 never sends this type, so an alert on it stays silent. Watch session-invalid instead.`,
  settings: ['SESSION_TIMEOUT'],
  endpoints: [
    {
      route: 'GET /auth/session_status',
      when: 'in the code only; the session check before it answers session-invalid first',
    },
  ],
  clients: {
    'most methods':
      '`ARCPError`; the message ends with "Unexpected error: Authentication failed - invalid or expired token".',
    'login_admin, request_temp_token, validate_token, request_attestation_challenge': '`AuthenticationError`.',
    'register_agent, validate_compliance': '`RegistrationError`.',
    refresh_authentication: 'Raises nothing; it returns `False`.',
  },
  observed: {
    sent: 'no',
    note: 'No route of ARCP 2.1.2 reaches it. An ended session is session-invalid, and a token past its own end is token-invalid.',
    instead: ['session-invalid', 'token-invalid'],
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'It is sent when an admin session times out.',
        actual:
          'With `SESSION_TIMEOUT=1`, the answer was session-invalid after 62 seconds and token-invalid after 124.',
      },
      {
        documented: 'The body carries `session_timeout` and `error_code`.',
        actual: 'The code that builds it adds no extension members.',
      },
      {
        documented: 'The session ends after inactivity.',
        actual: 'It ends a fixed time after the login; activity does not extend it.',
      },
      {
        documented: 'The session timeout is 60 minutes in the example and 1440 in `.env.example`.',
        actual: 'It is 30 minutes when `SESSION_TIMEOUT` is not set.',
      },
      {
        documented: 'ARCPClient reads the problem details, recreates the session and raises `AuthenticationError`.',
        actual: 'It recreates nothing, and most methods raise `ARCPError`.',
      },
    ],
  },
  related: {
    'session-invalid': 'what ARCP 2.1.2 answers for an ended session',
    'token-invalid': 'what follows once the token itself is past its end',
    'authentication-failed': 'no token was sent, or the login failed',
  },
  aliases: ['SESSION_EXPIRED'],
} satisfies Problem<SessionExpired>;
