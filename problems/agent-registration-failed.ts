import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface AgentRegistrationFailed {
  /** Identifier in the rejected registration. Always sent. */
  agent_id: string;
  /**
   * Fields of the registration with what is wrong about each. Documented, but ARCP 2.1.2 never sends it with this type; invalid
   * fields are validation-failed.
   */
  validation_errors?: { field: string; error: string }[] | string;
}

const otherKey: Step = {
  step: 'Request a temporary token with a key that no other live agent uses.',
  when: 'if the other agent must keep running',
  request: {
    method: 'POST',
    path: '/auth/agent/request_temp_token',
    headers: { 'Content-Type': 'application/json' },
    body: { agent_id: '{agent_id}', agent_type: 'testing', agent_key: '<agent key>' },
  },
  expect: 200,
  settings: ['AGENT_KEYS'],
  note: 'Then send the registration with that token. With ARCPClient: `register_agent(…, agent_key=…)` does both.',
};

const causes = {
  'key-in-use': {
    cause: 'The agent key behind the token belongs to another agent that is alive.',
    short: 'A different live agent uses the same key',
    tell: '`detail` names the agent that uses the key. It can be your own agent under its previous `agent_id`.',
    asked: ['renamed agent', 'shared key', 'same key'],
    fix: [
      otherKey,
      {
        step: 'Deregister `{other_agent_id}`.',
        when: 'if the other agent is no longer needed',
        request: {
          method: 'DELETE',
          path: '/agents/{other_agent_id}',
          headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
        },
        expect: 200,
        note: 'That agent can also deregister itself with its own token. Then register again.',
      },
      {
        step: 'Wait longer than `AGENT_HEARTBEAT_TIMEOUT`, then register again.',
        when: 'if the other agent has stopped',
        settings: ['AGENT_HEARTBEAT_TIMEOUT'],
      },
    ],
  },
} satisfies Causes;

export default {
  title: 'Agent Registration Failed',
  status: 400,
  category: 'agents',
  summary: 'The agent key behind the temporary token is in use by another agent that is alive.',
  now: 'Request a temporary token with a different agent key, and register with it.',
  explanation: `
An agent requests its temporary token with one of the \`AGENT_KEYS\`. With \`ARCP_TPR=false\`, the registration ties that key to the
agent. The key is free again when the agent deregisters, or when its last heartbeat is older than \`AGENT_HEARTBEAT_TIMEOUT\`.

Other problems of a registration have their own types. Missing or invalid fields are \`validation-failed\`, a rejected token is
\`token-invalid\`, and an identifier that is taken is \`duplicate-agent\`.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-change',
    because: 'The key stays taken until you use a different one or the other agent is gone.',
  },
  causes,
  answers: [
    {
      detail: "Agent key is already in use by agent '{other_agent_id}'. Each agent key can only register one agent.",
      routes: ['POST /agents/register'],
      causes: ['key-in-use'],
      example: {
        detail:
          'Agent key is already in use by agent &#x27;other-agent&#x27;. Each agent key can only register one agent.',
        agent_id: 'my-agent',
      },
    },
  ],
  example: {
    detail: 'Agent key is already in use by agent &#x27;other-agent&#x27;. Each agent key can only register one agent.',
    agent_id: 'my-agent',
  },
  documented: {
    detail: 'Agent registration failed: Invalid endpoint URL',
    instance: '/agents/register',
    agent_id: 'my-agent',
    validation_errors: [{ field: 'endpoint', error: 'Invalid URL' }],
  },
  samples: [
    {
      title: 'Tell a taken key from other problems',
      lang: 'typescript',
      code: `
import { agentRegistrationFailed, isProblem, readProblem } from 'arcp-problems';

async function register(registration: object, token: string): Promise<void> {
  const response = await fetch('http://localhost:8001/agents/register', {
    method: 'POST',
    headers: { Authorization: \`Bearer \${token}\`, 'Content-Type': 'application/json' },
    body: JSON.stringify(registration),
  });
  const problem = await readProblem(response);
  if (isProblem(problem, agentRegistrationFailed)) {
    throw new Error(\`\${problem.agent_id} needs a different agent key.\`);
  }
  if (!response.ok) throw new Error(\`The registration returned \${response.status}.\`);
}

await register({ agent_id: 'my-agent' }, '<temporary token>');`,
    },
    {
      title: 'Register with a different key',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, RegistrationError

REGISTRATION = {
    "agent_id": "my-agent",
    "name": "My Agent",
    "agent_type": "testing",
    "endpoint": "https://my-agent.example.com",
    "capabilities": ["processing"],
    "context_brief": "Processes the samples of the documentation.",
    "owner": "me",
    "public_key": "<public key>",
    "metadata": {"purpose": "example"},
    "version": "1.0.0",
    "communication_mode": "remote",
}

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        try:
            # skip_validation is for servers with ARCP_TPR=false.
            agent = await client.register_agent(**REGISTRATION, agent_key="<agent key>", skip_validation=True)
        except RegistrationError as error:
            # Every rejected registration raises this; the problem type is not exposed.
            raise SystemExit(f"Registration rejected: {error.message}")
        print(agent.agent_id)

asyncio.run(main())`,
    },
  ],
  userMessage: 'The agent could not be registered. Contact the operator.',
  operators: `
If this type keeps coming, several agents share one key. Give each agent a key of its own.

\`AGENT_KEYS\` takes at most eight keys of at most 64 characters each.`,
  settings: ['AGENT_KEYS', 'AGENT_HEARTBEAT_TIMEOUT', 'ARCP_TPR'],
  endpoints: [{ route: 'POST /agents/register', when: 'with a temporary token, while `ARCP_TPR` is false' }],
  clients: { register_agent: '`RegistrationError`.' },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: 'Temporary tokens come from `POST /auth/temp-token`, and `POST /auth/validate` checks tokens.',
        actual: 'The routes are `POST /auth/agent/request_temp_token`, and `GET` or `POST /tokens/validate`.',
      },
    ],
  },
  related: {
    'duplicate-agent': 'a live agent uses the identifier, not the key',
    'validation-failed': 'fields of the registration are missing or invalid',
    'token-invalid': 'the token of the registration is not accepted',
    'insufficient-permissions': 'the token belongs to a different agent than the registration',
  },
  aliases: ['AGENT_REGISTRATION_ERROR', 'AgentRegistrationError'],
  asked: ['agent key taken', 'key in use'],
} satisfies Problem<AgentRegistrationFailed, typeof causes>;
