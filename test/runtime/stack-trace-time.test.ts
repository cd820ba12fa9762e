import { expect, test } from 'vitest';
import { hasStackTrace } from '#runtime/check/stack-trace.ts';
import { growthOf, runOf } from '../growth/measure.ts';

/** Texts that look like the beginning of a stack trace again and again: they take no longer than others. */

test.each([
  'at ',
  ' at x (',
  'File "',
  'a.b.',
  '#0 ',
  "thread '",
  '  at a.b.c(',
  '0 a 0x123456 ',
  'http@https://',
  ' called at a',
  'Raised at a',
  '  a/b',
  '\\n',
  '(a+0x',
  '[file: "',
])('a run of %j takes linear time', async (part) => {
  const run = runOf(part);
  const lines = (length: number) => `${run(length / 2)}\n`.repeat(2);
  for (const of of [run, lines]) {
    expect(hasStackTrace(of(1_000_000))).toBe(false);
    expect(await growthOf(hasStackTrace, of)).toBeUndefined();
  }
});
