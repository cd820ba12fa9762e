// cspell:ignore abprs akia bkty dgiu glpat pousr
import type { Span } from './json-tree.ts';

/** Finds what must not be passed on: tokens, keys, passwords, PINs, cookies, e-mail addresses. */

export interface Secret extends Span {
  readonly kind: SecretKind;
}

export const secretKinds = ['token', 'key', 'password', 'PIN', 'cookie', 'credentials', 'e-mail address'] as const;
export type SecretKind = (typeof secretKinds)[number];

const quote = String.raw`(?:\\{0,15}["'])`;
/** A value in quotes, which are escaped in JSON within JSON, or a bare one. */
const scheme = 'Bearer|Basic|DPoP|Digest|Token';
const value = String.raw`(?:(?<open>${quote})(?:(?:${scheme})\s+)?(?<s>(?:(?!\k<open>)(?:\\.|[^\r\n]))*)|(?:(?:${scheme})\s+)?(?!(?:${scheme})\s)(?<bare>[^\s"'\\&,;{}\[\]<>]+))`;
const named = (names: string) =>
  new RegExp(String.raw`(?<![\w-])(?:${names})${quote}?\s*(?:=>|[:=])\s*${value}`, 'dgi');
const parts = '(?:[a-z0-9]+[_-])*?';
const headers = '(?:[a-z]+-)*authorization|dpop|x-[a-z-]*(?:token|key|secret|pin|password|fingerprint)|api-?key';
const fields = `(?:${headers}|(?:set-)?cookie)`;
const notSecret = '(?:public|idempotency|primary|foreign|sort|partition|cache)[_-]?key';
const namedKey = '(?:api|access|agent|private|secret|signing|encryption|shared|account|master)[_-]?keys?';

