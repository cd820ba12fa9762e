import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface AgentNotFound {
  /**
   * Identifier from the path of the request. Always sent; a filtered word in it arrives as `[FILTERED]`, and it is cut at
   * 200 characters.
   */
  agent_id: string;
}

const compare: Step = {
  step: 'Compare `{agent_id}` with the identifiers of the agents that are alive.',
  request: { method: 'GET', path: '/public/discover', query: { limit: 100 } },
  expect: 200,
  note: 'Spelling and case must match exactly. With ARCPClient: `discover_agents()`.',
};
const registerAgain: Step = {
  step: 'Request a temporary token, and register the agent again.',
  when: 'if the agent is yours',
  request: {
    method: 'POST',
    path: '/auth/agent/request_temp_token',
    headers: { 'Content-Type': 'application/json' },
    body: { agent_id: '{agent_id}', agent_type: 'testing', agent_key: '<agent key>' },
  },
  expect: 200,
  note: 'Then send the registration to `POST /agents/register`. With ARCPClient: `register_agent(…)` does both.',
};
const chooseOther: Step = {
  step: 'Choose an agent that is alive.',
  when: 'if the agent is not yours',
  only: {
    routes: [
      'GET /public/agent/{agent_id}',
      'POST /public/connect/{agent_id}',
      'POST /agents/{agent_id}/connection/notify',
    ],
  },
  request: { method: 'GET', path: '/public/discover', query: { limit: 100 } },
  expect: 200,
};
const beatOften: Step = {
  step: 'Send a heartbeat at least twice in each `AGENT_HEARTBEAT_TIMEOUT`.',
  when: 'if the agent is yours',
  settings: ['AGENT_HEARTBEAT_TIMEOUT', 'AGENT_CLEANUP_INTERVAL'],
  note: 'With ARCPClient: `start_heartbeat_task(agent_id)` sends one every 30 seconds.',
};
const beat = {
  method: 'POST',
  path: '/agents/{agent_id}/heartbeat',
  headers: { Authorization: 'Bearer <agent token>' },
} as const;

const causes = {
  silent: {
    cause: 'The agent sent no heartbeat for too long, and ARCP deregistered it.',
    short: 'Silent for too long, so ARCP removed it',
    tell: 'The agent was registered, and `agent-not-available` came first. The last heartbeat is over two minutes old.',
    asked: ['offline', 'disappeared', 'vanished', 'cleaned up', 'heartbeat fails', 'heartbeat 404'],
    fix: [registerAgain, { ...beatOften, request: beat, expect: 200 }, chooseOther],
  },
  'never-registered': {
    cause: 'No agent ever registered under this `agent_id` on this server.',
    short: 'Never registered here, or a typo',
    tell: 'The list of agents does not have the identifier, or has a similar one with a different spelling or case.',
    asked: ['typo', 'wrong case', 'capital letters', 'unknown agent', 'wrong server'],
    fix: [
      compare,
      { step: 'Check that the URL is that of the server where the agent registered.' },
      { ...registerAgain, step: 'Request a temporary token, and register the agent.' },
    ],
  },
  deregistered: {
    cause: 'The agent deregistered itself, or an admin removed it.',
    tell: 'A `DELETE /agents/{agent_id}` succeeded before. Other agents are still registered.',
    asked: ['removed', 'deleted', 'unregistered'],
    fix: [registerAgain, chooseOther],
  },
  'server-restarted': {
    cause: 'The server was down for too long, or a different process without the same storage responded.',
    short: 'Server restarted, or different process',
    tell: 'Several agents are gone at the same time, or the same request sometimes works.',
    asked: ['restart', 'all agents are gone', 'load balancer', 'replica'],
    fix: [
      registerAgain,
      {
        step: 'Connect every process of the server to the same Redis.',
        when: 'for operators who run several processes',
        settings: ['REDIS_HOST', 'REDIS_PORT', 'REDIS_DB'],
        note: 'After a restart, ARCP loads its records again and then removes agents whose last heartbeat is too old.',
      },
    ],
  },
  'time-zone': {
    cause: 'The time zone of the server is west of UTC, so ARCP removes agents that are alive.',
    short: 'Server runs in a time zone west of UTC',
    tell: 'The agent disappears within two minutes of each registration, although its heartbeats return 200.',
    fixedBy: 'operator',
    retry: { when: 'after-fix', because: 'ARCP removes the agent again until the server runs in UTC.' },
    asked: ['TZ', 'New York'],
    fix: [{ step: 'Set `TZ=UTC`, and restart the server.', when: 'for operators', settings: ['TZ'] }, registerAgain],
  },
} satisfies Causes;

