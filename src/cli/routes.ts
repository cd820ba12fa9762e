import { readFile } from 'node:fs/promises';
import { parseRoute } from '#runtime/routes/match.ts';
import { Failure } from './failure.ts';

/** Routes such as `POST /agents/{agent_id}`, and the table that tells the mock server what to answer on them. */

/** One answer of the mock server: a problem, or plain JSON. */
export interface Answer {
  /** Name of a problem type, or of a cause: `token-invalid#expired`. */
  readonly problem?: string | undefined;
  /** Name of a cause of the type. */
  readonly cause?: string | undefined;
  readonly status?: number | undefined;
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

/**
 * Reads a table: `{ "POST /auth/login": "rate-limit-exceeded", "GET /agents": [{ "problem": "token-invalid", "status": 403 },
 * { "status": 200, "body": [] }] }`.
 * @param fault returns what is wrong with the problem of an answer; undefined when nothing is
 */
export async function readRouteTable(file: string, fault: (answer: Answer) => string | undefined): Promise<RouteTable> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = { ENOENT: 'the file does not exist', EISDIR: 'a folder' };
    throw new Failure(
      `${file}: ${reasons[code ?? ''] ?? message}. Give a JSON file such as {"GET /path": "problem-name"}.`,
    );
  }
  const faults: string[] = [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Failure(`${file}: must be an object such as {"GET /path": "problem-name"}.`);
  }
  const table = new Map<string, Answer[]>();
  for (const [route, answers] of Object.entries(value)) {
    const wrong = routeFault(route);
    if (wrong) faults.push(`"${route}" ${wrong}`);
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

function routeFault(route: string): string | undefined {
  if (!/^(?:(?:[A-Za-z]+|\*)\s+)?\/\S*$/.test(route.trim())) {
    return 'must be a route such as "GET /path". Add the method and a path.';
  }
  try {
    parseRoute(route);
    return undefined;
  } catch (error) {
    return `must be a route: ${(error as Error).message}.`;
  }
}

function answerFault(answer: unknown, fault: (answer: Answer) => string | undefined): string | undefined {
  if (typeof answer !== 'object' || answer === null)
    return 'must name a problem type, or be an object with "problem" or "status".';
  const { problem, cause, status, delay, headers, members } = answer as Record<string, unknown>;
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
  if (problem === undefined) {
    if (cause !== undefined) return 'must have "problem" beside "cause".';
    return status === undefined ? 'must have "problem" or "status".' : undefined;
  }
  if (typeof problem !== 'string') return 'problem must be a name.';
  return cause === undefined || typeof cause === 'string' ? fault(answer as Answer) : 'cause must be a name.';
}
