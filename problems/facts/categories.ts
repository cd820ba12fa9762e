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

/** Kinds of problem types, in the order of display, and the questions that lead to a type. */
export const categories = {
  authentication: {
    title: 'Authentication',
    summary: 'The server does not know the caller, or does not accept the token.',
    questions: [
      credentials,
      noBearerToken,
      {
        ask: 'Is the status 403?',
        note: 'The token is valid, but it is the wrong kind for the registration or the compliance check.',
        types: ['token-invalid#not-the-validated-token', 'token-invalid#not-the-temporary-token'],
      },
      {
        ask: 'Did the token work before?',
        types: ['token-invalid#expired', 'token-invalid#wrong-secret'],
      },
      {
        ask: 'Did the token never work?',
        types: ['token-invalid#malformed', 'token-invalid#wrong-secret', 'token-invalid#not-yet-valid'],
      },
    ],
  },
  session: {
    title: 'Admin sessions',
    summary: 'The admin token is valid, but no active session matches it.',
    questions: [
      {
        ask: 'Is the `X-Client-Fingerprint` header missing from the request?',
        note: 'Requests with an admin token must send the fingerprint of the login.',
        types: ['session-invalid#fingerprint-missing'],
      },
      {
        ask: 'Did a different client, page or process log in?',
        note: 'Clients that generate a new fingerprint at each start count as different ones.',
        types: ['session-invalid#fingerprint-differs'],
      },
      {
        ask: 'Is the token from `POST /tokens/refresh` or `POST /tokens/mint`?',
        types: ['session-invalid#token-without-session'],
      },
      {
        ask: 'Are all admins rejected at the same time?',
        types: ['session-invalid#server-restarted'],
      },
      {
        ask: 'Do all sessions of one user end at the same time?',
        types: ['session-invalid#expired-token-elsewhere'],
      },
      {
        ask: 'Did the same user log in several times since?',
        types: ['session-invalid#too-many-sessions'],
      },
      {
        ask: 'Did the token work until now?',
        types: ['session-invalid#logged-out', 'session-invalid#session-timed-out'],
      },
    ],
  },
  pin: {
    title: 'Session PIN',
    summary: 'The PIN of an admin session is missing, wrong or already set.',
    questions: [
      {
        ask: 'Did setting a PIN fail with status 400?',
        note: 'The request is `POST /auth/set_pin`.',
        types: ['pin-already-set'],
      },
      {
        ask: 'Did setting a PIN fail with status 422?',
        note: 'The PIN is too short, too long or a common one.',
        types: ['validation-failed'],
      },
      {
        ask: 'Did checking a PIN fail with status 400?',
        note: 'The request is `POST /auth/verify_pin`.',
        types: ['pin-not-set'],
      },
      {
        ask: 'Did checking a PIN fail with status 401?',
        note: 'The request is `POST /auth/verify_pin`, and `GET /auth/pin_status` works with the same headers.',
        types: ['pin-incorrect#wrong-pin'],
      },
      {
        ask: 'Does the route read the `X-Session-Pin` header?',
        note: 'No route of ARCP 2.1.2 does, but a server can have routes of its own.',
        types: ['pin-required', 'pin-incorrect#guard-refuses'],
      },
    ],
  },
  authorization: {
    title: 'Authorization',
    summary: 'The server knows the caller, but does not allow it to do this.',
    questions: [
      everyPath,
      scrape,
      minted,
      adminRoute,
      {
        ask: 'Does the request name a different agent from the token?',
        note: 'The body then contains `agent_id`, with `target_agent_id` or `request_agent_id`.',
        types: ['insufficient-permissions#other-agent'],
      },
    ],
  },
  'token-binding': {
    title: 'DPoP and mTLS',
    summary: 'A DPoP proof or a client certificate is missing, rejected or does not match the token.',
    questions: [
      {
        ask: 'Does `detail` end in `does not match token binding`?',
        note: 'The proof or the certificate is valid, but the token belongs to a different key.',
        types: ['dpop-binding-mismatch', 'mtls-binding-mismatch'],
      },
      {
        ask: 'Does `detail` mention a certificate?',
        types: [
          'mtls-required#not-sent',
          'mtls-required#not-forwarded',
          'mtls-required#expired',
          'mtls-required#unknown-authority',
        ],
      },
      { ask: 'Did the request have no `DPoP` header?', types: ['dpop-required#missing'] },
      {
        ask: 'Did you send the same proof before, or sign it some time ago?',
        types: ['dpop-required#expired', 'dpop-required#used-before'],
      },
      {
        ask: 'Is there a proxy in between, or a different host name?',
        types: ['dpop-required#other-url'],
      },
      {
        ask: 'Does the first proof of a client fail?',
        note: 'Compare its header, its claims and its key with the guide [DPoP and mTLS](../../guides/token-binding).',
        types: [
          'dpop-required#wrong-header',
          'dpop-required#wrong-claims',
          'dpop-required#unsupported-algorithm',
          'dpop-required#wrong-signature',
        ],
      },
    ],
  },
  registration: {
    title: 'Three-phase registration',
    summary: 'A step of the three-phase registration cannot continue.',
    questions: [
      {
        ask: 'Is the status 403?',
        note: 'The temporary token belongs to a different agent from the one that started the check.',
        types: ['forbidden'],
      },
      complianceCheck,
      notified,
      {
        ask: 'Did starting a check fail with status 500?',
        note: 'While `ARCP_TPR` is false, ARCP 2.1.2 sends `internal-error`.',
        types: ['internal-error#three-phases-off'],
      },
    ],
  },
  agents: {
    title: 'Agents',
    summary: 'An agent is unknown, gone or already registered.',
    questions: [
      {
        ask: 'Did you register an agent?',
        note: 'With status 409 its `agent_id` or its `Idempotency-Key` is in use, with status 400 its key.',
        types: [
          'duplicate-agent#already-alive',
          'duplicate-agent#idempotency-key-used',
          'agent-registration-failed#key-in-use',
        ],
      },
      lateHeartbeat,
      goneAgent,
      strangeAgent,
    ],
  },
  input: {
    title: 'Input',
    summary: 'The body, the query or a header of the request does not have the form that the route expects.',
    questions: [
      {
        ask: 'Is the status 422?',
        note: '`loc` in `detail` names the place and the field.',
        types: [
          'validation-failed#field-missing',
          'validation-failed#value-refused',
          'validation-failed#not-sent-as-json',
          'validation-failed#not-json',
        ],
      },
      {
        ask: 'Was it a login without `X-Client-Fingerprint`?',
        types: ['required-header-missing'],
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
      storedData,
      {
        ask: 'Does a login with the right password fail, or minting a token?',
        note: 'The settings of the server are wrong.',
        types: ['invalid-input#admin-name-refused', 'invalid-input#token-lifetime-too-long'],
      },
    ],
  },
  limits: {
    title: 'Limits',
    summary: 'The request is too large, or comes too soon after failed attempts.',
    questions: [
      {
        ask: 'Is the status 429?',
        note: 'Earlier logins, token requests or PIN checks from your network address failed.',
        types: ['rate-limit-exceeded'],
      },
      largeBody,
      largeHeaders,
      manyParameters,
    ],
  },
  network: {
    title: 'Network',
    summary: 'The server could not reach an agent in time.',
    questions: [
      busyRegistry,
      { ...slowAgent, ask: 'Is the status 504?' },
      answeringAgent,
      deadEndpoint,
      brokenConnection,
    ],
  },
  search: {
    title: 'Search',
    summary: 'Agent search is not available.',
    questions: [
      {
        ask: 'Did a search by GET fail with status 500?',
        note: 'ARCP 2.1.2 rejects some values of `query`, `capabilities` and `agent_type` this way.',
        types: ['internal-error#search-values'],
      },
      {
        ask: 'Did the search fail with status 422?',
        types: [
          'validation-failed#query-missing',
          'validation-failed#query-refused',
          'validation-failed#value-refused',
        ],
      },
      {
        ask: 'Does the search match words only, and not their meaning?',
        note: 'The embedding service does not work. ARCP 2.1.2 then returns 200.',
        types: ['vector-search-unavailable'],
      },
    ],
  },
  server: { title: 'Server', summary: 'Something is wrong on the server.', questions: [...serverFailures] },
} satisfies CatalogFacts['categories'];
