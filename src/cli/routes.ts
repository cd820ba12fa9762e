import { readFile } from 'node:fs/promises';
import { Failure } from './failure.ts';

/** Routes such as `POST /agents/{agent_id}`, and the table that tells the mock server what to answer on them. */

/** One answer of the mock server: a problem, or plain JSON. */
export interface Answer {
  readonly problem?: string;
  readonly status?: number;
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** Members of the occurrence, in place of those of the example. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Body of an answer that is no problem. */
  readonly body?: unknown;
}

/** Route to its answers, given one after another; the last one stays. */
export type RouteTable = ReadonlyMap<string, readonly Answer[]>;

/** Whether a request such as `POST /agents/my-agent`, or a path alone, goes to a route. */
export function matchRoute(route: string, request: string): boolean {
  const [method = '', path = ''] = split(route);
  const [asked = '', target = ''] = split(request);
  if (asked !== '' && method !== '' && method !== '*' && asked !== method) return false;
  const parts = path.split('/');
  const wanted = (target.split('?')[0] ?? '').split('/');
  return parts.length === wanted.length && parts.every((part, at) => part === wanted[at] || /^\{.*\}$|^\*$/.test(part));
}

/** Method and path; the method is empty where only a path is given. */
function split(route: string): [method: string, path: string] {
  const [, method = '', path = ''] = /^(?:([A-Za-z*]+)\s+)?(\S*)$/.exec(route.trim()) ?? [];
  return [method.toUpperCase(), path];
}

/** The most exact route that a request goes to: one without parameters before one with. */
export function findRoute(table: RouteTable, request: string): string | undefined {
  const loose = (route: string) => route.split('{').length + 2 * route.split('*').length;
  return [...table.keys()].filter((route) => matchRoute(route, request)).sort((a, b) => loose(a) - loose(b))[0];
}

/**
 * Reads a table: `{ "POST /auth/login": "rate-limit-exceeded", "GET /agents": [{ "problem": "token-invalid", "status": 403 },
 * { "status": 200, "body": [] }] }`.
 * @param isKnown says what is wrong with a name and a status; undefined when nothing is
 */
export async function readRouteTable(
  file: string,
  fault: (problem: string, status: number | undefined) => string | undefined,
): Promise<RouteTable> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = { ENOENT: 'the file does not exist', EISDIR: 'it is a folder' };
    throw new Failure(
      `${file}: ${reasons[code ?? ''] ?? message}. Give a JSON file such as {"GET /path": "problem-name"}.`,
    );
  }
  const faults: string[] = [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Failure(`${file}: it must be an object such as {"GET /path": "problem-name"}.`);
  }
  const table = new Map<string, Answer[]>();
  for (const [route, answers] of Object.entries(value)) {
    if (!/^([A-Za-z]+|\*)\s+\/\S*$|^\/\S*$/.test(route.trim()))
      faults.push(`"${route}" must be a route such as "GET /path". Add the method and a path.`);
    const list = [answers].flat().map((answer) => (typeof answer === 'string' ? { problem: answer } : answer));
    for (const answer of list) {
      const found = answerFault(answer, fault);
      if (found) faults.push(`"${route}" ${found}`);
    }
    if (list.length === 0) faults.push(`"${route}" has no answer. Name a problem type.`);
    table.set(route, list as Answer[]);
  }
  if (faults.length > 0) throw new Failure(faults.map((text) => `${file}: ${text}`).join('\n'));
  return table;
}

function answerFault(
  answer: unknown,
  fault: (problem: string, status: number | undefined) => string | undefined,
): string | undefined {
  if (typeof answer !== 'object' || answer === null)
    return 'must name a problem type, or be an object with "problem" or "status".';
  const { problem, status, delay, headers, members } = answer as Record<string, unknown>;
  if (status !== undefined && !(Number.isInteger(status) && (status as number) >= 200 && (status as number) <= 599))
    return `status must be an integer from 200 to 599 (was ${JSON.stringify(status)}).`;
  if (delay !== undefined && !(typeof delay === 'number' && delay >= 0))
    return 'delay must be a number of milliseconds.';
  for (const [name, bag] of Object.entries({ headers, members }))
    if (bag !== undefined && (typeof bag !== 'object' || bag === null || Array.isArray(bag)))
      return `${name} must be an object.`;
  try {
    new Headers(headers as HeadersInit | undefined);
  } catch (error) {
    return `headers are not valid: ${(error as Error).message}`;
  }
  if (problem === undefined) return status === undefined ? 'must have "problem" or "status".' : undefined;
  return typeof problem === 'string' ? fault(problem, status as number | undefined) : 'problem must be a name.';
}
