import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface AuthenticationFailed {
  /** Code of the reason. Documented, but ARCP 2.1.2 never sends it; branch on `type`. */
  error_code?:
    | 'INVALID_CREDENTIALS'
    | 'AUTH_REQUIRED'
    | 'INVALID_AGENT_KEY'
    | 'AGENT_LOGIN_BLOCKED'
    | 'FINGERPRINT_REQUIRED';
}

const scrape = { routes: ['GET /metrics/scrape'] } as const;
const complianceCheck = { title: 'Missing or invalid authorization' } as const;
const adminRoute = { detail: 'Authentication required for admin endpoint' } as const;

const sendToken: Step = {
  step: 'Send the token in the `Authorization` header, after `Bearer` and one space.',
  request: { method: 'GET', path: '/agents', headers: { Authorization: 'Bearer <agent token>' } },
  expect: 200,
  except: scrape,
};

const requestToken: Step = {
  step: 'Get a temporary token with an agent key of this server.',
  when: 'for agents, if you have no token',
  request: {
    method: 'POST',
    path: '/auth/agent/request_temp_token',
    headers: { 'Content-Type': 'application/json' },
    body: { agent_id: '{agent_id}', agent_type: 'testing', agent_key: '<agent key>' },
  },
  expect: 200,
  settings: ['AGENT_KEYS'],
  note: 'The response contains `temp_token`. With ARCPClient: `request_temp_token(agent_id, agent_type, agent_key)`.',
};

const logIn: Step = {
  step: 'Log in, and store both the token and the fingerprint.',
  when: 'for admins, if you have no token',
  request: {
    method: 'POST',
    path: '/auth/login',
    headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
    body: { username: '<admin name>', password: '<admin password>' },
  },
  expect: 200,
  settings: ['ADMIN_USERNAME', 'ADMIN_PASSWORD'],
  note: 'The response contains `access_token`. With ARCPClient: `login_admin(username, password)`.',
};

const sendScrapeToken: Step = {
  step: 'Send the scrape token.',
  when: 'for Prometheus',
  only: scrape,
  request: { method: 'GET', path: '/metrics/scrape', headers: { Authorization: 'Bearer <scrape token>' } },
  expect: 200,
  settings: ['METRICS_SCRAPE_TOKEN'],
};

const countsTowardLockout = {
  when: 'after-change',
  because: 'The same request is rejected again, and each failure counts toward a lockout.',
} as const;

const causes = {
  'no-token': {
    cause: 'The request has no `Authorization` header.',
    tell: 'The header is missing from your request, or empty. A redirect or a proxy can remove it.',
    fix: [
      { ...requestToken, except: [scrape, adminRoute] },
      { ...logIn, except: [scrape, complianceCheck] },
      sendToken,
      sendScrapeToken,
    ],
    asked: ['missing token', 'not logged in', 'no authorization header', 'unauthorized', 'header missing', 'redirect'],
  },
  'not-bearer': {
    cause: 'The `Authorization` header does not contain `Bearer`, one space and a token.',
    short: 'The header is not `Bearer` and a token',
    tell: 'The header of your request is there, but starts with `Basic`, `DPoP` or `bearer`, is the bare token, or has nothing after `Bearer`.',
    retry: { when: 'after-change', because: 'The same token works once the header is correct.' },
    fix: [
      sendToken,
      {
        step: 'Send the token as `Bearer` and the proof in the `DPoP` header.',
        when: 'if you use DPoP',
        only: { request: { Authorization: 'DPoP *' } },
        note: 'ARCP does not accept the scheme `DPoP` in the `Authorization` header.',
      },
      sendScrapeToken,
    ],
    asked: ['basic auth', 'lower case', 'bearer', 'DPoP scheme', 'empty bearer', 'API key'],
  },
  'wrong-admin-credentials': {
    cause: 'The name or the password of the admin is wrong.',
    tell: 'The request is `POST /auth/login`. The server compares both exactly, with upper and lower case.',
    fixedBy: 'end-user',
    retry: countsTowardLockout,
    fix: [
      { ...logIn, step: 'Correct the name and the password, and log in again.', when: 'for admins' },
      {
        step: 'Compare the values with the settings of the server, and restart it after a change.',
        when: 'for operators',
        settings: ['ADMIN_USERNAME', 'ADMIN_PASSWORD'],
      },
    ],
    asked: ['wrong password', 'login failed', 'cannot log in', 'forgot password', 'invalid credentials'],
  },
  'agent-key-unknown': {
    cause: 'The `agent_key` is not one of the `AGENT_KEYS` of this server.',
    tell: 'The request is `POST /auth/agent/request_temp_token`. The key has a typo, or belongs to another server.',
    retry: countsTowardLockout,
    fix: [
      { ...requestToken, step: 'Correct `agent_key`, and request the token again.', when: 'for agents' },
      {
        step: 'Add the key to the list, and restart the server.',
        when: 'for operators',
        settings: ['AGENT_KEYS'],
      },
    ],
    asked: ['wrong agent key', 'invalid key', 'registration key', 'key rejected'],
  },
  'agent-key-beyond-eight': {
    cause: 'The `agent_key` is the ninth or a later one in `AGENT_KEYS`, and ARCP uses the first eight only.',
    short: 'Only the first eight agent keys count',
    tell: 'The operator sees the key in `AGENT_KEYS`, after eight other keys.',
    fixedBy: 'operator',
    retry: { when: 'after-fix', because: 'The server rejects the key until it is among the first eight.' },
    fix: [
      {
        step: 'Keep at most eight keys of at most 64 characters, and restart the server.',
        when: 'for operators',
        settings: ['AGENT_KEYS'],
      },
      { ...requestToken, step: 'Use one of the first eight keys.', when: 'for agents' },
    ],
    asked: ['ninth key', 'too many keys', 'more agents'],
  },
  'login-incomplete': {
    cause: 'The body of the login has no `username` or no `password`.',
    tell: 'A field is missing or empty, or has a different name, such as `user` or `email`.',
    retry: countsTowardLockout,
    fix: [{ ...logIn, step: 'Send both `username` and `password`.', when: 'for admins' }],
    asked: ['missing field', 'empty password', 'email'],
  },
  'agent-login': {
    cause: 'The body of the login has `agent_id` and `agent_type`, and agents cannot log in there.',
    tell: 'The request is `POST /auth/login`. The two fields are enough, even next to a correct name and password.',
    retry: countsTowardLockout,
    fix: [
      { ...requestToken, when: 'for agents' },
      { ...logIn, step: 'Remove `agent_id` and `agent_type` from the body.', when: 'for admins' },
    ],
    asked: ['agent login', 'agent cannot log in'],
  },
  'claims-unusable': {
    cause: 'Another program made the token, and the server cannot work with its claims.',
    tell: 'The token is not from a route of ARCP: its `role` is not a text, or an admin token has no `sub`.',
    sent: 'in-special-cases',
    fix: [
      { ...requestToken, when: 'for agents' },
      { ...logIn, when: 'for admins' },
    ],
    asked: ['own token', 'claims'],
  },
} satisfies Causes;

