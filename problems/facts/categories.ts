import type { CatalogFacts } from '../../src/catalog/entry.ts';
import { adminRoute, credentials, everyPath, minted, noBearerToken, scrape } from './questions.ts';

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
} satisfies CatalogFacts['categories'];
