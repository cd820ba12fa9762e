// cspell:ignore midnihgt ENOBUS enobus
import { expect, test } from 'vitest';
import type { Document } from '#diagnose/search/documents.ts';
import { fullText } from '#diagnose/search/full-text.ts';

/** Which documents have the words of a text, in order, and how much of it they cover. */

const document = (path: string, parts: Partial<Document>): Document => ({
  kind: 'type',
  title: path,
  path,
  names: [],
  asked: [],
  said: [],
  text: '',
  words: '',
  isIdle: false,
  ...parts,
});

const { search } = fullText([
  document('shop', { asked: ['trade'], text: 'An error of the shop: the server is closed.' }),
  document('shop#night', { kind: 'cause', in: 'shop', title: 'Night', text: 'An error at midnight.' }),
  document('shop#strike', {
    kind: 'cause',
    in: 'shop',
    title: 'Strike',
    asked: ['EBUSY_SHOP'],
    text: 'A server error.',
  }),
  document('bank', { title: 'Bank error', text: 'A server error of the bank.' }),
  document('mint', { kind: 'guide', title: 'Mint', text: 'A special server which mints.' }),
  document('mint#coin', { kind: 'guide', in: 'Mint', title: 'Coins', text: 'Coins are struck at midnight.' }),
  document('old-coin', { isIdle: true, title: 'Coin', text: 'Midnight.' }),
  document('toys', { title: 'Toys', text: 'Constructor sets.' }),
]);

const found = (text: string) =>
  search(text)
    .map(({ id, covered, coveredByName }) => `${id} ${covered.toFixed(2)} ${coveredByName.toFixed(2)}`)
    .join(', ');

test.each([
  ['the', ''],
  ['xyz', ''],
  ['mint server error', '4 0.67 0.33, 3 0.67 0.33, 2 0.67 0.00, 0 0.67 0.00, 1 0.33 0.00'],
  ['trade', '0 1.00 1.00'],
  ['trade midnight', '1 0.50 0.00, 0 0.50 0.50, 5 0.50 0.00, 6 0.50 0.00'],
  ['shop', '0 1.00 1.00, 2 1.00 1.00'],
  ['shop strike', '2 1.00 1.00, 0 0.50 0.50'],
  ['shop error', '0 1.00 0.50, 2 1.00 0.50, 1 1.00 0.50, 3 0.50 0.50'],
  ['midnight', '1 1.00 0.00, 5 1.00 0.00, 6 1.00 0.00'],
  ['midnight 10.0.0.1', '1 0.50 0.00, 5 0.50 0.00, 6 0.50 0.00'],
  ['coin 10:11:12', '5 0.50 0.50, 6 0.50 0.50'],
  ['coin', '5 1.00 1.00, 6 1.00 1.00'],
  ['spec server', '4 1.00 0.00, 2 0.50 0.00, 3 0.50 0.00, 0 0.50 0.00'],
  ['serve spec', '4 1.00 0.00, 2 0.50 0.00, 3 0.50 0.00, 0 0.50 0.00'],
  ['midnihgt', '1 1.00 0.00, 5 1.00 0.00, 6 1.00 0.00'],
  ['EBUSY_SHOP error', '2 1.00 0.50, 3 0.50 0.50, 1 0.50 0.00, 0 0.50 0.00'],
  ['EBUSY', '2 1.00 1.00'],
  ['constructor error', '3 0.50 0.50, 7 0.50 0.00, 2 0.50 0.00, 1 0.50 0.00, 0 0.50 0.00'],
  ['to', ''],
  ['toys to', '7 1.00 1.00'],
])('%j is in %s', (text, hits) => {
  expect(found(text)).toBe(hits);
});

test('the first 24 words of the first 1000 characters are searched', () => {
  const others = (count: number) => Array.from({ length: count }, (_, at) => `zz${at}`).join(' ');
  expect([
    found(`${others(23)} midnight`),
    found(`${others(24)} midnight`),
    found(`${' '.repeat(992)}midnight`),
    found(`${' '.repeat(1000)}midnight`),
  ]).toEqual(['1 0.04 0.00, 5 0.04 0.00, 6 0.04 0.00', '', '1 1.00 0.00, 5 1.00 0.00, 6 1.00 0.00', '']);
});

test('the words that fit are told', () => {
  expect(search('mint midnight').map(({ id, terms }) => [id, ...terms])).toEqual([
    [5, 'mint', 'midnight'],
    [4, 'mint'],
    [1, 'midnight'],
    [6, 'midnight'],
  ]);
});

test.each([
  ['words that people ask with, side by side', 'bus stop today', [1, 0]],
  ['the same words, apart', 'stop of no bus', [0, 1]],
  ['the same words alone', 'bus stop', [0, 1]],
  ['the code of a system', 'closed: ENOBUS', [3, 2]],
  ['the same as a word', 'closed: enobus', [2, 3]],
])('%s: %j', (_, text, order) => {
  const { search: own } = fullText([
    document('a', { title: 'A', asked: ['bus', 'stop'] }),
    document('b', { title: 'B', asked: ['bus stop'] }),
    document('c', { title: 'C', text: 'closed' }),
    document('d', { title: 'D', text: 'ENOBUS' }),
  ]);
  expect(own(text).map(({ id }) => id)).toEqual(order);
});
