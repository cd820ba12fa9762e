import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface DpopRequired {}

const fix = [
  {
    step: 'Look up which algorithms the server accepts.',
    request: { method: 'GET', path: '/.well-known/arcp-configuration' },
    expect: 200,
    note: 'The answer lists them as `dpop_signing_alg_values_supported`.',
  },
  {
    step: 'Create one key pair for each agent, Ed25519 for `EdDSA` or P-256 for `ES256`.',
    note: 'RSA keys are not supported.',
  },
  {
    step: 'Sign a new proof for every request.',
    note: 'The header holds `typ` (`dpop+jwt`), `alg` and `jwk`; the claims are `jti` (16 to 256 characters), `htm`, `htu` without query, `iat` and optionally `ath`.',
  },
  {
    step: 'Send the proof with the request.',
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
    note: 'With `ARCP_TPR=true`, send the validated token.',
  },
  {
    step: 'Synchronize the clock of the client.',
    when: 'if the detail speaks of time',
    settings: ['DPOP_PROOF_TTL', 'DPOP_CLOCK_SKEW'],
  },
  {
    step: 'Set `DPOP_REQUIRED=false` to make proofs optional.',
    when: 'for operators, if the agents cannot send proofs',
    settings: ['DPOP_REQUIRED', 'DPOP_ENABLED'],
  },
] satisfies Step[];

