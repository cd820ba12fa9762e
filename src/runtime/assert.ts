import { plainTools } from './assertions/plain-tools.ts';
import { problemVerdict, type Verdict, validVerdict } from './assertions/verdict.ts';
import type { CheckOptions } from './check/options.ts';
import type { ExpectedMembers } from './matchers.ts';
import type { AnyProblemType, Occurrence } from './problem/type.ts';
import type { ReceivedProblem } from './read/read.ts';
import { received } from './read/received.ts';

/**
 * Asserts that a response or a body is a problem; with a type, an occurrence of it; with members, one that has them. For
 * test runners without `expect`, such as `node:test`, Deno and Chai. Takes whatever `readProblem` takes; a member that is
 * `undefined` must be absent. Returns the problem. Throws an `AssertionError` that says what was received instead.
 *
 * @example
 * ```ts
 * import { agentNotFound, problemResponse } from '#package';
 * import { assertProblem } from '#package/assert';
 *
 * const response = problemResponse(agentNotFound({ agent_id: 'scout' })); // or: await fetch(…)
 * const problem = await assertProblem(response, agentNotFound, { agent_id: 'scout' });
 * problem.agent_id; //=> 'scout'
 * ```
 */
export async function assertProblem<T extends AnyProblemType>(
  subject: unknown,
  type: T,
  members?: ExpectedMembers<T>,
): Promise<Occurrence<T>>;
export async function assertProblem(
  subject: unknown,
  type?: string,
  members?: Record<string, unknown>,
): Promise<ReceivedProblem>;
export async function assertProblem(
  subject: unknown,
  type?: AnyProblemType | string,
  members?: Record<string, unknown>,
): Promise<unknown> {
  return passed(problemVerdict(await received(subject), type, members, plainTools), 'Not the expected problem.');
}

/**
 * Asserts that a response or a body has no finding of level `error` in `checkResponse`. Returns nothing. Throws an
 * `AssertionError` with the findings.
 *
 * @example
 * ```ts
 * import { problemResponse, sessionInvalid } from '#package';
 * import { assertValidProblem } from '#package/assert';
 *
 * await assertValidProblem(problemResponse(sessionInvalid()), { strict: true });
 * ```
 */
export async function assertValidProblem(subject: unknown, options?: CheckOptions): Promise<void> {
  passed(validVerdict(await received(subject), options, plainTools), 'Not a valid problem.');
}

function passed({ pass, lines, problem }: Verdict, headline: string): unknown {
  if (pass) return problem;
  throw Object.assign(new Error([headline, '', ...lines()].join('\n')), {
    name: 'AssertionError',
    code: 'ERR_ASSERTION',
  });
}
