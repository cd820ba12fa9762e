import { afterEach, expect } from 'vitest';
import { awaited, throwIfForgotten } from '../assertions/awaited.ts';
import { type CauseMatchers, causeMatchers } from './matchers.ts';

/**
 * Importing this module adds `toHaveCause` to Vitest's `expect`, types included. Name it in `setupFiles`, or import it in a
 * test.
 *
 * @example
 * ```ts
 * import '#package/causes/vitest';
 * import { dpopRequired, problemResponse } from '#package';
 * import { expect, test } from 'vitest';
 *
 * test('a request without a proof is told so', async () => {
 *   const response = problemResponse(dpopRequired({ detail: 'DPoP proof header is required' }));
 *   await expect(response).toHaveCause(dpopRequired, 'missing');
 * });
 * ```
 */
// The assertions of Vitest include those of Chai. Their own interfaces have other type parameters in each major.
declare global {
  namespace Chai {
    interface Assertion extends CauseMatchers {}
  }
}

expect.extend(awaited(causeMatchers) as Parameters<typeof expect.extend>[0]);
afterEach(({ task }) => {
  if (!task.concurrent) throwIfForgotten(expect.getState().currentTestName);
});

export { causeMatchers };
