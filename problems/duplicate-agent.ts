import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface DuplicateAgent {
  /** Identifier whose registration was rejected. Present on a registration conflict, absent from an idempotency conflict. */
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

const deregister: Step = {
  step: 'Deregister the previous run of the agent, then register again.',
  when: 'if the agent is your own and restarted',
  request: { method: 'DELETE', path: '/agents/{agent_id}', headers: { Authorization: 'Bearer <agent token>' } },
  expect: 200,
  note: 'An agent can deregister only itself; an admin can deregister every agent. With ARCPClient: `unregister_agent(agent_id)`.',
};
const deregisterAtEnd: Step = {
  step: 'Deregister the agent when it stops.',
  request: { method: 'DELETE', path: '/agents/{agent_id}', headers: { Authorization: 'Bearer <agent token>' } },
  expect: 200,
  note: 'The next start can then register immediately.',
};

const causes = {
  'already-alive': {
    cause: 'An agent with this `agent_id` is registered and alive.',
    tell: 'The title is "Duplicate Agent", and the body has `agent_id`.',
    asked: ['already registered', 'already exists', 'restarted', 'name taken', 'registered twice'],
    fix: [
      {
        step: 'Read the registration, and compare `endpoint` and `owner` with your own.',
        request: { method: 'GET', path: '/agents/{agent_id}', headers: { Authorization: 'Bearer <agent token>' } },
        expect: 200,
        note: 'With ARCPClient: `get_agent(agent_id)`.',
      },
      {
        step: 'Continue with the token of the first registration.',
        when: 'if you sent the same registration twice',
      },
      deregister,
      {
        step: 'Stop the previous run, wait longer than `AGENT_HEARTBEAT_TIMEOUT`, and register again.',
        when: 'if you cannot deregister it',
        settings: ['AGENT_HEARTBEAT_TIMEOUT'],
        note: 'You can register an `agent_id` again once its agent is no longer alive.',
      },
      {
        step: 'Register under a different `agent_id`.',
        when: 'if the registration belongs to someone else',
        request: {
          method: 'POST',
          path: '/auth/agent/request_temp_token',
          headers: { 'Content-Type': 'application/json' },
          body: { agent_id: 'my-agent-2', agent_type: 'testing', agent_key: '<agent key>' },
        },
        expect: 200,
        note: 'The token and the registration need the same identifier.',
      },
    ],
  },
  'idempotency-key-used': {
    cause: 'The `Idempotency-Key` was used before for a request with a different body, path or method.',
    short: 'The `Idempotency-Key` was used before',
    tell: 'The title is "Idempotency Conflict", and the body has `idempotency_key`.',
    retry: { when: 'after-change', because: 'The request succeeds with a new key.' },
    asked: ['idempotency', 'corrected body', 'same key'],
    fix: [
      {
        step: 'Generate a new `Idempotency-Key`, and send the request with it.',
        request: {
          method: 'POST',
          path: '/agents/register',
          headers: {
            Authorization: 'Bearer <validated token>',
            'Content-Type': 'application/json',
            'Idempotency-Key': '6f1c2b9e-4a0d-4c1e-9d5b-2f8a7c3e1b44',
          },
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
        note: 'A rejected request uses up its key, too: a corrected body needs a new one.',
      },
    ],
  },
} satisfies Causes;

export default {
  title: 'Duplicate Agent',
  status: 409,
  category: 'agents',
  summary: 'A live agent already uses this `agent_id`, or the `Idempotency-Key` was used for a different request.',
  now: 'Deregister the previous run of your agent, or register under a different `agent_id`.',
  explanation: `
An \`agent_id\` belongs to one agent while that agent is alive: its last heartbeat is no older than \`AGENT_HEARTBEAT_TIMEOUT\`. After that,
anyone can register the identifier again. An agent that restarts quickly meets its own previous registration, unless it
deregistered before it stopped.

The same type reports an idempotency conflict, with the title "Idempotency Conflict". The server sends it with \`ARCP_TPR=true\` and Redis,
when an \`Idempotency-Key\` returns with a different body, path or method within \`ARCP_TPR_IDEMPOTENCY_TTL\`.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-fix',
    because: 'It succeeds once the other agent is gone, or with a different identifier.',
  },
  causes,
  answers: [
    {
      title: 'Duplicate Agent',
      detail: 'Agent {agent_id} is already registered and alive.',
      routes: ['POST /agents/register'],
      causes: ['already-alive'],
      example: { detail: 'Agent my-agent is already registered and alive.', agent_id: 'my-agent' },
    },
    {
      title: 'Idempotency Conflict',
      detail:
        'An idempotent request with this key was already processed with a different request body. Use a new Idempotency-Key for different requests.',
      members: { idempotency_key: '{idempotency_key}' },
      routes: ['POST /agents/register', 'POST /auth/agent/validate_compliance'],
      causes: ['idempotency-key-used'],
      example: {
        detail:
          'An idempotent request with this key was already processed with a different request body. Use a new Idempotency-Key for different requests.',
        instance: '/agents/register',
        idempotency_key: 'ea5c29ac-1ece-469a-a919-58cbf7d97312',
      },
    },
  ],
  example: { detail: 'Agent my-agent is already registered and alive.', agent_id: 'my-agent' },
  documented: {
    detail: 'Agent my-agent is already registered',
    instance: '/agents/register',
    agent_id: 'my-agent',
    existing_agent_endpoint: 'https://my-agent.example.com',
    registration_timestamp: '2026-11-23T08:15:00Z',
  },
  prevent: [
    deregisterAtEnd,
    {
      step: 'Generate a new `Idempotency-Key` for each new body, and repeat a key only with exactly the same request.',
    },
  ],
  samples: [
    {
      title: 'Replace the previous run of the same agent',
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
    throw new Error(\`The key \${problem.idempotency_key} was used for a different request.\`);
  }
  // Do this only where no other agent uses this identifier.
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
            # The identifier is free for the next start.
            await client.unregister_agent("my-agent")

asyncio.run(main())`,
    },
  ],
  userMessage: 'An agent with this name is already running.',
  monitor: { metric: 'arcp_requests_total{endpoint="/agents/register",status_code="409"}' },
  operators: `
If it comes in bursts after a rollout, agents do not deregister when they stop. Ask their developers to call
\`DELETE /agents/{agent_id}\`.

If one \`agent_id\` keeps coming back, two agents share it. Give one of them a different identifier.

A lower \`AGENT_HEARTBEAT_TIMEOUT\` frees identifiers sooner, but requires more frequent heartbeats.`,
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
        documented: 'The type reports registration conflicts only, under one title.',
        actual:
          'An idempotency conflict has the same type, the title "Idempotency Conflict", `application/json` and no `timestamp`.',
      },
    ],
  },
  related: {
    'agent-registration-failed': 'a live agent uses the agent key, not the identifier',
    'agent-not-found': 'the opposite: no agent with this identifier is registered',
    'agent-not-available': 'the registered agent is not alive, so its identifier is free',
  },
  aliases: ['DUPLICATE_AGENT', 'DuplicateAgentError', 'Idempotency Conflict'],
  asked: ['conflict', 'agent exists'],
} satisfies Problem<DuplicateAgent, typeof causes>;
