import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface RateLimitExceeded {
  /** Which limiter refused the request. Absent when the validation queue is full. */
  attempt_type?: 'login' | 'pin' | 'general';
  /**
   * Whole seconds to wait, rounded down, so `"0"` occurs; wait one second more. Absent when the validation queue is full.
   * @minimum 0
   */
  retry_after?: number | NumberText;
  /**
   * First 16 characters of the key that failures are counted under, as in `ip-198.51.100.16`. Absent when the validation
   * queue is full.
   */
  client_id?: string;
  /** The limit in words, such as `100/minute`. Documented, but ARCP 2.1.2 never sends it. */
  rate_limit?: string;
  /** Number of requests counted. Documented, but ARCP 2.1.2 never sends it. */
  current_requests?: number | NumberText;
}

const fix = [
  {
    step: 'Wait for the seconds in `Retry-After` plus one, then log in once with the right credentials.',
    when: 'if `attempt_type` is `login` and you are an admin',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    note: 'The value is rounded down, hence the extra second. A login that succeeds clears the counter.',
  },
  {
    step: 'Check the agent key against `AGENT_KEYS`, wait, and ask for the token once.',
    when: 'if an agent asked for a temporary token',
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
    settings: ['AGENT_KEYS'],
  },
  {
    step: 'Send the compliance request again after some seconds.',
    when: 'if the validation queue is full',
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
    step: 'Enlarge the validation queue, or connect Redis.',
    when: 'for operators whose queue is full',
    settings: ['ARCP_TPR_VALIDATION_QUEUE_MAX', 'ARCP_TPR_VALIDATION_WORKERS', 'REDIS_HOST'],
    note: 'The queue in memory is used only without Redis.',
  },
] satisfies Step[];

