import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface ConfigurationError {}

const fix = [
  {
    step: 'Set the required settings, and restart the server.',
    when: 'for operators',
    settings: [
      'ADMIN_USERNAME',
      'ADMIN_PASSWORD',
      'JWT_SECRET',
      'JWT_ALGORITHM',
      'JWT_EXPIRE_MINUTES',
      'ENVIRONMENT',
      'TZ',
      'ALLOWED_AGENT_TYPES',
    ],
    note: 'A normal start ends with exit code 1 while the password is missing.',
  },
  {
    step: 'Log in.',
    request: {
      method: 'POST',
      path: '/auth/login',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': '<fingerprint>' },
      body: { username: '<admin name>', password: '<admin password>' },
    },
    expect: 200,
    note: 'With ARCPClient this is `login_admin(username, password)`.',
  },
  {
    step: 'Look which other settings are missing.',
    request: {
      method: 'GET',
      path: '/health/config',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
  },
] satisfies Step[];

export default {
  title: 'Service Configuration Error',
  status: 500,
  category: 'server',
  summary: 'The server lacks a setting that it needs to check an admin login.',
  now: 'Ask the operator to set the admin password of the server and to restart it.',
  explanation: `
An admin login is checked against \`ADMIN_USERNAME\` and \`ADMIN_PASSWORD\`. When the running server has no password to compare with,
it answers this problem, whatever the request contains.

A normal start prevents that: it ends with exit code 1 when the password is missing. Other missing settings have no type of
their own; without \`AGENT_KEYS\`, the route for temporary tokens answers \`internal-error\`.`,
  fixedBy: 'operator',
  causes: {
    'admin-password-empty-running': {
      cause: '`ADMIN_PASSWORD` is empty in the running server.',
      tell: 'Every admin login gets this answer, whatever the user name and the password.',
      fix: fix,
    },
  },
  answers: [{ detail: 'Admin authentication not properly configured', causes: ['admin-password-empty-running'] }],
  retry: {
    when: 'after-fix',
    because: 'The answer stays the same until the operator has set the value and restarted the server.',
  },
  example: { detail: 'Admin authentication not properly configured', instance: '/auth/login' },
  samples: [
    {
      title: 'Stop at once when the server is not set up',
      lang: 'typescript',
      code: `
import { configurationError, isProblem, readProblem } from 'arcp-problems';

const response = await fetch('http://localhost:8001/auth/login', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': crypto.randomUUID() },
  body: JSON.stringify({ username: '<admin name>', password: '<admin password>' }),
});
if (isProblem(await readProblem(response), configurationError)) {
  throw new Error(\`The server is not set up. Request \${response.headers.get('X-Request-ID')}\`);
}`,
    },
    {
      title: 'Tell a missing setting from a wrong password',
      lang: 'python',
      code: `
import httpx

CONFIGURATION_ERROR = "https://arcp.0x001.tech/docs/problems/configuration-error"

response = httpx.post(
    "http://localhost:8001/auth/login",
    headers={"X-Client-Fingerprint": "<fingerprint>"},
    json={"username": "<admin name>", "password": "<admin password>"},
)
if response.is_error and response.json()["type"] == CONFIGURATION_ERROR:
    raise SystemExit("The password may be right. Ask the operator to set up the server.")`,
    },
  ],
  userMessage: 'Signing in is not possible, because the server is not fully set up. Tell the operator.',
  operators: `
Nobody can log in as admin until it is fixed, so alert on the first occurrence. Check how the process was started and which
environment it got.`,
  settings: [
    'ADMIN_USERNAME',
    'ADMIN_PASSWORD',
    'JWT_SECRET',
    'JWT_ALGORITHM',
    'JWT_EXPIRE_MINUTES',
    'ENVIRONMENT',
    'TZ',
    'ALLOWED_AGENT_TYPES',
  ],
  endpoints: [{ route: 'POST /auth/login', when: 'if `ADMIN_PASSWORD` is empty while the server runs' }],
  clients: { login_admin: '`AuthenticationError`; the type of the problem is not in it.' },
  observed: {
    sent: 'in-special-cases',
    note: 'A normal start stops when the password is missing, so it takes another way of starting the application. Other missing settings surface as `internal-error`.',
    instead: ['internal-error'],
    members: [],
  },
  related: {
    'internal-error': 'what other missing settings, such as `AGENT_KEYS`, lead to',
    'authentication-failed': 'the server is set up, and the user name or the password is wrong',
    'required-header-missing': 'the login lacks `X-Client-Fingerprint`',
  },
  aliases: ['CONFIGURATION_ERROR', 'Configuration Error', 'ConfigurationError'],
} satisfies Problem<ConfigurationError>;
