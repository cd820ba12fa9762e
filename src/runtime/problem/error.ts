import type { NotAType, ProblemDetails } from './details.ts';
import { problemHeaders } from './headers.ts';
import { mergeHeaders, type ProblemResponseInit, problemResponse, responseStatus } from './response.ts';
import { reasonPhrase } from './status.ts';

/** An occurrence of `about:blank`: the problem says no more than its status code. RFC 9457 section 4.2.1. */
export interface AboutBlank {
  type: 'about:blank';
  title: string;
  status: number;
  detail?: string;
  instance?: string;
}

/**
 * Builds an occurrence of `about:blank`; its title is the reason phrase of the status. RFC 9457 section 4.2.1.
 *
 * @example
 * ```ts
 * import { aboutBlank } from 'arcp-problems';
 *
 * aboutBlank(404, { instance: '/nowhere' }).title; //=> 'Not Found'
 * ```
 */
export function aboutBlank(status: number, members: { detail?: string; instance?: string } = {}): AboutBlank {
  const { detail, instance } = members;
  return {
    type: 'about:blank',
    title: reasonPhrase(status),
    status,
    ...(detail !== undefined && { detail }),
    ...(instance !== undefined && { instance }),
  };
}

/** Options of {@link ProblemError}. */
export interface ProblemErrorOptions {
  /** What led to the problem. Kept on the error and never sent. */
  cause?: unknown;
  /** Further header fields of the response. */
  headers?: HeadersInit;
}

/**
 * A throwable problem. `status`, `statusCode`, `headers` and `expose` are what Express, Koa and Fastify read;
 * `getResponse()` is what Hono calls. Recognize one by its shape with {@link toProblem}, not by `instanceof`.
 *
 * @example
 * ```ts
 * import { ProblemError, sessionInvalid } from 'arcp-problems';
 *
 * try {
 *   throw new ProblemError(sessionInvalid({ detail: 'The session has ended.' }), { cause: new Error('no row') });
 * } catch (error) {
 *   if (error instanceof ProblemError) console.log(error.getResponse().status); //=> 401
 * }
 * ```
 */
export class ProblemError<P extends ProblemDetails = ProblemDetails> extends Error {
  override readonly name = 'ProblemError';
  /** The problem details object, as it will be sent. */
  readonly problem: P;
  /** Status code of the response, the same as `statusCode`. */
  readonly status: number;
  readonly statusCode: number;
  /** Header fields of the response. */
  readonly headers: Record<string, string>;
  /** Whether the message may be shown to the client: true below 500. */
  readonly expose: boolean;

  constructor(problem: P & NotAType, options: ProblemErrorOptions = {}) {
    super(messageOf(problem), 'cause' in options ? { cause: options.cause } : undefined);
    this.problem = problem;
    this.status = this.statusCode = responseStatus(problem);
    this.headers = options.headers
      ? Object.fromEntries(mergeHeaders(problemHeaders(problem), options.headers))
      : problemHeaders(problem);
    this.expose = this.status < 500;
  }

  /** The response to send, as `problemResponse` makes it. */
  getResponse(init: ProblemResponseInit = {}): Response {
    const headers = mergeHeaders(this.headers, init.headers);
    return problemResponse(this.problem, { ...init, headers });
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

/**
 * The problem details object for anything that was thrown. A `ProblemError`, or another error that carries a `problem`
 * of that shape, gives its own. An error made to be shown (`expose` is true, or it has `getResponse`) gives an
 * `about:blank` of its status. All else is a bare 500: neither message nor stack goes out. Never throws.
 *
 * @example
 * ```ts
 * import { toProblem } from 'arcp-problems';
 *
 * toProblem(new Error('password of db-7 refused'));
 * //=> { type: 'about:blank', title: 'Internal Server Error', status: 500 }
 * ```
 */
export function toProblem(thrown: unknown): ProblemDetails & { type: string; title: string; status: number } {
  try {
    const { problem, status, statusCode, expose, getResponse } = Object(thrown);
    if (isSendable(problem)) return problem;
    const code = status ?? statusCode;
    const shown = expose === true || typeof getResponse === 'function';
    if (shown && Number.isInteger(code) && code >= 400 && code <= 599) return aboutBlank(code);
  } catch {
    // A getter or a proxy of the thrown thing threw in turn.
  }
  return aboutBlank(500);
}

function isSendable(value: unknown): value is ProblemDetails & { type: string; title: string; status: number } {
  const { type, title, status } = Object(value);
  return typeof type === 'string' && typeof title === 'string' && Number.isInteger(status);
}
