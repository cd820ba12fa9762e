import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface DpopRequired {}

const createKey: Step = {
  step: 'Create one key pair for each agent: Ed25519 for `EdDSA`, or P-256 for `ES256`.',
  note: 'The server cannot read RSA keys.',
};
const listAlgorithms: Step = {
  step: 'List the algorithms that the server accepts.',
  request: { method: 'GET', path: '/.well-known/arcp-configuration' },
  expect: 200,
  settings: ['DPOP_ALGORITHMS'],
  note: 'The response has them in `dpop_signing_alg_values_supported`. The shipped nginx returns 403 for this path: ask the server directly, or its operator.',
};
const sendProof: Step = {
  step: 'Send the request with a new proof in the `DPoP` header, and the token in `Authorization: Bearer`.',
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
};

const causes = {
  missing: {
    cause: 'The request has no `DPoP` header, or an empty one.',
    asked: ['no proof', 'proof of possession', 'header missing'],
    fix: [
      createKey,
      {
        step: 'Sign a JWT for this one request.',
        note: 'Its header has `typ` (`dpop+jwt`), `alg` and `jwk`. Its claims are `jti` (16 to 256 characters), `htm`, `htu` without query, and `iat` in whole seconds.',
      },
      sendProof,
      {
        step: 'Make proofs optional with `DPOP_REQUIRED=false`.',
        when: 'for operators, if the agents cannot send proofs',
        settings: ['DPOP_REQUIRED', 'DPOP_ENABLED'],
      },
    ],
  },
  'other-url': {
    cause: 'The proof was signed for a different URL.',
    asked: ['htu', 'reverse proxy', 'host'],
    fix: [
      {
        step: 'Sign a new proof whose `htu` is `{url}`.',
        note: 'That is the URL as the server sees it. Host, port and path must be the same; `http` and `https` count as equal.',
      },
      {
        step: 'Let the proxy forward the `Host` header unchanged.',
        when: 'for operators, if clients call a different host or port',
        note: 'The server builds the URL from `Host` and `X-Forwarded-Proto`.',
      },
      sendProof,
    ],
  },
  'other-method': {
    cause: 'The proof was signed for a different HTTP method.',
    asked: ['htm'],
    fix: [{ step: 'Sign a new proof whose `htm` is `{method}`.' }, sendProof],
  },
  expired: {
    cause: 'The proof is older than `DPOP_PROOF_TTL` seconds, or its own `exp` has passed.',
    short: 'The proof has expired',
    tell: '`detail` says how old the proof is. A fresh proof that looks old means that the clock of the client is slow.',
    asked: ['too old', 'clock', 'iat'],
    fix: [
      { step: 'Sign the proof right before you send it.', settings: ['DPOP_PROOF_TTL'] },
      { step: 'Synchronize the clock of the client.', when: 'if a fresh proof is rejected too' },
      sendProof,
    ],
  },
  'from-the-future': {
    cause: 'The `iat` or `nbf` of the proof is more than `DPOP_CLOCK_SKEW` seconds ahead of the clock of the server.',
    short: 'The proof is dated in the future',
    tell: 'The clock of the client is fast, or the clock of the server is slow.',
    asked: ['clock', 'not yet valid', 'iat'],
    fix: [{ step: 'Synchronize the clock of the client.', settings: ['DPOP_CLOCK_SKEW'] }, sendProof],
  },
  'used-before': {
    cause: 'The `jti` of the proof was used before.',
    tell: 'A retry or a second request sent the proof of the first one.',
    asked: ['replay', 'reused', 'jti', 'twice'],
    fix: [{ step: 'Sign a new proof with a new `jti` for every request, retries included.' }, sendProof],
  },
  'wrong-signature': {
    cause: 'The proof was signed with a different key from the `jwk` in its header, or changed afterwards.',
    short: 'The signature does not match `jwk`',
    asked: ['signature'],
    fix: [{ step: 'Sign the proof with the private key that belongs to the `jwk`.' }, sendProof],
  },
  'unsupported-algorithm': {
    cause: 'The algorithm of the proof is not one of `DPOP_ALGORITHMS`.',
    asked: ['RS256', 'alg'],
    fix: [listAlgorithms, createKey, sendProof],
  },
  'unusable-key': {
    cause: 'The `jwk` of the proof is not a key that the server can use.',
    tell: '`detail` names what is wrong with the key: its type, its curve, or a missing `x` or `y`.',
    asked: ['RSA', 'curve'],
    fix: [
      createKey,
      { step: 'Put the whole public key into the header of the proof: `kty`, `crv`, `x` and, for P-256, `y`.' },
      sendProof,
    ],
  },
  'wrong-header': {
    cause: 'The header of the proof has a wrong `typ` or another wrong parameter, or no `jwk`.',
    short: 'The header of the proof is wrong',
    asked: ['typ', 'jwk'],
    fix: [{ step: 'Write `"typ": "dpop+jwt"` and the public key as `jwk` into the header of the proof.' }, sendProof],
  },
  'wrong-claims': {
    cause: 'A claim of the proof is missing or has a wrong type or length.',
    tell: '`detail` names the claim.',
    asked: ['jti too short', 'iat', 'claim'],
    fix: [
      {
        step: 'Correct the claim that `detail` names.',
        note: '`jti` is a text of 16 to 256 characters, `htm` an HTTP method, `htu` a URL, and `iat` a whole number of seconds.',
      },
      sendProof,
    ],
  },
  'not-a-jwt': {
    cause: 'The value of the `DPoP` header is not a JWT.',
    tell: 'The value does not have three parts of base64url, or it contains two proofs.',
    asked: ['malformed'],
    fix: [{ step: 'Send one signed JWT as the value of the `DPoP` header, without `Bearer` or quotes.' }, sendProof],
  },
  'other-token': {
    cause: 'The `ath` of the proof is the hash of a different access token.',
    tell: 'The token was renewed after the proof was signed, or `ath` is hashed or encoded in another way.',
    asked: ['ath', 'hash'],
    fix: [
      {
        step: 'Compute `ath` from the token that you send, or omit it.',
        note: '`ath` is the base64url SHA-256 of the token, without padding.',
      },
      sendProof,
    ],
  },
} satisfies Causes;

