import { aboutBlank } from '../problem/about-blank.ts';
import type { ProblemDetails } from '../problem/details.ts';
import { type Exchange, ProblemError as SentProblemError } from '../problem/error.ts';
import { type ProblemResponseInit, problemResponse } from '../problem/response.ts';
import { responseStatus } from '../problem/status.ts';
import { exchangeOf } from './exchange.ts';
import { interpretReceived, type ReadOptions } from './read.ts';
import { settled } from './received.ts';

/**
 * Throws a `ProblemError` for a response that is a problem, with the problem, the status code of the response and the
 * exchange. Takes whatever `readProblem` takes, a promise of it among it. Returns anything else unchanged: the response
 * can still be read. A promise that is rejected without a problem stays rejected.
 *
 * A framework adapter does not pass such an error on to its own client: it answers with a bare 500. To pass the problem on,
 * throw `new ProblemError(error.problem)`.
 *
 * @example
 * ```ts
 * import { agentNotFound, isProblem, ProblemError, problemResponse, throwIfProblem } from '#package';
 *
 * try {
 *   await throwIfProblem(problemResponse(agentNotFound({ agent_id: 'scout' }))); // or: fetch(…)
 * } catch (error) {
 *   if (error instanceof ProblemError && isProblem(error.problem, agentNotFound)) {
 *     console.log(error.problem.agent_id); //=> 'scout'
 *   }
 * }
 * ```
 */
export async function throwIfProblem<T>(response: T, options?: ReadOptions): Promise<Awaited<T>> {
  const outcome = await Promise.resolve(response).then(
    (value) => ({ value, rejected: undefined }),
    (cause: unknown) => ({ rejected: { cause } }),
  );
  const { rejected } = outcome;
  const received = await settled(rejected ? Promise.reject(rejected.cause) : outcome.value);
  const { problem } = await interpretReceived(received, options);
  if (problem) throw new ProblemError(problem, exchangeOf(received), rejected);
  if (rejected) throw rejected.cause;
  return outcome.value;
}

/** `exchange` marks it as the problem of another server. It has the name of the public class, since logs show it. */
class ProblemError extends SentProblemError {
  override readonly exchange: Exchange;

  constructor(problem: ProblemDetails, exchange: Exchange, options?: { cause: unknown }) {
    super(problem, options);
    this.exchange = exchange;
    const status = exchange.status ?? responseStatus(problem);
    Object.assign(this, { status, statusCode: status, expose: false });
  }

  /** Hono sends this where no handler is set. */
  override getResponse(init?: ProblemResponseInit): Response {
    return problemResponse(aboutBlank(500), init);
  }
}
