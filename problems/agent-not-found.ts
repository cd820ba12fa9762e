import type { Problem, Step } from '../src/catalog/entry.ts';

export interface AgentNotFound {
  /** Identifier that was looked up. Always sent; a filtered word in it arrives as `[FILTERED]`. */
  agent_id: string;
}

const fix = [
  {
    step: 'List the agents that are alive, and compare the identifiers.',
    request: { method: 'GET', path: '/public/discover', query: { limit: 100 } },
    expect: 200,
    note: 'With ARCPClient this is `discover_agents()`.',
  },
  {
    step: 'List every agent, dead ones included.',
    when: 'with an agent or admin token',
    request: { method: 'GET', path: '/agents', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
  },
  {
    step: 'Register your own agent again, beginning with a temporary token.',
    when: 'if the agent is yours',
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
    note: 'Then send the registration to `POST /agents/register` with that token.',
  },
] satisfies Step[];

export default {
  title: 'Agent Not Found',
  status: 404,
  category: 'agents',
  summary: 'The registry holds no agent with this identifier.',
  now: 'Compare the identifier with the list of registered agents.',
  explanation: `
An agent is known from its registration until it is deregistered. Identifiers are compared character by character, so case
counts. A registry kept in memory is empty after a restart, and every agent has to register again.

Not every route says it this way. \`GET /agents/{agent_id}\` and \`GET /agents/{agent_id}/metrics\` answer an unknown agent with plain
JSON and status 404, and \`POST /agents/{agent_id}/metrics\` accepts it.`,
  fixedBy: 'client-developer',
  causes: {
    'identifier-misspelt-differs-case': {
      cause: 'The identifier is misspelt, or differs in case.',
      tell: 'An almost equal identifier stands in the list of agents.',
      fix: fix,
    },
    'agent-never-registered-server': {
      cause: 'The agent has never registered on this server.',
      tell: 'It is in no list, or it is registered on another server.',
      fix: fix,
    },
    'agent-deregistered-itself-admin': {
      cause: 'The agent deregistered itself, or an admin removed it.',
      tell: 'The same request worked before, and other agents are still there.',
      fix: fix,
    },
    'registry-lost-content-such': {
      cause: 'The registry lost its content, such as memory-only storage after a restart.',
      tell: 'All agents are gone at once.',
      fixedBy: 'operator',
      fix: fix,
    },
  },
  answers: [{ detail: 'Agent * not found' }, { detail: "Agent '*' was not found in the registry" }],
  retry: {
    when: 'after-change',
    because: 'The answer stays the same until the identifier is right or the agent has registered.',
  },
  example: { detail: 'Agent my-agent not found', agent_id: 'my-agent' },
  samples: [
    {
      title: 'Tell an unknown agent from other failures',
      lang: 'typescript',
      code: `
import { agentNotFound, isProblem, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/public/agent/my-agent');
const problem = await readProblem(response);
if (isProblem(problem, agentNotFound)) {
  console.log(\`No agent is called \${problem.agent_id}.\`);
}`,
    },
    {
      title: 'Look an agent up, and show those that are there',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, ARCPError

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        known = {agent.agent_id for agent in await client.discover_agents(limit=100)}
        if "my-agent" not in known:
            raise SystemExit(f"No live agent is called my-agent. There are: {sorted(known)}")
        try:
            agent = await client.get_public_agent("my-agent")
        except ARCPError as error:
            # ARCPClient raises ARCPError for every 404 and hides the problem type.
            raise SystemExit(error.message)
        print(agent.endpoint)

asyncio.run(main())`,
    },
  ],
  userMessage: 'This agent is not registered here.',
  endpoints: [
    'GET /public/agent/{agent_id}',
    'POST /public/connect/{agent_id}',
    'POST /agents/{agent_id}/heartbeat',
    'DELETE /agents/{agent_id}',
    'POST /agents/{agent_id}/connection/notify',
  ],
  clients: {
    'most methods':
      '`ARCPError`; the message ends with "Endpoint not found: <path>", and the detail of the body is not read.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: '`GET /agents/{agent_id}`, the metrics routes and `POST /public/search` return it.',
        actual:
          'The two GET routes answer plain JSON, the POST route accepts unknown agents, and search never returns it.',
      },
      {
        documented: 'The connection request goes to `POST /public/connect` with the agent in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    'agent-not-available': 'the agent is registered, but has stopped sending heartbeats',
    'not-found': 'something other than an agent is missing',
    'duplicate-agent': 'the opposite: the identifier is already taken',
  },
  aliases: ['AGENT_NOT_FOUND', 'AgentNotFoundError'],
} satisfies Problem<AgentNotFound>;
