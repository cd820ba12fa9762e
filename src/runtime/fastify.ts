import type { FastifyError, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { answer, notFound, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { sendReply } from './frameworks/reply.ts';
import { partsOf } from './frameworks/request-parts.ts';

export type { ProblemHandlerOptions };

/**
 * Returns a plugin for Fastify 4 and 5 that sets the error handler and the not-found handler of the instance it is registered
 * on. Fastify's own errors become `about:blank`, those of schema validation with one entry in `errors` for each value.
 * Without `log`, errors with a 5xx response go to `request.log`.
 *
 * @example
 * ```ts
 * import Fastify from 'fastify';
 * import { frameworkErrors, problemHandler } from '#package/fastify';
 *
 * const app = Fastify({ frameworkErrors: frameworkErrors() });
 * await app.register(problemHandler());
 * ```
 */
export function problemHandler(options: ProblemHandlerOptions<FastifyRequest> = {}): FastifyPluginCallback {
  const fail = failure(options);
  const plugin: FastifyPluginCallback = (instance, _options, done) => {
    instance.setErrorHandler(fail);
    instance.setNotFoundHandler((request, reply) => fail(notFound(), request, reply));
    done();
  };
  // What the package fastify-plugin sets: the handlers are for the instance itself, not for a child of it.
  const marks = { 'skip-override': true, 'fastify.display-name': 'problem-details' };
  return Object.assign(
    plugin,
    Object.fromEntries(Object.entries(marks).map(([key, value]) => [Symbol.for(key), value])),
  );
}

/**
 * Returns the `frameworkErrors` option of Fastify: it responds to what fails before a route is found, such as a malformed
 * URL.
 *
 * @example
 * ```ts
 * import Fastify from 'fastify';
 * import { frameworkErrors } from '#package/fastify';
 *
 * const app = Fastify({ frameworkErrors: frameworkErrors() });
 * ```
 */
export function frameworkErrors(options: ProblemHandlerOptions<FastifyRequest> = {}) {
  const fail = failure(options);
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => fail(error, request, reply);
}

function failure(options: ProblemHandlerOptions<FastifyRequest>) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const late = reply.raw.headersSent;
    const log = (err: unknown) => request.log.error({ err }, 'answered with a problem');
    const sent = answer(error, options, { request, parts: () => partsOf(request), late, log });
    if (!late) sendReply(reply, sent);
    else if (!reply.raw.writableEnded) reply.raw.destroy();
  };
}
