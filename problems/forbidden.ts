import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface Forbidden {}

const poll: Step = {
  step: 'Poll with the temporary token that started the check.',
  when: 'if you have that token',
  request: {
    method: 'GET',
    path: '/auth/agent/validation/{validation_id}',
    headers: { Authorization: 'Bearer <temporary token>' },
  },
  expect: 200,
  note: 'With ARCPClient: `validate_compliance()` polls with its own token.',
};

const startAgain: Step = {
  step: 'Start a new check, and poll the `validation_id` that it returns with the same token.',
  when: 'if you do not have that token',
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

const causes = {
  'check-of-another-agent': {
    cause: 'The temporary token belongs to a different agent from the one that started the compliance check.',
    short: 'The check belongs to another agent',
    tell: 'The `agent_id` claim of the token is not the `agent_id` in your request to start the check.',
    fix: [poll, startAgain],
    asked: ['wrong agent', 'not my validation', 'not authorized'],
  },
} satisfies Causes;

export default {
  title: 'Forbidden',
  status: 403,
  category: 'registration',
  summary: 'The compliance check belongs to a different agent from the one that the temporary token names.',
  now: 'Poll the check with the temporary token of the agent that started it.',
  explanation: `
In phase 2 of the registration an agent starts a compliance check and gets a \`validation_id\`. Only the same agent can read the
result: ARCP compares the \`agent_id\` of the check with the \`agent_id\` in the temporary token of the poll. A second temporary
token for the same agent works too.

The title is general, but in ARCP 2.1.2 only the poll sends this type. On other routes, a token without the permission gets
insufficient-permissions.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Not authorized to access this validation',
      routes: ['GET /auth/agent/validation/{validation_id}'],
      causes: ['check-of-another-agent'],
      example: {
        detail: 'Not authorized to access this validation',
        instance: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
      },
    },
  ],
  retry: {
    when: 'after-change',
    because: 'The response stays the same until the token and the `validation_id` belong to the same agent.',
  },
  example: {
    detail: 'Not authorized to access this validation',
    instance: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
  },
  prevent: [{ step: 'Store each `validation_id` together with the temporary token that started the check.' }],
  samples: [
    {
      title: 'Keep token and check together',
      lang: 'typescript',
      code: `
import { forbidden, isProblem, readProblem } from 'arcp-problems';

interface Check {
  readonly agentId: string;
  readonly token: string;
  readonly validationId: string;
}

async function poll({ agentId, token, validationId }: Check): Promise<unknown> {
  const response = await fetch(\`http://localhost:8001/auth/agent/validation/\${validationId}\`, {
    headers: { Authorization: \`Bearer \${token}\` },
  });
  if (isProblem(await readProblem(response), forbidden)) {
    throw new Error(\`\${validationId} was not started by \${agentId}.\`);
  }
  return response.json();
}

await poll({ agentId: 'my-agent', token: '<temporary token>', validationId: 'val_1a2b3c4d5e6f7081' });`,
    },
    {
      title: 'Poll with the token that started the check',
      lang: 'python',
      code: `
import httpx

FORBIDDEN = "https://arcp.0x001.tech/docs/problems/forbidden"
CHECK = {
    "agent_id": "my-agent",
    "agent_type": "testing",
    "endpoint": "https://my-agent.example.com",
    "capabilities": ["processing"],
}

# One client for one agent: both requests carry the same token.
with httpx.Client(
    base_url="http://localhost:8001",
    headers={"Authorization": "Bearer <temporary token>"},
) as http:
    started = http.post("/auth/agent/validate_compliance", json=CHECK).raise_for_status().json()
    response = http.get(f"/auth/agent/validation/{started['validation_id']}")
    if response.status_code == 403 and response.json()["type"] == FORBIDDEN:
        raise SystemExit("This check belongs to another agent.")
    response.raise_for_status()
    print(response.json()["status"])`,
    },
  ],
  userMessage: 'The registration check of this agent cannot be read. Start the registration again.',
  operators: `
If one client gets this again and again, it probably mixes up the tokens of several agents. Tell its developer. Occasional ones
need no action.`,
  settings: ['ARCP_TPR'],
  endpoints: ['GET /auth/agent/validation/{validation_id}'],
  clients: {
    validate_compliance:
      '`RegistrationError` after `poll_timeout`; until then it logs each failed poll and polls again.',
  },
  observed: {
    sent: 'yes',
    members: [],
    differences: [
      {
        documented: 'The example has `/dashboard/config` as `instance`.',
        actual: 'Only `GET /auth/agent/validation/{validation_id}` sends this type.',
      },
    ],
  },
  related: {
    'insufficient-permissions': 'the role, the agent or the address of the caller is not allowed on this route',
    'not-found': 'the server has no compliance check with this `validation_id`',
    'token-invalid': 'the token is not valid, or it is not a temporary token',
  },
  aliases: ['FORBIDDEN'],
} satisfies Problem<Forbidden, typeof causes>;
