import { checkReceived } from './check/judge.ts';
import type { CheckOptions } from './check/options.ts';
import { problemMediaType } from './problem/details.ts';
import type { AnyProblemType, Occurrence } from './problem/type.ts';
import { essenceOf, textOf } from './read/body.ts';
import { statusOf, urlOf } from './read/exchange.ts';
import { excerpt, type Interpretation } from './read/interpret.ts';
import { type NotAProblem, notAProblem, unreadable } from './read/not-a-problem.ts';
import { interpret, limitsOf, mediaTypeReason } from './read/read.ts';
import { type Received, received } from './read/received.ts';
import { show } from './validate/messages.ts';

/** Members that an assertion names: those of the type, or any others. Values may be asymmetric matchers. */
export type ExpectedMembers<T extends AnyProblemType> = { [Name in keyof Occurrence<T>]?: unknown } & Record<
  string,
  unknown
>;

/** A promise where the body has yet to be read. */
type Settled<Result, Subject> = Subject extends Response | PromiseLike<unknown> ? Promise<void> : Result;

/** The matchers as methods of `expect`, for the declarations of a test framework. */
export interface ProblemMatchers<Result, Subject = unknown> {
  /**
   * Passes for a problem details object; with a type, for an occurrence of it; with members, for one that has them.
   * Takes a fetch `Response` (await it), a response of supertest, axios or fastify's `inject`, or a body.
   */
  toBeProblem<T extends AnyProblemType>(type?: T | string, members?: ExpectedMembers<T>): Settled<Result, Subject>;
  /**
   * Passes for a response or a body without findings of level `error` in `checkResponse`.
   */
  toBeValidProblem(options?: CheckOptions): Settled<Result, Subject>;
}

type Equals = (left: unknown, right: unknown, testers?: never[]) => boolean;

/** What a matcher uses of Vitest's and Jest's `this`. */
interface Context {
  readonly isNot?: boolean;
  readonly equals: Equals;
  readonly utils: {
    printExpected(value: unknown): string;
    printReceived(value: unknown): string;
    diff(expected: unknown, actual: unknown): string | null | undefined;
    iterableEquality?: unknown;
    subsetEquality?: unknown;
  };
}

interface MatcherResult {
  pass: boolean;
  message: () => string;
}

/**
 * The matchers `toBeProblem` and `toBeValidProblem` for `expect.extend`. `arcp-problems/vitest` and `arcp-problems/jest`
 * do that by themselves.
 *
 * @example
 * ```ts
 * import { problemMatchers } from 'arcp-problems/matchers';
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
    return settle(this, 'toBeProblem', subject, (response) => matchProblem(this, response, type, members));
  },

  toBeValidProblem(this: Context, subject: unknown, options?: CheckOptions): MatcherResult | Promise<MatcherResult> {
    return settle(this, 'toBeValidProblem', subject, (response) => matchValid(this, response, options));
  },
};

/** Fails with an assertion, whatever is compared: what throws while it is read can be neither matched nor shown. */
function settle(
  { isNot }: Context,
  matcher: string,
  subject: unknown,
  match: (response: Received) => MatcherResult,
): MatcherResult | Promise<MatcherResult> {
  const attempt = (response: Received): MatcherResult => {
    try {
      return match(response);
    } catch (error) {
      const lines = [
        'Comparing failed with an error.',
        `Received: ${describe(response)}`,
        `Error: ${textOfError(error)}`,
      ];
      return result(isNot === true, `${isNot ? 'not.' : ''}${matcher}`, lines);
    }
  };
  const response = received(subject);
  return response instanceof Promise ? response.then(attempt) : attempt(response);
}

function textOfError(error: unknown): string {
  try {
    return String(Object(error).message);
  } catch {
    return 'unknown';
  }
}

