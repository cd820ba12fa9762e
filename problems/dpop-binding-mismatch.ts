import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface DpopBindingMismatch {}

const compare: Step = {
  step: 'Compare `cnf.jkt` of the token with the thumbprint of your public key.',
  note: 'The thumbprint is the base64url SHA-256 of the key as RFC 7638 writes it. The Python sample computes it.',
};

const causes = {
  'other-key': {
    cause: 'The proof was signed with a different key from the one that `cnf.jkt` of the token names.',
    short: 'The proof was signed with a different key',
    tell: 'The client has several keys, for example one for each agent, and still has the key of the token.',
    asked: ['jkt', 'thumbprint'],
    fix: [
      compare,
      {
        step: 'Send the request with a proof that the key of the token signed.',
        request: {
          method: 'POST',
          path: '/agents/register',
          headers: { Authorization: 'Bearer <agent token>', DPoP: '<DPoP proof>', 'Content-Type': 'application/json' },
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
      },
    ],
  },
  'key-replaced': {
    cause: 'The key was replaced, and the token still belongs to the old key.',
    tell: 'Requests started to fail after a restart or an update, and the old key no longer exists.',
    asked: ['new key', 'key rotation', 'after restart'],
    fix: [
      compare,
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
  title: 'DPoP Key Mismatch',
  status: 401,
  category: 'token-binding',
  summary: 'The DPoP proof is valid, but its key is not the key that the token is bound to.',
  now: 'Sign the proof with the key of the token, or get a token for the new key.',
  explanation: `
A token can be bound to a key: its claim \`cnf.jkt\` then contains the thumbprint of the public key. If a valid proof comes
with such a token, ARCP compares the thumbprint of the proof's \`jwk\` with that claim. If they differ, proof and token
belong to different keys.

ARCP compares them whenever a valid proof is sent, even if proofs are optional. A rejected proof has the type dpop-required.`,
  fixedBy: 'client-developer',
  causes,
  answers: [{ detail: 'DPoP proof key does not match token binding', causes: ['other-key', 'key-replaced'] }],
  retry: {
    when: 'after-change',
    because: 'The request needs a proof from the key of the token, or a token for the new key.',
  },
  headers: { 'WWW-Authenticate': 'DPoP error="invalid_token", algs="EdDSA ES256"' },
  example: { detail: 'DPoP proof key does not match token binding', instance: '/agents/register' },
  prevent: [
    {
      step: 'Store the key pair of each agent, and load it at every start.',
      note: 'A key that is generated at each start does not match the tokens from before.',
    },
  ],
  samples: [
    {
      title: 'Compare the key with the token',
      lang: 'python',
      code: `
import base64
import hashlib
import json

def thumbprint(jwk):
    """Return the RFC 7638 thumbprint of a public key, Ed25519 or P-256."""
    names = {"OKP": ("crv", "kty", "x"), "EC": ("crv", "kty", "x", "y")}[jwk["kty"]]
    text = json.dumps({name: jwk[name] for name in names}, sort_keys=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()

def bound_key(token):
    """Thumbprint of the key that a token is bound to, or None."""
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims.get("cnf", {}).get("jkt")

def matches(token, jwk):
    bound = bound_key(token)
    return bound is None or bound == thumbprint(jwk)`,
    },
    {
      title: 'Get a new token if the key does not match',
      lang: 'typescript',
      code: `
import { dpopBindingMismatch, isProblem, readProblem } from 'arcp-problems';

/** Calls \`send\` with a token, and once more with a new token if its key does not match. */
export async function withMatchingToken(
  token: string,
  newToken: () => Promise<string>,
  send: (token: string) => Promise<Response>,
): Promise<Response> {
  const response = await send(token);
  if (isProblem(await readProblem(response), dpopBindingMismatch)) {
    return send(await newToken());
  }
  return response;
}`,
    },
  ],
  operators: `
If this type appears in the log, find out who made the token: tokens that ARCP 2.1.2 issues have no \`cnf\` claim.`,
  monitor: { log: 'DPoP JKT mismatch: token has *, proof has *' },
  settings: ['DPOP_ENABLED'],
  endpoints: [
    { route: 'POST /agents/register', when: 'with a bound token and DPOP_ENABLED=true' },
    { route: 'POST /security/sbom/verify', when: 'with a bound token and DPOP_ENABLED=true' },
    { route: 'POST /security/container/scan', when: 'with a bound token and DPOP_ENABLED=true' },
  ],
  clients: { register_agent: '`RegistrationError`; it has neither the type nor the detail.' },
  observed: {
    sent: 'in-special-cases',
    note: 'Tokens that ARCP 2.1.2 issues have no `cnf` claim, so they never cause it. It was recorded with a bound token made for the test.',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A temporary token is bound to the key of the DPoP proof in its request.',
        actual: 'The temporary-token route does not read the header, and the tokens are not bound.',
      },
      {
        documented: 'There are `DPoPClientHelper`, `DPoPException` and the setting `DPOP_PROOF_MAX_AGE`.',
        actual: 'The helper is `DPoPGenerator`, the setting is `DPOP_PROOF_TTL`, and there is no such exception.',
      },
    ],
  },
  related: {
    'dpop-required': 'the proof is missing or rejected',
    'dpop-invalid': 'documented for a rejected proof; the guard behind it reports a different key too',
    'token-not-dpop-bound': 'the token names no key at all',
    'mtls-binding-mismatch': 'the same for a client certificate',
  },
  aliases: ['DPOP_BINDING_MISMATCH'],
  references: [
    {
      title: 'RFC 9449 section 6.1, JWK Thumbprint Confirmation Method',
      url: 'https://www.rfc-editor.org/rfc/rfc9449#section-6.1',
    },
    { title: 'RFC 7638, JSON Web Key (JWK) Thumbprint', url: 'https://www.rfc-editor.org/rfc/rfc7638' },
  ],
} satisfies Problem<DpopBindingMismatch, typeof causes>;
