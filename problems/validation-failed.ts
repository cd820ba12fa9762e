import type { Problem, Step } from '../src/catalog/entry.ts';

/** One refused field, as documented. */
export interface RefusedField {
  /** Name of the field. */
  field: string;
  /** What is wrong with it, in words. */
  message: string;
  /** The value that was refused. */
  invalid_value?: unknown;
}

export interface ValidationFailed {
  /**
   * What was refused: documented as a list of fields, sent as a cut and escaped text that cannot be parsed. Always sent,
   * always as text.
   */
  validation_errors: RefusedField[] | string;
}

const fix = [
  {
    step: 'Send all eleven required fields, and the token in `Authorization`.',
    when: 'for registration',
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
        context_brief: 'Processes example data for tests',
        owner: 'me',
        public_key: '<public key>',
        metadata: { purpose: 'example' },
        version: '1.0.0',
        communication_mode: 'remote',
      },
    },
    expect: 200,
    note: 'With `ARCP_TPR=true` the token is `<validated token>`.',
  },
  {
    step: 'Compare `agent_type` with the types that may register.',
    when: 'for registration',
    request: { method: 'GET', path: '/public/agent_types' },
    expect: 200,
    settings: ['ALLOWED_AGENT_TYPES'],
    note: 'With ARCPClient this is `get_allowed_agent_types()`.',
  },
  {
    step: 'Keep `query` between 2 and 1000 characters, `top_k` between 1 and 100, and `min_similarity` between 0 and 1.',
    when: 'for search',
    request: {
      method: 'POST',
      path: '/public/search',
      headers: { 'Content-Type': 'application/json' },
      body: { query: 'data processing', top_k: 5, min_similarity: 0.5 },
    },
    expect: 200,
    note: 'With ARCPClient this is `search_agents()`.',
  },
  {
    step: 'Put the token to check in the query.',
    when: 'for `POST /tokens/validate`',
    request: { method: 'POST', path: '/tokens/validate', query: { token: '<agent token>' } },
    expect: 200,
    note: '`GET /tokens/validate` takes it from the `Authorization` header instead.',
  },
  { step: 'Choose a PIN of 4 to 32 characters that is not a common one.', when: 'for `POST /auth/set_pin`' },
  { step: 'Build the body with a JSON library, and not by joining text.', when: 'if the text shows `json_invalid`' },
] satisfies Step[];

