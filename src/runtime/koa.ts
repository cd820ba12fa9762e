import type { Context, Middleware } from 'koa';
import { type Answer, answer, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { send } from './frameworks/node.ts';
import { partsOf } from './frameworks/request-parts.ts';
import { dropUnsent } from './frameworks/unsent.ts';
import { aboutBlank } from './problem/about-blank.ts';
import { tellMissingChallenge } from './problem/development.ts';
import { ProblemError } from './problem/error.ts';
import { combine } from './problem/header-fields.ts';

export type { ProblemHandlerOptions };

/**
 * Returns a middleware for Koa 2 and 3 that responds with problem details to what is thrown after it, and to every status from
 * 400 on that has no body: Koa's 404, the 405 of a router (its `Allow` stays). Register it first. Without `log`, errors with a
 * 5xx response go to the `error` event of the app.
 *
 * @example
 * ```ts
 * import Koa from 'koa';
 * import { problemHandler } from '#package/koa';
 *
 * const app = new Koa();
 * app.use(problemHandler());
 * ```
 */
export function problemHandler(options: ProblemHandlerOptions<Context> = {}): Middleware {
  return async (context, next) => {
    const read = (error: unknown): Answer => {
      if (hasFieldsOfCors(error, context)) Reflect.deleteProperty(error, 'headers');
      const parts = () => partsOf(context.request as { body?: unknown; rawBody?: unknown; query?: unknown });
      return answer(error, options, { request: context, parts, late: context.headerSent, log: emit });
    };
    const emit = (error: unknown) =>
      context.app.emit('error', error instanceof Error ? error : new Error(`thrown: ${String(error)}`), context);

    // Koa calls this for what goes wrong after the last middleware: in a stream that is the body, at times twice.
    let last: unknown;
    context.onerror = (error: unknown) => {
      if (error === null || error === undefined || error === last) return;
      last = error;
      const sent = read(error);
      if (!context.headerSent && context.writable) send(context.res, sent);
      else if (!context.res.writableEnded) context.res.destroy();
    };

    try {
      await next();
      if (context.status < 400 || context.body !== undefined || context.headerSent || context.respond === false) return;
      write(context, read(new ProblemError(aboutBlank(context.status))));
    } catch (error) {
      if (context.headerSent) return context.onerror(error as Error);
      // Koa ends a response that is not writable, such as one to HEAD over HTTP/2, with its header fields.
      write(context, read(error));
    }
  };
}

/** `@koa/cors` writes the fields that it has set on the response onto whatever is thrown, a problem among it. */
function hasFieldsOfCors(error: unknown, { response }: Context): error is object {
  // Those of an error that nobody has written to are made when they are read.
  if (!Object.hasOwn(Object(error), 'headers')) return false;
  const { headers } = Object(error);
  const isSet = ([name, value]: [string, unknown]) => String(response.get(name)).includes(String(value));
  return Object.hasOwn(Object(headers), 'vary') && Object.entries(headers).every(isSet);
}

/** As the response of the middleware, so that the ones before this one can add to it. */
function write(context: Context, { status, fields, body }: Answer): void {
  dropUnsent(status, {
    names: () => context.res.getHeaderNames(),
    get: (name) => context.response.get(name),
    set: (name, value) => context.set(name, value),
    remove: (name) => context.remove(name),
  });
  context.status = status;
  for (const name in fields) {
    context.set(name, combine(name, context.res.getHeader(name), fields[name] as string));
  }
  tellMissingChallenge(status, context.res.getHeader('www-authenticate'));
  context.body = body;
}
