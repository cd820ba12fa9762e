import type { CatalogFacts } from '../../src/catalog/entry.ts';

/** Settings of ARCP 2.1.2 that matter to a problem type. */
export const settings = {
  SESSION_TIMEOUT: {
    default: '30',
    unit: 'minutes',
    meaning: 'Life of an admin session and of an admin token, counted from the login; `.env.example` sets 1440.',
  },
  MAX_SESSIONS: {
    default: '5',
    meaning: 'Sessions one admin may hold at once; a further login drops one of them.',
  },
  RATE_LIMIT_BURST: {
    default: '20',
    meaning: 'Failed attempts after which a client is locked out of the rate-limited routes.',
  },
  RATE_LIMIT_RPM: {
    default: '100',
    meaning: 'Bound of the general limiter that works with `ENVIRONMENT=production` only.',
  },
  MAX_JSON_SIZE: {
    default: '1048576',
    unit: 'bytes',
    meaning: 'Largest `Content-Length` that a request may announce.',
  },
  MAX_QUERY_PARAMS: {
    default: '50',
    meaning: 'Most query parameters with different names that one request may carry.',
  },
  MAX_HEADER_SIZE: {
    default: '8192',
    unit: 'bytes',
    meaning: 'Largest sum of the lengths of all header names and values, for requests and for responses.',
  },
  IP_DEFAULT_DENY: {
    default: 'false',
    meaning: 'Whether clients outside `ALLOWED_IP_RANGES` are refused.',
  },
  ALLOWED_IP_RANGES: {
    default: 'not set',
    meaning: 'Addresses that are let in while `IP_DEFAULT_DENY` is true.',
  },
  BLOCKED_IPS: {
    default: 'not set',
    meaning: 'Addresses that are refused on every route.',
  },
  METRICS_SCRAPE_TOKEN: {
    default: 'not set',
    meaning: 'Token that `GET /metrics/scrape` asks for; without it the route stays closed.',
  },
  AGENT_KEYS: {
    default: 'not set',
    meaning: 'Registration keys that agents may use, separated by commas; each of them fits one live agent.',
  },
  ALLOWED_AGENT_TYPES: {
    default: 'security,monitoring,automation,networking,testing',
    meaning: 'Values that `agent_type` may have at registration, separated by commas.',
  },
  AGENT_HEARTBEAT_TIMEOUT: {
    default: '60',
    unit: 'seconds',
    meaning: 'Time since the last heartbeat after which an agent no longer counts as alive.',
  },
  AGENT_CLEANUP_INTERVAL: {
    default: '60',
    unit: 'seconds',
    meaning: 'Time between two checks for silent agents, which ARCP then deregisters.',
  },
  ADMIN_USERNAME: {
    default: 'not set',
    meaning: 'User name of the admin login.',
  },
  ADMIN_PASSWORD: {
    default: 'not set',
    meaning: 'Password of the admin login; a normal start ends with exit code 1 when it is missing.',
  },
  JWT_SECRET: {
    default: 'not set',
    meaning: 'Secret that signs tokens; a token signed with another secret is refused.',
  },
  JWT_ALGORITHM: {
    default: 'not set',
    meaning: 'Algorithm that signs tokens; `.env.example` sets `HS256`.',
  },
  JWT_EXPIRE_MINUTES: {
    default: 'not set',
    unit: 'minutes',
    meaning: 'Life of agent, temporary and validated tokens; `.env.example` sets 3600.',
  },
  ARCP_TPR: {
    default: 'false',
    meaning: 'Whether agents register in three phases: temporary token, compliance check, registration.',
  },
  ARCP_TPR_TOKEN_TTL_TEMP: {
    default: '900',
    unit: 'seconds',
    meaning: 'Reported as `expires_in` of a temporary token; the token itself lives `JWT_EXPIRE_MINUTES`.',
  },
  ARCP_TPR_TOKEN_TTL_VALIDATED: {
    default: '300',
    unit: 'seconds',
    meaning: 'How long a result of the compliance check is kept; the token lives `JWT_EXPIRE_MINUTES`.',
  },
  ARCP_TPR_TOKEN_AUD_VALIDATE: {
    default: 'arcp:validate',
    meaning: 'Audience that a token needs for the compliance check.',
  },
  ARCP_TPR_TOKEN_AUD_REGISTER: {
    default: 'arcp:register',
    meaning: 'Audience that a token needs for the registration.',
  },
  ARCP_TPR_VALIDATION_QUEUE_MAX: {
    default: '1000',
    meaning: 'Compliance checks that may wait in the memory queue, which serves while Redis is not used.',
  },
  ARCP_TPR_VALIDATION_WORKERS: {
    default: '4',
    meaning: 'Workers that take compliance checks from the queue.',
  },
  ARCP_TPR_IDEMPOTENCY_TTL: {
    default: '600',
    unit: 'seconds',
    meaning: 'How long an `Idempotency-Key` is remembered.',
  },
  DPOP_ENABLED: {
    default: 'true',
    meaning: 'Whether DPoP proofs are looked at; `.env.example` sets false.',
  },
  DPOP_REQUIRED: {
    default: 'false',
    meaning: 'Whether registration, compliance check, SBOM check and container scan demand a DPoP proof.',
  },
  DPOP_PROOF_TTL: {
    default: '120',
    unit: 'seconds',
    meaning: 'Age up to which a DPoP proof is accepted.',
  },
  DPOP_CLOCK_SKEW: {
    default: '60',
    unit: 'seconds',
    meaning: 'Clock difference that is tolerated, for DPoP proofs and for every token expiry.',
  },
  DPOP_ALGORITHMS: {
    default: 'EdDSA,ES256',
    meaning: 'Signature algorithms that DPoP proofs may use, separated by commas.',
  },
  MTLS_ENABLED: {
    default: 'false',
    meaning: 'Whether client certificates are looked at.',
  },
  MTLS_REQUIRED_REMOTE: {
    default: 'true',
    meaning: 'Whether clients on other hosts need a certificate once `MTLS_ENABLED` is true.',
  },
  MTLS_CERT_HEADER: {
    default: 'X-Client-Cert',
    meaning: 'Header in which the proxy hands over the client certificate.',
  },
  MTLS_VERIFY_CHAIN: {
    default: 'false',
    meaning: 'Whether a client certificate must lead to an authority in `MTLS_CA_BUNDLE`.',
  },
  MTLS_CA_BUNDLE: {
    default: 'not set',
    meaning: 'Bundle of the authorities whose client certificates are accepted.',
  },
  ENVIRONMENT: {
    default: 'development',
    meaning: 'One of `development`, `testing` and `production`; `production` limits four more routes and checks hosts.',
  },
  TRUSTED_HOSTS: {
    default: 'not set',
    meaning: 'Values of the `Host` header that are accepted with `ENVIRONMENT=production`.',
  },
  ALLOWED_ORIGINS: {
    default: 'not set',
    meaning: 'Web origins whose pages may read responses (CORS).',
  },
  ARCP_DEBUG: {
    default: 'false',
    meaning: 'Whether an unhandled error shows a traceback page instead of a problem.',
  },
  REDIS_HOST: {
    default: 'not set',
    meaning: 'Host of Redis; without it sessions, limits and compliance results live in memory only.',
  },
  REDIS_PORT: {
    default: 'not set',
    meaning: 'Port of Redis, next to `REDIS_HOST`.',
  },
  REDIS_PASSWORD: {
    default: 'not set',
    meaning: 'Password of Redis, next to `REDIS_HOST`.',
  },
  REDIS_DB: {
    default: 'not set',
    meaning: 'Database number in Redis, next to `REDIS_HOST`.',
  },
  TZ: {
    default: 'UTC',
    meaning: 'Time zone of the server, such as `UTC` or `Europe/London`.',
  },
  AZURE_API_KEY: {
    default: 'not set',
    meaning: 'Key for the embedding service that semantic search uses.',
  },
  AZURE_API_BASE: {
    default: 'not set',
    meaning: 'Address of the embedding service that semantic search uses.',
  },
  AZURE_API_VERSION: {
    default: 'not set',
    meaning: 'API version of the embedding service that semantic search uses.',
  },
  AZURE_EMBEDDING_DEPLOYMENT: {
    default: 'not set',
    meaning: 'Embedding deployment that semantic search uses.',
  },
} satisfies NonNullable<CatalogFacts['settings']>;
