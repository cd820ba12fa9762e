import type { CatalogFacts } from '../../src/catalog/entry.ts';

/** Questions that more than one page asks. */

type Question = NonNullable<CatalogFacts['categories'][string]['questions']>[number];

export const credentials: Question = {
  ask: 'Did a login or a request for a temporary token fail?',
  note: 'The request is `POST /auth/login` or `POST /auth/agent/request_temp_token`.',
  types: [
    'authentication-failed#wrong-admin-credentials',
    'authentication-failed#agent-key-unknown',
    'authentication-failed#login-incomplete',
    'authentication-failed#agent-login',
  ],
};

export const noBearerToken: Question = {
  ask: 'Was there no bearer token?',
  note: 'Your request has no `Authorization` header, or the header does not start with `Bearer` and a space.',
  types: ['authentication-failed#no-token', 'authentication-failed#not-bearer'],
};

export const everyPath: Question = {
  ask: 'Is every path rejected, public ones too?',
  note: 'The body then contains `client_ip`.',
  types: ['insufficient-permissions#address-blocked', 'insufficient-permissions#address-not-allowed'],
};

export const scrape: Question = {
  ask: 'Is it `GET /metrics/scrape`?',
  types: ['insufficient-permissions#scraping-off', 'insufficient-permissions#scrape-token-wrong'],
};

export const minted: Question = {
  ask: 'Is the token from `POST /tokens/mint`?',
  types: ['insufficient-permissions#minted-without-role'],
};

export const adminRoute: Question = {
  ask: 'Is the route for admins?',
  note: 'Only the token of an admin login opens it.',
  types: ['insufficient-permissions#admin-only'],
};

export const largeBody: Question = {
  ask: 'Is the body large, with a bill of materials for example?',
  note: 'The response has `content_length` and `max_size`.',
  types: ['request-too-large#large-body', 'request-too-large#large-sbom'],
};

export const largeHeaders: Question = {
  ask: 'Does the request have cookies, a long token or a client certificate?',
  note: 'The response has `header_size` and `max_header_size`.',
  types: ['headers-too-large#large-cookies', 'headers-too-large#long-headers', 'headers-too-large#proxy-headers'],
};

export const manyParameters: Question = {
  ask: 'Does the URL have many query parameters?',
  note: 'ARCP accepts 50 different names by default.',
  types: ['request-error'],
};

export const storedData: Question = {
  ask: 'Did you read agents, connect to one or report metrics?',
  note: 'Your request is right then, and the data that the server stored is not.',
  types: [
    'invalid-input#stored-record-refused',
    'invalid-input#stored-metrics-refused',
    'invalid-input#agent-id-refused',
  ],
};
