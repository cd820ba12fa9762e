import { expect } from 'vitest';
import { type CauseMatchers, causeMatchers } from './matchers.ts';

/**
 * Importing this module adds `toHaveCause` to Vitest's `expect`, types included. Name it in `setupFiles`, or import it in a
 * test.
 *
 * @example
 * ```ts
 * import 'arcp-problems/causes/vitest';
 * import { dpopRequired, problemResponse } from 'arcp-problems';
 * import { expect, test } from 'vitest';
 *
 * test('a request without a proof is told so', async () => {
 *   const response = problemResponse(dpopRequired({ detail: 'DPoP proof header is required' }));
 *   await expect(response).toHaveCause(dpopRequired, 'missing');
 * });
 * ```
 */
declare module 'vitest' {
  interface Matchers<R, T> extends CauseMatchers {}
}

expect.extend(causeMatchers as Parameters<typeof expect.extend>[0]);

export { causeMatchers };
