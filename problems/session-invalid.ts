import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface SessionInvalid {
  /** Identifier of the session that was rejected. Documented, but ARCP 2.1.2 never sends it. */
  session_id?: string;
  /** Always `SESSION_INVALID`. Documented, but ARCP 2.1.2 never sends it; branch on `type`. */
  error_code?: 'SESSION_INVALID';
}

const logIn: Step = {
  step: 'Log in again, and store the fingerprint: every later request must send the same one.',
  request: {
    method: 'POST',
    path: '/auth/login',
    headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
    body: { username: '<admin name>', password: '<admin password>' },
  },
  expect: 200,
  note: 'The response contains `access_token`. With ARCPClient: `login_admin(username, password)`.',
};

const sendBoth: Step = {
  step: 'Send the token and the fingerprint of its login together.',
  request: {
    method: 'GET',
    path: '/auth/session_status',
    headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
  },
  expect: 200,
  note: 'The response shows whether the session exists and when the token expires.',
};

const keepOneClient: Step = {
  step: 'Keep one client instance for the whole session.',
  when: 'with ARCPClient',
  note: 'Each `ARCPClient` generates its own fingerprint and sends it with every request, so a token works in that instance only.',
};

const useRedis: Step = {
  step: 'Store sessions in one Redis that all server processes use.',
  when: 'for operators',
  settings: ['REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD', 'REDIS_DB'],
};

const withoutLogin = {
  when: 'after-change',
  because: 'The same token works with the fingerprint of its login, as long as the session is active.',
} as const;

const causes = {
  'fingerprint-missing': {
    cause: 'The request has an admin token but no `X-Client-Fingerprint` header.',
    tell: 'The header is missing from your request, or empty.',
    retry: withoutLogin,
    fix: [sendBoth],
    asked: ['no fingerprint', 'header missing', 'curl', 'Postman', 'Swagger'],
  },
  'fingerprint-differs': {
    cause: 'The `X-Client-Fingerprint` of the request differs from the one sent at login.',
    tell: 'A different process, page or client instance logged in, or the client generates a new fingerprint at each start.',
    retry: withoutLogin,
    fix: [
      { ...sendBoth, when: 'if you still have the fingerprint of the login' },
      { ...logIn, when: 'if you do not have it' },
      keepOneClient,
    ],
    asked: ['fingerprint mismatch', 'fingerprint changed', 'other browser', 'page reload', 'new client', 'mid-session'],
  },
  'server-restarted': {
    cause:
      'The server restarted, or a different server process received the request, and sessions are kept in memory only.',
    short: 'The server lost the session: no Redis',
    tell: 'All admins are rejected at the same time, or only some requests with the same token fail. The server has no Redis.',
    fixedBy: 'operator',
    fix: [{ ...logIn, when: 'for admins' }, useRedis],
    asked: ['restart', 'deploy', 'load balancer', 'several processes', 'Redis', 'session lost', 'storage unavailable'],
  },
  'token-without-session': {
    cause: 'The admin token is from `POST /tokens/refresh` or `POST /tokens/mint`, which do not create a session.',
    short: 'A refreshed or minted token has no session',
    tell: 'The token is not the `access_token` of a login, and it never worked on a route that needs a session.',
    fix: [logIn, sendBoth],
    asked: ['refresh', 'mint', 'new token', 'no session'],
  },
  'expired-token-elsewhere': {
    cause:
      'Another tab or process still used an expired token of the same user, and this ended the sessions of the user.',
    short: 'An expired token was used in another tab',
    tell: 'All sessions of the user end at the same time, while an old tab or script of the same user is still open.',
    fix: [{ step: 'Close the tab, or stop the process, that still uses the expired token.' }, logIn],
    asked: ['old tab', 'all sessions', 'several tabs', 'again and again', 'logged out everywhere'],
  },
  'too-many-sessions': {
    cause: 'The user has logged in more than `MAX_SESSIONS` times, so the server dropped the oldest session.',
    short: 'Newer logins of the user dropped the session',
    tell: 'The same user has logged in at least `MAX_SESSIONS` (5) times since this login.',
    fix: [
      logIn,
      {
        step: 'Log in once, and use the same token and fingerprint for all requests.',
        when: 'for developers of a client',
      },
      { step: 'Allow more sessions for one user.', when: 'for operators', settings: ['MAX_SESSIONS'] },
    ],
    asked: ['multiple sessions', 'concurrent sessions', 'logged in elsewhere', 'same credentials', 'kicked out'],
  },
  'logged-out': {
    cause: 'A `POST /auth/logout` with the same token ended the session.',
    tell: 'Another tab or process that shares the token has logged out.',
    fix: [logIn],
    asked: ['logged out', 'sign out', 'logout'],
  },
  'session-timed-out': {
    cause: 'More than `SESSION_TIMEOUT` minutes have passed since the login.',
    tell: 'The login was `SESSION_TIMEOUT` minutes (30 by default) ago. About a minute later, the same token gets token-invalid.',
    fix: [
      logIn,
      { step: 'Let sessions last as long as the work takes.', when: 'for operators', settings: ['SESSION_TIMEOUT'] },
    ],
    asked: ['session timeout', 'timed out', 'expired', 'idle', 'inactivity', 'after 30 minutes'],
  },
} satisfies Causes;

