import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface DpopBindingMismatch {}

const fix = [
  {
    step: 'Compare `cnf.jkt` of the token with the thumbprint of your public key.',
    note: 'The thumbprint is the base64url SHA-256 of the key in the form of RFC 7638.',
  },
  {
    step: 'Sign a new proof with the key that fits, and send it.',
    when: 'if you still have the key',
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
  {
    step: 'Get a new token after a change of the key.',
    when: 'if the former key is gone',
    request: {
      method: 'POST',
      path: '/auth/agent/request_temp_token',
      headers: { 'Content-Type': 'application/json' },
      body: { agent_id: 'my-agent', agent_type: 'testing', agent_key: '<agent key>' },
    },
    expect: 200,
    note: 'The answer holds `temp_token`.',
  },
  {
    step: 'Store the key pair of each agent, and load it at every start.',
    note: 'A key that is made anew at each start does not fit tokens from before.',
  },
] satisfies Step[];

export default {
  title: 'DPoP Key Mismatch',
  status: 401,
  category: 'token-binding',
  summary: 'The DPoP proof is valid, but it was made with another key than the one the token is bound to.',
  now: 'Sign the proof with the key the token is bound to, or get a token for the new key.',
  explanation: `
A token can be bound to a key. It then carries the thumbprint of the public key in the claim \`cnf.jkt\`. When a proof comes
with such a token, ARCP compares the thumbprint of the proof's \`jwk\` with that claim. A difference means that proof and
token belong to different keys.

The comparison happens whenever a proof is sent, also where proofs are optional. It comes after the checks of the proof
itself.`,
  fixedBy: 'client-developer',
  causes: {
    'proof-signed-key-one': {
      cause: 'The proof was signed with another key than the one named in `cnf.jkt` of the token.',
      tell: 'The thumbprint of the public key differs from `cnf.jkt`.',
      fix: fix,
    },
    'key-replaced-token-still': {
      cause: 'The key was replaced, and the token is still the one for the former key.',
      tell: 'It began with a new key, such as one made at each start.',
      fix: fix,
    },
  },
  answers: [{ detail: 'DPoP proof key does not match token binding', causes: ['proof-signed-key-one'] }],
  retry: {
    when: 'after-change',
    because: 'The request succeeds with a proof from the bound key, or with a token for the new key.',
  },
  headers: { 'WWW-Authenticate': 'DPoP error="invalid_token", algs="EdDSA ES256"' },
  example: { detail: 'DPoP proof key does not match token binding', instance: '/agents/register' },
  samples: [
    {
      title: 'Compare the key with the token',
      lang: 'python',
      code: `
import base64
import hashlib
import json

def thumbprint(jwk):
    """RFC 7638 thumbprint of a public key, Ed25519 or P-256."""
    names = {"OKP": ("crv", "kty", "x"), "EC": ("crv", "kty", "x", "y")}[jwk["kty"]]
    text = json.dumps({name: jwk[name] for name in names}, sort_keys=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()

def bound_key(token):
    """The thumbprint a token is bound to, or None."""
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims.get("cnf", {}).get("jkt")

def fits(token, jwk):
    bound = bound_key(token)
    return bound is None or bound == thumbprint(jwk)`,
    },
    {
      title: 'Get a new token when the key does not fit',
      lang: 'typescript',
      code: `
import { dpopBindingMismatch, isProblem, readProblem } from 'arcp-problems';

/** Calls \`send\` with a token, and once more with a new token if the key does not fit the first. */
export async function withFittingToken(
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
Tokens that ARCP 2.1.2 issues carry no \`cnf\` claim. When this type shows up in the logs, find out where the token was made.`,
  settings: ['DPOP_ENABLED'],
  endpoints: [
    { route: 'POST /agents/register', when: 'with a bound token and DPOP_ENABLED=true' },
    { route: 'POST /security/sbom/verify', when: 'with a bound token and DPOP_ENABLED=true' },
    { route: 'POST /security/container/scan', when: 'with a bound token and DPOP_ENABLED=true' },
  ],
  clients: { register_agent: '`RegistrationError`; it carries neither the type nor the detail.' },
  observed: {
    sent: 'in-special-cases',
    note: 'Tokens that ARCP 2.1.2 issues carry no `cnf` claim, so its own tokens do not lead here. It was recorded with a bound token made for the test.',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A temporary token becomes bound when its request carries a DPoP proof.',
        actual: 'The temporary-token route does not read the header, and issued tokens carry no binding.',
      },
      {
        documented: 'There are `DPoPClientHelper`, `DPoPException` and the setting `DPOP_PROOF_MAX_AGE`.',
        actual: 'The helper is `DPoPGenerator`, the setting is `DPOP_PROOF_TTL`, and there is no such exception.',
      },
    ],
  },
  related: {
    'dpop-required': 'the proof is missing, or refused for its own faults',
    'dpop-invalid': 'documented for a refused proof; the guard behind it reports another key this way too',
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
} satisfies Problem<DpopBindingMismatch>;
