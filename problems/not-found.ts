import type { Problem, Step } from '../src/catalog/entry.ts';

export interface NotFound {
  /** Agent whose endpoint answered 404. Present on connection notifications, absent on compliance checks. */
  agent_id?: string;
}

const fix = [
  {
    step: 'Start a new compliance check.',
    when: 'when polling',
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
    settings: ['ARCP_TPR_TOKEN_TTL_VALIDATED'],
    note: 'The answer holds `validation_id`; with ARCPClient, `validate_compliance` starts the check and polls it.',
  },
  {
    step: 'Poll the `validation_id` of that answer right away, until `status` is no longer `pending`.',
    when: 'when polling',
    request: {
      method: 'GET',
      path: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
      headers: { Authorization: 'Bearer <temporary token>' },
    },
    expect: 200,
    note: 'Wait `retry_after` seconds between two polls.',
  },
  {
    step: 'Offer `POST /connection/notify` below the endpoint of the agent.',
    when: 'if the body carries `agent_id`, for the owner of the agent',
  },
] satisfies Step[];

export default {
  title: 'Resource Not Found',
  status: 404,
  category: 'registration',
  summary: 'The compliance check is unknown or no longer stored, or an agent has no `/connection/notify` endpoint.',
  now: 'Start a new compliance check; after a connection notification, look at the endpoint of the agent.',
  explanation: `
Two routes send this type. \`GET /auth/agent/validation/{validation_id}\` sends it when no compliance check with this identifier
is stored. A result is kept for \`ARCP_TPR_TOKEN_TTL_VALIDATED\` seconds plus 60, so polling too late ends here as well.

\`POST /agents/{agent_id}/connection/notify\` passes a message on to the agent. When the agent answers its
\`/connection/notify\` with 404, ARCP reports it with this type and adds \`agent_id\`.

An unknown URL path is another matter: it answers plain JSON, \`{"detail":"Not Found"}\`.`,
  fixedBy: 'client-developer',
  causes: {
    'result-compliance-check-older': {
      cause: 'The result of the compliance check is older than it is kept.',
      tell: 'Polls with the same `validation_id` worked before.',
      fix: fix,
    },
    'validation-id-misspelt': {
      cause: 'The `validation_id` is misspelt.',
      tell: 'It differs from the one that the compliance check answered.',
      fix: fix,
    },
    'agent-does-offer-post': {
      cause: 'The agent does not offer `POST /connection/notify` at its endpoint.',
      tell: 'The request was a connection notification, and the body carries `agent_id`.',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Agent connection endpoint not found', members: { agent_id: '*' }, causes: ['agent-does-offer-post'] },
    { detail: 'Validation * not found or expired' },
  ],
  retry: {
    when: 'after-change',
    because:
      'A lost result does not come back; a new check gets a new identifier. A notification works once the agent is fixed.',
  },
  example: {
    detail: 'Validation val_1a2b3c4d5e6f7081 not found or expired',
    instance: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
  },
  samples: [
    {
      title: 'Tell a lost check from a silent agent',
      lang: 'typescript',
      code: `
import { isProblem, notFound, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/auth/agent/validation/val_1a2b3c4d5e6f7081', {
  headers: { Authorization: 'Bearer <temporary token>' },
});
const problem = await readProblem(response);
if (isProblem(problem, notFound)) {
  if (problem.agent_id === undefined) console.log('The result is gone; start the compliance check again.');
  else console.log(\`\${problem.agent_id} does not offer /connection/notify.\`);
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
    # ARCPClient goes on polling for 300 seconds here; this loop stops at once.
    while True:
        response = http.get(f"/auth/agent/validation/{validation_id}")
        if response.status_code == 404 and response.json().get("type") == NOT_FOUND:
            raise LookupError(f"{validation_id} is gone; start the compliance check again.")
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
Single ones are normal. Many polls that end here mean that clients poll too late, or that \`ARCP_TPR_TOKEN_TTL_VALIDATED\` is too
short for them.`,
  settings: ['ARCP_TPR', 'ARCP_TPR_TOKEN_TTL_VALIDATED'],
  endpoints: ['GET /auth/agent/validation/{validation_id}', 'POST /agents/{agent_id}/connection/notify'],
  clients: {
    'most methods':
      '`ARCPError`; the message ends with "Endpoint not found: <path>", and the detail of the body is not read.',
    validate_compliance:
      'It logs the failed poll and goes on until `poll_timeout` (300 seconds), then raises `RegistrationError`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    undocumented: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: 'Unknown paths and unknown token identifiers give this problem.',
        actual:
          'Unknown paths answer `{"detail":"Not Found"}`; only compliance checks and connection notifications give it.',
      },
      {
        documented: 'The body has no extension members.',
        actual: 'On connection notifications it carries `agent_id`.',
      },
      { documented: 'The page is headed "Not Found".', actual: 'The title is "Resource Not Found".' },
    ],
  },
  related: {
    'agent-not-found': 'the agent itself is not registered',
    forbidden: 'the compliance check is there, but belongs to another agent',
    'endpoint-unreachable': 'the endpoint of the agent cannot be reached, or fails otherwise',
  },
  aliases: ['NOT_FOUND', 'Not Found'],
} satisfies Problem<NotFound>;
