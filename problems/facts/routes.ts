import type { CatalogFacts, Route } from '../../src/catalog/entry.ts';

type Presences = NonNullable<Route['headers']>;

const bearer = { Authorization: 'required' } as const satisfies Presences;
const admin = { Authorization: 'required', 'X-Client-Fingerprint': 'required' } as const satisfies Presences;
// The fingerprint goes with an admin token.
const agent = { Authorization: 'required', 'X-Client-Fingerprint': 'optional' } as const satisfies Presences;
const jsonBody = { 'Content-Type': 'optional' } as const satisfies Presences;
const bound = { DPoP: 'optional', 'X-Client-Cert': 'optional' } as const satisfies Presences;
const idempotent = { 'Idempotency-Key': 'optional' } as const satisfies Presences;

const adminAccess = 'Admin token, with the fingerprint of its login';
const agentAccess = 'Agent or admin token';
const selfAccess = 'Token of the same agent, or an admin token';
const tempAccess = 'Temporary token';
const publicAccess = 'Anyone';

/** Operations of ARCP 2.1.2. */
export const routes = {
  'GET /': { summary: 'Show the root page', access: publicAccess },
  'GET /dashboard': { summary: 'Show the dashboard page', access: publicAccess },
  'GET /dashboard/config': {
    summary: 'Read the dashboard configuration',
    access: adminAccess,
    headers: admin,
    query: { tz: 'optional' },
  },
  'POST /dashboard/config': {
    summary: 'Change the dashboard configuration',
    access: adminAccess,
    headers: { ...admin, ...jsonBody },
    body: { '*': 'optional' },
  },

  'POST /auth/login': {
    summary: 'Log in as admin',
    access: publicAccess,
    headers: { 'X-Client-Fingerprint': 'required', ...jsonBody },
    body: {
      username: 'required',
      password: 'required',
      agent_id: 'optional',
      agent_type: 'optional',
      agent_key: 'optional',
    },
  },
  'POST /auth/logout': { summary: 'End the admin session', access: adminAccess, headers: admin },
  'GET /auth/session_status': { summary: 'Check the admin session', access: adminAccess, headers: admin },
  'POST /auth/set_pin': {
    summary: 'Set the PIN of the admin session',
    access: adminAccess,
    headers: { ...admin, ...jsonBody },
    body: { pin: 'required' },
  },
  'POST /auth/verify_pin': {
    summary: 'Check the PIN of the admin session',
    access: adminAccess,
    headers: { ...admin, ...jsonBody },
    body: { pin: 'required' },
  },
  'GET /auth/pin_status': { summary: 'Check whether the admin session has a PIN', access: adminAccess, headers: admin },
  'POST /auth/agent/request_temp_token': {
    summary: 'Request a temporary token for an agent',
    access: publicAccess,
    headers: { 'X-Client-Fingerprint': 'optional', ...jsonBody },
    body: { agent_id: 'required', agent_type: 'required', agent_key: 'required' },
  },
  'POST /auth/agent/validate_compliance': {
    summary: 'Start the compliance check of an agent',
    access: tempAccess,
    headers: { ...bearer, ...jsonBody, ...bound, ...idempotent },
    body: {
      agent_id: 'required',
      agent_type: 'required',
      endpoint: 'required',
      capabilities: 'required',
      communication_mode: 'optional',
      version: 'optional',
      sbom: 'optional',
      sbom_signature: 'optional',
      container_image: 'optional',
      is_containerized: 'optional',
      attestation: 'optional',
      dpop_jkt: 'optional',
      mtls_spki: 'optional',
    },
  },
  'GET /auth/agent/validation/{validation_id}': {
    summary: 'Read the result of a compliance check',
    access: 'Temporary token of the same agent',
    headers: bearer,
  },

  'POST /agents/register': {
    summary: 'Register an agent',
    access: 'Temporary, agent or admin token; with `ARCP_TPR=true`, the validated token',
    headers: { ...agent, ...jsonBody, ...bound, ...idempotent },
    body: {
      agent_id: 'required',
      name: 'required',
      agent_type: 'required',
      endpoint: 'required',
      context_brief: 'required',
      capabilities: 'required',
      owner: 'required',
      public_key: 'required',
      metadata: 'required',
      version: 'required',
      communication_mode: 'required',
      features: 'optional',
      max_tokens: 'optional',
      language_support: 'optional',
      rate_limit: 'optional',
      requirements: 'optional',
      policy_tags: 'optional',
      ai_context: 'optional',
    },
  },
  'GET /agents': {
    summary: 'List agents',
    access: agentAccess,
    headers: agent,
    query: { agent_type: 'optional', status: 'optional', capabilities: 'optional', include_metrics: 'optional' },
  },
  'GET /agents/stats': { summary: 'Read the statistics of the registry', access: adminAccess, headers: admin },
  'GET /agents/search': {
    summary: 'Search agents, with the query in the URL',
    access: agentAccess,
    headers: agent,
    query: {
      query: 'required',
      top_k: 'optional',
      min_similarity: 'optional',
      capabilities: 'optional',
      weighted: 'optional',
      agent_type: 'optional',
    },
  },
  'POST /agents/search': {
    summary: 'Search agents',
    access: agentAccess,
    headers: { ...agent, ...jsonBody },
    body: {
      query: 'required',
      top_k: 'optional',
      min_similarity: 'optional',
      capabilities: 'optional',
      weighted: 'optional',
      agent_type: 'optional',
    },
  },
  'GET /agents/{agent_id}': {
    summary: 'Read one agent',
    access: agentAccess,
    headers: agent,
    query: { include_metrics: 'optional' },
  },
  'DELETE /agents/{agent_id}': { summary: 'Deregister an agent', access: selfAccess, headers: agent },
  'POST /agents/{agent_id}/heartbeat': {
    summary: 'Send the heartbeat of an agent',
    access: selfAccess,
    headers: agent,
  },
  'GET /agents/{agent_id}/metrics': { summary: 'Read the metrics of an agent', access: selfAccess, headers: agent },
  'POST /agents/{agent_id}/metrics': {
    summary: 'Report metrics of an agent',
    access: selfAccess,
    headers: { ...agent, ...jsonBody },
    body: { '*': 'optional' },
  },
  'POST /agents/{agent_id}/metrics/compat': {
    summary: 'Report one response time of an agent, by the old route',
    access: 'A valid token',
    headers: bearer,
    query: { response_time: 'required', success: 'optional' },
  },
  'POST /agents/report-metrics/{agent_id}': {
    summary: 'Report one response time of an agent',
    access: 'A valid token',
    headers: bearer,
    query: { response_time: 'required', success: 'optional' },
  },
  'POST /agents/{agent_id}/connection/notify': {
    summary: 'Notify an agent that another agent wants to connect',
    access: agentAccess,
    headers: { ...agent, ...jsonBody },
    body: { agent_id: 'required', agent_endpoint: 'required', agent_info: 'optional', '*': 'optional' },
  },

  'GET /public/info': { summary: 'Read public information about the server', access: publicAccess },
  'GET /public/stats': { summary: 'Read public statistics', access: publicAccess },
  'GET /public/agent_types': { summary: 'List the agent types that can register', access: publicAccess },
  'GET /public/discover': {
    summary: 'List the agents that are alive',
    access: publicAccess,
    query: { agent_type: 'optional', capabilities: 'optional', limit: 'optional', offset: 'optional' },
  },
  'POST /public/search': {
    summary: 'Search agents without a token',
    access: publicAccess,
    headers: jsonBody,
    body: {
      query: 'required',
      top_k: 'optional',
      min_similarity: 'optional',
      capabilities: 'optional',
      weighted: 'optional',
      agent_type: 'optional',
    },
  },
  'GET /public/agent/{agent_id}': { summary: 'Read the public record of one agent', access: publicAccess },
  'POST /public/connect/{agent_id}': {
    summary: 'Request a connection to an agent',
    access: publicAccess,
    headers: jsonBody,
    body: {
      user_id: 'required',
      user_endpoint: 'required',
      display_name: 'optional',
      additional_info: 'optional',
    },
  },

  'POST /tokens/mint': {
    summary: 'Issue a token',
    access: adminAccess,
    headers: { ...admin, ...jsonBody },
    body: {
      user_id: 'required',
      agent_id: 'required',
      scopes: 'optional',
      role: 'optional',
      temp_registration: 'optional',
      agent_type: 'optional',
      used_key: 'optional',
      agent_key_hash: 'optional',
      aud: 'optional',
      token_type: 'optional',
    },
  },
  'GET /tokens/validate': {
    summary: 'Check the token in the Authorization header',
    access: publicAccess,
    headers: bearer,
  },
  'POST /tokens/validate': {
    summary: 'Check the token in the query',
    access: publicAccess,
    query: { token: 'required' },
  },
  'POST /tokens/refresh': {
    summary: 'Exchange a valid token for a new one',
    access: 'A token that is still valid',
    headers: bearer,
  },
  'GET /.well-known/jwks.json': { summary: 'Read the public keys of the server', access: publicAccess },
  'GET /.well-known/arcp-configuration': {
    summary: 'Read the features and addresses of the server',
    access: publicAccess,
  },

  'GET /health': { summary: 'Check the health of the server', access: publicAccess },
  'GET /health/detailed': { summary: 'Check the health of every component', access: adminAccess, headers: admin },
  'GET /health/config': { summary: 'Check the configuration', access: adminAccess, headers: admin },
  'GET /health/redis': { summary: 'Check the connection to Redis', access: adminAccess, headers: admin },
  'GET /health/azure': { summary: 'Check the connection to Azure', access: adminAccess, headers: admin },
  'GET /metrics': { summary: 'Read the metrics of the server', access: adminAccess, headers: admin },
  'GET /metrics/scrape': {
    summary: 'Read the metrics of the server for Prometheus',
    access: 'The scrape token',
    headers: bearer,
  },

  'GET /security/health': { summary: 'Check the health of the security services', access: publicAccess },
  'POST /security/sbom/verify': {
    summary: 'Verify the bill of materials of an agent',
    access: agentAccess,
    headers: { ...agent, ...jsonBody, ...bound },
    body: {
      sbom_content: 'required',
      agent_id: 'required',
      signature: 'optional',
      verify_vulnerabilities: 'optional',
      fail_on_critical: 'optional',
      fail_on_high: 'optional',
    },
  },
  'POST /security/container/scan': {
    summary: 'Scan the container image of an agent',
    access: agentAccess,
    headers: { ...agent, ...jsonBody, ...bound },
    body: {
      image: 'required',
      agent_id: 'required',
      scanner: 'optional',
      severity_threshold: 'optional',
      fail_on_critical: 'optional',
      fail_on_high: 'optional',
    },
  },
  'POST /security/attestation/challenge': {
    summary: 'Request an attestation challenge',
    access: publicAccess,
    headers: jsonBody,
    body: { agent_id: 'required', attestation_types: 'optional', required_measurements: 'optional' },
  },
  'POST /security/attestation/verify': {
    summary: 'Respond to an attestation challenge',
    access: agentAccess,
    headers: { ...agent, ...jsonBody },
    body: {
      agent_id: 'required',
      challenge_id: 'required',
      nonce: 'required',
      attestation_type: 'optional',
      code_measurements: 'optional',
      executable_hash: 'optional',
      process_info: 'optional',
      environment_hash: 'optional',
      loaded_modules: 'optional',
      quote: 'optional',
      pcr_values: 'optional',
      ak_cert: 'optional',
      event_log: 'optional',
    },
  },
  'GET /security/attestation/status/{agent_id}': {
    summary: 'Read the attestation state of an agent',
    access: agentAccess,
    headers: agent,
  },
} satisfies NonNullable<CatalogFacts['routes']>;
