import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface EndpointUnreachable {
  /**
   * Base URL that the agent registered. Sent when `POST /public/connect/{agent_id}` could not connect to it; long values are
   * cut at 200 characters.
   */
  endpoint?: string;
  /** Identifier of the agent that was called. Sent when the agent answered with an error, and by notifications. */
  agent_id?: string;
  /** HTTP status that the agent answered with. Sent only when the agent did answer. */
  status_code?: number | NumberText;
  /** Address that was called. Documented, but ARCP 2.1.2 never sends it; read `endpoint`. */
  target_endpoint?: string;
  /** Reason from the network, such as a refused connection. Documented, but ARCP 2.1.2 never sends it. */
  error_details?: string;
}

const fix = [
  {
    step: 'Look at the endpoint that the agent registered.',
    request: { method: 'GET', path: '/public/agent/my-agent' },
    expect: 200,
    note: 'With ARCPClient this is `get_public_agent(agent_id)`.',
  },
  {
    step: 'Test `GET {endpoint}/health` from the ARCP host.',
    when: 'for operators',
    note: 'It shows whether name resolution, firewall and TLS let the server through.',
  },
  {
    step: 'Answer `POST {endpoint}/connection/request` and `POST {endpoint}/connection/notify` with status 200.',
    when: 'if the agent is yours and `status_code` is there',
  },
  {
    step: 'Deregister the agent.',
    when: 'if the endpoint is wrong',
    request: { method: 'DELETE', path: '/agents/my-agent', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    note: 'No request changes an endpoint; registering again while the agent is alive answers `duplicate-agent`.',
  },
  {
    step: 'Register it again with the right endpoint.',
    when: 'if the endpoint was wrong',
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
        context_brief: 'Processes data for examples.',
        owner: 'me',
        public_key: '<public key>',
        metadata: { purpose: 'example' },
        version: '1.0.0',
        communication_mode: 'remote',
      },
    },
    expect: 200,
    note: 'With `ARCP_TPR=true` the token is the validated one.',
  },
  {
    step: 'Ask for the connection again.',
    request: {
      method: 'POST',
      path: '/public/connect/my-agent',
      headers: { 'Content-Type': 'application/json' },
      body: { user_id: 'user-1', user_endpoint: 'https://client.example.com/callback', display_name: 'My Client' },
    },
    expect: 200,
  },
] satisfies Step[];

