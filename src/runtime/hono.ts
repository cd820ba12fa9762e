import type { Context, Env, ErrorHandler, NotFoundHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { answer, dropOutdated, notFound, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { broughtResponse } from './frameworks/framework-error.ts';
import { type Issue, invalidRequestError } from './frameworks/validation.ts';
import { aboutBlank, ProblemError } from './problem/error.ts';

export type { ProblemHandlerOptions };

/**
 * For `app.onError`: answers with yours, with that of a `ProblemError`, and with an `about:blank` for an `HTTPException`.
 * Without `log`, errors answered with a 5xx go to `console.error`.
 *
 * @example
 * ```ts
 * import { problemHandler, problemNotFound } from 'arcp-problems/hono';
 * import { Hono } from 'hono';
 *
 * const app = new Hono();
 * app.onError(problemHandler());
 * app.notFound(problemNotFound());
 * ```
 */
export function problemHandler<E extends Env = Env>(options: ProblemHandlerOptions<Context<E>> = {}): ErrorHandler<E> {
  return (error, context) => respond(error, context, options);
}

/** For `app.notFound`: answers 404. `map` sees it as a `ProblemError`. */
export function problemNotFound<E extends Env = Env>(
  options: ProblemHandlerOptions<Context<E>> = {},
): NotFoundHandler<E> {
  return (context) => respond(notFound(), context, options);
}

/**
 * For `onMethodNotAllowed` of Hono's `methodNotAllowed` middleware: answers 405 with `Allow`.
 *
 * @example
 * ```ts
 * import { problemMethodNotAllowed } from 'arcp-problems/hono';
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

/** For the hook of `zValidator` and `sValidator`: refuses the request with one entry in `errors` for each value. */
export function problemValidation(result: {
  readonly success: boolean;
  readonly target?: string;
  readonly error?: readonly Issue[] | { readonly issues: readonly Issue[] };
}): void {
  const { success, error = [], target } = result;
  if (!success) throw invalidRequestError('issues' in error ? error.issues : error, target);
}

function respond<E extends Env>(
  error: unknown,
  context: Context<E>,
  options: ProblemHandlerOptions<Context<E>>,
): Response {
  const { method } = context.req;
  const { status, headers, body, problem } = answer(error, options, { request: context, method, log: console.error });
  const brought = problem.type === 'about:blank' ? broughtResponse(error) : undefined;
  if (brought) return context.newResponse(brought.body, brought);
  dropOutdated({ get: (name) => context.res.headers.get(name), remove: (name) => context.header(name, undefined) });
  const fields: Record<string, string | string[]> = Object.fromEntries(headers);
  if (headers.has('set-cookie')) fields['set-cookie'] = headers.getSetCookie();
  return context.body(body, status as ContentfulStatusCode, fields);
}
