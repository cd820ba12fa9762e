/* cspell:disable */
import { expect, test } from 'vitest';
import { longest, resolver } from '#diagnose/search/resolve.ts';
import { answerOf, shop } from '../tables/shop.ts';

/** Which reading of a text counts, and what is added to it. The words of the text stand for what the search through all words finds. */

const search = (text: string, among: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7]) => ({
  types: /some|^token-expired$/.test(text) ? [3, 0, 2].filter((at) => among.includes(at)) : [],
  isWhole: /whole|^token-expired$/.test(text),
});
const { resolve, near } = resolver(shop, search);
const nothing = 'some of the words: , isGuess';

const rows: [text: string, answer: string][] = [
  ['', nothing],
  ['  token-expired\n', 'its name: 0, isIdentity, isWords'],
  ['twins', 'another name: 7, also 6, isIdentity, isWords'],
  ['{"type":"urn:shop:closed"}', 'the type of the response: 5, isIdentity, isResponse, the text'],
  ['X-Stock: 0', 'the header field X-Stock: 2 3'],
  ['X-Stock: some whole', 'the header field X-Stock: 3 2'],
  // What an exception prints: a name and a detail text, which counts among the types of that name.
  ['AuthError: Token Expired', 'its name: 0, isIdentity, isWords'],
  ['AuthError: nothing', 'an exception class: 0 1, isWords'],
  ['TokenError: The token is invalid', 'its detail text: 1, also 0, isIdentity'],
  ['Session Over: The token is invalid', 'its detail text: 0'],
  ['Session Over:   The token\nis invalid', 'its detail text: 0'],
  ['x Session Over: The token is invalid', 'its detail text: 1, also 0, isIdentity'],
  ['<Session Over: The token is invalid', 'its detail text: 1, also 0, isIdentity'],
  ['Twins: The token has expired', 'its detail text: 0, isIdentity'],
  ['raised AuthError at 401', 'the status 401 and the exception: 1 0, status 401'],
  ['session over', 'a title that the server sends: 0, isWords'],
  // A status, and words among its types.
  ['401', 'the status 401 Unauthorized: 1 0, status 401, page status/401'],
  ['404 some', 'the status 404 and words: 3, isGuess'],
  ['404 some whole', 'the status 404 and words: 3'],
  [`404 ${'some '.repeat(40)}`, 'the status 404 and words: 3, isGuess'],
  [`404 ${'some '.repeat(39)}somex`, 'the status 404 and words: 3, isGuess'],
  [`404 ${'some '.repeat(41)}`, 'the status 404 Not Found: 3 4, status 404, page status/404, isGuess'],
  ['404 others', 'the status 404 Not Found: 3 4, status 404, page status/404, isGuess'],
  ['402 others', nothing],
  ['The token is invalid', 'its detail text: 1, also 0, isIdentity'],
  ['token_age', 'the mention of token_age: 0'],
  // A route that no type answers, unless its last part is a name.
  ['POST /nothing', 'the route POST /nothing: '],
  ['DELETE /nothing/token-expired', 'the route DELETE /nothing/token-expired: '],
  ['https://other.example/x/out-of-stock', 'the last part of the address: 2'],
  ['https://other.example/x/out-of-stok', 'the last part of the address: 2'],
  ['https://other.example/x/out', nothing],
  ['https://shop.example/errors/tokn-expired', 'the last part of the address: 0'],
  ['log: order 7 was not found, sorry', 'its detail text: 3, isIdentity'],
  ['x NO_STOCK y', 'another name: 2, isIdentity'],
  ['tokn expired', 'a name spelled nearly so: 0'],
  ['expired token', 'the words of its name: 0, isWords'],
  ['no access today', 'a part of the message of a client: 1, isWords'],
  ['conflikt', 'the status 409 Conflict: 2 4, status 409, page status/409, isWords'],
  // To words belongs what has all of them.
  ['how is order not found some whole', 'its name: 3, also 0 2, isWords, isGuess'],
  ['how is order not found some', 'its name: 3, isWords, isGuess'],
  ['some whole words', 'words: 3 0 2, isGuess, isWords'],
  ['some whole words 409', 'words: 2, isGuess, isWords, status 409'],
  ['some whole words 503', 'the status 503 Service Unavailable: 5, status 503, page status/503, isGuess'],
  ['whole words', nothing],
  ['some words', 'some of the words: , also 3 0 2, isGuess'],
  ['No bread left', 'its detail text: 2, isGuess'],
  ['tokene', 'the beginning of its name: 0, isGuess'],
];

test.each(rows)('%j', (text, answer) => {
  expect(answerOf(resolve(text))).toBe(answer);
});

test('blanks around a text change nothing', () => {
  for (const [text, answer] of rows) expect(answerOf(resolve(`\n  ${text} \n`)), text).toBe(answer);
});

test('a title that reads like an error counts as a title, and as a part of a longer text as words', () => {
  const title = 'AuthError of Status 401';
  const types = shop.types.map((type, at) => (at === 1 ? { ...type, title } : type));
  const named = resolver({ ...shop, types }, search);
  expect(answerOf(named.resolve(title))).toBe('its title: 1, isIdentity, isWords');
  expect(answerOf(named.resolve(`${title} today`))).toBe('the status 401 and the exception: 1 0, status 401');
});

test('a long text counts as far as it is looked at', () => {
  expect(longest).toBe(262_144);
  const urn = 'urn:shop:closed';
  const at = (start: number) => answerOf(resolve(`${'x '.repeat(start / 2)}${urn}`));
  expect([at(longest - 16), at(longest - 14)]).toEqual(['its type URI: 5, isIdentity', nothing]);
});

test('names that are near, also to the last part of an address', () => {
  expect(['https://x/a/token-expirez', 'the old order', 'xyz'].map(near)).toEqual([[0, 1], [4, 3], []]);
});
