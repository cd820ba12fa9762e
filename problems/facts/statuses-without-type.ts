import type { CatalogFacts } from '../../src/catalog/entry.ts';

/** What arrives with statuses that no problem type has. */
export const statusesWithoutType = {
  '200': {
    note: 'Some failures arrive with 200: a failed compliance check, a token check, an SBOM check, a container scan and health checks. Read `status`, `valid` or `passed` in the body. See [Responses that are not problem details](../../guides/other-replies).',
  },
  '301': {
    note: 'A 301 comes from the shipped nginx: the request used HTTP, and `Location` has the `https://` address. Use that address from the start.',
  },
  '307': {
    note: 'The path ends in a slash, as in `/agents/`. `Location` has the path without it, and the body is empty. Remove the slash from your URL.',
  },
  '405': {
    note: `ARCP sends 405 as plain JSON, \`{"detail":"Method Not Allowed"}\`, and not as a problem details object. The path exists, but not for this
method. \`Allow\` names a method that works; if the path has several, it names only one. The API routes do not allow \`HEAD\`:
check the server with \`GET /health\`.`,
  },
  '406': {
    note: 'ARCP never sends 406. It ignores `Accept` and sends JSON.',
  },
  '414': {
    note: 'ARCP itself has no limit for the length of a URL. The shipped nginx sends 414 with an HTML page for URLs over 16 KB. Put long data into the body, for example with `POST /agents/search`.',
  },
  '415': {
    note: 'ARCP never sends 415. A body with a `Content-Type` that is not JSON causes `validation-failed`, 422.',
  },
  '426': {
    note: `ARCP never sends 426. Without a WebSocket handshake, \`/dashboard/ws\` and \`/public/ws\` return 404 with \`{"detail":"Not Found"}\`, and
\`/agents/ws\` is read as \`GET /agents/{agent_id}\`. A handshake with the wrong version gets 400 in plain text. Use a WebSocket
library, and a proxy that forwards \`Upgrade\` and \`Connection\`.`,
  },
  '431': {
    questions: [
      {
        ask: 'Are the headers of your request large?',
        note: 'ARCP never sends 431: it reports large headers with 413. The shipped nginx sends 400 with an HTML page if one header is over 16 KB.',
        types: ['headers-too-large#large-cookies', 'headers-too-large#long-headers', 'headers-too-large#proxy-headers'],
      },
    ],
  },
  '501': {
    note: 'ARCP sends 501 as plain JSON if a feature under `/security/` is off, such as `{"detail":"Attestation is not enabled"}`. Ask the operator to switch it on, or omit the step.',
  },
} satisfies NonNullable<CatalogFacts['statuses']>;
