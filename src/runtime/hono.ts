import type { Context, Env, ErrorHandler, HonoRequest, MiddlewareHandler, NotFoundHandler } from 'hono';
import { answer, notFound, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { broughtResponse } from './frameworks/framework-error.ts';
import { markMalformed } from './frameworks/malformed.ts';
import { findingsOf } from './frameworks/request-errors.ts';
import { partOf, type RequestParts } from './frameworks/request-parts.ts';
import { dropUnsent } from './frameworks/unsent.ts';
import { type Issue, invalidRequestError } from './frameworks/validation.ts';
import { aboutBlank } from './problem/about-blank.ts';
import { tellMissingChallenge } from './problem/development.ts';
import { ProblemError, toProblem } from './problem/error.ts';
import { fieldsOf, hasField, withFields } from './problem/header-fields.ts';

export type { ProblemHandlerOptions };

/**
 * Returns the handler for `app.onError` of Hono 4 and 3: it responds with your problem, with that of a `ProblemError`, and with
 * an `about:blank` for an `HTTPException`. Without `log`, errors with a 5xx response go to `console.error`.
 *
 * @example
 * ```ts
 * import { problemHandler, problemNotFound } from '#package/hono';
 * import { Hono } from 'hono';
 *
 * const app = new Hono();
 * app.onError(problemHandler());
 * app.notFound(problemNotFound());
 * ```
 */
export function problemHandler<E extends Env = Env>(options: ProblemHandlerOptions<Context<E>> = {}): ErrorHandler<E> {
  return (error, context) =>
    error.name === 'SyntaxError' ? respondWhenRead(error, context, options) : respond(error, context, options);
}

/**
 * Returns a middleware for apps that throw plain problem details objects: Hono passes nothing but instances of `Error` to
 * {@link problemHandler}. Register it first.
 *
 * @example
 * ```ts
 * import { sessionInvalid } from '#package';
 * import { problemHandler, problemMiddleware } from '#package/hono';
 * import { Hono } from 'hono';
 *
 * const app = new Hono().use(problemMiddleware()).onError(problemHandler());
 * app.get('/me', () => {
 *   throw sessionInvalid();
 * });
 * ```
 */
export function problemMiddleware(): MiddlewareHandler {
  return async (_context, next) => {
    try {
      await next();
    } catch (error) {
      throw error instanceof Error ? error : new ProblemError(toProblem(error), { cause: error });
    }
  };
}

/**
 * Returns the handler for `app.notFound`: it responds with a 404. `map` sees it as a `ProblemError`.
 *
 * @example
 * ```ts
 * import { problemNotFound } from '#package/hono';
 * import { Hono } from 'hono';
 *
 * new Hono().notFound(problemNotFound());
 * ```
 */
export function problemNotFound<E extends Env = Env>(
  options: ProblemHandlerOptions<Context<E>> = {},
): NotFoundHandler<E> {
  return (context) => respond(notFound(), context, options);
}

/**
 * Returns the `onMethodNotAllowed` of Hono's `methodNotAllowed` middleware: it responds with a 405 and `Allow`.
 *
 * @example
 * ```ts
 * import { problemMethodNotAllowed } from '#package/hono';
 * import { Hono } from 'hono';
 * import { methodNotAllowed } from 'hono/method-not-allowed';
 *
 * const app = new Hono();
 * app.use(methodNotAllowed({ app, onMethodNotAllowed: problemMethodNotAllowed() }));
 * ```
 */
export function problemMethodNotAllowed<E extends Env = Env>(options: ProblemHandlerOptions<Context<E>> = {}) {
  return (context: Context<E>, methods: string[]): Response =>
    respond(new ProblemError(aboutBlank(405), { headers: { Allow: methods.join(', ') } }), context, options);
}

/** What the hooks of `@hono/zod-validator` and its kind are called with: findings under one of three names. */
export type ValidatorResult = {
  readonly success: boolean;
  readonly target?: string;
  /** What was validated. */
  readonly data?: unknown;
} & (
  | { readonly success: true }
  | { readonly error: readonly Issue[] | { readonly issues: readonly Issue[] } }
  | { readonly issues: readonly Issue[] | undefined }
  | { readonly errors: readonly (Issue | { readonly message: string; readonly path: string })[] }
);

/**
 * Throws an error that {@link problemHandler} turns into a 400 with one entry in `errors` for each refused value. It is the
 * hook of `zValidator`, `sValidator`, `vValidator`, `arktypeValidator` and `tbValidator`, and the `defaultHook` of
 * `OpenAPIHono`. If the validator does not say which part of the request it validated, an entry has a pointer or a parameter
 * only if the refused values show it.
 *
 * @example
 * ```ts
 * import { zValidator } from '@hono/zod-validator';
 * import { problemValidation } from '#package/hono';
 * import { Hono } from 'hono';
 * import { z } from 'zod';
 *
 * const agent = z.object({ agent_id: z.string() });
 * new Hono().post('/agents', zValidator('json', agent, problemValidation), (c) => c.json(c.req.valid('json')));
 * ```
 */
export function problemValidation(result: ValidatorResult, context?: { readonly req: object }): undefined {
  if (result.success) return undefined;
  const { error, issues, errors, target, data } = result as {
    readonly [name in 'error' | 'issues' | 'errors' | 'data']?: unknown;
  } & { target?: string };
  const reported = errors ?? issues ?? Object(error).issues ?? error;
  const refused = () => [...findingsOf(reported), { path: [], value: data }];
  throw invalidRequestError(reported, target ?? (context && partOf(refused(), partsOf(context.req as HonoRequest))));
}

/** The parts that a request of Hono has without waiting for its body. */
function partsOf(request: HonoRequest): RequestParts {
  const { bodyCache, raw } = request;
  const query = Object.entries(request.queries()).map(([name, values]) => [
    name,
    values.length > 1 ? values : values[0],
  ]);
  return {
    query: Object.fromEntries(query),
    params: request.param(),
    headers: request.header(),
    wasRead: raw.bodyUsed || Object.keys(bodyCache).length > 0,
  };
}

async function respondWhenRead<E extends Env>(
  error: Error,
  context: Context<E>,
  options: ProblemHandlerOptions<Context<E>>,
): Promise<Response> {
  const { bodyCache, raw } = context.req;
  // Only a body that the app has read: to read it now could mean to wait for it.
  const [first] = await Promise.allSettled(Object.values(bodyCache));
  if (first?.status === 'rejected' && first.reason === error) markMalformed(error);
  const text = first?.status === 'fulfilled' ? await context.req.text().catch(() => undefined) : undefined;
  return respond(error, context, options, { text, wasRead: raw.bodyUsed });
}

function respond<E extends Env>(
  error: unknown,
  context: Context<E>,
  options: ProblemHandlerOptions<Context<E>>,
  read?: RequestParts,
): Response {
  const parts = () => ({ ...partsOf(context.req), ...read });
  const answered = answer(error, options, { request: context, parts, log: console.error });
  const brought = answered.problem.type === 'about:blank' ? broughtResponse(error) : undefined;
  const { status, fields, body } = brought
    ? { status: brought.status, fields: fieldsOf(brought.headers), body: brought.body }
    : answered;
  // The fields that were set so far; Hono 3 has no other way to see them.
  const { headers } = context.newResponse(null);
  dropUnsent(status, {
    names: () => headers.keys(),
    get: (name) => headers.get(name),
    set: (name, value) => headers.set(name, value),
    remove: (name) => headers.delete(name),
  });
  // Else Hono would put the fields that were set so far over those of this response. It takes no other once one is final.
  const { finalized } = context;
  context.res = undefined;
  context.finalized = finalized;
  tellMissingChallenge(status, hasField('www-authenticate', headers, fields) || undefined);
  return new Response(body, { status, headers: withFields(headers, fields) });
}
