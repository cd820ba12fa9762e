import { expect, test } from 'vitest';
import { calls } from './calls.ts';
import { growthOf, largest, usualOf } from './measure.ts';
import { texts } from './texts.ts';

/** Whatever comes from outside is read in linear time. `npm run test:long` tries every beginning and pair of characters too. */

const words = (length: number) => 'some words, '.repeat(length / 12);

test.each(Object.entries(calls))('%s takes linear time', { timeout: 600_000 }, async (_, call) => {
  const usual = await usualOf(call, words, largest);
  const slow: string[] = [];
  for (const [name, of] of texts) {
    const growth = await growthOf(call, of, usual);
    if (growth !== undefined) slow.push(`${name}: ${growth.toFixed(0)} times the time for 8 times the text`);
  }
  expect(slow).toEqual([]);
});

test('a quadratic call is found, and a linear one is not', { timeout: 600_000 }, async () => {
  const quadratic = (text: string) => {
    let count = 0;
    for (let start = 0; start < text.length; start += 32)
      for (let at = start; at < text.length; at += 1) if (text.charCodeAt(at) === 0x79) count += 1;
    return count;
  };
  const linear = (text: string) => text.indexOf('y');
  const run = (length: number) => 'x'.repeat(length);
  expect(await growthOf(quadratic, run)).toBeGreaterThan(30);
  expect(await growthOf(quadratic, run, await usualOf(linear, run, 16 * 1024))).toBeGreaterThan(30);
  expect(await growthOf(linear, run)).toBeUndefined();
});
