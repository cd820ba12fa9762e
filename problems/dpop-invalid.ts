import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface DpopInvalid {}

const sendProof: Step = {
  step: 'Send the request with a new proof in the `DPoP` header.',
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
};

const causes = {
  expired: {
    cause: 'The proof is older than `DPOP_PROOF_TTL` seconds, or its own `exp` has passed.',
    short: 'The proof has expired',
    tell: 'The proof was signed long before it was sent, or the clock of the client is slow.',
    fix: [{ step: 'Sign the proof right before you send it.', settings: ['DPOP_PROOF_TTL'] }, sendProof],
  },
  'from-the-future': {
    cause: 'The `iat` or `nbf` of the proof is more than `DPOP_CLOCK_SKEW` seconds ahead of the clock of the server.',
    short: 'The proof is dated in the future',
    tell: 'The clock of the client is fast, or the clock of the server is slow.',
    fix: [{ step: 'Synchronize the clock of the client.', settings: ['DPOP_CLOCK_SKEW'] }, sendProof],
  },
  'other-url': {
    cause: 'The proof was signed for a different URL.',
    fix: [{ step: 'Sign a new proof whose `htu` is the URL of the request, without query.' }, sendProof],
  },
  'other-method': {
    cause: 'The proof was signed for a different HTTP method.',
    fix: [{ step: 'Sign a new proof whose `htm` is the method of the request.' }, sendProof],
  },
  'used-before': {
    cause: 'The `jti` of the proof was used before.',
    tell: 'A retry sent the same proof again.',
    fix: [{ step: 'Sign a new proof with a new `jti` for every request, retries included.' }, sendProof],
  },
  'wrong-signature': {
    cause: 'The signature does not match the `jwk` in the header of the proof.',
    short: 'The signature does not match `jwk`',
    fix: [{ step: 'Sign the proof with the private key that belongs to the `jwk`.' }, sendProof],
  },
  'unsupported-algorithm': {
    cause: 'The algorithm of the proof is not one of `DPOP_ALGORITHMS`.',
    fix: [
      {
        step: 'Sign with an algorithm that the server accepts: `EdDSA` or `ES256` by default.',
        settings: ['DPOP_ALGORITHMS'],
      },
      sendProof,
    ],
  },
  'unusable-key': {
    cause: 'The `jwk` of the proof is not a key that the server can use.',
    fix: [{ step: 'Use an Ed25519 or P-256 key.', note: 'The server cannot read RSA keys.' }, sendProof],
  },
  'wrong-header': {
    cause: 'The header of the proof has a wrong `typ`, or no `jwk`.',
    fix: [
      { step: 'Write `"typ": "dpop+jwt"`, `alg` and the public key as `jwk` into the header of the proof.' },
      sendProof,
    ],
  },
  'wrong-claims': {
    cause: 'A claim of the proof is missing or has a wrong type or length.',
    fix: [{ step: 'Correct the claim that `detail` names.' }, sendProof],
  },
  'not-a-jwt': {
    cause: 'The value of the `DPoP` header is not a JWT.',
    fix: [{ step: 'Send one signed JWT as the value of the `DPoP` header.' }, sendProof],
  },
  'other-token': {
    cause: 'The `ath` of the proof is the hash of a different access token.',
    fix: [{ step: 'Compute `ath` from the token that you send, or omit it.' }, sendProof],
  },
  'other-key': {
    cause: 'The key of the proof is not the key in `cnf.jkt` of the token.',
    tell: '`detail` shows two thumbprints: that of the token and that of the proof.',
    fix: [{ step: 'Sign the proof with the key whose thumbprint is `{expected}`.' }, sendProof],
  },
} satisfies Causes;

