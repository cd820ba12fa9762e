import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface RateLimitExceeded {
  /** Counter of failures that rejected the request. Absent when the queue of compliance checks is full. */
  attempt_type?: 'login' | 'pin' | 'general';
  /**
   * Whole seconds to wait, rounded down, so `"0"` occurs; wait one second longer. Absent when the queue of compliance checks is
   * full.
   * @minimum 0
   */
  retry_after?: number | NumberText;
  /** Opaque text of at most 16 characters. Absent when the queue of compliance checks is full. */
  client_id?: string;
  /** Limit in words, such as `100/minute`. Documented, but ARCP 2.1.2 never sends it. */
  rate_limit?: string;
  /** Number of requests counted. Documented, but ARCP 2.1.2 never sends it. */
  current_requests?: number | NumberText;
}

const wait: Step = {
  step: 'Wait one second longer than `Retry-After`.',
  note: 'Every attempt before that is rejected, with the right credentials too. In browsers, read the member `retry_after` instead.',
};
const findOther: Step = {
  step: 'Find the client that keeps failing, and stop it.',
  when: 'if your own requests were right',
  note: 'Clients behind the same network address share a counter.',
};
const once: Step[] = [
  {
    step: 'Log in once with the right credentials and a fingerprint.',
    when: 'for admins',
    only: { members: { attempt_type: 'login' }, routes: ['POST /auth/login'] },
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    note: 'Any response other than 200 counts as a failure here, such as 422 for malformed JSON.',
  },
  {
    step: 'Compare the agent key with `AGENT_KEYS`, then request the temporary token once.',
    when: 'for agents',
    only: { members: { attempt_type: 'login' }, routes: ['POST /auth/agent/request_temp_token'] },
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
    settings: ['AGENT_KEYS'],
    note: 'One wrong key counts as several failures.',
  },
  {
    step: 'Verify the correct PIN once.',
    when: 'if `attempt_type` is `pin`',
    only: { members: { attempt_type: 'pin' } },
    request: {
      method: 'POST',
      path: '/auth/verify_pin',
      headers: {
        Authorization: 'Bearer <admin token>',
        'X-Client-Fingerprint': '<fingerprint>',
        'Content-Type': 'application/json',
      },
      body: { pin: '<PIN>' },
    },
    expect: 200,
    note: 'Here, too, any response other than 200 counts as a failure.',
  },
  {
    step: 'Get a new token, then send the request with it once.',
    when: 'if `attempt_type` is `general`',
    only: { members: { attempt_type: 'general' } },
  },
];

const causes = {
  delay: {
    cause: 'Recent attempts failed, and the next one came before the wait was over.',
    tell: '`detail` starts with "Too many", and `Retry-After` is at most 300.',
    asked: ['too many attempts', 'wait', 'wrong password', 'wrong key', 'too soon', 'throttled'],
    fix: [wait, ...once, findOther],
  },
  'locked-out': {
    cause: 'So many attempts failed that the client is locked out.',
    tell: '`detail` starts with "Temporarily locked out".',
    asked: ['banned', 'blocked', 'lockout', 'forever'],
    fix: [
      wait,
      ...once,
      findOther,
      {
        step: 'Raise the number of failures before a lockout, and restart the server.',
        when: 'for operators whose clients fail often for good reason',
        settings: ['RATE_LIMIT_BURST', 'RATE_LIMIT_RPM'],
      },
    ],
  },
  'queue-full': {
    cause: 'The queue of compliance checks is full.',
    tell: 'The response has no `Retry-After` and no `attempt_type`.',
    retry: { when: 'after-delay', because: 'The queue empties as checks end. The response has no `Retry-After`.' },
    asked: ['queue', 'compliance check'],
    fix: [
      {
        step: 'Wait 5 seconds, then send the compliance check again.',
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
        step: 'Enlarge the queue, or connect Redis.',
        when: 'for operators',
        settings: ['ARCP_TPR_VALIDATION_QUEUE_MAX', 'ARCP_TPR_VALIDATION_WORKERS', 'REDIS_HOST'],
        note: 'The server uses the queue in memory only without Redis.',
      },
    ],
  },
} satisfies Causes;

