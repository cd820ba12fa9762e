// cspell:ignore bkty glpat pousr abprs akia
import { behind, isHeaderName, valueAt } from './named.ts';
import type { Secret, SecretKind } from './secret.ts';

/** Secrets that their own shape gives away, or what stands around them. */

interface Rule {
  readonly kind: SecretKind;
  /** What stands before the secret, and the name in it where there is one. */
  readonly before: RegExp;
  readonly isName?: (name: string) => boolean;
  /** The secret, from there on; the value in quotes or without where absent. */
  readonly secret?: RegExp;
  readonly fits?: (secret: string, text: string, end: number) => boolean;
}

const secretName = /(?:password|token|secret|key|pin|cookie)$/i;
const queryName = /^(?:code|sig|auth|session|jwt)$|signature$/i;
const challenge = /^(?:auth|token|scheme|credential|challenge|proof|binding)/;
/** Fewest characters behind the prefix of a key, by the first two of the prefix. */
const leastOfKey: Readonly<Record<string, number>> = {
  sk: 16,
  rk: 16,
  gh: 20,
  gi: 20,
  gl: 16,
  xo: 10,
  AK: 14,
  AS: 14,
  AI: 30,
  np: 26,
  hf: 26,
  ya: 10,
  do: 30,
  SG: 33,
};

