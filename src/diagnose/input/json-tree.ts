// cspell:ignore bfnrt momoa
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/**
 * JSON with the places of its parts, and the place of what is not JSON in it. Offsets are UTF-16 code units. jsonc-parser 3.3
 * reads; this file says what was expected (5,100 bytes minified and gzipped for both). momoa 3.3 weighs 8,200, gives nothing
 * of a text with an error, and overflows the stack at 20,000 levels.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  readonly name: string;
  /** Place of the name with its quotes. */
  readonly key: Span;
  readonly node: JsonNode;
}

export interface JsonNode extends Span {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'literal';
  /** Of text, numbers and literals. */
  readonly value?: unknown;
  readonly members?: readonly JsonMember[];
  readonly items?: readonly JsonNode[];
}

export interface JsonFault {
  readonly offset: number;
  /** Characters that are at fault; 0 at the end of the text. */
  readonly length: number;
  /** "must be X (was Y)". */
  readonly message: string;
}

/** With a fault, the node has what can be read all the same. */
export interface ParsedJson {
  readonly node?: JsonNode | undefined;
  readonly duplicates: readonly JsonMember[];
  readonly fault?: JsonFault | undefined;
}

/** @param maxDepth levels of nesting; deeper text is a fault */
export function parseJson(text: string, maxDepth = 64): ParsedJson {
  const offset = tooDeep(text, maxDepth);
  if (offset !== undefined) {
    const message = `must be nested at most ${maxDepth} levels deep`;
    return { duplicates: [], fault: { offset, length: 1, message } };
  }
  const errors: ParseError[] = [];
  const options = { disallowComments: true, allowTrailingComma: false };
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, options);
  const duplicates: JsonMember[] = [];
  const node = tree && nodeOf(tree, text.length, duplicates);
  return { node, duplicates, fault: errors.length > 0 ? faultOf(text, errors, node) : undefined };
}

/** Where the nesting gets too deep for a parser that calls itself. */
function tooDeep(text: string, most: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > most + 1) return index;
  }
  return undefined;
}

/** @param end of what is not closed */
function nodeOf({ type, offset, length, value, children = [] }: Node, end: number, duplicates: JsonMember[]): JsonNode {
  const span = { start: offset, end: length < 0 ? end : offset + length };
  if (type === 'array') return { kind: type, ...span, items: children.map((child) => nodeOf(child, end, duplicates)) };
  if (type !== 'object') {
    return { kind: type === 'string' || type === 'number' ? type : 'literal', ...span, value };
  }
  const names = new Set<string>();
  const members = children.flatMap(({ children: [key, own] = [] }): JsonMember[] => {
    if (!key || !own) return [];
    const place = { start: key.offset, end: key.offset + key.length };
    const member = { name: String(key.value), key: place, node: nodeOf(own, end, duplicates) };
    if (names.has(member.name)) duplicates.push(member);
    names.add(member.name);
    return [member];
  });
  return { kind: type, ...span, members };
}

const expected: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a member name in double quotes',
  ColonExpected: '":" after the member name',
  EndOfFileExpected: 'the end',
  UnexpectedEndOfString: 'a closing quote',
  InvalidCharacter: 'a closing quote',
  InvalidEscapeCharacter: 'an escape of JSON',
  InvalidUnicode: 'an escape of JSON',
};
const closing = ['CommaExpected', 'CloseBraceExpected', 'CloseBracketExpected'];

function faultOf(text: string, errors: readonly ParseError[], root: JsonNode | undefined): JsonFault {
  const [first, second] = errors as [ParseError, ParseError?];
  // An unknown word is at fault first; what was wanted in its place is said next.
  const own = printParseErrorCode(first.error);
  const code = own === 'InvalidSymbol' && second ? printParseErrorCode(second.error) : own;
  const token = text.slice(first.offset, first.offset + first.length);
  let offset = first.offset + placeIn(token, own);
  let message = expected[code] ?? (closing.includes(code) ? closerAt(root, offset) : 'a JSON value');
  const isWord = (at: number) => /[\w.+-]/.test(text[at] ?? '');
  if (isWord(offset) && isWord(offset - 1)) {
    while (isWord(offset - 1)) offset -= 1;
    message = 'a JSON value';
  }
  const [was = ''] = /^(?:"[^"\n]{0,40}"|[\w.+-]{1,20}|.)/su.exec(text.slice(offset, offset + 64)) ?? [];
  const shown = was === '' ? 'the end' : was.length > 1 && was.startsWith('"') ? was : JSON.stringify(was);
  return { offset, length: was.length, message: `must be ${message} (was ${shown})` };
}

/** Where in a token the fault is. */
function placeIn(token: string, code: string): number {
  if (code === 'UnexpectedEndOfString') return token.length;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (code === 'InvalidCharacter') return Math.max(0, token.search(/[\u0000-\u001f]/));
  const isEscape = code === 'InvalidEscapeCharacter' || code === 'InvalidUnicode';
  const masked = token.replace(/\\(?:["\\/bfnrt]|u[\da-f]{4})/gi, ({ length }) => '_'.repeat(length));
  return isEscape ? Math.max(0, masked.indexOf('\\')) : 0;
}

function closerAt(root: JsonNode | undefined, offset: number): string {
  let inner = root;
  for (let next = root; next; ) {
    inner = next.members || next.items ? next : inner;
    const children: readonly JsonNode[] = next.items ?? next.members?.map(({ node }) => node) ?? [];
    next = children.find(
      ({ start, end, items, members }) => (items || members) && start < offset && (offset < end || end === root?.end),
    );
  }
  return inner?.items ? '"," or "]"' : '"," or "}"';
}

/** What a node stands for, as `JSON.parse` gives it. */
export function plainValue(node: JsonNode): unknown {
  if (node.items) return node.items.map(plainValue);
  if (node.members) return Object.fromEntries(node.members.map((member) => [member.name, plainValue(member.node)]));
  return node.value;
}

/** The node that a path of names and indexes leads to; the last of equal names counts, as in `JSON.parse`. */
export function nodeAt(root: JsonNode, path: readonly (string | number)[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    node = node?.items ? node.items[Number(step)] : node && memberOf(node, String(step))?.node;
  }
  return node;
}

const byName = new WeakMap<JsonNode, ReadonlyMap<string, JsonMember>>();

/** The member of an object, the last of that name. */
export function memberOf(node: JsonNode, name: string): JsonMember | undefined {
  const members = byName.get(node) ?? new Map(node.members?.map((member) => [member.name, member]));
  byName.set(node, members);
  return members.get(name);
}

/** For each character of a JSON string's value, and for its end, where it stands in the source. */
export function sourceOffsets(source: string, { start, end }: Span): number[] {
  const offsets: number[] = [];
  for (let at = start + 1; at < end - 1; ) {
    offsets.push(at);
    at += source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2;
  }
  offsets.push(end - 1);
  return offsets;
}
