import type { AnyProblemType } from './problem/type.ts';
import { essenceOf, isMessage, readBody, textOf } from './read/body.ts';
import { type NotAProblem, notAProblem, unreadable } from './read/not-a-problem.ts';
import {
  type Inspection,
  type InspectOptions,
  judge,
  limitsOf,
  type ReadOptions,
  type ReceivedProblem,
} from './read/read.ts';
import { interpretXml } from './xml/parse.ts';

export { problemToXml, problemXmlResponse } from './xml/write.ts';

/** The media type of a problem details object in XML. RFC 9457 section 3. */
export const problemXmlMediaType = 'application/problem+xml';

/**
 * Reads an `application/problem+xml` response (a copy, so the body stays yours), XML text or bytes. Needs the package
 * `fast-xml-parser`. XML has no numbers: extension members arrive as text, arrays and objects. A document type or entity
 * declaration is refused. Gives the problem, or `undefined` when it is none. Never rejects. RFC 9457 appendix B.
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
    const body = await bodyOf(source, limits.maxBytes);
    const status = isMessage(source) ? source.status : undefined;
    return judge(typeof body === 'string' ? interpretXml(body, limits) : body, status, validators);
  } catch {
    return unreadable;
  }
}

async function bodyOf(source: unknown, maxBytes: number): Promise<string | NotAProblem> {
  const text = textOf(source);
  if (text !== undefined) return text;
  if (!isMessage(source)) return notAProblem('not-an-object', 'It is neither a response nor XML text.');
  const essence = essenceOf(source.headers.get('content-type'));
  if (essence === problemXmlMediaType) return readBody(source, maxBytes);
  return notAProblem('media-type', `The media type is ${essence || 'absent'}, not ${problemXmlMediaType}.`);
}
