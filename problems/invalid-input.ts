import type { Problem, Step } from '../src/catalog/entry.ts';

export interface InvalidInput {
  /**
   * What was refused: `agent credentials`, `agent_key`, `agent_id` or `token request`. Absent when a value was refused
   * deeper in the server.
   */
  field?: string;
  /** Agent that the request was about. Sent only when a value was refused deeper in the server, on some routes. */
  agent_id?: string;
  /** User that the request was about. Sent only when a value was refused deeper in the server, on some routes. */
  user_id?: string;
  /** What the parser said about the input. Documented, but ARCP 2.1.2 never sends it. */
  input_error?: string;
}

const fix = [
  {
    step: 'Send all three fields, with an agent key of at least 10 characters.',
    when: 'for a temporary token',
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
    settings: ['AGENT_KEYS'],
    note: 'With ARCPClient this is `request_temp_token(agent_id, agent_type, agent_key)`.',
  },
  {
    step: 'Use one `agent_id` for the temporary token and the compliance request.',
    when: 'for the compliance check',
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
    note: 'For another agent, ask for a temporary token of that agent first.',
  },
  {
    step: 'Set the life of tokens to a year or less.',
    when: 'for operators, if `POST /tokens/mint` is refused',
    settings: ['JWT_EXPIRE_MINUTES'],
  },
] satisfies Step[];

export default {
  title: 'Invalid Input Data',
  status: 400,
  category: 'input',
  summary: 'The request has the right form, but a field is missing, too short or does not fit the token.',
  now: 'Correct the field that the detail text names, then send the request again.',
  explanation: `
ARCP checks requests in two stages. The first compares the request with the model of the route and answers validation-failed
(422), also for malformed JSON. This type comes from the second stage, inside a few routes.

It is mostly seen on \`POST /auth/agent/request_temp_token\`, which needs \`agent_id\`, \`agent_type\` and an \`agent_key\` of at
least 10 characters. Other routes use it for a value that passed the first stage and was refused deeper in the server. The
\`detail\` text then says why, and there is no \`field\`.`,
  fixedBy: 'client-developer',
  causes: {
    'request-temporary-token-lacks': {
      cause: 'The request for a temporary token lacks `agent_id`, `agent_type` or `agent_key`.',
      tell: '`field` is `agent credentials`.',
      fix: fix,
    },
    'agent-key-shorter-10': {
      cause: 'The `agent_key` is shorter than 10 characters.',
      tell: '`field` is `agent_key`.',
      fix: fix,
    },
    'compliance-request-names-agent': {
      cause: 'The compliance request names another `agent_id` than its temporary token.',
      tell: '`field` is `agent_id`, and `instance` is `/auth/agent/validate_compliance`.',
      fix: fix,
    },
    'server-cannot-issue-token': {
      cause:
        'The server cannot issue a token with these values, for example when `JWT_EXPIRE_MINUTES` is more than a year.',
      tell: '`field` is `token request`, and the request was `POST /tokens/mint`.',
      fixedBy: 'operator',
      fix: fix,
    },
    'value-passed-first-checks': {
      cause: 'A value passed the first checks and was refused deeper in the server.',
      tell: 'The body has no `field`; the `detail` text holds the reason.',
      fix: fix,
    },
  },
  answers: [
    { title: 'Invalid idempotency key' },
    { members: { field: 'agent credentials' }, causes: ['request-temporary-token-lacks'] },
    { members: { field: 'agent_key' }, causes: ['agent-key-shorter-10'] },
    {
      detail: 'Invalid agent_id: agent_id in request must match token',
      members: { field: 'agent_id' },
      causes: ['compliance-request-names-agent'],
    },
    { members: { field: 'token request' }, causes: ['server-cannot-issue-token'] },
    {
      detail: 'Invalid agent credentials: agent_id, agent_type, and agent_key are required for temporary token request',
    },
    { detail: 'Invalid agent_key: agent_key too short (minimum 10 characters required)' },
  ],
  retry: { when: 'after-change', because: 'The same values are refused each time.' },
  example: {
    detail: 'Invalid agent_key: agent_key too short (minimum 10 characters required)',
    instance: '/auth/agent/request_temp_token',
    field: 'agent_key',
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
            # Also raised for a refused key or a lockout: the client hides the problem type.
            raise SystemExit(f"No temporary token: {error.message}")

asyncio.run(main())`,
    },
    {
      title: 'Show which field was refused',
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
  throw new Error(\`Refused \${problem.field ?? 'value'}: \${problem.detail}\`);
}`,
    },
  ],
  userMessage: 'Some of the data was not accepted. Check your input.',
  operators: `
On \`POST /tokens/mint\` the cause can be a setting: see \`JWT_EXPIRE_MINUTES\`. On the agent routes the client has to change.`,
  settings: ['AGENT_KEYS', 'JWT_EXPIRE_MINUTES', 'ARCP_TPR'],
  endpoints: [
    'POST /auth/agent/request_temp_token',
    { route: 'POST /auth/agent/validate_compliance', when: 'with ARCP_TPR=true' },
    { route: 'POST /tokens/mint', when: 'if the server cannot issue a token with these values' },
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
        documented: 'The body carries `input_error` with the message of the parser.',
        actual: 'It carries `field`, or no such member when a value was refused deeper in the server.',
      },
      {
        documented: 'Malformed JSON and wrong data types give this type, with status 400.',
        actual: 'Both give validation-failed, with status 422.',
      },
      {
        documented: 'The type has one title.',
        actual: 'The code has a second one, `Invalid idempotency key`, in a check that no route uses.',
      },
    ],
  },
  related: {
    'validation-failed': 'status 422: the request does not fit the model of its route, or is no JSON',
    'required-header-missing': 'a header is missing, not a field',
    'authentication-failed': 'the agent key is long enough, but not one of `AGENT_KEYS`',
    'request-error': 'another 400: too many query parameters',
  },
  aliases: ['INVALID_INPUT', 'Invalid Input'],
} satisfies Problem<InvalidInput>;
