import type { CatalogFacts } from '../../src/catalog/entry.ts';
import { adminRoute, credentials, everyPath, minted, noBearerToken, scrape } from './questions.ts';

/** What tells the types of a status apart: the first question that is answered with yes decides. */
export const statuses = {
  '401': {
    questions: [
      credentials,
      noBearerToken,
      {
        ask: 'Does `detail` mention DPoP, a proof or a certificate?',
        note: 'Only the registration, the SBOM check and the container scan require them, if the operator turned them on.',
        types: ['dpop-required', 'dpop-binding-mismatch', 'mtls-required', 'mtls-binding-mismatch'],
      },
      {
        ask: 'Is it an admin token without the `X-Client-Fingerprint` header?',
        note: 'Requests with the token of an admin login must send the fingerprint of this login.',
        types: ['session-invalid#fingerprint-missing'],
      },
      {
        ask: 'Did you check a PIN, and does `GET /auth/pin_status` work?',
        note: 'The request is `POST /auth/verify_pin`. Send `GET /auth/pin_status` with the same headers.',
        types: ['pin-incorrect'],
      },
      {
        ask: 'Does `GET /tokens/validate` accept the token?',
        note: 'It returns 200 with `valid` true. Then the token is valid, and its session is not.',
        types: ['session-invalid'],
      },
      {
        ask: 'Does `GET /tokens/validate` reject the token?',
        note: 'It returns 401 with plain JSON, and `error` names the reason.',
        types: ['token-invalid#expired', 'token-invalid#malformed', 'token-invalid#wrong-secret'],
      },
    ],
    note: '`GET /tokens/validate` rejects a token with 401 and plain JSON, `{"valid": false, "error": …}`. This is not a problem details object.',
  },
  '403': {
    questions: [
      everyPath,
      scrape,
      {
        ask: 'Did you start or poll a compliance check?',
        note: 'Both require the temporary token of the agent that started the check.',
        types: ['token-invalid#not-the-temporary-token', 'forbidden'],
      },
      {
        ask: 'Did you register an agent?',
        note: 'With `ARCP_TPR=true` only the validated token registers an agent.',
        types: ['token-invalid#not-the-validated-token', 'insufficient-permissions#other-agent'],
      },
      minted,
      adminRoute,
      {
        ask: 'Does the request name a different agent from the token?',
        note: 'The body then contains `agent_id` and `target_agent_id`.',
        types: ['insufficient-permissions#other-agent'],
      },
    ],
    note: 'A 403 with an HTML page is from nginx: its configuration blocks paths such as `/.well-known/arcp-configuration`. A 403 of a WebSocket handshake has an empty body.',
  },
} satisfies NonNullable<CatalogFacts['statuses']>;
