import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

export interface InsufficientPermissions {
  /** Agent that the token belongs to, or the text `None` if it names no agent. Present if the request acts on another agent. */
  agent_id?: string;
  /** The `agent_id` in the body of the registration. Present if an agent registers another agent. */
  request_agent_id?: string;
  /** The `agent_id` in the path. Present on heartbeat, metrics and deregistration of another agent. */
  target_agent_id?: string;
  /** Address of the client, cut to eight characters and three dots if it is longer. Present if the address filter rejects it. */
  client_ip?: string;
  /** Role that the route requires. Documented, but ARCP 2.1.2 never sends it. */
  required_role?: string;
  /** Role in the token. Documented, but ARCP 2.1.2 never sends it. */
  current_role?: string;
  /** Scopes that the route requires. Documented, but ARCP 2.1.2 never sends it. */
  required_scopes?: string[] | string;
  /** Scopes in the token. Documented, but ARCP 2.1.2 never sends it. */
  current_scopes?: string[] | string;
}

const logIn: Step = {
  step: 'Log in as admin, and send the request with the new token and the fingerprint of this login.',
  request: {
    method: 'POST',
    path: '/auth/login',
    headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
    body: { username: '<admin name>', password: '<admin password>' },
  },
  expect: 200,
  note: 'The response contains `access_token`. With ARCPClient: `login_admin(username, password)`.',
};

const adminRoute = { detail: 'Access denied: {role} role cannot access admin endpoint' } as const;

const afterOperator = {
  when: 'after-fix',
  because: 'The server rejects the request until its settings change.',
} as const;

const causes = {
  'admin-only': {
    cause: 'The route is for admins, and the request has the token of an agent.',
    tell: 'The token is an agent, temporary or validated token. Only the token of an admin login opens admin routes.',
    fix: [logIn],
    asked: ['admin only', 'agent token', 'not an admin', 'dashboard', 'stats'],
  },
  'minted-without-role': {
    cause: 'The token has the role `user`, which `POST /tokens/mint` gives to a token unless the body has a `role`.',
    short: 'The minted token has the role `user`',
    tell: 'The `role` claim of the token is `user`.',
    fix: [
      {
        step: 'Mint the token again with a role.',
        when: 'on an agent route',
        only: { detail: 'Access denied: user role cannot access agent endpoint' },
        request: {
          method: 'POST',
          path: '/tokens/mint',
          headers: {
            Authorization: 'Bearer <admin token>',
            'X-Client-Fingerprint': '<fingerprint>',
            'Content-Type': 'application/json',
          },
          body: { user_id: '{agent_id}', agent_id: '{agent_id}', role: 'agent' },
        },
        expect: 200,
      },
      { ...logIn, when: 'on an admin route', only: adminRoute },
    ],
    asked: ['user role', 'minted token', 'no permission', 'mint', 'role missing'],
  },
  'other-agent': {
    cause: 'The token belongs to a different agent from the one in the path or in the body.',
    tell: 'The body names both: `agent_id` is the agent of the token, `target_agent_id` or `request_agent_id` the one in the request. Upper and lower case count.',
    fix: [
      {
        step: 'Send the request with the token of the agent in the path.',
        when: 'for heartbeat, metrics and deregistration',
        only: { members: { target_agent_id: '*' } },
        request: {
          method: 'POST',
          path: '/agents/{target_agent_id}/heartbeat',
          headers: { Authorization: 'Bearer <agent token>' },
        },
        expect: 200,
        note: 'With ARCPClient: use one client instance for each agent.',
      },
      {
        step: 'Get a token for the agent in the body, and register with it.',
        when: 'for a registration',
        only: { members: { request_agent_id: '*' } },
        request: {
          method: 'POST',
          path: '/auth/agent/request_temp_token',
          headers: { 'Content-Type': 'application/json' },
          body: { agent_id: '{request_agent_id}', agent_type: 'testing', agent_key: '<agent key>' },
        },
        expect: 200,
        note: 'The response contains `temp_token`.',
      },
    ],
    asked: ['wrong agent', 'other agent', 'heartbeat rejected', 'upper case', 'several agents'],
  },
  'scraping-off': {
    cause: '`METRICS_SCRAPE_TOKEN` is not set on the server.',
    tell: 'Every scrape is rejected, with or without a token.',
    fixedBy: 'operator',
    retry: afterOperator,
    fix: [
      {
        step: 'Set the scrape token, and restart the server.',
        when: 'for operators',
        settings: ['METRICS_SCRAPE_TOKEN'],
        note: 'An admin token reads the same metrics from `GET /metrics`.',
      },
    ],
    asked: ['Prometheus', 'metrics', 'scrape', 'Grafana'],
  },
  'scrape-token-wrong': {
    cause: 'The token of the scrape is not the `METRICS_SCRAPE_TOKEN` of the server.',
    tell: 'The request is `GET /metrics/scrape`. Only the scrape token works there, not the token of an admin.',
    fixedBy: 'operator',
    fix: [
      {
        step: 'Send the scrape token that is set on the server.',
        request: { method: 'GET', path: '/metrics/scrape', headers: { Authorization: 'Bearer <scrape token>' } },
        expect: 200,
        settings: ['METRICS_SCRAPE_TOKEN'],
      },
    ],
    asked: ['Prometheus', 'metrics', 'scrape token'],
  },
  'address-blocked': {
    cause: 'The address of the client is in `BLOCKED_IPS`.',
    tell: 'Every path is rejected, public ones too.',
    fixedBy: 'operator',
    retry: afterOperator,
    fix: [
      {
        step: 'Remove the address from the list, and restart the server.',
        when: 'for operators',
        settings: ['BLOCKED_IPS'],
        note: '`client_ip` is the start of the address that ARCP sees. Behind a proxy it can be the address of the proxy.',
      },
    ],
    asked: ['banned', 'blocked', 'IP', 'blacklist', 'forever'],
  },
  'address-not-allowed': {
    cause: '`IP_DEFAULT_DENY` is true, and the address of the client is not in `ALLOWED_IP_RANGES`.',
    short: 'The address is not in the list of allowed ones',
    tell: 'Every path is rejected, public ones too.',
    fixedBy: 'operator',
    retry: afterOperator,
    fix: [
      {
        step: 'Add the address to the list, and restart the server.',
        when: 'for operators',
        settings: ['ALLOWED_IP_RANGES', 'IP_DEFAULT_DENY'],
        note: '`client_ip` is the start of the address that ARCP sees. With an empty list, all addresses are rejected.',
      },
    ],
    asked: ['banned', 'IP', 'whitelist', 'allow list', 'firewall', 'everything rejected'],
  },
  'role-unknown': {
    cause: 'Another program made the token, and ARCP does not know its role.',
    tell: 'The `role` claim of the token is not `admin`, `agent` or `user`.',
    sent: 'in-special-cases',
    fix: [{ step: 'Use tokens that ARCP issues.' }, { ...logIn, when: 'on an admin route', only: adminRoute }],
    asked: ['own token', 'custom role'],
  },
} satisfies Causes;

