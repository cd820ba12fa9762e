import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface TokenInvalid {
  /** Agent that the metric report is for. Absent on all other routes. */
  agent_id?: string;
  /** Compliance check that the token names. Documented, but ARCP 2.1.2 never sends it. */
  validation_id?: string;
  /** Why the token is rejected. Documented, but ARCP 2.1.2 never sends it; branch on `type`, then on `status`. */
  error_code?:
    | 'NO_VALIDATION'
    | 'ALREADY_USED'
    | 'EXPIRED'
    | 'SCRIPT_ERROR'
    | 'TOKEN_EXPIRED'
    | 'INVALID_SIGNATURE'
    | 'MALFORMED_TOKEN'
    | 'MISSING_CLAIMS';
  /**
   * When the token was issued. Documented, but ARCP 2.1.2 never sends it.
   * @format date-time
   */
  token_issued_at?: string;
  /**
   * When the token expired. Documented, but ARCP 2.1.2 never sends it.
   * @format date-time
   */
  token_expired_at?: string;
  /** Claims that the token does not have. Documented, but ARCP 2.1.2 never sends it. */
  missing_claims?: string[] | string;
}

/** Only the token of an admin login opens these. */
const adminRoutes = [
  'GET /agents/stats',
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
  'POST /tokens/mint',
] as const;

const requestToken: Step = {
  step: 'Get a new temporary token, and send the request with it.',
  when: 'for agents',
  except: { routes: adminRoutes },
  request: {
    method: 'POST',
    path: '/auth/agent/request_temp_token',
    headers: { 'Content-Type': 'application/json' },
    body: { agent_id: '{agent_id}', agent_type: 'testing', agent_key: '<agent key>' },
  },
  expect: 200,
  note: 'The response contains `temp_token`. If the agent is no longer registered, use this token to register it again.',
};

const logIn: Step = {
  step: 'Log in again, and send the request with the new token and the same fingerprint.',
  when: 'for admins',
  except: { title: 'Invalid token' },
  request: {
    method: 'POST',
    path: '/auth/login',
    headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
    body: { username: '<admin name>', password: '<admin password>' },
  },
  expect: 200,
  note: 'The response contains `access_token`.',
};

const sendUnchanged: Step = {
  step: 'Send the token exactly as the server returned it: one line, three parts, two dots.',
  note: 'Look for quotes, a second `Bearer`, a line break, the text `undefined` or `null`, or a variable that cuts the end off.',
};

const checkToken: Step = {
  step: 'Ask the server why it rejects the token.',
  request: { method: 'GET', path: '/tokens/validate', headers: { Authorization: 'Bearer <agent token>' } },
  expect: 200,
  note: 'A rejected token returns 401 with plain JSON, and `error` names the reason. With `ENVIRONMENT=production`, each 401 counts as a failure: ask once, not in a loop.',
};

const startCheck: Step = {
  step: 'Start the compliance check with the temporary token.',
  request: {
    method: 'POST',
    path: '/auth/agent/validate_compliance',
    headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
    body: {
      agent_id: '{agent_id}',
      agent_type: 'testing',
      endpoint: '{endpoint}',
      capabilities: ['processing'],
    },
  },
  expect: 202,
  note: 'The response contains `validation_id`.',
};

const poll: Step = {
  step: 'Poll the check with the same temporary token until `status` is `passed`.',
  request: {
    method: 'GET',
    path: '/auth/agent/validation/{validation_id}',
    headers: { Authorization: 'Bearer <temporary token>' },
  },
  expect: 200,
  note: 'The response then contains `validated_token`. A check that failed also returns 200, with `status` `failed`.',
};

const firstToken: Step = {
  step: 'Get a temporary token for this agent.',
  request: {
    method: 'POST',
    path: '/auth/agent/request_temp_token',
    headers: { 'Content-Type': 'application/json' },
    body: { agent_id: '{agent_id}', agent_type: 'testing', agent_key: '<agent key>' },
  },
  expect: 200,
  note: 'The response contains `temp_token`.',
};

