import type { Problem, Step } from '../src/catalog/entry.ts';

export interface AgentNotAvailable {
  /** Identifier of the agent that is registered but not alive. Always sent. */
  agent_id: string;
  /**
   * Time of the agent's last heartbeat. Documented, but ARCP 2.1.2 never sends it.
   * @format date-time
   */
  last_seen?: string;
}

const fix = [
  {
    step: 'Send a heartbeat with the token of the agent.',
    when: 'if the agent is yours',
    request: { method: 'POST', path: '/agents/my-agent/heartbeat', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    settings: ['AGENT_HEARTBEAT_TIMEOUT'],
    note: 'Repeat it well within the timeout; with ARCPClient, `start_heartbeat_task(agent_id)` does so.',
  },
  { step: 'Look the agent up again.', request: { method: 'GET', path: '/public/agent/my-agent' }, expect: 200 },
  {
    step: 'Get a temporary token for the agent, and register it again with `POST /agents/register`.',
    when: 'if the heartbeat answers agent-not-found',
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
  },
  {
    step: 'Choose an agent that is alive.',
    when: 'if the agent is not yours',
    request: { method: 'GET', path: '/public/discover', query: { limit: 100 } },
    expect: 200,
    note: 'With ARCPClient this is `discover_agents()`.',
  },
  {
    step: 'Remove an agent that will not return.',
    when: 'for admins',
    request: {
      method: 'DELETE',
      path: '/agents/my-agent',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
  },
] satisfies Step[];

export default {
  title: 'Agent Not Available',
  status: 404,
  category: 'agents',
  summary: 'The agent is registered, but its last heartbeat is older than `AGENT_HEARTBEAT_TIMEOUT`.',
  now: 'Send a heartbeat if the agent is yours; choose another live agent if it is not.',
  explanation: `
A registered agent counts as alive as long as its last heartbeat is no older than \`AGENT_HEARTBEAT_TIMEOUT\`, 60 seconds by
default. After that it counts as dead. Its record stays in the registry, but nobody can look it up publicly or ask it for a
connection. The next heartbeat makes it available again.

Heartbeats alone decide. ARCP does not call the endpoint of the agent here, so an agent that runs without heartbeats gets this
answer too.`,
  fixedBy: 'client-developer',
  causes: {
    'agent-stopped-crashed-without': {
      cause: 'The agent stopped or crashed without deregistering.',
      tell: 'The endpoint of the agent does not answer either.',
      fix: fix,
    },
    'agent-runs-but-sends': {
      cause:
        'The agent runs, but sends no heartbeat, or sends them less often than `AGENT_HEARTBEAT_TIMEOUT` asks for.',
      tell: 'The endpoint of the agent answers, and a heartbeat sent by hand makes the problem go away.',
      fix: fix,
    },
    'network-between-agent-arcp': {
      cause: 'The network between the agent and ARCP is down.',
      tell: 'The heartbeat requests of the agent end in connection errors.',
      fixedBy: 'operator',
      fix: fix,
    },
  },
  answers: [{ detail: "Agent '*' is not available for connections" }],
  retry: {
    when: 'after-delay',
    because:
      'The same request succeeds as soon as the agent sends a heartbeat; the response does not say when that is.',
  },
  example: {
    detail: 'Agent &#x27;my-agent&#x27; is not available for connections',
    agent_id: 'my-agent',
    last_seen: '2026-11-23T18:25:34Z',
  },
  samples: [
    {
      title: 'Wait for an agent, and give up in time',
      lang: 'typescript',
      code: `
import { agentNotAvailable, isProblem, readProblem } from 'arcp-problems';

async function connect(agentId: string, attempts = 5): Promise<Response> {
  const response = await fetch(\`http://localhost:8001/public/connect/\${agentId}\`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user_id: 'me', user_endpoint: 'https://me.example.com' }),
  });
  const problem = await readProblem(response);
  if (!isProblem(problem, agentNotAvailable) || attempts <= 1) return response;
  console.log(\`\${problem.agent_id} sends no heartbeat; next attempt in 30 seconds.\`);
  await new Promise((resolve) => setTimeout(resolve, 30_000));
  return connect(agentId, attempts - 1);
}

const response = await connect('my-agent');
console.log(response.status);`,
    },
    {
      title: 'Turn to another agent',
      lang: 'python',
      code: `
import httpx

NOT_AVAILABLE = "https://arcp.0x001.tech/docs/problems/agent-not-available"

def is_dead(response: httpx.Response) -> bool:
    # ARCPClient does not expose the problem type of a 404, so read the response itself.
    media_type = response.headers.get("content-type", "")
    return media_type.startswith("application/problem+json") and response.json()["type"] == NOT_AVAILABLE

with httpx.Client(base_url="http://localhost:8001") as http:
    response = http.get("/public/agent/my-agent")
    if is_dead(response):
        response = http.get("/public/discover", params={"limit": 100})
    response.raise_for_status()
    print(response.json())`,
    },
  ],
  userMessage: 'This agent is not reachable at the moment. Try again later, or choose another one.',
  operators: `
One agent alone points to that agent or its network. If all agents drop out at once, look at the network in front of ARCP. If
agents come and go, compare their heartbeat interval with \`AGENT_HEARTBEAT_TIMEOUT\`.`,
  settings: ['AGENT_HEARTBEAT_TIMEOUT'],
  endpoints: ['GET /public/agent/{agent_id}', 'POST /public/connect/{agent_id}'],
  clients: {
    'get_public_agent, request_agent_connection':
      '`ARCPError`; the message ends with "Endpoint not found: <path>", and the detail of the body is not read.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    missing: ['instance'],
    differences: [
      { documented: 'The body carries `last_seen`.', actual: 'The body carries no extension member but `agent_id`.' },
      {
        documented: '`POST /public/search` and `GET /agents/{agent_id}` return it as well.',
        actual: 'Only `GET /public/agent/{agent_id}` and `POST /public/connect/{agent_id}` return it.',
      },
      {
        documented: 'Health checks decide whether an agent is available.',
        actual: 'Heartbeats decide; the endpoint of the agent is not called.',
      },
      {
        documented: 'The connection request goes to `POST /public/connect` with `agent_id` in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    'agent-not-found': 'no agent with this identifier is registered at all',
    'endpoint-unreachable': 'the agent counts as alive, but ARCP could not reach its endpoint',
    'connection-timeout': 'the agent counts as alive, but its endpoint did not answer in time',
  },
  aliases: ['AGENT_NOT_AVAILABLE'],
} satisfies Problem<AgentNotAvailable>;
