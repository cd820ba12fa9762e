import type { Problem, Step } from '../src/catalog/entry.ts';

export interface TokenInvalid {
  /** Agent the request is about. Present on metric reports and when a finished compliance check cannot be used. */
  agent_id?: string;
  /** Compliance check that the token names. Present when that check cannot be used for the registration. */
  validation_id?: string;
  /**
   * Why the compliance check cannot be used: `NO_VALIDATION`, `ALREADY_USED`, `EXPIRED` or `SCRIPT_ERROR`. Absent otherwise; the
   * other four values are documented, but ARCP 2.1.2 never sends them.
   */
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
  /** Claims that the token lacks. Documented, but ARCP 2.1.2 never sends it. */
  missing_claims?: string[] | string;
}

const fix = [
  {
    step: 'Check the token without any side effect.',
    request: { method: 'GET', path: '/tokens/validate', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    note: 'A bad token gets 401 with plain JSON, `valid` and `error`, not with a problem details object.',
  },
  {
    step: 'Get a new temporary token, and register again.',
    when: 'for agents',
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
  },
  {
    step: 'Log in again.',
    when: 'for admins',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    settings: ['SESSION_TIMEOUT'],
  },
  {
    step: 'Start the compliance check with the temporary token.',
    when: 'with `ARCP_TPR=true`, or if the status is 403',
    request: {
      method: 'POST',
      path: '/auth/agent/validate_compliance',
      headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
      body: {
        agent_id: 'my-agent',
        agent_type: 'testing',
        endpoint: 'https://my-agent.example.com',
        capabilities: ['processing'],
      },
    },
    expect: 202,
    settings: ['ARCP_TPR', 'ARCP_TPR_TOKEN_AUD_VALIDATE', 'ARCP_TPR_TOKEN_AUD_REGISTER'],
    note: 'The answer holds `validation_id`.',
  },
  {
    step: 'Poll the check until it has passed, and register with the `validated_token` of the answer.',
    when: 'with `ARCP_TPR=true`, or if the status is 403',
    request: {
      method: 'GET',
      path: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
      headers: { Authorization: 'Bearer <temporary token>' },
    },
    expect: 200,
    note: 'A check that failed also answers 200; read `status` in the body.',
  },
  {
    step: 'Refresh the token while it is still valid.',
    when: 'to avoid the problem, for agents',
    request: { method: 'POST', path: '/tokens/refresh', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    settings: ['JWT_EXPIRE_MINUTES'],
    note: 'A refreshed admin token has no session; admins log in instead.',
  },
] satisfies Step[];

export default {
  title: 'Invalid or Expired Token',
  status: [401, 403],
  category: 'authentication',
  summary: 'The token is expired, malformed, signed by someone else, or of the wrong kind for this route.',
  now: 'Get a new token of the kind that the route asks for, and send the request again with it.',
  explanation: `
A token is a signed text that expires. ARCP accepts it while it is whole, in date and signed with the \`JWT_SECRET\` of this
server. On most routes the answer does not say whether the token is expired, malformed or wrongly signed.

With \`ARCP_TPR=true\` the kind of the token counts as well. The compliance check takes a temporary token, the registration takes
the validated token that the check answered, and any other kind gets 403. Where a validated token names its check, that check
serves one registration only. After that, or once its result is no longer stored, the registration is refused here too.`,
  fixedBy: 'client-developer',
  causes: {
    'token-expired': {
      cause: 'The token has expired.',
      tell: 'It worked before, and its `exp` claim lies in the past.',
      fix: fix,
    },
    'token-truncated-malformed': {
      cause: 'The token is truncated or malformed.',
      tell: 'It does not consist of three parts with dots between them.',
      fix: fix,
    },
    'token-signed-jwt-secret': {
      cause: 'The token was signed with another `JWT_SECRET`, or by another server.',
      tell: 'The token is in date, and all older tokens fail since a restart or a move.',
      fixedBy: 'operator',
      fix: fix,
    },
    'registration-sent-token-validated': {
      cause: 'The registration was sent with another token than the validated one, while `ARCP_TPR=true`.',
      tell: 'The status is 403 and the title is "Invalid Token for Registration".',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'compliance-check-called-polled': {
      cause: 'The compliance check was called or polled with another token than a temporary one.',
      tell: 'The status is 403, and the title names the audience or the type of the token.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'compliance-check-validated-token': {
      cause: 'The compliance check that the validated token names was used for a registration before.',
      tell: 'The `error_code` is `ALREADY_USED`.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'result-compliance-check-longer': {
      cause: 'The result of the compliance check is no longer stored.',
      tell: 'The `error_code` is `NO_VALIDATION` or `EXPIRED`.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'server-could-read-stored': {
      cause: 'The server could not read the stored result of the compliance check.',
      tell: 'The `error_code` is `SCRIPT_ERROR`.',
      fixedBy: 'operator',
      fix: fix,
    },
  },
  answers: [
    { title: 'Invalid token' },
    { title: 'Invalid token audience' },
    { title: 'Invalid token type' },
    { title: 'Invalid validated token' },
    { detail: '*Signature has expired', causes: ['token-expired'] },
    { detail: '*Not enough segments', causes: ['token-truncated-malformed'] },
    { detail: 'Invalid token format', causes: ['token-truncated-malformed'] },
    { status: 403, title: 'Invalid Token for Registration', causes: ['registration-sent-token-validated'] },
    { detail: 'Token audience must be * for validation', status: 403, causes: ['compliance-check-called-polled'] },
    { detail: 'Token type must be * for validation', status: 403, causes: ['compliance-check-called-polled'] },
    { status: 403, members: { error_code: 'ALREADY_USED' }, causes: ['compliance-check-validated-token'] },
    { detail: 'Validation not found or expired', status: 401, causes: ['result-compliance-check-longer'] },
    { detail: 'Validation token expired', status: 401, causes: ['result-compliance-check-longer'] },
    { status: 401, members: { error_code: 'SCRIPT_ERROR' }, causes: ['server-could-read-stored'] },
    { detail: 'Internal validation error' },
    { detail: 'Invalid or expired token' },
    {
      detail:
        "Registration requires validated token with audience '*'. Please complete validation first via /auth/agent/validate_compliance",
    },
    { detail: "Token audience must be '*' for registration" },
    { detail: "Token audience must be '*' for validation" },
    { detail: 'Token is invalid or expired' },
    { detail: 'Token refresh failed: *' },
    { detail: "Token type must be 'temp' for validation" },
    { detail: "Token type must be 'validated' for registration" },
    { detail: 'Token validation failed' },
    { detail: 'Validated token must contain validation_id' },
    { detail: 'Validation token already used (replay attack prevented)' },
  ],
  retry: {
    when: 'after-login',
    because: 'The same token is refused again; a new token of the right kind is accepted.',
  },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Invalid or expired token', instance: '/agents' },
  samples: [
    {
      title: 'Renew the token once, then send again',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, tokenInvalid } from 'arcp-problems';

async function requestToken(): Promise<string> {
  const response = await fetch('http://localhost:8001/auth/agent/request_temp_token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' }),
  });
  if (!response.ok) throw new Error(\`token request answered \${response.status}\`);
  return (await response.json()).temp_token;
}

const list = (token: string) =>
  fetch('http://localhost:8001/agents', { headers: { Authorization: \`Bearer \${token}\` } });

let response = await list('<agent token>');
const problem = await readProblem(response);
if (isProblem(problem, tokenInvalid)) {
  // 403 asks for a token of another kind, so a fresh one of the same kind does not help.
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
            # ARCPClient does not renew tokens by itself.
            await client.request_temp_token("my-agent", "testing", "<agent key>")
        agents = await client.list_agents()
        print(f"{len(agents)} agents")

asyncio.run(main())`,
    },
  ],
  userMessage: 'Your access has expired. Sign in again.',
  operators: `
A change of \`JWT_SECRET\` or \`JWT_ALGORITHM\` makes every token that is out there invalid at once. When only some servers of a
group refuse a token, compare their \`JWT_SECRET\`. \`SCRIPT_ERROR\` points to the store of the compliance results, so look at the
log of the server.`,
  settings: [
    'JWT_SECRET',
    'JWT_ALGORITHM',
    'JWT_EXPIRE_MINUTES',
    'SESSION_TIMEOUT',
    'ARCP_TPR',
    'ARCP_TPR_TOKEN_AUD_VALIDATE',
    'ARCP_TPR_TOKEN_AUD_REGISTER',
    'ARCP_TPR_TOKEN_TTL_VALIDATED',
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
      '`ARCPError`; for a 401 the message ends with "Unexpected error: Authentication failed - invalid or expired token".',
    'login_admin, request_temp_token, validate_token, request_attestation_challenge': '`AuthenticationError`.',
    'register_agent, validate_compliance': '`RegistrationError`.',
    refresh_authentication: 'Raises nothing; it returns `False`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id', 'validation_id', 'error_code'],
    undocumented: ['agent_id', 'validation_id'],
    missing: ['instance'],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented:
          'The body carries `token_issued_at`, `token_expired_at`, `missing_claims` and an `error_code` such as `TOKEN_EXPIRED`.',
        actual:
          'Metric reports carry `agent_id`, and unusable compliance checks add `validation_id` and `error_code`; others carry nothing.',
      },
      {
        documented: 'The status is 401.',
        actual: 'It is 403 for tokens of the wrong phase, audience or type, and for compliance checks used before.',
      },
      { documented: 'The type has one title.', actual: 'It has several titles, depending on the route and the fault.' },
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
        actual: '`expires_in` says so, but both live `JWT_EXPIRE_MINUTES`.',
      },
      {
        documented: 'ARCPClient reads problem details and raises `AuthenticationError` on 401 and 403.',
        actual: 'Most methods raise `ARCPError`, and nothing is renewed by itself.',
      },
      { documented: 'The page is headed "Token Invalid/Expired".', actual: 'The title is "Invalid or Expired Token".' },
    ],
  },
  related: {
    'authentication-failed': 'no bearer token was sent, or the credentials for one are wrong',
    'session-invalid': 'the admin token is genuine, but no live session belongs to it',
    'session-expired': 'meant for ended admin sessions, whatever the token; never sent by ARCP 2.1.2',
    forbidden: 'the temporary token is accepted, but the compliance check belongs to another agent',
    'dpop-required': 'the token is accepted, but a proof of possession is missing',
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
} satisfies Problem<TokenInvalid>;
