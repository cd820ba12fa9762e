import type { Problem, Step } from '../src/catalog/entry.ts';

export interface InsufficientPermissions {
  /**
   * Agent that made the request, or the text `None` when its token names no agent. Present when an agent acts on another agent.
   */
  agent_id?: string;
  /** The `agent_id` in the body of the registration. Present when an agent registers another agent. */
  request_agent_id?: string;
  /** The `agent_id` in the path. Present on heartbeat, metrics and deregistration of another agent. */
  target_agent_id?: string;
  /** Address of the client, cut to eight characters and three dots when longer. Present when the address filter refuses it. */
  client_ip?: string;
  /** Role that the route asks for. Documented, but ARCP 2.1.2 never sends it. */
  required_role?: string;
  /** Role in the token. Documented, but ARCP 2.1.2 never sends it. */
  current_role?: string;
  /** Scopes that the route asks for. Documented, but ARCP 2.1.2 never sends it. */
  required_scopes?: string[] | string;
  /** Scopes in the token. Documented, but ARCP 2.1.2 never sends it. */
  current_scopes?: string[] | string;
}

const fix = [
  {
    step: 'Log in as admin, and send the token of the login with its fingerprint.',
    when: 'on an admin route',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    note: 'With ARCPClient this is `login_admin(username, password)`.',
  },
  {
    step: 'Send the request with the token of the agent that the path or the body names.',
    when: 'on an agent route',
    request: { method: 'POST', path: '/agents/my-agent/heartbeat', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    note: 'With ARCPClient this is `update_heartbeat(agent_id)`, with the identifier of the agent itself.',
  },
  {
    step: 'Set the scrape token on the server, and send the same one.',
    when: 'for Prometheus',
    request: { method: 'GET', path: '/metrics/scrape', headers: { Authorization: 'Bearer <scrape token>' } },
    expect: 200,
    settings: ['METRICS_SCRAPE_TOKEN'],
  },
  {
    step: 'Ask the operator to change the address lists.',
    when: 'if the body carries `client_ip`',
    settings: ['IP_DEFAULT_DENY', 'ALLOWED_IP_RANGES', 'BLOCKED_IPS'],
  },
] satisfies Step[];

export default {
  title: 'Insufficient Permissions',
  status: 403,
  category: 'authorization',
  summary: 'The caller is known, but its role, its agent or its address may not do this.',
  now: 'Compare the token with what the route asks for, and send the request with the right one.',
  explanation: `
Routes have one of three levels: public, agent and admin. An admin token opens agent routes too; an agent token does not open
admin routes. On agent routes that change or read one agent, an agent may act on itself only, while an admin may act on all.

Two more checks answer with this type. \`GET /metrics/scrape\` wants the \`METRICS_SCRAPE_TOKEN\` and stays closed while none is
set. The address filter refuses clients in \`BLOCKED_IPS\` on any path. With \`IP_DEFAULT_DENY=true\` it also refuses clients
outside \`ALLOWED_IP_RANGES\`.`,
  fixedBy: 'client-developer',
  causes: {
    'agent-token-used-admin': {
      cause: 'An agent token was used on an admin route.',
      tell: 'The detail says that the agent role cannot access an admin endpoint.',
      fix: fix,
    },
    'role-token-below-agent': {
      cause: 'The role in the token is below agent, or unknown to the server.',
      tell: 'The detail names a role that is neither agent nor admin.',
      fix: fix,
    },
    'agent-acts-agent-registers': {
      cause: 'An agent acts on another agent, or registers another `agent_id` than its own.',
      tell: 'The body carries `agent_id` together with `target_agent_id` or `request_agent_id`, and the two differ.',
      fix: fix,
    },
    'metrics-scrape-token-set': {
      cause: '`METRICS_SCRAPE_TOKEN` is not set on the server.',
      tell: 'Every scrape is refused, with or without a token.',
      fixedBy: 'operator',
      fix: fix,
    },
    'scrape-token-differs-from': {
      cause: 'The scrape token differs from `METRICS_SCRAPE_TOKEN`.',
      tell: 'The scrape worked before one side changed the token.',
      fixedBy: 'operator',
      fix: fix,
    },
    'address-client-blocked-among': {
      cause: 'The address of the client is blocked, or not among those let in.',
      tell: 'Every path is refused, public ones included, and the body carries `client_ip`.',
      fixedBy: 'operator',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Access denied: agent role cannot access admin endpoint', causes: ['agent-token-used-admin'] },
    { detail: 'Admin role required', causes: ['agent-token-used-admin'] },
    { detail: 'Access denied: * role cannot access agent endpoint', causes: ['role-token-below-agent'] },
    { detail: 'Agents can only *', causes: ['agent-acts-agent-registers'] },
    { detail: 'Metrics scraping not enabled', causes: ['metrics-scrape-token-set'] },
    { detail: 'Invalid scrape token', causes: ['scrape-token-differs-from'] },
    { members: { client_ip: '*' }, causes: ['address-client-blocked-among'] },
    { detail: 'Access denied: user role cannot access agent endpoint' },
    { detail: 'Access from this IP address is blocked' },
    { detail: 'Access from this IP address is not allowed' },
    { detail: 'Agents can only register themselves' },
    { detail: 'Agents can only unregister themselves' },
    { detail: 'Agents can only update their own heartbeat' },
    { detail: 'Agents can only update their own metrics' },
    { detail: 'Agents can only view their own metrics' },
  ],
  retry: { when: 'after-change', because: 'The same token from the same address is refused every time.' },
  example: {
    detail: 'Agents can only update their own heartbeat',
    agent_id: 'my-agent',
    target_agent_id: 'other-agent',
  },
  samples: [
    {
      title: 'Say what is refused',
      lang: 'typescript',
      code: `
import { insufficientPermissions, isProblem, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/agents/my-agent/heartbeat', {
  method: 'POST',
  headers: { Authorization: 'Bearer <agent token>' },
});
const problem = await readProblem(response);
if (isProblem(problem, insufficientPermissions)) {
  if (problem.client_ip !== undefined) {
    console.error('This address is not let in; ask the operator.');
  } else if (problem.target_agent_id !== undefined) {
    console.error(\`The token belongs to \${problem.agent_id}, not to \${problem.target_agent_id}.\`);
  } else {
    console.error('This route asks for another role.');
  }
}`,
    },
    {
      title: 'Use the token of the agent itself',
      lang: 'python',
      code: `
import httpx

INSUFFICIENT = "https://arcp.0x001.tech/docs/problems/insufficient-permissions"

def heartbeat(agent_id: str, token: str) -> None:
    response = httpx.post(
        f"http://localhost:8001/agents/{agent_id}/heartbeat",
        headers={"Authorization": f"Bearer {token}"},
    )
    if response.status_code == 403 and response.json()["type"] == INSUFFICIENT:
        # ARCPClient hides the members; they name the owner of the token.
        owner = response.json().get("agent_id", "another role")
        raise PermissionError(f"The token belongs to {owner}, not to {agent_id}.")
    response.raise_for_status()

heartbeat("my-agent", "<agent token>")`,
    },
  ],
  userMessage: 'You are not allowed to do this. Ask an administrator.',
  operators: `
Single ones come from clients with the wrong token. If every client is refused at once, check \`IP_DEFAULT_DENY\` and
\`ALLOWED_IP_RANGES\`, and which address ARCP sees behind your proxy. If Prometheus alone is refused, compare
\`METRICS_SCRAPE_TOKEN\` on both sides.`,
  settings: ['METRICS_SCRAPE_TOKEN', 'IP_DEFAULT_DENY', 'ALLOWED_IP_RANGES', 'BLOCKED_IPS'],
  endpoints: [
    'GET /agents/stats',
    'GET /metrics',
    'GET /metrics/scrape',
    'POST /tokens/mint',
    'POST /auth/logout',
    'POST /auth/set_pin',
    'POST /auth/verify_pin',
    'GET /auth/pin_status',
    'GET /auth/session_status',
    'GET /dashboard/config',
    'POST /dashboard/config',
    'GET /health/azure',
    'GET /health/config',
    'GET /health/detailed',
    'GET /health/redis',
    'GET /agents',
    'GET /agents/{agent_id}',
    'DELETE /agents/{agent_id}',
    'GET /agents/search',
    'POST /agents/search',
    'POST /agents/register',
    'POST /agents/{agent_id}/heartbeat',
    'GET /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/connection/notify',
    'POST /security/attestation/verify',
    'GET /security/attestation/status/{agent_id}',
  ],
  clients: {
    'most methods':
      '`ARCPError`; the message ends with "Unexpected error: Access forbidden - insufficient permissions".',
    'register_agent, validate_compliance': '`RegistrationError`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id', 'request_agent_id', 'target_agent_id', 'client_ip'],
    undocumented: ['agent_id', 'request_agent_id', 'target_agent_id', 'client_ip'],
    missing: ['instance'],
    differences: [
      {
        documented: 'The body carries `required_role`, `current_role`, `required_scopes` and `current_scopes`.',
        actual:
          'It carries `agent_id` with `request_agent_id` or `target_agent_id`, or `client_ip`; often it carries nothing.',
      },
      {
        documented: 'Listing agents and the metrics routes need an admin token.',
        actual: '`GET /agents` and the metrics routes of an agent take an agent token.',
      },
      {
        documented: 'Deleting an agent and `GET /health/detailed` need a PIN.',
        actual:
          'An agent may delete itself, an admin any agent, and the health route takes an admin token; no route needs a PIN.',
      },
      {
        documented: 'The connection request goes to `POST /public/connect` with `agent_id` in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    forbidden: 'a compliance check that belongs to another agent',
    'authentication-failed': 'the caller is not known at all',
    'session-invalid': 'the role is admin, but no live session belongs to the token',
    'pin-required': 'meant for routes that ask for a PIN as well',
  },
  aliases: ['INSUFFICIENT_PERMISSIONS'],
} satisfies Problem<InsufficientPermissions>;
