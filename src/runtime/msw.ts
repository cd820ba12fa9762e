import type { HttpHandler, JsonBodyType, StrictRequest } from 'msw';
// As a namespace: a named import of what MSW 1 does not have would fail before the message below.
import * as msw from 'msw';
import type { NotAType, ProblemDetails } from './problem/details.ts';
import { problemResponse } from './problem/response.ts';
import type { BareProblemType } from './problem/type.ts';
import { matchRoute, parseRoute } from './routes/match.ts';
import type { Part } from './routes/template.ts';

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

type Method = keyof typeof msw.http;

const { http } = msw;
if (http === undefined) {
  throw new Error(
    'The msw module needs MSW 2 or later, and MSW 1 is installed. Run "npm install --save-dev msw@latest".',
  );
}

/**
 * Returns request handlers for MSW 2 and 3, from `METHOD /path` (or `METHOD https://…`) to what is answered. Parameters are
 * written `{agent_id}` or `:agent_id`, the rest of a path `{path*}` or `*`; `ALL` stands for every method. A bare problem
 * type is answered with the path as its `instance`; one with required members needs an occurrence. Throws a `TypeError`
 * for a key that is not a method and a path, or has a part that MSW could not match.
 *
 * @example
 * ```ts
 * import { agentNotFound, sessionInvalid } from '#package';
 * import { problemHandlers } from '#package/msw';
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
  return Object.entries(routes).flatMap(([route, answer]) => {
    const { method, urls, path } = parsedRoute(route, options.baseUrl);
    return urls.map((url) =>
      http[method](url, async ({ request }) => {
        const params = matchRoute(path, undefined, request.url);
        const given = params && (await answerOf(answer, { request, params }));
        return given instanceof Response || given === undefined
          ? given
          : problemResponse(given, { method: request.method });
      }),
    );
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

interface ParsedRoute {
  readonly method: Method;
  /** Patterns of MSW: one for each way to leave optional parts out. */
  readonly urls: readonly string[];
  /** The template, which gives the parameters their names. */
  readonly path: string;
}

function parsedRoute(route: string, baseUrl: string | URL | undefined): ParsedRoute {
  const [, verb = '', place = ''] = /^(\w+)\s+(\S+)$/.exec(route.trim()) ?? [];
  const method = verb.toLowerCase() as Method;
  const refuse = (fact: string) => new TypeError(`A route must be ${fact} (was ${JSON.stringify(route)}).`);
  if (!Object.hasOwn(http, method) || !/^(\/|\*|https?:)/.test(place)) {
    throw refuse('a method and a path such as "GET /agents"');
  }
  const [origin = ''] = /^(?:https?:\/\/[^/]*)?/.exec(place) ?? [];
  const own = place.slice(origin.length);
  const base = baseUrl === undefined ? '*' : String(baseUrl).replace(/\/$/, '');
  const prefix = origin || (place.startsWith('/') ? base : '');
  try {
    const urls = parseRoute(own).variants.map(
      (parts) =>
        prefix +
        parts
          .map(patternOf)
          .join('')
          .replace(/(?<=.)\/$/, ''),
    );
    const folder = prefix === base && baseUrl !== undefined ? base.replace(/^[a-z]+:\/\/[^/]*/i, '') : '';
    return { method, urls, path: folder + own };
  } catch (error) {
    throw refuse(`a path that MSW can match: ${(error as Error).message}`);
  }
}

/** A part in the syntax that the versions of MSW have in common. */
function patternOf(part: Part, at: number): string {
  if (part.kind === 'segment') return `:p${at}`;
  return part.kind === 'rest' ? '*' : part.text.replace(/[:?+(){}*\\]/g, '\\$&');
}
