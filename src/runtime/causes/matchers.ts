import { findCauses } from '../causes.ts';
import type { AnyProblemType, CauseOf } from '../problem/type.ts';
import { inspectProblem } from '../read/read.ts';
import type { Cause } from './cause.ts';

/** The matcher as a method of `expect`, for the declarations of a test framework. */
export interface CauseMatchers {
  /**
   * Passes for a response or a body of that problem type whose first cause is the named one. Await it. With a response that
   * tells its request, the request counts too.
   */
  toHaveCause<T extends AnyProblemType>(type: T, cause: CauseOf<T>): Promise<void>;
}

interface MatcherResult {
  pass: boolean;
  message: () => string;
}

/**
 * The matcher `toHaveCause` for `expect.extend`. `#package/causes/vitest` and `#package/causes/jest` do that by
 * themselves.
 *
 * @example
 * ```ts
 * import { dpopRequired } from '#package';
 * import { causeMatchers } from '#package/causes/matchers';
 *
 * const body = dpopRequired({ detail: 'DPoP proof header is required' });
 * const { pass } = await causeMatchers.toHaveCause.call({}, body, dpopRequired, 'missing');
 * pass; //=> true
 * ```
 */
export const causeMatchers = {
  async toHaveCause(
    this: { readonly isNot?: boolean },
    subject: unknown,
    type: AnyProblemType,
    cause: string,
  ): Promise<MatcherResult> {
    const found = await inspectProblem(subject);
    const head = `expect(received).${this.isNot ? 'not.' : ''}toHaveCause()\n\n`;
    if (found.kind === 'not-a-problem') {
      return { pass: false, message: () => `${head}Expected: ${type.type} with the cause ${cause}\n${found.message}` };
    }
    const { sure, possible } = findCauses(found.problem, found.exchange);
    const isType = found.problem.type === type.type;
    const lines = [
      `Expected: ${this.isNot ? 'not ' : ''}${type.type} with the cause ${cause}`,
      `Received: ${found.problem.type}${isType ? causeText(sure, possible) : ''}`,
      ...(typeof found.problem.detail === 'string' ? [`Detail: ${JSON.stringify(found.problem.detail)}`] : []),
      ...[...sure, ...possible].slice(0, 1).map(({ address }) => `See ${address}`),
    ];
    return { pass: isType && (sure[0] ?? possible[0])?.name === cause, message: () => head + lines.join('\n') };
  },
};

function causeText(sure: readonly Cause[], possible: readonly Cause[]): string {
  const names = (causes: readonly Cause[]) => causes.map(({ name }) => name).join(', ');
  if (sure.length > 0) return ` with the cause ${names(sure)}`;
  return possible.length > 0 ? ` with one of the causes ${names(possible)}` : ' without a known cause';
}
