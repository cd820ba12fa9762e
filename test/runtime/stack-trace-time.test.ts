import { expect, test } from 'vitest';
import { hasStackTrace } from '#runtime/check/stack-trace.ts';

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
])('a megabyte of %j takes a moment', (part) => {
  const text = part.repeat(1_000_000 / part.length);
  const before = process.cpuUsage();
  expect(hasStackTrace(text)).toBe(false);
  expect(hasStackTrace(`${text}\n`.repeat(2))).toBe(false);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4);
});
