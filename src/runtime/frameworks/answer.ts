import { aboutBlank } from '../problem/about-blank.ts';
import type { ProblemDetails } from '../problem/details.ts';
import { ProblemError } from '../problem/error.ts';
import type { HeaderFields } from '../problem/header-fields.ts';
import { outgoing } from '../problem/response.ts';
import { type Reading, readError } from './framework-error.ts';
import type { RequestParts } from './request-parts.ts';

/** The one way from a thrown thing to what goes over the wire, shared by all adapters. */

/** Options of every adapter. `Request` is what the framework hands to an error handler. */
export interface ProblemHandlerOptions<Request> {
  /**
   * Turns an error of yours into a problem. Return `undefined` to leave an error to the adapter. It sees every error,
   * also `ProblemError`s, and a path without a route as a `ProblemError` with status 404. Synchronous.
   */
  map?(error: unknown, request: Request): ProblemDetails | ProblemError | undefined;
  /**
   * Takes every error that is answered with a 5xx, and every error that came too late to be answered; what they say is
   * never sent. Without it the framework's own log is used.
   */
  log?(error: unknown, request: Request, problem: ProblemDetails): unknown;
  /** Also looks for a problem in the `cause` of an error, and in the cause of that. @default false */
  searchCause?: boolean | undefined;
}

/** A response in parts, for frameworks that have no fetch `Response`. */
export interface Answer {
  readonly status: number;
  readonly fields: HeaderFields;
  readonly body: string;
  /** What the body says. */
  readonly problem: ProblemDetails;
}

export interface Occasion<Request> {
  readonly request: Request;
  /** The parts of the request, for errors that may be about one of them. */
  readonly parts?: (() => RequestParts) | undefined;
  /** Whether the header fields of a response went out before: the answer cannot be sent. */
  readonly late?: boolean;
  /** The framework's own log. */
  readonly log?: (error: unknown) => unknown;
}

/** Asks the hooks, and gives what to send. Never throws. */
export function answer<Request>(
  error: unknown,
  { map, log, searchCause }: ProblemHandlerOptions<Request>,
  { request, parts, late = false, log: ofFramework }: Occasion<Request>,
): Answer {
  const errors: unknown[] = [];
  let reading: Reading | undefined;
  try {
    reading = map && readMapped(settle(map(error, request)));
  } catch (failure) {
    errors.push(failure);
  }
  const { problem: read, fields: given } = reading ?? readError(error, { searchCause, parts });
  const { status, problem, body, fields } = outgoing(read, given);
  if (status >= 500 || late || errors.length > 0) errors.push(error);
  for (const each of errors) attempt(() => (log ? log(each, request, problem) : ofFramework?.(each)));
  return { status, fields, body, problem };
}

/** What an adapter passes on when no route fits. */
export function notFound(): ProblemError {
  return new ProblemError(aboutBlank(404));
}

function readMapped(mapped: unknown): Reading | undefined {
  if (mapped instanceof Error) return readError(mapped);
  const problem: ProblemDetails = Object(mapped);
  const { type, title, status } = problem;
  const isProblem = typeof type === 'string' || typeof title === 'string' || Number.isInteger(status);
  return isProblem ? { problem } : undefined;
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
