import type { Causes, Problem } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface ConfigurationError {}

const required = [
  'ADMIN_USERNAME',
  'ADMIN_PASSWORD',
  'JWT_SECRET',
  'JWT_ALGORITHM',
  'JWT_EXPIRE_MINUTES',
  'ENVIRONMENT',
  'TZ',
  'ALLOWED_AGENT_TYPES',
];

const causes = {
  'admin-password-empty': {
    cause: '`ADMIN_PASSWORD` is empty in the running server.',
    tell: 'Every admin login with a user name and a password gets this response.',
    asked: ['misconfigured', 'not set up', 'no password set'],
    fix: [
      {
        step: 'Set the required settings, and restart the server.',
        when: 'for operators',
        settings: required,
        note: 'A normal start ends with exit code 1 while one of them is missing, and names it.',
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
        note: 'With ARCPClient: `login_admin(username, password)`.',
      },
    ],
  },
} satisfies Causes;

export default {
  title: 'Service Configuration Error',
  status: 500,
  category: 'server',
  summary: 'The server has no admin password, so it cannot check an admin login.',
  now: 'Ask the operator to set the admin password of the server and to restart it.',
  explanation: `
ARCP compares an admin login with \`ADMIN_USERNAME\` and \`ADMIN_PASSWORD\`. If the running server has no password, it sends this problem
for every login that has a user name and a password.

A normal start prevents this: it ends with exit code 1 if the password is missing. Other missing settings have no type of
their own. Without \`AGENT_KEYS\`, requests for temporary tokens return \`internal-error\`.`,
  fixedBy: 'operator',
  retry: {
    when: 'after-fix',
    because: 'The response stays the same until the operator sets the password and restarts the server.',
  },
  causes,
  answers: [
    {
      detail: 'Admin authentication not properly configured',
      routes: ['POST /auth/login'],
      causes: ['admin-password-empty'],
      example: { detail: 'Admin authentication not properly configured', instance: '/auth/login' },
    },
  ],
  example: { detail: 'Admin authentication not properly configured', instance: '/auth/login' },
  samples: [
    {
      title: 'Stop when the server is not set up',
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
If it appears once, no one can log in as admin. Check how the process was started and which environment it has, then restart it.`,
  settings: required,
  endpoints: [{ route: 'POST /auth/login', when: 'if `ADMIN_PASSWORD` is empty while the server runs' }],
  clients: { login_admin: '`AuthenticationError`. The client does not expose the problem type.' },
  observed: {
    sent: 'in-special-cases',
    note: 'A normal start stops if the password is missing. Other missing settings appear as `internal-error`.',
    instead: ['internal-error'],
    members: [],
  },
  related: {
    'internal-error': 'a different setting, such as `AGENT_KEYS`, is missing',
    'authentication-failed': 'the server is set up, and the user name or the password is wrong or empty',
    'required-header-missing': 'the login has no `X-Client-Fingerprint`',
  },
  aliases: ['CONFIGURATION_ERROR', 'Configuration Error', 'ConfigurationError'],
  asked: ['server not configured'],
} satisfies Problem<ConfigurationError, typeof causes>;
