import { afterEach, expect } from 'vitest';
import { awaited, throwIfForgotten } from './assertions/awaited.ts';
import { type ProblemMatchers, problemMatchers } from './matchers.ts';

/**
 * Importing this module adds `toBeProblem` and `toBeValidProblem` to Vitest's `expect`, types included, and lets a test fail
 * that does not await them. Name it in `setupFiles`, or import it in a test file.
 *
 * @example
 * ```ts
 * import '#package/vitest';
 * import { problemResponse, sessionInvalid } from '#package';
 * import { expect, test } from 'vitest';
 *
 * test('an ended session is refused', async () => {
 *   const response = problemResponse(sessionInvalid({ instance: '/agents' }));
 *   await expect(response).toBeProblem(sessionInvalid, { instance: '/agents' });
 * });
 * ```
 */
declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: stands in for any value
  interface AsymmetricMatchersContaining extends ProblemMatchers<any> {}
}

// The assertions of Vitest include those of Chai. Their own interfaces have other type parameters in each major.
declare global {
  namespace Chai {
    interface Assertion extends ProblemMatchers<void | Promise<void>> {}
  }
}

expect.extend(awaited(problemMatchers) as Parameters<typeof expect.extend>[0]);
// Concurrent tests share one state of `expect`, so there it cannot be told whose an assertion is.
afterEach(({ task }) => {
  if (!task.concurrent) throwIfForgotten(expect.getState().currentTestName);
});

export { problemMatchers };
