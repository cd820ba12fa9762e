import { type ProblemMatchers, problemMatchers } from './matchers.ts';

/**
 * Importing this module adds `toBeProblem` and `toBeValidProblem` to Jest's global `expect`, types included. Name it in
 * `setupFilesAfterEnv`. Where `expect` is imported from `@jest/globals`, call `expect.extend(problemMatchers)`. Throws
 * when there is no global `expect`.
 *
 * @example
 * ```ts
 * export default { setupFilesAfterEnv: ['arcp-problems/jest'] };
 * ```
 */
declare global {
  namespace jest {
    interface Matchers<R, T> extends ProblemMatchers<R, T> {}
  }
}

const { expect } = globalThis as { expect?: { extend(matchers: object): void } };
if (!expect) {
  throw new Error(
    'The global expect is missing. Name it in setupFilesAfterEnv, or call expect.extend(problemMatchers).',
  );
}
expect.extend(problemMatchers);

export { problemMatchers };
