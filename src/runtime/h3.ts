import type { H3Event, HTTPError } from 'h3';
import { answer, type ProblemHandlerOptions } from './frameworks/answer.ts';

export type { ProblemHandlerOptions };

/**
 * For `onError` of an H3 app, and the error handler of Nitro: answers with yours, with that of a `ProblemError`, and with
 * an `about:blank` for an `HTTPError`; failed validation with one entry in `errors` for each value. `event.res.errHeaders`
 * are kept. h3 writes every error of yours to the console unless the app is `silent`.
 *
 * @example
 * ```ts
 * import { H3 } from 'h3';
 * import { problemHandler } from 'arcp-problems/h3';
 *
 * const app = new H3({ onError: problemHandler({ log: console.error }), silent: true });
 * ```
 */
export function problemHandler(options: ProblemHandlerOptions<H3Event> = {}) {
  return (error: HTTPError, event: H3Event): Response => {
    const occasion = { request: event, method: event.req.method };
    const { status, headers, body } = answer(thrownOf(error), options, occasion);
    for (const [name, value] of event.res.errHeaders) {
      if (name === 'set-cookie') headers.append(name, value);
      else if (!headers.has(name)) headers.set(name, value);
    }
    const allow = event.res.headers.get('allow');
    if (status === 405 && allow !== null && !headers.has('allow')) headers.set('allow', allow);
    return new Response(body, { status, headers });
  };
}

/** h3 wraps what is not its own, at times twice. */
function thrownOf(error: HTTPError): unknown {
  if (!error.unhandled) return error;
  const cause = error.cause as { unhandled?: boolean; cause?: unknown } | undefined;
  return cause?.unhandled ? cause.cause : cause;
}
