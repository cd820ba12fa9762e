import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Home } from './catalog.ts';
import { Failure } from './failure.ts';
import { choose, responseTo } from './mock-answer.ts';
import { constructorsOf, namedProblem } from './mock-problem.ts';
import { type Answer, type RouteTable, readRouteTable } from './routes.ts';
import { printable } from './screen.ts';

export interface MockOptions {
  readonly port: number;
  readonly host: string;
  /** Milliseconds before each answer. */
  readonly delay: number;
  /** Path of a route table. */
  readonly routes?: string;
}

/**
 * Starts a server that answers any request with the problem that is asked for. Resolves when it listens.
 * @param library the package's own exports, among them the constructors
 */
export async function mock(
  home: Home,
  library: Readonly<Record<string, unknown>>,
  { port, host, delay, routes }: MockOptions,
  print: (line: string) => void,
): Promise<Server> {
  const constructors = constructorsOf(library);
  const fault = (answer: Answer) => {
    const named = namedProblem(home, answer);
    return 'fault' in named ? named.fault : undefined;
  };
  const table: RouteTable = routes ? await readRouteTable(routes, fault) : new Map();
  const served = new Map<string, number>();
  const server = createServer(async (request, response) => {
    request.resume();
    const choice = choose(home, request, table, served);
    const { problem = '', cause, delay: own = 0 } = choice.answer ?? {};
    const name = cause === undefined ? problem : `${problem}#${cause}`;
    const built = responseTo(home, constructors, request, choice);
    const body = await built.text();
    if (delay + own > 0) await wait(Math.max(delay, own));
    const called = `${request.method} ${printable(request.url ?? '')}`;
    if (response.destroyed) return print(`${called} -> gone before the response`);
    // Once the server stops, no connection is kept for further requests.
    if (!server.listening) response.setHeader('Connection', 'close');
    if (body !== '') response.setHeader('Content-Length', Buffer.byteLength(body));
    response.writeHead(built.status, Object.fromEntries(built.headers));
    response.end(body);
    print([`${called} -> ${built.status}`, name, choice.note].filter(Boolean).join(' '));
  });
  await listen(server, port, host);
  const { address, port: actual, family } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  const sample = home.catalog.problems[0]?.name;
  print(`Listening on http://${name}:${actual}. Ask with "Prefer: problem=${sample}"; Ctrl-C stops.`);
  return server;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const facts: Record<string, string> = {
        EADDRINUSE: `port ${port} is taken. Choose another with --port, or 0 for any free one.`,
        EACCES: `port ${port} is not allowed. Choose one above 1023 with --port.`,
        EADDRNOTAVAIL: `this machine does not have the address ${host}. Choose another with --host.`,
        ENOTFOUND: `the host ${host} is not known. Choose another with --host.`,
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
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
