import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { answer, notFound, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { send } from './frameworks/node.ts';
import { partsOf } from './frameworks/request-parts.ts';

export type { ProblemHandlerOptions };

/**
 * An error handler that answers with problem details: yours, those of a `ProblemError`, and Express's own errors (a
 * malformed or too large body, a bad URL) as `about:blank`. Goes last. What cannot be answered any more is passed on to
 * Express, which closes the connection. Without `log`, errors answered with a 5xx go to `console.error`.
 *
 * @example
 * ```ts
 * import express from 'express';
 * import { notFoundHandler, problemHandler } from 'arcp-problems/express';
 *
 * const app = express();
 * app.use(notFoundHandler());
 * app.use(problemHandler({ log: (error, request) => console.error(request.path, error) }));
 * ```
 */
export function problemHandler(options: ProblemHandlerOptions<Request> = {}): ErrorRequestHandler {
  return (error, request, response, next) => {
    const late = response.headersSent;
    // Express's own handler writes a late error to the console.
    const sent = answer(error, options, {
      request,
      parts: () => partsOf(request),
      late,
      ...(!late && { log: console.error }),
    });
    if (response.writableEnded) return;
    if (late) return next(error);
    send(response, sent);
  };
}

/**
 * A handler for paths without a route: passes a `ProblemError` of status 404 on to {@link problemHandler}. Goes after the
 * routes. Express does not tell a wrong method from a wrong path; name the methods of a path by a last `.all()`.
 *
 * @example
 * ```ts
 * import express from 'express';
 * import { aboutBlank, ProblemError } from 'arcp-problems';
 * import { notFoundHandler, problemHandler } from 'arcp-problems/express';
 *
 * const app = express();
 * const notAllowed = new ProblemError(aboutBlank(405), { headers: { Allow: 'GET, HEAD' } });
 * app.get('/agents', (_request, response) => void response.json([]));
 * app.all('/agents', (_request, _response, next) => next(notAllowed));
 * app.use(notFoundHandler(), problemHandler());
 * ```
 */
export function notFoundHandler(): RequestHandler {
  return (_request, _response, next) => next(notFound());
}
