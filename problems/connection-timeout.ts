import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface ConnectionTimeout {
  /** Address of the agent that was called. Documented, but ARCP 2.1.2 never sends it. */
  target_endpoint?: string;
  /** Limit that ran out, in seconds. Documented, but ARCP 2.1.2 never sends it. */
  timeout_seconds?: number | NumberText;
}

const fix = [
  {
    step: 'Look when the agent was last alive and where it listens.',
    request: { method: 'GET', path: '/public/agent/my-agent' },
    expect: 200,
    note: 'With ARCPClient this is `get_public_agent(agent_id)`.',
  },
  {
    step: 'Ask for the connection again after a pause.',
    request: {
      method: 'POST',
      path: '/public/connect/my-agent',
      headers: { 'Content-Type': 'application/json' },
      body: { user_id: 'user-1', user_endpoint: 'https://client.example.com/callback', display_name: 'My Client' },
    },
    expect: 200,
    note: 'Give your own client a timeout above 10 seconds, or it gives up before ARCP does.',
  },
  {
    step: 'Answer `POST {endpoint}/connection/request` within 10 seconds, and do long work afterwards.',
    when: 'if the agent is yours',
  },
  {
    step: 'Test the path from the ARCP host to the endpoint of the agent.',
    when: 'for operators',
    note: 'A firewall that drops packets shows as a timeout; one that rejects them shows as `endpoint-unreachable`.',
  },
] satisfies Step[];

export default {
  title: 'Connection Timeout',
  status: 504,
  category: 'network',
  summary: 'The agent did not answer the connection request within 10 seconds.',
  now: 'Wait, and ask for the connection again while the agent is alive.',
  explanation: `
A connection request goes through the server to the agent. ARCP sends it to \`/connection/request\` below the endpoint that the
agent registered, and waits 10 seconds. Connecting, writing, reading and waiting for a free connection all count. The limit
is fixed in the code; no setting changes it.

The agent is registered and its heartbeat is recent, otherwise the answer would be another. The request may have reached the
agent even so. Connection notifications do not use this type: when the agent takes too long there, the answer is
\`internal-error\`.`,
  fixedBy: 'client-developer',
  causes: {
    'agent-overloaded-hangs': {
      cause: 'The agent is overloaded or hangs.',
      tell: 'Its heartbeat goes on, while other requests to it are slow as well.',
      fix: fix,
    },
    'packets-between-arcp-host': {
      cause: 'Packets between the ARCP host and the agent are dropped.',
      tell: 'The agent answers at once on its own host, and not at all from the ARCP host.',
      fixedBy: 'operator',
      fix: fix,
    },
  },
  answers: [{ detail: 'Agent connection timed out' }],
  retry: {
    when: 'after-delay',
    because: 'The agent may recover. No `Retry-After` is sent, so lengthen the pause with each attempt.',
  },
  example: {
    detail: 'Agent connection timed out',
    instance: '/public/connect/my-agent',
    target_endpoint: 'https://my-agent.example.com',
    timeout_seconds: 10,
  },
  samples: [
    {
      title: 'Ask again with growing pauses',
      lang: 'typescript',
      code: `
import { connectionTimeout, isProblem, readProblem } from 'arcp-problems';

const connect = () =>
  fetch('http://localhost:8001/public/connect/my-agent', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user_id: 'user-1', user_endpoint: 'https://client.example.com/callback' }),
  });

let response = await connect();
for (const seconds of [5, 15, 45]) {
  if (!isProblem(await readProblem(response), connectionTimeout)) break;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  response = await connect();
}`,
    },
    {
      title: 'Tell a slow agent from one that is down',
      lang: 'python',
      code: `
import httpx

BASE = "https://arcp.0x001.tech/docs/problems"

response = httpx.post(
    "http://localhost:8001/public/connect/my-agent",
    json={"user_id": "user-1", "user_endpoint": "https://client.example.com/callback"},
    timeout=20,  # ARCP waits 10 seconds for the agent
)
if response.is_error:
    problem = response.json()
    if problem["type"] == f"{BASE}/connection-timeout":
        print("The agent is slow. Trying again later can help.")
    elif problem["type"] == f"{BASE}/endpoint-unreachable":
        print("The agent could not be called, or answered with an error.")`,
    },
  ],
  userMessage: 'The agent did not answer in time. Try again later.',
  operators: `
It is a fault of one agent or of the network to it, not of the server. When many agents time out at once, look at the network
of the ARCP host.`,
  endpoints: ['POST /public/connect/{agent_id}'],
  clients: {
    request_agent_connection: '`ARCPError`; the message ends with "Server error: 504". It is not sent again.',
  },
  observed: {
    sent: 'yes',
    members: [],
    missing: ['instance'],
    differences: [
      {
        documented: 'The body carries `target_endpoint` and `timeout_seconds`.',
        actual: 'The body has no extension members, so it does not name the agent.',
      },
      {
        documented: 'The connection request goes to `POST /public/connect` with the agent in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    'endpoint-unreachable': 'the agent refused the connection or answered with an error',
    'agent-not-available': 'the agent has stopped sending heartbeats, so it was not called at all',
    'operation-timeout': 'the server itself, not the agent, took too long',
    'internal-error': 'what a connection notification answers when the agent takes too long',
  },
  aliases: ['CONNECTION_TIMEOUT'],
} satisfies Problem<ConnectionTimeout>;