export default {
  title: 'Rate Limit Exceeded',
  status: 429,
  category: 'limits',
  summary: 'Recent attempts of this client failed and the next one came too early, or the validation queue is full.',
  now: 'Wait for the seconds in Retry-After plus one, then send the request once.',
  explanation: `
ARCP counts failed attempts, not requests. After the second failure in a row, each further attempt has to wait: 2 seconds,
then 4, then 8, up to 60. Every earlier lockout adds 30 seconds, and no such wait is longer than 300.

Many failures lead to a lockout of 300 seconds for logins, 600 for PINs and 60 for the general limiter. Each further lockout
lasts twice as long, up to 3600 seconds. A successful attempt clears the counter.

\`POST /auth/agent/validate_compliance\` uses the same type when its queue of waiting checks is full. That answer has no
\`Retry-After\` and no members of its own.`,
  fixedBy: 'client-developer',
  causes: {
    'two-more-logins-token': {
      cause:
        'Two or more logins, token requests or PIN checks failed in a row, and the next came before the wait was over.',
      tell: 'The `detail` asks to wait, and `attempt_type` names the limiter.',
      fix: fix,
    },
    'so-many-attempts-failed': {
      cause: 'So many attempts failed that the client is locked out.',
      tell: 'The `detail` begins with "Temporarily locked out".',
      fix: fix,
    },
    'agent-asked-temporary-token': {
      cause: 'An agent asked for a temporary token with a wrong key, which counts as three failures.',
      tell: 'The request before was `POST /auth/agent/request_temp_token`, answered with authentication-failed.',
      fix: fix,
    },
    'somebody-else-behind-same': {
      cause: 'Somebody else behind the same address failed.',
      tell: 'Your own requests were right, and `client_id` shows an address that you share.',
      fix: fix,
    },
    'memory-queue-compliance-checks': {
      cause: 'The in-memory queue of compliance checks is full.',
      tell: 'The answer comes from `POST /auth/agent/validate_compliance` and has no `retry_after`.',
      fixedBy: 'operator',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Too many login attempts, wait*', causes: ['two-more-logins-token'] },
    { detail: 'Too many pin attempts, wait*', causes: ['two-more-logins-token'] },
    { detail: 'Too many general attempts, wait*', causes: ['two-more-logins-token'] },
    { detail: 'Temporarily locked out due to too many * attempts', causes: ['so-many-attempts-failed'] },
    { detail: 'Validation queue is full, please try again later', causes: ['memory-queue-compliance-checks'] },
    { detail: 'Too many login attempts, wait !' },
    { detail: 'Too many pin attempts, wait !' },
    { detail: 'Too many general attempts, wait !' },
    { detail: 'Temporarily locked out due to too many login attempts' },
    { detail: 'Temporarily locked out due to too many pin attempts' },
  ],
  retry: { when: 'after-delay', because: 'The wait ends by itself; another wrong attempt makes the next one longer.' },
  headers: { 'Retry-After': '{retry_after}', 'Cache-Control': 'no-store' },
  example: {
    detail: 'Temporarily locked out due to too many login attempts',
    instance: '/auth/login',
    attempt_type: 'login',
    retry_after: '299',
    client_id: 'ip-198.51.100.16',
  },
  samples: [
    {
      title: 'Wait once, then log in again',
      lang: 'python',
      code: `
import time
import httpx

RATE_LIMIT_EXCEEDED = "https://arcp.0x001.tech/docs/problems/rate-limit-exceeded"

def login(client):
    return client.post(
        "/auth/login",
        headers={"X-Client-Fingerprint": "<fingerprint>"},
        json={"username": "<admin name>", "password": "<admin password>"},
    )

# ARCPClient hides the problem type and never waits on 429, so this uses httpx.
with httpx.Client(base_url="http://localhost:8001") as client:
    response = login(client)
    media_type = response.headers.get("Content-Type")
    if media_type == "application/problem+json" and response.json()["type"] == RATE_LIMIT_EXCEEDED:
        # The header is rounded down, so wait one second more.
        time.sleep(int(response.headers.get("Retry-After", "5")) + 1)
        response = login(client)
    response.raise_for_status()
    token = response.json()["access_token"]`,
    },
    {
      title: 'Wait as long as the server asks',
      lang: 'typescript',
      code: `
import { isProblem, rateLimitExceeded, readProblem } from 'arcp-problems';

const login = () =>
  fetch('http://localhost:8001/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
    body: JSON.stringify({ username: '<admin name>', password: '<admin password>' }),
  });

let response = await login();
const problem = await readProblem(response);
if (isProblem(problem, rateLimitExceeded)) {
  // The member is a number as text, and absent when the validation queue is full.
  const seconds = Number(problem.retry_after ?? 5) + 1;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  response = await login();
}`,
    },
  ],
  userMessage: 'Too many attempts failed. Wait a while, then try again.',
  operators: `
A few are normal after mistyped passwords or PINs. A steady stream from one \`client_id\` points to guessing, or to a client with
an outdated secret that repeats without waiting. With the message about the validation queue, look at the load of compliance checks.

Behind the shipped nginx configuration, a 429 with an HTML body comes from nginx and not from ARCP.`,
  settings: [
    'RATE_LIMIT_BURST',
    'RATE_LIMIT_RPM',
    'ENVIRONMENT',
    'AGENT_KEYS',
    'ARCP_TPR_VALIDATION_QUEUE_MAX',
    'ARCP_TPR_VALIDATION_WORKERS',
    'REDIS_HOST',
  ],
  endpoints: [
    'POST /auth/login',
    'POST /auth/agent/request_temp_token',
    'POST /auth/verify_pin',
    'POST /auth/set_pin',
    { route: 'POST /auth/agent/validate_compliance', when: 'when the validation queue is full, without Redis' },
    { route: 'POST /tokens/mint', when: 'with ENVIRONMENT=production' },
    { route: 'POST /tokens/validate', when: 'with ENVIRONMENT=production' },
    { route: 'GET /tokens/validate', when: 'with ENVIRONMENT=production' },
    { route: 'POST /tokens/refresh', when: 'with ENVIRONMENT=production' },
    { route: 'POST /agents/register', when: 'with ENVIRONMENT=production' },
  ],
  clients: {
    'most methods':
      '`ARCPError`; the message ends with "Rate limit exceeded". `Retry-After` is not read, and nothing is sent again.',
    'login_admin, request_temp_token': '`AuthenticationError` with the same text.',
  },
  observed: {
    sent: 'yes',
    members: ['attempt_type', 'retry_after', 'client_id'],
    undocumented: ['attempt_type', 'client_id'],
    headers: {
      'Retry-After': 'Whole seconds, rounded down, so 0 occurs; absent when the validation queue is full.',
      'X-RateLimit-Limit':
        'Failures before a lockout: by default 20 for logins, 10 for PINs and 10 for the general limiter.',
      'X-RateLimit-Remaining': 'Always 0.',
      'X-RateLimit-Reset': 'Unix time at which the wait ends.',
    },
    differences: [
      {
        documented: 'The body carries `rate_limit`, `current_requests` and `retry_after` as a number.',
        actual:
          'It carries `attempt_type`, `client_id` and `retry_after` as text, or no members when the queue is full.',
      },
      {
        documented: 'The limits are 100 requests per minute, 5 logins in 15 minutes and 3 PIN checks in 10 minutes.',
        actual: 'Only failures count; by default, 20 failed logins or 10 failed PIN checks lead to a lockout.',
      },
      {
        documented: '`RATE_LIMIT_ENABLED`, `RATE_LIMIT_REQUESTS` and `RATE_LIMIT_WINDOW` set the limits.',
        actual: 'None of the three is read; `RATE_LIMIT_BURST` and `RATE_LIMIT_RPM` set the limits.',
      },
      {
        documented:
          '`ARCP_TPR_RATE_LIMIT_TEMP`, `ARCP_TPR_RATE_LIMIT_VALIDATE` and `ARCP_TPR_RATE_LIMIT_REGISTER` limit requests.',
        actual: 'The three settings are read and have no effect.',
      },
      {
        documented: 'Every response carries `X-RateLimit` headers, `X-RateLimit-Window` among them.',
        actual: 'Only a 429 carries them, and `X-RateLimit-Window` does not exist.',
      },
      {
        documented: 'ARCPClient reads problem details and maps them to exceptions.',
        actual: 'On a 429 it raises `ARCPError` with a fixed text, and reads neither body nor `Retry-After`.',
      },
    ],
  },
  related: {
    'authentication-failed': 'the login or the agent key itself was refused, which is what gets counted',
    'pin-incorrect': 'the PIN was wrong; several of these in a row lead here',
    'request-error': 'too many query parameters in one request, not too many attempts',
    'request-too-large': 'the request is too large, whenever it comes',
  },
  aliases: ['RATE_LIMIT_EXCEEDED', 'Too Many Requests'],
  references: [
    { title: 'RFC 6585, section 4: 429 Too Many Requests', url: 'https://www.rfc-editor.org/rfc/rfc6585#section-4' },
    { title: 'RFC 9110, section 10.2.3: Retry-After', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3' },
  ],
} satisfies Problem<RateLimitExceeded>;
