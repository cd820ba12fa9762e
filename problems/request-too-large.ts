import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface RequestTooLarge {
  /**
   * Size of the request body in bytes, as announced in `Content-Length`. Always sent.
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

const fix = [
  {
    step: 'Read `content_length` and `max_size`, and find the member that makes the body large.',
    note: 'Both are bytes, written as text.',
  },
  {
    step: 'Send the compliance request with a smaller bill of materials, or without one.',
    when: 'if the body carries an `sbom`',
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
  },
  {
    step: 'Raise the limit if such bodies are legitimate.',
    when: 'for operators',
    settings: ['MAX_JSON_SIZE'],
    note: 'The shipped nginx configuration has a limit of its own, 10 MB.',
  },
] satisfies Step[];

export default {
  title: 'Request Too Large',
  status: 413,
  category: 'limits',
  summary: 'The body of the request is larger than the server accepts.',
  now: 'Make the body smaller than max_size bytes, then send it again.',
  explanation: `
ARCP compares the size of every request body with \`MAX_JSON_SIZE\`, which is 1048576 bytes (1 MiB) by default. The limit is the
same for every path. The answer names both numbers, so a client can tell by how much its body is too large.

Compliance requests can grow large, because a bill of materials (\`sbom\`) travels inside them as text.`,
  fixedBy: 'client-developer',
  causes: {
    'body-more-bytes-max': {
      cause: 'The body has more bytes than `MAX_JSON_SIZE` allows.',
      tell: '`content_length` is greater than `max_size`.',
      fix: fix,
    },
    'compliance-request-carries-large': {
      cause: 'A compliance request carries a large bill of materials.',
      tell: '`instance` is `/auth/agent/validate_compliance`, and the body has an `sbom`.',
      fix: fix,
    },
  },
  answers: [{ detail: 'Request body size * bytes exceeds maximum limit of * bytes', causes: ['body-more-bytes-max'] }],
  retry: { when: 'after-change', because: 'The same body is refused each time; a smaller one passes.' },
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
      title: 'Tell a body that is too large from other failures',
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
Look at \`instance\` and \`content_length\`: compliance requests with large bills of materials are a reason to raise \`MAX_JSON_SIZE\`.
A 413 with an HTML body comes from the shipped nginx configuration, which refuses bodies over 10 MB itself.`,
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
    differences: [
      {
        documented: 'The body carries `size_limit` and `actual_size` in words, such as `1MB`.',
        actual: 'It carries `content_length` and `max_size` in bytes, written as text.',
      },
    ],
  },
  related: {
    'headers-too-large': 'the header fields are too large, not the body',
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
} satisfies Problem<RequestTooLarge>;
