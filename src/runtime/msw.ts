import { type HttpHandler, http, type JsonBodyType, type StrictRequest } from 'msw';
import type { NotAType, ProblemDetails } from './problem/details.ts';
import { problemResponse } from './problem/response.ts';
import type { BareProblemType } from './problem/type.ts';

/** What a resolver function is called with. */
export interface ProblemRequest {
  readonly request: StrictRequest<JsonBodyType>;
  readonly params: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A function that answers a request; `undefined` leaves it to the next handler. */
export type ProblemResolver = (
  info: ProblemRequest,
) => ProblemDetails | Response | undefined | Promise<ProblemDetails | Response | undefined>;

/** What a route answers: a problem type, an occurrence, or a function that gives one. */
export type ProblemAnswer = BareProblemType | ProblemResolver | (ProblemDetails & NotAType);

/** Options of {@link problemHandlers}. */
export interface ProblemHandlersOptions {
  /** URL of the server. Without it a path matches on any host. */
  baseUrl?: string | URL | undefined;
}

type Method = keyof typeof http;

/**
 * Request handlers for MSW 2, from `METHOD /path` (or `METHOD https://…`) to what is answered. Parameters are written
 * `:agent_id` or `{agent_id}`; `ALL` stands for every method. A bare problem type is answered with the path as its
 * `instance`; one with required members needs an occurrence. Throws for a key that is not a method and a path.
 *
 * @example
 * ```ts
 * import { agentNotFound, sessionInvalid } from 'arcp-problems';
 * import { problemHandlers } from 'arcp-problems/msw';
 * import { setupServer } from 'msw/node';
 *
 * const server = setupServer(
 *   ...problemHandlers({
 *     'GET /agents': sessionInvalid,
 *     'GET /agents/{agent_id}': ({ params }) => agentNotFound({ agent_id: String(params.agent_id) }),
 *   }),
 * );
 * server.listen();
 * ```
 */
export function problemHandlers(
  routes: Readonly<Record<string, ProblemAnswer>>,
  options: ProblemHandlersOptions = {},
): HttpHandler[] {
  return Object.entries(routes).map(([route, answer]) => {
    const { method, url } = parseRoute(route, options.baseUrl);
    return http[method](url, async ({ request, params }) => {
      const given = await answerOf(answer, { request, params });
      return given instanceof Response || given === undefined
        ? given
        : problemResponse(given, { method: request.method });
    });
  });
}

function answerOf(answer: ProblemAnswer, info: ProblemRequest): ReturnType<ProblemResolver> {
  if (typeof answer !== 'function') return answer as ProblemDetails;
  if (!isConstructor(answer)) return (answer as ProblemResolver)(info);
  return answer({ instance: new URL(info.request.url).pathname });
}

function isConstructor(answer: object): answer is (init: { instance: string }) => ProblemDetails {
  return 'statuses' in answer;
}

function parseRoute(route: string, baseUrl: string | URL | undefined): { method: Method; url: string } {
  const [, verb = '', place = ''] = /^(\w+)\s+(\S+)$/.exec(route.trim()) ?? [];
  const method = verb.toLowerCase() as Method;
  if (!Object.hasOwn(http, method) || !/^(\/|\*|https?:)/.test(place)) {
    throw new TypeError(`A route must be a method and a path such as "GET /agents" (was ${JSON.stringify(route)}).`);
  }
  const path = place.replace(/\{(\w+)\}/g, ':$1');
  const base = baseUrl === undefined ? '*' : String(baseUrl).replace(/\/$/, '');
  return { method, url: path.startsWith('/') ? `${base}${path}` : path };
}