export default {
  title: 'Session Validation Failed',
  status: 401,
  category: 'session',
  summary: 'The admin token is valid, but no active session matches this token and client fingerprint.',
  now: 'Send the `X-Client-Fingerprint` of the login with every request. If that fails, log in again.',
  explanation: `
When an admin logs in, ARCP stores a session for three things together: the user, the token, and the \`X-Client-Fingerprint\` header of
the login. A request with the same token but a different fingerprint, or without one, finds no session.

A session lasts \`SESSION_TIMEOUT\` minutes (30 by default), and requests do not extend it. The response does not say why there is no
session, so look at your request first.

Agents have no sessions. Agent tokens work without the header.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Admin session validation failed',
      request: { 'X-Client-Fingerprint': false },
      causes: ['fingerprint-missing'],
      example: { detail: 'Admin session validation failed', instance: '/agents' },
    },
    {
      detail: 'Admin session validation failed',
      request: { 'X-Client-Fingerprint': true },
      causes: [
        'fingerprint-differs',
        'server-restarted',
        'token-without-session',
        'expired-token-elsewhere',
        'too-many-sessions',
        'logged-out',
        'session-timed-out',
      ],
      example: { detail: 'Admin session validation failed', instance: '/agents' },
    },
  ],
  retry: {
    when: 'after-login',
    because:
      'An ended session cannot be restored. If only the header is missing or wrong, the same token works with the fingerprint of its login.',
  },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Admin session validation failed', instance: '/agents' },
  documented: {
    detail: 'Session fingerprint mismatch - please re-authenticate',
    instance: '/agents',
    session_id: 'sess_abc123',
    error_code: 'SESSION_INVALID',
  },
  prevent: [
    {
      step: 'Generate one fingerprint, and store it together with the token.',
      note: 'A random UUID works well.',
    },
    { step: 'Log in again before `SESSION_TIMEOUT` minutes have passed.', settings: ['SESSION_TIMEOUT'] },
  ],
  samples: [
    {
      title: 'Log in once and keep the client',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, ARCPError, AuthenticationError

async def main():
    # Each client has one fingerprint. Keep the client for the whole session.
    async with ARCPClient("http://localhost:8001") as client:
        try:
            await client.login_admin("<admin name>", "<admin password>")
        except AuthenticationError as error:
            raise SystemExit(f"Login refused: {error.message}")

        try:
            agents = await client.list_agents()
        except ARCPError:
            # ARCPClient hides the problem type of a 401 and does not log in again automatically.
            await client.login_admin("<admin name>", "<admin password>")
            agents = await client.list_agents()
        print(f"{len(agents)} agents")

        stats = await client.get_system_stats()
        print(stats["registry_statistics"])

asyncio.run(main())`,
    },
    {
      title: 'Log in again when the session is gone',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, sessionInvalid } from 'arcp-problems';

