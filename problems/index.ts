import type { CatalogFacts } from '../src/catalog/entry.ts';
import { routes } from './facts/routes.ts';
import { settings } from './facts/settings.ts';

/** A number that travels as text, such as `"60"`. ARCP turns the value of every extension member into a string. */
export type NumberText = `${number}`;

/** Members that any problem details object of ARCP can carry. */
export interface CommonMembers {
  /**
   * When the server built the problem details object, RFC 3339 in UTC, with microseconds. Absent from idempotency
   * conflicts only.
   * @format date-time
   */
  timestamp?: string;
  /**
   * Identifier of the request, to quote to the operator. ARCP 2.1.2 never sends it: read the `X-Request-ID` header
   * instead.
   */
  request_id?: string;
}

export default {
  name: 'ARCP',
  description:
    'ARCP, the Agent Registry & Control Protocol, is a registry server where software agents register, prove who they are and find each other.',
  baseUri: 'https://arcp.0x001.tech/docs/problems',
  package: 'arcp-problems',
  server: { name: 'ARCP', version: '2.1.2', url: 'http://localhost:8001' },
  categories: {
    authentication: { title: 'Authentication', summary: 'The caller is unknown, or its token is not accepted.' },
    session: { title: 'Admin sessions', summary: 'An admin token is not tied to a live session.' },
    pin: { title: 'Session PIN', summary: 'The extra PIN of an admin session is missing or wrong.' },
    authorization: { title: 'Authorization', summary: 'The caller is known and may not do this.' },
    'token-binding': {
      title: 'DPoP and mTLS',
      summary: 'A proof of possession or a client certificate is missing or does not fit the token.',
    },
    registration: {
      title: 'Three-phase registration',
      summary: 'A step of the three-phase registration cannot go on.',
    },
    agents: { title: 'Agents', summary: 'An agent is unknown, gone or already there.' },
    input: { title: 'Input', summary: 'A field, a header or a URL of the request is not accepted.' },
    limits: { title: 'Limits', summary: 'The request is too large, or comes too soon after failures.' },
    network: { title: 'Network', summary: 'The server could not reach an agent in time.' },
    search: { title: 'Search', summary: 'Agent search is not available.' },
    server: { title: 'Server', summary: 'Something is wrong on the server.' },
  },
  members: {
    title: 'Some routes send another title with the same type, so never branch on it.',
    detail:
      'Cut at 500 characters and HTML-escaped; some words, such as `link` and `document`, arrive as `[FILTERED]`.',
    instance: 'Path of the request, without query; several routes leave it out, the agent routes among them.',
  },
  fill: { timestamp: 'now' },
  settings,
  routes,
  values: { agent_id: 'my-agent', endpoint: 'https://my-agent.example.com' },
  placeholders: {
    'admin token': 'The `access_token` that `POST /auth/login` answered.',
    'agent token': 'A token for one agent, from `POST /auth/agent/request_temp_token` or `POST /tokens/mint`.',
    'temporary token': 'The token that `POST /auth/agent/request_temp_token` answered.',
    'validated token': 'The token that the compliance check answered.',
    fingerprint: 'Any text you choose and can repeat; send the same one from login to logout.',
    'admin name': 'The user name set as `ADMIN_USERNAME`.',
    'admin password': 'The password set as `ADMIN_PASSWORD`.',
    'agent key': 'One of the keys set as `AGENT_KEYS`.',
    'scrape token': 'The value of `METRICS_SCRAPE_TOKEN` on the server.',
    'DPoP proof': 'A JWT that your key signed for this method and this URL, made anew for each request.',
    'public key': 'The public key of the agent as text, 32 to 1024 characters.',
    PIN: 'The PIN of the admin session, 4 to 32 characters.',
  },
  headers: {
    'X-Request-ID': 'A random UUID for each request; quote it to the operator.',
    'X-Response-Time': 'How long the server worked, in seconds, as in `0.003s`.',
    'Cache-Control': '`no-store, no-cache, must-revalidate, proxy-revalidate`.',
  },
} satisfies CatalogFacts;