export default {
  title: 'Agent Not Found',
  status: 404,
  category: 'agents',
  summary: 'The registry has no agent with this `agent_id`.',
  now: 'Check the spelling and case of `agent_id`. If they are right, register the agent again.',
  explanation: `
An agent is registered until it deregisters, an admin removes it, or it falls silent. ARCP deregisters an agent whose last heartbeat
is older than twice \`AGENT_HEARTBEAT_TIMEOUT\` and older than 60 seconds. It checks every \`AGENT_CLEANUP_INTERVAL\`. With the defaults, a
silent agent is \`agent-not-available\` after one minute and \`agent-not-found\` after two to three.

Identifiers must match exactly, case included.

Some routes report an unknown agent differently. \`GET /agents/{agent_id}\` and \`GET /agents/{agent_id}/metrics\` return plain JSON with
status 404, and \`POST /agents/{agent_id}/metrics\` accepts it.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-change',
    because: 'The response stays the same until the identifier is right or the agent registers.',
  },
  causes,
  answers: [
    {
      detail: 'Agent {agent_id} not found',
      routes: ['POST /agents/{agent_id}/heartbeat'],
      causes: ['silent', 'deregistered', 'never-registered', 'server-restarted', 'time-zone'],
      example: { detail: 'Agent my-agent not found', agent_id: 'my-agent' },
    },
    {
      detail: 'Agent {agent_id} not found',
      routes: [
        'GET /public/agent/{agent_id}',
        'POST /public/connect/{agent_id}',
        'POST /agents/{agent_id}/connection/notify',
      ],
      causes: ['never-registered', 'silent', 'deregistered', 'server-restarted', 'time-zone'],
      example: { detail: 'Agent my-agent not found', agent_id: 'my-agent' },
    },
    {
      detail: 'Agent {agent_id} not found',
      routes: ['DELETE /agents/{agent_id}'],
      causes: ['silent', 'deregistered', 'never-registered', 'server-restarted', 'time-zone'],
      example: { detail: 'Agent my-agent not found', agent_id: 'my-agent' },
    },
  ],
  example: { detail: 'Agent my-agent not found', agent_id: 'my-agent' },
  prevent: [beatOften],
  samples: [
    {
      title: 'Register again when a heartbeat finds no agent',
      lang: 'typescript',
      code: `
import { agentNotFound, isProblem, readProblem } from 'arcp-problems';

async function beat(agentId: string, register: () => Promise<void>): Promise<void> {
  const response = await fetch(\`http://localhost:8001/agents/\${agentId}/heartbeat\`, {
    method: 'POST',
    headers: { Authorization: 'Bearer <agent token>' },
  });
  const problem = await readProblem(response);
  if (isProblem(problem, agentNotFound)) await register();
}

setInterval(() => beat('my-agent', async () => console.log('Register my-agent again.')), 20_000);`,
    },
    {
      title: 'Look up an agent, and show those that are alive',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, ARCPError

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        known = {agent.agent_id for agent in await client.discover_agents(limit=100)}
        if "my-agent" not in known:
            raise SystemExit(f"No live agent is called my-agent. These are alive: {sorted(known)}")
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
  operators: `
If the log shows \`Cleaned up stale agent\` for agents that send heartbeats, the server runs in a time zone west of UTC. Set \`TZ=UTC\`.

If many agents get this type at the same time, the server was down for too long, or its processes do not share Redis. Agents must
register again.`,
  settings: ['AGENT_HEARTBEAT_TIMEOUT', 'AGENT_CLEANUP_INTERVAL', 'TZ'],
  endpoints: [
    'POST /agents/{agent_id}/heartbeat',
    'GET /public/agent/{agent_id}',
    'POST /public/connect/{agent_id}',
    'DELETE /agents/{agent_id}',
    'POST /agents/{agent_id}/connection/notify',
  ],
  clients: {
    'update_heartbeat, get_public_agent, request_agent_connection, unregister_agent':
      '`ARCPError`; the message ends with "Endpoint not found: <path>". The client does not read `detail`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: '`GET /agents/{agent_id}`, the metrics routes and `POST /public/search` return it.',
        actual:
          'The two GET routes return plain JSON, the POST route accepts unknown agents, and a search never returns it.',
      },
      {
        documented: 'A connection request goes to `POST /public/connect` with the agent in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    'agent-not-available': 'the agent is registered, but its last heartbeat is too old',
    'not-found': 'a compliance check or an endpoint of the agent is missing, not the agent',
    'duplicate-agent': 'the opposite: the identifier is already taken',
  },
  aliases: ['AGENT_NOT_FOUND', 'AgentNotFoundError'],
  asked: ['agent missing', 'no such agent', '404 agent'],
} satisfies Problem<AgentNotFound, typeof causes>;
