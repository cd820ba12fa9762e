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

export const complianceCheck: Question = {
  ask: 'Did you poll a compliance check?',
  note: 'The request is `GET /auth/agent/validation/{validation_id}`.',
  types: ['not-found#check-expired', 'not-found#check-unknown', 'not-found#server-restarted', 'not-found#result-lost'],
};

export const notified: Question = {
  ask: 'Did you notify an agent of a connection?',
  note: 'The request is `POST /agents/{agent_id}/connection/notify`, and the agent itself returned 404.',
  types: ['not-found#notify-route-missing'],
};

export const lateHeartbeat: Question = {
  ask: 'Does `detail` say that the agent is not available?',
  note: 'The agent is registered, but its last heartbeat is too old.',
  types: [
    'agent-not-available#heartbeats-stopped',
    'agent-not-available#heartbeats-too-rare',
    'agent-not-available#cut-off',
  ],
};

export const goneAgent: Question = {
  ask: 'Was the agent registered before?',
  note: 'ARCP removes an agent whose last heartbeat is over two minutes old.',
  types: [
    'agent-not-found#silent',
    'agent-not-found#deregistered',
    'agent-not-found#server-restarted',
    'agent-not-found#time-zone',
  ],
};

export const strangeAgent: Question = {
  ask: 'Did the agent never register here?',
  note: 'Compare the identifier with the list of `GET /public/discover`. Upper and lower case count.',
  types: ['agent-not-found#never-registered'],
};

export const slowAgent: Question = {
  ask: 'Did you connect to an agent?',
  note: 'The request is `POST /public/connect/{agent_id}`.',
  types: ['connection-timeout#agent-too-slow', 'connection-timeout#packets-dropped'],
};

export const busyRegistry: Question = {
  ask: 'Did you deregister an agent?',
  note: 'The request is `DELETE /agents/{agent_id}`, and the response took 10 seconds.',
  types: ['operation-timeout'],
};

export const answeringAgent: Question = {
  ask: 'Does the response have `status_code`?',
  note: 'It is the status that the agent itself returned.',
  types: [
    'endpoint-unreachable#route-missing',
    'endpoint-unreachable#agent-failed',
    'endpoint-unreachable#rejected',
    'endpoint-unreachable#redirect',
    'endpoint-unreachable#not-200',
  ],
};

export const deadEndpoint: Question = {
  ask: 'Does `detail` end in `is unreachable`?',
  note: 'Call the endpoint from the ARCP host with `curl -v`: its error tells which of these it is.',
  types: [
    'endpoint-unreachable#not-listening',
    'endpoint-unreachable#unknown-host',
    'endpoint-unreachable#tls-failed',
    'endpoint-unreachable#blocked',
  ],
};

export const brokenConnection: Question = {
  ask: 'Does `detail` say `Failed to connect` or `unexpected error`?',
  types: ['endpoint-unreachable#connection-closed', 'endpoint-unreachable#tls-failed'],
};

/** Of the status 500 and of its category. */
export const serverFailures: readonly Question[] = [
  {
    ask: 'Did you request a temporary token?',
    note: 'The request is `POST /auth/agent/request_temp_token`. `detail` names the value.',
    types: [
      'internal-error#agent-key-characters',
      'internal-error#agent-id-length',
      'internal-error#agent-type-length',
      'internal-error#no-agent-keys',
    ],
  },
  {
    ask: 'Did you start a compliance check?',
    note: 'With "An unexpected error occurred", three-phase registration is off. Otherwise `detail` names the proof or the certificate.',
    types: [
      'internal-error#three-phases-off',
      'internal-error#proof-missing',
      'internal-error#proof-rejected',
      'internal-error#certificate-missing',
      'internal-error#certificate-rejected',
    ],
  },
  {
    ask: 'Did you search with `GET /agents/search`?',
    types: ['internal-error#search-values'],
  },
  {
    ask: 'Did you notify an agent, or report metrics?',
    types: [
      'internal-error#notify-timed-out',
      'internal-error#notify-fields-missing',
      'internal-error#metrics-not-a-number',
    ],
  },
  {
    ask: 'Does every admin login fail?',
    note: 'The settings of the server are wrong: no one can log in before the operator corrects them.',
    types: ['configuration-error', 'internal-error#token-settings'],
  },
  {
    ask: 'Did you register an agent?',
    types: ['internal-error#registry-busy', 'internal-error#store-down'],
  },
  {
    ask: 'Do lists of agents fail too?',
    types: ['internal-error#stored-record-invalid', 'internal-error#response-headers-too-large'],
  },
  {
    ask: 'Is it none of these?',
    note: 'Give the operator the `X-Request-ID` header, or the time and the path: the log has the reason.',
    types: ['internal-error#unexpected'],
  },
];
