import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { answer, notFound, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { send } from './frameworks/node.ts';
import { partsOf } from './frameworks/request-parts.ts';

export type { ProblemHandlerOptions };

/**
 * Returns an error handler for Express 4 and 5 that responds with problem details: yours, those of a `ProblemError` or of a
 * problem that was thrown, and errors that Express and its middleware made for the client as `about:blank`. Register it
 * last. An error after the response started is passed on to Express, which closes the connection. Without `log`, errors
 * with a 5xx response go to `console.error`.
 *
 * @example
 * ```ts
 * import express from 'express';
 * import { notFoundHandler, problemHandler } from '#package/express';
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
 * Returns a handler for paths without a route: it passes a `ProblemError` of status 404 on to {@link problemHandler}.
 * Register it after the routes. Express does not distinguish a wrong method from a wrong path; name the methods of a path in
 * a last `.all()`.
 *
 * @example
 * ```ts
 * import express from 'express';
 * import { aboutBlank, ProblemError } from '#package';
 * import { notFoundHandler, problemHandler } from '#package/express';
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