const fingerprint = crypto.randomUUID();

async function login(): Promise<string> {
  const response = await fetch('http://localhost:8001/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': fingerprint },
    body: JSON.stringify({ username: '<admin name>', password: '<admin password>' }),
  });
  if (!response.ok) throw new Error(\`The login returned \${response.status}\`);
  return (await response.json()).access_token;
}

const list = (token: string) =>
  fetch('http://localhost:8001/agents', {
    headers: { Authorization: \`Bearer \${token}\`, 'X-Client-Fingerprint': fingerprint },
  });

let response = await list(await login());
if (isProblem(await readProblem(response), sessionInvalid)) {
  response = await list(await login());
}`,
    },
  ],
  userMessage: 'You have been signed out. Sign in again.',
  operators: `
If every admin gets this at the same time, the server probably restarted without Redis. Set \`REDIS_HOST\`, \`REDIS_PORT\` and
\`REDIS_DB\`.

If one admin gets it on some requests only, two server processes keep sessions of their own. Use one Redis for all processes.

If one admin gets it again and again, an old tab or script probably still uses an expired token. Ask the admin to close it.

Occasional ones are normal: clients without the header, and sessions at their end.`,
  monitor: { log: 'Admin user * missing bound session for *' },
  settings: ['SESSION_TIMEOUT', 'MAX_SESSIONS', 'REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD', 'REDIS_DB'],
  endpoints: [
    'GET /agents',
    'GET /agents/{agent_id}',
    'DELETE /agents/{agent_id}',
    'GET /agents/search',
    'POST /agents/search',
    'GET /agents/stats',
    { route: 'POST /agents/register', when: 'with an admin token and `ARCP_TPR=false`' },
    'POST /agents/{agent_id}/heartbeat',
    'GET /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/connection/notify',
    'POST /auth/logout',
    'POST /auth/set_pin',
    'POST /auth/verify_pin',
    'GET /auth/pin_status',
    'GET /auth/session_status',
    'GET /dashboard/config',
    'POST /dashboard/config',
    'GET /health/azure',
    'GET /health/config',
    'GET /health/detailed',
    'GET /health/redis',
    'GET /metrics',
    'POST /security/attestation/verify',
    'GET /security/attestation/status/{agent_id}',
    'POST /security/container/scan',
    'POST /security/sbom/verify',
    'POST /tokens/mint',
  ],
  clients: {
    'most methods':
      '`ARCPError`; the message ends with "Unexpected error: Authentication failed - invalid or expired token".',
    'search_agents with public_api=False': '`SearchError` with the same ending.',
    'register_agent with an admin token': '`RegistrationError`.',
  },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: '`detail` gives the reason: "Session fingerprint mismatch - please re-authenticate".',
        actual: '`detail` is always "Admin session validation failed".',
      },
      {
        documented: 'A session also fails if its storage is unavailable.',
        actual: 'ARCP then uses the sessions in the memory of the server process.',
      },
      {
        documented: 'ARCPClient recreates the session automatically and raises `AuthenticationError`.',
        actual: 'ARCPClient does not log in again, and most methods raise `ARCPError`.',
      },
      {
        documented: 'The session timeout is 60 minutes in the example and 1440 in `.env.example`.',
        actual: 'It is 30 minutes if `SESSION_TIMEOUT` is not set.',
      },
    ],
  },
  related: {
    'token-invalid': 'the token itself is not valid, with or without a session',
    'session-expired': 'documented for a session that timed out; ARCP 2.1.2 sends session-invalid instead',
    'authentication-failed': 'the request has no bearer token, or the login was refused',
    'required-header-missing': 'the login itself was sent without `X-Client-Fingerprint`',
    'pin-not-set': 'the session is active, but has no PIN',
  },
  aliases: ['SESSION_INVALID', 'Session Invalid', 'Session fingerprint mismatch'],
  asked: ['logged out', 'session lost', 'fingerprint', 'kicked out', 'sign in again', 're-authenticate', 'dashboard'],
} satisfies Problem<SessionInvalid, typeof causes>;
