import { extendJest } from '../assertions/jest-globals.ts';
import { type CauseMatchers, causeMatchers } from './matchers.ts';

/**
 * Importing this module adds `toHaveCause` to the `expect` of Jest, types included. Name it in `setupFilesAfterEnv`. It throws
 * where there is no global `expect`: with `injectGlobals: false`, call `expect.extend(causeMatchers)` of `@jest/globals`
 * instead.
 *
 * @example
 * ```ts
 * export default { setupFilesAfterEnv: ['#package/causes/jest'] };
 * ```
 */
declare global {
  namespace jest {
    interface Matchers<R, T> extends CauseMatchers {}
  }
}

// biome-ignore lint/suspicious/noTsIgnore: there is an error only where the package is missing
/** @ts-ignore */
declare module 'expect' {
  interface Matchers<R, T> extends CauseMatchers {}
}

extendJest(causeMatchers, 'causeMatchers');

export { causeMatchers };