export default {
  title: 'DPoP Proof Required',
  status: 401,
  category: 'token-binding',
  summary: 'The route demands a DPoP proof, and the request carries none that the server accepts.',
  now: 'Sign a new proof for this method and URL, and send it in the DPoP header.',
  explanation: `
A DPoP proof is a small JWT that shows that the sender of a request holds a private key. The header names \`typ\`, \`alg\`
and the public key as \`jwk\`. The claims name the HTTP method, the URL, the time and a unique identifier. A proof is good
for one request.

With \`DPOP_REQUIRED=true\`, ARCP asks for a proof on the registration route and on two security routes. It uses this type
for a missing proof and for a refused one alike. The \`detail\` says what was wrong. The token is checked first, so a bad
token is reported before a bad proof.`,
  fixedBy: 'client-developer',
  causes: {
    'request-dpop-header': {
      cause: 'The request has no `DPoP` header.',
      tell: 'The `detail` says that the header is required.',
      fix: fix,
    },
    'proof-signed-method-url': {
      cause: 'The proof was signed for another method or another URL.',
      tell: 'The `detail` names both sides, that of the proof and that of the request.',
      fix: fix,
    },
    'proof-older-dpop-proof': {
      cause: 'The proof is older than `DPOP_PROOF_TTL` seconds.',
      tell: 'The proof was made long before it was sent, or the clock of the client is slow.',
      fix: fix,
    },
    'proof-dated-future': {
      cause: 'The proof is dated in the future.',
      tell: 'The clock of the client is fast.',
      fix: fix,
    },
    'proof-sent-before-so': {
      cause: 'The proof was sent before, so its `jti` is used up.',
      tell: 'A retry or a second request carries the proof of the first.',
      fix: fix,
    },
    'algorithm-proof-dpop-algorithms': {
      cause: 'The algorithm of the proof is not in `DPOP_ALGORITHMS`.',
      tell: 'The `detail` lists the algorithms that are allowed.',
      fix: fix,
    },
    'signature-made-key-jwk': {
      cause: 'The signature was made with another key than the `jwk` in the header of the proof.',
      tell: 'Private and public key come from different pairs.',
      fix: fix,
    },
    'header-value-jwt-typ': {
      cause: 'The header value is no JWT, has another `typ` than `dpop+jwt`, or lacks `jwk` or a claim.',
      tell: 'The `detail` names the part.',
      fix: fix,
    },
    'claim-ath-belongs-access': {
      cause: 'The claim `ath` belongs to another access token.',
      tell: 'The token was renewed after the proof was made.',
      fix: fix,
    },
  },
  answers: [
    { detail: 'DPoP proof header is required', causes: ['request-dpop-header'] },
    { detail: 'This endpoint requires a DPoP proof header', causes: ['request-dpop-header'] },
    { detail: 'HTTP method mismatch: *', causes: ['proof-signed-method-url'] },
    { detail: 'URI mismatch: *', causes: ['proof-signed-method-url'] },
    { detail: 'Proof expired: *', causes: ['proof-older-dpop-proof'] },
    { detail: 'Signature verification error: The token is not yet valid (iat)', causes: ['proof-dated-future'] },
    { detail: 'DPoP proof replay detected: *', causes: ['proof-sent-before-so'] },
    { detail: 'Unsupported algorithm: *', causes: ['algorithm-proof-dpop-algorithms'] },
    { detail: 'DPoP proof signature verification failed', causes: ['signature-made-key-jwk'] },
    { detail: 'Invalid JWT format: *', causes: ['header-value-jwt-typ'] },
    { detail: 'Invalid typ: *', causes: ['header-value-jwt-typ'] },
    { detail: 'Missing *', causes: ['header-value-jwt-typ'] },
    { detail: 'Access token hash mismatch', causes: ['claim-ath-belongs-access'] },
    { detail: "HTTP method mismatch: proof has '*', request is '*'" },
    { detail: "URI mismatch: proof has '*', request is '*'" },
    { detail: 'Proof expired: iat is * seconds old (max: *)' },
    { detail: 'DPoP proof replay detected: jti already used' },
    { detail: 'Unsupported algorithm: *. Allowed: [*]' },
    { detail: 'Invalid JWT format: Not enough segments' },
    { detail: "Invalid typ: expected 'dpop+jwt', got '*'" },
    { detail: "Missing 'jwk' in DPoP JWT header" },
    { detail: "Missing '*' claim in DPoP proof" },
  ],
  retry: {
    when: 'after-change',
    because: 'The request needs a valid proof; after a stale or repeated one, a new proof is enough.',
  },
  headers: { 'WWW-Authenticate': 'DPoP error="invalid_dpop_proof", algs="EdDSA ES256"' },
  example: { detail: 'DPoP proof header is required', instance: '/agents/register' },
  samples: [
    {
      title: 'Make a proof for each request',
      lang: 'python',
      code: `
# ARCPClient cannot send proofs. This uses httpx, PyJWT and cryptography.
import json
import time
import uuid

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt.algorithms import OKPAlgorithm

URL = "http://localhost:8001/agents/register"
DPOP_REQUIRED = "https://arcp.0x001.tech/docs/problems/dpop-required"

key = Ed25519PrivateKey.generate()  # Keep it: one key pair for each agent.

def proof(method, url):
    claims = {"jti": str(uuid.uuid4()), "htm": method, "htu": url, "iat": int(time.time())}
    jwk = json.loads(OKPAlgorithm.to_jwk(key.public_key()))
    public = {name: jwk[name] for name in ("kty", "crv", "x")}
    return jwt.encode(claims, key, algorithm="EdDSA", headers={"typ": "dpop+jwt", "jwk": public})

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
headers = {"Authorization": "Bearer <agent token>", "DPoP": proof("POST", URL)}
response = httpx.post(URL, headers=headers, json=agent)
if response.status_code == 401 and response.json()["type"] == DPOP_REQUIRED:
    print("Proof refused:", response.json()["detail"])`,
    },
    {
      title: 'Sign the proof with Web Crypto',
      lang: 'typescript',
      code: `
import { dpopRequired, isProblem, readProblem } from 'arcp-problems';

const url = 'http://localhost:8001/agents/register';
const curve = { name: 'ECDSA', namedCurve: 'P-256' };
// Keep the pair: one for each agent.
const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);

const encode = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const part = (value: object) => encode(new TextEncoder().encode(JSON.stringify(value)));

async function proof(method: string, target: string): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const header = part({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } });
  const iat = Math.floor(Date.now() / 1000);
  const claims = part({ jti: crypto.randomUUID(), htm: method, htu: target, iat });
  const data = new TextEncoder().encode(\`\${header}.\${claims}\`);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, data);
  return \`\${header}.\${claims}.\${encode(new Uint8Array(signature))}\`;
}

const response = await fetch(url, {
  method: 'POST',
  headers: {
    Authorization: 'Bearer <agent token>',
    DPoP: await proof('POST', url),
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
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
  }),
});
const problem = await readProblem(response);
if (isProblem(problem, dpopRequired)) {
  console.log(\`Proof refused: \${problem.detail}\`);
}`,
    },
  ],
  operators: `
Agents on the packaged \`ARCPClient\` cannot send proofs. Move them to a client that can before setting
\`DPOP_REQUIRED=true\`; \`examples/agents/dpop_client.py\` holds one. Answers that speak of time point to a clock that has
drifted.`,
  settings: ['DPOP_ENABLED', 'DPOP_REQUIRED', 'DPOP_PROOF_TTL', 'DPOP_CLOCK_SKEW', 'DPOP_ALGORITHMS'],
  endpoints: [
    { route: 'POST /agents/register', when: 'with DPOP_REQUIRED=true' },
    { route: 'POST /security/sbom/verify', when: 'with DPOP_REQUIRED=true' },
    { route: 'POST /security/container/scan', when: 'with DPOP_REQUIRED=true' },
  ],
  clients: { register_agent: '`RegistrationError`; it carries neither the type nor the detail.' },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A proof that was sent and refused is dpop-invalid.',
        actual: 'It is dpop-required as well, and the `detail` gives the reason.',
      },
      {
        documented: 'The compliance check answers a missing proof with dpop-required and status 401.',
        actual: 'It answers internal-error with status 500; three other routes send dpop-required.',
      },
      {
        documented: 'The compliance check is `POST /agents/validate_compliance`.',
        actual: 'The route is `POST /auth/agent/validate_compliance`.',
      },
      {
        documented: 'Proofs may use RS256 and live 60 seconds.',
        actual: 'EdDSA and ES256 are allowed by default, RSA keys are not supported, and proofs live 120 seconds.',
      },
      {
        documented: 'There are `DPoPClientHelper`, `DPoPException` and the setting `DPOP_PROOF_MAX_AGE`.',
        actual: 'The helper is `DPoPGenerator`, the setting is `DPOP_PROOF_TTL`, and there is no such exception.',
      },
    ],
  },
  related: {
    'dpop-invalid': 'documented for a refused proof; ARCP 2.1.2 sends dpop-required instead',
    'dpop-binding-mismatch': 'the proof is valid, but its key is not the one in the token',
    'token-not-dpop-bound': 'the proof is there, but the token names no key',
    'mtls-required': 'the route demands a client certificate, not a proof',
    'authentication-failed': 'the access token itself is missing or refused',
  },
  aliases: ['DPOP_REQUIRED'],
  references: [
    {
      title: 'RFC 9449, OAuth 2.0 Demonstrating Proof of Possession (DPoP)',
      url: 'https://www.rfc-editor.org/rfc/rfc9449',
    },
  ],
} satisfies Problem<DpopRequired>;
