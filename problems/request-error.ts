import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
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

const raise: Step = {
  step: 'Raise the limit.',
  when: 'for operators, if a proxy or a client adds parameters that cannot be removed',
  settings: ['MAX_QUERY_PARAMS'],
};

const causes = {
  'numbered-names': {
    cause: 'The client numbers a parameter for each value, as in `p0`, `p1` and `p2`, instead of repeating one name.',
    short: 'The client numbers its parameters',
    tell: 'The query has many names that differ only in a number.',
    asked: ['array in the query', 'list of values'],
    fix: [
      {
        step: 'Repeat one name for a list of values.',
        request: { method: 'GET', path: '/public/discover', query: { capabilities: ['processing', 'testing'] } },
        expect: 200,
        note: 'Both values of `capabilities` count as one parameter.',
      },
    ],
  },
  'extra-parameters': {
    cause: 'The query has parameters that the route does not read.',
    tell: 'The query has names that the API does not know: the fields of a form, the members of a whole object, tracking parameters.',
    asked: ['tracking', 'form'],
    fix: [
      {
        step: 'Send only the parameters that the route reads.',
        request: { method: 'GET', path: '/public/discover', query: { limit: 100 } },
        expect: 200,
        note: 'Searches with many criteria have a route that takes a body: `POST /agents/search`.',
      },
      raise,
    ],
  },
} satisfies Causes;

export default {
  title: 'Request Processing Error',
  status: 400,
  category: 'limits',
  summary: 'The URL of the request has more query parameters than the server accepts.',
  now: 'Remove query parameters until at most `max_query_params` different names are left.',
  explanation: `
The name of this type sounds general, but ARCP 2.1.2 uses it for one thing only: a query with too many parameters. The server
counts the different names in the query and compares the number with \`MAX_QUERY_PARAMS\`, 50 by default. A repeated name, such
as \`capabilities\`, counts once.

No route of ARCP reads more than six parameters, so a longer query usually comes from a mistake in building the URL.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Too many query parameters: {query_param_count} exceeds limit of {max_query_params}',
      causes: ['numbered-names', 'extra-parameters'],
    },
  ],
  retry: { when: 'after-change', because: 'The same query is rejected every time; a shorter one passes.' },
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
If this appears in the log, read the query in your access log: the body names the path only. Clients of ARCP need few
parameters, so correct the client instead of raising \`MAX_QUERY_PARAMS\`.`,
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
  },
  related: {
    'validation-failed': 'a query parameter has a value that is not accepted',
    'invalid-input': 'a different 400: a field of the body is missing or not accepted',
    'request-too-large': 'the body has too many bytes',
    'headers-too-large': 'the headers have too many bytes',
  },
  aliases: ['REQUEST_ERROR'],
  asked: ['too many parameters'],
} satisfies Problem<RequestError, typeof causes>;
