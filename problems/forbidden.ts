import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface Forbidden {}

const fix = [
  {
    step: 'Poll with the temporary token of the agent that started the check.',
    request: {
      method: 'GET',
      path: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
      headers: { Authorization: 'Bearer <temporary token>' },
    },
    expect: 200,
    note: 'With ARCPClient, `validate_compliance` polls with its own token.',
  },
  {
    step: 'Start a check for this agent, and poll the `validation_id` of the answer.',
    when: 'if the other token is not at hand',
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
  },
] satisfies Step[];

export default {
  title: 'Forbidden',
  status: 403,
  category: 'registration',
  summary: 'The compliance check belongs to another agent than the temporary token.',
  now: 'Poll the check with the temporary token of the agent that started it.',
  explanation: `
In the second phase of the registration an agent starts a compliance check and gets a \`validation_id\`. Only this agent may read
the result, so the temporary token of the poll must name the same agent.

The title sounds general, but no other route sends this type. A token that may not use some other route gets
insufficient-permissions.`,
  fixedBy: 'client-developer',
  causes: {
    'poll-asks-validation-id': {
      cause: 'The poll asks for a `validation_id` that another agent got.',
      tell: 'The identifier is not the one that your own call of the compliance check answered.',
      fix: fix,
    },
    'poll-carries-temporary-token': {
      cause: 'The poll carries the temporary token of another agent.',
      tell: 'One process serves several agents, and their tokens are kept in one place.',
      fix: fix,
    },
  },
  answers: [{ detail: 'Not authorized to access this validation' }],
  retry: {
    when: 'after-change',
    because: 'The answer stays the same until token and `validation_id` belong to one agent.',
  },
  example: {
    detail: 'Not authorized to access this validation',
    instance: '/auth/agent/validation/val_1a2b3c4d5e6f7081',
  },
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
Rare, and no reason for an alert. A run of them from one client means that it mixes up the tokens of several agents.`,
  settings: ['ARCP_TPR'],
  endpoints: ['GET /auth/agent/validation/{validation_id}'],
  clients: {
    validate_compliance: 'It logs the failed poll and goes on until `poll_timeout`, then raises `RegistrationError`.',
  },
  observed: {
    sent: 'yes',
    members: [],
    differences: [
      {
        documented: 'The example shows `/dashboard/config` as the instance.',
        actual: 'Only `GET /auth/agent/validation/{validation_id}` sends this type.',
      },
    ],
  },
  related: {
    'insufficient-permissions': 'the role, agent or address of the caller may not use a route',
    'not-found': 'no compliance check with this identifier is stored',
    'token-invalid': 'the token itself is not accepted, or not a temporary one',
  },
  aliases: ['FORBIDDEN'],
} satisfies Problem<Forbidden>;
