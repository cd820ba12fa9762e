import { checkReceived } from '../check/judge.ts';
import type { CheckOptions } from '../check/options.ts';
import { problemMediaType } from '../problem/details.ts';
import type { AnyProblemType } from '../problem/type.ts';
import { essenceOf, textOf } from '../read/body.ts';
import { statusOf, urlOf } from '../read/exchange.ts';
import { type Interpretation, interpret } from '../read/interpret.ts';
import { excerpt, explained, type Refusal, refusal } from '../read/not-a-problem.ts';
import { limitsOf, parseBody } from '../read/read.ts';
import type { Received } from '../read/received.ts';
import { show } from '../validate/show.ts';
import { type Equals, hasSubset } from './subset.ts';

/** How values are shown: by the test runner, or in plain text. */
export interface Tools {
  printExpected(value: unknown): string;
  printReceived(value: unknown): string;
  diff?(expected: unknown, received: unknown): string | null | undefined;
}

export interface Verdict {
  readonly pass: boolean;
  /** What was expected and what was received, to be joined only when the assertion fails. */
  readonly lines: () => readonly string[];
  /** The problem that was read. */
  readonly problem?: Interpretation['problem'] | undefined;
}

/** Longest members, in characters of JSON, that are compared line by line. Test runners take minutes for longer ones. */
const longestDiff = 10_000;

/** What `toBeProblem` says of a response. */
export function problemVerdict(
  response: Received,
  type: AnyProblemType | string | undefined,
  members: Readonly<Record<string, unknown>> = {},
  tools: Tools,
  isNot = false,
  equals?: Equals,
): Verdict {
  const uri = uriOf(type);
  const title = typeof type === 'object' || typeof type === 'function' ? ` (${type.title})` : '';
  const expected = uri === undefined ? 'a problem details object' : `${tools.printExpected(uri)}${title}`;
  const found = problemOf(response);
  if (found.kind === 'not-a-problem') {
    const lines = () => [
      `Expected: ${expected}`,
      `Received: ${describe(response)}`,
      explained(found).message,
      ...bodyLines(response),
    ];
    return { pass: false, lines: () => [...lines(), ...pages(uri)] };
  }
  const { problem } = found;
  const sameType = uri === undefined || problem.type === uri;
  // A member expected to be `undefined` is one that must not be there.
  const all = Object.entries(members);
  const present = Object.fromEntries(all.filter(([, value]) => value !== undefined));
  const sameMembers =
    all.every(([name, value]) => value !== undefined || !Object.hasOwn(problem, name)) &&
    hasSubset(problem, present, equals);
  const memberLines = () => {
    if (sameType && !sameMembers) {
      const named = Object.entries(problem).filter(([member]) => Object.hasOwn(members, member));
      const isLong = JSON.stringify(named).length > longestDiff;
      const diff = isLong ? undefined : tools.diff?.(present, Object.fromEntries(named));
      return ['', diff ?? `Expected members: ${tools.printExpected(members)}`];
    }
    return isNot && Object.keys(members).length > 0 ? [`Expected members: not ${tools.printExpected(members)}`] : [];
  };
  return {
    pass: sameType && sameMembers,
    problem,
    lines: () => [
      `Expected type: ${isNot ? 'not ' : ''}${expected}`,
      `Received type: ${tools.printReceived(problem.type)}`,
      ...memberLines(),
      '',
      `Received: ${describe(response)}`,
      tools.printReceived(problem),
      ...pages(uri, problem.type),
    ],
  };
}

function uriOf(type: AnyProblemType | string | undefined): string | undefined {
  const uri = typeof type === 'string' ? type : type?.type;
  if (type === undefined || typeof uri === 'string') return uri;
  throw new TypeError(`The first argument must be a problem type or a type URI (was ${show(type)}).`);
}

/** What `toBeValidProblem` says of a response. */
export function validVerdict(response: Received, options: CheckOptions | undefined, tools: Tools): Verdict {
  const findings = checkReceived(response, options);
  const pass = findings.every(({ level }) => level !== 'error');
  const { problem } = problemOf(response);
  return {
    pass,
    problem,
    lines: () => [
      pass ? 'There is no finding of level error.' : 'Expected: no finding of level error',
      ...findings.map(({ level, code, pointer, header, message, section }) => {
        const place = header ?? pointer;
        return `  ${level} ${code}${place === undefined ? '' : ` ${place}`}: ${message} [${section}]`;
      }),
      '',
      `Received: ${describe(response)}`,
      ...(problem ? [tools.printReceived(problem), ...pages(problem.type)] : []),
    ],
  };
}

function problemOf(response: Received): Interpretation | Refusal {
  try {
    const { body, header } = response;
    if (response.unreadable) return response.unreadable;
    const essence = header ? essenceOf(header('content-type')) : problemMediaType;
    if (essence !== problemMediaType) return refusal('media-type', { essence });
    const limits = limitsOf({ maxBytes: Number.POSITIVE_INFINITY }, urlOf(response));
    return interpret(parseBody(body, limits), limits);
  } catch {
    return refusal('unreadable');
  }
}

/** A response in a few words. Never throws. */
export function describe({ response, header, body, unreadable }: Received): string {
  try {
    const status = statusOf(response);
    if (status !== undefined) return `${status} ${header?.('content-type') ?? 'without Content-Type'}`;
    if (!unreadable) return body === undefined ? 'undefined' : 'a body';
  } catch {
    // A getter of the given thing threw.
  }
  return 'what cannot be read';
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
