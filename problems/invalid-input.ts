import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface InvalidInput {
  /**
   * What was rejected: `agent credentials`, `agent_key`, `agent_id` or `token request`. Absent when the server rejected
   * one of its own values, such as a stored agent record.
   */
  field?: string;
  /** Agent that the request was about. Sent only by routes that name an agent, if a stored or reported value was rejected. */
  agent_id?: string;
  /** User name of the login. Sent only by `POST /auth/login`, if the server cannot make a token for it. */
  user_id?: string;
  /** What the parser said about the input. Documented, but ARCP 2.1.2 never sends it. */
  input_error?: string;
}

const requestToken: Step = {
  step: 'Send `agent_id`, `agent_type` and an `agent_key` of at least 10 characters.',
  request: {
    method: 'POST',
    path: '/auth/agent/request_temp_token',
    headers: { 'Content-Type': 'application/json' },
    body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
  },
  expect: 200,
  note: 'With ARCPClient: `request_temp_token(agent_id, agent_type, agent_key)`.',
};
const deregister: Step = {
  step: 'Deregister the agent.',
  request: {
    method: 'DELETE',
    path: '/agents/{agent_id}',
    headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
  },
  expect: 200,
  note: 'The agent can do it too, with its own token. It can register again afterwards.',
};
const afterFix = {
  when: 'after-fix',
  because: 'The request is right; the stored data or the settings of the server are wrong.',
} as const;

const causes = {
  'credentials-missing': {
    cause: '`agent_id`, `agent_type` or `agent_key` is missing or empty in the request for a temporary token.',
    short: 'A credential of the agent is missing',
    tell: '`field` is `agent credentials`.',
    asked: ['temporary token', 'missing key'],
    fix: [requestToken],
  },
  'agent-key-too-short': {
    cause: 'The `agent_key` is shorter than 10 characters.',
    tell: '`field` is `agent_key`.',
    asked: ['short key'],
    fix: [
      { step: 'Use one of the keys that the operator set as `AGENT_KEYS`.', settings: ['AGENT_KEYS'] },
      requestToken,
    ],
  },
  'agent-id-differs': {
    cause: 'The `agent_id` of the compliance check is not the `agent_id` of its temporary token.',
    short: 'The `agent_id` differs from that of the token',
    tell: '`field` is `agent_id`, and `instance` is `/auth/agent/validate_compliance`.',
    asked: ['must match token', 'wrong agent'],
    fix: [
      {
        step: 'Use the same `agent_id` in the compliance check and in the request for its temporary token.',
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
        note: 'Upper and lower case matter. For a different agent, request its own temporary token first.',
      },
    ],
  },
  'stored-record-refused': {
    cause: 'A stored agent record is no longer valid, for example because its type left `ALLOWED_AGENT_TYPES`.',
    short: 'A stored agent record is no longer valid',
    tell: '`detail` mentions `AgentInfo` or `isoformat`. Lists of agents fail for everyone.',
    fixedBy: 'operator',
    retry: afterFix,
    asked: ['cannot list agents', 'AgentInfo', 'after a restart'],
    fix: [
      {
        step: 'Add the type of the stored agent to `ALLOWED_AGENT_TYPES` again.',
        when: 'if `detail` says that an `agent_type` is not allowed',
        only: { detail: '*agent_type*' },
        settings: ['ALLOWED_AGENT_TYPES'],
      },
      deregister,
    ],
  },
  'stored-metrics-refused': {
    cause: 'Metrics out of range are stored for an agent, so no one can read that agent.',
    short: 'Stored metrics are out of range',
    tell: '`detail` mentions `AgentMetrics` and the metric. The agent itself and lists of agents fail for everyone.',
    retry: afterFix,
    asked: ['metrics', 'success_rate', 'AgentMetrics'],
    fix: [
      deregister,
      {
        step: 'Send metrics within their ranges.',
        when: 'for the developer of the agent',
        request: {
          method: 'POST',
          path: '/agents/{agent_id}/metrics',
          headers: { Authorization: 'Bearer <agent token>', 'Content-Type': 'application/json' },
          body: { success_rate: 0.98, avg_response_time: 0.4, error_rate: 0.02, total_requests: 120 },
        },
        expect: 200,
        note: '`success_rate` and `error_rate` are between 0 and 1, response times between 0 and 3600 seconds, and `reputation_score` between 0 and 10.',
      },
    ],
  },
  'agent-id-refused': {
    cause:
      'The `agent_id` of a metric report is shorter than 3 characters or contains other characters than letters, digits, `_` and `-`.',
    short: 'The `agent_id` of the metrics is not allowed',
    tell: '`detail` mentions `AgentMetrics` and `agent_id`.',
    asked: ['metrics', 'invalid characters'],
    fix: [
      { step: 'Send the metrics under the `agent_id` that the agent registered with.' },
      { step: 'Choose an `agent_id` of 3 to 100 letters, digits, `_` and `-`.' },
    ],
  },
  'admin-name-refused': {
    cause: 'The server cannot make a token for `ADMIN_USERNAME`.',
    tell: 'The login is right, and `detail` mentions `TokenMintRequest`. A name of one letter, or one with a blank, a dot or an at sign causes it.',
    fixedBy: 'operator',
    retry: afterFix,
    asked: ['cannot log in', 'admin name', 'TokenMintRequest'],
    fix: [
      {
        step: 'Set `ADMIN_USERNAME` to 2 to 95 letters, digits, `_` and `-`.',
        settings: ['ADMIN_USERNAME'],
        note: 'Restart the server afterwards.',
      },
    ],
  },
  'token-lifetime-too-long': {
    cause: 'The server is set to issue tokens that live longer than a year.',
    tell: '`detail` mentions `TokenResponse` and `expires_in`.',
    fixedBy: 'operator',
    retry: afterFix,
    asked: ['expires_in', 'cannot log in', 'mint'],
    fix: [
      {
        step: 'Set `JWT_EXPIRE_MINUTES` to 525600 or less.',
        when: 'if `POST /tokens/mint` failed',
        only: { routes: ['POST /tokens/mint'] },
        settings: ['JWT_EXPIRE_MINUTES'],
      },
      {
        step: 'Set `SESSION_TIMEOUT` to 525600 or less.',
        when: 'if `POST /auth/login` failed',
        only: { routes: ['POST /auth/login'] },
        settings: ['SESSION_TIMEOUT'],
      },
    ],
  },
} satisfies Causes;