export default {
  title: 'Invalid DPoP Proof',
  status: 401,
  category: 'token-binding',
  summary: 'The request has a DPoP proof, but the proof does not pass the checks of the server.',
  now: 'Sign a new proof with a new jti, the current time, and this method and URL.',
  explanation: `
A DPoP proof is a JWT for one request. Its \`htm\` and \`htu\` repeat the method and the URL, its \`iat\` is the time of
signing, and its \`jti\` is new each time. The signature must match the \`jwk\` in its header. If the proof has an \`ath\`, it
must be the hash of the token in the request.

The type is part of ARCP's documented contract, but no route of ARCP 2.1.2 sends it. A rejected proof arrives as
dpop-required, with the same texts.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    {
      detail: 'Proof expired: iat is {age} seconds old (max: {max})',
      causes: ['expired'],
      example: { detail: 'Proof expired: iat is 180 seconds old (max: 120)', instance: '/agents/register' },
    },
    { detail: 'Signature verification error: Signature has expired', causes: ['expired'] },
    {
      detail: 'Signature verification error: The token is not yet valid (*)',
      causes: ['from-the-future'],
      example: {
        detail: 'Signature verification error: The token is not yet valid (iat)',
        instance: '/agents/register',
      },
    },
    {
      detail: "URI mismatch: proof has '{proof_url}', request is '{url}'",
      causes: ['other-url'],
      example: {
        detail:
          'URI mismatch: proof has &#x27;https://arcp.example.com/agents&#x27;, request is &#x27;https://arcp.example.com/agents/register&#x27;',
        instance: '/agents/register',
      },
    },
    {
      detail: "HTTP method mismatch: proof has '{proof_method}', request is '{method}'",
      causes: ['other-method'],
      example: {
        detail: 'HTTP method mismatch: proof has &#x27;GET&#x27;, request is &#x27;POST&#x27;',
        instance: '/agents/register',
      },
    },
    { detail: 'DPoP proof replay detected: jti already used', causes: ['used-before'] },
    { detail: 'DPoP proof signature verification failed', causes: ['wrong-signature'] },
    {
      detail: 'Unsupported algorithm: {alg}. Allowed: *',
      causes: ['unsupported-algorithm'],
      example: {
        detail: 'Unsupported algorithm: RS256. Allowed: [&#x27;EdDSA&#x27;, &#x27;ES256&#x27;]',
        instance: '/agents/register',
      },
    },
    {
      detail: 'Signature verification error: *',
      causes: ['unusable-key'],
      example: { detail: 'Signature verification error: Unsupported key type: RSA', instance: '/agents/register' },
    },
    {
      detail: "Invalid typ: expected 'dpop+jwt', got '{typ}'",
      causes: ['wrong-header'],
      example: {
        detail: 'Invalid typ: expected &#x27;dpop+jwt&#x27;, got &#x27;JWT&#x27;',
        instance: '/agents/register',
      },
    },
    {
      detail: "Missing 'jwk' in DPoP JWT header",
      causes: ['wrong-header'],
      example: { detail: 'Missing &#x27;jwk&#x27; in DPoP JWT header', instance: '/agents/register' },
    },
    {
      detail: "Missing '{claim}' claim in DPoP proof",
      causes: ['wrong-claims'],
      example: { detail: 'Missing &#x27;jti&#x27; claim in DPoP proof', instance: '/agents/register' },
    },
    {
      detail: 'Invalid DPoP claims: *',
      causes: ['wrong-claims'],
      example: {
        detail:
          'Invalid DPoP claims: 1 validation error for DPoPProof[FILTERED]jti[FILTERED]  String should have at least 16 characters [type=string_too_short, input_value=&#x27;short&#x27;, input_type=str][FILTERED]    For further information visit https://errors.pydantic.dev/2.10/v/string_too_short',
        instance: '/agents/register',
      },
    },
    {
      detail: 'Signature verification error: * must be an integer*',
      causes: ['wrong-claims'],
      example: {
        detail: 'Signature verification error: Issued At claim (iat) must be an integer.',
        instance: '/agents/register',
      },
    },
    {
      detail: 'Signature verification error: * must be a string',
      causes: ['wrong-claims'],
      example: { detail: 'Signature verification error: JWT ID must be a string', instance: '/agents/register' },
    },
    {
      detail: 'Invalid JWT format: *',
      causes: ['not-a-jwt'],
      example: { detail: 'Invalid JWT format: Not enough segments', instance: '/agents/register' },
    },
    { detail: 'Access token hash mismatch', causes: ['other-token'] },
    {
      detail: "JWK thumbprint mismatch: expected '{expected}', got '{actual}'",
      causes: ['other-key'],
      example: {
        detail:
          'JWK thumbprint mismatch: expected &#x27;k7tL73ZbxDEfG0zJV1DJtYbXaK3Nb_b4q3oi1OMADUo&#x27;, got &#x27;EX_PjcaOahCQt-2GHuIFGu0pvy8SLKvTOfKcK3eP970&#x27;',
        instance: '/agents/register',
      },
    },
  ],
  retry: { when: 'after-change', because: 'A corrected proof is enough; the token can stay.' },
  headers: { 'WWW-Authenticate': 'DPoP error="invalid_dpop_proof", algs="EdDSA ES256"' },
  example: { detail: 'Proof expired: iat is 180 seconds old (max: 120)', instance: '/agents/register' },
  samples: [
    {
      title: 'Handle a rejected proof under both types',
      lang: 'typescript',
      code: `
import { dpopInvalid, dpopRequired, readProblem } from 'arcp-problems';

/** Sends a request with a new proof, and once more if the server rejected the first. */
export async function send(request: Request, proof: (method: string, url: string) => Promise<string>) {
  const attempt = async () => {
    const copy = request.clone();
    const { origin, pathname } = new URL(copy.url);
    copy.headers.set('DPoP', await proof(copy.method, origin + pathname));
    return fetch(copy);
  };
  const response = await attempt();
  const problem = await readProblem(response);
  switch (problem?.type) {
    case dpopInvalid.type:
    case dpopRequired.type:
      return attempt();
    default:
      return response;
  }
}`,
    },
  ],
  operators: `
ARCP 2.1.2 does not send this type. Look for dpop-required instead.`,
  settings: ['DPOP_PROOF_TTL', 'DPOP_CLOCK_SKEW', 'DPOP_ALGORITHMS'],
  observed: {
    sent: 'no',
    note: 'No route of ARCP 2.1.2 uses the guard that sends it. The texts come from that guard on a test route.',
    instead: ['dpop-required'],
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A rejected proof has its own type, dpop-invalid.',
        actual: 'No route sends it; a rejected proof arrives as dpop-required.',
      },
      {
        documented: 'The compliance check is `POST /agents/validate_compliance`.',
        actual: 'The route is `POST /auth/agent/validate_compliance`.',
      },
      {
        documented: 'Proofs may use RS256 and live 60 seconds.',
        actual: 'EdDSA and ES256 are allowed by default, RSA keys are not supported, and proofs live 120 seconds.',
      },
    ],
  },
  related: {
    'dpop-required': 'sent in practice, for a missing and for a rejected proof',
    'dpop-binding-mismatch': 'the proof is valid, but its key is not the key of the token',
  },
  aliases: ['DPOP_INVALID'],
  references: [
    { title: 'RFC 9449 section 4.3, Checking DPoP Proofs', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-4.3' },
  ],
} satisfies Problem<DpopInvalid, typeof causes>;
