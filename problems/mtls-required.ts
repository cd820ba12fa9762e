import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface MtlsRequired {}

const present: Step = {
  step: 'Send the request with the certificate to the TLS proxy in front of ARCP.',
  request: {
    method: 'POST',
    path: '/agents/register',
    headers: { Authorization: 'Bearer <agent token>', 'Content-Type': 'application/json' },
    body: {
      agent_id: 'my-agent',
      name: 'My Agent',
      agent_type: 'testing',
      endpoint: 'https://my-agent.example.com',
      capabilities: ['processing'],
      context_brief: 'Processes data on request',
      owner: 'me',
      public_key: '<public key>',
      metadata: { purpose: 'example' },
      version: '1.0.0',
      communication_mode: 'remote',
    },
  },
  expect: 200,
  note: 'With curl, add `--cert agent.crt --key agent.key`, and call the address of the proxy.',
};
const checkCertificate: Step = {
  step: 'Check the validity dates and the extended key usage of the certificate.',
  note: '`openssl x509 -in agent.crt -noout -dates -ext extendedKeyUsage` shows both.',
};
const fillBundle: Step = {
  step: 'Put the authorities that issue the certificates of your agents into `MTLS_CA_BUNDLE`, as PEM.',
  when: 'for operators',
  settings: ['MTLS_CA_BUNDLE', 'MTLS_VERIFY_CHAIN'],
};

const causes = {
  'not-sent': {
    cause: 'The client presented no certificate to the proxy.',
    tell: 'The client has no certificate configured, or calls ARCP directly and not through the TLS proxy.',
    asked: ['no certificate', 'client certificate missing'],
    fix: [
      present,
      {
        step: 'Make certificates optional with `MTLS_REQUIRED_REMOTE=false`.',
        when: 'for operators, if the agents have no certificates',
        settings: ['MTLS_REQUIRED_REMOTE', 'MTLS_ENABLED'],
      },
    ],
  },
  'not-forwarded': {
    cause: 'The proxy does not forward the certificate in the header that `MTLS_CERT_HEADER` names.',
    short: 'The proxy does not forward the certificate',
    tell: 'The client presents a certificate, and every agent behind this proxy gets the same response.',
    fixedBy: 'operator',
    asked: ['proxy', 'nginx', 'load balancer'],
    fix: [
      {
        step: 'Let the proxy request the certificate of the client and set the header of `MTLS_CERT_HEADER` to it.',
        settings: ['MTLS_CERT_HEADER'],
        note: 'The value is URL-encoded PEM, `$ssl_client_escaped_cert` in nginx.',
      },
      {
        step: 'Clear `X-Client-Cert`, `X-SSL-Client-Cert`, `X-Forwarded-Client-Cert` and `X-Client-Certificate` of every request from outside.',
        note: 'The nginx sample on this page does both.',
      },
    ],
  },
  unreadable: {
    cause: 'The proxy forwards the certificate in a form that ARCP cannot read.',
    tell: 'The request reaches ARCP with the header. The log says `Failed to parse certificate from` and its name.',
    fixedBy: 'operator',
    asked: ['Envoy', 'Traefik', 'base64'],
    fix: [
      {
        step: 'Let the proxy send the certificate as URL-encoded PEM, or as DER in base64.',
        settings: ['MTLS_CERT_HEADER'],
        note: 'PEM in one line without URL encoding and the quoted `Cert="…"` of Envoy cannot be read.',
      },
    ],
  },
  expired: {
    cause: 'The certificate has expired.',
    tell: '`detail` gives the end of its validity. The shipped nginx returns an HTML page instead: `400 The SSL certificate error`.',
    sent: 'in-special-cases',
    asked: ['expired certificate', 'renew'],
    fix: [{ step: 'Renew the certificate, which expired on {not_after}.' }, present],
  },
  'not-yet-valid': {
    cause: 'The certificate is not valid yet.',
    tell: '`detail` gives the start of its validity. The shipped nginx returns an HTML page instead: `400 The SSL certificate error`.',
    sent: 'in-special-cases',
    asked: ['clock'],
    fix: [
      { step: 'Synchronize the clocks of the server and of the authority that issued the certificate.' },
      { step: 'Wait until {not_before}, the start of its validity.', when: 'if the clocks are right' },
      present,
    ],
  },
  'not-for-clients': {
    cause: 'The extended key usage of the certificate does not include `clientAuth`.',
    short: 'The certificate is not for clients',
    tell: 'The certificate was issued for a server.',
    asked: ['clientAuth', 'extended key usage', 'EKU'],
    fix: [
      checkCertificate,
      { step: 'Issue the certificate again with `clientAuth` in the extended key usage.' },
      present,
    ],
  },
  'unknown-authority': {
    cause: 'The certificate was not issued by an authority in `MTLS_CA_BUNDLE`.',
    tell: '`detail` says `candidates exhausted`, and `MTLS_VERIFY_CHAIN` is on.',
    asked: ['self-signed', 'chain', 'CA'],
    fix: [
      { step: 'Present a certificate from an authority that the operator accepts.', when: 'for agents' },
      fillBundle,
    ],
  },
  'wrong-extensions': {
    cause: 'The certificate has no subject alternative name or no authority key identifier, or is one of an authority.',
    short: 'The extensions of the certificate are wrong',
    tell: '`detail` mentions an extension or `basicConstraints`, and `MTLS_VERIFY_CHAIN` is on.',
    asked: ['SAN', 'extension', 'basicConstraints'],
    fix: [
      {
        step: 'Issue a certificate with a subject alternative name, an authority key identifier and `CA:FALSE`.',
        note: '`openssl x509 -in agent.crt -noout -ext subjectAltName,authorityKeyIdentifier,basicConstraints` shows them.',
      },
      present,
    ],
  },
  'unusable-bundle': {
    cause: 'The file in `MTLS_CA_BUNDLE` does not exist, or contains no valid certificate.',
    short: 'The file in `MTLS_CA_BUNDLE` is unusable',
    tell: 'Every client with a certificate gets this while `MTLS_VERIFY_CHAIN` is on.',
    fixedBy: 'operator',
    asked: ['CA bundle', 'no such file'],
    fix: [{ step: 'Correct the path in `MTLS_CA_BUNDLE`.', settings: ['MTLS_CA_BUNDLE'] }, fillBundle],
  },
} satisfies Causes;

