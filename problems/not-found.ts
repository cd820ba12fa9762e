import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface NotFound {
  /** Agent that returned 404. Present on connection notifications, absent from compliance checks. */
  agent_id?: string;
}

const startCheck: Step = {
  step: 'Start a new compliance check.',
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
  note: 'The response contains `validation_id`. With ARCPClient: `validate_compliance(…)` starts the check and polls it.',
};
const poll: Step = {
  step: 'Poll the `validation_id` of that response immediately, until `status` is no longer `pending`.',
  request: {
    method: 'GET',
    path: '/auth/agent/validation/val_9c1e77d204ab5f36',
    headers: { Authorization: 'Bearer <temporary token>' },
  },
  expect: 200,
  note: 'Wait `retry_after` seconds between two polls.',
};

const causes = {
  'check-expired': {
    cause: 'The result of the compliance check has expired.',
    tell: 'The server uses Redis, and the check ended more than `ARCP_TPR_TOKEN_TTL_VALIDATED` seconds plus a minute ago.',
    asked: ['too late', 'expired'],
    fix: [startCheck, { ...poll, settings: ['ARCP_TPR_TOKEN_TTL_VALIDATED'] }],
  },
  'check-unknown': {
    cause: 'No compliance check with this `validation_id` was ever started on this server.',
    short: 'The `validation_id` is unknown here',
    tell: 'The identifier is not `val_` and 16 hexadecimal digits, or a different server returned it.',
    asked: ['typo', 'undefined', 'null', 'wrong id'],
    fix: [
      {
        step: 'Compare `{validation_id}` with the `validation_id` that the compliance check returned.',
        note: 'Upper and lower case matter, and `val_` is part of the identifier.',
      },
      startCheck,
      poll,
    ],
  },
  'server-restarted': {
    cause: 'The process that responded does not have the result of the check.',
    tell: 'The check is older than the last start of the server, or the same poll works sometimes.',
    asked: ['restart', 'replica', 'load balancer'],
    fix: [
      startCheck,
      poll,
      {
        step: 'Connect every process of the server to the same Redis.',
        when: 'for operators',
        settings: ['REDIS_HOST', 'REDIS_PORT', 'REDIS_DB'],
        note: 'Without Redis, each process keeps its results in memory.',
      },
    ],
  },
  'result-lost': {
    cause: 'The server lost its connection to Redis after the check.',
    tell: '`GET /health/redis` reports `unavailable`, although the server is set up with Redis.',
    fixedBy: 'operator',
    asked: ['Redis down'],
    fix: [
      startCheck,
      poll,
      {
        step: 'Check the connection to Redis.',
        when: 'for operators',
        request: {
          method: 'GET',
          path: '/health/redis',
          headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
        },
        expect: 200,
        settings: ['REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD', 'REDIS_DB'],
        note: 'Without a connection, `status` is `unavailable`.',
      },
    ],
  },
  'notify-route-missing': {
    cause: 'The agent has no `POST /connection/notify` under its registered endpoint.',
    tell: 'The body has `agent_id`.',
    retry: { when: 'after-fix', because: 'The notification succeeds once the agent has the route.' },
    asked: ['notification', 'connection/notify'],
    fix: [
      {
        step: 'Implement `POST /connection/notify` under the endpoint of `{agent_id}`, and return 200.',
        when: 'if the agent is yours',
      },
      {
        step: 'Check that the registered endpoint has the right path.',
        request: { method: 'GET', path: '/public/agent/{agent_id}' },
        expect: 200,
      },
    ],
  },
} satisfies Causes;

