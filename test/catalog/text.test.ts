import { expect, test } from 'vitest';
import { anchorOf, dotted, escapeHtml, escapeText, proseIn, statusesText, withProse } from '#catalog/text.ts';

/** Texts for HTML, of statuses and of patterns, and the prose of an entry. */

test('signs that HTML gives a meaning are escaped, quotes in attributes alone', () => {
  const text = `<a href="/?a&b">'&&'</a>`;
  expect(escapeHtml(text)).toBe(`&lt;a href=&quot;/?a&amp;b&quot;&gt;'&amp;&amp;'&lt;/a&gt;`);
  expect(escapeText(text)).toBe(`&lt;a href="/?a&amp;b"&gt;'&amp;&amp;'&lt;/a&gt;`);
});

test.each([
  ['How long the wait is', 'how-long-the-wait-is'],
  ['«Naïve» uses: who, where?', 'naïve-uses-who-where'],
  ['Retry 3 times', 'retry-3-times'],
  ['त्रुटि का कारण', 'त्रुटि-का-कारण'],
  ['3 times', 's-3-times'],
  ['?', 's-'],
])('the anchor of %j is %s', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor);
});

test.each([
  [[404], '404'],
  [[400, 422, 409], '400 or 422 or 409'],
  [[], 'any status'],
])('the statuses %j are %s', (statuses, text) => {
  expect(statusesText(statuses, { anyStatus: 'any status', or: ' or ' })).toBe(text);
});

test('variable parts of a pattern are dots', () => {
  expect(dotted('* has {count} of {max_2} {a}, not {Max}, {1a}, {aB}, {} or {a b}**')).toBe(
    '… has … of … …, not {Max}, {1a}, {aB}, {} or {a b}……',
  );
});

const code = [
  ...['code', 'example', 'documented', 'request', 'answers', 'items', 'monitor', 'headers', 'clients', 'aliases'],
  ...['asked', 'references', 'title', 'titles', 'category'],
];
const entry = {
  summary: 'What it is.',
  word: ' word ',
  link: '[word](./a)',
  nothing: null,
  count: 7,
  list: ['a b', { step: 'c d', code: 'e f', codes: ['g h'] }],
  barcode: 'i j',
  ...Object.fromEntries(code.map((name) => [name, 'no prose'])),
};

test('the prose of an entry is found with the way to it', () => {
  expect([...proseIn(entry)]).toEqual([
    ['summary', 'What it is.'],
    ['link', '[word](./a)'],
    ['list[0]', 'a b'],
    ['list[1].step', 'c d'],
    ['list[1].codes[0]', 'g h'],
    ['barcode', 'i j'],
  ]);
  expect([...proseIn('a text alone')]).toEqual([['', 'a text alone']]);
});

test('the prose of an entry is changed, and nothing else', () => {
  expect(withProse(entry, (text) => text.toUpperCase())).toEqual({
    ...entry,
    summary: 'WHAT IT IS.',
    word: ' WORD ',
    link: '[WORD](./A)',
    list: ['A B', { step: 'C D', code: 'e f', codes: ['G H'] }],
    barcode: 'I J',
  });
});
