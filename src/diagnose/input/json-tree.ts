// cspell:ignore bfnrt
/** JSON with the places of its parts, and the place of what is not JSON in it. Offsets are UTF-16 code units. */

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

export type ParsedJson =
  | { readonly node: JsonNode; readonly duplicates: readonly JsonMember[]; readonly fault?: undefined }
  | { readonly node?: undefined; readonly fault: JsonFault };

class Stop extends Error {
  readonly offset: number;
  readonly length: number;
  constructor(offset: number, message: string, length = 1) {
    super(message);
    this.offset = offset;
    this.length = length;
  }
}

/** @param maxDepth levels of nesting; deeper text is a fault */
export function parseJson(text: string, maxDepth = 64): ParsedJson {
  const duplicates: JsonMember[] = [];
  let at = 0;

  const token = () => /^(?:"[^"\n]{0,40}"|[\w.+-]{1,20}|.)/su.exec(text.slice(at, at + 64))?.[0] ?? '';
  const was = () =>
    token() === '' ? 'the end' : token().length > 1 && token().startsWith('"') ? token() : JSON.stringify(token());
  const stop = (expected: string): never => {
    throw new Stop(at, `must be ${expected} (was ${was()})`, token().length);
  };
  const space = () => {
    while (' \t\n\r\uFEFF'.includes(text[at] ?? '.')) at += 1;
  };

  function value(depth: number): JsonNode {
    space();
    if (depth > maxDepth) throw new Stop(at, `must be nested at most ${maxDepth} levels deep`);
    const sign = text[at];
    if (sign === '{') return object(depth);
    if (sign === '[') return array(depth);
    if (sign === '"') return { kind: 'string', ...string('a closing quote') };
    const [word] =
      /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/.exec(text.slice(at, at + 400)) ??
      [];
    if (word === undefined) return stop('a JSON value');
    at += word.length;
    return { kind: /^[-\d]/.test(word) ? 'number' : 'literal', start: at - word.length, end: at };
  }

  function object(depth: number): JsonNode {
    const start = at;
    const members: JsonMember[] = [];
    const names = new Set<string>();
    at += 1;
    space();
    while (text[at] !== '}') {
      if (members.length > 0) {
        if (text[at] !== ',') stop('"," or "}"');
        at += 1;
        space();
      }
      if (text[at] !== '"') stop('a member name in double quotes');
      const key = string('a closing quote');
      space();
      if (text[at] !== ':') stop('":" after the member name');
      at += 1;
      const member = { name: JSON.parse(text.slice(key.start, key.end)) as string, key, node: value(depth + 1) };
      if (names.has(member.name)) duplicates.push(member);
      names.add(member.name);
      members.push(member);
      space();
    }
    at += 1;
    return { kind: 'object', start, end: at, members };
  }

  function array(depth: number): JsonNode {
    const start = at;
    const items: JsonNode[] = [];
    at += 1;
    space();
    while (text[at] !== ']') {
      if (items.length > 0) {
        if (text[at] !== ',') stop('"," or "]"');
        at += 1;
      }
      items.push(value(depth + 1));
      space();
    }
    at += 1;
    return { kind: 'array', start, end: at, items };
  }

  function string(expected: string): Span {
    const start = at;
    at += 1;
    for (;;) {
      const sign = text[at];
      if (sign === undefined || sign < ' ') return stop(expected);
      if (sign === '\\') {
        if (!/^\\(?:["\\/bfnrt]|u[\da-f]{4})/i.test(text.slice(at, at + 6))) stop('an escape of JSON');
        at += 1;
      }
      at += 1;
      if (sign === '"') return { start, end: at };
    }
  }

  try {
    const node = value(0);
    space();
    if (at < text.length) stop('the end');
    return { node, duplicates };
  } catch (error) {
    if (error instanceof Stop) return { fault: { offset: error.offset, length: error.length, message: error.message } };
    throw error;
  }
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

/** The path of a JSON Pointer. RFC 6901. */
export function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
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
