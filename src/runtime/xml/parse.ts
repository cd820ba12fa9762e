import type { Limits, Parsed } from '../read/interpret.ts';
import { excerpt, notAProblem, type Refusal, refusal } from '../read/not-a-problem.ts';
import { decodeXml } from './decode.ts';
import { parseXml, type XmlElement } from './document.ts';

/** The media type of a problem details object in XML. RFC 9457 section 3. */
export const problemXmlMediaType = 'application/problem+xml';

/** The XML namespace of a problem. RFC 9457 appendix B. */
export const problemNamespace = 'urn:ietf:rfc:7807';

/** XML text, or bytes in their own encoding, to members: texts, arrays and objects, and the `status` as a number. */
export function readXml(
  source: string | Uint8Array,
  { maxBytes, maxDepth }: Limits,
  contentType?: string | null,
): Parsed | Refusal {
  if (source.length > maxBytes) return refusal('too-large', maxBytes);
  let text: string;
  try {
    text = (typeof source === 'string' ? source : decodeXml(source, contentType ?? '')).replace(/^\uFEFF/, '');
  } catch {
    return notAProblem('syntax', 'The body is not XML in the encoding that it declares.');
  }
  if (text.trim() === '') return refusal('empty');
  // It could expand without bound, or read files.
  if (/<!DOCTYPE/i.test(text)) return notAProblem('syntax', 'The body has a document type declaration.');
  try {
    return membersOf(parseXml(text, maxDepth));
  } catch (error) {
    return error instanceof RangeError
      ? notAProblem('too-deep', `It is nested more than ${maxDepth} levels deep.`)
      : notAProblem('syntax', `The body is not well-formed XML: ${excerpt(text)}`);
  }
}

function membersOf(root: XmlElement): Parsed | Refusal {
  const prefix = root.tag.slice(0, root.tag.lastIndexOf(':') + 1);
  if (root.tag !== `${prefix}problem` || namespaceOf(root, prefix) !== problemNamespace) {
    return notAProblem('not-an-object', `The root must be problem in the namespace ${problemNamespace}.`);
  }
  const members = asObject(ownElements(root, prefix), prefix);
  for (const name of ['type', 'instance', 'status']) {
    if (typeof members[name] === 'string') members[name] = members[name].trim();
  }
  if (/^\d+$/.test(String(members.status))) members.status = Number(members.status);
  return { value: members };
}

/** Elements named `i` make an array, other elements an object, and no element at all a text. */
function contentOf(element: XmlElement, prefix: string): string | unknown[] | Record<string, unknown> {
  const pairs = ownElements(element, prefix);
  if (pairs.length === 0) return element.text;
  if (pairs.every(([name]) => name === 'i')) return pairs.map(([, item]) => contentOf(item, prefix));
  return asObject(pairs, prefix);
}

/** The first of each name counts. */
function asObject(pairs: readonly [string, XmlElement][], prefix: string): Record<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [name, element] of pairs) if (!members.has(name)) members.set(name, contentOf(element, prefix));
  return Object.fromEntries(members);
}

/** The elements that belong to the problem, by their names without the prefix. */
function ownElements({ elements }: XmlElement, prefix: string): [string, XmlElement][] {
  return elements.flatMap((element): [string, XmlElement][] => {
    const name = element.tag.slice(prefix.length);
    const isOwn =
      element.tag === prefix + name &&
      !name.includes(':') &&
      (namespaceOf(element, prefix) ?? problemNamespace) === problemNamespace;
    return isOwn ? [[name, element]] : [];
  });
}

/** The namespace that an element declares for a prefix such as `p:`, or for no prefix. */
function namespaceOf({ attributes }: XmlElement, prefix: string): string | undefined {
  return attributes.get(prefix ? `xmlns:${prefix.slice(0, -1)}` : 'xmlns');
}