/** An argument of a command: up to the quote that stands before it, or else to a blank. */
const argument = /(?<=")[^"\r\n]+|(?<=')[^'\r\n]+|[^\s"']+/y;

const rules: readonly Rule[] = [
  { kind: 'token', before: /\b(?=eyJ)/g, secret: /[\w-]+(?:\.[\w-]*){0,4}/y, fits: (jwt) => /^.{7}[^.]*\./.test(jwt) },
  { kind: 'key', before: /-----BEGIN [A-Z ]+-----/g, secret: /[^-]+(?:-{1,4}[^-]+)*/y },
  {
    kind: 'credentials',
    before: /[([]\s*b?\\*["']([\w-]+)\\*["']\s*,\s*b?(?=\\*["'])/g,
    isName: isHeaderName,
    fits: (value) => !isHeaderName(value),
  },
  {
    kind: 'credentials',
    before: /\b(?:Bearer|Basic|DPoP)\s+/g,
    secret: /[\w.~+/-]+=*/y,
    fits: (value, text, end) =>
      /^[^=]{6}/.test(value) && (/\d/.test(value) || (!challenge.test(value) && isEndOfValue(text, end))),
  },
  {
    kind: 'credentials',
    before: /(?:^|[^\w-])(?:-u|--(?:proxy-)?user)[ =]*["']?/g,
    secret: argument,
    fits: (pair) => pair.indexOf(':') > 0,
  },
  {
    kind: 'credentials',
    before: /(?:^|[^\w-])--([\w-]+)[ =]["']?/g,
    isName: (name) => secretName.test(name),
    secret: argument,
    fits: (value) => !value.startsWith('-'),
  },
  { kind: 'cookie', before: /\bCookie\(\s*["'][^"'\n]{1,200}["']\s*,\s*(?=["'])/g },
  { kind: 'credentials', before: /<([\w.-]+)>/g, isName: (name) => secretName.test(name), secret: /[^<]+(?=<)/y },
  {
    kind: 'credentials',
    before: /[?&]([\w-]+)=/g,
    isName: (name) => queryName.test(name),
    secret: /[^\s&#"'<>]+/y,
    fits: (value) => !/^\d{1,4}$/.test(value),
  },
  { kind: 'credentials', before: /:\/\//g, secret: /[^\s/"'?#<>]+(?=@)/y },
  { kind: 'PIN', before: /\bPIN\s+(?:(?:is|was)\s+)?["']?/gi, secret: /\d{4,12}\b/y },
  {
    kind: 'key',
    before: /\b(?=[sr]k[-_]|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|A[KS]IA|AIza|npm_|hf_|ya29\.|do[opr]_v1_|SG\.)/g,
    secret: /[\w-]+(?:\.[\w-]+)*/y,
    fits: (key) => key.length >= 4 + (leastOfKey[key.slice(0, 2)] ?? 0),
  },
];

/** Each secret that can be told without its name. */
export function shapedSecrets(text: string): Secret[] {
  return [...rules.flatMap((rule) => byRule(text, rule)), ...mails(text), ...randomKeys(text), ...inBlocks(text)];
}

/** Whether a value ends with its line or at a quote, and no words follow. */
function isEndOfValue(text: string, end: number): boolean {
  return behind(/[ \t]*(?:[\r\n"'\\]|$)/y, text, end) > end || end === text.length;
}

/** No text is read twice: the search goes on behind a secret, and behind what looked like one. */
function byRule(text: string, { kind, before, isName, secret, fits }: Rule): Secret[] {
  const found: Secret[] = [];
  before.lastIndex = 0;
  for (let match = before.exec(text); match; match = before.exec(text)) {
    const at = before.lastIndex;
    const isNamed = !isName || isName(match[1] ?? '');
    const value = isNamed ? (secret ? placeOf(secret, text, at) : valueAt(text, at)) : undefined;
    if (value && (!fits || fits(text.slice(value.start, value.end), text, value.end))) found.push({ kind, ...value });
    before.lastIndex = Math.max(value?.end ?? 0, match[0] === '' ? at + 1 : at);
  }
  return found;
}

function placeOf(pattern: RegExp, text: string, start: number): { start: number; end: number } | undefined {
  const end = behind(pattern, text, start);
  return end > start ? { start, end } : undefined;
}

function mails(text: string): Secret[] {
  return [...text.matchAll(/[\w.+-]+(?:(?:@|%40)([\p{L}\d-]+(?:\.[\p{L}\d-]+)*))?/gu)].flatMap((match): Secret[] =>
    /\.\p{L}{2}/u.test(match[1] ?? '')
      ? [{ kind: 'e-mail address', start: match.index, end: match.index + match[0].length }]
      : [],
  );
}

/** Long runs of letters of both cases and digits. */
function randomKeys(text: string): Secret[] {
  return [...text.matchAll(/[\w+/-]+/g)].flatMap(({ 0: run, index }): Secret[] => {
    const [key = ''] = run.split('/', 1);
    const isRandom = key.length >= 40 && /[a-z]/.test(key) && /[A-Z]/.test(key) && /\d/.test(key);
    return isRandom ? [{ kind: 'key', start: index, end: index + key.length }] : [];
  });
}

/** A header field, or a field of a form. */
function isSecretName(name: string): boolean {
  return isHeaderName(name) || secretName.test(name);
}

/** The cookies of an HTTP Archive, the private half of a key, and values that stand before their names. */
const blocks: readonly (readonly [SecretKind, RegExp, (block: string) => boolean, RegExp])[] = [
  ['cookie', /"cookies"\s*:\s*\[[^\]]*/g, () => true, /"value"\s*:\s*"((?:[^"\\]|\\[\s\S])+)/dg],
  ['key', /\{[^{}]*/g, (block) => /\bkty\b/.test(block), /["'](?:d|p|q|dp|dq|qi|k)\\*["']\s*:\s*\\*["']([^"'\\]+)/dg],
  [
    'credentials',
    /(?:^|\{)[^{}]+/g,
    (block) => isSecretName(/["']name\\*["']\s*:\s*\\*["']([\w-]+)/i.exec(block)?.[1] ?? ''),
    /["']value\\*["']\s*:\s*\\*["']([^"'\\]+)/dgi,
  ],
];

function inBlocks(text: string): Secret[] {
  return blocks.flatMap(([kind, block, isSecret, member]) =>
    [...text.matchAll(block)].flatMap(({ 0: inner, index }) =>
      !isSecret(inner)
        ? []
        : [...inner.matchAll(member)].map((match): Secret => {
            const [start = 0, end = 0] = match.indices?.[1] ?? [];
            return { kind, start: index + start, end: index + end };
          }),
    ),
  );
}
