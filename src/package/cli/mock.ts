import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { aboutBlank } from '../problem-error.ts';
import type { AnyProblemType } from '../problem-type.ts';
import { problemResponse } from '../problem-response.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { Failure } from './failure.ts';
import { parsePrefer } from './prefer.ts';
import { resolveName } from './resolve.ts';
import { type Answer, findRoute, type RouteTable, readRouteTable } from './routes.ts';
import { printable } from './screen.ts';

export interface MockOptions {
  readonly port: number;
  readonly host: string;
  /** Milliseconds before each answer. */
  readonly delay: number;
  readonly routes?: string;
}

/** Constructors of the package, by type URI. */
export type Constructors = ReadonlyMap<string, (init: object) => { type: string; status: number }>;

export function constructorsOf(library: Readonly<Record<string, unknown>>): Constructors {
  const types = Object.values(library).filter(
    (value): value is AnyProblemType & ((init: object) => { type: string; status: number }) =>
      typeof value === 'function' && typeof (value as Partial<AnyProblemType>).type === 'string',
  );
  return new Map(types.map((type) => [type.type, type]));
}

/** A server that answers any request with the problem that is asked for. Resolves when it listens. */
export async function mock(
  home: Home,
  constructors: Constructors,
  { port, host, delay, routes }: MockOptions,
  print: (line: string) => void,
): Promise<Server> {
  const table: RouteTable = routes ? await readRouteTable(routes, (name, status) => fault(home, name, status)) : new Map();
  const served = new Map<string, number>();
  const server = createServer(async (request, response) => {
    request.resume();
    const answer = answerOf(home, request, table, served);
    const built = build(home, constructors, request, answer);
    const pause = Math.max(delay, typeof answer === 'string' ? 0 : (answer.delay ?? 0));
    if (pause > 0) await wait(pause);
    const body = await built.text();
    const called = `${request.method} ${printable(request.url ?? '')}`;
    if (response.destroyed) return print(`${called} -> gone before the answer`);
    // Once the server stops, a connection is not kept for further requests.
    if (!server.listening) response.setHeader('Connection', 'close');
    response.writeHead(built.status, Object.fromEntries(built.headers));
    response.end(body);
    print(`${called} -> ${built.status} ${nameOf(answer)}`.trimEnd());
  });
  await listen(server, port, host);
  const { address, port: actual, family } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  print(`Listening on http://${name}:${actual}. Ask with "Prefer: problem=${home.catalog.problems[0]?.name}"; Ctrl-C stops.`);
  return server;
}

function nameOf(answer: Answer | string): string {
  return typeof answer === 'string' ? '' : (answer.problem ?? '');
}

/** The answer, or why there is none, as a sentence. */
function answerOf(home: Home, request: IncomingMessage, table: RouteTable, served: Map<string, number>): Answer | string {
  const preferences = parsePrefer([request.headers.prefer].flat().join(', '));
  const asked = preferences.get('problem');
  if (asked !== undefined) {
    const status = preferences.has('status') ? Number(preferences.get('status')) : undefined;
    return fault(home, asked, status) ?? { problem: asked, ...(status === undefined ? {} : { status }) };
  }
  const route = findRoute(table, `${request.method} ${request.url}`);
  if (route === undefined) {
    const tableHint = table.size > 0 ? ' No route of the table fits this request.' : '';
    return `Name a problem type in the request: "Prefer: problem=${home.catalog.problems[0]?.name}".${tableHint}`;
  }
  const answers = table.get(route) ?? [];
  const turn = served.get(route) ?? 0;
  served.set(route, turn + 1);
  return answers[Math.min(turn, answers.length - 1)] ?? '';
}

/** What is wrong with a name and a status, as a sentence. */
function fault(home: Home, name: string, status: number | undefined): string | undefined {
  const found = resolveName(home.catalog, name);
  const shown = printable(name).slice(0, 100);
  if (found.kind === 'several') {
    return `"${shown}" can be several problem types: ${found.entries.map((entry) => entry.name).join(', ')}.`;
  }
  if (found.kind === 'none' || found.guessed) {
    const near = found.kind === 'none' ? found.near : [found.entry];
    const advice = near.length > 0 ? `Did you mean ${near.map((entry) => `"${entry.name}"`).join(' or ')}?` : `"${home.program} list" shows all.`;
    return `No problem type is called "${shown}". ${advice}`;
  }
  const { statuses } = found.entry;
  if (status === undefined || statuses.includes(status)) return undefined;
  return `${found.entry.name} is sent with ${statuses.join(' or ')} (was ${status}).`;
}

function build(home: Home, constructors: Constructors, request: IncomingMessage, answer: Answer | string): Response {
  const { method } = request;
  const common = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': '*',
    Vary: 'Prefer',
  };
  if (method === 'OPTIONS' && request.headers['access-control-request-method']) {
    const allow = { 'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*' };
    return new Response(null, { status: 204, headers: { ...common, ...allow, 'Access-Control-Allow-Methods': '*' } });
  }
  if (typeof answer === 'string') {
    return problemResponse({ ...aboutBlank(400), detail: answer }, { method, headers: common });
  }
  if (answer.problem === undefined) {
    const isBare = answer.body === undefined || method === 'HEAD' || [204, 205, 304].includes(answer.status ?? 200);
    const text = isBare ? null : JSON.stringify(answer.body);
    const type: Record<string, string> = answer.body === undefined ? {} : { 'Content-Type': 'application/json' };
    return new Response(text, { status: answer.status ?? 200, headers: { ...common, ...type, ...answer.headers } });
  }
  const found = resolveName(home.catalog, answer.problem);
  const entry = (found as { entry: CatalogEntry }).entry;
  const applied = { 'Preference-Applied': `problem=${entry.name}` };
  const preferred = request.headers.prefer === undefined ? {} : applied;
  const problem = occurrence(entry, constructors, request, answer);
  return problemResponse(problem, { method, headers: { ...common, ...preferred, ...answer.headers } });
}

/** The example of the type, as if it had happened to this request. */
function occurrence(entry: CatalogEntry, constructors: Constructors, request: IncomingMessage, answer: Answer) {
  const { type: _, title: __, status: ___, ...example } = entry.example;
  const instance = URL.canParse(request.url ?? '', 'http://localhost')
    ? new URL(request.url ?? '', 'http://localhost').pathname
    : '/';
  const init = { ...example, instance, ...answer.members, status: answer.status };
  return constructors.get(entry.type)?.(init) ?? { ...entry.example, ...init, status: answer.status ?? entry.status };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const facts: Record<string, string> = {
        EADDRINUSE: `port ${port} is taken. Choose another with --port, or 0 for any free one.`,
        EACCES: `port ${port} may not be used. Choose one above 1023 with --port.`,
        EADDRNOTAVAIL: `${host} is no address of this machine. Choose another with --host.`,
        ENOTFOUND: `${host} is no known host. Choose another with --host.`,
      };
      fail(new Failure(`mock: ${facts[error.code ?? ''] ?? error.message}`));
    });
    server.listen(port, host, done);
  });
}

/** Stops on SIGTERM and SIGINT: what is under way is finished, for at most five seconds. */
export function stopOnSignals(server: Server, print: (line: string) => void): void {
  const stop = () => {
    print('Stopping.');
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
