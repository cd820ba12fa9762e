import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface InternalError {
  /** Identifier of the agent that the request was about. Sent by routes that know one. */
  agent_id?: string;
  /** User name of the login, or the agent identifier of a temporary token request. Sent by these two routes only. */
  user_id?: string;
  /** Size of the response headers in bytes. Sent when they were larger than the server allows. */
  response_header_size?: number | NumberText;
  /** Largest size of the response headers in bytes. Sent together with `response_header_size`. */
  max_header_size?: number | NumberText;
  /** Always `INTERNAL_ERROR`. Documented, but ARCP 2.1.2 never sends it; branch on `type`. */
  error_code?: 'INTERNAL_ERROR';
}

const fix = [
  {
    step: 'Check whether the server is well.',
    request: { method: 'GET', path: '/health' },
    expect: 200,
    note: 'Trouble shows as `degraded` in `status`, also with HTTP status 200.',
  },
  {
    step: 'See whether three-phase registration is on.',
    when: 'if a compliance check failed',
    request: { method: 'GET', path: '/.well-known/arcp-configuration' },
    expect: 200,
    settings: ['ARCP_TPR'],
    note: 'While `three_phase_registration_enabled` is false, leave the compliance check out. With ARCPClient, pass `skip_validation=True` to `register_agent`.',
  },
  {
    step: 'Send the DPoP proof and the client certificate that the server demands.',
    when: 'if `detail` of a compliance check names one of them',
    settings: ['DPOP_REQUIRED', 'MTLS_REQUIRED_REMOTE'],
  },
  {
    step: 'Send both mandatory fields.',
    when: 'if a connection notification failed',
    request: {
      method: 'POST',
      path: '/agents/my-agent/connection/notify',
      headers: { Authorization: 'Bearer <agent token>', 'Content-Type': 'application/json' },
      body: { agent_id: 'my-other-agent', agent_endpoint: 'https://my-other-agent.example.com' },
    },
    expect: 200,
  },
  {
    step: 'Search with at least two characters.',
    when: 'if a search by GET failed',
    request: {
      method: 'GET',
      path: '/agents/search',
      query: { query: 'data processing', top_k: 5 },
      headers: { Authorization: 'Bearer <agent token>' },
    },
    expect: 200,
    note: '`POST /agents/search` names a bad value in `validation-failed` instead.',
  },
  { step: 'Give the operator the `X-Request-ID` header, the timestamp and the path.', when: 'if it stays' },
  {
    step: 'Read the log around that time, set the agent keys, and see that Redis can be reached.',
    when: 'for operators',
    settings: ['AGENT_KEYS', 'REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD', 'REDIS_DB', 'ARCP_DEBUG'],
  },
] satisfies Step[];

