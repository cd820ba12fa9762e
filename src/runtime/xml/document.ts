/** XML 1.0 without document types: text -> elements, in linear time. */

/** An element with what it contains: character data, or other elements. */
export interface XmlElement {
  /** Name as written, with its prefix. */
  readonly tag: string;
  /** Values by name, with its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: XmlElement[];
  text: string;
}

const name = '[\\p{L}_:][^\\s<>"\'=&/]*';
const attribute = `\\s+(${name})\\s*=\\s*("[^<"]*"|'[^<']*')`;
const token = new RegExp(
  `<!--[\\s\\S]*?-->|<\\?(?!xml\\s)[\\s\\S]*?\\?>|<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|</(${name})\\s*>|<(${name})((?:${attribute})*)\\s*(/?)>|([^<]+)`,
  'uy',
);
const unprintable = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads a document and returns its root. Throws a `SyntaxError` for text that is not well-formed or has a document type, a
 * `RangeError` where elements are nested deeper than `maxDepth`.
 */
export function parseXml(source: string, maxDepth: number): XmlElement {
  const xml = source.replace(/^(?:<\?xml\s[\s\S]*?\?>)?/, '').replace(/\r\n?/g, '\n');
  const document = elementOf('', '');
  const open = [document];
  let depth = 0;
  for (token.lastIndex = 0; token.lastIndex < xml.length; ) {
    const [, cdata, end, start, attributes = '', , , empty, text = ''] = token.exec(xml) ?? malformed();
    const parent = open.at(-1) ?? document;
    if (start) {
      const element = elementOf(start, attributes);
      parent.elements.push(element);
      depth = Math.max(depth, open.length);
      if (!empty) open.push(element);
    } else if (end) {
      if (open.pop()?.tag !== end) malformed();
    } else if (/]]>/.test(text)) malformed();
    else parent.text += cdata ?? decoded(text);
  }
  const [root = malformed()] = document.elements;
  if (document.elements.length + open.length > 2 || document.text.trim() || unprintable.test(xml)) malformed();
  if (depth > maxDepth) throw new RangeError();
  return root;
}

function elementOf(tag: string, text: string): XmlElement {
  const pairs = [...text.matchAll(new RegExp(attribute, 'gu'))];
  const attributes = new Map(pairs.map(([, key = '', value = '']) => [key, decoded(value.slice(1, -1))]));
  return attributes.size < pairs.length ? malformed() : { tag, attributes, elements: [], text: '' };
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