const register: Step = {
  step: 'Register with the validated token.',
  request: {
    method: 'POST',
    path: '/agents/register',
    headers: { Authorization: 'Bearer <validated token>', 'Content-Type': 'application/json' },
    body: {
      agent_id: '{agent_id}',
      name: 'My Agent',
      agent_type: 'testing',
      endpoint: '{endpoint}',
      capabilities: ['processing'],
      context_brief: 'Processes data for examples.',
      owner: 'me',
      public_key: '<public key>',
      metadata: { purpose: 'example' },
      version: '1.0.0',
      communication_mode: 'remote',
    },
  },
  expect: 200,
};

const afterChange = {
  when: 'after-change',
  because: 'A new token of the same kind is rejected too.',
} as const;

const causes = {
  expired: {
    cause: 'The token has expired.',
    tell: 'The `exp` claim is more than 60 seconds (`DPOP_CLOCK_SKEW`) in the past, and the same token worked before.',
    fix: [requestToken, logIn],
    asked: [
      'JWT expired',
      'token is expired',
      'ExpiredSignatureError',
      'logged out',
      'timed out',
      'token timeout',
      'session over',
      'stopped working',
      'signed out',
    ],
  },
  malformed: {
    cause: 'The token was cut off or changed on its way to the server, or something else was sent in its place.',
    short: 'The token is incomplete or changed',
    tell: 'The text after `Bearer ` does not start with `ey`, does not have three parts with two dots, or differs from what the server returned.',
    retry: { when: 'after-change', because: 'A token that is still valid works as soon as it is sent unchanged.' },
    fix: [sendUnchanged, checkToken],
    asked: [
      'JWT malformed',
      'undefined',
      'null',
      'empty token',
      'quotes',
      'truncated',
      'corrupted',
      'invalid format',
      'padding',
    ],
  },
  'wrong-secret': {
    cause: 'The token was signed with a different `JWT_SECRET` from the one that the server uses now.',
    short: 'Another server or an old secret signed it',
    tell: 'The `exp` claim is in the future. The token comes from another server, or all tokens from before a restart or a move fail.',
    fix: [
      requestToken,
      logIn,
      {
        step: 'Give all processes and servers behind one address the same secret and algorithm.',
        when: 'for operators, if only some requests with the same token fail',
        settings: ['JWT_SECRET', 'JWT_ALGORITHM'],
      },
    ],
    asked: [
      'signature',
      'JWT signature',
      'invalid signature',
      'other server',
      'staging',
      'after restart',
      'secret changed',
      'deploy',
    ],
  },
  'not-the-validated-token': {
    cause: 'The agent was registered with a different kind of token, and `ARCP_TPR=true` requires the validated token.',
    short: 'The registration needs the validated token',
    tell: 'The title is "Invalid Token for Registration". Temporary, agent, admin and minted tokens all cause it.',
    retry: afterChange,
    fix: [{ ...firstToken, when: 'if you have no temporary token' }, startCheck, poll, register],
    asked: ['register fails', 'cannot register', 'wrong token', 'three-phase', 'audience'],
  },
  'not-the-temporary-token': {
    cause: 'The compliance check was started or polled with a different kind of token from the temporary token.',
    short: 'The compliance check needs the temporary token',
    tell: 'The title is "Invalid token audience" or "Invalid token type". Agent, admin, validated and minted tokens cause it.',
    retry: afterChange,
    fix: [firstToken, startCheck, poll],
    asked: ['audience', 'token type', 'compliance', 'poll', 'wrong token'],
  },
  'not-yet-valid': {
    cause: 'The `iat` or `nbf` claim of the token is in the future for this server, because two clocks differ.',
    short: 'The token is not valid yet: clocks differ',
    tell: 'The `iat` claim is more than 60 seconds later than the `Date` header of the response.',
    fixedBy: 'operator',
    retry: {
      when: 'after-delay',
      because: 'The token becomes valid as soon as the clock of the server is less than 60 seconds behind its `iat`.',
    },
    fix: [
      { step: 'Compare the `iat` claim of the token with the `Date` header of the response.' },
      { step: 'Synchronize the clocks of all servers that issue or check tokens.', when: 'for operators' },
    ],
    asked: ['clock', 'clock skew', 'clock drift', 'time', 'iat', 'nbf', 'ntp'],
  },
  'other-algorithm': {
    cause: 'The token was signed with an algorithm that the server does not accept.',
    tell: 'The `alg` value in the header of the token differs from that of a new token. `HS256`, `HS384` and `HS512` are all accepted.',
    fix: [
      requestToken,
      logIn,
      {
        step: 'Find out whether the algorithm or the signing keys changed since the token was issued.',
        when: 'for operators',
        settings: ['JWT_ALGORITHM'],
      },
    ],
    asked: ['alg', 'algorithm', 'RS256', 'ES256', 'JWKS', 'alg none'],
  },
  'not-bearer': {
    cause: 'The `Authorization` header of a metric report does not contain `Bearer` and a token.',
    short: 'A metric report was sent without a bearer token',
    tell: 'The request is a metric report, and its `Authorization` header is `Basic …`, or has nothing after `Bearer`.',
    retry: { when: 'after-change', because: 'The request works with a bearer token.' },
    fix: [
      {
        step: 'Send the token of the agent as a bearer token.',
        request: {
          method: 'POST',
          path: '/agents/report-metrics/{agent_id}',
          query: { response_time: 0.25 },
          headers: { Authorization: 'Bearer <agent token>' },
        },
        expect: 200,
      },
    ],
    asked: ['basic', 'metrics', 'report metrics'],
  },
  'server-cannot-sign': {
    cause: 'The token is valid, but the server cannot sign a new one with its settings.',
    tell: 'The request is `POST /tokens/refresh`, and `detail` mentions `TokenResponse`, a key or an algorithm.',
    fixedBy: 'operator',
    retry: { when: 'after-fix', because: 'The server cannot refresh any token until its settings are corrected.' },
    fix: [
      {
        step: 'Correct the algorithm and the lifetime of tokens, and restart the server.',
        when: 'for operators',
        settings: ['JWT_ALGORITHM', 'JWT_EXPIRE_MINUTES'],
        note: 'For example `HS256`, and at most one year: 525600 minutes.',
      },
    ],
    asked: ['refresh fails', 'cannot refresh'],
  },
  'claims-refused': {
    cause: 'Another program made the token, and its claims are missing or not valid for ARCP.',
    tell: 'The token is not from a route of ARCP: it has no `sub`, an unknown `role`, or an `exp` that is not a number.',
    sent: 'in-special-cases',
    fix: [{ step: 'Use tokens that ARCP issues.' }, { ...requestToken }, { ...logIn }],
    asked: ['own token', 'claims', 'jwt.io', 'role'],
  },
  'check-gone': {
    cause: 'The token names a compliance check that is no longer stored (`NO_VALIDATION`) or too old (`EXPIRED`).',
    tell: 'The `error_code` is `NO_VALIDATION` or `EXPIRED`.',
    sent: 'no',
    fix: [startCheck, poll, register],
  },
  'check-used': {
    cause: 'The token names a compliance check that was used for a registration before.',
    tell: 'The `error_code` is `ALREADY_USED`.',
    sent: 'no',
    fix: [startCheck, poll, register],
  },
  'check-unreadable': {
    cause: 'The server could not read the stored result of the compliance check.',
    tell: 'The `error_code` is `SCRIPT_ERROR`.',
    fixedBy: 'operator',
    sent: 'no',
    fix: [startCheck, poll, register],
  },
} satisfies Causes;