export default {
  title: 'Internal Server Error',
  status: 500,
  category: 'server',
  summary: 'The server failed in a way that it has no other problem type for.',
  now: 'Read `detail`, try once more after a pause, and then report the request to the operator.',
  explanation: `
This is the type for everything unexpected, so any route can answer with it. \`detail\` mostly names the operation that failed,
followed by the text of the error. The fixed text "An unexpected error occurred. Try again later." comes from the last
resort of the server, and says nothing about the cause.

In ARCP 2.1.2 some ordinary situations end here as well, because a route fails while it builds another answer. A compliance
check answers this way while three-phase registration is off, and when a required DPoP proof or client certificate is
missing. So do connection notifications with missing fields and searches by GET with values out of bounds. Look at the request
first.`,
  fixedBy: 'operator',
  causes: {
    'compliance-check-sent-while': {
      cause: 'A compliance check was sent while `ARCP_TPR` is false.',
      tell: 'The request went to `POST /auth/agent/validate_compliance`, and `three_phase_registration_enabled` is false.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'compliance-check-lacks-dpop': {
      cause: 'A compliance check lacks the DPoP proof that the server demands, or carries a bad one.',
      tell: '`detail` speaks of a DPoP proof or of a malformed JWT.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'compliance-check-lacks-client': {
      cause: 'A compliance check lacks the client certificate that the server demands.',
      tell: '`detail` speaks of a client certificate.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'server-agent-keys-so': {
      cause: 'The server has no agent keys, so it cannot check one.',
      tell: 'Every request for a temporary token fails, whatever the key.',
      fixedBy: 'operator',
      fix: fix,
    },
    'connection-notification-lacks-agent': {
      cause: 'A connection notification lacks `agent_id` or `agent_endpoint`.',
      tell: 'The body of the request lacks one of the two.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'agent-did-answer-connection': {
      cause: 'An agent did not answer a connection notification within 10 seconds.',
      tell: 'The answer took about 10 seconds.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'search-get-values-out': {
      cause: 'A search by GET has values out of bounds, such as a query of one character.',
      tell: 'The request went to `GET /agents/search`, and a longer query works.',
      fixedBy: 'client-developer',
      fix: fix,
    },
    'registration-waited-10-seconds': {
      cause: 'A registration waited 10 seconds for the lock on the registry in vain.',
      tell: 'The same registration works when the server is less busy.',
      fix: fix,
    },
    'headers-response-larger-max': {
      cause: 'The headers of the response were larger than `MAX_HEADER_SIZE`.',
      tell: '`response_header_size` and `max_header_size` are there.',
      fixedBy: 'operator',
      fix: fix,
    },
    'part-behind-server-failed': {
      cause: 'A part behind the server failed, such as Redis or the embedding service.',
      tell: 'Several routes fail at the same time.',
      fixedBy: 'operator',
      fix: fix,
    },
    'server-programming-error': {
      cause: 'The server has a programming error.',
      tell: 'The same request fails each time, and none of the other causes fits.',
      fixedBy: 'server-developer',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Validation compliance failed: DPoP*', causes: ['compliance-check-lacks-dpop'] },
    { detail: 'Validation compliance failed: Invalid JWT*', causes: ['compliance-check-lacks-dpop'] },
    { detail: 'Validation compliance failed: Client certificate*', causes: ['compliance-check-lacks-client'] },
    { detail: 'Agent temp token request failed: *NoneType*', causes: ['server-agent-keys-so'] },
    {
      detail: 'Agent connection notification failed: invalid_input_problem*',
      causes: ['connection-notification-lacks-agent'],
    },
    { detail: 'Agent connection notification failed: timeout_problem*', causes: ['agent-did-answer-connection'] },
    { detail: 'Agent registration failed: Registry lock timeout', causes: ['registration-waited-10-seconds'] },
    { members: { response_header_size: '*' }, causes: ['headers-response-larger-max'] },
    { detail: 'An unexpected error occurred. Try again later.' },
    { detail: 'Agent connection notification failed: *' },
    { detail: 'Agent temp token request failed: *' },
    { detail: 'Failed to update heartbeat for agent *' },
    { detail: 'List agents failed: *' },
    { detail: 'Public agent discovery failed: *' },
    { detail: 'Public agent search failed: *' },
    { detail: 'Response headers size * bytes exceeds maximum limit of * bytes' },
    { detail: 'Validation compliance failed: *' },
    { detail: 'Validation service unavailable' },
  ],
  retry: {
    when: 'after-delay',
    because: 'Some causes pass, many stay. Try once or twice, then read `detail` and look at the request.',
  },
  example: {
    detail: 'Agent registration failed: Registry lock timeout',
    instance: '/agents/register',
    agent_id: 'my-agent',
    error_code: 'INTERNAL_ERROR',
  },
  samples: [
    {
      title: 'Keep what the operator needs',
      lang: 'typescript',
      code: `
import { internalError, isProblem, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/public/discover?limit=100');
const problem = await readProblem(response);
if (isProblem(problem, internalError)) {
  console.error({
    id: response.headers.get('X-Request-ID') ?? 'none',
    at: problem.timestamp,
    url: response.url,
    detail: problem.detail,
  });
}`,
    },
    {
      title: 'Register without the compliance check',
      lang: 'python',
      code: `
import asyncio

import httpx
from arcp import ARCPClient, RegistrationError

SERVER = "http://localhost:8001"

async def main():
    # Ask first: a compliance check answers internal-error while the three phases are off.
    configuration = httpx.get(f"{SERVER}/.well-known/arcp-configuration").json()
    three_phases = configuration["three_phase_registration_enabled"]

    async with ARCPClient(SERVER) as client:
        try:
            await client.register_agent(
                agent_id="my-agent",
                name="My Agent",
                agent_type="testing",
                endpoint="https://my-agent.example.com",
                capabilities=["processing"],
                context_brief="Processes data for examples.",
                version="1.0.0",
                owner="me",
                public_key="<public key>",
                communication_mode="remote",
                metadata={"purpose": "example"},
                agent_key="<agent key>",
                skip_validation=not three_phases,
            )
        except RegistrationError as error:
            raise SystemExit(f"Registration refused: {error.message}")

asyncio.run(main())`,
    },
  ],
  userMessage: 'Something went wrong on the server. Try again later.',
  operators: `
Alert on these. The log holds the error itself; find it by \`X-Request-ID\` or by timestamp and path. Answers of the last resort
carry only \`Content-Type\` and \`Content-Length\`, so there only timestamp and path help, and the server may close the connection.
With \`ARCP_DEBUG=true\` an unhandled error shows a traceback page instead of a problem.`,
  settings: [
    'ARCP_TPR',
    'DPOP_REQUIRED',
    'MTLS_REQUIRED_REMOTE',
    'AGENT_KEYS',
    'REDIS_HOST',
    'REDIS_PORT',
    'REDIS_PASSWORD',
    'REDIS_DB',
    'MAX_HEADER_SIZE',
    'ARCP_DEBUG',
  ],
  endpoints: [
    {
      route: 'POST /auth/agent/validate_compliance',
      when: 'with `ARCP_TPR=false`, or without a required DPoP proof or client certificate',
    },
    { route: 'POST /auth/agent/request_temp_token', when: 'while `AGENT_KEYS` is not set' },
    {
      route: 'POST /agents/{agent_id}/connection/notify',
      when: 'if a mandatory field is missing, or the agent takes longer than 10 seconds',
    },
    { route: 'GET /agents/search', when: 'if a query value is out of bounds' },
    { route: 'POST /agents/register', when: 'if the registry stays locked, or Redis fails when a validation is used' },
    { route: 'POST /agents/{agent_id}/heartbeat', when: 'if the heartbeat fails for a reason without a type' },
    { route: 'GET /agents', when: 'if the storage fails' },
    { route: 'GET /public/discover', when: 'if the storage fails' },
    { route: 'POST /public/search', when: 'if the search fails' },
  ],
  clients: {
    'most methods': '`ARCPError`; the message ends with "Server error: 500". It is not sent again.',
    'register_agent, validate_compliance': '`RegistrationError`.',
    search_agents: '`SearchError`.',
    'login_admin, request_temp_token': '`AuthenticationError`.',
  },
  observed: {
    sent: 'yes',
    members: ['agent_id', 'user_id', 'response_header_size', 'max_header_size'],
    undocumented: ['agent_id', 'user_id', 'response_header_size', 'max_header_size'],
    missing: ['instance'],
    headers: {
      'X-Request-ID': 'Absent from answers of the last resort, which carry only `Content-Type` and `Content-Length`.',
    },
    differences: [
      {
        documented: 'The body carries `error_code`.',
        actual: 'It never does; it may carry `agent_id`, `user_id` or the two header sizes.',
      },
      {
        documented: 'A compliance check answers `tpr-disabled` with 503 while three-phase registration is off.',
        actual: 'It answers this type with 500.',
      },
      {
        documented:
          'A compliance check without the required proof or certificate answers `dpop-required` or `mtls-required`, 401.',
        actual:
          'It answers this type with 500; the other two come from registration, SBOM check and container scan only.',
      },
    ],
  },
  related: {
    'configuration-error': 'the admin password of the server is not set',
    'tpr-disabled': 'meant for a compliance check while three-phase registration is off; this type arrives instead',
    'dpop-required': 'the DPoP proof is missing, on other routes than the compliance check',
    'mtls-required': 'the client certificate is missing, on other routes than the compliance check',
    'validation-failed': 'a field or parameter of the request is not accepted, and the response names it',
  },
  aliases: ['INTERNAL_ERROR', 'Internal Error', 'ARCPException'],
} satisfies Problem<InternalError>;
