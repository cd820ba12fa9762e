import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface DpopInvalid {}

const fix = [
  {
    step: 'Sign a new proof for the exact method and URL, and send it once.',
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
    note: 'The `jti` is new each time and has 16 to 256 characters; `htu` has no query.',
  },
  {
    step: 'Synchronize the clock of the client.',
    when: 'if the detail speaks of time',
    settings: ['DPOP_PROOF_TTL', 'DPOP_CLOCK_SKEW'],
  },
  {
    step: 'Sign with an algorithm from `DPOP_ALGORITHMS`, by default EdDSA or ES256.',
    settings: ['DPOP_ALGORITHMS'],
    note: 'RSA keys are not supported.',
  },
] satisfies Step[];

export default {
  title: 'Invalid DPoP Proof',
  status: 401,
  category: 'token-binding',
  summary: 'The request carries a DPoP proof that does not pass the checks of the server.',
  now: 'Sign a new proof with a fresh jti, the current time, this method and this URL.',
  explanation: `
A DPoP proof is a JWT that fits one request only. Its \`htm\` and \`htu\` repeat the method and the URL, its \`iat\` is the time of
signing, and its \`jti\` is new each time. The signature must match the \`jwk\` in its header. If the proof names a token by
\`ath\`, it must be the token of the request.

The type is part of ARCP's documented contract. In ARCP 2.1.2 the guard that sends it is on no route, and a refused proof
arrives as dpop-required.`,
  fixedBy: 'client-developer',
  causes: {
    'proof-signed-method-url': {
      cause: 'The proof was signed for another method or another URL.',
      tell: 'The `detail` names both sides.',
      fix: fix,
    },
    'proof-older-dpop-proof': {
      cause: 'The proof is older than `DPOP_PROOF_TTL` seconds.',
      tell: 'The proof was kept and used later, or the clock of the client is slow.',
      fix: fix,
    },
    'proof-dated-too-far': {
      cause: 'The proof is dated too far in the future.',
      tell: 'The clock of the client is ahead by more than `DPOP_CLOCK_SKEW` seconds.',
      fix: fix,
    },
    'jti-proof-used-before': {
      cause: 'The `jti` of the proof was used before.',
      tell: 'A retry sent the same proof again.',
      fix: fix,
    },
    'signature-does-match-jwk': {
      cause: 'The signature does not match the `jwk` in the header of the proof.',
      tell: 'Private and public key come from different pairs.',
      fix: fix,
    },
    'proof-malformed-jwt-typ': {
      cause: 'The proof is malformed: no JWT, another `typ` than `dpop+jwt`, or a claim is missing.',
      tell: 'The `detail` names the part.',
      fix: fix,
    },
    'claim-ath-hash-access': {
      cause: 'The claim `ath` is not the hash of the access token.',
      tell: 'The token was renewed after the proof was made.',
      fix: fix,
    },
    'key-proof-one-cnf': {
      cause: 'The key of the proof is not the one in `cnf.jkt` of the token.',
      tell: 'The `detail` shows two thumbprints.',
      fix: fix,
    },
  },
  answers: [
    { detail: 'HTTP method mismatch: *', causes: ['proof-signed-method-url'] },
    { detail: 'URI mismatch: *', causes: ['proof-signed-method-url'] },
    { detail: 'Proof expired: *', causes: ['proof-older-dpop-proof'] },
    { detail: 'DPoP proof signature verification failed', causes: ['signature-does-match-jwk'] },
    { detail: 'Invalid JWT format: *', causes: ['proof-malformed-jwt-typ'] },
    { detail: 'Invalid typ: *', causes: ['proof-malformed-jwt-typ'] },
    { detail: 'Missing *', causes: ['proof-malformed-jwt-typ'] },
    { detail: 'Access token hash mismatch', causes: ['claim-ath-hash-access'] },
    { detail: 'JWK thumbprint mismatch: *', causes: ['key-proof-one-cnf'] },
    { detail: "HTTP method mismatch: proof has '*', request is '*'" },
    { detail: "URI mismatch: proof has '*', request is '*'" },
    { detail: 'Proof expired: iat is * seconds old (max: *)' },
    { detail: 'Invalid JWT format: Not enough segments' },
    { detail: "Invalid typ: expected 'dpop+jwt', got '*'" },
    { detail: "Missing 'jti' claim in DPoP proof" },
    { detail: "JWK thumbprint mismatch: expected '*', got '*'" },
  ],
  retry: { when: 'after-change', because: 'A corrected proof is enough; the token can stay.' },
  headers: { 'WWW-Authenticate': 'DPoP error="invalid_dpop_proof", algs="EdDSA ES256"' },
  example: { detail: 'Proof expired: iat is 1000 seconds old (max: 120)', instance: '/agents/register' },
  samples: [
    {
      title: 'Handle a refused proof under both types',
      lang: 'typescript',
      code: `
import { dpopInvalid, dpopRequired, readProblem } from 'arcp-problems';

/** Sends a request with a new proof, and once more if the first proof was refused. */
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
ARCP 2.1.2 does not send this type; look for dpop-required instead. Many refusals that speak of time point to a clock that
has drifted.`,
  settings: ['DPOP_PROOF_TTL', 'DPOP_CLOCK_SKEW', 'DPOP_ALGORITHMS'],
  observed: {
    sent: 'no',
    note: 'No route of ARCP 2.1.2 uses the guard that sends it. The texts here come from that guard on a test route.',
    instead: ['dpop-required'],
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A refused proof has a type of its own, dpop-invalid.',
        actual: 'No route sends it; a refused proof arrives as dpop-required.',
      },
      {
        documented: 'Compliance is checked by `POST /agents/validate_compliance`.',
        actual: 'The route is `POST /auth/agent/validate_compliance`.',
      },
      {
        documented: 'Proofs may use RS256 and live 60 seconds.',
        actual: 'EdDSA and ES256 are allowed by default, RSA keys are not supported, and proofs live 120 seconds.',
      },
    ],
  },
  related: {
    'dpop-required': 'sent in practice, both for a missing and for a refused proof',
    'dpop-binding-mismatch': 'the proof is sound, but made with another key than the token names',
    'token-not-dpop-bound': 'the proof is there, but the token names no key',
  },
  aliases: ['DPOP_INVALID'],
  references: [
    { title: 'RFC 9449 section 4.3, Checking DPoP Proofs', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-4.3' },
  ],
} satisfies Problem<DpopInvalid>;
