import { answer, type ProblemHandlerOptions } from './frameworks/answer.ts';
import { markMalformed } from './frameworks/malformed.ts';
import { mergeHeaders } from './problem/header-fields.ts';

export type { ProblemHandlerOptions };

/**
 * Wraps a handler that takes a fetch `Request` and returns a `Response`: a route of Next.js, the `fetch` of a Worker, the
 * handler of Bun or Deno. What the handler throws becomes a response with problem details: your problem, that of a
 * `ProblemError`, or a 400 if the body of the request is malformed. A `Response` that the handler made and threw is sent
 * unchanged. Errors by which Next.js redirects are thrown on. Without `log`, errors with a 5xx response go to
 * `console.error`.
 *
 * @example
 * ```ts
 * import { sessionInvalid } from '#package';
 * import { withProblems } from '#package/fetch';
 *
 * const handler = withProblems(async (request: Request) => {
 *   if (!request.headers.has('Authorization')) throw sessionInvalid();
 *   return Response.json(await request.json());
 * });
 *
 * (await handler(new Request('https://shop.example/', { method: 'POST', body: '{' }))).status; //=> 401
 * ```
 */
export function withProblems<R extends Request, Rest extends unknown[]>(
  handler: (request: R, ...rest: Rest) => Response | Promise<Response>,
  options: ProblemHandlerOptions<R> = {},
): (request: R, ...rest: Rest) => Promise<Response> {
  return async function (this: unknown, request, ...rest) {
    const text = watch(request);
    try {
      return await handler.call(this, request, ...rest);
    } catch (error) {
      if (typeof Object(error).digest === 'string') throw error;
      if (error instanceof Response && error.url === '') return error;
      const sent = answer(error, options, { request, parts: () => ({ text: text() }), log: console.error });
      const body = request.method === 'HEAD' ? null : sent.body;
      return new Response(body, { status: sent.status, headers: mergeHeaders(sent.fields) });
    }
  };
}

/** Notes what fails while the body is read, and returns the text of the body if it was read as text. */
function watch(request: Request): () => string | undefined {
  let text: string | undefined;
  const onRead = (method: 'json' | 'formData' | 'text', fault?: string) => {
    const read = request[method];
    const value = async () => {
      const wasUsed = request.bodyUsed;
      try {
        const result: unknown = await read.call(request);
        if (method === 'text') text = String(result);
        return result;
      } catch (error) {
        if (!wasUsed && Object(error).name === fault && !request.signal.aborted) markMalformed(Object(error));
        throw error;
      }
    };
    // A frozen request stays as it is.
    Reflect.defineProperty(request, method, { value, configurable: true, writable: true });
  };
  onRead('json', 'SyntaxError');
  onRead('formData', 'TypeError');
  onRead('text');
  return () => text;
}
