import type { CatalogFacts } from '../../src/catalog/entry.ts';

/** Settings of ARCP 2.1.2 that matter to a problem type. */
export const settings = {
  SESSION_TIMEOUT: {
    default: '30',
    unit: 'minutes',
    meaning: 'Lifetime of an admin session and its token, counted from the login; `.env.example` sets 1440.',
  },
  MAX_SESSIONS: {
    default: '5',
    meaning: 'Sessions that one admin can have at the same time. One more login ends the oldest.',
  },
  RATE_LIMIT_BURST: {
    default: '20',
    meaning: 'Failed logins after which a client is locked out; half as many failed PIN checks.',
  },
  RATE_LIMIT_RPM: {
    default: '100',
    meaning: 'Ten times the general failures after which a client is locked out, with `ENVIRONMENT=production` only.',
  },
  MAX_JSON_SIZE: {
    default: '1048576',
    unit: 'bytes',
    meaning: 'Largest `Content-Length` that the server accepts.',
  },
  MAX_QUERY_PARAMS: {
    default: '50',
    meaning: 'Largest number of query parameters with different names in one request.',
  },
  MAX_HEADER_SIZE: {
    default: '8192',
    unit: 'bytes',
    meaning: 'Largest sum of the lengths of all header names and values, for requests and for responses.',
  },
  IP_DEFAULT_DENY: {
    default: 'false',
    meaning: 'Whether the server rejects clients outside `ALLOWED_IP_RANGES`.',
  },
  ALLOWED_IP_RANGES: {
    default: 'not set',
    meaning: 'Addresses that the server accepts while `IP_DEFAULT_DENY` is true.',
  },
  BLOCKED_IPS: {
    default: 'not set',
    meaning: 'Addresses that the server rejects on every route.',
  },
  METRICS_SCRAPE_TOKEN: {
    default: 'not set',
    meaning: 'Token that `GET /metrics/scrape` requires. Without it, the route rejects every request.',
  },
  AGENT_KEYS: {
    default: 'not set',
    meaning:
      'Keys with which agents request temporary tokens, separated by commas: at most eight, of at most 64 characters each.',
  },
  ALLOWED_AGENT_TYPES: {
    default: 'not set',
    meaning: 'Required: values that `agent_type` can have in a registration, separated by commas. Case does not count.',
  },
  AGENT_HEARTBEAT_TIMEOUT: {
    default: '60',
    unit: 'seconds',
    meaning:
      'Time since the last heartbeat after which an agent is no longer alive. ARCP deregisters it after twice as long.',
  },
  AGENT_CLEANUP_INTERVAL: {
    default: '60',
    unit: 'seconds',
    meaning: 'Time between two checks for silent agents, which ARCP then deregisters.',
  },
  ADMIN_USERNAME: {
    default: 'not set',
    meaning: 'Required: user name of the admin login.',
  },
  ADMIN_PASSWORD: {
    default: 'not set',
    meaning: 'Required: password of the admin login. A normal start ends with exit code 1 if it is missing.',
  },
  JWT_SECRET: {
    default: 'not set',
    meaning: 'Required: secret that signs tokens. The server rejects tokens that were signed with a different secret.',
  },
  JWT_ALGORITHM: {
    default: 'not set',
    meaning: 'Required: algorithm that signs tokens; `.env.example` sets `HS256`.',
  },
  JWT_EXPIRE_MINUTES: {
    default: 'not set',
    unit: 'minutes',
    meaning: 'Required: lifetime of agent, temporary and validated tokens, less than a year; `.env.example` sets 3600.',
  },
  ARCP_TPR: {
    default: 'false',
    meaning: 'Whether agents register in three phases: temporary token, compliance check, registration.',
  },
  ARCP_TPR_TOKEN_TTL_TEMP: {
    default: '900',
    unit: 'seconds',
    meaning: 'Value of `expires_in` next to a temporary token. The token itself is valid for `JWT_EXPIRE_MINUTES`.',
  },
  ARCP_TPR_TOKEN_TTL_VALIDATED: {
    default: '300',
    unit: 'seconds',
    meaning:
      'Time for which Redis keeps the result of a compliance check, plus 60 seconds. The token is valid for `JWT_EXPIRE_MINUTES`.',
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
    meaning: 'Compliance checks that can wait in the queue in memory, which the server uses without Redis.',
  },
  ARCP_TPR_VALIDATION_WORKERS: {
    default: '4',
    meaning: 'Workers that take compliance checks from the queue.',
  },
  ARCP_TPR_IDEMPOTENCY_TTL: {
    default: '600',
    unit: 'seconds',
    meaning: 'Time for which the server remembers an `Idempotency-Key`.',
  },
  DPOP_ENABLED: {
    default: 'true',
    meaning: 'Whether the server checks DPoP proofs; `.env.example` sets false.',
  },
  DPOP_REQUIRED: {
    default: 'false',
    meaning: 'Whether registration, compliance check, SBOM check and container scan require a DPoP proof.',
  },
  DPOP_PROOF_TTL: {
    default: '120',
    unit: 'seconds',
    meaning: 'Age up to which the server accepts a DPoP proof.',
  },
  DPOP_CLOCK_SKEW: {
    default: '60',
    unit: 'seconds',
    meaning: 'Clock difference that the server accepts, for DPoP proofs and for every token expiry.',
  },
  DPOP_ALGORITHMS: {
    default: 'EdDSA,ES256',
    meaning: 'Signature algorithms that DPoP proofs can use, separated by commas.',
  },
  MTLS_ENABLED: {
    default: 'false',
    meaning: 'Whether the server checks client certificates.',
  },
  MTLS_REQUIRED_REMOTE: {
    default: 'true',
    meaning: 'Whether clients on other hosts need a certificate while `MTLS_ENABLED` is true.',
  },
  MTLS_CERT_HEADER: {
    default: 'X-Client-Cert',
    meaning: 'Header in which the proxy forwards the client certificate.',
  },
  MTLS_VERIFY_CHAIN: {
    default: 'false',
    meaning:
      'Whether a client certificate must chain to a certificate authority in `MTLS_CA_BUNDLE`. Set both together.',
  },
  MTLS_CA_BUNDLE: {
    default: 'not set',
    meaning: 'File with the certificate authorities for client certificates. Set it together with `MTLS_VERIFY_CHAIN`.',
  },
  ENVIRONMENT: {
    default: 'not set',
    meaning:
      'Required: `development`, `testing` or `production`. In production, the general rate limit and `TRUSTED_HOSTS` apply.',
  },
  TRUSTED_HOSTS: {
    default: 'not set',
    meaning: 'Values of the `Host` header that the server accepts with `ENVIRONMENT=production`.',
  },
  ALLOWED_ORIGINS: {
    default: 'not set',
    meaning: 'Web origins whose pages can read responses (CORS). It has no effect with `ENVIRONMENT=development`.',
  },
  ARCP_DEBUG: {
    default: 'false',
    meaning: 'Whether the catch-all handler shows a traceback instead of a problem.',
  },
  REDIS_HOST: {
    default: 'not set',
    meaning: 'Host of Redis. Without it, sessions, limits and results of compliance checks are in memory only.',
  },
  REDIS_PORT: {
    default: 'not set',
    meaning: 'Port of Redis.',
  },
  REDIS_PASSWORD: {
    default: 'not set',
    meaning: 'Password of Redis.',
  },
  REDIS_DB: {
    default: 'not set',
    meaning: 'Database number in Redis.',
  },
  TZ: {
    default: 'not set',
    meaning: 'Required: time zone of the server. Set `UTC`, because west of it ARCP deregisters agents that are alive.',
  },
  AZURE_API_KEY: {
    default: 'not set',
    meaning: 'Key for the embedding service, which finds agents by meaning.',
  },
  AZURE_API_BASE: {
    default: 'not set',
    meaning: 'Address of the embedding service.',
  },
  AZURE_API_VERSION: {
    default: 'not set',
    meaning: 'API version of the embedding service.',
  },
  AZURE_EMBEDDING_DEPLOYMENT: {
    default: 'not set',
    meaning: 'Deployment of the embedding service.',
  },
} satisfies NonNullable<CatalogFacts['settings']>;
