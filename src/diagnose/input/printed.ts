// cspell:ignore logfmt
import type { JsonMember, JsonNode } from './json-tree.ts';
import { type LooseObject, named } from './loose-json.ts';

/**
 * A problem details object as programs print it on one line: a map or struct of Go (`map[detail:… status:401]`), a record
 * of Java (`ProblemDetail[type='…', status=401]`), a line of logfmt (`status=401 type=…`). None of these is a format that
 * can be read without knowing its members: values have no quotes, so a library for logfmt or for Go reads one of the three.
 */

/** A name with its separator. In Go no blank follows the colon. */
const start = /([A-Za-z_][\w-]*)(?:=|:(?=[^\s/]))/y;
const standard = ['type', 'title', 'status', 'detail', 'instance'];

/** The first line of a text that has a type and another standard member, whatever stands around them. */
export function printedObject(text: string): LooseObject | undefined {
  let from = 0;
  for (const line of text.split('\n')) {
    const found = line.length < 20_000 && /\btype[=:]/i.test(line) ? objectIn(line, from) : undefined;
    if (found) return found;
    from += line.length + 1;
  }
  return undefined;
}

function objectIn(line: string, from: number): LooseObject | undefined {
  const members: JsonMember[] = [];
  const isMap = /map\[[\w-]+:/.test(line);
  let at = 0;
  let last: { name: string; keyStart: number; start: number } | undefined;
  const close = (end: number) => {
    if (last) members.push(memberOf(line, last, end, from));
    last = undefined;
  };
  while (at < line.length) {
    start.lastIndex = at;
    const isStart = at === 0 || /[\s[{(,&]/.test(line[at - 1] ?? '');
    const [key, word = ''] = (isStart && start.exec(line)) || [];
    // A map of Go is in the order of its names, so a smaller one belongs to a text.
    if (key === undefined || (isMap && last && word < last.name)) {
      at += 1;
      continue;
    }
    close(at);
    last = { name: word, keyStart: at, start: at + key.length };
    at = last.start;
    const quote = /["'`]/.exec(line[at] ?? '')?.[0];
    const end = quote === undefined ? -1 : closingQuote(line, quote, at + 1);
    if (end < 0) continue;
    close(end + 1);
    at = end + 1;
  }
  close(line.length);
  const known = members.filter(({ name }) => standard.includes(name));
  if (!known.some(({ name }) => name === 'type') || known.length < 2) return undefined;
  const [first] = members as [JsonMember];
  const span = { start: first.key.start, end: members.at(-1)?.node.end ?? from + line.length };
  const value = Object.fromEntries(
    members
      .filter(({ node }) => node.value !== undefined)
      .flatMap(({ name, node }) => (name === 'properties' ? propertiesIn(node.value) : [[name, node.value] as const])),
  );
  return { ...span, value, node: { kind: 'object', ...span, members }, isCut: false, isQuoted: false };
}

/** The members that Spring keeps apart: `properties='{agent_id=a-1, retry_after=7}'`. */
function propertiesIn(value: unknown): [string, unknown][] {
  const [, list] = /^\{(.*)\}$/.exec(String(value)) ?? [];
  return (list?.split(/, (?=[\w-]+=)/) ?? []).map((member) => {
    const at = member.indexOf('=');
    const text = member.slice(at + 1);
    return [member.slice(0, at), /^\d{1,15}$/.test(text) ? Number(text) : text];
  });
}

/** A quote of Java that ends a value: it does not escape those within. */
const ending = /'(?=[,\])}]|$| [\w-]+[=:])/g;

function closingQuote(line: string, quote: string, from: number): number {
  ending.lastIndex = from;
  const last = quote === "'" ? ending.exec(line)?.index : undefined;
  if (last !== undefined) return last;
  let at = line.indexOf(quote, from);
  while (at > 0 && line[at - 1] === '\\') at = line.indexOf(quote, at + 1);
  return at;
}

function memberOf(
  line: string,
  { name, keyStart, start: begin }: { name: string; keyStart: number; start: number },
  end: number,
  from: number,
): JsonMember {
  let raw = line.slice(begin, end).trimEnd();
  while (/[,;&]$/.test(raw)) raw = raw.slice(0, -1).trimEnd();
  const quoted = raw.length > 1 && /["'`]/.test(raw[0] ?? '') && raw.endsWith(raw[0] ?? '');
  const text = quoted ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : withoutClosers(raw);
  const isNothing = quoted ? text === 'null' : /^(?:<nil>|nil|null|None|)$/.test(text);
  const isNumber = !quoted && /^\d{1,15}$/.test(text);
  const node: JsonNode = {
    kind: isNumber ? 'number' : 'string',
    start: from + begin,
    end: from + begin + (quoted ? raw.length : text.length),
    value: isNothing ? undefined : isNumber ? Number(text) : text,
  };
  return { name: named(name), key: { start: from + keyStart, end: from + keyStart + name.length }, node };
}

/** Brackets at the end that the value did not open. */
function withoutClosers(value: string): string {
  let text = value;
  for (const [open, close] of [
    ['[', ']'],
    ['{', '}'],
    ['(', ')'],
  ] as const) {
    while (text.endsWith(close) && text.split(close).length > text.split(open).length) text = text.slice(0, -1);
  }
  return text.trimEnd();
}