export default {
  title: 'Client Certificate Required',
  status: 401,
  category: 'token-binding',
  summary: 'This route requires a client certificate. None reached the server, or the server rejected it.',
  now: 'Present a valid client certificate to the TLS proxy in front of ARCP.',
  explanation: `
A TLS proxy in front of ARCP requests the certificate of the client. The proxy forwards the certificate as URL-encoded PEM
in a header, \`X-Client-Cert\` by default. ARCP then checks the period of validity and whether the certificate is meant for
client authentication. With \`MTLS_VERIFY_CHAIN=true\` and \`MTLS_CA_BUNDLE\`, it also checks who issued the certificate.

With \`MTLS_ENABLED=true\` and \`MTLS_REQUIRED_REMOTE=true\`, clients on other hosts need a certificate. ARCP uses this type
for a missing certificate and for a rejected one; \`detail\` says which. Token and DPoP proof are checked before.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Client certificate required but not provided',
      causes: ['not-sent', 'not-forwarded', 'unreadable'],
    },
    {
      detail: 'Client certificate required but not provided',
      request: { 'X-Client-Cert': '{certificate}' },
      causes: ['unreadable'],
    },
    {
      detail: 'Client certificate required but not provided',
      request: { 'X-Forwarded-Client-Cert': '{certificate}' },
      causes: ['unreadable'],
    },
    {
      detail: 'Certificate expired on {not_after}',
      causes: ['expired'],
      example: { detail: 'Certificate expired on 2026-10-21T23:56:02+00:00', instance: '/agents/register' },
    },
    {
      detail: 'Certificate not yet valid (valid from {not_before})',
      causes: ['not-yet-valid'],
      example: {
        detail: 'Certificate not yet valid (valid from 2026-12-25T23:56:02+00:00)',
        instance: '/agents/register',
      },
    },
    { detail: 'Certificate not authorized for client authentication', causes: ['not-for-clients'] },
    {
      detail: 'Certificate chain verification failed: *',
      causes: ['unknown-authority', 'wrong-extensions'],
      example: {
        detail:
          'Certificate chain verification failed: validation failed: candidates exhausted: all candidates exhausted with no interior errors',
        instance: '/agents/register',
      },
    },
    {
      detail: 'Certificate chain verification failed: *candidates exhausted*',
      causes: ['unknown-authority'],
      example: {
        detail:
          'Certificate chain verification failed: validation failed: candidates exhausted: all candidates exhausted with no interior errors',
        instance: '/agents/register',
      },
    },
    {
      detail: 'Certificate chain verification failed: *missing required extension*',
      causes: ['wrong-extensions'],
      example: {
        detail: 'Certificate chain verification failed: validation failed: Certificate is missing required extension',
        instance: '/agents/register',
      },
    },
    {
      detail: 'Certificate chain verification failed: *basicConstraints*',
      causes: ['wrong-extensions'],
      example: {
        detail:
          'Certificate chain verification failed: validation failed: basicConstraints.cA must not be asserted in an EE certificate',
        instance: '/agents/register',
      },
    },
    {
      detail: 'Certificate chain verification failed: [Errno *',
      causes: ['unusable-bundle'],
      example: {
        detail:
          'Certificate chain verification failed: [Errno 2] No such file or directory: &#x27;/etc/arcp/agents-ca.pem&#x27;',
        instance: '/agents/register',
      },
    },
    { detail: 'No valid CA certificates in bundle', causes: ['unusable-bundle'] },
  ],
  retry: { when: 'after-change', because: 'The request needs a certificate that the server accepts.' },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Client certificate required but not provided', instance: '/agents/register' },
  prevent: [
    { step: 'Renew each certificate before it expires.' },
    {
      step: 'Set `MTLS_CA_BUNDLE` together with `MTLS_VERIFY_CHAIN`.',
      when: 'for operators',
      settings: ['MTLS_CA_BUNDLE', 'MTLS_VERIFY_CHAIN'],
    },
  ],
  samples: [
    {
      title: 'Send the client certificate',
      lang: 'python',
      code: `
# ARCPClient has no option for a certificate, so this uses httpx.
import ssl

import httpx

MTLS_REQUIRED = "https://arcp.0x001.tech/docs/problems/mtls-required"

context = ssl.create_default_context()
context.load_cert_chain("agent.crt", "agent.key")

agent = {
    "agent_id": "my-agent",
    "name": "My Agent",
    "agent_type": "testing",
    "endpoint": "https://my-agent.example.com",
    "capabilities": ["processing"],
    "context_brief": "Processes data on request",
    "owner": "me",
    "public_key": "<public key>",
    "metadata": {"purpose": "example"},
    "version": "1.0.0",
    "communication_mode": "remote",
}
with httpx.Client(base_url="https://arcp.example.com", verify=context) as client:
    response = client.post(
        "/agents/register", headers={"Authorization": "Bearer <agent token>"}, json=agent
    )
    if response.status_code == 401 and response.json()["type"] == MTLS_REQUIRED:
        print("Certificate rejected:", response.json()["detail"])`,
    },
    {
      title: 'Forward the certificate with nginx',
      lang: 'nginx',
      code: `
server {
  listen 443 ssl;
  server_name arcp.example.com;
  ssl_certificate /etc/nginx/arcp.crt;
  ssl_certificate_key /etc/nginx/arcp.key;

  # Authorities that issue the certificates of agents.
  ssl_client_certificate /etc/nginx/agents-ca.crt;
  ssl_verify_client optional;

  location / {
    proxy_pass http://127.0.0.1:8001;
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $remote_addr;

    # The certificate of this connection, in the header that MTLS_CERT_HEADER names.
    proxy_set_header X-Client-Cert $ssl_client_escaped_cert;
    # Headers from outside that could contain a certificate.
    proxy_set_header X-SSL-Client-Cert "";
    proxy_set_header X-Forwarded-Client-Cert "";
    proxy_set_header X-Client-Certificate "";
  }
}`,
    },
  ],
  operators: `
If every agent gets this, the proxy does not forward certificates, or \`MTLS_CA_BUNDLE\` is unusable. Check both.

If one agent gets this, its certificate has probably expired. Renew it.

If agents with the packaged \`ARCPClient\` get this, they cannot present a certificate. \`examples/agents/mtls_client.py\` shows a
client that can.`,
  monitor: { log: 'mTLS required but failed for *: *' },
  settings: ['MTLS_ENABLED', 'MTLS_REQUIRED_REMOTE', 'MTLS_CERT_HEADER', 'MTLS_VERIFY_CHAIN', 'MTLS_CA_BUNDLE'],
  endpoints: [
    { route: 'POST /agents/register', when: 'with MTLS_ENABLED=true, for clients on other hosts' },
    { route: 'POST /security/sbom/verify', when: 'with MTLS_ENABLED=true, for clients on other hosts' },
    { route: 'POST /security/container/scan', when: 'with MTLS_ENABLED=true, for clients on other hosts' },
  ],
  clients: { register_agent: '`RegistrationError`; it has neither the type nor the detail.' },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'The compliance check returns mtls-required with status 401 when the certificate is missing.',
        actual: 'The compliance check returns internal-error with status 500; three other routes return mtls-required.',
      },
      {
        documented: 'The compliance check is `POST /agents/validate_compliance`.',
        actual: 'The route is `POST /auth/agent/validate_compliance`.',
      },
      {
        documented: 'There are `MTLSClientHelper`, `MTLSException` and the setting `MTLS_CA_CERT_PATH`.',
        actual: 'The helper is `MTLSGenerator`, the setting is `MTLS_CA_BUNDLE`, and there is no such exception.',
      },
    ],
  },
  related: {
    'mtls-binding-mismatch': 'the certificate is valid, but not the one that the token is bound to',
    'dpop-required': 'the route requires a DPoP proof, not a certificate',
    'internal-error': 'how the compliance check reports a missing or rejected certificate',
    'authentication-failed': 'the request has no bearer token',
  },
  aliases: ['MTLS_REQUIRED'],
  asked: ['mTLS', 'mutual TLS', 'client certificate'],
  references: [
    {
      title: 'RFC 8705, OAuth 2.0 Mutual-TLS Client Authentication and Certificate-Bound Access Tokens',
      url: 'https://www.rfc-editor.org/rfc/rfc8705',
    },
  ],
} satisfies Problem<MtlsRequired, typeof causes>;