export default {
  title: 'DPoP Proof Required',
  status: 401,
  category: 'token-binding',
  summary: 'This route requires a DPoP proof. The request has none, or the server rejected it.',
  now: 'Sign a new proof for exactly this method and URL, and send it in the DPoP header.',
  explanation: `
A DPoP proof is a small JWT which shows that the sender of a request has a private key. Its header contains \`typ\`, \`alg\`
and the public key as \`jwk\`. Its claims name the HTTP method, the URL, the time and a unique identifier.

With \`DPOP_REQUIRED=true\`, registration, SBOM check and container scan require a proof. ARCP uses this type for a missing
proof and for a rejected one; \`detail\` says why. The token is checked first, so a bad token is reported before a bad
proof. The compliance check requires a proof too, but returns internal-error with the same texts.

Pages on another origin cannot send the header: the CORS preflight fails with 400 \`Disallowed CORS headers\`.`,
  fixedBy: 'client-developer',
  causes,
  answers: [
    { detail: 'DPoP proof header is required', causes: ['missing'] },
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
    {
      detail: 'Proof expired: iat is {age} seconds old (max: {max})',
      causes: ['expired'],
      example: { detail: 'Proof expired: iat is 181 seconds old (max: 120)', instance: '/agents/register' },
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
      detail: 'Validation error: *URL*',
      causes: ['wrong-claims'],
      example: { detail: 'Validation error: Invalid IPv6 URL', instance: '/agents/register' },
    },
    {
      detail: 'Validation error: *',
      causes: ['wrong-header', 'wrong-claims'],
      example: { detail: 'Validation error: Key ID header parameter must be a string', instance: '/agents/register' },
    },
  ],
  retry: { when: 'after-change', because: 'The request needs a valid proof, made for this request.' },
  headers: { 'WWW-Authenticate': 'DPoP error="invalid_dpop_proof", algs="EdDSA ES256"' },
  example: { detail: 'DPoP proof header is required', instance: '/agents/register' },
  prevent: [
    {
      step: 'Sign a new proof for every request, right before sending it.',
      note: 'A wrapper around your HTTP client can do it from method and URL.',
    },
    { step: 'Keep the clocks of clients and server synchronized.', settings: ['DPOP_PROOF_TTL', 'DPOP_CLOCK_SKEW'] },
  ],
  samples: [
    {
      title: 'Sign a proof for each request',
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
    print("Proof rejected:", response.json()["detail"])`,
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
  console.log(\`Proof rejected: \${problem.detail}\`);
}`,
    },
  ],
  operators: `
If agents with the packaged \`ARCPClient\` get this, they cannot send proofs. Move them to a client that can, such as
\`examples/agents/dpop_client.py\`, or set \`DPOP_REQUIRED=false\`.

If many proofs are expired or dated in the future, a clock has drifted. Synchronize it.

If every proof fails with \`URI mismatch\`, a proxy changes \`Host\`. Let the proxy forward it unchanged.`,
  monitor: { log: 'DPoP proof validation failed for *: *' },
  settings: ['DPOP_ENABLED', 'DPOP_REQUIRED', 'DPOP_PROOF_TTL', 'DPOP_CLOCK_SKEW', 'DPOP_ALGORITHMS'],
  endpoints: [
    { route: 'POST /agents/register', when: 'with DPOP_REQUIRED=true' },
    { route: 'POST /security/sbom/verify', when: 'with DPOP_REQUIRED=true' },
    { route: 'POST /security/container/scan', when: 'with DPOP_REQUIRED=true' },
  ],
  clients: { register_agent: '`RegistrationError`; it has neither the type nor the detail.' },
  observed: {
    sent: 'yes',
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A proof that was sent and rejected has the type dpop-invalid.',
        actual: 'A rejected proof has the type dpop-required too, and `detail` gives the reason.',
      },
      {
        documented: 'The compliance check returns dpop-required with status 401 when the proof is missing.',
        actual: 'The compliance check returns internal-error with status 500; three other routes return dpop-required.',
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
    'dpop-invalid': 'documented for a rejected proof; ARCP 2.1.2 sends dpop-required instead',
    'dpop-binding-mismatch': 'the proof is valid, but its key is not the key of the token',
    'mtls-required': 'the route requires a client certificate, not a proof',
    'internal-error': 'how the compliance check reports a missing or rejected proof',
    'authentication-failed': 'the token is missing, or its scheme is not `Bearer`; ARCP rejects the scheme `DPoP`',
  },
  aliases: ['DPOP_REQUIRED'],
  asked: ['DPoP', 'proof of possession'],
  references: [
    {
      title: 'RFC 9449, OAuth 2.0 Demonstrating Proof of Possession (DPoP)',
      url: 'https://www.rfc-editor.org/rfc/rfc9449',
    },
  ],
} satisfies Problem<DpopRequired, typeof causes>;
