import { expect, test } from 'vitest';
import { marked, type Piece, snippet } from '#diagnose/search/snippet.ts';

/** Which words of a text are marked, and which part of a long one is shown. Marks stand in square brackets. */

const told = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('|');
const terms = new Set(['depot', 'full', 'token', 'कारण']);

test.each([
  ['', ''],
  ['nothing here', 'nothing here'],
  ['depot', '[depot]'],
  ['Depot full', '[Depot full]'],
  ['depot  full', '[depot]|  |[full]'],
  ['depot-full', '[depot]|-|[full]'],
  ['depot ', '[depot]| '],
  [' depot', ' |[depot]'],
  ['depot is full.', '[depot]| is |[full]|.'],
  ['depot x', '[depot]| x'],
  ['the depot full token of', 'the |[depot full token]| of'],
  ['त्रुटि का कारण', 'त्रुटि का |[कारण]'],
  // Small words are no terms, whatever is asked for.
  ['the', 'the'],
])('the words of %j are marked as %s', (text, expected) => {
  expect(told(marked(text, terms))).toBe(expected);
});

const words = (count: number) => 'lorem '.repeat(count);

test.each([
  ['one of 110 characters is whole', `${'x'.repeat(104)} depot`, `${'x'.repeat(104)} |[depot]`],
  ['one without the words begins at its start', words(20), `${'lorem '.repeat(17)}lorem …`],
  ['a single word is cut', 'x'.repeat(111), `${'x'.repeat(110)} …`],
  [
    'a word in the first half leaves the start',
    `${words(9)}depot ${words(20)}`,
    `${words(9)}|[depot]| ${'lorem '.repeat(7)}lorem …`,
  ],
  [
    'a word in the second half is shown with some 25 characters before it',
    `${words(10)}depot ${words(20)}`,
    `… ${'lorem '.repeat(5)}|[depot]| ${'lorem '.repeat(11)}lorem …`,
  ],
  ['the end of a text has no dots', `${words(20)}depot`, `… ${'lorem '.repeat(5)}|[depot]`],
  [
    'the part with most words counts, each once in any case',
    `depot Depot DEPOT ${words(20)}full token-x ${words(20)}`,
    `… ${'lorem '.repeat(5)}|[full token]|-x ${'lorem '.repeat(10)}lorem …`,
  ],
  [
    'of equal parts the first is shown',
    `${words(11)}depot ${words(30)}full ${words(20)}`,
    `… ${'lorem '.repeat(5)}|[depot]| ${'lorem '.repeat(11)}lorem …`,
  ],
])('%s', (_, text, expected) => {
  expect(told(snippet(text, terms))).toBe(expected);
});
