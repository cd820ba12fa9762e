import { aboutBlank } from './about-blank.ts';
import type { NotAType, ProblemDetails } from './details.ts';
import { fieldsOf, type HeaderFields, type HeaderFieldsInit, mergeHeaders } from './header-fields.ts';
import { problemHeaders } from './headers.ts';
import { outgoing, type ProblemResponseInit, responseOf } from './response.ts';
import { responseStatus } from './status.ts';

/** Options of {@link ProblemError}. */
export interface ProblemErrorOptions {
  /** What led to the problem. Kept on the error and never sent. */
  cause?: unknown;
  /** Further header fields of the response, as {@link problemResponse} takes them. */
  headers?: HeaderFieldsInit | undefined;
}

/** What is known of the request and the response beside the body. What the client does not tell is absent. */
export interface Exchange {
  /** Status code of the response. */
  readonly status?: number | undefined;
  /** Method of the request, in upper case. */
  readonly method?: string | undefined;
  /** URL of the request, after redirects; only its path where the client knows no more. */
  readonly url?: string | undefined;
  /** Names of the header fields of the request, in lower case. Their values may be secrets and are not kept. */
  readonly headers?: readonly string[] | undefined;
}

/** What frameworks read of an error, and what a log of the error leaves out. */
const ofResponse: Record<string, (problem: ProblemDetails) => unknown> = {
  status: responseStatus,
  statusCode: responseStatus,
  headers: problemHeaders,
  expose: (problem) => responseStatus(problem) < 500,
};

/**
 * A throwable problem. `status`, `statusCode`, `headers` and `expose` are what Express, Koa and Fastify read;
 * `getResponse()` is what Hono calls. Recognize one by its shape with {@link toProblem}, not by `instanceof`.
 *
 * @example
 * ```ts
 * import { ProblemError, sessionInvalid } from '#package';
 *
 * try {
 *   throw new ProblemError(sessionInvalid({ detail: 'The session has ended.' }), { cause: new Error('no row') });
 * } catch (error) {
 *   if (error instanceof ProblemError) console.log(error.getResponse().status); //=> 401
 * }
 * ```
 */
export class ProblemError<P extends ProblemDetails = ProblemDetails> extends Error {
  /** By this h3 1 hands the error over unchanged; what it wraps, it loses when that has a `cause`. */
  protected static readonly __h3_error__ = true;
  /** The problem details object, as it will be sent. */
  readonly problem: P;
  /** Status code of the response, the same as `statusCode`. */
  declare readonly status: number;
  declare readonly statusCode: number;
  /** Header fields of the response; several of one name as an array. */
  declare readonly headers: HeaderFields;
  /** Whether the message may be shown to the client: true below 500. */
  declare readonly expose: boolean;
  /** Of a problem that another server sent, as `throwIfProblem` throws it: its status, and the request. */
  declare readonly exchange?: Exchange | undefined;

  constructor(problem: P & NotAType, options: ProblemErrorOptions = {}) {
    super(messageOf(problem), options);
    this.problem = problem;
    if (options.headers) this.headers = fieldsOf(mergeHeaders(problemHeaders(problem), options.headers));
  }

  static {
    // Made when they are read: to hide four values in every error takes a quarter of the time that it is made in.
    for (const [name, from] of Object.entries(ofResponse)) {
      const set = function (this: object, value: unknown) {
        Reflect.defineProperty(this, name, { value, writable: true, configurable: true });
      };
      const get = function (this: ProblemError) {
        const value = from(this.problem ?? {});
        // The prototype has no problem, and keeps its getter.
        if (this.problem) set.call(this, value);
        return value;
      };
      Object.defineProperty(ProblemError.prototype, name, { get, set, configurable: true });
    }
  }

  override get name(): string {
    return 'ProblemError';
  }

  /** The response to send, as `problemResponse` makes it. */
  getResponse(init: ProblemResponseInit = {}): Response {
    return responseOf(outgoing(this.problem), mergeHeaders(this.headers, init.headers), init.method);
  }

  /** The problem details object, so that `JSON.stringify` of the error tells no more than the response. */
  toJSON(): P {
    return this.problem;
  }
}

function messageOf({ type, title, detail }: ProblemDetails): string {
  const text = detail ?? title ?? 'Problem';
  return type === undefined || type === 'about:blank' ? text : `${text} (${type})`;
}

/** A problem that can be sent as it is. */
export type SendableProblem = ProblemDetails & { type: string; title: string; status: number };

/** Options of {@link toProblem}. */
export interface ToProblemOptions {
  /** Also looks for a problem in the `cause` of an error, and in the cause of that. @default false */
  searchCause?: boolean | undefined;
}

/**
 * Returns the problem details object for anything that was thrown. A `ProblemError`, or another error with a `problem` of
 * that shape, gives its own; a problem details object that was thrown itself is returned unchanged. An error made to be
 * shown (`expose` is true, or it has `getResponse`) gives an `about:blank` of its status. Anything else is a bare 500
 * without message and stack, also what `throwIfProblem` throws for the problem of another server. Never throws.
 *
 * @example
 * ```ts
 * import { toProblem } from '#package';
 *
 * toProblem(new Error('password of db-7 refused'));
 * //=> { type: 'about:blank', title: 'Internal Server Error', status: 500 }
 * ```
 */
export function toProblem(thrown: unknown, options: ToProblemOptions = {}): SendableProblem {
  try {
    if (isReceived(thrown)) return aboutBlank(500);
    const problem = problemOf(carrierOf(thrown, options.searchCause));
    if (problem) return problem;
    const { status, statusCode, expose, getResponse } = Object(thrown);
    const code = status ?? statusCode;
    const shown = expose === true || typeof getResponse === 'function';
    if (shown && Number.isInteger(code) && code >= 400 && code <= 599) return aboutBlank(code);
  } catch {
    // A getter or a proxy of the thrown thing threw in turn.
  }
  return aboutBlank(500);
}

/** Whether an error has the header fields of its problem and no others. */
export function hasFieldsOfProblem(error: object): boolean {
  return Object.getPrototypeOf(error) === ProblemError.prototype && !Object.hasOwn(error, 'headers');
}

/** What has a problem: the thrown thing, or with `searchCause` the first of its causes that has one; else the thrown thing. */
export function carrierOf(thrown: unknown, searchCause: boolean | undefined): unknown {
  if (!searchCause) return thrown;
  let carrier = thrown;
  // A limit, since causes may lead back to where they began.
  for (let depth = 0; depth < 16 && !problemOf(carrier); depth += 1) carrier = Object(carrier).cause;
  return problemOf(carrier) ? carrier : thrown;
}

/** Whether another server sent the problem that was thrown. */
export function isReceived(thrown: unknown): boolean {
  const { name, exchange } = Object(thrown);
  return name === 'ProblemError' && exchange !== undefined;
}

/** The problem that a thrown thing has, or is. */
export function problemOf(thrown: unknown): SendableProblem | undefined {
  if (isReceived(thrown)) return undefined;
  const { problem, type, status } = Object(thrown);
  if (isSendable(problem)) return problem;
  const isProblem = isSendable(thrown) && !(thrown instanceof Error) && /^([a-z][a-z\d+.-]*:|[/.#])/i.test(type);
  return isProblem && status >= 400 && status <= 599 ? thrown : undefined;
}

function isSendable(value: unknown): value is SendableProblem {
  const { type, title, status } = Object(value);
  return typeof type === 'string' && typeof title === 'string' && Number.isInteger(status);
}
