import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface RequestTooLarge {
  /**
   * Size of the request body in bytes, as `Content-Length` says. Always sent.
   * @minimum 0
   */
  content_length: number | NumberText;
  /**
   * Largest size that the server accepts, in bytes: the value of `MAX_JSON_SIZE`. Always sent.
   * @minimum 0
   */
  max_size: number | NumberText;
  /** The limit in words, such as `1MB`. Documented, but ARCP 2.1.2 never sends it; read `max_size`. */
  size_limit?: string;
  /** Size of the body in words, such as `5MB`. Documented, but ARCP 2.1.2 never sends it; read `content_length`. */
  actual_size?: string;
}

const compliance = ['POST /auth/agent/validate_compliance'] as const;
const sbomCheck = ['POST /security/sbom/verify'] as const;

const raise: Step = {
  step: 'Raise `MAX_JSON_SIZE`.',
  when: 'for operators, if such bodies are legitimate',
  settings: ['MAX_JSON_SIZE'],
  note: 'The shipped nginx has its own limit of 10 MB. Above it, nginx returns an HTML page with status 413.',
};

const causes = {
  'large-body': {
    cause: 'The body has more bytes than `MAX_JSON_SIZE` allows.',
    asked: ['too big', 'body too large', 'upload'],
    fix: [
      {
        step: 'Shorten the body to {max_size} bytes or fewer.',
        note: 'It had {content_length} bytes. Find the member that makes it large.',
      },
      raise,
    ],
  },
  'large-sbom': {
    cause: 'The request contains a large bill of materials.',
    tell: '`instance` is `/auth/agent/validate_compliance` or `/security/sbom/verify`.',
    asked: ['SBOM', 'SBOM too big', 'bill of materials', 'CycloneDX', 'SPDX'],
    fix: [
      {
        step: 'Send the compliance request with a smaller `sbom`, or without one.',
        when: 'for a compliance check',
        only: { routes: compliance },
        request: {
          method: 'POST',
          path: '/auth/agent/validate_compliance',
          headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
          body: {
            agent_id: 'my-agent',
            agent_type: 'testing',
            endpoint: 'https://my-agent.example.com',
            capabilities: ['processing'],
          },
        },
        expect: 202,
        note: 'The bill of materials is a text inside the JSON body, so its quotes and line breaks take two bytes each.',
      },
      {
        step: 'Send a smaller bill of materials as `sbom_content`.',
        when: 'for an SBOM check',
        only: { routes: sbomCheck },
      },
      raise,
    ],
  },
} satisfies Causes;

export default {
  title: 'Request Too Large',
  status: 413,
  category: 'limits',
  summary: 'The body of the request is larger than the server accepts.',
  now: 'Shorten the body to `max_size` bytes or fewer, then send it again.',
  explanation: `
ARCP compares the \`Content-Length\` of a request with \`MAX_JSON_SIZE\`, 1048576 bytes (1 MiB) by default. The response
contains both numbers, so a client can see by how much the body is too large.

Compliance requests and SBOM checks can become large, because they contain a whole bill of materials as text.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Request body size {content_length} bytes exceeds maximum limit of {max_size} bytes',
      causes: ['large-body'],
    },
    {
      detail: 'Request body size {content_length} bytes exceeds maximum limit of {max_size} bytes',
      routes: compliance,
      causes: ['large-sbom', 'large-body'],
    },
    {
      detail: 'Request body size {content_length} bytes exceeds maximum limit of {max_size} bytes',
      routes: sbomCheck,
      causes: ['large-sbom'],
      example: {
        detail: 'Request body size 1048613 bytes exceeds maximum limit of 1048576 bytes',
        instance: '/security/sbom/verify',
        content_length: '1048613',
        max_size: '1048576',
      },
    },
  ],
  retry: { when: 'after-change', because: 'The same body is rejected every time; a smaller one passes.' },
  example: {
    detail: 'Request body size 1100012 bytes exceeds maximum limit of 1048576 bytes',
    instance: '/public/search',
    content_length: '1100012',
    max_size: '1048576',
  },
  samples: [
    {
      title: 'Say by how much the body is too large',
      lang: 'python',
      code: `
from pathlib import Path
import httpx

REQUEST_TOO_LARGE = "https://arcp.0x001.tech/docs/problems/request-too-large"

# ARCPClient hides the problem type and its members, so this uses httpx.
response = httpx.post(
    "http://localhost:8001/auth/agent/validate_compliance",
    headers={"Authorization": "Bearer <temporary token>"},
    json={
        "agent_id": "my-agent",
        "agent_type": "testing",
        "endpoint": "https://my-agent.example.com",
        "capabilities": ["processing"],
        "sbom": Path("sbom.json").read_text(),
    },
)
if response.headers.get("Content-Type") == "application/problem+json":
    problem = response.json()
    if problem["type"] == REQUEST_TOO_LARGE:
        excess = int(problem["content_length"]) - int(problem["max_size"])
        raise SystemExit(f"The body is {excess} bytes too large; shorten the SBOM.")
response.raise_for_status()`,
    },
    {
      title: 'Handle a body that is too large',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, requestTooLarge } from 'arcp-problems';

const response = await fetch('http://localhost:8001/public/search', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query: 'data processing', top_k: 5 }),
});
const problem = await readProblem(response);
if (isProblem(problem, requestTooLarge)) {
  const excess = Number(problem.content_length) - Number(problem.max_size);
  throw new Error(\`The body is \${excess} bytes too large.\`);
}`,
    },
  ],
  userMessage: 'The data is too large to send. Shorten it and try again.',
  operators: `
If \`instance\` is the compliance check or the SBOM check, agents send large bills of materials. Raise \`MAX_JSON_SIZE\` if they are
legitimate.

If the response is an HTML page, nginx rejected the body: it was larger than 10 MB.`,
  settings: ['MAX_JSON_SIZE'],
  clients: {
    'most methods': '`ARCPError`; the message ends with "Request failed: " and the `detail` text.',
    'login_admin, request_temp_token': '`AuthenticationError` with the same text.',
    'register_agent, validate_compliance': '`RegistrationError` with the same text.',
    search_agents: '`SearchError` with the same text.',
  },
  observed: {
    sent: 'yes',
    members: ['content_length', 'max_size'],
    undocumented: ['content_length', 'max_size'],
  },
  related: {
    'headers-too-large': 'the headers are too large, not the body',
    'request-error': 'too many query parameters, not too many bytes',
    'validation-failed': 'the size is fine, but a field is too long or has too many items',
  },
  aliases: ['REQUEST_TOO_LARGE', 'Payload Too Large', 'Content Too Large'],
  references: [
    {
      title: 'RFC 9110, section 15.5.14: 413 Content Too Large',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14',
    },
  ],
} satisfies Problem<RequestTooLarge, typeof causes>;
