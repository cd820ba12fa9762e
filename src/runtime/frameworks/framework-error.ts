import { type ProblemDetails, problemMediaType } from '../problem/details.ts';
import { aboutBlank, toProblem } from '../problem/error.ts';
import { reasonPhrase } from '../problem/status.ts';
import { essenceOf } from '../read/body.ts';
import { fromAjv, fromIssues, type Issue, invalidRequest, type RequestError } from './validation.ts';

/** What a framework threw, as a problem. */

export interface Reading {
  readonly problem: ProblemDetails;
  /** Header fields that the error brings, such as `WWW-Authenticate`. */
  readonly headers: Headers;
}

/** The members that errors of the frameworks have; anything else may have them too, of any type. */
interface Thrown {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  status?: unknown;
  statusCode?: unknown;
  expose?: unknown;
  headers?: unknown;
  limit?: unknown;
  problem?: ProblemDetails;
  res?: { headers?: unknown };
  getResponse?: () => { message?: unknown };
  validation?: unknown;
  validationContext?: string;
  data?: { issues?: unknown; part?: string };
}

/**
 * The problem of anything that was thrown. A `ProblemError` gives its own. An error with a status gives an `about:blank`
 * of it, an error that a framework made below 500 also its message and its findings. All else is a bare 500.
 * Never throws.
 */
export function readError(thrown: unknown, method: string): Reading {
  try {
    const error: Thrown = Object(thrown);
    const { problem } = error;
    const own = error.name === 'ProblemError' && typeof problem === 'object' ? problem : toProblem(error);
    if (own === problem) return { problem: own, headers: headersOf(error.headers) };
    const status = statusOf(error);
    if (status === undefined) return { problem: aboutBlank(500), headers: new Headers() };
    if (!isForClient(error)) return { problem: aboutBlank(status), headers: new Headers() };
    const headers = headersOf(error.headers ?? error.res?.headers);
    const errors = status < 500 ? requestErrors(error, method) : [];
    if (errors.length > 0) return { problem: invalidRequest(status, errors), headers };
    return { problem: aboutBlank(status, { detail: detailOf(error, status) }), headers };
  } catch {
    // A getter or a proxy of the thrown thing threw in turn.
    return { problem: aboutBlank(500), headers: new Headers() };
  }
}

/** The response that an `HTTPException` of Hono brings, if it is a problem already. */
export function broughtResponse(error: unknown): Response | undefined {
  const { res, getResponse } = Object(error) as { res?: Response; getResponse?: () => Response };
  const isProblem = essenceOf(res?.headers.get('content-type')) === problemMediaType;
  return isProblem ? getResponse?.call(error) : undefined;
}

/** The status that the error asks for. What carries a `response` without `getResponse` reports another server's. */
function statusOf(error: Thrown): number | undefined {
  const status = error.status ?? error.statusCode;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 400 || status > 599) return undefined;
  return isForClient(error) || !('response' in error) ? status : undefined;
}

/** Whether a framework made the error to be answered: http-errors, Hono and Nest, Fastify, h3. */
function isForClient(error: Thrown): boolean {
  if (typeof error.expose === 'boolean') return error.expose || Number(error.status) >= 500;
  return (
    typeof error.getResponse === 'function' ||
    error.name === 'FastifyError' ||
    /^FST_/.test(String(error.code)) ||
    Array.isArray(error.validation) ||
    (error.name === 'HTTPError' && 'statusText' in error)
  );
}

/** Messages of h3, and of Nest and h3 for a path without a route: they repeat the status, or the URL with its query. */
const saysNothing = /^(HTTPError\b|Cannot [A-Z]+ \/|Cannot find any route matching )/;

/** What the error says beyond its status: never from 500 on, and never what the operating system said. */
function detailOf(error: Thrown, status: number): string | undefined {
  if (status >= 500 || 'syscall' in error) return undefined;
  if (Number.isInteger(error.limit) && status === 413) return `The request body is larger than ${error.limit} bytes.`;
  const { message, name } = error;
  if (typeof message !== 'string' || message === '' || saysNothing.test(message)) return undefined;
  const plain = (text: unknown) =>
    String(text)
      .toLowerCase()
      .replace(/\W|error$|exception$/g, '');
  return [reasonPhrase(status), name].some((known) => plain(known) === plain(message)) ? undefined : message;
}

function requestErrors(error: Thrown, method: string): RequestError[] {
  if (Array.isArray(error.validation)) return fromAjv(error.validation, error.validationContext);
  const issues: unknown = error.data?.issues;
  if (Array.isArray(issues)) return fromIssues(issues as Issue[], error.data?.part ?? partOf(method));
  const messages: unknown = typeof error.getResponse === 'function' ? error.getResponse()?.message : undefined;
  return Array.isArray(messages) ? messages.map((message) => ({ detail: String(message) })) : [];
}

/** Where a validator looked that does not say so. */
function partOf(method: string): string {
  return method === 'GET' || method === 'HEAD' ? 'query' : 'body';
}

const described = /^(content-(type|length|encoding|language|range|disposition)|transfer-encoding)$/i;
const sendable = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Header fields of an error in any of the usual forms, without those of its own body and without what cannot be sent. */
function headersOf(given: unknown): Headers {
  const headers = new Headers();
  const pairs =
    typeof (given as Headers)?.entries === 'function' ? (given as Headers).entries() : Object.entries(given ?? {});
  for (const [name, values] of pairs) {
    for (const value of [values].flat()) {
      if (value === undefined || described.test(name) || !sendable.test(String(value))) continue;
      if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) headers.append(name, String(value));
    }
  }
  return headers;
}