export default {
  title: 'Resource Not Found',
  status: 404,
  category: 'registration',
  summary: 'The compliance check is unknown or no longer stored, or an agent has no `/connection/notify` endpoint.',
  now: 'Start a new compliance check if you polled one. Otherwise, implement `POST /connection/notify` in the agent.',
  explanation: `
Two routes send this type. \`GET /auth/agent/validation/{validation_id}\` sends it if no compliance check with this identifier is stored.
With Redis, a result is stored for \`ARCP_TPR_TOKEN_TTL_VALIDATED\` seconds plus 60. Without Redis, it is stored until the server restarts.

\`POST /agents/{agent_id}/connection/notify\` forwards a message to the agent. If the agent returns 404, ARCP sends this type with
\`agent_id\`.

An unknown URL path is different: the response is plain JSON, \`{"detail":"Not Found"}\`.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-change',
    because: 'A lost result does not return. A new check has a new identifier.',
  },
  causes,
  answers: [
    {
      detail: 'Validation val_* not found or expired',
      routes: ['GET /auth/agent/validation/{validation_id}'],
      causes: ['check-expired', 'check-unknown', 'server-restarted', 'result-lost'],
      example: {
        detail: 'Validation val_1a2b3c4d5e6f7081 not found or expired',
        instance: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
      },
    },
    {
      detail: 'Validation {validation_id} not found or expired',
      routes: ['GET /auth/agent/validation/{validation_id}'],
      causes: ['check-unknown'],
      example: {
        detail: 'Validation undefined not found or expired',
        instance: '/auth/agent/validation/undefined',
      },
    },
    {
      detail: 'Agent connection endpoint not found',
      routes: ['POST /agents/{agent_id}/connection/notify'],
      causes: ['notify-route-missing'],
      example: { detail: 'Agent connection endpoint not found', agent_id: 'my-agent' },
    },
  ],
  example: {
    detail: 'Validation val_1a2b3c4d5e6f7081 not found or expired',
    instance: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
  },
  samples: [
    {
      title: 'Tell a lost check from an agent without the route',
      lang: 'typescript',
      code: `
import { isProblem, notFound, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/auth/agent/validation/val_1a2b3c4d5e6f7081', {
  headers: { Authorization: 'Bearer <temporary token>' },
});
const problem = await readProblem(response);
if (isProblem(problem, notFound)) {
  if (problem.agent_id === undefined) console.log('The result is gone. Start the compliance check again.');
  else console.log(\`\${problem.agent_id} has no POST /connection/notify.\`);
}`,
    },
    {
      title: 'Stop polling when the result is gone',
      lang: 'python',
      code: `
import time
import httpx

NOT_FOUND = "https://arcp.0x001.tech/docs/problems/not-found"

def poll(http: httpx.Client, validation_id: str) -> dict:
    # ARCPClient continues to poll for 300 seconds here; this loop stops immediately.
    while True:
        response = http.get(f"/auth/agent/validation/{validation_id}")
        if response.status_code == 404 and response.json().get("type") == NOT_FOUND:
            raise LookupError(f"{validation_id} is gone. Start the compliance check again.")
        result = response.raise_for_status().json()
        if result["status"] != "pending":
            return result
        time.sleep(result.get("retry_after") or 2)

with httpx.Client(
    base_url="http://localhost:8001",
    headers={"Authorization": "Bearer <temporary token>"},
) as http:
    print(poll(http, "val_1a2b3c4d5e6f7081")["status"])`,
    },
  ],
  userMessage: 'What you asked for is no longer there. Start again.',
  operators: `
If many polls get this type, clients poll too late, or \`ARCP_TPR_TOKEN_TTL_VALIDATED\` is too short for them. Raise it. Occasional
ones are normal.

If polls fail right after a restart, the server has no Redis. Set \`REDIS_HOST\`, \`REDIS_PORT\` and \`REDIS_DB\`.`,
  settings: ['ARCP_TPR_TOKEN_TTL_VALIDATED', 'REDIS_HOST', 'REDIS_PORT', 'REDIS_DB'],
  endpoints: ['GET /auth/agent/validation/{validation_id}', 'POST /agents/{agent_id}/connection/notify'],
  clients: {
    validate_compliance:
      'It logs the failed poll and continues until `poll_timeout` (300 seconds), then raises `RegistrationError`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    undocumented: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: 'Unknown paths and unknown token identifiers return this problem.',
        actual: 'Unknown paths return `{"detail":"Not Found"}`. Only compliance checks and notifications return it.',
      },
      { documented: 'The page is headed "Not Found".', actual: 'The title is "Resource Not Found".' },
    ],
  },
  related: {
    'agent-not-found': 'the agent itself is not registered',
    forbidden: 'the compliance check is there, but belongs to a different agent',
    'endpoint-unreachable': 'the agent cannot be reached, or returned a different error',
  },
  aliases: ['NOT_FOUND', 'Not Found'],
  asked: ['validation lost', '404'],
} satisfies Problem<NotFound, typeof causes>;
