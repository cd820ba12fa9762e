import type { Problem, Step } from '../src/catalog/entry.ts';

export interface SessionInvalid {
  /** Identifier of the session that was refused. Documented, but ARCP 2.1.2 never sends it. */
  session_id?: string;
  /** Always `SESSION_INVALID`. Documented, but ARCP 2.1.2 never sends it; branch on `type`. */
  error_code?: 'SESSION_INVALID';
}

const fix = [
  {
    step: 'Log in again with a fingerprint that you can repeat.',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    note: 'The answer holds `access_token`.',
  },
  {
    step: 'Send that token together with the same fingerprint, and check the session.',
    request: {
      method: 'GET',
      path: '/auth/session_status',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
    note: 'The answer says whether the session is there and when it ends.',
  },
  {
    step: 'Keep one client for the whole session, so that token and fingerprint stay together.',
    when: 'with ARCPClient',
    note: 'Each `ARCPClient` sends one random fingerprint of its own; a token moved to another instance is refused.',
  },
  {
    step: 'Let sessions outlive restarts and last long enough for the work.',
    when: 'for operators',
    settings: ['SESSION_TIMEOUT', 'MAX_SESSIONS', 'REDIS_HOST'],
  },
] satisfies Step[];

export default {
  title: 'Session Validation Failed',
  status: 401,
  category: 'session',
  summary: 'The admin token is genuine, but no live session belongs to this token and this client fingerprint.',
  now: 'Log in again, and send the same X-Client-Fingerprint with every request that follows.',
  explanation: `
When an admin logs in, ARCP stores a session under three things together: the user, the \`X-Client-Fingerprint\` header of
the login and the last ten characters of the token. Every later request with that token looks up exactly this session. A
different fingerprint, or none, finds nothing, so the answer is the same as for a session that has ended.

A session ends \`SESSION_TIMEOUT\` minutes after the login, however busy it was. It also ends at logout, when the same user logs
in more often than \`MAX_SESSIONS\` allows, and, without Redis, when the server restarts.`,
  fixedBy: 'client-developer',
  causes: {
    'request-carries-admin-token': {
      cause: 'The request carries an admin token but no `X-Client-Fingerprint` header.',
      tell: 'The header is missing from your request; with it, the same token works.',
      fix: fix,
    },
    'fingerprint-differs-from-one': {
      cause: 'The fingerprint differs from the one sent at login.',
      tell: 'Another process, page or client instance made the login, or the fingerprint is made anew at each start.',
      fix: fix,
    },
    'session-older-session-timeout': {
      cause: 'The session is older than `SESSION_TIMEOUT` minutes.',
      tell: 'The login was longer ago than that, counted from the login and not from the last request.',
      fix: fix,
    },
    'session-ended-post-auth': {
      cause: 'The session was ended by `POST /auth/logout`.',
      tell: 'Something that shares the token has logged out.',
      fix: fix,
    },
    'user-logged-more-max': {
      cause: 'The user has logged in more than `MAX_SESSIONS` times, so the session was dropped.',
      tell: 'It fails right after the same user logged in elsewhere.',
      fix: fix,
    },
    'server-restarted-while-kept': {
      cause: 'The server was restarted while it kept sessions in memory.',
      tell: 'All admins are refused at once, and no Redis is configured.',
      fixedBy: 'operator',
      fix: fix,
    },
    'admin-token-came-from': {
      cause: 'The admin token came from `POST /tokens/refresh` or `POST /tokens/mint`, which create no session.',
      tell: 'The token has never worked on an admin route.',
      fix: fix,
    },
  },
  answers: [
    { detail: '*fingerprint mismatch*', causes: ['fingerprint-differs-from-one'] },
    { detail: 'Admin session validation failed' },
    { detail: 'Session validation failed: Session fingerprint mismatch' },
    { detail: 'Session validation failed: Session validation failed' },
  ],
  retry: {
    when: 'after-login',
    because:
      'An ended session cannot be revived; if only the fingerprint header was missing, the same token works with it.',
  },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: {
    detail: 'Session validation failed: Session fingerprint mismatch',
    instance: '/agents',
    session_id: 'sess_abc123',
  },
  samples: [
    {
      title: 'Log in once and keep the client',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, ARCPError, AuthenticationError

async def main():
    # One client, one fingerprint: both stay valid together.
    async with ARCPClient("http://localhost:8001") as client:
        try:
            await client.login_admin("<admin name>", "<admin password>")
        except AuthenticationError as error:
            raise SystemExit(f"Login refused: {error.message}")

        try:
            agents = await client.list_agents()
        except ARCPError:
            # ARCPClient hides the problem type of a 401 and does not log in by itself.
            await client.login_admin("<admin name>", "<admin password>")
            agents = await client.list_agents()
        print(f"{len(agents)} agents")

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
  if (!response.ok) throw new Error(\`login answered \${response.status}\`);
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
A burst of these from every admin at once points to a restart without Redis. Single ones are normal at the end of
\`SESSION_TIMEOUT\`. Keep sessions in Redis when more than one server process answers.`,
  settings: ['SESSION_TIMEOUT', 'MAX_SESSIONS', 'REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD', 'REDIS_DB'],
  endpoints: [
    'GET /agents',
    'GET /agents/{agent_id}',
    'DELETE /agents/{agent_id}',
    'GET /agents/search',
    'POST /agents/search',
    'GET /agents/stats',
    'POST /agents/register',
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
    'login_admin, request_temp_token, validate_token, request_attestation_challenge': '`AuthenticationError`.',
    'register_agent, validate_compliance': '`RegistrationError`.',
    refresh_authentication: 'Raises nothing; it returns `False`.',
  },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'The body carries `session_id` and `error_code`.',
        actual: 'The body has no extension members at all.',
      },
      {
        documented: 'ARCPClient recreates the session by itself and raises `AuthenticationError`.',
        actual: 'It does not log in again, and most methods raise `ARCPError`.',
      },
      {
        documented: 'The session timeout is 60 minutes in the example and 1440 in `.env.example`.',
        actual: 'It is 30 minutes when `SESSION_TIMEOUT` is not set.',
      },
    ],
  },
  related: {
    'session-expired': 'meant for a session past its time; ARCP 2.1.2 answers session-invalid there as well',
    'token-invalid': 'the token itself is not accepted, whatever the session',
    'authentication-failed': 'no token was sent, or the login failed',
    'required-header-missing': 'a login without `X-Client-Fingerprint` gets this one',
    'pin-not-set': 'the session lives, but has no PIN yet',
  },
  aliases: ['SESSION_INVALID', 'Session Invalid'],
} satisfies Problem<SessionInvalid>;
