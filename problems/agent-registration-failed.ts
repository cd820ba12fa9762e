import type { Problem, Step } from '../src/catalog/entry.ts';

export interface AgentRegistrationFailed {
  /** Identifier in the refused registration. Always sent. */
  agent_id: string;
  /**
   * Fields of the registration with what is wrong about each. Documented, but ARCP 2.1.2 never sends it with this type; faulty
   * fields are validation-failed.
   */
  validation_errors?: { field: string; error: string }[] | string;
}

const fix = [
  {
    step: 'Get a temporary token with a key that no other live agent uses.',
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
    step: 'Deregister the agent that holds the key.',
    when: 'if that agent is no longer needed',
    request: {
      method: 'DELETE',
      path: '/agents/other-agent',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
    note: 'The detail names that agent; it can also deregister itself with its own token.',
  },
  {
    step: 'Wait longer than `AGENT_HEARTBEAT_TIMEOUT` after that agent has stopped.',
    when: 'if you cannot deregister it',
    settings: ['AGENT_HEARTBEAT_TIMEOUT'],
  },
  {
    step: 'Send the registration with the new token.',
    request: {
      method: 'POST',
      path: '/agents/register',
      headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
      body: {
        agent_id: 'my-agent',
        name: 'My Agent',
        agent_type: 'testing',
        endpoint: 'https://my-agent.example.com',
        capabilities: ['processing'],
        context_brief: 'Processes the samples of the documentation.',
        owner: 'me',
        public_key: '<public key>',
        metadata: { purpose: 'example' },
        version: '1.0.0',
        communication_mode: 'remote',
      },
    },
    expect: 200,
    note: 'With `ARCP_TPR=true`, pass the compliance check first and send the validated token.',
  },
] satisfies Step[];

export default {
  title: 'Agent Registration Failed',
  status: 400,
  category: 'agents',
  summary: 'The agent key behind the token is already in use by another agent that is alive.',
  now: 'Ask for a temporary token with an agent key of its own, and register with that token.',
  explanation: `
An agent asks for its temporary token with one of the \`AGENT_KEYS\`. The registration ties that key to the agent, and each key
can serve one live agent only. The key becomes free when that agent deregisters, or when its last heartbeat is older than
\`AGENT_HEARTBEAT_TIMEOUT\`.

Other faults of a registration have types of their own. Faulty or missing fields are validation-failed, a refused token is
token-invalid, and an identifier that is taken is duplicate-agent.`,
  fixedBy: 'client-developer',
  causes: {
    'one-agent-key-used': {
      cause: 'One agent key is used for two agents, and the first of them is alive.',
      tell: 'The detail names the agent that holds the key.',
      fix: fix,
    },
    'agent-new-agent-id': {
      cause: 'The agent has a new `agent_id`, and its registration under the old one is still alive.',
      tell: 'The detail names a former identifier of your own agent.',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Agent key is already in use by agent *', causes: ['one-agent-key-used', 'agent-new-agent-id'] },
    { detail: "Agent key is already in use by agent '*'. Each agent key can only register one agent." },
  ],
  retry: {
    when: 'after-change',
    because: 'The key stays taken until another key is used or the agent that holds it is gone.',
  },
  example: {
    detail: 'Agent key is already in use by agent &#x27;other-agent&#x27;. Each agent key can only register one agent.',
    agent_id: 'my-agent',
  },
  samples: [
    {
      title: 'Tell a taken key from faulty fields',
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
    throw new Error(\`\${problem.agent_id} needs an agent key of its own.\`);
  }
  if (!response.ok) throw new Error(\`registration answered \${response.status}\`);
}

await register({ agent_id: 'my-agent' }, '<temporary token>');`,
    },
    {
      title: 'Register with a key of its own',
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
            # skip_validation fits servers with ARCP_TPR=false.
            agent = await client.register_agent(**REGISTRATION, agent_key="<agent key>", skip_validation=True)
        except RegistrationError as error:
            # Every refused registration arrives here; the problem type is not exposed.
            raise SystemExit(f"Registration refused: {error.message}")
        print(agent.agent_id)

asyncio.run(main())`,
    },
  ],
  userMessage: 'The agent could not be registered. Contact the operator.',
  operators: `
Put at least as many keys into \`AGENT_KEYS\` as there are agents, and hand each agent one of them. Frequent occurrences mean
that several agents were given the same key.`,
  settings: ['AGENT_KEYS', 'AGENT_HEARTBEAT_TIMEOUT'],
  endpoints: ['POST /agents/register'],
  clients: { register_agent: '`RegistrationError`.' },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: 'The body carries `validation_errors`, or `error_code` with the value `AUTH_REQUIRED`.',
        actual: 'It carries `agent_id` only; faulty fields are validation-failed.',
      },
      {
        documented: 'Temporary tokens come from `POST /auth/temp-token`, and `POST /auth/validate` checks tokens.',
        actual: 'The routes are `POST /auth/agent/request_temp_token`, and `GET` or `POST /tokens/validate`.',
      },
    ],
  },
  related: {
    'duplicate-agent': 'the identifier, not the agent key, is taken by a live agent',
    'validation-failed': 'fields of the registration are missing or faulty',
    'token-invalid': 'the token of the registration is not accepted',
    'insufficient-permissions': 'the token belongs to another agent than the registration',
  },
  aliases: ['AGENT_REGISTRATION_ERROR', 'AgentRegistrationError'],
} satisfies Problem<AgentRegistrationFailed>;
