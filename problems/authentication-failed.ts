import type { Problem, Step } from '../src/catalog/entry.ts';

export interface AuthenticationFailed {
  /** Code of the reason. Documented, but ARCP 2.1.2 never sends it; branch on `type`. */
  error_code?:
    | 'INVALID_CREDENTIALS'
    | 'AUTH_REQUIRED'
    | 'INVALID_AGENT_KEY'
    | 'AGENT_LOGIN_BLOCKED'
    | 'FINGERPRINT_REQUIRED';
}

const fix = [
  {
    step: 'Send the token on every route that is not public.',
    request: { method: 'GET', path: '/agents', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
  },
  {
    step: 'Get a temporary token with an agent key of this server.',
    when: 'for agents',
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
    settings: ['AGENT_KEYS'],
    note: 'The answer holds `temp_token`; with ARCPClient this is `request_temp_token(agent_id, agent_type, agent_key)`.',
  },
  {
    step: 'Log in, and keep both the token and the fingerprint.',
    when: 'for admins',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    settings: ['ADMIN_USERNAME', 'ADMIN_PASSWORD'],
    note: 'The answer holds `access_token`; with ARCPClient this is `login_admin(username, password)`.',
  },
  {
    step: 'Send the scrape token.',
    when: 'for Prometheus',
    request: { method: 'GET', path: '/metrics/scrape', headers: { Authorization: 'Bearer <scrape token>' } },
    expect: 200,
    settings: ['METRICS_SCRAPE_TOKEN'],
  },
] satisfies Step[];

export default {
  title: 'Authentication Failed',
  status: 401,
  category: 'authentication',
  summary: 'The request carries no bearer token, or the credentials sent for a token are not accepted.',
  now: 'Send `Authorization: Bearer` with a token, or correct the credentials of the login.',
  explanation: `
Every route that is not public asks for a token in the \`Authorization\` header, in the form \`Bearer <token>\`. A request without
it, or with another scheme, ends here before the token is examined. A token that is there but not accepted is token-invalid.

The two routes that hand out first tokens use this type as well. \`POST /auth/login\` takes the name and password of an admin.
\`POST /auth/agent/request_temp_token\` takes one of the \`AGENT_KEYS\`; agents cannot use the admin login.`,
  fixedBy: 'client-developer',
  causes: {
    'authorization-header-missing-does': {
      cause: 'The `Authorization` header is missing, or does not start with `Bearer` and a space.',
      tell: 'The request went to a route that is not public, and its headers show it.',
      fix: fix,
    },
    'admin-name-password-wrong': {
      cause: 'The admin name or the password is wrong.',
      tell: 'The request was a login with name and password.',
      fixedBy: 'end-user',
      fix: fix,
    },
    'agent-key-one-agent': {
      cause: 'The agent key is not one of the `AGENT_KEYS` of this server.',
      tell: 'The request asked for a temporary token.',
      fix: fix,
    },
    'agent-tried-log-agent': {
      cause: 'An agent tried to log in with `agent_id` and `agent_type` at the admin login.',
      tell: 'The body of the login holds these two fields.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'body-login-lacks-user': {
      cause: 'The body of the login lacks the user name or the password.',
      tell: 'One of the fields is missing or misspelt.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'server-met-unexpected-error': {
      cause: 'The server met an unexpected error while it examined the token.',
      tell: 'The detail names no reason, and other requests with the same token work.',
      fixedBy: 'server-developer',
      fix: fix,
    },
  },
  answers: [
    { title: 'Missing or invalid authorization' },
    { detail: 'Authentication required*', causes: ['authorization-header-missing-does'] },
    { detail: 'Bearer token required', causes: ['authorization-header-missing-does'] },
    { detail: 'No token provided in Authorization header', causes: ['authorization-header-missing-does'] },
    { detail: '*Invalid admin credentials', causes: ['admin-name-password-wrong'] },
    { detail: '*Invalid agent registration key', causes: ['agent-key-one-agent'] },
    { detail: '*Direct agent login not allowed*', causes: ['agent-tried-log-agent'] },
    { detail: '*provide either agent_id/agent_type or username/password', causes: ['body-login-lacks-user'] },
    { detail: 'Authentication failed', causes: ['server-met-unexpected-error'] },
    { detail: 'Authentication failed: Authentication required' },
    {
      detail: 'Authentication failed: Direct agent login not allowed. Use agent registration flow with valid agent key',
    },
    { detail: 'Authentication failed: Invalid admin credentials' },
    { detail: 'Authentication failed: Invalid agent registration key' },
    { detail: 'Authentication failed: Invalid credentials - provide either agent_id/agent_type or username/password' },
    { detail: 'Authentication failed: Invalid token' },
    { detail: 'Authentication required' },
    { detail: 'Authentication required for admin endpoint' },
    { detail: 'Authentication required for agent endpoint' },
  ],
  retry: {
    when: 'after-login',
    because: 'It needs a token or other credentials; repeated failures at the login routes count towards a lockout.',
  },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Authentication required for agent endpoint', instance: '/agents' },
  samples: [
    {
      title: 'Get a first token when none was sent',
      lang: 'typescript',
      code: `
import { authenticationFailed, isProblem, readProblem } from 'arcp-problems';

async function requestToken(): Promise<string> {
  const response = await fetch('http://localhost:8001/auth/agent/request_temp_token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' }),
  });
  if (isProblem(await readProblem(response), authenticationFailed)) {
    // The server does not know the key: ask the operator, do not repeat.
    throw new Error('The agent key is not accepted.');
  }
  if (!response.ok) throw new Error(\`token request answered \${response.status}\`);
  return (await response.json()).temp_token;
}

const token = await requestToken();
const agents = await fetch('http://localhost:8001/agents', { headers: { Authorization: \`Bearer \${token}\` } });
console.log(agents.status);`,
    },
    {
      title: 'Log in, and stop when the credentials are wrong',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, AuthenticationError

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        try:
            await client.login_admin("<admin name>", "<admin password>")
        except AuthenticationError as error:
            # Do not try again with the same credentials: failures count towards a lockout.
            raise SystemExit(f"Login refused: {error.message}")
        agents = await client.list_agents()
        print(f"{len(agents)} agents")

asyncio.run(main())`,
    },
  ],
  userMessage: 'Sign in to continue, and check the name and password.',
  operators: `
Single ones are normal. Many from one address at the login routes look like guessing; ARCP answers them with
rate-limit-exceeded after a while. Right after a change of \`AGENT_KEYS\`, \`ADMIN_PASSWORD\` or \`METRICS_SCRAPE_TOKEN\`, look for
clients that still use the old value.`,
  settings: ['ADMIN_USERNAME', 'ADMIN_PASSWORD', 'AGENT_KEYS', 'METRICS_SCRAPE_TOKEN'],
  endpoints: [
    'POST /auth/login',
    'POST /auth/agent/request_temp_token',
    'POST /auth/agent/validate_compliance',
    'GET /auth/agent/validation/{validation_id}',
    'GET /agents',
    'GET /agents/{agent_id}',
    'DELETE /agents/{agent_id}',
    'GET /agents/search',
    'POST /agents/search',
    'GET /agents/stats',
    {
      route: 'POST /agents/register',
      when: 'with an `Authorization` header of another scheme; without one it is validation-failed',
    },
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
    { route: 'GET /metrics/scrape', when: 'with `METRICS_SCRAPE_TOKEN` set' },
    'POST /security/attestation/verify',
    'GET /security/attestation/status/{agent_id}',
    {
      route: 'POST /security/container/scan',
      when: 'with an `Authorization` header of another scheme; without one it is validation-failed',
    },
    {
      route: 'POST /security/sbom/verify',
      when: 'with an `Authorization` header of another scheme; without one it is validation-failed',
    },
    'POST /tokens/mint',
    'POST /tokens/refresh',
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
        documented: 'The body carries `error_code` with one of five values.',
        actual: 'The body has no extension members; the detail is the only hint at the reason.',
      },
      {
        documented: 'The type has one title.',
        actual: 'The two routes that take a temporary token send "Missing or invalid authorization".',
      },
      {
        documented: 'Temporary tokens come from `POST /auth/temp-token`, and `POST /auth/validate` checks tokens.',
        actual: 'The routes are `POST /auth/agent/request_temp_token`, and `GET` or `POST /tokens/validate`.',
      },
    ],
  },
  related: {
    'token-invalid': 'a token was sent, but it is expired, malformed or of the wrong kind',
    'session-invalid': 'the admin token is genuine, but no live session belongs to it',
    'insufficient-permissions': 'the token is accepted, but may not do this',
    'required-header-missing': 'a login without `X-Client-Fingerprint` gets this one',
    'rate-limit-exceeded': 'what follows when credentials fail too often',
  },
  aliases: [
    'AUTHENTICATION_FAILED',
    'AuthenticationError',
    'INVALID_CREDENTIALS',
    'AUTH_REQUIRED',
    'INVALID_AGENT_KEY',
    'AGENT_LOGIN_BLOCKED',
    'FINGERPRINT_REQUIRED',
    'Missing or invalid authorization',
  ],
} satisfies Problem<AuthenticationFailed>;
