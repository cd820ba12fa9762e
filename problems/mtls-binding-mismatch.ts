import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface MtlsBindingMismatch {}

const fix = [
  {
    step: 'Present the certificate whose public-key hash equals `cnf["x5t#S256"]`, and send the request again.',
    when: 'if you still have the certificate',
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
    step: 'Get a new token after a change of the certificate.',
    when: 'if the certificate was replaced',
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
    note: 'The answer holds `temp_token`.',
  },
] satisfies Step[];

export default {
  title: 'Certificate Mismatch',
  status: 401,
  category: 'token-binding',
  summary: 'The client certificate is valid, but it is not the one the token is bound to.',
  now: 'Present the certificate the token is bound to, or get a new token.',
  explanation: `
A token can be bound to a client certificate. It then carries the claim \`cnf\` with a member \`x5t#S256\`. ARCP compares that
value with a hash of the certificate's public key. A difference means that certificate and token belong to different keys.

The comparison comes last, after token, DPoP proof and certificate have passed their own checks.`,
  fixedBy: 'client-developer',
  causes: {
    'request-made-certificate-one': {
      cause: 'The request was made with another certificate than the one the token is bound to.',
      tell: 'The public-key hash of the certificate differs from `cnf["x5t#S256"]` of the token.',
      fix: fix,
    },
    'certificate-renewed-new-key': {
      cause: 'The certificate was renewed with a new key, and the token is still the one for the former key.',
      tell: 'It began when the certificate was replaced.',
      fix: fix,
    },
  },
  answers: [{ detail: 'Client certificate does not match token binding', causes: ['request-made-certificate-one'] }],
  retry: {
    when: 'after-change',
    because: 'The request succeeds with the bound certificate, or with a token for the new one.',
  },
  headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  example: { detail: 'Client certificate does not match token binding', instance: '/agents/register' },
  samples: [
    {
      title: 'Read the binding of a token',
      lang: 'python',
      code: `
import base64
import json

def bound_certificate(token):
    """Hash a token is bound to, or None."""
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims.get("cnf", {}).get("x5t#S256")

print(bound_certificate("<agent token>"))`,
    },
    {
      title: 'Get a new token when the certificate does not fit',
      lang: 'typescript',
      code: `
import { isProblem, mtlsBindingMismatch, readProblem } from 'arcp-problems';

/** Calls \`send\` with a token, and once more with a new token if the certificate does not fit the first. */
export async function withFittingToken(
  token: string,
  newToken: () => Promise<string>,
  send: (token: string) => Promise<Response>,
): Promise<Response> {
  const response = await send(token);
  if (isProblem(await readProblem(response), mtlsBindingMismatch)) {
    return send(await newToken());
  }
  return response;
}`,
    },
  ],
  operators: `
Tokens that ARCP 2.1.2 issues carry no \`cnf\` claim. When this type shows up in the logs, find out where the token was made.`,
  settings: ['MTLS_ENABLED', 'MTLS_CERT_HEADER'],
  endpoints: [
    { route: 'POST /agents/register', when: 'with a bound token and MTLS_ENABLED=true' },
    { route: 'POST /security/sbom/verify', when: 'with a bound token and MTLS_ENABLED=true' },
    { route: 'POST /security/container/scan', when: 'with a bound token and MTLS_ENABLED=true' },
  ],
  clients: { register_agent: '`RegistrationError`; it carries neither the type nor the detail.' },
  observed: {
    sent: 'in-special-cases',
    note: 'Tokens that ARCP 2.1.2 issues carry no `cnf` claim, so its own tokens do not lead here. It was recorded with a bound token made for the test.',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A temporary token becomes bound when its request carries a client certificate.',
        actual: 'The temporary-token route does not read the certificate, and issued tokens carry no binding.',
      },
      {
        documented: 'There are `MTLSClientHelper`, `MTLSException` and the setting `MTLS_CA_CERT_PATH`.',
        actual: 'The helper is `MTLSGenerator`, the setting is `MTLS_CA_BUNDLE`, and there is no such exception.',
      },
    ],
  },
  related: {
    'mtls-required': 'the certificate is missing, or refused for its own faults',
    'dpop-binding-mismatch': 'the same for the key of a DPoP proof',
    'token-invalid': 'the token itself is not accepted, whatever the certificate',
  },
  aliases: ['MTLS_BINDING_MISMATCH'],
  references: [
    {
      title: 'RFC 8705 section 3, Mutual-TLS Client Certificate-Bound Access Tokens',
      url: 'https://www.rfc-editor.org/rfc/rfc8705#section-3',
    },
  ],
} satisfies Problem<MtlsBindingMismatch>;