export default {
  title: 'Endpoint Unreachable',
  status: 502,
  category: 'network',
  summary: 'The server could not call the agent, or the agent answered the call with an error.',
  now: 'Look at the endpoint that the agent registered, and test it from the ARCP host.',
  explanation: `
ARCP passes connection requests and notifications on to the agent. It calls \`/connection/request\` or \`/connection/notify\`
below the endpoint that the agent registered. When the TCP or TLS connection fails, nobody listens there or the way is
blocked.

An agent that answers is a failure too, unless it answers 200. For a connection request even 201 and 204 count as errors. A
notification that the agent answers with 404 has a type of its own, \`not-found\`. \`status_code\` tells both situations apart: it
is there only when the agent answered.`,
  fixedBy: 'operator',
  causes: {
    'agent-process-down-while': {
      cause: 'The agent process is down, while its last heartbeat is still recent.',
      tell: 'The connection is refused, and the heartbeats have stopped.',
      fix: fix,
    },
    'agent-registered-wrong-endpoint': {
      cause: 'The agent registered a wrong endpoint.',
      tell: 'The endpoint in the registry differs from where the agent listens.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'firewall-name-resolution-stands': {
      cause: 'A firewall or the name resolution stands between the ARCP host and the agent.',
      tell: 'The endpoint works from other hosts and not from the ARCP host.',
      fix: fix,
    },
    'agent-does-implement-connection': {
      cause: 'The agent does not implement `/connection/request`.',
      tell: 'The agent answered 404.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'agent-answered-error-success': {
      cause: 'The agent answered with an error, or with a success other than 200.',
      tell: '`status_code` is there and holds what the agent answered.',
      fixedBy: 'client-developer',
      fix: fix,
    },
  },
  answers: [
    { detail: '*is unreachable', causes: ['agent-process-down-while'] },
    { members: { status_code: '404' }, causes: ['agent-does-implement-connection'] },
    { members: { status_code: '*' }, causes: ['agent-answered-error-success'] },
    { detail: "Endpoint '*' is unreachable" },
    { detail: 'Agent connection service unavailable' },
    { detail: 'Agent returned an unexpected error while processing the connection request' },
    { detail: 'Agent returned error: *' },
  ],
  retry: {
    when: 'after-delay',
    because: 'It passes when the agent is back; a wrong endpoint stays wrong until the agent registers anew.',
  },
  example: {
    detail: "Endpoint 'https://my-agent.example.com' is unreachable",
    instance: '/public/connect/my-agent',
    endpoint: 'https://my-agent.example.com',
    target_endpoint: 'https://my-agent.example.com',
    error_details: 'Connection refused',
  },
  samples: [
    {
      title: 'Say what went wrong on the way to the agent',
      lang: 'typescript',
      code: `
import { endpointUnreachable, isProblem, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/public/connect/my-agent', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ user_id: 'user-1', user_endpoint: 'https://client.example.com/callback' }),
});
const problem = await readProblem(response);
if (isProblem(problem, endpointUnreachable)) {
  if (problem.status_code !== undefined) {
    console.log(\`The agent answered with status \${Number(problem.status_code)}.\`);
  } else {
    console.log(\`The agent could not be called at \${problem.endpoint ?? 'its endpoint'}.\`);
  }
}`,
    },
    {
      title: 'Read the status that the agent answered with',
      lang: 'python',
      code: `
import httpx

ENDPOINT_UNREACHABLE = "https://arcp.0x001.tech/docs/problems/endpoint-unreachable"

response = httpx.post(
    "http://localhost:8001/public/connect/my-agent",
    json={"user_id": "user-1", "user_endpoint": "https://client.example.com/callback"},
    timeout=20,
)
if response.status_code == 502:
    problem = response.json()
    if problem["type"] == ENDPOINT_UNREACHABLE and "status_code" in problem:
        print("The agent answered with status", int(problem["status_code"]))`,
    },
  ],
  userMessage: 'The agent cannot be reached at the moment. Try again later.',
  operators: `
It points to one agent or to the network between ARCP and it. Compare the registered endpoint with what the ARCP host can
reach. A series for one agent right after its heartbeats stop means that its process ended.`,
  settings: ['AGENT_HEARTBEAT_TIMEOUT'],
  endpoints: [
    { route: 'POST /public/connect/{agent_id}', when: 'if the agent cannot be called, or answers anything but 200' },
    {
      route: 'POST /agents/{agent_id}/connection/notify',
      when: 'if the agent cannot be called, or answers anything but 200 and 404',
    },
  ],
  clients: {
    request_agent_connection: '`ARCPError`; the message ends with "Server error: 502". It is not sent again.',
  },
  observed: {
    sent: 'yes',
    members: ['endpoint', 'agent_id', 'status_code'],
    undocumented: ['endpoint', 'agent_id', 'status_code'],
    missing: ['instance'],
    differences: [
      {
        documented: 'The body carries `target_endpoint` and `error_details`.',
        actual: 'It carries `endpoint`, or `agent_id` with `status_code` when the agent answered.',
      },
      {
        documented: 'Posting the registration again changes the endpoint.',
        actual: 'While the agent is alive that answers `duplicate-agent`; it has to be deregistered first.',
      },
      {
        documented: 'The connection request goes to `POST /public/connect` with the agent in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    'connection-timeout': 'the agent took the call and did not answer within 10 seconds',
    'agent-not-available': 'the agent has stopped sending heartbeats, so it was not called at all',
    'not-found': 'what a notification answers when the agent has no such route',
    'duplicate-agent': 'what a second registration answers while the agent is alive',
  },
  aliases: ['ENDPOINT_UNREACHABLE'],
} satisfies Problem<EndpointUnreachable>;
