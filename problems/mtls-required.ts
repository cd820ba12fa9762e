import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface MtlsRequired {}

const fix = [
  {
    step: 'Check the validity dates and the extended key usage of the certificate.',
    note: '`openssl x509 -in agent.crt -noout -dates -ext extendedKeyUsage` shows both.',
  },
  {
    step: 'Present the certificate to the TLS proxy, and send the request again.',
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
    note: 'With curl, add `--cert agent.crt --key agent.key`, and send it to the address of the proxy.',
  },
  {
    step: 'Forward the certificate from the proxy as URL-encoded PEM, and strip that header from outside requests.',
    when: 'for operators',
    settings: ['MTLS_CERT_HEADER'],
  },
  {
    step: 'Put the authorities of your agents into `MTLS_CA_BUNDLE`.',
    when: 'for operators with MTLS_VERIFY_CHAIN=true',
    settings: ['MTLS_VERIFY_CHAIN', 'MTLS_CA_BUNDLE'],
  },
  {
    step: 'Set `MTLS_REQUIRED_REMOTE=false` to make certificates optional.',
    when: 'for operators, if the agents have no certificates',
    settings: ['MTLS_REQUIRED_REMOTE', 'MTLS_ENABLED'],
  },
] satisfies Step[];

export default {
  title: 'Client Certificate Required',
  status: 401,
  category: 'token-binding',
  summary: 'The route demands a client certificate, and no acceptable one reached the server.',
  now: 'Present a valid client certificate to the TLS proxy in front of ARCP.',
  explanation: `
A TLS proxy in front of ARCP asks the client for its certificate. It hands the certificate over as URL-encoded PEM in a
header, by default \`X-Client-Cert\`. ARCP then checks the period of validity and whether the certificate may be used for client
authentication. With \`MTLS_VERIFY_CHAIN=true\` it also checks the chain against \`MTLS_CA_BUNDLE\`.

With \`MTLS_ENABLED=true\` and \`MTLS_REQUIRED_REMOTE=true\`, clients on other hosts need a certificate. The type covers a
missing certificate and a refused one alike, and the \`detail\` says which. Token and DPoP proof are checked before.`,
  fixedBy: 'client-developer',
  causes: {
    'certificate-arcp-can-read': {
      cause: 'No certificate that ARCP can read arrived with the request.',
      tell: 'The client presented none, or the proxy did not hand it over in a readable form.',
      fix: fix,
    },
    'proxy-does-forward-certificate': {
      cause: 'The proxy does not forward the certificate in the header that `MTLS_CERT_HEADER` names.',
      tell: 'The client presents a certificate, and the `detail` still says that none was provided.',
      fixedBy: 'operator',
      fix: fix,
    },
    'proxy-forwards-certificate-form': {
      cause: 'The proxy forwards the certificate in a form that cannot be parsed.',
      tell: 'The header arrives, and the `detail` is the same as for a missing certificate.',
      fixedBy: 'operator',
      fix: fix,
    },
    'certificate-expired': {
      cause: 'The certificate has expired.',
      tell: 'The `detail` gives the end of its validity.',
      fix: fix,
    },
    'certificate-valid-yet': {
      cause: 'The certificate is not valid yet.',
      tell: 'The `detail` gives the start of its validity.',
      fix: fix,
    },
    'certificate-lacks-clientauth-extended': {
      cause: 'The certificate lacks `clientAuth` in its extended key usage.',
      tell: 'It was issued for a server.',
      fix: fix,
    },
    'file-mtls-ca-bundle': {
      cause: 'The file in `MTLS_CA_BUNDLE` holds no valid authority certificate.',
      tell: 'Every client is refused while `MTLS_VERIFY_CHAIN` is on.',
      fixedBy: 'operator',
      fix: fix,
    },
    'certificate-does-lead-authority': {
      cause: 'The certificate does not lead to an authority in `MTLS_CA_BUNDLE`.',
      tell: '`MTLS_VERIFY_CHAIN` is on, and another authority issued the certificate.',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Client certificate required but not provided', causes: ['certificate-arcp-can-read'] },
    { detail: 'Certificate expired on *', causes: ['certificate-expired'] },
    { detail: 'Certificate not yet valid (valid from *)', causes: ['certificate-valid-yet'] },
    {
      detail: 'Certificate not authorized for client authentication',
      causes: ['certificate-lacks-clientauth-extended'],
    },
    { detail: 'No valid CA certificates in bundle', causes: ['file-mtls-ca-bundle'] },
  ],
  retry: { when: 'after-change', because: 'The request needs a certificate that the server accepts.' },
  headers: { 'WWW-Authenticate': 'Bearer' },
  example: { detail: 'Client certificate required but not provided', instance: '/agents/register' },
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
        print("Certificate refused:", response.json()["detail"])`,
    },
    {
      title: 'Hand the certificate over in nginx',
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
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;

    # Replaces whatever the client sent under this name; left out when there is no certificate.
    proxy_set_header X-Client-Cert $ssl_client_escaped_cert;
  }
}`,
    },
  ],
  operators: `
When every agent is refused at once, look at the proxy and at \`MTLS_CA_BUNDLE\` first. When one agent is refused, its
certificate has most likely expired. Agents on the packaged \`ARCPClient\` cannot present a certificate;
\`examples/agents/mtls_client.py\` shows a client that can.`,
  settings: ['MTLS_ENABLED', 'MTLS_REQUIRED_REMOTE', 'MTLS_CERT_HEADER', 'MTLS_VERIFY_CHAIN', 'MTLS_CA_BUNDLE'],
  endpoints: [
    { route: 'POST /agents/register', when: 'with MTLS_ENABLED=true, for clients on other hosts' },
    { route: 'POST /security/sbom/verify', when: 'with MTLS_ENABLED=true, for clients on other hosts' },
    { route: 'POST /security/container/scan', when: 'with MTLS_ENABLED=true, for clients on other hosts' },
  ],
  clients: { register_agent: '`RegistrationError`; it carries neither the type nor the detail.' },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'The compliance check answers a missing certificate with mtls-required and status 401.',
        actual: 'It answers internal-error with status 500; three other routes send mtls-required.',
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
    'mtls-binding-mismatch': 'the certificate is good, but not the one the token is bound to',
    'dpop-required': 'the route demands a DPoP proof, not a certificate',
    'authentication-failed': 'the access token is missing or refused',
    'internal-error': 'what the compliance check answers when the certificate is missing',
  },
  aliases: ['MTLS_REQUIRED'],
  references: [
    {
      title: 'RFC 8705, OAuth 2.0 Mutual-TLS Client Authentication and Certificate-Bound Access Tokens',
      url: 'https://www.rfc-editor.org/rfc/rfc8705',
    },
  ],
} satisfies Problem<MtlsRequired>;
