import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface HeadersTooLarge {
  /**
   * Total length of all header names and values of the request, in bytes. Always sent.
   * @minimum 0
   */
  header_size: number | NumberText;
  /**
   * Largest total that the server accepts, in bytes: the value of `MAX_HEADER_SIZE`. Always sent.
   * @minimum 0
   */
  max_header_size: number | NumberText;
}

const sendFew: Step = {
  step: 'Send the request with the headers that it needs and no others.',
  request: { method: 'GET', path: '/agents', headers: { Authorization: 'Bearer <agent token>' } },
  expect: 200,
  note: 'If this succeeds, add the other headers one by one to find the large one. The Python sample lists their sizes.',
};
const raise: Step = {
  step: 'Raise `MAX_HEADER_SIZE` by the length of the certificates.',
  when: 'for operators, if the headers are needed',
  settings: ['MAX_HEADER_SIZE', 'MTLS_CERT_HEADER'],
  note: 'The shipped nginx has its own limit of 16 KB for one header. Above it, nginx returns an HTML page with status 400.',
};

const causes = {
  'large-cookies': {
    cause: 'The request has large or many cookies.',
    tell: 'The request comes from a browser that also uses other applications on the same host.',
    asked: ['cookie', 'browser'],
    fix: [{ step: 'Delete the cookies of the host, or send the request without cookies.' }, sendFew],
  },
  'long-headers': {
    cause: 'Other headers of the client are too long together, such as a long token, a DPoP proof and a certificate.',
    short: 'Token, proof and other headers are too long',
    tell: 'The request has no large cookie, but a long `Authorization`, `DPoP` or `User-Agent`, or many headers of its own.',
    asked: ['long token', 'certificate', 'DPoP', 'User-Agent'],
    fix: [sendFew, raise],
  },
  'proxy-headers': {
    cause: 'A proxy adds large headers, such as a certificate in `X-Client-Cert`.',
    tell: '`header_size` is much larger than the headers that your client sends.',
    fixedBy: 'operator',
    asked: ['proxy', 'X-Client-Cert'],
    fix: [
      {
        step: 'Compare `header_size` with the total length of the headers that the client sends.',
        note: 'The proxy adds the difference: {header_size} bytes minus your own.',
      },
      raise,
    ],
  },
} satisfies Causes;

export default {
  title: 'Request Headers Too Large',
  status: 413,
  category: 'limits',
  summary: 'The headers of the request are together larger than the server accepts.',
  now: 'Remove headers you do not need, large cookies first, and send the request again.',
  explanation: `
ARCP adds up the lengths of all header names and values of a request and compares the total with \`MAX_HEADER_SIZE\`, 8192
bytes by default. No single header has to be large: a long token, a DPoP proof and a forwarded client certificate can exceed
the limit together.

HTTP has status 431 for this case, but ARCP sends 413. Use \`type\` to distinguish large headers from a large body.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Request headers size {header_size} bytes exceeds maximum limit of {max_header_size} bytes',
      causes: ['large-cookies', 'long-headers', 'proxy-headers'],
    },
    {
      detail: 'Request headers size {header_size} bytes exceeds maximum limit of {max_header_size} bytes',
      request: { Cookie: false },
      causes: ['long-headers', 'proxy-headers'],
    },
  ],
  retry: { when: 'after-change', because: 'The same headers are rejected every time; shorter ones pass.' },
  example: {
    detail: 'Request headers size 9141 bytes exceeds maximum limit of 8192 bytes',
    instance: '/agents',
    header_size: '9141',
    max_header_size: '8192',
  },
  samples: [
    {
      title: 'Tell large headers from a large body',
      lang: 'typescript',
      code: `
import { headersTooLarge, isProblem, readProblem, requestTooLarge } from 'arcp-problems';

const response = await fetch('http://localhost:8001/agents', {
  headers: { Authorization: 'Bearer <agent token>' },
});
// Both types come with status 413.
const problem = await readProblem(response);
if (isProblem(problem, headersTooLarge)) {
  console.error(\`Headers have \${problem.header_size} bytes; \${problem.max_header_size} are allowed.\`);
} else if (isProblem(problem, requestTooLarge)) {
  console.error(\`The body has \${problem.content_length} bytes; \${problem.max_size} are allowed.\`);
}`,
    },
    {
      title: 'Show which request headers are large',
      lang: 'python',
      code: `
import httpx

HEADERS_TOO_LARGE = "https://arcp.0x001.tech/docs/problems/headers-too-large"

# ARCPClient hides the problem type and its members, so this uses httpx.
response = httpx.get(
    "http://localhost:8001/agents",
    headers={"Authorization": "Bearer <agent token>"},
)
if response.headers.get("Content-Type") == "application/problem+json":
    problem = response.json()
    if problem["type"] == HEADERS_TOO_LARGE:
        print(f"{problem['header_size']} bytes; {problem['max_header_size']} are allowed")
        for name, value in response.request.headers.items():
            print(f"{len(name) + len(value):6} {name}")`,
    },
  ],
  userMessage: 'The request was too large. Delete the cookies of this site and try again.',
  operators: `
If agents get this after you switched mutual TLS on, the forwarded certificates need more room. Raise \`MAX_HEADER_SIZE\`.

The same setting limits the headers of responses. Responses above it cause internal-error.`,
  settings: ['MAX_HEADER_SIZE', 'MTLS_CERT_HEADER'],
  clients: {
    'most methods': '`ARCPError`; the message ends with "Request failed: " and the `detail` text.',
    'login_admin, request_temp_token': '`AuthenticationError` with the same text.',
    'register_agent, validate_compliance': '`RegistrationError` with the same text.',
    search_agents: '`SearchError` with the same text.',
  },
  observed: {
    sent: 'yes',
    members: ['header_size', 'max_header_size'],
    undocumented: ['header_size', 'max_header_size'],
  },
  related: {
    'request-too-large': 'the body is too large, not the headers',
    'request-error': 'the query has too many parameters',
    'internal-error': 'the headers of the response exceed `MAX_HEADER_SIZE`, not those of the request',
  },
  aliases: ['HEADERS_TOO_LARGE', 'Request Header Fields Too Large'],
  asked: ['431', 'cookie too large'],
  references: [
    {
      title: 'RFC 6585, section 5: 431 Request Header Fields Too Large',
      url: 'https://www.rfc-editor.org/rfc/rfc6585#section-5',
    },
    {
      title: 'RFC 9110, section 15.5.14: 413 Content Too Large',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14',
    },
  ],
} satisfies Problem<HeadersTooLarge, typeof causes>;
