import type { IncomingMessage } from 'node:http';
import { aboutBlank } from '#runtime/problem/error.ts';
import { problemResponse } from '#runtime/problem/response.ts';
import type { AnyProblemType } from '#runtime/problem/type.ts';
import { matchRoutes } from '#runtime/routes/match.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { parsePrefer } from './prefer.ts';
import { resolveName } from './resolve.ts';
import type { Answer, RouteTable } from './routes.ts';
import { printable } from './screen.ts';

/** A request -> what the mock server answers. */

type Constructor = (init: object) => { type: string; status: number };

/** Constructors of the package, by type URI. */
export type Constructors = ReadonlyMap<string, Constructor>;

export function constructorsOf(library: Readonly<Record<string, unknown>>): Constructors {
  const types = Object.values(library).filter(
    (value): value is AnyProblemType & Constructor =>
      typeof value === 'function' && typeof (value as Partial<AnyProblemType>).type === 'string',
  );
  return new Map(types.map((type) => [type.type, type]));
}

/** What to answer; a text says why there is no answer. */
export type Choice = Answer | string;

/**
 * The `Prefer` header before the table.
 * @param served how often each route was asked for; counted up here
 */
export function choose(home: Home, request: IncomingMessage, table: RouteTable, served: Map<string, number>): Choice {
  const preferences = parsePrefer([request.headers.prefer].flat().join(', '));
  const asked = preferences.get('problem');
  if (asked !== undefined) {
    const status = preferences.get('status');
    const answer = { problem: asked, ...(status === undefined ? {} : { status: Number(status) }) };
    return answerFault(home, answer.problem, answer.status) ?? answer;
  }
  const [route] = matchRoutes([...table.keys()], request.method, request.url ?? '');
  if (route === undefined) {
    const missed = table.size > 0 ? ' No route of the table fits this request.' : '';
    return `Name a problem type in the request: "Prefer: problem=${home.catalog.problems[0]?.name}".${missed}`;
  }
  const answers = table.get(route) ?? [];
  const turn = served.get(route) ?? 0;
  served.set(route, turn + 1);
  return answers[Math.min(turn, answers.length - 1)] ?? '';
}

/** What is wrong with a name and a status, as a sentence. */
export function answerFault(home: Home, name: string, status: number | undefined): string | undefined {
  const found = resolveName(home.catalog, name);
  const shown = printable(name).slice(0, 100);
  if (found.kind === 'several') {
    return `"${shown}" can be several problem types: ${found.entries.map((entry) => entry.name).join(', ')}.`;
  }
  if (found.kind === 'none' || found.guessed) {
    const near = (found.kind === 'none' ? found.near : [found.entry]).map((entry) => `"${entry.name}"`);
    const advice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `"${home.program} list" shows all.`;
    return `No problem type is called "${shown}". ${advice}`;
  }
  const { name: known, statuses } = found.entry;
  if (status === undefined || statuses.includes(status)) return undefined;
  return `${known} is sent with ${statuses.join(' or ')} (was ${status}).`;
}

/** The whole answer; browsers may read it from any page. */
export function responseTo(home: Home, constructors: Constructors, request: IncomingMessage, choice: Choice): Response {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*', Vary: 'Prefer' };
  if (request.method === 'OPTIONS' && request.headers['access-control-request-method']) {
    const asked = request.headers['access-control-request-headers'] ?? '*';
    const preflight = { 'Access-Control-Allow-Headers': asked, 'Access-Control-Allow-Methods': '*' };
    return new Response(null, { status: 204, headers: { ...headers, ...preflight } });
  }
  if (typeof choice === 'string') return problemResponse({ ...aboutBlank(400), detail: choice }, { headers });
  const { problem, body, status = 200 } = choice;
  if (problem === undefined) {
    const text = body === undefined || [204, 205, 304].includes(status) ? null : JSON.stringify(body);
    const type: Record<string, string> = text === null ? {} : { 'Content-Type': 'application/json' };
    return new Response(text, { status, headers: { ...headers, ...type, ...choice.headers } });
  }
  const found = resolveName(home.catalog, problem);
  if (found.kind !== 'found') return problemResponse(aboutBlank(500), { headers });
  const applied: Record<string, string> = request.headers.prefer
    ? { 'Preference-Applied': `problem=${found.entry.name}` }
    : {};
  return problemResponse(occurrence(found.entry, constructors, request, choice), {
    headers: { ...headers, ...applied, ...choice.headers },
  });
}

/** The example of the type, as if it had happened to this request. */
function occurrence(entry: CatalogEntry, constructors: Constructors, { url = '' }: IncomingMessage, answer: Answer) {
  const { type: _, title: __, status: ___, ...example } = entry.example;
  const instance = url.replace(/[?#].*$/s, '') || '/';
  const init = { ...example, instance, ...answer.members, ...(answer.status ? { status: answer.status } : {}) };
  return constructors.get(entry.type)?.(init) ?? { ...entry.example, ...init };
}
