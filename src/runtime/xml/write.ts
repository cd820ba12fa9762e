import type { NotAType, ProblemDetails } from '../problem/details.ts';
import { mergeHeaders } from '../problem/header-fields.ts';
import { outgoing, type ProblemResponseInit } from '../problem/response.ts';
import { problemNamespace } from './parse.ts';

/**
 * Problems as XML. Not by a library: the builder of fast-xml-parser 5.12 weighs 22,000 bytes against 1,200 here, and writes
 * what no reader takes: control characters, names with a space, and `<0>` for an array in an array.
 */

const elementName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** What XML 1.0 has no place for, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it finds
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** Levels of elements, the root among them, as far as readers go by default. */
const maxDepth = 64;

/**
 * The problem details object as an XML document: arrays as `<i>` elements, all in the one namespace. Left out are `null`,
 * members whose name is not an XML name, and what lies deeper than 64 levels. An object whose only members are called `i` arrives as
 * an array. RFC 9457 appendix B.
 *
 * @example
 * ```ts
 * import { aboutBlank } from '#package';
 * import { problemToXml } from '#package/xml';
 *
 * problemToXml(aboutBlank(404)).includes('<title>Not Found</title>'); //=> true
 * ```
 */
export function problemToXml<P extends ProblemDetails>(problem: P & NotAType): string {
  const members = Object.entries(jsonForm(problem)).map(([name, value]) => element(name, value, 2));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<problem xmlns="${problemNamespace}">${members.join('')}</problem>`;
}

/**
 * Like `problemResponse`, with an `application/problem+xml` body.
 *
 * @example
 * ```ts
 * import { sessionInvalid } from '#package';
 * import { problemXmlResponse } from '#package/xml';
 *
 * problemXmlResponse(sessionInvalid()).headers.get('Content-Type'); //=> 'application/problem+xml'
 * ```
 */
export function problemXmlResponse<P extends ProblemDetails>(
  problem: P & NotAType,
  init: ProblemResponseInit = {},
): Response {
  const { status, fields, problem: sent } = outgoing(problem);
  const headers = mergeHeaders({ ...fields, 'Content-Type': 'application/problem+xml' }, init.headers);
  return new Response(init.method?.toUpperCase() === 'HEAD' ? null : problemToXml(sent), { status, headers });
}

/** What JSON keeps of a problem; without a JSON form, what can be sent of it. */
function jsonForm(problem: ProblemDetails): object {
  try {
    return Object(JSON.parse(JSON.stringify(problem)));
  } catch {
    return outgoing(problem).problem;
  }
}

/** @param depth level of the element, 1 for the root */
function element(name: string, value: unknown, depth: number): string {
  return value === null || !elementName.test(name) ? '' : `<${name}>${content(value, depth)}</${name}>`;
}

function content(value: unknown, depth: number): string {
  if (value === null) return '';
  if (typeof value !== 'object') return escapeText(String(value));
  if (depth === maxDepth) return '';
  if (Array.isArray(value)) return value.map((item) => `<i>${content(item, depth + 1)}</i>`).join('');
  return Object.entries(value)
    .map(([name, inner]) => element(name, inner, depth + 1))
    .join('');
}

function escapeText(text: string): string {
  return text
    .replace(unprintable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
