// cspell:ignore abprs akia glpat pousr
import type { Span } from './json.ts';

/** Finds what must not be passed on: tokens, keys, passwords, PINs, cookies, e-mail addresses. */

export interface Secret extends Span {
  readonly kind: SecretKind;
}

export const secretKinds = ['token', 'key', 'password', 'PIN', 'cookie', 'credentials', 'e-mail address'] as const;
export type SecretKind = (typeof secretKinds)[number];

const quote = String.raw`(?:\\*["'])`;
/** A value in quotes, which are escaped in JSON within JSON, or a bare one. */
const scheme = 'Bearer|Basic|DPoP|Digest|Token';
const value = String.raw`(?:(?<open>${quote})(?:(?:${scheme})\s+)?(?<s>(?:(?!\k<open>)(?:\\.|[^\r\n]))*)|(?:(?:${scheme})\s+)?(?!(?:${scheme})\s)(?<bare>[^\s"'\\&,;{}\[\]<>]+))`;
const named = (names: string) => new RegExp(String.raw`(?<![\w-])(?:${names})${quote}?\s*[:=]\s*${value}`, 'dgi');
const parts = '(?:[a-z0-9]+[_-])*?';
const headers = '(?:proxy-)?authorization|dpop|x-[a-z-]*(?:token|key|secret|pin|password)|api-?key';
const notSecret = '(?:public|idempotency|primary|foreign|sort|partition|cache)[_-]?key';
const namedKey = '(?:api|access|agent|private|secret|signing|encryption|shared|account|master)[_-]?keys?';

const rules: readonly (readonly [SecretKind, RegExp])[] = [
  ['token', /\beyJ[\w-]{4,}(?:\.[\w-]*){1,4}/dg],
  ['key', /-----BEGIN [A-Z ]+-----(?<s>[\s\S]*?)-----END/dg],
  ['cookie', /(?<![\w-])(?:set-)?cookie\s*:\s*(?<s>[^\r\n"']+)/dgi],
  ['credentials', new RegExp(`(?<![\\w-])(?:${headers})\\s*:\\s*(?:(?:${scheme})\\s+)?(?<s>[^\\r\\n"']+)`, 'dgi')],
  [
    'credentials',
    new RegExp(
      `${quote}name${quote}\\s*:\\s*${quote}(?:${headers}|(?:set-)?cookie)${quote}\\s*,\\s*${quote}value${quote}\\s*:\\s*${value}`,
      'dgi',
    ),
  ],
  ['credentials', named(headers)],
  ['credentials', /\b(?:Bearer|Basic|DPoP)\s+(?=[\w.~+/-]*\d)(?<s>[\w.~+/-]{6,}=*)/dg],
  ['credentials', /:\/\/(?<s>[^\s/@"']+:[^\s/@"']*)@/dg],
  ['password', named(String.raw`[\w-]*?(?:password|passwd|passphrase|pwd|secret|credentials?)`)],
  ['PIN', named(`${parts}(?:pin|otp|passcode)`)],
  ['PIN', /\bPIN\s+(?:(?:is|was)\s+)?["']?(?<s>\d{4,12})\b/dgi],
  ['token', named(String.raw`[\w-]*?token|[\w-]*?assertion|${parts}(?:session[_-]?id|sid)`)],
  ['key', named(`(?!${notSecret})(?:${parts}${namedKey}|key)`)],
  ['cookie', named('(?:set-)?cookies?')],
  [
    'key',
    /\b(?:[sr]k[-_](?:live|test|proj)?[\w-]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|npm_\w{30,})/dg,
  ],
  ['e-mail address', /(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/dgi],
  ['key', /(?<![\w/+-])(?=[\w+-]*[a-z])(?=[\w+-]*[A-Z])(?=[\w+-]*\d)[\w+-]{40,}={0,2}/dg],
];

/** Words that stand for a secret already. */
const harmless = /^(?:<[^>]*>?|\[masked:[^\]]*\]|\[FILTERED\]|\*+|null|true|false|\{|\[)$/i;

/** Every secret of a text, in order, without overlap. */
export function secretsIn(text: string): Secret[] {
  const found: Secret[] = [];
  for (const [kind, pattern] of rules) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.s ?? match.indices?.groups?.bare ?? match.indices?.[0] ?? [0, 0];
      if (end > start && !harmless.test(text.slice(start, end).trim())) found.push({ kind, start, end });
    }
  }
  for (const [start, list, end] of cookieLists(text)) {
    for (const match of list.matchAll(/"value"\s*:\s*"((?:[^"\\]|\\.)+)"/dg)) {
      const [from = 0, to = 0] = match.indices?.[1] ?? [];
      if (start + to <= end) found.push({ kind: 'cookie', start: start + from, end: start + to });
    }
  }
  return withoutOverlap(found, text);
}

/** The lists of cookies in an HTTP Archive. */
function cookieLists(text: string): [start: number, list: string, end: number][] {
  return [...text.matchAll(/"cookies"\s*:\s*\[([^\]]*)\]/dg)].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    return [start, match[1] ?? '', end];
  });
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