export default {
  title: 'Request Validation Failed',
  status: 422,
  category: 'input',
  summary: 'A field, a query parameter or a header of the request is missing or has a value that is not accepted.',
  now: 'Compare each field of the request with the rules of its route, then send the corrected request.',
  explanation: `
Before a route runs, ARCP checks body, query, path and headers against the model of that route. Anything that does not fit gives
this answer, malformed JSON included.

The body says little about the fault. \`validation_errors\` and \`detail\` are one text: at most three errors, cut at 200 characters and
HTML-escaped twice. It cannot be parsed and usually shows only the start of the first error. The kind of error stands first,
such as \`missing\` or \`json_invalid\`, then its place, such as \`body\`.`,
  fixedBy: 'client-developer',
  causes: {
    'required-field-body-missing': {
      cause: 'A required field of the body is missing.',
      tell: 'The text begins with the kind `missing` and the place `body`.',
      fix: fix,
    },
    'field-value-outside-limits': {
      cause: 'A field has a value outside its limits, such as a search query of one character.',
      tell: 'All required fields are there, and one of them breaks a rule of the route.',
      fix: fix,
    },
    'body-valid-json': {
      cause: 'The body is not valid JSON.',
      tell: 'The text begins with the kind `json_invalid`.',
      fix: fix,
    },
    'authorization-header-missing-route': {
      cause: 'The `Authorization` header is missing on a route that declares it as required.',
      tell: '`instance` is a registration, SBOM, container scan or response time route; other routes answer authentication-failed.',
      fix: fix,
    },
    'pin-too-short-too': {
      cause: 'A PIN is too short, too long or too common.',
      tell: '`instance` is `/auth/set_pin` or `/auth/verify_pin`.',
      fixedBy: 'end-user',
      fix: fix,
    },
    'token-post-tokens-validate': {
      cause: 'The token for `POST /tokens/validate` stands in the body and not in the query.',
      tell: '`instance` is `/tokens/validate`.',
      fix: fix,
    },
  },
  answers: [
    {
      detail: "Input validation failed: ['{'type': 'missing', 'loc': ('body'*",
      causes: ['required-field-body-missing'],
    },
    { detail: "Input validation failed: ['{'type': 'json_invalid'*", causes: ['body-valid-json'] },
    { detail: 'Input validation failed: *' },
  ],
  retry: { when: 'after-change', because: 'The same request is refused each time.' },
  example: {
    detail:
      'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;json_invalid&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, 1), &amp;#x27;msg&amp;#x27;: &amp;#x27;JSON decode error&amp;#x27;, &amp;#x27;input&amp;#x27;: {}, &amp;#x27;ctx&amp;#x27;: {&amp;#x27;error...&#x27;]',
    instance: '/auth/login',
    validation_errors:
      '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;json_invalid&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, 1), &amp;#x27;msg&amp;#x27;: &amp;#x27;JSON decode error&amp;#x27;, &amp;#x27;input&amp;#x27;: {}, &amp;#x27;ctx&amp;#x27;: {&amp;#x27;error...&#x27;]',
  },
  samples: [
    {
      title: 'Catch the checks before and after sending',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, SearchError

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        try:
            agents = await client.search_agents("data processing")
        except SearchError as error:
            # Raised before sending when the model refuses the data, and after sending
            # for "Request failed: <detail>". The message is for people, not for code.
            raise SystemExit(f"Search refused: {error.message}")
        print(f"{len(agents)} agents")

asyncio.run(main())`,
    },
    {
      title: 'Read documented and real forms of the errors',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, validationFailed } from 'arcp-problems';

const response = await fetch('http://localhost:8001/public/search', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query: 'data processing', top_k: 5 }),
});
const problem = await readProblem(response);
if (isProblem(problem, validationFailed)) {
  const errors = problem.validation_errors;
  // ARCP 2.1.2 sends a text; the documentation promises a list.
  if (typeof errors === 'string') console.error(errors);
  else for (const { field, message } of errors) console.error(\`\${field}: \${message}\`);
}`,
    },
  ],
  userMessage: 'Some of the data was not accepted. Check your input.',
  operators: `
The answer shows little of the fault. Quote the limits of the route to the client's developer, and check \`ALLOWED_AGENT_TYPES\`
when registrations of a new kind of agent are refused.`,
  settings: ['ALLOWED_AGENT_TYPES'],
  endpoints: [
    'POST /agents/register',
    'GET /agents',
    'GET /agents/{agent_id}',
    'GET /agents/search',
    'POST /agents/search',
    'POST /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/metrics/compat',
    'POST /agents/report-metrics/{agent_id}',
    'POST /agents/{agent_id}/connection/notify',
    'POST /auth/login',
    'POST /auth/set_pin',
    'POST /auth/verify_pin',
    'POST /auth/agent/request_temp_token',
    'POST /auth/agent/validate_compliance',
    'POST /tokens/mint',
    'POST /tokens/validate',
    'GET /public/discover',
    'POST /public/search',
    'POST /public/connect/{agent_id}',
    'GET /dashboard/config',
    'POST /dashboard/config',
    'POST /security/sbom/verify',
    'POST /security/container/scan',
    'POST /security/attestation/challenge',
    'POST /security/attestation/verify',
  ],
  clients: {
    'most methods': '`ARCPError`; the message ends with "Request failed: " and the `detail` text.',
    'login_admin, request_temp_token': '`AuthenticationError` with the same text.',
    'register_agent, validate_compliance':
      '`RegistrationError` with the same text; `register_agent` also checks before sending.',
    search_agents: '`SearchError` with the same text; it also checks before sending.',
  },
  observed: {
    sent: 'yes',
    members: ['validation_errors'],
    differences: [
      {
        documented: '`validation_errors` is an array of objects with `field`, `message` and `invalid_value`.',
        actual: 'It is one text: a cut and twice escaped rendering of a Python list.',
      },
      {
        documented: 'The API description announces status 422 with `HTTPValidationError`, where `detail` is an array.',
        actual: 'The answer is a problem details object, where `detail` is a text.',
      },
    ],
  },
  related: {
    'invalid-input': 'status 400, from checks inside a few routes, with the name of the field',
    'required-header-missing': 'only for a login without `X-Client-Fingerprint`',
    'authentication-failed': 'most routes answer a missing `Authorization` header with this',
    'agent-registration-failed': 'the fields are fine, but the registration itself was refused',
    'pin-invalid-length': 'meant for a PIN of the wrong length, which arrives as validation-failed',
  },
  aliases: ['VALIDATION_ERROR', 'Validation Failed'],
} satisfies Problem<ValidationFailed>;
