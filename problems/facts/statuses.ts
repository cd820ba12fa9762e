import type { CatalogFacts } from '../../src/catalog/entry.ts';
import {
  adminRoute,
  answeringAgent,
  brokenConnection,
  busyRegistry,
  complianceCheck,
  credentials,
  deadEndpoint,
  everyPath,
  goneAgent,
  largeBody,
  largeHeaders,
  lateHeartbeat,
  manyParameters,
  minted,
  noBearerToken,
  notified,
  scrape,
  serverFailures,
  slowAgent,
  storedData,
  strangeAgent,
} from './questions.ts';
import { statusesWithoutType } from './statuses-without-type.ts';

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
        note: 'It returns 200 with `valid` true. Then the token is valid, and its session is not. Ask once: with `ENVIRONMENT=production`, a rejected token counts as a failure.',
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
  '400': {
    questions: [
      {
        ask: 'Was it a login?',
        note: 'The request is `POST /auth/login`. Without `header` in the body, the settings of the server are wrong.',
        types: ['required-header-missing', 'invalid-input#admin-name-refused', 'invalid-input#token-lifetime-too-long'],
      },
      {
        ask: 'Did you set or check a PIN?',
        note: 'Setting it a second time, or checking it before it is set, fails.',
        types: ['pin-already-set', 'pin-not-set'],
      },
      {
        ask: 'Did you request a temporary token or start a compliance check?',
        note: '`field` says what is wrong.',
        types: [
          'invalid-input#credentials-missing',
          'invalid-input#agent-key-too-short',
          'invalid-input#agent-id-differs',
        ],
      },
      {
        ask: 'Did you register an agent?',
        note: 'The request is `POST /agents/register`.',
        types: ['agent-registration-failed'],
      },
      manyParameters,
      storedData,
      { ask: 'Did you mint a token?', types: ['invalid-input#token-lifetime-too-long'] },
    ],
    note: `A 400 in plain text comes from the server before ARCP reads the request: \`Invalid host header\`, \`Disallowed CORS …\` or
\`Invalid HTTP request received.\` A 400 with an HTML page comes from nginx: an expired client certificate, or a header over 16 KB.
See [Responses that are not problem details](../../guides/other-replies).`,
  },
  '404': {
    questions: [
      complianceCheck,
      { ...notified, ask: 'Does `detail` say `Agent connection endpoint not found`?' },
      lateHeartbeat,
      goneAgent,
      strangeAgent,
    ],
    note: `A 404 with \`{"detail":"Not Found"}\` means that no route has this path: compare it with the API, character by character. A 404 with
\`{"status":"error", …}\` comes from \`GET /agents/{agent_id}\` and \`GET /agents/{agent_id}/metrics\`: treat it like \`agent-not-found\`. See
[Responses that are not problem details](../../guides/other-replies).`,
  },
  '409': {
    questions: [
      {
        ask: 'Does the body have `idempotency_key`?',
        note: 'The title is "Idempotency Conflict".',
        types: ['duplicate-agent#idempotency-key-used'],
      },
      {
        ask: 'Does the body have `agent_id`?',
        note: 'The title is "Duplicate Agent".',
        types: ['duplicate-agent#already-alive'],
      },
    ],
    note: 'A 409 with `Content-Type: application/json` and the title `Idempotency Conflict` is not about the agent: the `Idempotency-Key` was used before. Use a new key.',
  },
  '413': {
    questions: [largeBody, largeHeaders],
    note: 'A 413 with an HTML page comes from the shipped nginx: the body is over 10 MB.',
  },
  '422': {
    questions: [
      {
        ask: 'Does `Content-Type` name something other than JSON?',
        note: "`curl -d` sends a form unless you add `-H 'Content-Type: application/json'`. A request without `Content-Type` is read as JSON.",
        types: ['validation-failed#not-sent-as-json'],
      },
      {
        ask: 'Does `detail` contain `json_invalid`?',
        types: ['validation-failed#not-json'],
      },
      {
        ask: 'Is there no body, or one that is not an object?',
        types: ['validation-failed#body-missing', 'validation-failed#not-an-object'],
      },
      {
        ask: 'Does `loc` in `detail` start with `header`?',
        types: ['validation-failed#authorization-missing'],
      },
      {
        ask: 'Does `loc` in `detail` start with `query`?',
        note: 'The name after it is the parameter.',
        types: ['validation-failed#query-missing', 'validation-failed#query-refused'],
      },
      {
        ask: 'Was a PIN rejected?',
        types: ['validation-failed#pin-refused'],
      },
      {
        ask: 'Does `loc` in `detail` start with `body`?',
        note: 'The name after it is the field, and `type` says what is wrong with it.',
        types: [
          'validation-failed#field-missing',
          'validation-failed#value-refused',
          'validation-failed#wrong-type',
          'validation-failed#agent-type-not-allowed',
        ],
      },
    ],
  },
  '429': {
    questions: [
      {
        ask: 'Does `detail` start with `Temporarily locked out`?',
        types: ['rate-limit-exceeded#locked-out'],
      },
      {
        ask: 'Does the response have `Retry-After`?',
        note: 'Browsers do not show the header to scripts of a different origin: read `retry_after` in the body.',
        types: ['rate-limit-exceeded#delay'],
      },
      {
        ask: 'Did you start a compliance check?',
        note: 'The request is `POST /auth/agent/validate_compliance`.',
        types: ['rate-limit-exceeded#queue-full'],
      },
    ],
    note: 'A 429 with an HTML page comes from the shipped nginx: more than 100 requests a minute from one address. The page has no `Retry-After`; wait a minute.',
  },
  '500': {
    questions: [...serverFailures],
    note: `A 500 with \`{"status":"error", …}\` or \`{"detail": …}\` comes from the metrics of an agent or from an attestation. A 500 with a traceback
comes from a server with \`ARCP_DEBUG=true\`. See [Responses that are not problem details](../../guides/other-replies).`,
  },
  '502': {
    questions: [answeringAgent, deadEndpoint, brokenConnection],
    note: 'A 502 with an HTML page comes from a proxy such as the shipped nginx: it could not reach ARCP. Wait a few seconds and retry; if it remains, tell the operator.',
  },
  '503': {
    note: `A 503 with an HTML page comes from the shipped nginx: more than ten open connections from one address. A 503 with
\`{"keys":[], …}\` comes from \`GET /.well-known/jwks.json\`: wait for \`Retry-After\`, then retry.`,
  },
  '504': {
    questions: [busyRegistry, slowAgent],
    note: 'A 504 with an HTML page comes from a proxy such as the shipped nginx, which waits 60 seconds for ARCP. Check whether the operation took effect, then retry.',
  },
  ...statusesWithoutType,
} satisfies NonNullable<CatalogFacts['statuses']>;