export default {
  title: 'Invalid Input Data',
  status: 400,
  category: 'input',
  summary: 'A field is missing, too short or does not match the token, or the server rejected its own data.',
  now: 'Correct what `field` names. Without `field`, read `detail`: the server may have rejected its own data.',
  explanation: `
ARCP checks a request in two stages. The first compares it with the model of the route and returns validation-failed (422), also
for broken JSON. This type comes from the second stage, inside a route.

It is most common on \`POST /auth/agent/request_temp_token\`, which needs \`agent_id\`, \`agent_type\` and an \`agent_key\` of at
least 10 characters. The response then has a \`field\`.

Without \`field\`, the server rejected a value of its own: a stored agent record, stored metrics, or a token that its settings
do not allow. Your request is then right, and the operator has to act.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Invalid agent credentials: agent_id, agent_type, and agent_key are required for temporary token request',
      causes: ['credentials-missing'],
      example: {
        detail:
          'Invalid agent credentials: agent_id, agent_type, and agent_key are required for temporary token request',
        instance: '/auth/agent/request_temp_token',
        field: 'agent credentials',
      },
    },
    {
      detail: 'Invalid agent_key: agent_key too short (minimum 10 characters required)',
      causes: ['agent-key-too-short'],
    },
    {
      detail: 'Invalid agent_id: agent_id in request must match token',
      causes: ['agent-id-differs'],
      example: {
        detail: 'Invalid agent_id: agent_id in request must match token',
        instance: '/auth/agent/validate_compliance',
        field: 'agent_id',
      },
    },
    {
      detail: '* validation error* for AgentInfo*',
      causes: ['stored-record-refused'],
      example: {
        detail:
          '1 validation error for AgentInfo[FILTERED]agent_type[FILTERED]  Value error, agent_type &quot;testing&quot; is not allowed. Allowed types: security, monitoring [type=value_error, input_value=&#x27;testing&#x27;, input_type=str][FILTERED]    For further information visit https://errors.pydantic.dev/2.10/v/value_error',
        agent_id: 'my-agent',
      },
    },
    {
      detail: 'Invalid isoformat string: *',
      causes: ['stored-record-refused'],
      example: { detail: 'Invalid isoformat string: &#x27;yesterday&#x27;' },
    },
    {
      detail: '* validation error* for AgentMetrics*',
      causes: ['stored-metrics-refused'],
      example: {
        detail:
          '1 validation error for AgentMetrics[FILTERED]success_rate[FILTERED]  Value error, success_rate must be between 0.0 and 1.0 [type=value_error, input_value=5, input_type=int][FILTERED]    For further information visit https://errors.pydantic.dev/2.10/v/value_error',
        agent_id: 'my-agent',
      },
    },
    {
      detail: '* validation error* for AgentMetrics*agent_id*',
      causes: ['agent-id-refused'],
      example: {
        detail:
          '1 validation error for AgentMetrics[FILTERED]agent_id[FILTERED]  Value error, agent_id must be at least 3 characters [type=value_error, input_value=&#x27;ab&#x27;, input_type=str][FILTERED]    For further information visit https://errors.pydantic.dev/2.10/v/value_error',
        agent_id: 'ab',
      },
    },
    {
      detail: '* validation error* for TokenMintRequest*',
      causes: ['admin-name-refused'],
      example: {
        detail:
          '1 validation error for TokenMintRequest[FILTERED]agent_id[FILTERED]  Value error, agent_id contains invalid characters (only alphanumeric, underscore, hyphen allowed) [type=value_error, input_value=&#x27;user_admin@example.com&#x27;, input_type=str][FILTERED]    For further information visit https://errors.pydantic.dev/2.10/v/value_error',
        user_id: 'admin@example.com',
      },
    },
    {
      detail: '* validation error* for TokenResponse*',
      causes: ['token-lifetime-too-long'],
      example: {
        detail:
          '1 validation error for TokenResponse[FILTERED]expires_in[FILTERED]  Value error, expires_in too large (max 31,536,000 seconds ~ 365 days) [type=value_error, input_value=36000000, input_type=int][FILTERED]    For further information visit https://errors.pydantic.dev/2.10/v/value_error',
        user_id: 'admin',
      },
    },
    {
      detail: 'Invalid token request: *',
      causes: ['token-lifetime-too-long'],
      example: {
        detail:
          'Invalid token request: 1 validation error for TokenResponse[FILTERED]expires_in[FILTERED]  Value error, expires_in too large (max 31,536,000 seconds ~ 365 days) [type=value_error, input_value=36000000, input_type=int][FILTERED]    For further information visit https://errors.pydantic.dev/2.10/v/value_error',
        instance: '/tokens/mint',
        field: 'token request',
      },
    },
  ],
  retry: { when: 'after-change', because: 'The same values are rejected every time.' },
  example: {
    detail: 'Invalid agent_key: agent_key too short (minimum 10 characters required)',
    instance: '/auth/agent/request_temp_token',
    field: 'agent_key',
  },
  documented: {
    detail: 'Invalid JSON format in request body',
    instance: '/agents/register',
    input_error: "Expecting ',' delimiter: line 3 column 5 (char 42)",
  },
  samples: [
    {
      title: 'Ask for a temporary token',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, AuthenticationError

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        try:
            token = await client.request_temp_token("my-agent", "testing", "<agent key>")
        except AuthenticationError as error:
            # Also raised for a wrong key or a lockout: the client hides the problem type.
            raise SystemExit(f"No temporary token: {error.message}")

asyncio.run(main())`,
    },
    {
      title: 'Show which field was rejected',
      lang: 'typescript',
      code: `
import { invalidInput, isProblem, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/auth/agent/request_temp_token', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' }),
});
const problem = await readProblem(response);
if (isProblem(problem, invalidInput)) {
  throw new Error(\`Rejected \${problem.field ?? 'value'}: \${problem.detail}\`);
}`,
    },
  ],
  userMessage: 'Some of the data was not accepted. Check your input.',
  operators: `
If every list of agents fails with \`AgentInfo\`, a stored agent has a type that is no longer allowed. Allow the type again, or
deregister the agent.

If reads fail with \`AgentMetrics\`, an agent reported metrics out of range. Deregister that agent.

If logins or \`POST /tokens/mint\` fail, check \`ADMIN_USERNAME\`, \`SESSION_TIMEOUT\` and \`JWT_EXPIRE_MINUTES\`. The server starts with
values that it cannot make tokens from.`,
  settings: [
    'AGENT_KEYS',
    'ALLOWED_AGENT_TYPES',
    'ADMIN_USERNAME',
    'JWT_EXPIRE_MINUTES',
    'SESSION_TIMEOUT',
    'ARCP_TPR',
  ],
  endpoints: [
    'POST /auth/agent/request_temp_token',
    { route: 'POST /auth/agent/validate_compliance', when: 'with ARCP_TPR=true' },
    {
      route: 'POST /agents/{agent_id}/metrics',
      when: 'if the agent_id is not allowed, or stored metrics are not valid',
    },
    { route: 'GET /agents', when: 'if a stored agent is not valid' },
    { route: 'GET /agents/{agent_id}', when: 'if a stored agent is not valid' },
    { route: 'POST /agents/{agent_id}/connection/notify', when: 'if a stored agent is not valid' },
    { route: 'GET /public/discover', when: 'if a stored agent is not valid' },
    { route: 'GET /public/agent/{agent_id}', when: 'if a stored agent is not valid' },
    { route: 'POST /public/connect/{agent_id}', when: 'if a stored agent is not valid' },
    { route: 'GET /public/stats', when: 'if a stored time is not valid' },
    { route: 'POST /public/search', when: 'if a stored time is not valid' },
    { route: 'POST /auth/login', when: 'if the settings do not allow a token' },
    { route: 'POST /tokens/mint', when: 'if the settings do not allow a token' },
  ],
  clients: {
    'most methods': '`ARCPError`; the message ends with "Request failed: " and the `detail` text.',
    'login_admin, request_temp_token': '`AuthenticationError` with the same text.',
    'register_agent, validate_compliance': '`RegistrationError` with the same text.',
    search_agents: '`SearchError` with the same text.',
  },
  observed: {
    sent: 'yes',
    note: 'The title `Invalid idempotency key` belongs to a check that no route of 2.1.2 uses.',
    members: ['field', 'agent_id', 'user_id'],
    undocumented: ['field', 'agent_id', 'user_id'],
    missing: ['instance'],
    differences: [
      {
        documented: 'Malformed JSON and wrong data types have this type, with status 400.',
        actual: 'Both have the type validation-failed, with status 422.',
      },
      {
        documented: 'The type has one title.',
        actual: 'The code has a second one, `Invalid idempotency key`, in a check that no route uses.',
      },
    ],
  },
  related: {
    'validation-failed': 'status 422: the request does not match the model of its route, or is not JSON',
    'required-header-missing': 'a header is missing, not a field',
    'authentication-failed': 'the agent key is long enough, but not one of `AGENT_KEYS`',
    'internal-error': 'a different failure inside a route, such as a temporary token that the server cannot create',
    'request-error': 'a different 400: too many query parameters',
  },
  aliases: ['INVALID_INPUT', 'Invalid Input', 'Invalid idempotency key'],
} satisfies Problem<InvalidInput, typeof causes>;
