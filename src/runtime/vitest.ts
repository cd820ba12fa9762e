import { expect } from 'vitest';
import { type ProblemMatchers, problemMatchers } from './matchers.ts';

/**
 * Importing this module adds `toBeProblem` and `toBeValidProblem` to Vitest's `expect`, types included. Name it in
 * `setupFiles`, or import it in a test.
 *
 * @example
 * ```ts
 * import 'arcp-problems/vitest';
 * import { problemResponse, sessionInvalid } from 'arcp-problems';
 * import { expect, test } from 'vitest';
 *
 * test('an ended session is refused', async () => {
 *   const response = problemResponse(sessionInvalid({ instance: '/agents' }));
 *   await expect(response).toBeProblem(sessionInvalid, { instance: '/agents' });
 * });
 * ```
 */
declare module 'vitest' {
  interface Matchers<R, T> extends ProblemMatchers<R, T> {}
}

expect.extend(problemMatchers as Parameters<typeof expect.extend>[0]);

export { problemMatchers };