/** What a token of three parts can be, by the text alone. */
const wholeToken = [
  'expired',
  'wrong-secret',
  'malformed',
  'not-yet-valid',
  'other-algorithm',
  'claims-refused',
] as const;
/** What is sent in the place of a token. */
const anyText = ['malformed', 'expired', 'wrong-secret', 'not-yet-valid', 'other-algorithm'] as const;
const metricReports = ['POST /agents/report-metrics/{agent_id}', 'POST /agents/{agent_id}/metrics/compat'] as const;

export default {
  title: 'Invalid or Expired Token',
  status: [401, 403],
  category: 'authentication',
  summary: 'The token has expired, is damaged, was signed by another server, or is the wrong kind for this route.',
  now: 'Get a new token and retry. If the status is 403, get the kind of token that `detail` names.',
  explanation: `
ARCP accepts a token if it is complete, has not expired and was signed with the \`JWT_SECRET\` of this server. Tokens of agents live
\`JWT_EXPIRE_MINUTES\`, tokens of admins \`SESSION_TIMEOUT\` minutes. Both are accepted for another 60 seconds (\`DPOP_CLOCK_SKEW\`).

Most routes do not say which check failed. \`POST /tokens/refresh\` names the reason in \`detail\`, and \`GET /tokens/validate\` in \`error\`.

With status 403 the token is valid, but it is the wrong kind. The compliance check takes the temporary token. With \`ARCP_TPR=true\`, the
registration takes the validated token that the check returned.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Invalid or expired token',
      request: { Authorization: 'Bearer ey*.e*.*' },
      causes: wholeToken,
      example: { detail: 'Invalid or expired token', instance: '/agents' },
    },
    {
      detail: 'Invalid or expired token',
      request: { Authorization: 'Basic *' },
      routes: metricReports,
      causes: ['not-bearer'],
      example: { detail: 'Invalid or expired token', agent_id: 'my-agent' },
    },
    {
      detail: 'Invalid or expired token',
      request: { Authorization: true },
      causes: anyText,
      example: { detail: 'Invalid or expired token', instance: '/agents' },
    },
    {
      title: 'Invalid token',
      detail: 'Token is invalid or expired',
      request: { Authorization: 'Bearer ey*.e*.*' },
      causes: wholeToken,
      example: { detail: 'Token is invalid or expired', instance: '/auth/agent/validate_compliance' },
    },
    {
      title: 'Invalid token',
      detail: 'Token is invalid or expired',
      request: { Authorization: true },
      causes: anyText,
      example: { detail: 'Token is invalid or expired', instance: '/auth/agent/validate_compliance' },
    },
    {
      status: 403,
      title: 'Invalid Token for Registration',
      detail:
        "Registration requires validated token with audience '{audience}'. Please complete validation first via /auth/agent/validate_compliance",
      causes: ['not-the-validated-token'],
      example: {
        detail:
          'Registration requires validated token with audience &#x27;arcp:register&#x27;. Please complete validation first via /auth/agent/validate_compliance',
        instance: '/agents/register',
      },
    },
    {
      status: 403,
      title: 'Invalid token audience',
      detail: "Token audience must be '{audience}' for validation",
      causes: ['not-the-temporary-token'],
      example: {
        detail: 'Token audience must be &#x27;arcp:validate&#x27; for validation',
        instance: '/auth/agent/validate_compliance',
      },
    },
    {
      status: 403,
      title: 'Invalid token type',
      detail: "Token type must be 'temp' for validation",
      causes: ['not-the-temporary-token'],
      example: {
        detail: 'Token type must be &#x27;temp&#x27; for validation',
        instance: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
      },
    },
    {
      detail: 'Invalid token format',
      request: { Authorization: 'Bearer *' },
      causes: ['malformed'],
      example: { detail: 'Invalid token format', agent_id: 'my-agent' },
    },
    {
      detail: 'Invalid token format',
      request: { Authorization: true },
      causes: ['not-bearer', 'malformed'],
      example: { detail: 'Invalid token format', agent_id: 'my-agent' },
    },
    {
      detail: 'Token refresh failed: Signature has expired',
      causes: ['expired'],
      example: { detail: 'Token refresh failed: Signature has expired', instance: '/tokens/refresh' },
    },
    {
      detail: 'Token refresh failed: Signature verification failed',
      causes: ['wrong-secret', 'malformed'],
      example: { detail: 'Token refresh failed: Signature verification failed', instance: '/tokens/refresh' },
    },
    {
      detail: 'Token refresh failed: Not enough segments',
      causes: ['malformed'],
      example: { detail: 'Token refresh failed: Not enough segments', instance: '/tokens/refresh' },
    },
    {
      detail: 'Token refresh failed: Invalid {part} padding',
      causes: ['malformed'],
      example: { detail: 'Token refresh failed: Invalid header padding', instance: '/tokens/refresh' },
    },
    {
      detail: 'Token refresh failed: Invalid {part} string: *',
      causes: ['malformed'],
      example: {
        detail: 'Token refresh failed: Invalid header string: Expecting value: line 1 column 1 (char 0)',
        instance: '/tokens/refresh',
      },
    },
    {
      detail: 'Token refresh failed: The token is not yet valid ({claim})',
      causes: ['not-yet-valid'],
      example: { detail: 'Token refresh failed: The token is not yet valid (iat)', instance: '/tokens/refresh' },
    },
    {
      detail: 'Token refresh failed: The specified alg value is not allowed',
      causes: ['other-algorithm'],
      example: { detail: 'Token refresh failed: The specified alg value is not allowed', instance: '/tokens/refresh' },
    },
    {
      detail: 'Token refresh failed: Algorithm not supported',
      causes: ['server-cannot-sign'],
      example: { detail: 'Token refresh failed: Algorithm not supported', instance: '/tokens/refresh' },
    },
    {
      detail: 'Token refresh failed: Could not parse the provided public key.',
      causes: ['server-cannot-sign'],
      example: {
        detail: 'Token refresh failed: Could not parse the provided public key.',
        instance: '/tokens/refresh',
      },
    },
    {
      detail: 'Token refresh failed: When alg = "none", key value must be None.',
      causes: ['server-cannot-sign'],
      example: {
        detail: 'Token refresh failed: When alg = &quot;none&quot;, key value must be None.',
        instance: '/tokens/refresh',
      },
    },
    {
      detail: 'Token refresh failed: * validation error* for TokenResponse*',
      causes: ['server-cannot-sign'],
      example: {
        detail:
          'Token refresh failed: 1 validation error for TokenResponse[FILTERED]expires_in[FILTERED]  Value error, expires_in too large (max 31,536,000 seconds / 1 year) [type=value_error, input_value=36000000, input_type=int]',
        instance: '/tokens/refresh',
      },
    },
    { detail: 'Token refresh failed: * validation error* for TokenMintRequest*', causes: ['claims-refused'] },
    { detail: 'Token refresh failed: * must be *', causes: ['claims-refused'] },
    { detail: 'Token refresh failed: *' },
  ],
  retry: {
    when: 'after-login',
    because: 'The same token is rejected again, and a new one is accepted.',
  },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Invalid or expired token', instance: '/agents' },
  documented: {
    detail: 'JWT token has expired at 2024-01-15T09:30:00Z',
    instance: '/agents',
    token_issued_at: '2024-01-15T08:30:00Z',
    token_expired_at: '2024-01-15T09:30:00Z',
    error_code: 'TOKEN_EXPIRED',
  },
  prevent: [
    {
      step: 'Refresh the token before it expires.',
      when: 'for agents',
      request: { method: 'POST', path: '/tokens/refresh', headers: { Authorization: 'Bearer <agent token>' } },
      expect: 200,
      settings: ['JWT_EXPIRE_MINUTES'],
      note: 'The response contains `access_token`. With ARCPClient: `refresh_authentication()`.',
    },
    {
      step: 'Log in again before the session ends.',
      when: 'for admins',
      settings: ['SESSION_TIMEOUT'],
      note: 'A refreshed admin token has no session, so admin routes reject it with session-invalid.',
    },
  ],
  samples: [
    {
      title: 'Get a new token once, then retry',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, tokenInvalid } from 'arcp-problems';

async function requestToken(): Promise<string> {
  const response = await fetch('http://localhost:8001/auth/agent/request_temp_token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' }),
  });
  if (!response.ok) throw new Error(\`The token request returned \${response.status}\`);
  return (await response.json()).temp_token;
}

const list = (token: string) =>
  fetch('http://localhost:8001/agents', { headers: { Authorization: \`Bearer \${token}\` } });

let response = await list('<agent token>');
const problem = await readProblem(response);
if (isProblem(problem, tokenInvalid)) {
  // 403: the route requires a different kind of token, so a new one of the same kind does not help.
  if (problem.status === 403) throw new Error(problem.detail ?? problem.title);
  response = await list(await requestToken());
}`,
    },
    {
      title: 'Check a token before long work',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, AuthenticationError

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        await client.request_temp_token("my-agent", "testing", "<agent key>")
        try:
            await client.validate_token()
        except AuthenticationError:
            # ARCPClient does not renew tokens automatically.
            await client.request_temp_token("my-agent", "testing", "<agent key>")
        agents = await client.list_agents()
        print(f"{len(agents)} agents")

asyncio.run(main())`,
    },
  ],
  userMessage: 'Your access has expired. Sign in again.',
  operators: `
If every client gets this at the same time, \`JWT_SECRET\` or \`JWT_ALGORITHM\` has changed, or the server restarted with other values.
Restore the old values, or have all clients get new tokens.

If one token works on some requests and fails on others, the server processes use different secrets. Set the same \`JWT_SECRET\` for all.

If the log shows \`TPR enforcement: /agents/register requires validated token\`, an agent skips the compliance check. Tell its developer
that \`ARCP_TPR\` is on.

The log gives the reason that the response hides: \`Token validation failed: Signature has expired\`.`,
  monitor: { log: 'Token validation failed: *' },
  settings: [
    'JWT_SECRET',
    'JWT_ALGORITHM',
    'JWT_EXPIRE_MINUTES',
    'SESSION_TIMEOUT',
    'ARCP_TPR',
    'ARCP_TPR_TOKEN_AUD_VALIDATE',
    'ARCP_TPR_TOKEN_AUD_REGISTER',
    'DPOP_CLOCK_SKEW',
  ],
  endpoints: [
    'POST /agents/register',
    'GET /agents',
    'GET /agents/{agent_id}',
    'DELETE /agents/{agent_id}',
    'GET /agents/search',
    'POST /agents/search',
    'GET /agents/stats',
    'POST /agents/{agent_id}/heartbeat',
    'GET /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/metrics/compat',
    'POST /agents/report-metrics/{agent_id}',
    'POST /agents/{agent_id}/connection/notify',
    'POST /auth/agent/validate_compliance',
    'GET /auth/agent/validation/{validation_id}',
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
    'POST /tokens/refresh',
  ],
  clients: {
    'most methods':
      '`ARCPError`; the message ends with "Unexpected error: Authentication failed - invalid or expired token".',
    'search_agents with public_api=False': '`SearchError` with the same ending.',
    'register_agent, validate_compliance': '`RegistrationError`.',
    refresh_authentication: 'No exception; it returns `False`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    undocumented: ['agent_id'],
    missing: ['instance'],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'The status is 401.',
        actual: 'It is 403 for tokens of the wrong phase, audience or type.',
      },
      {
        documented: 'The type has one title.',
        actual: 'It has five titles; the route and the mistake decide which one is sent.',
      },
      {
        documented: '`detail` gives the reason, for example "JWT token has expired at 2024-01-15T09:30:00Z".',
        actual: 'Only `POST /tokens/refresh` gives the reason.',
      },
      {
        documented: '`POST /auth/validate` checks tokens, and `POST /auth/temp-token` issues temporary ones.',
        actual: 'The routes are `GET` or `POST /tokens/validate`, and `POST /auth/agent/request_temp_token`.',
      },
      {
        documented:
          '`POST /tokens/validate` takes the token, and `POST /tokens/refresh` a `refresh_token`, in a JSON body.',
        actual: 'The first takes `token` in the query, and the second reads the `Authorization` header.',
      },
      {
        documented: 'A temporary token lives 900 seconds, and a validated token 300 seconds.',
        actual: '`expires_in` has these values, but both tokens live `JWT_EXPIRE_MINUTES`.',
      },
      {
        documented: 'ARCPClient reads problem details and raises `AuthenticationError` on 401 and 403.',
        actual: 'Most methods raise `ARCPError`, and no token is renewed automatically.',
      },
      {
        documented: 'The title of the page is "Token Invalid/Expired".',
        actual: 'The `title` in responses is "Invalid or Expired Token".',
      },
    ],
  },
  related: {
    'authentication-failed': 'the request has no bearer token, or the login was refused',
    'session-invalid': 'the admin token is valid, but no active session matches it',
    'session-expired': 'documented for ended admin sessions; ARCP 2.1.2 never sends it',
    'insufficient-permissions': 'the token is valid, but its role or agent is not allowed on the route',
    forbidden: 'the temporary token is valid, but the compliance check belongs to another agent',
    'dpop-required': 'the token is valid, but the request has no proof of possession',
  },
  aliases: [
    'TOKEN_VALIDATION_ERROR',
    'TokenValidationError',
    'Token Invalid/Expired',
    'TOKEN_EXPIRED',
    'INVALID_SIGNATURE',
    'MALFORMED_TOKEN',
    'MISSING_CLAIMS',
    'NO_VALIDATION',
    'ALREADY_USED',
    'EXPIRED',
    'SCRIPT_ERROR',
  ],
  asked: ['JWT', 'bearer token', 'token rejected', 'unauthorized'],
  references: [
    { title: 'RFC 7519: JSON Web Token (JWT)', url: 'https://www.rfc-editor.org/rfc/rfc7519' },
    { title: 'RFC 6750: Bearer Token Usage', url: 'https://www.rfc-editor.org/rfc/rfc6750' },
  ],
} satisfies Problem<TokenInvalid, typeof causes>;
