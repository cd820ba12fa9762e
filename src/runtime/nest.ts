import type { ArgumentsHost, ExceptionFilter, ValidationError } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer, type ProblemHandlerOptions } from './frameworks/answer.ts';

import { send } from './frameworks/node.ts';
import { sendReply } from './frameworks/reply.ts';
import { type Issue, invalidRequestError, mostErrors } from './frameworks/validation.ts';

export type { ProblemHandlerOptions };

/**
 * An exception filter for all of HTTP, on Express and on Fastify: answers with yours, with that of a `ProblemError`, and
 * with an `about:blank` for an `HttpException`. Exceptions of other transports are thrown on. Without `log`, errors
 * answered with a 5xx go to `console.error`.
 *
 * @example
 * ```ts
 * import { ValidationPipe } from '@nestjs/common';
 * import { problemHandler, problemValidation } from 'arcp-problems/nest';
 *
 * const filter = problemHandler(); // app.useGlobalFilters(filter)
 * const pipe = new ValidationPipe({ exceptionFactory: problemValidation }); // app.useGlobalPipes(pipe)
 * ```
 */
export function problemHandler(options: ProblemHandlerOptions<ArgumentsHost> = {}): ExceptionFilter {
  return {
    catch(exception: unknown, host: ArgumentsHost): void {
      if (host.getType() !== 'http') throw exception;
      const { method } = host.switchToHttp().getRequest<Request | FastifyRequest>();
      const response = host.switchToHttp().getResponse<Response | FastifyReply>();
      const raw = 'raw' in response ? response.raw : response;
      const late = raw.headersSent;
      const sent = answer(exception, options, { request: host, method, late, log: console.error });
      if (late) {
        if (!raw.writableEnded) raw.destroy();
      } else if ('raw' in response) sendReply(response, sent);
      else send(response, sent);
    },
  };
}

/**
 * For `exceptionFactory` of Nest's `ValidationPipe`: one entry in `errors` for each value, with a JSON Pointer. Without it
 * the pipe gives its messages only.
 */
export function problemValidation(errors: readonly ValidationError[]): Error {
  const issues: Issue[] = [];
  const pending = errors.map((error) => ({ error, path: [error.property] }));
  // A loop, since the body decides how deep errors go.
  for (let next = pending.shift(); next && issues.length < mostErrors; next = pending.shift()) {
    const { error, path } = next;
    for (const message of Object.values(error.constraints ?? {})) issues.push({ message, path });
    pending.unshift(...(error.children ?? []).map((child) => ({ error: child, path: [...path, child.property] })));
  }
  return invalidRequestError(issues);
}
