import type { Problem } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface TokenNotDpopBound {}

export default {
  title: 'Token Not DPoP Bound',
  status: 401,
  category: 'token-binding',
  summary: 'The request has a DPoP proof, but the access token is not bound to any key.',
  now: 'Ask the operator how the server binds tokens to keys: a client cannot add the binding.',
  explanation: `
A token that is bound to a key has the thumbprint of that key in the claim \`cnf.jkt\`. A guard that requires bound tokens
rejects a token without this claim, even if the proof is valid. Only the issuer of the token can add the claim.

The type is part of ARCP's documented contract, but no route of ARCP 2.1.2 sends it. It matters for servers that use the
guard on their own routes.`,
  fixedBy: 'server-developer',
  causes: {
    'not-bound': {
      cause: 'The token was issued without a key binding.',
      asked: ['cnf', 'jkt'],
      fix: [
        {
          step: 'Decode the claims of the token to check that `cnf.jkt` is missing.',
          note: 'Tokens that ARCP 2.1.2 issues do not have it. The Python sample reads it.',
        },
        {
          step: 'Make DPoP optional with `DPOP_REQUIRED=false`.',
          when: 'for operators, as long as the server issues unbound tokens',
          settings: ['DPOP_REQUIRED'],
        },
        {
          step: 'Issue tokens with `cnf.jkt` before you put `RequireDPoP` on a route.',
          when: 'for developers of a server',
        },
      ],
    },
  },
  answers: [{ detail: 'Access token does not have DPoP binding (missing cnf.jkt)', causes: ['not-bound'] }],
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
    """Thumbprint of the key that a token is bound to, or None."""
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims.get("cnf", {}).get("jkt")

if bound_key("<agent token>") is None:
    print("This token is not bound to a key.")`,
    },
    {
      title: 'Stop instead of retrying',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, tokenNotDpopBound } from 'arcp-problems';

/** Throws if no proof can help, because the token is not bound to a key. */
export async function assertBound(response: Response): Promise<void> {
  if (isProblem(await readProblem(response), tokenNotDpopBound)) {
    throw new Error('The server requires a token that is bound to a key. Ask its operator for one.');
  }
}`,
    },
  ],
  operators: `
ARCP 2.1.2 does not send this type. If your own routes use \`RequireDPoP\` with \`DPOP_REQUIRED=true\`, they do.`,
  settings: ['DPOP_REQUIRED', 'DPOP_ENABLED'],
  observed: {
    sent: 'no',
    note: 'No route of ARCP 2.1.2 uses the guard that sends it. A missing or rejected proof arrives as dpop-required.',
    instead: ['dpop-required'],
    members: [],
    missingHeaders: ['WWW-Authenticate'],
    differences: [
      {
        documented: 'A token without a key binding has its own type, token-not-dpop-bound.',
        actual: 'The code for it is in a guard that no route uses.',
      },
      {
        documented: 'A temporary token is bound to the key of the DPoP proof in its request.',
        actual: 'The temporary-token route does not read the header, and the tokens are not bound.',
      },
      {
        documented: 'The compliance check is `POST /agents/validate_compliance`.',
        actual: 'The route is `POST /auth/agent/validate_compliance`.',
      },
      {
        documented: 'There are `DPoPClientHelper`, `DPoPException` and the setting `DPOP_PROOF_MAX_AGE`.',
        actual: 'The helper is `DPoPGenerator`, the setting is `DPOP_PROOF_TTL`, and there is no such exception.',
      },
    ],
  },
  related: {
    'dpop-required': 'the proof is missing or rejected; the token plays no part',
    'dpop-binding-mismatch': 'the token names a key, but not the key of the proof',
  },
  aliases: ['TOKEN_NOT_DPOP_BOUND'],
  references: [
    { title: 'RFC 9449 section 6, Public Key Confirmation', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-6' },
  ],
} satisfies Problem<TokenNotDpopBound>;
