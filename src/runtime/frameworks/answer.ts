import type { ProblemDetails } from '../problem/details.ts';
import { aboutBlank, ProblemError } from '../problem/error.ts';
import { problemHeaders } from '../problem/headers.ts';
import { mergeHeaders, responseStatus, serializeProblem } from '../problem/response.ts';
import { type Reading, readError } from './framework-error.ts';

/** The one way from a thrown thing to what goes over the wire, shared by all adapters. */

/** Options of every adapter. `Request` is what the framework hands to an error handler. */
export interface ProblemHandlerOptions<Request> {
  /**
   * Turns an error of yours into a problem. Give `undefined` to leave an error to the adapter. It sees every error,
   * also `ProblemError`s, and a path without a route as a `ProblemError` with status 404. Synchronous.
   */
  map?(error: unknown, request: Request): ProblemDetails | ProblemError | undefined;
  /**
   * Takes every error that is answered with a 5xx, and every error that came too late to be answered; what they say is
   * never sent. Without it the framework's own log is used.
   */
  log?(error: unknown, request: Request, problem: ProblemDetails): unknown;
}

/** A response in parts, for frameworks that have no fetch `Response`. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** What the body says. */
  readonly problem: ProblemDetails;
}

export interface Occasion<Request> {
  readonly request: Request;
  /** Method of the request. */
  readonly method: string;
  /** Whether the header fields of a response went out before: the answer cannot be sent. */
  readonly late?: boolean;
  /** The framework's own log. */
  readonly log?: (error: unknown) => unknown;
}

/** Asks the hooks, and gives what to send. Never throws. */
export function answer<Request>(
  error: unknown,
  { map, log: given }: ProblemHandlerOptions<Request>,
  { request, method, late = false, log: own }: Occasion<Request>,
): Answer {
  const problems: unknown[] = [];
  let reading: Reading | undefined;
  try {
    reading = readMapped(settle(map?.(error, request)), method);
  } catch (failure) {
    problems.push(failure);
  }
  const { problem: read, headers: further } = reading ?? readError(error, method);
  const status = responseStatus(read);
  const problem = read.status === undefined || read.status === status ? read : { ...read, status };
  if (status >= 500 || late || problems.length > 0) problems.push(error);
  for (const each of problems) attempt(() => (given ? given(each, request, problem) : own?.(each)));
  const headers = mergeHeaders(problemHeaders(problem), further);
  return { status, headers, body: serializeProblem(problem), problem };
}

/** What an adapter passes on when no route fits. */
export function notFound(): ProblemError {
  return new ProblemError(aboutBlank(404));
}

/** Header fields that describe a body which is not sent now, and that must not let a cache keep an error. */
const outdated = [
  'content-encoding',
  'content-language',
  'content-length',
  'content-range',
  'content-disposition',
  'transfer-encoding',
  'trailer',
  'etag',
  'last-modified',
  'expires',
  'accept-ranges',
];

/** Takes away what a handler said of the response that it did not finish. */
export function dropOutdated(fields: { get(name: string): unknown; remove(name: string): unknown }): void {
  for (const name of outdated) fields.remove(name);
  const caching = String(fields.get('cache-control') ?? 'private');
  if (!/\b(private|no-store|no-cache)\b/i.test(caching)) fields.remove('cache-control');
}

function readMapped(mapped: unknown, method: string): Reading | undefined {
  if (mapped === undefined || mapped === null) return undefined;
  if (mapped instanceof Error) return readError(mapped, method);
  const { type, title, status } = mapped as ProblemDetails;
  const isProblem = typeof type === 'string' || typeof title === 'string' || Number.isInteger(status);
  return isProblem ? { problem: mapped, headers: new Headers() } : undefined;
}

function attempt(call: () => unknown): void {
  try {
    settle(call());
  } catch {
    // A log that fails must not keep the response from the client.
  }
}

/** A hook that is `async` all the same must not end the process by a rejection that nobody handles. */
function settle(value: unknown): unknown {
  if (typeof (value as Promise<unknown>)?.then !== 'function') return value;
  (value as Promise<unknown>).then(undefined, () => {});
  return undefined;
}
