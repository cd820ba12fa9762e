import type { Equals } from './assertions/subset.ts';
import { describe, problemVerdict, type Verdict, validVerdict } from './assertions/verdict.ts';
import type { CheckOptions } from './check/options.ts';
import type { AnyProblemType, Occurrence } from './problem/type.ts';
import { type Received, received } from './read/received.ts';

/** Members that an assertion names: those of the type, or any others. Values may be asymmetric matchers. */
export type ExpectedMembers<T extends AnyProblemType> = { [Name in keyof Occurrence<T>]?: unknown } & Record<
  string,
  unknown
>;

/** A promise where the body has yet to be read. */
type Settled<Result, Subject> = Subject extends { arrayBuffer(): unknown } | PromiseLike<unknown>
  ? Promise<void>
  : Result;

/** The matchers as methods of `expect`, for the declarations of a test framework. */
export interface ProblemMatchers<Result, Subject = unknown> {
  /**
   * Passes for a problem details object; with a type, for an occurrence of it; with members, for one that has them.
   * Takes whatever `readProblem` takes. Await it where the body has to be read first, as with a fetch `Response`.
   */
  toBeProblem<T extends AnyProblemType>(type?: T | string, members?: ExpectedMembers<T>): Settled<Result, Subject>;
  /**
   * Passes for a response or a body without findings of level `error` in `checkResponse`. Await it where the body has to
   * be read first.
   */
  toBeValidProblem(options?: CheckOptions): Settled<Result, Subject>;
}

/** What a matcher uses of the `this` of a test runner. */
interface Context {
  readonly isNot?: boolean;
  equals?(actual: unknown, expected: unknown): boolean;
  readonly utils: {
    printExpected(value: unknown): string;
    printReceived(value: unknown): string;
    diff?(expected: unknown, actual: unknown): string | null | undefined;
  };
}

interface MatcherResult {
  pass: boolean;
  message: () => string;
}

/**
 * The matchers `toBeProblem` and `toBeValidProblem` for `expect.extend`. `#package/vitest` and `#package/jest`
 * do that by themselves; Playwright Test and Bun take them as they are.
 *
 * @example
 * ```ts
 * import { problemMatchers } from '#package/matchers';
 * import { expect, test } from 'vitest';
 *
 * expect.extend(problemMatchers);
 *
 * test('a body of another type is refused', () => {
 *   expect({ type: 'urn:other' }).toEqual(expect.not.objectContaining({ type: 'about:blank' }));
 * });
 * ```
 */
export const problemMatchers = {
  toBeProblem(
    this: Context,
    subject: unknown,
    type?: AnyProblemType | string,
    members?: Record<string, unknown>,
  ): MatcherResult | Promise<MatcherResult> {
    const judge = (response: Received) =>
      problemVerdict(response, type, members, this.utils, this.isNot, equalsOf(this));
    return settle(this, 'toBeProblem', subject, judge);
  },

  toBeValidProblem(this: Context, subject: unknown, options?: CheckOptions): MatcherResult | Promise<MatcherResult> {
    const judge = (response: Received) => validVerdict(response, options, this.utils);
    return settle(this, 'toBeValidProblem', subject, judge);
  },
};

/** Fails with an assertion, regardless of what is compared: what throws while it is read can be neither matched nor shown. */
function settle(
  { isNot = false }: Context,
  matcher: string,
  subject: unknown,
  judge: (response: Received) => Verdict,
): MatcherResult | Promise<MatcherResult> {
  const head = `expect(received).${isNot ? 'not.' : ''}${matcher}()`;
  const result = (response: Received): MatcherResult => {
    try {
      const { pass, lines } = judge(response);
      const text = pass === isNot ? lines() : [];
      return { pass, message: () => [head, '', ...text].join('\n') };
    } catch (error) {
      const lines = [
        'Comparing failed with an error.',
        `Received: ${describe(response)}`,
        `Error: ${textOfError(error)}`,
      ];
      return { pass: isNot, message: () => [head, '', ...lines].join('\n') };
    }
  };
  const response = received(subject);
  return response instanceof Promise ? response.then(result) : result(response);
}

function textOfError(error: unknown): string {
  try {
    return String(Object(error).message);
  } catch {
    return 'unknown';
  }
}

/** The comparison of the test runner. That of Playwright Test does nothing but throw. */
function equalsOf(context: Context): Equals | undefined {
  try {
    const equals = context.equals?.bind(context);
    return equals?.(0, 0) ? equals : undefined;
  } catch {
    return undefined;
  }
}
