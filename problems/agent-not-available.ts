import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface AgentNotAvailable {
  /** Identifier of the agent that is registered but not alive. Always sent. */
  agent_id: string;
  /**
   * Time of the agent's last heartbeat. Documented, but ARCP 2.1.2 never sends it.
   * @format date-time
   */
  last_seen?: string;
}

const beat: Step = {
  step: 'Send a heartbeat with the token of the agent.',
  when: 'if the agent is yours',
  request: {
    method: 'POST',
    path: '/agents/{agent_id}/heartbeat',
    headers: { Authorization: 'Bearer <agent token>' },
  },
  expect: 200,
  note: 'The agent is available immediately. If the response is `agent-not-found`, register the agent again.',
};
const beatOften: Step = {
  step: 'Send a heartbeat at least twice in each `AGENT_HEARTBEAT_TIMEOUT`.',
  when: 'if the agent is yours',
  settings: ['AGENT_HEARTBEAT_TIMEOUT'],
  note: 'With ARCPClient: `start_heartbeat_task(agent_id)` sends one every 30 seconds.',
};
const chooseOther: Step = {
  step: 'Choose an agent that is alive.',
  when: 'if the agent is not yours',
  request: { method: 'GET', path: '/public/discover', query: { limit: 100 } },
  expect: 200,
  note: 'With ARCPClient: `discover_agents()`.',
};

const causes = {
  'heartbeats-stopped': {
    cause: 'The agent stopped, hangs, or never sends heartbeats.',
    tell: 'The agent does not respond at its endpoint, or its code never calls `POST /agents/{agent_id}/heartbeat`.',
    asked: ['offline', 'dead agent', 'crashed', 'no heartbeat'],
    fix: [
      { step: 'Start the agent again.', when: 'if the agent is yours and it does not run' },
      beat,
      beatOften,
      chooseOther,
    ],
  },
  'heartbeats-too-rare': {
    cause: 'The agent sends its heartbeats further apart than `AGENT_HEARTBEAT_TIMEOUT`.',
    short: 'Heartbeats come too rarely',
    tell: 'The same request returns 200 after each heartbeat, and this problem before the next one.',
    asked: ['flapping', 'comes and goes', 'intermittent'],
    fix: [
      beatOften,
      {
        step: 'Raise `AGENT_HEARTBEAT_TIMEOUT`, and restart the server.',
        when: 'for operators whose agents cannot send more often',
        settings: ['AGENT_HEARTBEAT_TIMEOUT'],
      },
      chooseOther,
    ],
  },
  'cut-off': {
    cause: 'The network between the agent and ARCP is down.',
    tell: 'The heartbeat requests of the agent end in connection errors.',
    fixedBy: 'operator',
    asked: ['network down'],
    fix: [
      {
        step: 'Request the health of the server from the host of the agent.',
        when: 'if the agent is yours',
        request: { method: 'GET', path: '/health' },
        expect: 200,
        note: 'A connection error shows that name resolution, a firewall or a proxy is in the way.',
      },
      chooseOther,
    ],
  },
} satisfies Causes;

export default {
  title: 'Agent Not Available',
  status: 404,
  category: 'agents',
  summary: 'The agent is registered, but its last heartbeat is older than `AGENT_HEARTBEAT_TIMEOUT`.',
  now: 'Send a heartbeat if the agent is yours. Otherwise, choose another live agent.',
  explanation: `
A registered agent is alive while its last heartbeat is no older than \`AGENT_HEARTBEAT_TIMEOUT\`, 60 seconds by default. The
registration counts as the first heartbeat. An agent that is not alive cannot be looked up publicly or asked for a connection. Its
next heartbeat makes it available again.

This state does not last. ARCP deregisters an agent that is silent for twice as long, and then returns \`agent-not-found\`.

Only heartbeats count. ARCP does not call the endpoint of the agent here, so an agent that runs without heartbeats is not available
either.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-delay',
    because: 'The same request succeeds once the agent sends a heartbeat. The response does not say when that is.',
  },
  causes,
  answers: [
    {
      detail: "Agent '{agent_id}' is not available for connections",
      routes: ['GET /public/agent/{agent_id}', 'POST /public/connect/{agent_id}'],
      causes: ['heartbeats-stopped', 'heartbeats-too-rare', 'cut-off'],
      example: {
        detail: 'Agent &#x27;my-agent&#x27; is not available for connections',
        agent_id: 'my-agent',
      },
    },
  ],
  example: { detail: 'Agent &#x27;my-agent&#x27; is not available for connections', agent_id: 'my-agent' },
  documented: {
    detail: 'Agent my-agent is registered but not available',
    instance: '/public/connect',
    agent_id: 'my-agent',
    last_seen: '2026-11-23T18:25:34Z',
  },
  prevent: [beatOften],
  samples: [
    {
      title: 'Wait for an agent, at most five times',
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
  console.log(\`\${problem.agent_id} sends no heartbeat. Next attempt in 30 seconds.\`);
  await new Promise((resolve) => setTimeout(resolve, 30_000));
  return connect(agentId, attempts - 1);
}

const response = await connect('my-agent');
console.log(response.status);`,
    },
    {
      title: 'Choose another agent',
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
If one agent gets this type, that agent stopped or its network failed. Contact its developer.

If all agents get it at the same time, the network in front of ARCP probably failed. Check the proxy.

If agents come and go, their heartbeats are too rare. Compare their interval with \`AGENT_HEARTBEAT_TIMEOUT\`.`,
  settings: ['AGENT_HEARTBEAT_TIMEOUT', 'AGENT_CLEANUP_INTERVAL'],
  endpoints: ['GET /public/agent/{agent_id}', 'POST /public/connect/{agent_id}'],
  clients: {
    'get_public_agent, request_agent_connection':
      '`ARCPError`; the message ends with "Endpoint not found: <path>". The client does not read `detail`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: '`POST /public/search` and `GET /agents/{agent_id}` return it, too.',
        actual:
          'Only `GET /public/agent/{agent_id}` and `POST /public/connect/{agent_id}` return it. Lists and searches omit the agent.',
      },
      {
        documented: 'Health checks decide whether an agent is available.',
        actual: 'Heartbeats decide. ARCP does not call the endpoint of the agent.',
      },
      {
        documented: 'A connection request goes to `POST /public/connect` with `agent_id` in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    'agent-not-found': 'no agent with this identifier is registered',
    'endpoint-unreachable': 'the agent is alive, but ARCP could not reach its endpoint',
    'connection-timeout': 'the agent is alive, but its endpoint did not respond in time',
  },
  aliases: ['AGENT_NOT_AVAILABLE'],
  asked: ['agent offline', 'agent down', 'not alive'],
} satisfies Problem<AgentNotAvailable, typeof causes>;