const login = ['POST /auth/login', 'POST /auth/agent/request_temp_token'];
const pin = ['POST /auth/verify_pin', 'POST /auth/set_pin'];
const general = [
  'POST /agents/register',
  'POST /tokens/refresh',
  'GET /tokens/validate',
  'POST /tokens/validate',
  'POST /tokens/mint',
];

export default {
  title: 'Rate Limit Exceeded',
  status: 429,
  category: 'limits',
  summary: 'Recent attempts failed and the next one came too early, or the queue of compliance checks is full.',
  now: 'Wait one second longer than `Retry-After`, then retry once. Without `Retry-After`, wait 5 seconds.',
  explanation: `
ARCP counts failed attempts, not requests. There are three counters: for logins and temporary tokens, for PINs, and with
\`ENVIRONMENT=production\` a general one for registrations and token checks. After the second failure in a row, each further attempt must
wait: 2 seconds, then 4, then 8, up to 60. Every earlier lockout adds 30 seconds, and no such wait is longer than 300.

By default, 20 failed logins, 10 failed PIN checks or 10 general failures cause a lockout of 300, 600 or 60 seconds. Each further
lockout lasts twice as long, up to 3600 seconds.

\`POST /auth/login\` and \`POST /auth/verify_pin\` count every response other than 200 as a failure. The other routes count 401 and 403.

\`POST /auth/agent/validate_compliance\` sends the same type if its queue of waiting checks is full. That response has no
\`Retry-After\` and no extension members.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-delay',
    because: 'The wait ends automatically. Another failed attempt makes the next wait longer.',
  },
  causes,
  answers: [
    {
      detail: 'Too many login attempts, wait !',
      routes: login,
      causes: ['delay'],
      example: {
        detail: 'Too many login attempts, wait !',
        instance: '/auth/login',
        attempt_type: 'login',
        retry_after: '1',
        client_id: 'ip-198.51.100.16',
      },
    },
    {
      detail: 'Too many pin attempts, wait !',
      routes: pin,
      causes: ['delay'],
      example: {
        detail: 'Too many pin attempts, wait !',
        instance: '/auth/verify_pin',
        attempt_type: 'pin',
        retry_after: '1',
        client_id: 'ip-198.51.100.16',
      },
    },
    {
      detail: 'Too many general attempts, wait !',
      routes: general,
      causes: ['delay'],
      example: {
        detail: 'Too many general attempts, wait !',
        instance: '/agents/register',
        attempt_type: 'general',
        retry_after: '1',
        client_id: 'ip-198.51.100.16',
      },
    },
    {
      detail: 'Temporarily locked out due to too many login attempts',
      routes: login,
      causes: ['locked-out'],
      example: {
        detail: 'Temporarily locked out due to too many login attempts',
        instance: '/auth/login',
        attempt_type: 'login',
        retry_after: '299',
        client_id: 'ip-198.51.100.16',
      },
    },
    {
      detail: 'Temporarily locked out due to too many pin attempts',
      routes: pin,
      causes: ['locked-out'],
      example: {
        detail: 'Temporarily locked out due to too many pin attempts',
        instance: '/auth/verify_pin',
        attempt_type: 'pin',
        retry_after: '599',
        client_id: 'ip-198.51.100.16',
      },
    },
    {
      detail: 'Temporarily locked out due to too many general attempts',
      routes: general,
      causes: ['locked-out'],
      example: {
        detail: 'Temporarily locked out due to too many general attempts',
        instance: '/agents/register',
        attempt_type: 'general',
        retry_after: '59',
        client_id: 'ip-198.51.100.16',
      },
    },
    {
      detail: 'Validation queue is full, please try again later',
      routes: ['POST /auth/agent/validate_compliance'],
      causes: ['queue-full'],
      example: {
        detail: 'Validation queue is full, please try again later',
        instance: '/auth/agent/validate_compliance',
      },
    },
  ],
  headers: { 'Retry-After': '{retry_after}', 'Cache-Control': 'no-store' },
  example: {
    detail: 'Too many login attempts, wait !',
    instance: '/auth/login',
    attempt_type: 'login',
    retry_after: '1',
    client_id: 'ip-198.51.100.16',
  },
  documented: {
    detail: 'Rate limit exceeded: 100 requests per minute',
    instance: '/agents/register',
    rate_limit: '100/minute',
    retry_after: 60,
    current_requests: 101,
  },
  prevent: [
    { step: 'Stop after the first failure, and correct the credentials before the next attempt.' },
    { step: 'Honor `Retry-After` in every client that retries.' },
  ],
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

# ARCPClient hides the problem type and does not wait, so this uses httpx.
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
If one \`client_id\` keeps coming back, a client repeats an outdated secret without a pause, or someone is guessing. Find and stop it.
Occasional ones are normal after mistyped passwords or PINs.

If the detail mentions the validation queue, compliance checks arrive faster than they end. Connect Redis, or raise
\`ARCP_TPR_VALIDATION_QUEUE_MAX\`.

If the body is HTML, the 429 comes from nginx and not from ARCP. Check the limits of the proxy.`,
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
    { route: 'POST /auth/agent/validate_compliance', when: 'if the validation queue is full, without Redis' },
    { route: 'POST /tokens/mint', when: 'with `ENVIRONMENT=production`' },
    { route: 'POST /tokens/validate', when: 'with `ENVIRONMENT=production`' },
    { route: 'GET /tokens/validate', when: 'with `ENVIRONMENT=production`' },
    { route: 'POST /tokens/refresh', when: 'with `ENVIRONMENT=production`' },
    { route: 'POST /agents/register', when: 'with `ENVIRONMENT=production`' },
  ],
  clients: {
    'login_admin, request_temp_token, validate_token':
      '`AuthenticationError`; the message ends with "Rate limit exceeded". The client does not read `Retry-After`, and does not retry.',
    'register_agent, validate_compliance': '`RegistrationError` with the same text.',
    refresh_authentication: 'It returns `False`.',
    'other methods': '`ARCPError` with the same text.',
  },
  observed: {
    sent: 'yes',
    members: ['attempt_type', 'retry_after', 'client_id'],
    undocumented: ['attempt_type', 'client_id'],
    headers: {
      'Retry-After': 'Whole seconds, rounded down, so `0` occurs. Absent if the queue of compliance checks is full.',
      'X-RateLimit-Limit': 'Failures before the lockout.',
      'X-RateLimit-Remaining': 'Always `0`.',
      'X-RateLimit-Reset': 'Unix time at which the wait ends.',
    },
    differences: [
      {
        documented: 'The limits are 100 requests per minute, 5 logins in 15 minutes and 3 PIN checks in 10 minutes.',
        actual: 'Only failures count. By default, 20 failed logins or 10 failed PIN checks cause a lockout.',
      },
      {
        documented: '`RATE_LIMIT_ENABLED`, `RATE_LIMIT_REQUESTS` and `RATE_LIMIT_WINDOW` set the limits.',
        actual: 'The server does not read them. `RATE_LIMIT_BURST` and `RATE_LIMIT_RPM` set the limits.',
      },
      {
        documented:
          '`ARCP_TPR_RATE_LIMIT_TEMP`, `ARCP_TPR_RATE_LIMIT_VALIDATE` and `ARCP_TPR_RATE_LIMIT_REGISTER` limit requests.',
        actual: 'The three settings have no effect.',
      },
      {
        documented: 'Every response has `X-RateLimit` headers, `X-RateLimit-Window` among them.',
        actual: 'Only a 429 has them, and `X-RateLimit-Window` does not exist.',
      },
      {
        documented: 'ARCPClient reads problem details and maps them to exceptions.',
        actual: 'On a 429 it raises an exception with a fixed text, and reads neither the body nor `Retry-After`.',
      },
    ],
  },
  related: {
    'authentication-failed': 'the login or the agent key was rejected, which counts as a failure',
    'pin-incorrect': 'the PIN was wrong, which counts as a failure',
    'request-error': 'too many query parameters in one request, not too many attempts',
    'request-too-large': 'the request is too large, at any time',
  },
  aliases: ['RATE_LIMIT_EXCEEDED', 'Too Many Requests'],
  asked: ['too many requests', '429', 'rate limited', 'slow down', 'lockout'],
  references: [
    { title: 'RFC 6585, section 4: 429 Too Many Requests', url: 'https://www.rfc-editor.org/rfc/rfc6585#section-4' },
    { title: 'RFC 9110, section 10.2.3: Retry-After', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3' },
  ],
} satisfies Problem<RateLimitExceeded, typeof causes>;
