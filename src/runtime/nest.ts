import type { ServerResponse } from 'node:http';
import type { ArgumentMetadata, ArgumentsHost, ExceptionFilter, PipeTransform, ValidationError } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { answer, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { send } from './frameworks/node.ts';
import { sendReply } from './frameworks/reply.ts';
import { partsOf } from './frameworks/request-parts.ts';
import { type Issue, invalidRequestError } from './frameworks/validation.ts';

export type { ProblemHandlerOptions };

/**
 * Returns an exception filter for NestJS 10 to 12, for all of HTTP, on Express and on Fastify: it responds with your problem,
 * with that of a `ProblemError`, and with an `about:blank` for an `HttpException`. Exceptions of other transports are thrown
 * on. Without `log`, errors with a 5xx response go to `console.error`.
 *
 * @example
 * ```ts
 * import { ValidationPipe } from '@nestjs/common';
 * import { problemHandler, problemValidation } from '#package/nest';
 *
 * const filter = problemHandler(); // app.useGlobalFilters(filter)
 * const pipe = new ValidationPipe({ exceptionFactory: problemValidation }); // app.useGlobalPipes(pipe)
 * ```
 */
export function problemHandler(options: ProblemHandlerOptions<ArgumentsHost> = {}): ExceptionFilter {
  return {
    catch(exception: unknown, host: ArgumentsHost): void {
      if (host.getType() !== 'http') throw exception;
      const http = host.switchToHttp();
      const response = http.getResponse<ServerResponse | FastifyReply>();
      const raw = 'raw' in response ? response.raw : response;
      const late = raw.headersSent;
      const parts = () => partsOf(http.getRequest());
      const sent = answer(exception, options, { request: host, parts, late, log: console.error });
      if (late) {
        if (!raw.writableEnded) raw.destroy();
      } else if ('raw' in response) sendReply(response, sent);
      else send(response, sent);
    },
  };
}

/**
 * Returns an error with one entry in `errors` for each refused value. It is the `exceptionFactory` of Nest's
 * `ValidationPipe` and `StandardSchemaValidationPipe`; without it the pipes report texts only. Nest does not tell it which
 * part of the request was refused: an entry has a pointer into the body, or the name of a parameter, only if the refused
 * values show it. Wrap the pipe in {@link problemPipe} to have it always.
 *
 * @example
 * ```ts
 * import { ValidationPipe } from '@nestjs/common';
 * import { problemPipe, problemValidation } from '#package/nest';
 *
 * const pipe = problemPipe(new ValidationPipe({ exceptionFactory: problemValidation })); // app.useGlobalPipes(pipe)
 * ```
 */
export function problemValidation(errors: readonly (ValidationError | Issue)[]): Error {
  return invalidRequestError(errors);
}

/**
 * Wraps a pipe that reports through {@link problemValidation}, so that each entry in `errors` has a pointer into the body, or
 * the name of a parameter.
 *
 * @example
 * ```ts
 * import { ValidationPipe } from '@nestjs/common';
 * import { problemPipe, problemValidation } from '#package/nest';
 *
 * const pipe = problemPipe(new ValidationPipe({ exceptionFactory: problemValidation }));
 * ```
 */
export function problemPipe(pipe: PipeTransform): PipeTransform {
  return {
    async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
      try {
        return await pipe.transform(value, metadata);
      } catch (error) {
        const { data } = Object(error) as { data?: { issues?: unknown; part?: string } };
        if (data?.issues && metadata.type !== 'custom') data.part ??= metadata.type;
        throw error;
      }
    },
  };
}
