import type { Problem, Step } from '../src/catalog/entry.ts';

export interface DuplicateAgent {
  /** Identifier whose registration was refused. Present on a registration conflict, absent on an idempotency conflict. */
  agent_id?: string;
  /** Value of the `Idempotency-Key` header of the request. Present on an idempotency conflict only. */
  idempotency_key?: string;
  /** Endpoint of the agent that is registered already. Documented, but ARCP 2.1.2 never sends it. */
  existing_agent_endpoint?: string;
  /**
   * When the agent that is registered already was registered. Documented, but ARCP 2.1.2 never sends it.
   * @format date-time
   */
  registration_timestamp?: string;
}

const fix = [
  {
    step: 'Read the live registration, and compare `endpoint` and `owner` with your own.',
    request: { method: 'GET', path: '/agents/my-agent', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    note: 'With ARCPClient this is `get_agent(agent_id)`.',
  },
  {
    step: 'Deregister the former run of your agent.',
    when: 'if the registration is your own',
    request: { method: 'DELETE', path: '/agents/my-agent', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    note: 'An agent can deregister itself only; an admin can deregister every agent.',
  },
  {
    step: 'Stop the former run, and wait longer than `AGENT_HEARTBEAT_TIMEOUT`.',
    when: 'if you cannot deregister it',
    settings: ['AGENT_HEARTBEAT_TIMEOUT'],
    note: 'A dead agent may be registered over.',
  },
  {
    step: 'Register under another `agent_id`.',
    when: 'if the registration belongs to someone else',
    request: {
      method: 'POST',
      path: '/agents/register',
      headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
      body: {
        agent_id: 'my-agent-2',
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
    note: 'The temporary token must be one for the new identifier; with `ARCP_TPR=true` send the validated token.',
  },
  {
    step: 'Send the request with a new `Idempotency-Key`.',
    when: 'if the body carries `idempotency_key`',
    settings: ['ARCP_TPR_IDEMPOTENCY_TTL'],
    note: 'Keep a key for exact repetitions of one request; a changed body needs a key of its own.',
  },
] satisfies Step[];

export default {
  title: 'Duplicate Agent',
  status: 409,
  category: 'agents',
  summary: 'A live agent holds this identifier already, or the `Idempotency-Key` belongs to another request.',
  now: 'Find out whether the live registration is your own, then deregister it or choose another `agent_id`.',
  explanation: `
An \`agent_id\` belongs to one agent as long as that agent is alive, which means that its last heartbeat is no older than
\`AGENT_HEARTBEAT_TIMEOUT\`. A dead agent may be registered over. So an agent that restarts quickly meets its own former
registration, unless it deregistered before it stopped.

The same type also reports an idempotency conflict, a different matter with the title "Idempotency Conflict". It happens with
\`ARCP_TPR=true\` and Redis, when an \`Idempotency-Key\` comes back with another body, path or method. The member
\`idempotency_key\` tells the two apart.`,
  fixedBy: 'client-developer',
  causes: {
    'agent-restarted-within-agent': {
      cause: 'The agent restarted within `AGENT_HEARTBEAT_TIMEOUT`, and its former run did not deregister.',
      tell: 'The registered record has the endpoint of your own agent.',
      fix: fix,
    },
    'registration-sent-again-after': {
      cause: 'The registration was sent again after it had succeeded.',
      tell: 'An earlier request was answered with 200, or its answer was lost on the way.',
      fix: fix,
    },
    'agent-alive-under-same': {
      cause: 'Another agent is alive under the same `agent_id`.',
      tell: 'The registered record has an endpoint or an owner that you do not know.',
      fix: fix,
    },
    'idempotency-key-used-before': {
      cause: 'The `Idempotency-Key` was used before for a request with another body, path or method.',
      tell: 'The body carries `idempotency_key`, and the header `X-Idempotent-Replayed` says `conflict`.',
      fix: fix,
    },
  },
  answers: [
    { title: 'Idempotency Conflict', members: { idempotency_key: '*' }, causes: ['idempotency-key-used-before'] },
    { detail: 'Agent * is already registered and alive.' },
    {
      detail:
        'An idempotent request with this key was already processed with a different request body. Use a new Idempotency-Key for different requests.',
    },
  ],
  retry: {
    when: 'after-fix',
    because: 'It works once the other registration is removed or has timed out, or with another identifier or key.',
  },
  example: {
    detail: 'Agent my-agent is already registered and alive.',
    agent_id: 'my-agent',
    existing_agent_endpoint: 'https://my-agent.example.com',
    registration_timestamp: '2026-11-23T08:15:00Z',
  },
  samples: [
    {
      title: 'Replace the former run of the same agent',
      lang: 'typescript',
      code: `
import { duplicateAgent, isProblem, readProblem } from 'arcp-problems';

const headers = { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' };
const registration = {
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
};

const register = () =>
  fetch('http://localhost:8001/agents/register', { method: 'POST', headers, body: JSON.stringify(registration) });

let response = await register();
const problem = await readProblem(response);
if (isProblem(problem, duplicateAgent)) {
  if (problem.idempotency_key !== undefined) {
    throw new Error(\`The key \${problem.idempotency_key} belongs to another request.\`);
  }
  // Only right where no other agent shares this identifier.
  await fetch(\`http://localhost:8001/agents/\${registration.agent_id}\`, { method: 'DELETE', headers });
  response = await register();
}`,
    },
    {
      title: 'Deregister when the agent ends',
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
            await client.register_agent(**REGISTRATION, agent_key="<agent key>", skip_validation=True)
        except RegistrationError as error:
            # ARCPClient does not expose the problem type; the message ends with the detail.
            raise SystemExit(error.message)
        try:
            await asyncio.sleep(30)  # The work of the agent.
        finally:
            # The next start then finds the identifier free.
            await client.unregister_agent("my-agent")

asyncio.run(main())`,
    },
  ],
  userMessage: 'An agent with this name is already running.',
  operators: `
A burst after a rollout means that agents do not deregister when they stop. Repeated conflicts on one \`agent_id\` mean that two
agents share it. Lowering \`AGENT_HEARTBEAT_TIMEOUT\` frees identifiers sooner, but asks for more frequent heartbeats.`,
  settings: ['AGENT_HEARTBEAT_TIMEOUT', 'ARCP_TPR', 'ARCP_TPR_IDEMPOTENCY_TTL'],
  endpoints: [
    'POST /agents/register',
    {
      route: 'POST /auth/agent/validate_compliance',
      when: 'idempotency conflicts only, with `ARCP_TPR=true` and Redis',
    },
  ],
  clients: { register_agent: '`RegistrationError`, "Agent registration failed: Request failed: <detail>".' },
  observed: {
    sent: 'yes',
    members: ['agent_id', 'idempotency_key'],
    undocumented: ['idempotency_key'],
    missing: ['instance', 'timestamp'],
    headers: {
      'Content-Type': '`application/problem+json`, but `application/json` on an idempotency conflict.',
      'X-Idempotent-Replayed': '`conflict`, on an idempotency conflict only.',
    },
    differences: [
      {
        documented: 'The body carries `existing_agent_endpoint` and `registration_timestamp`.',
        actual: 'On a registration conflict it carries `agent_id` only.',
      },
      {
        documented: 'The type reports registration conflicts only, under one title.',
        actual:
          'An idempotency conflict has the same type, the title "Idempotency Conflict", `application/json` and no `timestamp`.',
      },
    ],
  },
  related: {
    'agent-registration-failed': 'the agent key, not the identifier, is taken by a live agent',
    'agent-not-found': 'the opposite: no agent with this identifier is registered',
    'agent-not-available': 'the registered agent is dead, so its identifier may be registered over',
  },
  aliases: ['DUPLICATE_AGENT', 'DuplicateAgentError', 'Idempotency Conflict'],
} satisfies Problem<DuplicateAgent>;
