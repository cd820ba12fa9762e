import type { CatalogFacts } from '../src/catalog/entry.ts';
import { categories } from './facts/categories.ts';
import { routes } from './facts/routes.ts';
import { settings } from './facts/settings.ts';
import { statuses } from './facts/statuses.ts';

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
  security: 'https://github.com/0x00K1/ARCP/security/advisories',
  server: { name: 'ARCP', version: '2.1.2', url: 'http://localhost:8001' },
  categories,
  statuses,
  members: {
    title: 'Some routes send a different title with the same type, so never branch on it.',
    detail:
      'Cut at 500 characters and HTML-escaped. Some words, such as `link` and `document`, arrive as `[FILTERED]`.',
    instance: 'Path of the request, without the query. Several routes omit it, the agent routes among them.',
  },
  fill: { timestamp: 'now' },
  example: { timestamp: '2026-11-26T00:33:26.519104Z' },
  documented: { timestamp: '2024-01-15T10:30:00Z', request_id: 'req_stu901' },
  settings,
  routes,
  values: {
    agent_id: 'my-agent',
    endpoint: 'https://my-agent.example.com',
    validation_id: 'val_1a2b3c4d5e6f7081',
  },
  placeholders: {
    'admin token': 'The `access_token` that `POST /auth/login` returned.',
    'agent token':
      'The `access_token` that `POST /agents/register` returned. A temporary token of the agent, or one from `POST /tokens/mint` with `role` `agent`, works too.',
    'temporary token': 'The `temp_token` that `POST /auth/agent/request_temp_token` returned.',
    'validated token': 'The `validated_token` that the poll of the passed compliance check returned.',
    fingerprint: 'Any text that you choose and can repeat. Send the same one from the login to the logout.',
    'admin name': 'The user name that is set as `ADMIN_USERNAME`.',
    'admin password': 'The password that is set as `ADMIN_PASSWORD`.',
    'agent key': 'One of the keys that are set as `AGENT_KEYS`.',
    'scrape token': 'The value of `METRICS_SCRAPE_TOKEN` on the server.',
    'DPoP proof': 'A JWT that your key signs for this method and this URL. Generate a new one for each request.',
    'public key': 'The public key of the agent as text, 32 to 1024 characters.',
    PIN: 'The PIN of the admin session, 4 to 32 characters.',
  },
  manual: {
    guides: 'all',
    examples: {
      main: 'agent-not-found',
      other: 'session-invalid',
      login: 'token-invalid',
      limit: 'rate-limit-exceeded',
      cause: 'dpop-required#missing',
    },
  },
  headers: {
    'X-Request-ID': 'A random UUID for each request. Quote it to the operator to trace the request.',
    'X-Response-Time': 'How long the server took, in seconds, for example `0.003s`.',
    'Cache-Control': '`no-store, no-cache, must-revalidate, proxy-revalidate`.',
  },
} satisfies CatalogFacts;
