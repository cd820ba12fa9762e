import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface EndpointUnreachable {
  /**
   * Base URL that the agent registered, cut at 200 characters. Sent when `POST /public/connect/{agent_id}` could not connect to
   * it.
   */
  endpoint?: string;
  /** Identifier of the agent that was called. Absent when `endpoint` is present. */
  agent_id?: string;
  /** HTTP status that the agent returned. Absent when the agent did not return one. */
  status_code?: number | NumberText;
  /** Address that was called. Documented, but ARCP 2.1.2 never sends it; read `endpoint`. */
  target_endpoint?: string;
  /** Reason from the network, such as a refused connection. Documented, but ARCP 2.1.2 never sends it. */
  error_details?: string;
}

const readEndpoint: Step = {
  step: 'Read the endpoint that the agent registered.',
  request: { method: 'GET', path: '/public/agent/{agent_id}' },
  expect: 200,
  note: 'With ARCPClient: `get_public_agent(agent_id)`.',
};
const connect = ['POST /public/connect/{agent_id}'] as const;
const notify = ['POST /agents/{agent_id}/connection/notify'] as const;

const connectAgain: Step = {
  step: 'Request the connection again.',
  when: 'for a connection request',
  only: { routes: connect },
  request: {
    method: 'POST',
    path: '/public/connect/{agent_id}',
    headers: { 'Content-Type': 'application/json' },
    body: { user_id: 'user-1', user_endpoint: 'https://client.example.com/callback', display_name: 'My Client' },
  },
  expect: 200,
};
const notifyAgain: Step = {
  step: 'Send the notification again.',
  when: 'for a notification',
  only: { routes: notify },
};
const deregister: Step = {
  step: 'Deregister the agent.',
  when: 'if the registered endpoint is wrong and the agent is yours',
  request: { method: 'DELETE', path: '/agents/{agent_id}', headers: { Authorization: 'Bearer <agent token>' } },
  expect: 200,
  note: 'No request changes an endpoint, and a second registration is `duplicate-agent` while the agent is alive.',
};
const registerAgain: Step = {
  step: 'Register the agent again with the right endpoint.',
  when: 'if the registered endpoint is wrong and the agent is yours',
  request: {
    method: 'POST',
    path: '/agents/register',
    headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
    body: {
      agent_id: '{agent_id}',
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
  note: 'With `ARCP_TPR=true`, send the validated token.',
};

const causes = {
  'not-listening': {
    cause: 'No process is listening at the registered endpoint.',
    tell: '`curl` to the endpoint reports a refused connection on the ARCP host.',
    asked: [
      'connection refused',
      'ECONNREFUSED',
      'cannot connect to host',
      'actively refused',
      'agent down',
      'wrong port',
      'offline',
      'localhost',
    ],
    fix: [
      { step: 'Start the agent, and check that it listens at `{endpoint}`.', when: 'if the agent is yours' },
      readEndpoint,
      deregister,
      registerAgain,
      connectAgain,
      notifyAgain,
    ],
  },
  'unknown-host': {
    cause: 'The ARCP host cannot resolve the host name of the registered endpoint.',
    short: 'The host name does not resolve',
    tell: 'The endpoint has a host name, and `curl` cannot resolve it on the ARCP host.',
    asked: [
      'DNS',
      'host name',
      'name or service not known',
      'lookup',
      'no such host',
      'getaddrinfo',
      'ENOTFOUND',
      'EAI_AGAIN',
      'unknown host',
      'container name',
    ],
    fix: [
      readEndpoint,
      deregister,
      { ...registerAgain, step: 'Register the agent again with a host name that the ARCP host can resolve.' },
      {
        step: 'Add the host name to the name service of the ARCP host.',
        when: 'for operators, if the endpoint is right',
      },
      connectAgain,
      notifyAgain,
    ],
  },
  'tls-failed': {
    cause: 'The TLS connection to the agent failed.',
    tell: 'The endpoint starts with `https://`, but the agent has an untrusted certificate or serves plain HTTP.',
    asked: [
      'certificate',
      'https',
      'SSL',
      'TLS',
      'self-signed',
      'x509',
      'handshake',
      'path building failed',
      'hostname mismatch',
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    fix: [
      { step: 'Serve the endpoint with a certificate that the ARCP host trusts.', when: 'if the agent is yours' },
      {
        step: 'Deregister the agent, and register it with an `http://` endpoint.',
        when: 'if the agent serves plain HTTP',
        request: { method: 'DELETE', path: '/agents/{agent_id}', headers: { Authorization: 'Bearer <agent token>' } },
        expect: 200,
      },
      connectAgain,
      notifyAgain,
    ],
  },
  blocked: {
    cause: 'A firewall rejects connections from the ARCP host to the agent.',
    short: 'A firewall rejects the connection',
    tell: 'The endpoint works from other hosts, but not from the ARCP host.',
    fixedBy: 'operator',
    asked: ['firewall', 'network policy', 'EHOSTUNREACH', 'SSRF', 'private address', 'localhost not allowed'],
    fix: [
      {
        step: 'Allow connections from the ARCP host to `{endpoint}`.',
        when: 'for operators',
        note: 'A firewall that drops packets instead causes `connection-timeout`.',
      },
      connectAgain,
      notifyAgain,
    ],
  },
  'route-missing': {
    cause: 'The agent has no route for connection requests at the registered endpoint.',
    short: 'The agent returned 404',
    tell: '`status_code` is `404`.',
    retry: { when: 'after-fix', because: 'The agent returns 404 until it has the route.' },
    asked: ['connection/request', '404'],
    fix: [
      {
        step: 'Implement `POST /connection/request` under the registered endpoint, and return 200.',
        when: 'if the agent is yours',
      },
      readEndpoint,
      deregister,
      registerAgain,
    ],
  },
  'agent-failed': {
    cause: 'The agent failed while it handled the request.',
    short: 'The agent returned 500 to 599',
    tell: '`status_code` is 500 or more.',
    asked: ['500', '503'],
    fix: [
      { step: 'Read the log of the agent, and fix the error.', when: 'if the agent is yours' },
      connectAgain,
      notifyAgain,
    ],
  },
  rejected: {
    cause: 'The agent rejected the request.',
    short: 'The agent returned 400 to 499',
    tell: '`status_code` is 400 to 499, but not 404.',
    retry: { when: 'after-fix', because: 'The agent returns the same status until it accepts the request.' },
    asked: ['401', '403', '422'],
    fix: [
      {
        step: 'Accept `POST /connection/request` and `POST /connection/notify` without a token, and return 200.',
        when: 'if the agent is yours',
        note: 'ARCP sends no `Authorization` header.',
      },
      connectAgain,
      notifyAgain,
    ],
  },
  'not-200': {
    cause: 'The agent returned a success other than 200.',
    short: 'The agent returned 201, 202 or 204',
    tell: '`status_code` is 201 to 299.',
    retry: { when: 'after-fix', because: 'The request may have arrived, but only 200 counts.' },
    asked: ['201', '202', '204'],
    fix: [
      { step: 'Return exactly 200 from the route that ARCP calls.', when: 'if the agent is yours' },
      connectAgain,
      notifyAgain,
    ],
  },
  redirect: {
    cause: 'The agent returned a redirect, and ARCP does not follow it.',
    short: 'The agent returned a redirect',
    tell: '`status_code` is 300 to 399.',
    retry: { when: 'after-fix', because: 'The agent redirects until the registered endpoint is the final address.' },
    asked: ['301', '302', '307', 'trailing slash'],
    fix: [
      {
        ...deregister,
        when: 'if the agent is yours',
        note: 'A redirect usually leads from `http` to `https`, or adds a slash.',
      },
      {
        ...registerAgain,
        step: 'Register the agent again with the address that the redirect names.',
        when: 'if the agent is yours',
      },
    ],
  },
  'connection-closed': {
    cause: 'The agent closed the connection without a response, or sent something that is not HTTP.',
    short: 'The agent closed the connection',
    tell: '`curl` to the endpoint reports an empty reply or an invalid response.',
    asked: [
      'empty reply',
      'connection reset',
      'ECONNRESET',
      'socket hang up',
      'server disconnected',
      'unexpected EOF',
      'not HTTP',
    ],
    fix: [
      {
        step: 'Check that the agent serves HTTP at `{endpoint}` and does not crash on the request.',
        when: 'if the agent is yours',
      },
      readEndpoint,
      connectAgain,
      notifyAgain,
    ],
  },
} satisfies Causes;

const unavailable = 'Agent connection service unavailable';

export default {
  title: 'Endpoint Unreachable',
  status: 502,
  category: 'network',
  summary: 'ARCP could not call the agent, or the agent did not return 200.',
  now: 'Check that the agent runs at the endpoint that it registered.',
  explanation: `
ARCP forwards connection requests and notifications to the agent. It calls \`/connection/request\` or \`/connection/notify\` under the
endpoint that the agent registered. If ARCP cannot connect, the host name does not resolve, no process is listening, TLS fails, or
something blocks the connection.

If the agent responds, anything but 200 is a failure, even 201 and 204. Then \`status_code\` contains what the agent returned. A
notification for which the agent returns 404 has a different type, \`not-found\`.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-delay',
    because: 'It succeeds once the agent is back. A wrong endpoint stays wrong until the agent registers again.',
  },
  causes,
  answers: [
    {
      detail: "Endpoint 'http://{host}' is unreachable",
      routes: connect,
      causes: ['not-listening', 'unknown-host', 'blocked'],
      example: {
        detail: 'Endpoint &#x27;http://my-agent.example.com&#x27; is unreachable',
        endpoint: 'http://my-agent.example.com',
      },
    },
    {
      detail: "Endpoint 'https://{host}' is unreachable",
      routes: connect,
      causes: ['not-listening', 'unknown-host', 'tls-failed', 'blocked'],
      example: {
        detail: 'Endpoint &#x27;https://my-agent.example.com&#x27; is unreachable',
        endpoint: 'https://my-agent.example.com',
      },
    },
    {
      detail: unavailable,
      members: { status_code: '404' },
      routes: connect,
      causes: ['route-missing'],
      example: { detail: unavailable, agent_id: 'my-agent', status_code: '404' },
    },
    {
      detail: unavailable,
      members: { status_code: '5*' },
      routes: connect,
      causes: ['agent-failed'],
      example: { detail: unavailable, agent_id: 'my-agent', status_code: '500' },
    },
    {
      detail: unavailable,
      members: { status_code: '4*' },
      routes: connect,
      causes: ['rejected'],
      example: { detail: unavailable, agent_id: 'my-agent', status_code: '401' },
    },
    {
      detail: unavailable,
      members: { status_code: '2*' },
      routes: connect,
      causes: ['not-200'],
      example: { detail: unavailable, agent_id: 'my-agent', status_code: '202' },
    },
    {
      detail: unavailable,
      members: { status_code: '3*' },
      routes: connect,
      causes: ['redirect'],
      example: { detail: unavailable, agent_id: 'my-agent', status_code: '301' },
    },
    {
      detail: 'Agent returned an unexpected error while processing the connection request',
      routes: notify,
      causes: ['not-listening', 'connection-closed', 'unknown-host', 'tls-failed', 'blocked'],
      example: {
        detail: 'Agent returned an unexpected error while processing the connection request',
        agent_id: 'my-agent',
      },
    },
    {
      detail: 'Agent returned error: 5*',
      routes: notify,
      causes: ['agent-failed'],
      example: { detail: 'Agent returned error: 500', agent_id: 'my-agent', status_code: '500' },
    },
    {
      detail: 'Agent returned error: 4*',
      routes: notify,
      causes: ['rejected'],
      example: { detail: 'Agent returned error: 401', agent_id: 'my-agent', status_code: '401' },
    },
    {
      detail: 'Agent returned error: 2*',
      routes: notify,
      causes: ['not-200'],
      example: { detail: 'Agent returned error: 202', agent_id: 'my-agent', status_code: '202' },
    },
    {
      detail: 'Agent returned error: 3*',
      routes: notify,
      causes: ['redirect'],
      example: { detail: 'Agent returned error: 301', agent_id: 'my-agent', status_code: '301' },
    },
    {
      detail: 'Failed to connect to agent',
      routes: connect,
      causes: ['connection-closed'],
      example: { detail: 'Failed to connect to agent', agent_id: 'my-agent' },
    },
  ],
  example: {
    detail: 'Endpoint &#x27;https://my-agent.example.com&#x27; is unreachable',
    endpoint: 'https://my-agent.example.com',
  },
  documented: {
    detail: 'Cannot connect to agent endpoint https://my-agent.example.com',
    instance: '/public/connect',
    target_endpoint: 'https://my-agent.example.com',
    error_details: 'Connection refused',
  },
  samples: [
    {
      title: 'Show what went wrong',
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
    console.log(\`The agent returned status \${Number(problem.status_code)}.\`);
  } else {
    console.log(\`The agent could not be called at \${problem.endpoint ?? 'its endpoint'}.\`);
  }
}`,
    },
    {
      title: 'Read the status that the agent returned',
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
        print("The agent returned status", int(problem["status_code"]))`,
    },
  ],
  userMessage: 'The agent cannot be reached at the moment. Try again later.',
  monitor: { metric: 'arcp_requests_total{status_code="502"}' },
  operators: `
If one agent gets this type right after its heartbeats stop, its process ended. Contact its developer.

If several agents get it at the same time, name resolution, a firewall or TLS fails on the ARCP host. Call a registered endpoint
from there.`,
  endpoints: [
    {
      route: 'POST /public/connect/{agent_id}',
      when: 'if ARCP cannot call the agent, or the agent does not return 200',
    },
    {
      route: 'POST /agents/{agent_id}/connection/notify',
      when: 'if ARCP cannot call the agent, or the agent returns neither 200 nor 404',
    },
  ],
  clients: {
    request_agent_connection: '`ARCPError`; the message ends with "Server error: 502". The client does not retry.',
  },
  observed: {
    sent: 'yes',
    members: ['endpoint', 'agent_id', 'status_code'],
    undocumented: ['endpoint', 'agent_id', 'status_code'],
    missing: ['instance'],
    differences: [
      {
        documented: 'A second registration changes the endpoint.',
        actual: 'While the agent is alive, a second registration is `duplicate-agent`. Deregister the agent first.',
      },
      {
        documented: 'A connection request goes to `POST /public/connect` with the agent in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    'connection-timeout': 'ARCP connected to the agent or tried to, and it took longer than 10 seconds',
    'agent-not-available': 'the agent stopped sending heartbeats, so ARCP did not call it',
    'not-found': 'the agent returned 404 to a notification',
    'duplicate-agent': 'a second registration while the agent is alive',
  },
  aliases: ['ENDPOINT_UNREACHABLE'],
  asked: ['bad gateway', 'agent not reachable', 'SSRF'],
} satisfies Problem<EndpointUnreachable, typeof causes>;
