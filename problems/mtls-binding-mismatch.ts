import type { Causes, Problem } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface MtlsBindingMismatch {}

const causes = {
  'other-certificate': {
    cause: 'The request was made with a different certificate from the one that the token is bound to.',
    short: 'The request used a different certificate',
    tell: 'The client has several certificates, and still has the one of the token.',
    asked: ['wrong certificate', 'x5t#S256'],
    fix: [
      {
        step: 'Present the certificate whose public-key hash equals `cnf["x5t#S256"]` of the token.',
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
      },
    ],
  },
  'certificate-renewed': {
    cause: 'The certificate was renewed with a new key, and the token still belongs to the old key.',
    short: 'The certificate was renewed with a new key',
    tell: 'Requests started to fail when the certificate was replaced.',
    asked: ['renewed', 'rotation', 'new certificate'],
    fix: [
      {
        step: 'Get a new token.',
        request: {
          method: 'POST',
          path: '/auth/agent/request_temp_token',
          headers: { 'Content-Type': 'application/json' },
          body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
        },
        expect: 200,
        note: 'The response contains `temp_token`. If an issuer other than ARCP makes your tokens, get the new one there.',
      },
    ],
  },
} satisfies Causes;

export default {
  title: 'Certificate Mismatch',
  status: 401,
  category: 'token-binding',
  summary: 'The client certificate is valid, but it is not the one that the token is bound to.',
  now: 'Present the certificate that the token is bound to, or get a new token.',
  explanation: `
A token can be bound to a client certificate: its claim \`cnf\` then has a member \`x5t#S256\`. ARCP compares that value with a
hash of the certificate's public key. If they differ, certificate and token belong to different keys.

This is the last check. Token, DPoP proof and certificate have passed their own checks before.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    { detail: 'Client certificate does not match token binding', causes: ['other-certificate', 'certificate-renewed'] },
  ],
  retry: {
    when: 'after-change',
    because: 'The request needs the certificate of the token, or a token for the new certificate.',
  },
  headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  example: { detail: 'Client certificate does not match token binding', instance: '/agents/register' },
  prevent: [{ step: 'Keep the key when you renew a certificate, or get new tokens at the same time.' }],
  samples: [
    {
      title: 'Read the binding of a token',
      lang: 'python',
      code: `
import base64
import json

def bound_certificate(token):
    """Hash of the certificate key that a token is bound to, or None."""
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims.get("cnf", {}).get("x5t#S256")

print(bound_certificate("<agent token>"))`,
    },
    {
      title: 'Get a new token if the certificate does not match',
      lang: 'typescript',
      code: `
import { isProblem, mtlsBindingMismatch, readProblem } from 'arcp-problems';

/** Calls \`send\` with a token, and once more with a new token if the certificate does not match. */
export async function withMatchingToken(
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
If this type appears in the log, find out who made the token: tokens that ARCP 2.1.2 issues have no \`cnf\` claim.`,
  monitor: { log: 'mTLS SPKI mismatch: token has *, cert has *' },
  settings: ['MTLS_ENABLED', 'MTLS_CERT_HEADER'],
  endpoints: [
    { route: 'POST /agents/register', when: 'with a bound token and MTLS_ENABLED=true' },
    { route: 'POST /security/sbom/verify', when: 'with a bound token and MTLS_ENABLED=true' },
    { route: 'POST /security/container/scan', when: 'with a bound token and MTLS_ENABLED=true' },
  ],
  clients: { register_agent: '`RegistrationError`; it has neither the type nor the detail.' },
  observed: {
    sent: 'in-special-cases',
    note: 'Tokens that ARCP 2.1.2 issues have no `cnf` claim, so they never cause it. It was recorded with a bound token made for the test.',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A temporary token is bound to the client certificate of its request.',
        actual: 'The temporary-token route does not read the certificate, and the tokens are not bound.',
      },
      {
        documented: 'There are `MTLSClientHelper`, `MTLSException` and the setting `MTLS_CA_CERT_PATH`.',
        actual: 'The helper is `MTLSGenerator`, the setting is `MTLS_CA_BUNDLE`, and there is no such exception.',
      },
    ],
  },
  related: {
    'mtls-required': 'the certificate is missing or rejected',
    'dpop-binding-mismatch': 'the same for the key of a DPoP proof',
    'token-invalid': 'the token itself is rejected, regardless of the certificate',
  },
  aliases: ['MTLS_BINDING_MISMATCH'],
  references: [
    {
      title: 'RFC 8705 section 3, Mutual-TLS Client Certificate-Bound Access Tokens',
      url: 'https://www.rfc-editor.org/rfc/rfc8705#section-3',
    },
  ],
} satisfies Problem<MtlsBindingMismatch, typeof causes>;
