import type { IncomingMessage } from 'node:http';
import { aboutBlank } from '#runtime/problem/about-blank.ts';
import { problemResponse } from '#runtime/problem/response.ts';
import type { AnyProblemType } from '#runtime/problem/type.ts';
import { matchRoutes } from '#runtime/routes/match.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { readPreferences } from './prefer.ts';
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

/** What to answer. */
export interface Choice {
  readonly answer?: Answer | undefined;
  /** Why there is no answer, as sentences. */
  readonly fault?: string | undefined;
  /** The preferences that were followed. RFC 7240 section 3. */
  readonly applied?: readonly string[] | undefined;
  /** What the log adds. */
  readonly note?: string | undefined;
}

/**
 * Chooses the answer to a request: by its `Prefer` header, else by the table.
 * @param served how often each route was asked for; counted up here
 */
export function choose(home: Home, request: IncomingMessage, table: RouteTable, served: Map<string, number>): Choice {
  const { problem, code, fault, ignored } = readPreferences([request.headers.prefer].flat().join(', '));
  const note = ignored.length > 0 ? `(Prefer: ignored ${printable(ignored.join(', ')).slice(0, 100)})` : undefined;
  if (fault) return { fault: printable(fault) };
  if (problem !== undefined) {
    const wrong = answerFault(home, problem, code);
    const name = resolvedName(home, problem);
    const applied = [`problem=${name}`, ...(code === undefined ? [] : [`code=${code}`])];
    return wrong ? { fault: wrong } : { answer: { problem, status: code }, applied, note };
  }
  const [route] = matchRoutes([...table.keys()], request.method, request.url ?? '');
  const answers = table.get(route ?? '') ?? [];
  if (code !== undefined) return { ...byCode(home, request, code, answers), note };
  if (route === undefined) {
    const sample = home.catalog.problems[0]?.name;
    const missed = table.size > 0 ? ' No route of the table fits this request.' : '';
    const unknown = ignored.length > 0 ? ` The mock server does not know ${printable(ignored.join(', '))}.` : '';
    return { fault: `Name a problem type in the request: "Prefer: problem=${sample}".${missed}${unknown}` };
  }
  const turn = served.get(route) ?? 0;
  served.set(route, turn + 1);
  return { answer: answers[Math.min(turn, answers.length - 1)], note };
}

/** An answer with a status: of the table, else a problem type that this route sends with it, else any that is sent with it. */
function byCode(home: Home, { method, url = '' }: IncomingMessage, code: number, answers: readonly Answer[]): Choice {
  const applied = [`code=${code}`];
  const { problems } = home.catalog;
  const statusOf = ({ problem, status }: Answer) =>
    status ?? problems.find(({ name }) => name === resolvedName(home, problem ?? ''))?.status;
  const listed = answers.find((answer) => statusOf(answer) === code);
  if (listed) return { answer: listed, applied };
  const withCode = problems.filter(({ statuses, retired }) => statuses.includes(code) && !retired);
  const here = withCode.filter(
    ({ endpoints = [] }) =>
      matchRoutes(
        endpoints.map((each) => (typeof each === 'string' ? each : each.route)),
        method,
        url,
      ).length > 0,
  );
  const fitting = here.length > 0 ? here : withCode;
  const entry = fitting.find(({ status }) => status === code) ?? fitting[0];
  if (entry) return { answer: { problem: entry.name, status: code }, applied };
  const codes = [...new Set(problems.flatMap(({ statuses }) => statuses))].sort((a, b) => a - b).join(', ');
  return { fault: `No problem type is sent with ${code}. Ask for one of ${codes}.` };
}

function resolvedName(home: Home, name: string): string | undefined {
  const found = resolveName(home.catalog, name);
  return found.kind === 'found' ? found.entry.name : undefined;
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
  const { answer, fault, applied = [] } = choice;
  if (!answer) return problemResponse({ ...aboutBlank(400), detail: fault }, { headers });
  const { problem, body, status = 200 } = answer;
  const preference: Record<string, string> = applied.length > 0 ? { 'Preference-Applied': applied.join(', ') } : {};
  if (problem === undefined) {
    const text = body === undefined || [204, 205, 304].includes(status) ? null : JSON.stringify(body);
    const type: Record<string, string> = text === null ? {} : { 'Content-Type': 'application/json' };
    return new Response(text, { status, headers: { ...headers, ...preference, ...type, ...answer.headers } });
  }
  const found = resolveName(home.catalog, problem);
  if (found.kind !== 'found') return problemResponse(aboutBlank(500), { headers });
  return problemResponse(occurrence(found.entry, constructors, request, answer), {
    headers: { ...headers, ...preference, ...answer.headers },
  });
}

/** The example of the type, as if it had happened to this request. */
function occurrence(entry: CatalogEntry, constructors: Constructors, { url = '' }: IncomingMessage, answer: Answer) {
  const { type: _, title: __, status: ___, ...example } = entry.example;
  const instance = url.replace(/[?#].*$/s, '') || '/';
  const init = { ...example, instance, ...answer.members, ...(answer.status ? { status: answer.status } : {}) };
  return constructors.get(entry.type)?.(init) ?? { ...entry.example, ...init };
}
