// cspell:ignore jsonrepair
import type { JsonMember, JsonNode, Span } from './json-tree.ts';

/**
 * Objects that are not quite JSON: printed by a program, escaped in a line of a log, quoted in a mail, or cut off. Libraries
 * read JSON with slips, and do so here (`json-tree.ts`): of 42 forms that the tests have, from the first brace on,
 * jsonc-parser 3.3 reads 16 and jsonrepair 3.15 reads 13, without places. Minified and gzipped, jsonrepair has 2,900 bytes
 * and this file 1,800.
 */
export interface LooseObject extends Span {
  readonly value: Readonly<Record<string, unknown>>;
  readonly node: JsonNode;
  /** The end is missing; what was complete is there. */
  readonly isCut: boolean;
  /** Names have the quotes of JSON, so that it can have been sent in this form. */
  readonly isQuoted: boolean;
}

type Read = { readonly value: unknown; readonly node: JsonNode };

/** Thrown where the text is not even loosely an object. One for all: each new error would record its stack. */
const notRead = new Error('not an object');

const maxDepth = 64;
/** Most characters that are looked at, however many braces there are. */
const most = 500_000;
/** Blanks, also escaped ones. */
const blank = /[\s\uFEFF]+|<EOL>|\\{1,16}[nrt](?![\w"'])/y;
/** What quotes a line in a mail, or names its container. */
const margin = />|[\w.-]+ +\|/y;
/** Longest start of a line that is looked for in the lines after it. */
const longestMargin = 200;
/** Also the quotes of HTML and of CSV. */
const quoteSign = /&quot;|&#34;|""(?=""|[^"\s,:}\]])|\\{0,15}["'`\u201c\u201d\u201e\u2018\u00ab]/y;
/** What stands around a value that can be absent in Rust, Swift and Haskell. */
const wrapper = /(?:Some|Optional|Just)\s*\(/y;
/** Where an object begins; in Swift and Elixir in other brackets. */
const opening = /\{|[[(](?=\s{0,20}["']?\w{1,40}["']?: )/g;
const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const word = /:?[$\w][\w$.+-]*(?:\([^()\n]*\))?|-[\d.][\w.]*|\[[A-Z]\w*(?::? [\w ()]+)?\]|<[^<>\n]*>/y;
const bareName = /[$\w-]+|\[Symbol\([^()\n]*\)\]/y;
/** Stands before a name in Ruby. */
const symbolSign = /:(?=\w)/y;
const closing: Readonly<Record<string, string>> = {
  '\u201c': '\u201d',
  '\u201e': '\u201c',
  '\u2018': '\u2019',
  '\u00ab': '\u00bb',
};
const constants = new Map<string, unknown>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['nil', null],
]);

/** A member by its name in a program: fields of Go and properties of C# begin with a capital letter. */
export function named(field: string): string {
  return /^[A-Z]/.test(field) ? field.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase() : field;
}

/** Every object of a text that begins with a member and fits, in order. */
export function looseObjects(text: string, fits: (value: Readonly<Record<string, unknown>>) => boolean): LooseObject[] {
  const found: LooseObject[] = [];
  const next = (from: number) => {
    opening.lastIndex = from;
    return opening.exec(text)?.index ?? -1;
  };
  let start = next(0);
  for (let spent = 0; start >= 0 && spent < most && found.length < 100; ) {
    const { object, end } = readObject(text, start);
    spent += end - start;
    const isFound = object !== undefined && fits(object.value);
    if (isFound) found.push(object);
    start = next(isFound ? end : start + 1);
  }
  return found;
}

function readObject(text: string, start: number): { object?: LooseObject; end: number } {
  const prefix = marginOf(text, start);
  let at = start;
  let isCut = false;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0];
    at += taken?.length ?? 0;
    return taken;
  };
  /** Just behind the next `sign`, or the end of the text. */
  const behind = (sign: string, from: number): number => {
    const found = text.indexOf(sign, from);
    return found < 0 ? text.length : found + sign.length;
  };
  const skip = (): void => {
    for (;;) {
      if (text.startsWith('//', at)) at = behind('\n', at);
      else if (text.startsWith('/*', at)) at = behind('*/', at + 2);
      else if (take(blank) === undefined && (text[at - 1] !== '\n' || !skipMargin())) return;
    }
  };
  const skipMargin = (): boolean => {
    const end = prefix === '' ? at : behindMargin(text, at, prefix);
    if (end === at) return take(margin) !== undefined;
    at = end;
    return true;
  };
  /** The next sign after blanks and comments; none where the text ends or leaves something out. */
  const next = (): string | undefined => {
    skip();
    isCut ||= at >= text.length || /^(?:\.\.\.|\u2026)/.test(text.slice(at, at + 3));
    return isCut ? undefined : text[at];
  };

  function value(depth: number): Read {
    const sign = next();
    if (depth > maxDepth || sign === undefined) throw notRead;
    const from = at;
    if (sign === '{') return object(depth);
    if (take(wrapper) !== undefined) return wrapped(depth);
    const isQuoted = quoteAhead();
    if (isQuoted) return { value: string(), node: { kind: 'string', start: from, end: at } };
    const bare = take(word);
    if (bare === undefined) {
      if (sign === '[') return array(depth);
      throw notRead;
    }
    const isNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(bare);
    const known = constants.has(bare) ? constants.get(bare) : bare === 'undefined' ? undefined : bare;
    const node: JsonNode = { kind: isNumber ? 'number' : 'literal', start: from, end: at };
    return { value: isNumber ? Number(bare) : known, node };
  }

  function wrapped(depth: number): Read {
    const read = value(depth + 1);
    if (next() === ',') at += 1;
    if (next() === ')') at += 1;
    else if (!isCut) throw notRead;
    return read;
  }

  /** Without quotes, up to a comma, as Java prints it. */
  function plainValue(depth: number): Read {
    const from = at;
    if (/["'{[]/.test(text[at] ?? '')) return value(depth);
    const words = (take(/[^,{}[\]\n]+/y) ?? '').trim();
    const node: JsonNode = { kind: 'string', start: from, end: from + words.length };
    if (/^\d+$/.test(words)) return { value: Number(words), node };
    return { value: constants.has(words) ? constants.get(words) : words, node };
  }

  function quoteAhead(): boolean {
    quoteSign.lastIndex = at;
    return quoteSign.test(text);
  }

  function object(depth: number): Read & { value: Record<string, unknown> } {
    const from = at;
    const members: JsonMember[] = [];
    const bag: [string, unknown][] = [];
    const end = closers[text[at] ?? ''];
    at += 1;
    while (next() !== undefined && text[at] !== end) {
      const keyStart = at;
      take(symbolSign);
      const given = quoteAhead() ? string() : take(bareName);
      if (isCut) break;
      if (given === undefined) throw notRead;
      const key = { start: keyStart, end: at };
      if (next() === undefined) break;
      const separator = take(/:|=>|=/y);
      if (separator === undefined) throw notRead;
      const name = separator === '=' ? named(given) : given;
      if (next() === undefined) break;
      const { value: own, node } = separator === '=' ? plainValue(depth + 1) : value(depth + 1);
      if (isCut && node.kind === 'string') break;
      if (own !== undefined) bag.push([name, own]);
      members.push({ name, key, node });
      if (next() === ',') at += 1;
      else if (!isCut && text[at] !== end) throw notRead;
    }
    if (!isCut) at += 1;
    return { value: Object.fromEntries(bag), node: { kind: 'object', start: from, end: at, members } };
  }

  function array(depth: number): Read {
    const from = at;
    const items: Read[] = [];
    at += 1;
    while (next() !== undefined && text[at] !== ']') {
      items.push(value(depth + 1));
      if (next() === ',') at += 1;
      else if (!isCut && text[at] !== ']') throw notRead;
    }
    if (!isCut) at += 1;
    return {
      value: items.map((item) => item.value),
      node: { kind: 'array', start: from, end: at, items: items.map(({ node }) => node) },
    };
  }

  /** Between two equal quotes, which have backslashes before them in JSON within JSON. */
  function string(): string {
    const open = take(quoteSign) ?? '"';
    const isSpelled = open === '""' || open.startsWith('&');
    const slashes = isSpelled ? 0 : open.length - 1;
    const close = isSpelled ? open : open.slice(0, -1) + (closing[open.slice(-1)] ?? open.slice(-1));
    const from = at;
    for (;;) {
      const end = text.indexOf(close, at);
      isCut = end < 0;
      at = isCut ? text.length : end + close.length;
      if (isCut) return '';
      if (end - from > 20_000) throw notRead;
      let before = 0;
      while (before < 64 && end - before > from && text[end - before - 1] === '\\') before += 1;
      if (slashes === 0 ? before % 2 === 1 : before > 0) continue;
      let inner = unwrapped(text.slice(from, end));
      for (let layer = 1; layer <= slashes + 1; layer *= 2) inner = unescaped(inner);
      return inner;
    }
  }

  try {
    const { value: bag, node } = object(0);
    const isQuoted = /^\{\s*"[^"]*"\s*:/.test(text.slice(start, start + 200));
    return { object: { start, end: at, value: bag, node, isCut, isQuoted }, end: at };
  } catch (error) {
    if (error === notRead) return { end: at };
    throw error;
  }
}

/** What is before an object on its line: a log writes it before each line, with another time or count. */
function marginOf(text: string, start: number): string {
  // A search back through the whole text, for each brace, would take its time squared.
  const before = text.slice(Math.max(0, start - longestMargin - 1), start);
  const margin = before.slice(before.lastIndexOf('\n') + 1);
  return margin.length > longestMargin ? '' : margin.trimEnd();
}

/** Just behind a margin whose digits may differ; the given place where there is none. */
function behindMargin(text: string, from: number, prefix: string): number {
  let at = from;
  for (const part of prefix.match(/\d+|\D+/g) ?? []) {
    if (/\d/.test(part)) {
      const digits = /\d+/y;
      digits.lastIndex = at;
      if (!digits.test(text)) return from;
      at = digits.lastIndex;
    } else if (text.startsWith(part, at)) at += part.length;
    else return from;
  }
  return at;
}

/** The inside of a text that was wrapped: in a terminal between any signs, and with an indent between words. */
export function unwrapped(text: string): string {
  const joint = /[^\S\r\n]/.test(text.replace(/\r?\n[ \t]*/g, '')) ? ' ' : '';
  return text.replace(/\r?\n([ \t]*)/g, (_, indent: string) => (indent === '' ? '' : joint));
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, wide, narrow, sign) => {
    if (sign !== undefined) return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign as string] ?? sign;
    return String.fromCharCode(Number.parseInt(wide ?? narrow, 16));
  });
}
