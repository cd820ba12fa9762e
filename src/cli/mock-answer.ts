import type { IncomingMessage } from 'node:http';
import { aboutBlank } from '#runtime/problem/about-blank.ts';
import { problemResponse } from '#runtime/problem/response.ts';
import { matchRoutes } from '#runtime/routes/match.ts';
import type { Home } from './catalog.ts';
import { type Constructors, namedProblem, occurrence } from './mock-problem.ts';
import { readPreferences } from './prefer.ts';
import type { Answer, RouteTable } from './routes.ts';
import { printable } from './screen.ts';

/** A request -> what the mock server answers. */

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
  const { problem, cause, code, fault, ignored } = readPreferences([request.headers.prefer].flat().join(', '));
  const note = ignored.length > 0 ? `(Prefer: ignored ${printable(ignored.join(', ')).slice(0, 100)})` : undefined;
  if (fault) return { fault: printable(fault) };
  if (problem !== undefined) {
    const answer = { problem, cause, status: code };
    const named = namedProblem(home, answer);
    if ('fault' in named) return { fault: named.fault };
    const applied = [`problem=${named.entry.name}`];
    if (named.cause) applied.push(`cause=${named.cause.name}`);
    if (code !== undefined) applied.push(`code=${code}`);
    const isUnseen = named.cause && !named.cause.example;
    const unseen = isUnseen
      ? `(no response of ${named.cause?.name} is known: this is the example of the type)`
      : undefined;
    return { answer, applied, note: [unseen, note].filter(Boolean).join(' ') || undefined };
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
  const statusOf = (answer: Answer) => {
    const named = answer.problem === undefined ? { fault: '' } : namedProblem(home, answer);
    return answer.status ?? ('fault' in named ? undefined : (named.cause?.example?.status ?? named.entry.status));
  };
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
  const named = namedProblem(home, answer);
  if ('fault' in named) return problemResponse(aboutBlank(500), { headers });
  return problemResponse(occurrence(named, constructors, request.url ?? '', answer), {
    headers: { ...headers, ...preference, ...answer.headers },
  });
}
