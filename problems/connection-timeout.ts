import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface ConnectionTimeout {
  /** Address of the agent that was called. Documented, but ARCP 2.1.2 never sends it. */
  target_endpoint?: string;
  /** Limit that was exceeded, in seconds. Documented, but ARCP 2.1.2 never sends it. */
  timeout_seconds?: number | NumberText;
}

const connectAgain: Step = {
  step: 'Request the connection again after a pause.',
  request: {
    method: 'POST',
    path: '/public/connect/{agent_id}',
    headers: { 'Content-Type': 'application/json' },
    body: { user_id: 'user-1', user_endpoint: 'https://client.example.com/callback', display_name: 'My Client' },
  },
  expect: 200,
  note: "Set your client's timeout above 30 seconds, or it ends before ARCP does.",
};

const causes = {
  'agent-too-slow': {
    cause: 'The agent needs longer than 10 seconds for a connection request.',
    tell: 'The agent also responds slowly to requests from its own host.',
    asked: ['slow agent', 'overloaded', 'hangs', 'ReadTimeout', 'UND_ERR_HEADERS_TIMEOUT', 'request timed out'],
    fix: [
      connectAgain,
      {
        step: 'Return 200 from `POST /connection/request` within 10 seconds, and do long work afterwards.',
        when: 'if the agent is yours',
      },
    ],
  },
  'packets-dropped': {
    cause: 'Packets between the ARCP host and the agent are dropped.',
    tell: 'The agent responds immediately on its own host, and not at all from the ARCP host.',
    fixedBy: 'operator',
    retry: { when: 'after-fix', because: 'Every request times out until the network lets it pass.' },
    asked: ['firewall', 'network', 'routing', 'ConnectTimeout', 'UND_ERR_CONNECT_TIMEOUT'],
    fix: [
      {
        step: 'Allow connections from the ARCP host to the endpoint of the agent.',
        when: 'for operators',
        note: 'A firewall that rejects packets instead causes `endpoint-unreachable`.',
      },
      { ...connectAgain, step: 'Request the connection again.' },
    ],
  },
} satisfies Causes;

export default {
  title: 'Connection Timeout',
  status: 504,
  category: 'network',
  summary: 'The agent did not respond to the connection request within 10 seconds.',
  now: 'Wait 5 seconds, then request the connection again.',
  explanation: `
ARCP forwards a connection request to \`/connection/request\` under the endpoint that the agent registered. It waits 10 seconds to
connect, 10 to send and 10 for the response. No setting changes these limits.

The agent is registered, and its last heartbeat is recent. The request may have reached the agent.

A connection notification does not return this type. If the agent takes too long there, the response is \`internal-error\`.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-delay',
    because: 'The agent may recover. The response has no `Retry-After`, so wait longer before each attempt.',
  },
  causes,
  answers: [
    {
      detail: 'Agent connection timed out',
      routes: ['POST /public/connect/{agent_id}'],
      causes: ['agent-too-slow', 'packets-dropped'],
      example: { detail: 'Agent connection timed out' },
    },
  ],
  example: { detail: 'Agent connection timed out' },
  documented: {
    detail: 'Connection to agent endpoint timed out',
    instance: '/public/connect',
    target_endpoint: 'https://my-agent.example.com',
    timeout_seconds: 10,
  },
  samples: [
    {
      title: 'Retry with growing pauses',
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
    timeout=40,  # ARCP waits up to 10 seconds in each phase
)
if response.is_error:
    problem = response.json()
    if problem["type"] == f"{BASE}/connection-timeout":
        print("The agent is slow. Retry later.")
    elif problem["type"] == f"{BASE}/endpoint-unreachable":
        print("ARCP could not call the agent, or the agent returned an error.")`,
    },
  ],
  userMessage: 'The agent did not answer in time. Try again later.',
  monitor: { metric: 'arcp_requests_total{endpoint=~"/public/connect/.+",status_code="504"}' },
  operators: `
If one agent gets this type, that agent is slow. Contact its developer.

If many agents get it at the same time, the network of the ARCP host drops packets. Check its firewall and routes.`,
  endpoints: ['POST /public/connect/{agent_id}'],
  clients: {
    request_agent_connection: '`ARCPError`; the message ends with "Server error: 504". The client does not retry.',
  },
  observed: {
    sent: 'yes',
    members: [],
    missing: ['instance'],
    differences: [
      {
        documented: 'A connection request goes to `POST /public/connect` with the agent in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    'endpoint-unreachable': 'the agent refused the connection or returned an error',
    'agent-not-available': 'the agent stopped sending heartbeats, so ARCP did not call it',
    'operation-timeout': 'the server, not the agent, took too long',
    'internal-error': 'the agent took too long for a connection notification',
  },
  aliases: ['CONNECTION_TIMEOUT'],
  asked: ['gateway timeout', 'agent does not answer', 'too slow', 'deadline exceeded', 'ETIMEDOUT'],
} satisfies Problem<ConnectionTimeout, typeof causes>;
