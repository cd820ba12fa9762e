import { expect, test } from 'vitest';
import { contrast, longColor, mixed, readable } from '#catalog/color.ts';

/** Colors and what can be read on what. */

test.each([
  ['#0AF', '#00aaff'],
  ['#0B5A68', '#0b5a68'],
  ['no color', 'no color'],
])('%s has six digits in lower case: %s', (color, long) => {
  expect(longColor(color)).toBe(long);
});

test.each([
  ['#ffffff', '#000000', 21],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
  ['#0b5a68', '#fcfcfb', 7.6],
])('the contrast of %s and %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

test.each([
  ['#000000', '#ffffff', 0.25, '#bfbfbf'],
  ['#ff0000', '#0000ff', 0.75, '#bf0040'],
  ['#ff0000', '#0000ff', 0, '#0000ff'],
])('%s on %s, %d of it, is %s', (color, background, amount, made) => {
  expect(mixed(color, background, amount)).toBe(made);
});

test.each([
  ['#0b5a68', '#1b2023', 7, '#17bad7'],
  ['#ffd400', '#f3f4f2', 4.5, '#856e00'],
  ['#ffffff', '#ffffff', 4.5, '#757575'],
  ['#000000', '#000000', 4.5, '#757575'],
  ['#ff0000', '#ffffff', 3.9, '#ff0000'],
  ['#777777', '#000000', contrast('#777777', '#000000'), '#777777'],
  ['#777777', '#808080', 21, '#000000'],
  ['#777777', '#747474', 21, '#ffffff'],
  ['#777777', '#000000', 21, '#ffffff'],
  ['#ff0000', '#ffffff', 21, '#000000'],
])('the color like %s that is readable on %s at %d:1 is %s', (color, background, least, found) => {
  expect(readable(color, background, least)).toBe(found);
});
