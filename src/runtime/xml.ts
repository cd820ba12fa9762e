import type { AnyProblemType } from './problem/type.ts';
import { essenceOf, isMessage, readBytes, sourceOf } from './read/body.ts';
import { type NotAProblem, notAProblem, unreadable } from './read/not-a-problem.ts';
import {
  type Inspection,
  type InspectOptions,
  judge,
  limitsOf,
  type ReadOptions,
  type ReceivedProblem,
} from './read/read.ts';
import { interpretXml, problemXmlMediaType } from './xml/parse.ts';

export { problemXmlMediaType } from './xml/parse.ts';
export { problemToXml, problemXmlResponse } from './xml/write.ts';

/**
 * Reads an `application/problem+xml` response (a copy, so the body stays yours), XML text or bytes, in the
 * encoding that it declares. XML has no numbers: extension members arrive as text, arrays and objects. A document type
 * declaration is refused. Returns the problem, or `undefined` for anything else. Never rejects. RFC 9457 appendix B.
 *
 * @example
 * ```ts
 * import { sessionInvalid } from 'arcp-problems';
 * import { problemXmlResponse, readProblemXml } from 'arcp-problems/xml';
 *
 * const problem = await readProblemXml(problemXmlResponse(sessionInvalid()));
 * problem?.title; //=> 'Session Validation Failed'
 * ```
 */
export async function readProblemXml<Own extends AnyProblemType = never>(
  input: unknown,
  options?: ReadOptions,
): Promise<ReceivedProblem<Own> | undefined> {
  const { problem } = await inspectProblemXml(input, { ...options, validators: undefined });
  return problem as ReceivedProblem<Own> | undefined;
}

/**
 * Reads like {@link readProblemXml} and tells what `inspectProblem` tells of JSON. Never rejects.
 *
 * @example
 * ```ts
 * import { inspectProblemXml } from 'arcp-problems/xml';
 *
 * const found = await inspectProblemXml('<!DOCTYPE problem><problem/>');
 * if (found.kind === 'not-a-problem') console.log(found.reason); //=> 'syntax'
 * ```
 */
export async function inspectProblemXml(input: unknown, options?: InspectOptions): Promise<Inspection> {
  try {
    const source = await input;
    const { validators, ...read } = options ?? {};
    const limits = limitsOf(read, isMessage(source) ? source.url : undefined);
    const contentType = isMessage(source) ? source.headers.get('content-type') : undefined;
    const body = await bodyOf(source, contentType, limits.maxBytes);
    const status = isMessage(source) ? source.status : undefined;
    const isXml = typeof body === 'string' || ArrayBuffer.isView(body);
    return judge(isXml ? interpretXml(body, limits, contentType) : body, status, validators);
  } catch {
    return unreadable;
  }
}

async function bodyOf(
  source: unknown,
  contentType: string | null | undefined,
  maxBytes: number,
): Promise<string | Uint8Array | NotAProblem> {
  const body = sourceOf(source);
  if (body !== undefined) return body;
  if (!isMessage(source)) return notAProblem('not-an-object', 'It is neither a response nor XML text.');
  const essence = essenceOf(contentType);
  if (essence === problemXmlMediaType) return readBytes(source, maxBytes);
  return notAProblem('media-type', `The media type is ${essence || 'absent'}, not ${problemXmlMediaType}.`);
}
