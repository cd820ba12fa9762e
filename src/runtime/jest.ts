import { extendJest } from './assertions/jest-globals.ts';
import { type ProblemMatchers, problemMatchers } from './matchers.ts';

/**
 * Importing this module adds `toBeProblem` and `toBeValidProblem` to the `expect` of Jest, types included, and lets a test
 * fail that does not await them. Name it in `setupFilesAfterEnv`. It throws where there is no global `expect`: with
 * `injectGlobals: false`, call `expect.extend(problemMatchers)` of `@jest/globals` instead.
 *
 * @example
 * ```ts
 * export default { setupFilesAfterEnv: ['#package/jest'] };
 * ```
 */
declare global {
  namespace jest {
    interface Matchers<R, T> extends ProblemMatchers<R, T> {}
    // biome-ignore lint/suspicious/noExplicitAny: stands in for any value
    interface Expect extends ProblemMatchers<any> {}
  }
}

// `expect` of `@jest/globals` has its types from there. A project without it has nothing to extend.
// biome-ignore lint/suspicious/noTsIgnore: there is an error only where the package is missing
/** @ts-ignore */
declare module 'expect' {
  interface Matchers<R, T> extends ProblemMatchers<R, T> {}
  // biome-ignore lint/suspicious/noExplicitAny: stands in for any value
  interface AsymmetricMatchers extends ProblemMatchers<any> {}
}

extendJest(problemMatchers, 'problemMatchers');

export { problemMatchers };
