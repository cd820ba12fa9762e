import type { ServerResponse } from 'node:http';
import type { H3Event } from 'h3';
import { answer, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { type EarlierError, type LaterError, thrownTo1, thrownTo2 } from './frameworks/h3-error.ts';
import { send } from './frameworks/node.ts';
import { findingsOf } from './frameworks/request-errors.ts';
import type { RequestParts } from './frameworks/request-parts.ts';
import type { Issue } from './frameworks/validation.ts';
import { tellMissingChallenge } from './problem/development.ts';
import { hasField, withFields } from './problem/header-fields.ts';

export type { ProblemHandlerOptions };

/** What is used of an event of h3 2. */
interface LaterEvent {
  readonly req: Request;
  readonly res: { readonly headers: Headers; readonly errHeaders: Headers };
  readonly url: URL;
  readonly context: { readonly params?: object };
}

/** What is used of an event of h3 1, which has a request and a response of Node. */
interface EarlierEvent {
  readonly path: string;
  readonly node: { readonly req: { [symbol: symbol]: unknown }; readonly res: ServerResponse };
  readonly context: { readonly params?: object };
}

/**
 * Returns the `onError` of an app of h3 2 or 1, which is also the error handler of Nitro 3 and 2: it responds with your
 * problem, with that of a `ProblemError`, and with an `about:blank` for an error of h3; to failed validation with one entry in
 * `errors` for each value. `event.res.errHeaders` are kept. h3 writes each error of yours to the console unless the app is
 * `silent`.
 *
 * @example
 * ```ts
 * import { H3 } from 'h3';
 * import { problemHandler } from '#package/h3';
 *
 * const app = new H3({ onError: problemHandler({ log: console.error }), silent: true });
 * ```
 */
export function problemHandler(options: ProblemHandlerOptions<H3Event> = {}) {
  const hooks = options as ProblemHandlerOptions<unknown>;
  return (error: Error, event: H3Event): Response | Promise<undefined> =>
    'errHeaders' in Object(event.res)
      ? respond(error as LaterError, event as unknown as LaterEvent, hooks)
      : sendTo1(error as EarlierError, event as unknown as EarlierEvent, hooks);
}

/**
 * Returns the `onError` option of a validation of h3 2: it names the part of the request that was refused. Give the part
 * unless `defineValidatedHandler` validates, which tells it.
 *
 * @example
 * ```ts
 * import { problemValidation } from '#package/h3';
 * import { defineHandler, getValidatedQuery } from 'h3';
 * import { z } from 'zod';
 *
 * const page = z.object({ limit: z.coerce.number() });
 * defineHandler((event) => getValidatedQuery(event, page, { onError: problemValidation('query') }));
 * ```
 */
export function problemValidation(part?: 'body' | 'query' | 'params' | 'headers'): (failure: {
  readonly issues?: readonly Issue[];
  readonly _source?: string;
}) => {
  message: string;
  issues: readonly Issue[] | undefined;
  part: string | undefined;
} {
  return ({ issues, _source }) => ({ message: 'The request is not valid.', issues, part: part ?? _source });
}

function respond(error: LaterError, event: LaterEvent, options: ProblemHandlerOptions<unknown>): Response {
  const { req, res } = event;
  const parts = () => {
    const query = Object.fromEntries(event.url.searchParams);
    return { wasRead: req.bodyUsed, validated: validatedPart(error, req.bodyUsed, query, event.context.params) };
  };
  const { status, fields, body } = answer(thrownTo2(error), options, { request: event, parts });
  const set = res.errHeaders;
  const allow = status === 405 && !set.has('allow') && res.headers.get('allow');
  if (allow) set.set('allow', allow);
  tellMissingChallenge(status, hasField('www-authenticate', set, fields) || res.headers.get('www-authenticate'));
  return new Response(body, { status, headers: withFields(set, fields) });
}

/** h3 1 takes no response from its hook: it is written here. */
async function sendTo1(
  error: EarlierError,
  event: EarlierEvent,
  options: ProblemHandlerOptions<unknown>,
): Promise<undefined> {
  const { req, res } = event.node;
  const raw = Symbol.for('h3RawBody');
  const text = await Promise.resolve(req[raw]).catch(() => undefined);
  const wasRead = raw in req;
  const parts = (): RequestParts => {
    const query = Object.fromEntries(new URL(event.path, 'http://localhost').searchParams);
    return {
      text: text === undefined ? undefined : String(text),
      validated: validatedPart(error, wasRead, query, event.context.params),
    };
  };
  const late = res.headersSent;
  const sent = answer(thrownTo1(error), options, { request: event, parts, late });
  if (!late) send(res, sent);
  else if (!res.writableEnded) res.destroy();
}

/**
 * h3 does not tell which part failed. It validates a body as it reads it: a body that was not read cannot have failed, and
 * one that was read has, unless a refused name is in the URL.
 */
function validatedPart(
  { cause, data }: LaterError | EarlierError,
  wasRead: boolean,
  query: object,
  params: object | undefined,
): string | undefined {
  const { part } = Object(Object(cause).cause) as ReturnType<ReturnType<typeof problemValidation>>;
  if (part !== undefined) return part;
  const names = findingsOf(Object(data).issues).map(({ path }) => String(path[0]));
  const isInUrl = names.some((name) => Object.hasOwn(query, name) || Object.hasOwn(params ?? {}, name));
  if (wasRead) return isInUrl ? undefined : 'body';
  return isInUrl ? 'query' : undefined;
}