export default {
  title: 'Insufficient Permissions',
  status: 403,
  category: 'authorization',
  summary: 'The caller is known, but its role, its agent or its network address is not allowed to do this.',
  now: 'Log in as admin for an admin route. For the route of an agent, use the token of that agent.',
  explanation: `
Routes have one of three levels: public, agent and admin. An admin token opens agent routes too. An agent token does not open admin
routes. With an agent token, \`POST …/heartbeat\`, \`GET\` and \`POST …/metrics\` and \`DELETE /agents/{agent_id}\` work for the agent of the
token only.

Two more checks return this type. \`GET /metrics/scrape\` requires the \`METRICS_SCRAPE_TOKEN\`, and rejects every request if none is set.
The address filter rejects clients in \`BLOCKED_IPS\` on every path. With \`IP_DEFAULT_DENY=true\` it also rejects clients that are not in
\`ALLOWED_IP_RANGES\`.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Access denied: agent role cannot access admin endpoint',
      causes: ['admin-only'],
      example: { detail: 'Access denied: agent role cannot access admin endpoint', instance: '/agents/stats' },
    },
    {
      detail: 'Access denied: user role cannot access {level} endpoint',
      causes: ['minted-without-role'],
      example: { detail: 'Access denied: user role cannot access agent endpoint', instance: '/agents' },
    },
    {
      detail: 'Agents can only update their own heartbeat',
      causes: ['other-agent'],
      example: {
        detail: 'Agents can only update their own heartbeat',
        agent_id: 'my-agent',
        target_agent_id: 'other-agent',
      },
    },
    {
      detail: 'Agents can only update their own metrics',
      causes: ['other-agent'],
      example: {
        detail: 'Agents can only update their own metrics',
        agent_id: 'my-agent',
        target_agent_id: 'other-agent',
      },
    },
    {
      detail: 'Agents can only view their own metrics',
      causes: ['other-agent'],
      example: {
        detail: 'Agents can only view their own metrics',
        agent_id: 'my-agent',
        target_agent_id: 'other-agent',
      },
    },
    {
      detail: 'Agents can only unregister themselves',
      causes: ['other-agent'],
      example: {
        detail: 'Agents can only unregister themselves',
        agent_id: 'my-agent',
        target_agent_id: 'other-agent',
      },
    },
    {
      detail: 'Agents can only register themselves',
      causes: ['other-agent'],
      example: {
        detail: 'Agents can only register themselves',
        agent_id: 'my-agent',
        request_agent_id: 'other-agent',
      },
    },
    {
      detail: 'Metrics scraping not enabled',
      causes: ['scraping-off'],
      example: { detail: 'Metrics scraping not enabled', instance: '/metrics/scrape' },
    },
    {
      detail: 'Invalid scrape token',
      causes: ['scrape-token-wrong'],
      example: { detail: 'Invalid scrape token', instance: '/metrics/scrape' },
    },
    {
      detail: 'Access from this IP address is blocked',
      causes: ['address-blocked'],
      example: { detail: 'Access from this IP address is blocked', instance: '/agents', client_ip: '192.0.2....' },
    },
    {
      detail: 'Access from this IP address is not allowed',
      causes: ['address-not-allowed', 'address-blocked'],
      example: { detail: 'Access from this IP address is not allowed', instance: '/agents', client_ip: '192.0.2....' },
    },
    {
      detail: 'Access denied: {role} role cannot access {level} endpoint',
      causes: ['role-unknown'],
      example: { detail: 'Access denied: operator role cannot access agent endpoint', instance: '/agents' },
    },
  ],
  retry: { when: 'after-change', because: 'The same token from the same address is rejected every time.' },
  example: { detail: 'Access denied: agent role cannot access admin endpoint', instance: '/agents/stats' },
  documented: {
    detail: 'Admin role required for this operation',
    instance: '/agents',
    required_role: 'admin',
    current_role: 'agent',
    required_scopes: ['admin', 'agent_management'],
    current_scopes: ['agent'],
  },
  samples: [
    {
      title: 'Tell which check failed',
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
    console.error('The server does not allow this address. Ask the operator.');
  } else if (problem.target_agent_id !== undefined) {
    console.error(\`The token belongs to \${problem.agent_id}, not to \${problem.target_agent_id}.\`);
  } else {
    console.error('This route requires a different role.');
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
        # ARCPClient hides these members. They name the owner of the token.
        owner = response.json().get("agent_id", "another role")
        raise PermissionError(f"The token belongs to {owner}, not to {agent_id}.")
    response.raise_for_status()

heartbeat("my-agent", "<agent token>")`,
    },
  ],
  userMessage: 'You are not allowed to do this. Ask an administrator.',
  operators: `
If every client is rejected at the same time, \`IP_DEFAULT_DENY\` is probably on, or ARCP sees the address of your proxy instead of the
client. Compare \`client_ip\` with \`ALLOWED_IP_RANGES\`.

If only Prometheus is rejected, the scrape token is missing or different. Compare \`METRICS_SCRAPE_TOKEN\` on both sides.

If one client is rejected again and again, it uses the wrong token. Tell its developer. Occasional ones are normal.`,
  monitor: { log: 'User * with role * attempted to access * requiring *' },
  settings: ['METRICS_SCRAPE_TOKEN', 'IP_DEFAULT_DENY', 'ALLOWED_IP_RANGES', 'BLOCKED_IPS'],
  endpoints: [
    'GET /agents/stats',
    'GET /metrics',
    { route: 'GET /metrics/scrape', when: 'without the scrape token, or if none is set' },
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
    'DELETE /agents/{agent_id}',
    'POST /agents/register',
    'POST /agents/{agent_id}/heartbeat',
    'GET /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/metrics',
    { route: 'GET /agents', when: 'with a token of role `user`' },
    { route: 'GET /agents/{agent_id}', when: 'with a token of role `user`' },
    { route: 'GET /agents/search', when: 'with a token of role `user`' },
    { route: 'POST /agents/search', when: 'with a token of role `user`' },
    { route: 'POST /agents/{agent_id}/connection/notify', when: 'with a token of role `user`' },
    { route: 'POST /security/attestation/verify', when: 'with a token of role `user`' },
    { route: 'GET /security/attestation/status/{agent_id}', when: 'with a token of role `user`' },
    { route: 'POST /security/sbom/verify', when: 'with a token of role `user`' },
    { route: 'POST /security/container/scan', when: 'with a token of role `user`' },
  ],
  clients: {
    'most methods':
      '`ARCPError`; the message ends with "Unexpected error: Access forbidden - insufficient permissions".',
    'search_agents with public_api=False': '`SearchError` with the same ending.',
    'register_agent, validate_compliance': '`RegistrationError`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id', 'request_agent_id', 'target_agent_id', 'client_ip'],
    undocumented: ['agent_id', 'request_agent_id', 'target_agent_id', 'client_ip'],
    missing: ['instance'],
    differences: [
      {
        documented: 'Listing agents and the metrics routes require an admin token.',
        actual: '`GET /agents` and the metrics routes of an agent accept an agent token.',
      },
      {
        documented: 'Deleting an agent and `GET /health/detailed` require a PIN.',
        actual:
          'An agent can delete itself, an admin any agent. The health route accepts an admin token, and no route requires a PIN.',
      },
      {
        documented: 'The connection request goes to `POST /public/connect` with `agent_id` in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, with `user_id` and `user_endpoint` in the body.',
      },
    ],
  },
  related: {
    forbidden: 'the poll of a compliance check that belongs to another agent',
    'token-invalid': 'also 403, if the token is the wrong kind for the registration or the compliance check',
    'authentication-failed': 'the request has no bearer token',
    'session-invalid': 'the role is admin, but no active session matches the token',
    'pin-required': 'documented for routes that also require a PIN',
  },
  aliases: ['INSUFFICIENT_PERMISSIONS'],
  asked: ['forbidden', 'access denied', 'not allowed', 'permission', 'role', 'scope', 'missing scope', '403'],
} satisfies Problem<InsufficientPermissions, typeof causes>;
