import { stepsOf } from '#runtime/problem/json-pointer.ts';
import {
  type JsonMember,
  type JsonNode,
  memberOf,
  nodeAt,
  parseJson,
  type Span,
  sourceOffsets,
} from './input/json-tree.ts';
import type { LooseObject } from './input/loose-json.ts';
import type { Message } from './input/message.ts';

/** Where the parts of a response stand in the text that was pasted. */
export interface Places {
  /** The body. */
  readonly body: Span | undefined;
  /** The member that a JSON Pointer names; where it is absent, the object it belongs in. */
  member(pointer: string): Span | undefined;
  /** A header field; where it is absent, the status line or the header fields. */
  header(name: string): Span | undefined;
  /** Members that are given more than once. */
  readonly duplicates: readonly { readonly name: string; readonly span: Span }[];
}

/** A JSON text, and how its offsets become offsets of the pasted text. */
interface Tree {
  readonly node: JsonNode;
  readonly duplicates: readonly JsonMember[];
  move(span: Span): Span;
}

/** @param loose the body where it was read loosely */
export function placesOf(text: string, message: Message, loose?: LooseObject): Places {
  const from = lineStart(text, message.line);
  const outer = message.path && !loose ? outerTree(text, from, message) : undefined;
  const inner = loose ? looseTree(loose) : outer ? innerTree(text, outer, message) : bodyTree(text, from, message);
  const body = inner?.move(inner.node) ?? bodyText(text, from, message);
  return {
    body,
    member(pointer) {
      const path = stepsOf(pointer);
      if (!inner) return body && (elementIn(text, body, path[0] ?? '') ?? body);
      const parent = nodeAt(inner.node, path.slice(0, -1));
      const member = parent && memberOf(parent, path.at(-1) ?? '');
      if (member)
        return inner.move(isLong(member.node) ? member.key : { start: member.key.start, end: member.node.end });
      const node = nodeAt(inner.node, path) ?? parent ?? inner.node;
      return inner.move(isLong(node) || node.members ? { start: node.start, end: node.start + 1 } : node);
    },
    header: (name) => (outer ? jsonHeader(outer, message, name) : rawHeader(text, from, body, name)),
    duplicates: (inner?.duplicates ?? []).map(({ name, key }) => ({ name, span: (inner as Tree).move(key) })),
  };
}

/** The element of a member in XML. */
function elementIn(text: string, { start, end }: Span, name: string): Span | undefined {
  for (const { index, 1: tag = '' } of text.slice(start, end).matchAll(/<([^\s<>/?!]+)/g)) {
    if (tag.slice(tag.indexOf(':') + 1) !== name) continue;
    const from = start + index;
    const close = text.indexOf(`</${tag}>`, from);
    const isShort = close > 0 && close < Math.min(end, from + 200);
    return { start: from, end: isShort ? close + tag.length + 3 : from + tag.length + 1 };
  }
  return undefined;
}

function isLong({ kind, start, end }: JsonNode): boolean {
  return (kind === 'object' || kind === 'array') && end - start > 60;
}

function lineStart(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count += 1) {
    const feed = text.indexOf('\n', at);
    if (feed < 0) return at;
    at = feed + 1;
  }
  return at;
}

function looseTree({ node }: LooseObject): Tree {
  return { node, duplicates: [], move: (span) => span };
}

/** A tree of the JSON at an offset of the text. */
function treeAt(json: string, start: number): Tree | undefined {
  const { node, duplicates, fault } = parseJson(json);
  const move = (span: Span) => ({ start: span.start + start, end: span.end + start });
  return node && !fault ? { node, duplicates, move } : undefined;
}

function outerTree(text: string, from: number, { document }: Message): Tree | undefined {
  if (document === undefined) return treeAt(text, 0);
  const start = text.indexOf(document, from);
  return start < 0 ? undefined : treeAt(document, start);
}

/** The body within recorded JSON: an object, or a text that holds JSON. */
function innerTree(text: string, outer: Tree, { path = [], body }: Message): Tree | undefined {
  const node = nodeAt(outer.node, path);
  if (!node) return undefined;
  if (node.kind !== 'string') {
    const duplicates = outer.duplicates.filter(({ key }) => key.start > node.start && key.end < node.end);
    return { node, duplicates, move: outer.move };
  }
  const place = outer.move(node);
  const value: unknown = JSON.parse(text.slice(place.start, place.end));
  if (typeof value !== 'string' || value !== body) return { node, duplicates: [], move: outer.move };
  const tree = treeAt(value, 0);
  if (!tree) return { node, duplicates: [], move: outer.move };
  const offsets = sourceOffsets(text, place);
  return {
    ...tree,
    move: ({ start, end }) => ({ start: offsets[start] ?? place.start, end: offsets[end] ?? place.end }),
  };
}

function bodyText(text: string, from: number, { body }: Message): Span | undefined {
  const trimmed = typeof body === 'string' ? body.trim() : '';
  const start = trimmed === '' ? -1 : text.indexOf(trimmed, from);
  return start < 0 ? undefined : { start, end: start + trimmed.length };
}

function bodyTree(text: string, from: number, message: Message): Tree | undefined {
  const place = bodyText(text, from, message);
  return place && treeAt(text.slice(place.start, place.end), place.start);
}

function rawHeader(text: string, from: number, body: Span | undefined, name: string): Span | undefined {
  const head = text.slice(from, body?.start);
  const wanted = name.toLowerCase();
  const fields = [...head.matchAll(/^(?:< ?| {2})?(([^\s:]+)[ \t]*:[^\r\n]*)/gm)];
  const field = fields.find((match) => match[2]?.toLowerCase() === wanted);
  const line = field ?? /^(?:< ?| {2})?(HTTP\/[^\r\n]*)/m.exec(head);
  if (!line) return undefined;
  const end = from + line.index + line[0].length;
  return { start: end - (line[1] ?? '').length, end };
}

/** Header fields in recorded JSON: an object, pairs, or name and value as in HAR. */
function jsonHeader(outer: Tree, { path = [] }: Message, name: string): Span | undefined {
  const owners = [path.slice(0, -1), path.slice(0, -2), path];
  const owner = owners
    .map((steps) => nodeAt(outer.node, steps))
    .find((node) => node?.members?.some((item) => item.name === 'headers'));
  const headers = owner?.members?.find((item) => item.name === 'headers');
  if (!headers) return undefined;
  const wanted = name.toLowerCase();
  const member = headers.node.members?.find((item) => item.name.toLowerCase() === wanted);
  if (member) return outer.move({ start: member.key.start, end: member.node.end });
  const item = headers.node.items?.find(({ items, members }) => {
    const own = items?.[0] ?? members?.find((each) => each.name === 'name')?.node;
    return String(own?.value).toLowerCase() === wanted;
  });
  return outer.move(item ?? headers.key);
}
