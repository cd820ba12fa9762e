import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface HeadersTooLarge {
  /**
   * Sum of the lengths of all header names and values of the request, in bytes. Always sent.
   * @minimum 0
   */
  header_size: number | NumberText;
  /**
   * Largest sum that the server accepts, in bytes: the value of `MAX_HEADER_SIZE`. Always sent.
   * @minimum 0
   */
  max_header_size: number | NumberText;
}

const fix = [
  {
    step: 'Send the request with the headers it needs and no others.',
    request: { method: 'GET', path: '/agents', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    note: 'If this passes, add the other headers one by one to find the large one.',
  },
  {
    step: 'Compare `header_size` with the sum that your client sends.',
    when: 'if a proxy stands between client and server',
    note: 'The difference is what the proxy adds.',
  },
  {
    step: 'Raise the limit when a proxy forwards certificates in `X-Client-Cert`.',
    when: 'for operators',
    settings: ['MAX_HEADER_SIZE', 'MTLS_CERT_HEADER'],
  },
] satisfies Step[];

export default {
  title: 'Request Headers Too Large',
  status: 413,
  category: 'limits',
  summary: 'The header fields of the request are together larger than the server accepts.',
  now: 'Remove headers that the request does not need, above all large cookies, and send it again.',
  explanation: `
ARCP adds up the lengths of all header names and values of a request and compares the sum with \`MAX_HEADER_SIZE\`. The default is
8192 bytes, and the limit is the same for every path. No single header has to be large: a long token, a DPoP proof and
a forwarded client certificate can exceed the limit together.

HTTP has the status 431 for this case; ARCP sends 413. Branch on \`type\` to tell large headers from a large body.`,
  fixedBy: 'client-developer',
  causes: {
    'request-carries-large-many': {
      cause: 'The request carries large or many cookies.',
      tell: 'It comes from a browser that also uses other applications on the same host.',
      fix: fix,
    },
    'token-dpop-proof-client': {
      cause: 'Token, DPoP proof and client certificate together exceed the limit.',
      tell: 'The request carries `Authorization`, `DPoP` and `X-Client-Cert`, and no large cookie.',
      fix: fix,
    },
    'proxy-adds-headers-such': {
      cause: 'A proxy adds headers, such as a certificate in `X-Client-Cert`.',
      tell: '`header_size` is clearly greater than the headers that your client sends.',
      fixedBy: 'operator',
      fix: fix,
    },
  },
  answers: [{ detail: 'Request headers size * bytes exceeds maximum limit of * bytes' }],
  retry: { when: 'after-change', because: 'The same headers are refused each time; shorter ones pass.' },
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
Certificates in \`X-Client-Cert\` are large. With mutual TLS, leave room for certificate, token and DPoP proof in \`MAX_HEADER_SIZE\`. The
same setting bounds the headers of responses, where an excess leads to internal-error.`,
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
    differences: [
      {
        documented: 'The body has no members of its own.',
        actual: 'It carries `header_size` and `max_header_size`, numbers of bytes written as text.',
      },
    ],
  },
  related: {
    'request-too-large': 'the body is too large, not the header fields',
    'request-error': 'the query has too many parameters',
    'internal-error': 'the headers of the response exceed `MAX_HEADER_SIZE`, not those of the request',
  },
  aliases: ['HEADERS_TOO_LARGE', 'Request Header Fields Too Large'],
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
} satisfies Problem<HeadersTooLarge>;