function matchProblem(
  { equals, isNot, utils }: Context,
  response: Received,
  type?: AnyProblemType | string,
  members: Record<string, unknown> = {},
): MatcherResult {
  const uri = typeof type === 'string' ? type : type?.type;
  if (type !== undefined && typeof uri !== 'string')
    throw new TypeError(`The first argument must be a problem type or a type URI (was ${show(type)}).`);
  const title = typeof type === 'string' || type === undefined ? '' : ` (${type.title})`;
  const expected = uri === undefined ? 'a problem details object' : `${utils.printExpected(uri)}${title}`;
  const found = problemOf(response);
  const name = `${isNot ? 'not.' : ''}toBeProblem`;
  const testers = [utils.iterableEquality, utils.subsetEquality].filter((tester) => tester !== undefined);

  if (found.kind === 'not-a-problem') {
    const lines = [`Expected: ${expected}`, `Received: ${describe(response)}`, found.message, ...bodyLines(response)];
    return result(false, name, [...lines, ...pages(uri)]);
  }
  const { problem } = found;
  const sameType = uri === undefined || problem.type === uri;
  const { absent, present } = split(members);
  const sameMembers =
    absent.every((member) => !Object.hasOwn(problem, member)) && equals(problem, present, testers as never[]);
  const lines = [
    `Expected type: ${isNot ? 'not ' : ''}${expected}`,
    `Received type: ${utils.printReceived(problem.type)}`,
  ];
  if (sameType && !sameMembers) {
    const named = Object.entries(problem).filter(([member]) => Object.hasOwn(members, member));
    lines.push(
      '',
      utils.diff(present, Object.fromEntries(named)) ?? `Expected members: ${utils.printExpected(members)}`,
    );
  } else if (isNot && Object.keys(members).length > 0) {
    lines.push(`Expected members: not ${utils.printExpected(members)}`);
  }
  lines.push('', `Received: ${describe(response)}`, utils.printReceived(problem), ...pages(uri, problem.type));
  return result(sameType && sameMembers, name, lines);
}

function matchValid({ isNot, utils }: Context, response: Received, options?: CheckOptions): MatcherResult {
  const findings = checkReceived(response, options);
  const errors = findings.filter(({ level }) => level === 'error');
  const found = problemOf(response);
  const lines = [
    errors.length === 0 ? 'There is no finding of level error.' : 'Expected: no finding of level error',
    ...findings.map(({ level, code, pointer, header, message, section }) => {
      const place = header ?? pointer;
      return `  ${level} ${code}${place === undefined ? '' : ` ${place}`}: ${message} [${section}]`;
    }),
    '',
    `Received: ${describe(response)}`,
  ];
  if (found.kind === 'problem') lines.push(utils.printReceived(found.problem), ...pages(found.problem.type));
  return result(errors.length === 0, `${isNot ? 'not.' : ''}toBeValidProblem`, lines);
}

function problemOf(response: Received): Interpretation | NotAProblem {
  const { body, header, unreadable: noBody } = response;
  try {
    if (noBody) return noBody;
    const essence = header ? essenceOf(header('content-type')) : problemMediaType;
    if (essence !== problemMediaType) return notAProblem('media-type', mediaTypeReason(essence));
    return interpret(body, limitsOf({ maxBytes: Number.POSITIVE_INFINITY }, urlOf(response)));
  } catch {
    return unreadable;
  }
}

function result(pass: boolean, name: string, lines: readonly string[]): MatcherResult {
  return { pass, message: () => [`expect(received).${name}()`, '', ...lines].join('\n') };
}

function describe({ response, header, body }: Received): string {
  try {
    const status = statusOf(response);
    if (status === undefined) return body === undefined ? 'undefined' : 'a body';
    return `${status} ${header?.('content-type') ?? 'without Content-Type'}`;
  } catch {
    return 'what cannot be read';
  }
}

/** A member expected to be `undefined` is one that must not be there. */
function split(members: Record<string, unknown>): { absent: string[]; present: Record<string, unknown> } {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return {
    absent: Object.keys(members).filter((member) => members[member] === undefined),
    present: Object.fromEntries(present),
  };
}

function bodyLines({ body }: Received): string[] {
  try {
    const text = textOf(body) ?? JSON.stringify(body);
    return text ? [`Body: ${excerpt(text)}`] : [];
  } catch {
    return [`Body: ${show(body)}`];
  }
}

/** Where to read on; `about:blank` has no page. */
function pages(...uris: (string | undefined)[]): string[] {
  const known = uris.filter((uri) => uri !== undefined && /^https?:/.test(uri));
  return [...new Set(known)].map((uri) => `See ${uri}`);
}
