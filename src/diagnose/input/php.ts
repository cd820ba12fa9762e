import type { JsonMember, JsonNode } from './json-tree.ts';
import type { LooseObject } from './loose-json.ts';

/**
 * A problem details object as PHP prints an array: by `print_r` (`[type] => …`), `var_export` (`'type' => '…',`) or
 * `var_dump` (`["type"]=>` and the value with its type on the next line).
 */

const opener =
  /\b(?:array\s*\(|array\(\d+\)\s*\{|[\w\\]+ Object\s*\(|object\([\w\\]+\)#\d+ \(\d+\) \{)|\[(?=\s*['"])/giy;
const anyOpener = /\barray\s*\(|\barray\(\d+\)\s*\{| Object\s*\(|\) \{|\[(?=\s*['"])/gi;
const key = /\s*(?:\[(?:"([^"\n]*)"|([\w-]+))(?::[\w":\\]+)?\]|'([^'\n]*)'|"([^"\n]*)"|(\d+))\s*=>[ \t]*/y;
const typed = /\s*(?:string\(\d+\) "([^\n]*)"(?=\s*\n)|(?:int|float)\(([-\d.eE+]+)\)|bool\((true|false)\)|NULL\b)/y;
const quoted = /\s*(?:'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)")(?=\s*[,)\]\n])/y;
const bare = /[^\n]*/y;
const closer = /\s*[)\]}]/y;

/** Most arrays that are looked at, the nested ones among them. */
const mostArrays = 50;
const maxDepth = 20;
const standard = ['type', 'title', 'status', 'detail', 'instance'];

/** The first array of a text that has a type and another standard member. */
export function phpObject(text: string): LooseObject | undefined {
  if (!/\btype["']?\]?\s*=>/.test(text)) return undefined;
  let count = 0;
  for (const { index, 0: open } of text.matchAll(anyOpener)) {
    if (++count > mostArrays) return undefined;
    const { node } = block(text, index + open.length, 0);
    const known = node.members?.filter(({ name }) => standard.includes(name)) ?? [];
    if (known.length < 2 || !known.some(({ name }) => name === 'type')) continue;
    const value = plainValue(node) as LooseObject['value'];
    return { start: node.start, end: node.end, value, node, isCut: false, isQuoted: false };
  }
  return undefined;
}

interface Read {
  readonly node: JsonNode;
  readonly end: number;
}

/** What is between an opener and its closer. */
function block(text: string, from: number, depth: number): Read {
  const members: JsonMember[] = [];
  let at = from;
  for (let found = matchAt(key, text, at); found; found = matchAt(key, text, at)) {
    const name = found.slice(1).find((each) => each !== undefined) ?? '';
    const start = at + found[0].length;
    const nameStart = at + found[0].indexOf(name);
    const { node, end } = valueAt(text, start, depth);
    members.push({ name, key: { start: nameStart, end: nameStart + name.length }, node });
    at = end + (matchAt(/\s*,/y, text, end)?.[0].length ?? 0);
  }
  const end = at + (matchAt(closer, text, at)?.[0].length ?? 0);
  const span = { start: members[0]?.key.start ?? from, end: members.at(-1)?.node.end ?? from };
  const isList = members.length > 0 && members.every(({ name }, index) => name === String(index));
  const node: JsonNode = isList
    ? { kind: 'array', ...span, items: members.map((member) => member.node) }
    : { kind: 'object', ...span, members };
  return { node, end };
}

function valueAt(text: string, from: number, depth: number): Read {
  const blank = matchAt(/\s*/y, text, from)?.[0].length ?? 0;
  const open = depth < maxDepth ? matchAt(opener, text, from + blank) : undefined;
  if (open) return block(text, from + blank + open[0].length, depth + 1);
  const dumped = matchAt(typed, text, from);
  if (dumped) {
    const [whole, string, number, truth] = dumped;
    const value = string ?? (number === undefined ? (truth === undefined ? null : truth === 'true') : Number(number));
    return leaf(value, from, from + whole.length, whole.trim().length);
  }
  const exported = matchAt(quoted, text, from);
  if (exported) {
    const [whole, single, double = ''] = exported;
    return leaf((single ?? double).replace(/\\(['"\\])/g, '$1'), from, from + whole.length, whole.trim().length);
  }
  const [line = ''] = matchAt(bare, text, from) ?? [];
  const printed = line.trim().replace(/,$/, '');
  const word = { null: null, true: true, false: false }[printed.toLowerCase()];
  const value = word !== undefined ? word : /^-?\d{1,15}(?:\.\d+)?$/.test(printed) ? Number(printed) : printed;
  return leaf(value, from, from + line.length, line.trim().length);
}

function leaf(value: unknown, from: number, end: number, length: number): Read {
  const kind =
    typeof value === 'string' || typeof value === 'number' ? (typeof value as 'string' | 'number') : 'literal';
  return { node: { kind, start: Math.max(from, end - length), end, value }, end };
}

function plainValue({ kind, value, members = [], items = [] }: JsonNode): unknown {
  if (kind === 'array') return items.map(plainValue);
  if (kind === 'object') return Object.fromEntries(members.map(({ name, node }) => [name, plainValue(node)]));
  return value;
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
