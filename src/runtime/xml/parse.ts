import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { tooLarge } from '../read/body.ts';
import { excerpt, type Interpretation, interpretValue, type Limits } from '../read/interpret.ts';
import { type NotAProblem, notAProblem } from '../read/not-a-problem.ts';

/** The XML namespace of a problem. RFC 9457 appendix B. */
export const problemNamespace = 'urn:ietf:rfc:7807';

/** An element as the parser gives it in document order: its name, its nodes, and its attributes under `:@`. */
type Node = Record<string, unknown>;

/** A document type or an entity beyond XML's own five could expand without bound, or read files. */
const forbidden = /<!(?:DOCTYPE|ENTITY)/i;
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));|&/gi;
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

class XmlSyntaxError extends Error {}

/** XML text to a problem details object. */
export function interpretXml(text: string, limits: Limits): Interpretation | NotAProblem {
  if (text.length > limits.maxBytes) return tooLarge(limits.maxBytes);
  const xml = text.replace(/^\uFEFF/, '');
  if (xml.trim() === '') return notAProblem('empty', 'The body is empty.');
  if (forbidden.test(xml)) return notAProblem('syntax', 'The body has a document type or an entity declaration.');
  try {
    if (XMLValidator.validate(xml) !== true) throw new XmlSyntaxError();
    return interpretRoot(parser(limits.maxDepth).parse(xml) as Node[], limits);
  } catch (error) {
    if (/nested/i.test(String(error))) {
      return notAProblem('too-deep', `It is nested more than ${limits.maxDepth} levels deep.`);
    }
    return notAProblem('syntax', `The body is not well-formed XML: ${excerpt(xml)}`);
  }
}

function parser(maxNestedTags: number): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: '#cdata',
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags,
  });
}

function interpretRoot(document: Node[], limits: Limits): Interpretation | NotAProblem {
  const roots = document.filter((node) => !Object.hasOwn(node, '#text'));
  const [root] = roots;
  if (!root || roots.length > 1) throw new XmlSyntaxError();
  const [prefix, name] = splitName(nameOf(root));
  if (name !== 'problem' || attributesOf(root)[prefix ? `xmlns:${prefix}` : 'xmlns'] !== problemNamespace) {
    return notAProblem('not-an-object', `The root must be problem in the namespace ${problemNamespace}.`);
  }
  const problem = contentOf(root, prefix);
  const members: Record<string, unknown> = typeof problem === 'object' && !Array.isArray(problem) ? { ...problem } : {};
  for (const uri of ['type', 'instance', 'status']) {
    if (typeof members[uri] === 'string') members[uri] = members[uri].trim();
  }
  if (/^\d{3}$/.test(String(members.status))) members.status = Number(members.status);
  return interpretValue(members, limits);
}

/** Elements named `i` make an array, other elements an object, and no element at all a text. */
function contentOf(element: Node, prefix: string): string | unknown[] | Record<string, unknown> {
  const nodes = element[nameOf(element)] as Node[];
  const children = nodes.filter((node) => isMember(node, prefix));
  if (children.length === 0) return nodes.map(textOf).join('');
  const named = children.map((child) => [splitName(nameOf(child))[1], contentOf(child, prefix)] as const);
  if (named.every(([name]) => name === 'i')) return named.map(([, value]) => value);
  const members = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of named) members[name] ??= value;
  return { ...members };
}

/** Elements of another namespace are not the problem's. */
function isMember(node: Node, prefix: string): boolean {
  const name = nameOf(node);
  const own = attributesOf(node)[prefix ? `xmlns:${prefix}` : 'xmlns'];
  return !name.startsWith('#') && splitName(name)[0] === prefix && (own === undefined || own === problemNamespace);
}

function textOf(node: Node): string {
  if (Object.hasOwn(node, '#cdata')) return (node['#cdata'] as Node[]).map((part) => String(part['#text'])).join('');
  return Object.hasOwn(node, '#text') ? decodeText(String(node['#text'])) : '';
}

function decodeText(text: string): string {
  return text.replace(reference, (whole, name?: string, decimal?: string, hex?: string) => {
    const known = name === undefined ? undefined : named[name];
    if (known !== undefined) return known;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (whole === '&' || Number.isNaN(code) || code === 0 || code > 0x10ffff) throw new XmlSyntaxError();
    return String.fromCodePoint(code);
  });
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '#none';
}

function attributesOf(node: Node): Record<string, unknown> {
  return Object(node[':@']) as Record<string, unknown>;
}

function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
