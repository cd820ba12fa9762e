import { type CauseMatchers, causeMatchers } from './matchers.ts';

/**
 * Importing this module adds `toHaveCause` to Jest's global `expect`, types included. Name it in `setupFilesAfterEnv`.
 * Where `expect` is imported from `@jest/globals`, call `expect.extend(causeMatchers)` of `arcp-problems/causes/matchers`.
 * Throws when there is no global `expect`.
 *
 * @example
 * ```ts
 * export default { setupFilesAfterEnv: ['arcp-problems/causes/jest'] };
 * ```
 */
declare global {
  namespace jest {
    interface Matchers<R, T> extends CauseMatchers {}
  }
}

const { expect } = globalThis as { expect?: { extend(matchers: object): void } };
if (!expect) {
  throw new Error('The global expect is missing. Name it in setupFilesAfterEnv, or call expect.extend(causeMatchers).');
}
expect.extend(causeMatchers);

export { causeMatchers };
