import { expect, test } from 'vitest';
import { calls } from './calls.ts';
import { growthOf, usualOf } from './measure.ts';
import { moreTexts } from './texts.ts';

const words = (length: number) => 'some words, '.repeat(length / 12);

test.each(Object.entries(calls))(
  '%s takes linear time for every beginning and pair of characters',
  { timeout: 3_600_000 },
  async (_, call) => {
    const usual = await usualOf(call, words, 16 * 1024);
    const slow: string[] = [];
    for (const [name, of] of moreTexts) {
      const growth = await growthOf(call, of, usual);
      if (growth !== undefined) slow.push(`${name}: ${growth.toFixed(0)} times the time for 8 times the text`);
    }
    expect(slow).toEqual([]);
  },
);
