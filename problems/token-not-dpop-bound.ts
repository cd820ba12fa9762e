import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface TokenNotDpopBound {}

const fix = [
  {
    step: 'Decode the claims of the token, and look for `cnf.jkt`.',
    note: 'Without it no proof can satisfy the guard.',
  },
  {
    step: 'Leave DPoP optional with `DPOP_REQUIRED=false`.',
    when: 'for operators, as long as the server issues unbound tokens',
    settings: ['DPOP_REQUIRED'],
  },
  { step: 'Issue tokens with `cnf.jkt` before putting `RequireDPoP` on a route.', when: 'for developers of a server' },
] satisfies Step[];

export default {
  title: 'Token Not DPoP Bound',
  status: 401,
  category: 'token-binding',
  summary: 'The request carries a DPoP proof, but the access token is not bound to any key.',
  now: 'Ask the operator how the server binds tokens: a client cannot add the binding.',
  explanation: `
A token that is bound to a key carries the thumbprint of that key in the claim \`cnf.jkt\`. A guard that demands bound
tokens refuses one without this claim, however good the proof is. Only the issuer of the token can put the claim there.

The type is part of ARCP's documented contract. In ARCP 2.1.2 the guard that sends it is on no route, and issued tokens
carry no \`cnf\` claim. It matters for servers that put this guard on routes of their own.`,
  fixedBy: 'server-developer',
  causes: {
    'token-issued-without-key': {
      cause: 'The token was issued without a key binding.',
      tell: 'The claims of the token hold no `cnf.jkt`; this is so for every token that ARCP 2.1.2 issues.',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Access token does not have DPoP binding (missing cnf.jkt)', causes: ['token-issued-without-key'] },
  ],
  retry: { when: 'after-fix', because: 'Only a bound token can pass, and the server decides whether it issues one.' },
  headers: { 'WWW-Authenticate': 'DPoP error="invalid_token", algs="EdDSA ES256"' },
  example: { detail: 'Access token does not have DPoP binding (missing cnf.jkt)', instance: '/agents/register' },
  samples: [
    {
      title: 'Read the binding of a token',
      lang: 'python',
      code: `
import base64
import json

def bound_key(token):
    """Thumbprint of the key a token is bound to, or None."""
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims.get("cnf", {}).get("jkt")

if bound_key("<agent token>") is None:
    print("This token is not bound to a key.")`,
    },
    {
      title: 'Stop instead of trying again',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, tokenNotDpopBound } from 'arcp-problems';

/** Throws when the token can never pass, so that no proof is made in vain. */
export async function assertBound(response: Response): Promise<void> {
  if (isProblem(await readProblem(response), tokenNotDpopBound)) {
    throw new Error('The server wants a token bound to a key. Ask its operator for one.');
  }
}`,
    },
  ],
  operators: `
ARCP 2.1.2 does not send this type. A server with routes of its own can, once \`RequireDPoP\` guards one of them and
\`DPOP_REQUIRED=true\`.`,
  settings: ['DPOP_REQUIRED', 'DPOP_ENABLED'],
  observed: {
    sent: 'no',
    note: 'No route of ARCP 2.1.2 uses the guard that sends it. Faults of the proof arrive as dpop-required.',
    instead: ['dpop-required'],
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A token without a key binding has a type of its own, token-not-dpop-bound.',
        actual: 'The code for it exists in a guard that no route uses.',
      },
      {
        documented: 'A temporary token becomes bound when its request carries a DPoP proof.',
        actual: 'The temporary-token route does not read the header, and issued tokens carry no binding.',
      },
      {
        documented: 'Compliance is checked by `POST /agents/validate_compliance`.',
        actual: 'The route is `POST /auth/agent/validate_compliance`.',
      },
      {
        documented: 'There are `DPoPClientHelper`, `DPoPException` and the setting `DPOP_PROOF_MAX_AGE`.',
        actual: 'The helper is `DPoPGenerator`, the setting is `DPOP_PROOF_TTL`, and there is no such exception.',
      },
    ],
  },
  related: {
    'dpop-required': 'the proof is missing or refused; the token plays no part',
    'dpop-invalid': 'the proof has a fault of its own',
    'dpop-binding-mismatch': 'the token names a key, but another than the proof',
  },
  aliases: ['TOKEN_NOT_DPOP_BOUND'],
  references: [
    { title: 'RFC 9449 section 6, Public Key Confirmation', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-6' },
  ],
} satisfies Problem<TokenNotDpopBound>;
