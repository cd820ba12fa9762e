import { type JsonMember, type JsonNode, plainValue } from './json-tree.ts';
import type { LooseObject } from './loose-json.ts';

/**
 * A problem details object as PHP prints an array or an object: by `print_r` (`[type] => …`), by `var_dump` (`["type"]=>`
 * and the value with its type on the next line), or as code (`'type' => '…',`), which `var_export` and others print.
 */

const anyOpener = /\barray\s*\((?!\d+\))| Object\s*\(|\) \{|\[(?=\s*['"])/gi;
/** The name is in brackets, with the access to it, or a literal. */
const key = /\s*(?:\[(?:"([^"\n]*)"|([\w. -]+))(?::[\w":\\]+)?\]|'([^'\n]*)'|"([^"\n]*)"|(\d+))\s*=>[ \t]*/y;
const typed = /\s*(?:string\(\d+\) "([^\n]*)"(?=\r?\n|$)|(?:int|float)\(([-\d.eE+]+)\)|bool\((true|false)\)|NULL\b)/y;
const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/sy;
const item = /\s*(?=['"[\d-]|(?:array\b|true\b|false\b|null\b))/iy;
const comma = /\s*,/y;
const closer = /\s*[)\]}]/y;
/** Of the array and of the call around it. */
const twoClosers = /\s*[)\]]\s*\)/y;

/** How PHP writes a value: what opens an array or an object, and what any other value is, without quotes or its type. */
interface Form {
  readonly opener: RegExp;
  readonly bare: RegExp;
}

const code: Form = {
  opener: /\s*(?:(?:\(object\) )?array\s*\(|\\?\w[\w\\]*::__set_state\(\s*(?:array\s*\(|\[)|(?:array:\d+ )?\[)/iy,
  bare: /[^\n,)\]]*/y,
};
const printed: Form = {
  opener: /(?:Array|[\w\\@]+ Object)\s*\(/y,
  bare: /[^\n]*/y,
};
const dumped: Form = {
  opener: /\s*(?:array\(\d+\)|object\([^\n()]+\)#\d+ \(\d+\)) \{/y,
  bare: /(?:\r?\n)?[^\n]*/y,
};

/** Most arrays that are looked at, the nested ones among them. */
const mostArrays = 50;
const maxDepth = 20;
const standard = ['type', 'title', 'status', 'detail', 'instance'];

/** Returns the first array of a text that has a type and another standard member. */
export function phpObject(text: string): LooseObject | undefined {
  if (!text.includes('=>')) return undefined;
  let count = 0;
  for (const { index, 0: open } of text.matchAll(anyOpener)) {
    if (++count > mostArrays) return undefined;
    const { node } = block(text, index + open.length, 0, closer);
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

/** Reads what is between an opener and its closer. */
function block(text: string, from: number, depth: number, closing: RegExp): Read {
  const members: JsonMember[] = [];
  let at = from;
  let mayBeItem = true;
  for (;;) {
    const named = matchAt(key, text, at);
    const found = named ?? (mayBeItem ? matchAt(item, text, at) : undefined);
    if (!found) break;
    const [whole, ...names] = found;
    const name = named ? (names.find((each) => each !== undefined) ?? '') : `${members.length}`;
    const start = at + whole.length;
    const nameStart = named ? at + whole.indexOf(name) : start;
    const form = !/\]\s*=>/.test(whole) ? code : whole.includes(']=>') ? dumped : printed;
    const { node, end } = valueAt(text, start, depth, form);
    members.push({ name, key: { start: nameStart, end: named ? nameStart + name.length : start }, node });
    const separator = matchAt(comma, text, end);
    mayBeItem = separator !== undefined;
    at = end + (separator?.[0].length ?? 0);
  }
  const end = at + (matchAt(closing, text, at)?.[0].length ?? 0);
  const span = { start: members[0]?.key.start ?? from, end: members.at(-1)?.node.end ?? from };
  const isList = members.length > 0 && members.every(({ name }, index) => name === String(index));
  const node: JsonNode = isList
    ? { kind: 'array', ...span, items: members.map((member) => member.node) }
    : { kind: 'object', ...span, members };
  return { node, end };
}

function valueAt(text: string, from: number, depth: number, form: Form): Read {
  const open = depth < maxDepth ? matchAt(form.opener, text, from)?.[0] : undefined;
  if (open) return block(text, from + open.length, depth + 1, open.includes('::') ? twoClosers : closer);
  const withType = form === dumped ? matchAt(typed, text, from) : undefined;
  if (withType) {
    const [whole, string, number, truth] = withType;
    const value = string ?? (number === undefined ? (truth === undefined ? null : truth === 'true') : Number(number));
    return leaf(value, from + whole.length, whole.trim());
  }
  const inQuotes = form === code ? matchAt(quoted, text, from) : undefined;
  if (inQuotes) {
    const [whole, single, double = ''] = inQuotes;
    return leaf((single ?? double).replace(/\\(['"\\$])/g, '$1'), from + whole.length, whole);
  }
  const whole = matchAt(form.bare, text, from)?.[0].trimEnd() ?? '';
  const plain = whole.trim();
  const word = { null: null, true: true, false: false }[plain.toLowerCase()];
  const value = word !== undefined ? word : /^-?\d{1,15}(?:\.\d+)?$/.test(plain) ? Number(plain) : plain;
  return leaf(value, from + whole.length, plain);
}

function leaf(value: unknown, end: number, { length }: string): Read {
  const kind =
    typeof value === 'string' || typeof value === 'number' ? (typeof value as 'string' | 'number') : 'literal';
  return { node: { kind, start: end - length, end, value }, end };
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
