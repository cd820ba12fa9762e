import type { Secret, SecretKind } from './secret.ts';

/** Secrets that a name gives away: `token=…`, `"password": "…"`, `Authorization: Bearer …`, `"tokens": ["…", "…"]`. */

/** A name with what stands between it and its value; also in the quotes of chats, HTML and CSV, and in brackets in PHP. */
const head = /(?:^|[^\w-])([\w-]+)([\\^]{0,31}["']{1,2}|[\u201c\u201d\u2019\u00bb]|&quot;|&#34;|["']?\])?\s*(=>|[:=])/g;

const headerName =
  /(?:^|-)authorization$|^dpop$|^x-[\w-]*(?:token|key|secret|pin|password|fingerprint)$|^api-?key$|^(?:set-)?cookie$/i;
const publicKey = /^(?:public|idempotency|primary|foreign|sort|partition|cache)[_-]?key/i;
const listName = /(?:token|secret|password)s?$/i;
const names: readonly (readonly [SecretKind, RegExp])[] = [
  ['cookie', /^(?:set-)?cookies?$/i],
  ['credentials', headerName],
  ['password', /(?:password|passwd|passphrase|pwd|secret|credentials?)$/i],
  ['PIN', /(?:^|[_-])(?:pin|otp|passcode)$/i],
  ['token', /(?:token|assertion)$|^code_?verifier$|sess(?:ion)?[_-]?id$|(?:^|[_-])sid$/i],
  ['key', /(?:^|[_-])(?:api|access|agent|private|secret|signing|encryption|shared|account|master)[_-]?keys?$|^key$/i],
];

const blank = /\s*/y;
const scheme = /(?:Bearer|Basic|DPoP|Digest|Token)\s+/iy;
/** Quotes are escaped in JSON within JSON, and in a command of Windows. */
const quote = /[\\^]{0,31}["']|[\u201c\u201d\u201e\u2018\u00ab]|&quot;|&#34;/y;
const closing: Readonly<Record<string, string>> = {
  '\u201c': '\u201d',
  '\u201e': '\u201c',
  '\u2018': '\u2019',
  '\u00ab': '\u00bb',
};
/** What stands before a value in Rust and Swift, in PHP and in Go. */
const wrapper = /(?:(?:Some|Optional|Just)\s*\(\s*|string\(\d+\)\s*|\[\]\w+\{)/y;
const bare = /[^\s"'\\&,;{}[\]<>]+/y;
const bareList = /[^\s"'\\&;{}[\]<>]+/y;
const restOfLine = /(?:=["'][^"'\r\n]*["']|[^\r\n"'])+/y;

/** Each value whose name tells that it is secret. */
export function namedSecrets(text: string): Secret[] {
  const found: Secret[] = [];
  let listedUntil = 0;
  for (let match = next(text, 0); match; match = next(text, match.from)) {
    const { name, isLine, end } = match;
    const kind = kindOf(name);
    const value =
      (isLine && kind && headerName.test(name) && lineAt(text, end)) || (kind && valueAt(text, end, /s$/i.test(name)));
    if (kind && value) {
      found.push({ kind, ...value });
      match.from = Math.max(match.from, value.end);
    } else if (text[end] === '[' && end >= listedUntil && (headerName.test(name) || listName.test(name))) {
      const close = text.indexOf(']', end);
      listedUntil = close < 0 ? text.length : close;
      found.push(...itemsOf(text, end, listedUntil, kind ?? 'token'));
    }
  }
  return found;
}

/** The next name; the search goes on at its separator, which can stand before another name. */
function next(text: string, from: number): { name: string; isLine: boolean; end: number; from: number } | undefined {
  head.lastIndex = from;
  const [all = '', name = '', closing, separator] = head.exec(text) ?? [];
  if (all === '') return undefined;
  const isLine = closing === undefined && separator === ':';
  return { name, isLine, end: behind(blank, text, head.lastIndex), from: head.lastIndex - 1 };
}

function kindOf(name: string): SecretKind | undefined {
  if (publicKey.test(name)) return undefined;
  return names.find(([, pattern]) => pattern.test(name))?.[0];
}

export function isHeaderName(name: string): boolean {
  return headerName.test(name);
}

type Place = { start: number; end: number };

/** The value that begins at a place, without its quotes and its scheme. */
export function valueAt(text: string, at: number, isList = false): Place | undefined {
  const from = behind(wrapper, text, at);
  const open = openAt(text, from);
  const start = behind(scheme, text, from + open.length);
  const end =
    open === '' ? behind(isList ? bareList : bare, text, start) : endOfQuoted(text, start, closing[open] ?? open);
  return end > start ? { start, end } : undefined;
}

/** The quote at a place; CSV doubles those within a cell. */
function openAt(text: string, at: number): string {
  const open = text.slice(at, behind(quote, text, at));
  return open === '"' && /^"[^"\s,:}\]]/.test(text.slice(at + 1, at + 3)) ? '""' : open;
}

/** Where a quoted value ends: at the same quote, or with its line. */
function endOfQuoted(text: string, start: number, close: string): number {
  let at = start;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r' && !text.startsWith(close, at))
    at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

/** The rest of a header line. */
function lineAt(text: string, at: number): Place | undefined {
  const start = behind(scheme, text, at);
  const end = behind(restOfLine, text, start);
  return end > start ? { start, end } : undefined;
}

const item = /["']([^"'\\]+)\\*["']\s*(?:,|$)/dg;

/** The texts of a list. */
function itemsOf(text: string, start: number, end: number, kind: SecretKind): Secret[] {
  return [...text.slice(start, end).matchAll(item)].map((match) => {
    const [from = 0, to = 0] = match.indices?.[1] ?? [];
    return { kind, start: behind(scheme, text, start + from), end: start + to };
  });
}

/** The place behind a sticky pattern, or the same place where it does not fit. */
export function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
