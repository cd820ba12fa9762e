import type { JsonMember, JsonNode, Span } from './json-tree.ts';

/** Objects that are not quite JSON: printed by a program, escaped in a line of a log, quoted in a mail, or cut off. */
export interface LooseObject extends Span {
  readonly value: Readonly<Record<string, unknown>>;
  readonly node: JsonNode;
  /** The end is missing; what was complete is there. */
  readonly isCut: boolean;
  /** Names have the quotes of JSON, so that it can have been sent in this form. */
  readonly isQuoted: boolean;
}

type Read = { readonly value: unknown; readonly node: JsonNode };

/** The text is not even loosely an object. */
class NotRead extends Error {}

const maxDepth = 64;
/** Most characters that are looked at, however many braces there are. */
const most = 500_000;
/** Blanks, also escaped ones; comments; what quotes a line in a mail or names its container. */
const blank = /(?:[\s\uFEFF]|<EOL>|\\{1,16}[nrt](?![\w"'])|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=\n)(?:>|[\w.-]+ +\|))+/y;
const quoteSign = /\\{0,15}["'`\u201c\u2018]/y;
const word = /[$\w][\w$.+-]*(?:\([^()\n]{0,200}\))?|-[\d.]+\w*|\[[A-Z]\w*(?::? [\w ()]+)?\]|<[^<>\n]{0,80}>/y;
const closing: Readonly<Record<string, string>> = { '\u201c': '\u201d', '\u2018': '\u2019' };
const constants = new Map<string, unknown>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['nil', null],
]);

/** Every object of a text that begins with a member and fits, in order. */
export function looseObjects(text: string, fits: (value: Readonly<Record<string, unknown>>) => boolean): LooseObject[] {
  const found: LooseObject[] = [];
  const start = /\{(?=(?:\s|<EOL>|\\{1,16}[nrt]|>|\/\/[^\n]*|[\w.-]+ +\|)*(?:\\{0,15}["'`\u201c\u2018]|[$\w]+ ?[:=]))/g;
  for (let spent = 0; spent < most && found.length < 100; ) {
    const match = start.exec(text);
    if (!match) break;
    const { object, end } = readObject(text, match.index);
    spent += end - match.index;
    if (!object || !fits(object.value)) continue;
    found.push(object);
    start.lastIndex = object.end;
  }
  return found;
}

function readObject(text: string, start: number): { object?: LooseObject; end: number } {
  let at = start;
  let isCut = false;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0];
    at += taken?.length ?? 0;
    return taken;
  };
  /** The next sign after blanks; none where the text ends or leaves something out. */
  const next = (): string | undefined => {
    take(blank);
    isCut ||= at >= text.length || /^(?:\.\.\.|\u2026)/.test(text.slice(at, at + 3));
    return isCut ? undefined : text[at];
  };

  function value(depth: number): Read {
    const sign = next();
    if (depth > maxDepth || sign === undefined) throw new NotRead();
    const from = at;
    if (sign === '{') return object(depth);
    const isQuoted = quoteAhead();
    if (isQuoted) return { value: string(), node: { kind: 'string', start: from, end: at } };
    const bare = take(word);
    if (bare === undefined) {
      if (sign === '[') return array(depth);
      throw new NotRead();
    }
    const isNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(bare);
    const known = constants.has(bare) ? constants.get(bare) : bare === 'undefined' ? undefined : bare;
    const node: JsonNode = { kind: isNumber ? 'number' : 'literal', start: from, end: at };
    return { value: isNumber ? Number(bare) : known, node };
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
    at += 1;
    while (next() !== undefined && text[at] !== '}') {
      const keyStart = at;
      const name = quoteAhead() ? string() : take(/[$\w-]+/y);
      if (isCut) break;
      if (name === undefined) throw new NotRead();
      const key = { start: keyStart, end: at };
      if (next() === undefined) break;
      const separator = take(/:|=>|=/y);
      if (separator === undefined) throw new NotRead();
      if (next() === undefined) break;
      const { value: own, node } = separator === '=' ? plainValue(depth + 1) : value(depth + 1);
      if (isCut && node.kind === 'string') break;
      if (own !== undefined) bag.push([name, own]);
      members.push({ name, key, node });
      if (next() === ',') at += 1;
      else if (!isCut && text[at] !== '}') throw new NotRead();
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
      else if (!isCut && text[at] !== ']') throw new NotRead();
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
    const slashes = open.length - 1;
    const close = open.slice(0, -1) + (closing[open.slice(-1)] ?? open.slice(-1));
    const from = at;
    for (;;) {
      const end = text.indexOf(close, at);
      if (end < 0 || end - from > 20_000) {
        if (end >= 0) throw new NotRead();
        isCut = true;
        at = text.length;
        return '';
      }
      at = end + close.length;
      const before = /\\*$/.exec(text.slice(Math.max(from, end - 64), end))?.[0].length ?? 0;
      if (slashes === 0 ? before % 2 === 1 : before > 0) continue;
      let inner = text.slice(from, end).replace(/\r?\n/g, '');
      for (let layer = 1; layer <= slashes + 1; layer *= 2) inner = unescaped(inner);
      return inner;
    }
  }

  try {
    const { value: bag, node } = object(0);
    const isQuoted = /^(?:\W|\\[nrt])*"/.test(text.slice(start, start + 200)) && !text.startsWith('\\', start + 1);
    return { object: { start, end: at, value: bag, node, isCut, isQuoted }, end: at };
  } catch (error) {
    if (error instanceof NotRead) return { end: at };
    throw error;
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, wide, narrow, sign) => {
    if (sign !== undefined) return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign as string] ?? sign;
    return String.fromCharCode(Number.parseInt(wide ?? narrow, 16));
  });
}
