import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface RequestError {
  /**
   * Number of different query parameter names in the request. Always sent.
   * @minimum 0
   */
  query_param_count: number | NumberText;
  /**
   * Largest number that the server accepts: the value of `MAX_QUERY_PARAMS`. Always sent.
   * @minimum 0
   */
  max_query_params: number | NumberText;
}

const fix = [
  {
    step: 'Repeat one name for a list of values, and leave out names that the route does not read.',
    request: { method: 'GET', path: '/public/discover', query: { capabilities: ['processing', 'testing'] } },
    expect: 200,
    note: 'Both values of `capabilities` count as one parameter.',
  },
  {
    step: 'Raise the limit if a proxy or client adds parameters that cannot be removed.',
    when: 'for operators',
    settings: ['MAX_QUERY_PARAMS'],
  },
] satisfies Step[];

export default {
  title: 'Request Processing Error',
  status: 400,
  category: 'limits',
  summary: 'The URL of the request has more query parameters than the server accepts.',
  now: 'Remove query parameters until at most max_query_params different names are left.',
  explanation: `
The name of this type sounds general, but ARCP uses it for one thing only: a query with too many parameters. It counts
the different names in the query of every request and compares the number with \`MAX_QUERY_PARAMS\`, 50 by default. A name that is
repeated, such as \`capabilities\`, counts once.

No route of ARCP takes more than six parameters, so a longer query usually comes from a mistake in building the URL.`,
  fixedBy: 'client-developer',
  causes: {
    'query-more-different-parameter': {
      cause: 'The query has more different parameter names than `MAX_QUERY_PARAMS` allows.',
      tell: '`query_param_count` is greater than `max_query_params`.',
      fix: fix,
    },
    'client-numbers-parameter-each': {
      cause: 'The client numbers a parameter for each value, as in `p0`, `p1` and `p2`, and does not repeat one name.',
      tell: 'The query holds many names that differ in a number only.',
      fix: fix,
    },
  },
  answers: [{ detail: 'Too many query parameters: * exceeds limit of *', causes: ['query-more-different-parameter'] }],
  retry: { when: 'after-change', because: 'The same query is refused each time; a shorter one passes.' },
  example: {
    detail: 'Too many query parameters: 60 exceeds limit of 50',
    instance: '/public/discover',
    query_param_count: '60',
    max_query_params: '50',
  },
  samples: [
    {
      title: 'Send a list under one name',
      lang: 'python',
      code: `
import httpx

REQUEST_ERROR = "https://arcp.0x001.tech/docs/problems/request-error"

# httpx repeats the name for each value of a list: it counts as one parameter.
response = httpx.get(
    "http://localhost:8001/public/discover",
    params={"capabilities": ["processing", "testing"], "limit": 100},
)
if response.headers.get("Content-Type") == "application/problem+json":
    problem = response.json()
    if problem["type"] == REQUEST_ERROR:
        count, limit = problem["query_param_count"], problem["max_query_params"]
        raise SystemExit(f"{count} query parameters; {limit} are allowed.")
response.raise_for_status()
print(response.json())`,
    },
    {
      title: 'Send a list under one name',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, requestError } from 'arcp-problems';

const query = new URLSearchParams({ limit: '100' });
for (const capability of ['processing', 'testing']) query.append('capabilities', capability);

const response = await fetch(\`http://localhost:8001/public/discover?\${query}\`);
const problem = await readProblem(response);
if (isProblem(problem, requestError)) {
  throw new Error(\`\${problem.query_param_count} query parameters; \${problem.max_query_params} are allowed.\`);
}`,
    },
  ],
  userMessage: 'The address of this request has too many parameters.',
  operators: `
Look at \`instance\` and at the query in your access log. Clients of ARCP need few parameters, so raising \`MAX_QUERY_PARAMS\` is
seldom the answer.`,
  settings: ['MAX_QUERY_PARAMS'],
  clients: {
    'most methods': '`ARCPError`; the message ends with "Request failed: " and the `detail` text.',
    'login_admin, request_temp_token': '`AuthenticationError` with the same text.',
    'register_agent, validate_compliance': '`RegistrationError` with the same text.',
    search_agents: '`SearchError` with the same text.',
  },
  observed: {
    sent: 'yes',
    members: ['query_param_count', 'max_query_params'],
    undocumented: ['query_param_count', 'max_query_params'],
    differences: [
      {
        documented: 'The body has no members of its own.',
        actual: 'It carries `query_param_count` and `max_query_params`, numbers written as text.',
      },
    ],
  },
  related: {
    'validation-failed': 'a query parameter has a value that is not accepted',
    'invalid-input': 'another 400: a field of the body is missing or not accepted',
    'request-too-large': 'the body has too many bytes',
    'headers-too-large': 'the header fields have too many bytes',
  },
  aliases: ['REQUEST_ERROR'],
} satisfies Problem<RequestError>;
