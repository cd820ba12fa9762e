/**
 * XML 1.0 without document types: text -> elements, in linear time. Not by a library: the parser of fast-xml-parser 5.12 weighs
 * 65,000 bytes against 3,900 for all reading here, and takes `<a>x</b>` and `<a>x` for well-formed.
 */

/** An element with what it contains: character data, or other elements. */
export interface XmlElement {
  /** Name as written, with its prefix. */
  readonly tag: string;
  /** Values by name, with its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: XmlElement[];
  text: string;
}

const startTag = /<([\p{L}_:][^\s<>"'=&/]*)/uy;
const attribute = /\s+([\p{L}_:][^\s<>"'=&/]*)\s*=\s*("[^<"]*"|'[^<']*')/uy;
const endOfStart = /\s*(\/?)>/y;
const endTag = /<\/([\p{L}_:][^\s<>"'=&/]*)\s*>/uy;
const characters = /[^<]+/y;
const unprintable = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads a document and returns its root. Throws a `SyntaxError` for text that is not well-formed or has a document type, a
 * `RangeError` where elements are nested deeper than `maxDepth`.
 */
export function parseXml(source: string, maxDepth: number): XmlElement {
  const xml = source.replace(/^<\?xml\s.*?\?>/s, '').replace(/\r\n?/g, '\n');
  const document = elementOf('', new Map());
  const open = [document];
  let depth = 0;
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    at += found?.[0].length ?? 0;
    return found;
  };
  /** What stands between two marks, of which the first is next. */
  const between = (start: string, end: string): string | undefined => {
    if (!xml.startsWith(start, at)) return undefined;
    const close = xml.indexOf(end, at + start.length);
    if (close < 0) return malformed();
    const inner = xml.slice(at + start.length, close);
    at = close + end.length;
    return inner;
  };
  const start = (tag: string, parent: XmlElement): void => {
    const attributes = new Map<string, string>();
    for (let pair = take(attribute); pair; pair = take(attribute)) {
      const [, key = '', value = ''] = pair;
      if (attributes.has(key)) malformed();
      attributes.set(key, decoded(value.slice(1, -1)));
    }
    const [, empty] = take(endOfStart) ?? malformed();
    const element = elementOf(tag, attributes);
    parent.elements.push(element);
    depth = Math.max(depth, open.length);
    if (!empty) open.push(element);
  };

  while (at < xml.length) {
    const parent = open.at(-1) ?? document;
    const text = take(characters)?.[0];
    if (text !== undefined) parent.text += text.includes(']]>') ? malformed() : decoded(text);
    else if (between('<!--', '-->') !== undefined) continue;
    else if (xml.startsWith('<?', at)) {
      if (/^xml\s/.test(between('<?', '?>') ?? '')) malformed();
    } else if (xml.startsWith('<![', at)) parent.text += between('<![CDATA[', ']]>') ?? malformed();
    else if (xml.startsWith('</', at)) {
      if (take(endTag)?.[1] !== open.pop()?.tag) malformed();
    } else start((take(startTag) ?? malformed())[1] ?? '', parent);
  }
  const [root = malformed()] = document.elements;
  if (document.elements.length + open.length > 2 || document.text.trim() || unprintable.test(xml)) malformed();
  if (depth > maxDepth) throw new RangeError();
  return root;
}

function elementOf(tag: string, attributes: ReadonlyMap<string, string>): XmlElement {
  return { tag, attributes, elements: [], text: '' };
}

function decoded(text: string): string {
  return text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d+)|#x([\da-fA-F]+));|&/g, (_, entity, decimal, hex) => {
    const point = Number(decimal ?? `0x${hex}`);
    const character = named[entity] ?? (point <= 0x10ffff ? String.fromCodePoint(point) : '\0');
    return unprintable.test(character) ? malformed() : character;
  });
}

function malformed(): never {
  throw new SyntaxError();
}