const noToken = 'Authentication required for {level} endpoint';
/** These routes answer validation-failed where the header is absent. */
const headerIsThere = ['POST /agents/register', 'POST /security/sbom/verify', 'POST /security/container/scan'] as const;

export default {
  title: 'Authentication Failed',
  status: 401,
  category: 'authentication',
  summary: 'The request has no bearer token, or the server rejected the credentials of a login or token request.',
  now: 'Send `Authorization: Bearer` with a token. If you were logging in, correct the credentials.',
  explanation: `
Routes that are not public require a token in the \`Authorization\` header, in the form \`Bearer <token>\`. If the header is missing or has
another form, the server returns this type before it looks at a token. A token that is sent but not accepted is token-invalid.

The two routes that issue first tokens also return this type. \`POST /auth/login\` takes the name and password of an admin.
\`POST /auth/agent/request_temp_token\` takes one of the \`AGENT_KEYS\`: ARCP uses the first eight keys, and the first 64 characters of each.
Agents cannot use the admin login.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: noToken,
      request: { Authorization: false },
      causes: ['no-token'],
      example: { detail: 'Authentication required for agent endpoint', instance: '/agents' },
    },
    {
      detail: noToken,
      request: { Authorization: true },
      causes: ['not-bearer'],
      example: { detail: 'Authentication required for admin endpoint', instance: '/auth/session_status' },
    },
    {
      detail: noToken,
      routes: headerIsThere,
      causes: ['not-bearer'],
      example: { detail: 'Authentication required for agent endpoint', instance: '/agents/register' },
    },
    {
      detail: 'Authentication failed: Invalid admin credentials',
      causes: ['wrong-admin-credentials'],
      example: { detail: 'Authentication failed: Invalid admin credentials', instance: '/auth/login' },
    },
    {
      detail: 'Authentication failed: Invalid agent registration key',
      causes: ['agent-key-unknown', 'agent-key-beyond-eight'],
      example: {
        detail: 'Authentication failed: Invalid agent registration key',
        instance: '/auth/agent/request_temp_token',
      },
    },
    {
      detail: 'Authentication failed: Invalid credentials - provide either agent_id/agent_type or username/password',
      causes: ['login-incomplete'],
      example: {
        detail: 'Authentication failed: Invalid credentials - provide either agent_id/agent_type or username/password',
        instance: '/auth/login',
      },
    },
    {
      detail: 'Authentication failed: Direct agent login not allowed. Use agent registration flow with valid agent key',
      causes: ['agent-login'],
      example: {
        detail:
          'Authentication failed: Direct agent login not allowed. Use agent registration flow with valid agent key',
        instance: '/auth/login',
      },
    },
    {
      title: 'Missing or invalid authorization',
      detail: 'Bearer token required',
      request: { Authorization: false },
      causes: ['no-token'],
      example: { detail: 'Bearer token required', instance: '/auth/agent/validate_compliance' },
    },
    {
      title: 'Missing or invalid authorization',
      detail: 'Bearer token required',
      request: { Authorization: true },
      causes: ['not-bearer'],
      example: { detail: 'Bearer token required', instance: '/auth/agent/validate_compliance' },
    },
    {
      detail: 'No token provided in Authorization header',
      request: { Authorization: false },
      causes: ['no-token'],
      example: { detail: 'No token provided in Authorization header', instance: '/tokens/refresh' },
    },
    {
      detail: 'No token provided in Authorization header',
      request: { Authorization: true },
      causes: ['not-bearer'],
      example: { detail: 'No token provided in Authorization header', instance: '/tokens/refresh' },
    },
    {
      detail: 'Authentication required',
      request: { Authorization: false },
      causes: ['no-token'],
      example: { detail: 'Authentication required', instance: '/metrics/scrape' },
    },
    {
      detail: 'Authentication required',
      request: { Authorization: true },
      causes: ['not-bearer'],
      example: { detail: 'Authentication required', instance: '/metrics/scrape' },
    },
    {
      detail: 'Authentication failed',
      causes: ['claims-unusable'],
      example: { detail: 'Authentication failed', instance: '/agents' },
    },
  ],
  retry: {
    when: 'after-login',
    because: 'The request needs a token. Failures at the two routes that issue tokens count toward a lockout.',
  },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Authentication required for agent endpoint', instance: '/agents' },
  documented: {
    detail: 'Invalid admin credentials',
    instance: '/auth/login',
    error_code: 'INVALID_CREDENTIALS',
  },
  samples: [
    {
      title: 'Get a first token',
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
    // The server does not know the key. Ask the operator, and do not retry.
    throw new Error('The server rejected the agent key.');
  }
  if (!response.ok) throw new Error(\`The token request returned \${response.status}\`);
  return (await response.json()).temp_token;
}

const token = await requestToken();
const agents = await fetch('http://localhost:8001/agents', { headers: { Authorization: \`Bearer \${token}\` } });
console.log(agents.status);`,
    },
    {
      title: 'Log in, and stop if the credentials are wrong',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, AuthenticationError

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        try:
            await client.login_admin("<admin name>", "<admin password>")
        except AuthenticationError as error:
            # Do not retry with the same credentials: each failure counts toward a lockout.
            raise SystemExit(f"Login refused: {error.message}")
        agents = await client.list_agents()
        print(f"{len(agents)} agents")

asyncio.run(main())`,
    },
  ],
  userMessage: 'Sign in to continue, and check your name and password.',
  operators: `
If one address causes many of these at the login routes, someone is probably guessing. ARCP rejects further attempts with
rate-limit-exceeded after a few failures. Block the address if the attempts continue.

If clients fail right after a change of \`AGENT_KEYS\`, \`ADMIN_PASSWORD\` or \`METRICS_SCRAPE_TOKEN\`, they still use the old value. Give
them the new one.

If one agent key fails although it is in \`AGENT_KEYS\`, it is probably the ninth or a later one. Shorten the list.`,
  monitor: { log: 'Missing or invalid authorization header for *' },
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
      when: 'with an `Authorization` header that is not `Bearer`; without the header it is validation-failed',
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
    { route: 'GET /metrics/scrape', when: 'if `METRICS_SCRAPE_TOKEN` is set' },
    'POST /security/attestation/verify',
    'GET /security/attestation/status/{agent_id}',
    {
      route: 'POST /security/container/scan',
      when: 'with an `Authorization` header that is not `Bearer`; without the header it is validation-failed',
    },
    {
      route: 'POST /security/sbom/verify',
      when: 'with an `Authorization` header that is not `Bearer`; without the header it is validation-failed',
    },
    'POST /tokens/mint',
    'POST /tokens/refresh',
  ],
  clients: {
    login_admin: '`AuthenticationError`; the message starts with "Admin login failed".',
    request_temp_token: '`AuthenticationError`; the message starts with "Temporary token request failed".',
    'most methods':
      '`ARCPError`; the message ends with "Unexpected error: Authentication failed - invalid or expired token".',
    'search_agents with public_api=False': '`SearchError` with the same ending.',
    register_agent: '`RegistrationError`.',
  },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
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
    'token-invalid': 'a token was sent, but it has expired, is damaged or is the wrong kind',
    'session-invalid': 'the admin token is valid, but no active session matches it',
    'insufficient-permissions': 'the token is valid, but its role or agent is not allowed on the route',
    'required-header-missing': 'a login without `X-Client-Fingerprint`',
    'validation-failed': 'the registration, an SBOM check or a container scan without an `Authorization` header',
    'rate-limit-exceeded': 'credentials failed too often',
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
  asked: ['unauthorized', 'login', 'sign in', 'credentials', 'not authenticated'],
} satisfies Problem<AuthenticationFailed, typeof causes>;
