import { aboutBlank } from '../problem/about-blank.ts';
import { type ProblemDetails, problemMediaType } from '../problem/details.ts';
import { carrierOf, hasFieldsOfProblem, isReceived, problemOf } from '../problem/error.ts';
import { fieldsOf, type HeaderFields, type HeaderFieldsInit, mergeHeaders } from '../problem/header-fields.ts';
import { problemHeaders } from '../problem/headers.ts';
import { reasonPhrase } from '../problem/status.ts';
import { essenceOf } from '../read/body.ts';
import { type Asked, askedBy, isNamedByStatus, type Thrown } from './client-errors.ts';
import { malformed } from './malformed.ts';
import { requestErrors } from './request-errors.ts';
import type { RequestParts } from './request-parts.ts';
import { tellsLength } from './unsent.ts';
import { invalidRequest, type RequestError } from './validation.ts';

/** What was thrown, as a problem. */

export interface Reading {
  readonly problem: ProblemDetails;
  /** All header fields of the response; without it those of the problem. */
  readonly fields?: HeaderFields;
}

/** What a reading may look at beyond the error. */
export interface Circumstances {
  readonly searchCause?: boolean | undefined;
  /** The parts of the request that the framework keeps; asked only when an error may be about them. */
  readonly parts?: (() => RequestParts) | undefined;
}

/**
 * The problem of anything that was thrown. A `ProblemError` and a problem that was thrown give their own. An error that was
 * made for the client gives an `about:blank` of its status, below 500 also its message and its findings. All else is a bare
 * 500. Never throws.
 */
export function readError(thrown: unknown, circumstances: Circumstances = {}): Reading {
  try {
    if (isReceived(thrown)) return { problem: aboutBlank(500) };
    const carrier = Object(carrierOf(thrown, circumstances.searchCause)) as Thrown & { problem?: ProblemDetails };
    const isOwn = carrier.name === 'ProblemError' && typeof carrier.problem === 'object';
    const problem = isOwn ? carrier.problem : problemOf(carrier);
    if (!problem) return readForeign(Object(thrown), circumstances);
    if (problem === carrier || hasFieldsOfProblem(carrier) || !carrier.headers) return { problem };
    return { problem, fields: isOwn ? (carrier.headers as HeaderFields) : headersOf(carrier.headers, problem) };
  } catch {
    // A getter or a proxy of the thrown thing threw in turn.
    return { problem: aboutBlank(500) };
  }
}

function readForeign(error: Thrown, { parts }: Circumstances): Reading {
  const body = malformed(error, parts);
  if (body) return { problem: aboutBlank(400, body === 'shown' ? { detail: String(error.message) } : {}) };
  const { headers, isShown = true, ...asked } = askedBy(error) ?? ({} as Asked);
  const status = asked.status as number;
  if (!Number.isInteger(status) || status < 400 || status > 599) return { problem: aboutBlank(500) };
  const errors: RequestError[] = status < 500 ? requestErrors(error, parts) : [];
  const problem =
    errors.length > 0
      ? invalidRequest(status, errors)
      : aboutBlank(status, { detail: detailOf(error, status, isShown) });
  return headers ? { problem, fields: headersOf(headers, problem) } : { problem };
}

/** The response that an `HTTPException` of Hono brings, if it is a problem already. */
export function broughtResponse(error: unknown): Response | undefined {
  const { res, getResponse } = Object(error) as { res?: Response; getResponse?: () => Response };
  const isProblem = essenceOf(res?.headers.get('content-type')) === problemMediaType;
  return isProblem ? getResponse?.call(error) : undefined;
}

/** Messages of h3, and of Nest and h3 for a path without a route: they repeat the status, or the URL with its query. */
const saysNothing =
  /^(HTTPError\b|Cannot [A-Z]+ \/|Cannot find any (route|path) matching |not found$|[A-Z]+ method not allowed$)/;

/** What the error says beyond its status: never from 500 on, and never what the operating system said. */
function detailOf(error: Thrown, status: number, isShown: boolean): string | undefined {
  if (status >= 500 || 'syscall' in error || !isShown) return undefined;
  if (Number.isInteger(error.limit) && status === 413) return `The request body is larger than ${error.limit} bytes.`;
  const { message, name } = error;
  if (typeof message !== 'string' || message === '' || saysNothing.test(message)) return undefined;
  const plain = (text: string) => text.toLowerCase().replace(/\W|error$|exception$/g, '');
  const repeats = isNamedByStatus(message, status) || plain(message) === plain(String(name));
  return repeats || plain(message) === plain(reasonPhrase(status)) ? undefined : message;
}

const described = /^(content-(type|length|encoding|language|range|disposition)|transfer-encoding)$/i;
const sendable = /^[\t\x20-\x7e\x80-\xff]*$/;
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** The fields of a problem and of an error, without those of the error's own body and without what cannot be sent. */
function headersOf(given: unknown, problem: ProblemDetails): HeaderFields {
  const entries =
    typeof (given as Headers)?.entries === 'function' ? (given as Headers).entries() : Object.entries(given ?? {});
  const pairs = [...entries].flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, String(value ?? '\n')]),
  );
  const isOfBody = (name: string) => described.test(name) && !tellsLength(name, problem.status as number);
  const valid = pairs.filter(([name, value]) => token.test(name) && sendable.test(value) && !isOfBody(name));
  return fieldsOf(mergeHeaders(problemHeaders(problem), valid as HeaderFieldsInit));
}
