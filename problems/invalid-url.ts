import type { Problem } from '../src/catalog/entry.ts';

export interface InvalidUrl {
  /** URL that was rejected. Documented, but ARCP 2.1.2 never sends it. */
  invalid_url?: string;
  /** Schemes that a URL may have, such as `http` and `https`. Documented, but ARCP 2.1.2 never sends it. */
  expected_schemes?: string[] | string;
}

export default {
  title: 'Invalid URL Format',
  status: 400,
  category: 'input',
  summary: 'A URL in the request is not an http or https URL.',
  now: 'Write the URL with http:// or https://, in at most 2048 characters.',
  explanation: `
ARCP 2.1.2 declares and documents this type but never sends it. A URL that is not accepted, such as an \`ftp://\` one,
causes validation-failed with status 422.

Agents give a URL in \`endpoint\` when they register. Users give one in \`user_endpoint\` when they request a connection. Both must
be http or https URLs of at most 2048 characters.`,
  fixedBy: 'client-developer',
  causes: {
    'wrong-scheme': {
      cause: 'A URL has a scheme other than http or https.',
      asked: ['ftp', 'localhost without http'],
      fix: [
        {
          step: 'Register with an http or https URL in `endpoint`.',
          when: 'for agents',
          request: {
            method: 'POST',
            path: '/agents/register',
            headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
            body: {
              agent_id: 'my-agent',
              name: 'My Agent',
              agent_type: 'testing',
              endpoint: 'https://my-agent.example.com',
              capabilities: ['processing'],
              context_brief: 'Processes example data for tests',
              owner: 'me',
              public_key: '<public key>',
              metadata: { purpose: 'example' },
              version: '1.0.0',
              communication_mode: 'remote',
            },
          },
          expect: 200,
          note: 'With `ARCP_TPR=true`, the token is `<validated token>`.',
        },
        {
          step: 'Request the connection with an http or https URL in `user_endpoint`.',
          when: 'for users',
          request: {
            method: 'POST',
            path: '/public/connect/my-agent',
            headers: { 'Content-Type': 'application/json' },
            body: { user_id: 'user-1', user_endpoint: 'https://user.example.com' },
          },
          expect: 200,
        },
      ],
    },
  },
  retry: { when: 'after-change', because: 'The same URL is rejected every time.' },
  example: {
    detail: "URL 'ftp://my-agent.example.com' must use http or https",
    instance: '/agents/register',
    invalid_url: 'ftp://my-agent.example.com',
    expected_schemes: ['http', 'https'],
  },
  samples: [
    {
      title: 'Check the URL before sending, and expect validation-failed',
      lang: 'typescript',
      code: `
import { invalidUrl, isProblem, readProblem, validationFailed } from 'arcp-problems';

const endpoint = new URL('https://user.example.com');
if (!['http:', 'https:'].includes(endpoint.protocol)) throw new Error('Use http or https.');

const response = await fetch('http://localhost:8001/public/connect/my-agent', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ user_id: 'user-1', user_endpoint: endpoint.href }),
});
const problem = await readProblem(response);
// ARCP 2.1.2 returns validation-failed; the documentation promises invalid-url.
if (isProblem(problem, validationFailed) || isProblem(problem, invalidUrl)) {
  console.error(problem.detail);
}`,
    },
  ],
  userMessage: 'This address is not accepted. Use one that starts with http:// or https://.',
  clients: { 'all methods': 'Never receive this type; a rejected URL arrives as validation-failed.' },
  observed: {
    sent: 'no',
    note: 'The server only declares this type. A URL that is not accepted causes validation-failed (422).',
    instead: ['validation-failed'],
    members: [],
    differences: [
      {
        documented: 'A URL that is not accepted has this type, with status 400.',
        actual: 'It has the type validation-failed, with status 422.',
      },
    ],
  },
  related: {
    'validation-failed': 'what arrives in practice when a URL is not accepted',
    'agent-registration-failed': 'the URL is valid, but the registration was rejected',
    'endpoint-unreachable': 'the URL is valid, but the agent behind it does not respond',
  },
  aliases: ['INVALID_URL'],
} satisfies Problem<InvalidUrl>;
