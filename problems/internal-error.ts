import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
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

const changeRequest = { when: 'after-change', because: 'The same request fails the same way.' } as const;
const changeSettings = {
  when: 'after-fix',
  because: 'Every request fails until the operator changes the setting.',
} as const;

const registration = { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' } as const;
const tempToken = {
  method: 'POST',
  path: '/auth/agent/request_temp_token',
  headers: { 'Content-Type': 'application/json' },
  body: registration,
} as const;
const checkBody = {
  agent_id: 'my-agent',
  agent_type: 'testing',
  endpoint: 'https://my-agent.example.com',
  capabilities: ['processing'],
} as const;
const checkWithProof: Step = {
  step: 'Send the compliance check with a new DPoP proof for this method and URL.',
  request: {
    method: 'POST',
    path: '/auth/agent/validate_compliance',
    headers: {
      Authorization: 'Bearer <temporary token>',
      'Content-Type': 'application/json',
      DPoP: '<DPoP proof>',
    },
    body: checkBody,
  },
  expect: 202,
  settings: ['DPOP_REQUIRED'],
};
const reportToOperator: Step = {
  step: 'Give the operator the `X-Request-ID` header, the time and the path of the request.',
  note: 'Responses of the catch-all handler have no `X-Request-ID`.',
};
const readLog: Step = {
  step: 'Read the server log around that time.',
  when: 'for operators',
  note: 'With `ARCP_DEBUG=true`, the catch-all handler shows a traceback instead of a problem.',
  settings: ['ARCP_DEBUG'],
};

const causes = {
  'three-phases-off': {
    cause: 'A compliance check was sent while `ARCP_TPR` is false.',
    tell: '`instance` is `/auth/agent/validate_compliance`.',
    retry: { when: 'after-change', because: 'Each compliance check fails until the operator sets `ARCP_TPR=true`.' },
    asked: ['skip_validation', 'compliance check', 'TPR', 'three-phase'],
    fix: [
      {
        step: 'Skip the compliance check: send the registration to `POST /agents/register` with the temporary token.',
        note: 'With ARCPClient: `register_agent(…, skip_validation=True)`.',
      },
      {
        step: 'Check whether three-phase registration is on.',
        request: { method: 'GET', path: '/.well-known/arcp-configuration' },
        expect: 200,
        settings: ['ARCP_TPR'],
        note: 'The member is `three_phase_registration_enabled`. The shipped nginx configuration denies this path with 403.',
      },
    ],
  },
  'search-values': {
    cause: 'A search by GET has an invalid `query`, `capabilities` or `agent_type`.',
    tell: '`instance` is `/agents/search`.',
    retry: changeRequest,
    asked: ['short query', 'search fails'],
    fix: [
      {
        step: 'Search with a query of 2 to 1000 characters.',
        request: {
          method: 'GET',
          path: '/agents/search',
          query: { query: 'data processing', top_k: 5 },
          headers: { Authorization: 'Bearer <agent token>' },
        },
        expect: 200,
        note: 'Each of at most 20 capabilities needs two characters: letters, digits, `_`, `-` and spaces.',
      },
      {
        step: 'Send the same search to `POST /agents/search`.',
        when: 'if you cannot find the invalid value',
        note: 'There, `validation-failed` names the field.',
      },
    ],
  },
  'notify-timed-out': {
    cause: 'The agent did not respond to a connection notification within 10 seconds.',
    tell: 'The response took about 10 seconds.',
    asked: ['timeout_problem', 'slow agent', 'notification'],
    fix: [
      { step: 'Send the notification again after a pause.' },
      {
        step: 'Return 200 from `POST /connection/notify` within 10 seconds, and do long work afterwards.',
        when: 'if the agent is yours',
      },
    ],
  },
  'notify-fields-missing': {
    cause: 'A connection notification has no `agent_id` or no `agent_endpoint`.',
    retry: changeRequest,
    asked: ['invalid_input_problem', 'notification'],
    fix: [
      {
        step: 'Send both members: the identifier and the endpoint of your own agent.',
        request: {
          method: 'POST',
          path: '/agents/{agent_id}/connection/notify',
          headers: { Authorization: 'Bearer <agent token>', 'Content-Type': 'application/json' },
          body: { agent_id: 'my-other-agent', agent_endpoint: 'https://my-other-agent.example.com' },
        },
        expect: 200,
      },
    ],
  },
  'agent-key-characters': {
    cause:
      'One of the first eight characters of the agent key is not a letter, a digit or one of `_`, `@`, `.` and `-`.',
    short: 'The agent key starts with unsupported characters',
    fixedBy: 'operator',
    retry: { when: 'after-change', because: 'Each request with this key fails.' },
    asked: ['base64', 'special characters', 'used_key'],
    fix: [
      { step: 'Request the temporary token with a different key.', request: tempToken, expect: 200 },
      {
        step: 'Replace the keys in `AGENT_KEYS` that start with unsupported characters.',
        when: 'for operators',
        settings: ['AGENT_KEYS'],
        note: 'Base64 keys often contain `+`, `/` or `=`; hexadecimal keys work.',
      },
    ],
  },
  'agent-id-length': {
    cause: 'The `agent_id` has fewer than 3 or more than 95 characters.',
    retry: changeRequest,
    asked: ['short id', 'long id'],
    fix: [{ step: 'Choose an `agent_id` of 3 to 95 characters.', request: tempToken, expect: 200 }],
  },
  'agent-type-length': {
    cause: 'The `agent_type` has one letter only.',
    retry: changeRequest,
    fix: [
      {
        step: 'Use one of the agent types that the server accepts.',
        request: { method: 'GET', path: '/public/agent_types' },
        expect: 200,
        settings: ['ALLOWED_AGENT_TYPES'],
      },
    ],
  },
  'proof-missing': {
    cause: 'The server requires a DPoP proof, and the compliance check has none.',
    retry: changeRequest,
    asked: ['DPoP'],
    fix: [checkWithProof],
  },
  'proof-rejected': {
    cause: 'The server rejected the DPoP proof of the compliance check.',
    tell: '`detail` says what is wrong with the proof, after `Validation compliance failed: `.',
    retry: changeRequest,
    asked: ['DPoP', 'proof expired', 'htu', 'jti'],
    fix: [
      {
        step: 'Fix the proof as `dpop-required` says for the text after `Validation compliance failed: `.',
      },
      checkWithProof,
    ],
  },
  'certificate-missing': {
    cause: 'The server requires a client certificate, and none reached it.',
    retry: changeRequest,
    asked: ['mTLS', 'client certificate'],
    fix: [
      {
        step: 'Connect with a client certificate.',
        settings: ['MTLS_ENABLED', 'MTLS_REQUIRED_REMOTE'],
        note: 'The causes and fixes are those of `mtls-required`.',
      },
      {
        step: 'Let the proxy forward the certificate in the header of `MTLS_CERT_HEADER`.',
        when: 'for operators',
        settings: ['MTLS_CERT_HEADER'],
      },
    ],
  },
  'certificate-rejected': {
    cause: 'The server rejected the client certificate of the compliance check.',
    tell: '`detail` says what is wrong with the certificate, after `Validation compliance failed: `.',
    retry: changeRequest,
    asked: ['mTLS', 'certificate expired', 'chain'],
    fix: [
      {
        step: 'Use a valid client certificate of an authority that the server accepts.',
        note: 'The causes and fixes are those of `mtls-required`.',
      },
      {
        step: 'Check the file of `MTLS_CA_BUNDLE`.',
        when: 'for operators, if `detail` mentions the bundle or `[Errno 2]`',
        only: [{ detail: '*[Errno *' }, { detail: '*bundle*' }],
        settings: ['MTLS_CA_BUNDLE', 'MTLS_VERIFY_CHAIN'],
      },
    ],
  },
  'no-agent-keys': {
    cause: '`AGENT_KEYS` is not set on the server.',
    fixedBy: 'operator',
    retry: changeSettings,
    asked: ['NoneType', 'agent keys'],
    fix: [
      { step: 'Set `AGENT_KEYS`, and restart the server.', when: 'for operators', settings: ['AGENT_KEYS'] },
      { step: 'Request the temporary token again.', request: tempToken, expect: 200 },
    ],
  },
  'registry-busy': {
    cause: 'A registration could not get the registry lock within 10 seconds.',
    tell: 'The response took about 10 seconds. Several agents were deregistered at the same time.',
    asked: ['lock', 'busy'],
    fix: [
      { step: 'Wait 5 seconds, then send the same registration again.' },
      { step: 'Deregister agents one after another.', when: 'if you stop several agents' },
    ],
  },
  'metrics-not-a-number': {
    cause: 'A metrics report contains `NaN` or `Infinity`, which are not JSON.',
    tell: '`instance` ends with `/metrics`.',
    retry: changeRequest,
    asked: ['NaN', 'Infinity'],
    fix: [
      {
        step: 'Send numbers only, and omit a value that you do not have.',
        request: {
          method: 'POST',
          path: '/agents/{agent_id}/metrics',
          headers: { Authorization: 'Bearer <agent token>', 'Content-Type': 'application/json' },
          body: { success_rate: 1, avg_response_time: 0.2 },
        },
        expect: 200,
      },
    ],
  },
  'token-settings': {
    cause: 'The server cannot create tokens with its settings.',
    tell: 'Every login and every temporary token request fails with this type.',
    fixedBy: 'operator',
    retry: changeSettings,
    asked: ['Algorithm not supported', 'expires_in too large'],
    fix: [
      {
        step: 'Set `JWT_ALGORITHM` to `HS256`, and `JWT_EXPIRE_MINUTES` to less than a year.',
        when: 'for operators',
        settings: ['JWT_ALGORITHM', 'JWT_EXPIRE_MINUTES'],
      },
    ],
  },
  'stored-record-invalid': {
    cause: 'The server cannot work with a stored agent record.',
    tell: 'Lists fail with the same text as requests for one agent, and the log names that agent.',
    fixedBy: 'operator',
    retry: { when: 'after-fix', because: 'Every request that reads the record fails until it is removed.' },
    asked: ['after an upgrade', 'offset-naive'],
    fix: [
      reportToOperator,
      {
        step: 'Remove the record of the agent from the store, and restart the server.',
        when: 'for operators',
        note: 'Records of a different version or edited by hand cause this. The agent must register again.',
      },
    ],
  },
  'response-headers-too-large': {
    cause: 'The headers of the response are larger than `MAX_HEADER_SIZE`.',
    fixedBy: 'operator',
    retry: changeSettings,
    asked: ['header size'],
    fix: [
      {
        step: 'Raise `MAX_HEADER_SIZE`, and restart the server.',
        when: 'for operators',
        settings: ['MAX_HEADER_SIZE'],
      },
    ],
  },
  'store-down': {
    cause: 'The server could not read the result of a compliance check.',
    sent: 'in-special-cases',
    fixedBy: 'operator',
    asked: ['Redis down'],
    fix: [
      { step: 'Send the registration again.' },
      {
        step: 'Check the connection to Redis.',
        when: 'for operators',
        request: {
          method: 'GET',
          path: '/health/redis',
          headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
        },
        expect: 200,
        settings: ['REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD', 'REDIS_DB'],
      },
    ],
  },
  unexpected: {
    cause: 'The server failed in a way that it does not expect.',
    tell: 'The same request fails each time, and none of the other causes fits.',
    sent: 'in-special-cases',
    fixedBy: 'server-developer',
    asked: ['bug', 'crash', '500'],
    fix: [{ step: 'Send the request once more after a pause.' }, reportToOperator, readLog],
  },
} satisfies Causes;

const catchAll = 'An unexpected error occurred. Try again later.';
const compliance = ['POST /auth/agent/validate_compliance'];
const temporary = ['POST /auth/agent/request_temp_token'];
const notification = ['POST /agents/{agent_id}/connection/notify'];
const tokenRequest =
  'Agent temp token request failed: Failed to create access token: 1 validation error for TokenMintRequest';
const visit = 'For further information visit https://errors.pydantic.dev/2.10/v/value_error';

/** What the server says of a proof, after `Validation compliance failed: `: the pattern, and a text as it arrives. */
const proofTexts = [
  ['Proof expired: *', 'Proof expired: iat is 181 seconds old (max: 120)'],
  [
    'URI mismatch: *',
    'URI mismatch: proof has &#x27;http://localhost:8001/agents&#x27;, request is &#x27;http://localhost:8001/auth/agent/validate_compliance&#x27;',
  ],
  ['HTTP method mismatch: *', 'HTTP method mismatch: proof has &#x27;GET&#x27;, request is &#x27;POST&#x27;'],
  ['DPoP proof *', 'DPoP proof signature verification failed'],
  ['Signature verification error: *', 'Signature verification error: Unsupported key type: RSA'],
  ['Invalid JWT format: *', 'Invalid JWT format: Not enough segments'],
  ["Missing '*", 'Missing &#x27;jti&#x27; claim in DPoP proof'],
  [
    'Invalid DPoP claims: *',
    'Invalid DPoP claims: 1 validation error for DPoPProof[FILTERED]jti[FILTERED]  String should have at least 16 characters',
  ],
  ['Unsupported algorithm: *', 'Unsupported algorithm: RS256. Allowed: [&#x27;EdDSA&#x27;, &#x27;ES256&#x27;]'],
  ['Invalid typ: *', 'Invalid typ: expected &#x27;dpop+jwt&#x27;, got &#x27;JWT&#x27;'],
  ['Access token hash mismatch', 'Access token hash mismatch'],
] as const;

export default {
  title: 'Internal Server Error',
  status: 500,
  category: 'server',
  summary: 'The server failed in a way for which it has no other problem type.',
  now: 'Read `detail`: it names what failed. If a compliance check failed without a reason, skip the check.',
  explanation: `
Any route can return this type. Usually \`detail\` names the operation that failed, followed by the text of the error. The text
"An unexpected error occurred. Try again later." comes from the server's catch-all handler. It does not name the cause; \`instance\`
narrows it down.

In ARCP 2.1.2, some ordinary mistakes in a request cause this type, because the route fails while it builds a different response.
A compliance check returns it while three-phase registration is off, and when a DPoP proof or client certificate is missing or
rejected. Requests for temporary tokens, connection notifications and searches by GET return it for invalid values. Check the request
first.

After a response of the catch-all handler, the server closes the connection. The next request on it can fail once with a network
error.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-delay',
    because:
      'Some causes are temporary, but many are not. Retry once or twice, then read `detail` and check the request.',
  },
  causes,
  answers: [
    {
      detail: catchAll,
      routes: compliance,
      causes: ['three-phases-off'],
      example: { detail: catchAll, instance: '/auth/agent/validate_compliance' },
    },
    {
      detail: catchAll,
      routes: ['GET /agents/search'],
      causes: ['search-values'],
      example: { detail: catchAll, instance: '/agents/search' },
    },
    {
      detail: 'Agent connection notification failed: timeout_problem() *',
      routes: notification,
      causes: ['notify-timed-out'],
      example: {
        detail:
          'Agent connection notification failed: timeout_problem() got an unexpected keyword argument &#x27;agent_id&#x27;',
        agent_id: 'my-agent',
      },
    },
    {
      detail: 'Agent connection notification failed: invalid_input_problem() *',
      routes: notification,
      causes: ['notify-fields-missing'],
      example: {
        detail:
          'Agent connection notification failed: invalid_input_problem() got an unexpected keyword argument &#x27;agent_id&#x27;',
        agent_id: 'my-agent',
      },
    },
    {
      detail: 'Agent temp token request failed: *TokenMintRequest*used_key contains*',
      routes: temporary,
      causes: ['agent-key-characters'],
      example: {
        detail: `${tokenRequest}[FILTERED]used_key[FILTERED]  Value error, used_key contains invalid characters (only alphanumeric, underscore, hyphen, at symbol, dot allowed) [type=value_error, input_value=&#x27;ab+cd/ef...&#x27;, input_type=str][FILTERED]    ${visit}`,
        user_id: 'my-agent',
      },
    },
    {
      detail: 'Agent temp token request failed: *TokenMintRequest*agent_id must be*',
      routes: temporary,
      causes: ['agent-id-length'],
      example: {
        detail: `${tokenRequest}[FILTERED]agent_id[FILTERED]  Value error, agent_id must be at least 3 characters [type=value_error, input_value=&#x27;ab&#x27;, input_type=str][FILTERED]    ${visit}`,
        user_id: 'ab',
      },
    },
    {
      detail: 'Agent temp token request failed: *TokenMintRequest*user_id too long*',
      routes: temporary,
      causes: ['agent-id-length'],
      example: {
        detail: `${tokenRequest}[FILTERED]user_id[FILTERED]  Value error, user_id too long (max 100 characters) [type=value_error, input_value=&#x27;temp_my-agent-with-a-lon...&#x27;, input_type=str][FILTERED]    ${visit}`,
        user_id: 'my-agent-with-a-long-name',
      },
    },
    {
      detail: 'Agent temp token request failed: *TokenMintRequest*agent_type must be*',
      routes: temporary,
      causes: ['agent-type-length'],
      example: {
        detail: `${tokenRequest}[FILTERED]agent_type[FILTERED]  Value error, agent_type must be at least 2 characters [type=value_error, input_value=&#x27;x&#x27;, input_type=str][FILTERED]    ${visit}`,
        user_id: 'my-agent',
      },
    },
    {
      detail: 'Validation compliance failed: DPoP proof header is required',
      routes: compliance,
      causes: ['proof-missing'],
      example: { detail: 'Validation compliance failed: DPoP proof header is required', agent_id: 'my-agent' },
    },
    ...proofTexts.map(([pattern, text]) => ({
      detail: `Validation compliance failed: ${pattern}`,
      routes: compliance,
      causes: ['proof-rejected'] as const,
      example: { detail: `Validation compliance failed: ${text}`, agent_id: 'my-agent' },
    })),
    {
      detail: 'Validation compliance failed: Client certificate required but not provided',
      routes: compliance,
      causes: ['certificate-missing'],
      example: {
        detail: 'Validation compliance failed: Client certificate required but not provided',
        agent_id: 'my-agent',
      },
    },
    {
      detail: 'Validation compliance failed: Certificate *',
      routes: compliance,
      causes: ['certificate-rejected'],
      example: {
        detail: 'Validation compliance failed: Certificate not authorized for client authentication',
        agent_id: 'my-agent',
      },
    },
    {
      detail: 'Validation compliance failed: No valid CA certificates in bundle',
      routes: compliance,
      causes: ['certificate-rejected'],
    },
    {
      detail: 'Validation compliance failed: *',
      routes: compliance,
      causes: ['proof-rejected', 'certificate-rejected', 'unexpected'],
      example: { detail: 'Validation compliance failed: Validation error: unknown', agent_id: 'my-agent' },
    },
    {
      detail: "Agent temp token request failed: 'NoneType' * is not iterable",
      routes: temporary,
      causes: ['no-agent-keys'],
      example: {
        detail: 'Agent temp token request failed: &#x27;NoneType&#x27; [FILTERED] is not iterable',
        user_id: 'my-agent',
      },
    },
    {
      detail: 'Agent registration failed: Registry lock timeout',
      routes: ['POST /agents/register'],
      causes: ['registry-busy'],
      example: { detail: 'Agent registration failed: Registry lock timeout', agent_id: 'my-agent' },
    },
    {
      detail: catchAll,
      routes: ['POST /agents/{agent_id}/metrics'],
      causes: ['metrics-not-a-number'],
      example: { detail: catchAll, instance: '/agents/my-agent/metrics' },
    },
    {
      detail: 'Admin authentication failed: *',
      routes: ['POST /auth/login'],
      causes: ['token-settings', 'unexpected'],
      example: { detail: 'Admin authentication failed: Algorithm not supported', user_id: 'admin' },
    },
    {
      detail: 'Admin authentication failed: Algorithm not supported',
      routes: ['POST /auth/login'],
      causes: ['token-settings'],
    },
    {
      detail: 'Agent temp token request failed: *',
      routes: temporary,
      causes: ['token-settings', 'unexpected'],
      example: {
        detail: 'Agent temp token request failed: Failed to create access token: Algorithm not supported',
        user_id: 'my-agent',
      },
    },
    {
      detail: 'Agent registration failed: Failed to create access token: *',
      routes: ['POST /agents/register'],
      causes: ['token-settings', 'unexpected'],
      example: {
        detail: 'Agent registration failed: Failed to create access token: Algorithm not supported',
        agent_id: 'my-agent',
      },
    },
    {
      detail: 'Token minting failed: *',
      routes: ['POST /tokens/mint'],
      causes: ['token-settings', 'unexpected'],
    },
    {
      detail: "{operation} failed: can't compare offset-naive and offset-aware datetimes",
      causes: ['stored-record-invalid'],
      example: { detail: 'List agents failed: can&#x27;t compare offset-naive and offset-aware datetimes' },
    },
    {
      detail: '{operation} failed: *',
      causes: ['stored-record-invalid', 'unexpected'],
      example: {
        detail: 'Public agent discovery failed: &#x27;list&#x27; [FILTERED] has no attribute &#x27;get&#x27;',
      },
    },
    {
      detail: 'Failed to update heartbeat for agent {agent_id}',
      routes: ['POST /agents/{agent_id}/heartbeat'],
      causes: ['stored-record-invalid', 'unexpected'],
      example: { detail: 'Failed to update heartbeat for agent my-agent', agent_id: 'my-agent' },
    },
    {
      detail: 'Response headers size {size} bytes exceeds maximum limit of {limit} bytes',
      causes: ['response-headers-too-large'],
      example: {
        detail: 'Response headers size 134 bytes exceeds maximum limit of 100 bytes',
        instance: '/.well-known/jwks.json',
        response_header_size: '134',
        max_header_size: '100',
      },
    },
    {
      detail: 'Validation service unavailable',
      routes: ['POST /agents/register'],
      causes: ['store-down'],
      example: { detail: 'Validation service unavailable', agent_id: 'my-agent' },
    },
    {
      detail: catchAll,
      causes: ['unexpected', 'stored-record-invalid'],
      example: { detail: catchAll, instance: '/public/discover' },
    },
  ],
  example: { detail: catchAll, instance: '/auth/agent/validate_compliance' },
  documented: {
    detail: 'An unexpected error occurred while processing the request',
    instance: '/agents/register',
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
    # Ask first: a compliance check returns internal-error while the three phases are off.
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
            raise SystemExit(f"Registration rejected: {error.message}")

asyncio.run(main())`,
    },
  ],
  userMessage: 'Something went wrong on the server. Try again later.',
  monitor: { metric: 'arcp_requests_total{status_code="500"}' },
  operators: `
If the catch-all handler sent it, the response has only \`Content-Type\` and \`Content-Length\`. Find it in the log by time and path.
For the others, search the log for the \`X-Request-ID\`.

If compliance checks fail while \`ARCP_TPR\` is false, clients do not skip them. Tell their developers, or set \`ARCP_TPR=true\`.

If every temporary token request fails, \`AGENT_KEYS\` is missing or a JWT setting is wrong. If only some fail, a key starts with
characters that ARCP does not accept.

If lists of agents fail, a stored record is invalid. Find the agent in the log, and remove its record.`,
  settings: [
    'ARCP_TPR',
    'AGENT_KEYS',
    'DPOP_REQUIRED',
    'MTLS_REQUIRED_REMOTE',
    'JWT_ALGORITHM',
    'JWT_EXPIRE_MINUTES',
    'MAX_HEADER_SIZE',
    'ARCP_DEBUG',
  ],
  endpoints: [
    {
      route: 'POST /auth/agent/validate_compliance',
      when: 'with `ARCP_TPR=false`, or if a required DPoP proof or client certificate is missing or rejected',
    },
    { route: 'GET /agents/search', when: 'if a query value is invalid' },
    {
      route: 'POST /auth/agent/request_temp_token',
      when: 'if the identifier, the type or the start of the key is invalid, or `AGENT_KEYS` is not set',
    },
    {
      route: 'POST /agents/{agent_id}/connection/notify',
      when: 'if a required member is missing, or the agent takes longer than 10 seconds',
    },
    { route: 'POST /agents/register', when: 'if the registry stays locked, or the server cannot create a token' },
    { route: 'POST /agents/{agent_id}/metrics', when: 'if a value is `NaN` or `Infinity`' },
    { route: 'POST /auth/login', when: 'if the server cannot create a token' },
    { route: 'POST /tokens/mint', when: 'if the server cannot create a token' },
    { route: 'POST /agents/{agent_id}/heartbeat', when: 'if a stored record is invalid' },
    { route: 'GET /agents', when: 'if a stored record is invalid' },
    { route: 'GET /agents/{agent_id}', when: 'if a stored record is invalid' },
    { route: 'DELETE /agents/{agent_id}', when: 'if a stored record is invalid' },
    { route: 'GET /agents/stats', when: 'if a stored record is invalid' },
    { route: 'POST /agents/search', when: 'if a stored record is invalid' },
    { route: 'GET /public/discover', when: 'if a stored record is invalid' },
    { route: 'GET /public/agent/{agent_id}', when: 'if a stored record is invalid' },
    { route: 'POST /public/connect/{agent_id}', when: 'if a stored record is invalid' },
    { route: 'POST /public/search', when: 'if a stored record is invalid' },
    { route: 'GET /public/stats', when: 'if a stored record is invalid' },
  ],
  clients: {
    'most methods': '`ARCPError`; the message ends with "Server error: 500". The client does not retry.',
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
      'X-Request-ID':
        'Absent from responses of the catch-all handler, which have only `Content-Type` and `Content-Length`.',
    },
    differences: [
      {
        documented: 'A compliance check returns `tpr-disabled` with 503 while three-phase registration is off.',
        actual: 'It returns this type with 500.',
      },
      {
        documented:
          'A compliance check without the required proof or certificate returns `dpop-required` or `mtls-required`, 401.',
        actual: 'It returns this type with 500. Only registration, SBOM check and container scan return the other two.',
      },
    ],
  },
  related: {
    'configuration-error': 'the server has no admin password',
    'tpr-disabled':
      'documented for a compliance check while three-phase registration is off; this type arrives instead',
    'dpop-required': 'the DPoP proof is missing or rejected on a route other than the compliance check',
    'mtls-required': 'the client certificate is missing or rejected on a route other than the compliance check',
    'validation-failed': 'a field or parameter is not accepted, and the response names it',
  },
  aliases: ['INTERNAL_ERROR', 'Internal Error', 'ARCPException'],
  asked: ['server error', '500', 'unexpected error'],
} satisfies Problem<InternalError, typeof causes>;
