import { inspect } from 'node:util';
import { type InspectOptions, inspectProblem, readProblem, sessionInvalid } from 'arcp-problems';
import { expect, test } from 'vitest';

/** What tests of reading share: inputs, and what inspectProblem finds in one of them, on one line. */

export const mediaType = 'application/problem+json';
export const headers = { 'Content-Type': mediaType };
export const title = 'x';
export const text = '{"title":"x"}';
export const bytes = new TextEncoder().encode(text);
export const timestamp = '2026-01-31T12:00:00Z';
export const lapsed = sessionInvalid({ timestamp });

export type Row = [name: string, input: () => unknown, found: string, options?: InspectOptions];

export function respond(body: BodyInit | null, init: ResponseInit & { url?: string } = {}): Response {
  const response = new Response(body, { status: 400, headers, ...init });
  return Object.defineProperty(response, 'url', { value: init.url ?? '' });
}

export async function* streamed(...chunks: unknown[]) {
  yield* chunks;
}

export function fail(): never {
  throw new Error('hostile');
}

/** One test a row: inspectProblem finds this, and readProblem returns the same problem. */
export function testInspection(rows: readonly Row[]): void {
  test.each<Row>(rows)('%s', async (_, input, found, options) => {
    const whole = await inspectProblem(input(), options);
    expect(lineOf(whole)).toEqual(found);
    expect(await readProblem(input(), options)).toStrictEqual(whole.problem);
    expect(Object.getPrototypeOf(whole.problem ?? {})).toBe(Object.prototype);
  });
}

/** Kind, and problem or reason; then all other facts, of which those are left out that most inputs have. */
function lineOf({ kind, problem, ...found }: Awaited<ReturnType<typeof inspectProblem>>): string {
  const usual = { exchange: '{}', ignored: '[]', statusMismatch: 'false' };
  const facts = Object.entries({ ...(problem && { problem }), ...found }).map(
    ([name, value]) => [name, shown(value)] as const,
  );
  const told = facts.filter(([name, value]) => usual[name as keyof typeof usual] !== value);
  return [kind, ...told.map(([name, value]) => `${name} ${value}`)].join(', ');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  return value instanceof Error ? value.message : inspect(value, { breakLength: Number.POSITIVE_INFINITY });
}
