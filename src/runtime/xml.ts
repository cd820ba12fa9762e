import type { AnyProblemType } from './problem/type.ts';
import { essenceOf, sourceOf } from './read/body.ts';
import { exchangeOf, urlOf } from './read/exchange.ts';
import { type Interpretation, interpret } from './read/interpret.ts';
import { explained, notAProblem, type Refusal, refusal } from './read/not-a-problem.ts';
import {
  type Inspection,
  type InspectOptions,
  judge,
  limitsOf,
  type ReadOptions,
  type ReceivedProblem,
} from './read/read.ts';
import { type Received, settled } from './read/received.ts';
import { problemXmlMediaType, readXml } from './xml/parse.ts';

export { problemXmlMediaType } from './xml/parse.ts';
export { problemToXml, problemXmlResponse } from './xml/write.ts';

/**
 * Reads an `application/problem+xml` response (a copy, so the body stays yours), XML text or bytes, in the
 * encoding that it declares. XML has no numbers: extension members arrive as text, arrays and objects. A document type
 * declaration is refused. Returns the problem, or `undefined` for anything else. Never rejects. RFC 9457 appendix B.
 *
 * @example
 * ```ts
 * import { sessionInvalid } from '#package';
 * import { problemXmlResponse, readProblemXml } from '#package/xml';
 *
 * const problem = await readProblemXml(problemXmlResponse(sessionInvalid()));
 * problem?.title; //=> 'Session Validation Failed'
 * ```
 */
export async function readProblemXml<Own extends AnyProblemType = never>(
  input: unknown,
  options?: ReadOptions,
): Promise<ReceivedProblem<Own> | undefined> {
  const { problem } = await interpretReceived(await settled(input), options);
  return problem as ReceivedProblem<Own> | undefined;
}

/**
 * Reads like {@link readProblemXml} and tells what `inspectProblem` tells of JSON. Never rejects.
 *
 * @example
 * ```ts
 * import { inspectProblemXml } from '#package/xml';
 *
 * const found = await inspectProblemXml('<!DOCTYPE problem><problem/>');
 * if (found.kind === 'not-a-problem') console.log(found.reason); //=> 'syntax'
 * ```
 */
export async function inspectProblemXml(input: unknown, options?: InspectOptions): Promise<Inspection> {
  const response = await settled(input);
  const found = await interpretReceived(response, options);
  const exchange = exchangeOf(response);
  return found.kind === 'problem' ? judge(found, exchange, options?.validators) : { ...explained(found), exchange };
}

async function interpretReceived(response: Received, options?: ReadOptions): Promise<Interpretation | Refusal> {
  try {
    const { header, read } = response;
    const limits = limitsOf(options, urlOf(response));
    const contentType = header?.('content-type');
    const essence = essenceOf(contentType);
    if (header && essence !== problemXmlMediaType) {
      return notAProblem('media-type', `The media type is ${essence || 'absent'}, not ${problemXmlMediaType}.`);
    }
    const { body, unreadable } = read ? await read(limits.maxBytes) : response;
    if (unreadable) return unreadable;
    const source = sourceOf(body);
    if (source === undefined) return notAProblem('not-an-object', 'It is neither a response nor XML text.');
    return interpret(readXml(source, limits, contentType), limits);
  } catch {
    return refusal('unreadable');
  }
}