const rules: readonly (readonly [SecretKind, RegExp])[] = [
  ['token', /\beyJ[\w-]{4,}(?:\.[\w-]*){1,4}/dg],
  ['key', /-----BEGIN [A-Z ]+-----(?<s>(?:(?!-----)[\s\S])+)/dg],
  ['cookie', /(?<![\w-])(?:set-)?cookie\s*:\s*(?<s>[^\r\n"']+)/dgi],
  ['credentials', new RegExp(`(?<![\\w-])(?:${headers})\\s*:\\s*(?:(?:${scheme})\\s+)?(?<s>[^\\r\\n"']+)`, 'dgi')],
  [
    'credentials',
    new RegExp(
      `${quote}name${quote}\\s*:\\s*${quote}${fields}${quote}\\s*,\\s*${quote}value${quote}\\s*:\\s*${value}`,
      'dgi',
    ),
  ],
  [
    'credentials',
    new RegExp(
      `${quote}value${quote}\\s*:\\s*${quote}(?<s>[^"'\\\\\\r\\n]+)${quote}\\s*,\\s*${quote}name${quote}\\s*:\\s*${quote}${fields}${quote}`,
      'dgi',
    ),
  ],
  // A pair of name and value, which is no list of two names.
  [
    'credentials',
    new RegExp(
      `[([]\\s*b?${quote}${fields}${quote}\\s*,\\s*b?(?!${quote}${fields}${quote})${quote}(?<s>[^"'\\r\\n]+)${quote}`,
      'dgi',
    ),
  ],
  ['credentials', named(headers)],
  ['credentials', /\b(?:Bearer|Basic|DPoP)\s+(?=[\w.~+/-]*\d)(?<s>[\w.~+/-]{6,}=*)/dg],
  [
    'credentials',
    /\b(?:Bearer|Basic|DPoP)\s+(?!auth|token|scheme|credential|challenge|proof|binding)(?<s>[\w.~+/-]{6,}=*)(?=["'\\\s]*$|["'\\])/dgm,
  ],
  ['credentials', /:\/\/(?<s>[^\s/@"'?#<>]+)@/dg],
  ['credentials', /(?<![\w-])(?:-u|--(?:proxy-)?user)[ =]*["']?(?<s>[^\s"':]+:[^\s"']+)/dg],
  ['credentials', /(?<![\w-])--[\w-]*(?:password|token|secret|key|pin|cookie)[ =]["']?(?<s>[^\s"'-][^\s"']*)/dg],
  ['credentials', /<(?:[\w.-]*(?:password|token|secret|key|pin))>(?<s>[^<]+)</dgi],
  ['credentials', /[?&](?:code|sig|[\w-]*signature|auth|session|jwt)=(?!\d{1,4}(?:[&\s]|$))(?<s>[^\s&#"'<>]+)/dgi],
  ['password', named(String.raw`[\w-]*?(?:password|passwd|passphrase|pwd|secret|credentials?)`)],
  ['PIN', named(`${parts}(?:pin|otp|passcode)`)],
  ['PIN', /\bPIN\s+(?:(?:is|was)\s+)?["']?(?<s>\d{4,12})\b/dgi],
  ['token', named(String.raw`[\w-]*?token|[\w-]*?assertion|code_?verifier|[\w-]*?sess(?:ion)?[_-]?id|${parts}sid`)],
  ['key', named(`(?!${notSecret})(?:${parts}${namedKey}|key)`)],
  ['cookie', named('(?:set-)?cookies?')],
  [
    'key',
    /\b(?:[sr]k[-_](?:live|test|proj)?[\w-]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|A[KS]IA[0-9A-Z]{14,}|AIza[\w-]{30,}|(?:npm|hf)_\w{26,}|ya29\.[\w.-]{10,}|do[opr]_v1_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,})/dg,
  ],
  ['e-mail address', /(?<![\w.+-])[\w.+-]+(?:@|%40)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/dgiu],
  ['key', /(?<![\w/+-])(?=[\w+-]*[a-z])(?=[\w+-]*[A-Z])(?=[\w+-]*\d)[\w+-]{40,}={0,2}/dg],
];

const listed = (names: string) =>
  new RegExp(String.raw`(?<![\w-])(?:${names})${quote}?\s*(?:=>|[:=])\s*\[[^\]]{0,8000}`, 'gi');
const item = new RegExp(`${quote}(?:(?:${scheme})\\s+)?(?<s>[^"'\\\\]+)${quote}\\s*(?:,|$)`, 'dgi');

/** Values within brackets: the list of what is secret, the cookies of an HTTP Archive, the private half of a key. */
const blocks: readonly (readonly [SecretKind, RegExp, RegExp])[] = [
  ['credentials', listed(`${headers}|(?:set-)?cookie`), item],
  ['token', listed(String.raw`[\w-]*?(?:token|secret|password)s?`), item],
  ['cookie', /"cookies"\s*:\s*\[[^\]]*/g, /"value"\s*:\s*"(?<s>(?:[^"\\]|\\.)+)"/dg],
  [
    'key',
    /\{(?=[^{}]*\bkty\b)[^{}]*/g,
    new RegExp(`${quote}(?:d|p|q|dp|dq|qi|k)${quote}\\s*:\\s*${quote}(?<s>[^"'\\\\]+)`, 'dg'),
  ],
];

/** Words that stand for a secret already. */
const harmless =
  /^(?:<[^>]*>?|\[masked:[^\]]*\]|\[FILTERED\]|\*+|null|true|false|\{|\[|must|is|was|has|not|missing|required|expired|invalid|refused|provide|value)$/i;

/** Every secret of a text, in order, without overlap. */
export function secretsIn(text: string): Secret[] {
  const found: Secret[] = [];
  for (const [kind, pattern] of rules) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.s ?? match.indices?.groups?.bare ?? match.indices?.[0] ?? [0, 0];
      if (end > start && !harmless.test(text.slice(start, end).trim())) found.push({ kind, start, end });
    }
  }
  for (const [kind, inside, member] of blocks) {
    for (const block of text.matchAll(inside)) {
      for (const match of block[0].matchAll(member)) {
        const [start = 0, end = 0] = match.indices?.groups?.s ?? [];
        found.push({ kind, start: block.index + start, end: block.index + end });
      }
    }
  }
  return withoutOverlap(found, text);
}

/** The first of overlapping ones grows over the others; line breaks stay, so that lines keep their numbers. */
function withoutOverlap(found: readonly Secret[], text: string): Secret[] {
  const merged: Secret[] = [];
  for (const secret of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && secret.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
    else merged.push(secret);
  }
  return merged.flatMap((secret) => {
    const parts: Secret[] = [];
    for (const line of text.slice(secret.start, secret.end).matchAll(/[^\r\n]+/g)) {
      const start = secret.start + line.index;
      if (line[0].trim() !== '') parts.push({ kind: secret.kind, start, end: start + line[0].length });
    }
    return parts;
  });
}

/** What stands in the place of a secret; a bare number of JSON becomes a text, so that it stays JSON. */
export function maskOf(text: string, { kind, start, end }: Secret): string {
  const label = `[masked:${kind.replace(' address', '')}]`;
  const isBareNumber =
    /^-?[\d.]+$/.test(text.slice(start, end)) && /["']\s*:\s*$/.test(text.slice(Math.max(0, start - 6), start));
  return isBareNumber ? `"${label}"` : label;
}

/** A text with its secrets replaced. */
export function masked(text: string): string {
  let result = '';
  let from = 0;
  for (const secret of secretsIn(text)) {
    result += text.slice(from, secret.start) + maskOf(text, secret);
    from = secret.end;
  }
  return result + text.slice(from);
}
