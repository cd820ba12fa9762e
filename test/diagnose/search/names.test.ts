/* cspell:disable */
import { expect, test } from 'vitest';
import {
  byName,
  byNameInWords,
  byNameWithin,
  byStartOfName,
  byTitle,
  byTypo,
  byWordsOfName,
  nearest,
} from '#diagnose/search/by-name.ts';
import { answerOf, lookup } from '../tables/shop.ts';

/** Names in a text, and the types that have them. */

test.each<[string, string?]>([
  ['token-expired', 'its name: 0, isIdentity, isWords'],
  ['TOKEN_EXPIRED', 'its name: 0, isIdentity, isWords'],
  ['AUTH_401_OLD', 'another name: 0, isIdentity, isWords'],
  ['Session Over', 'a title that the server sends: 0, isWords'],
  ['AuthError', 'an exception class: 0 1, isWords'],
  ['TokenError', 'an exception class: 1, isWords'],
  ['shop.NoStockError("x")', 'another name: 2, isIdentity, isWords'],
  ['"title": "Out of Stock",', 'its name: 2, isIdentity, isWords'],
  ['nothing'],
  ['Order not found', 'its name: 3, isIdentity, isWords'],
  ['twins', 'another name: 7, also 6, isIdentity, isWords'],
  ['-', undefined],
])('byName reads %j', (text, answer) => {
  expect(answerOf(byName(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['token expired', 'its name: 0, isIdentity, isWords'],
  ['Token-Invalid!', 'its name: 1, isIdentity, isWords'],
  ['Session Over'],
  ['NO_STOCK'],
  ['AuthError'],
  ['nothing'],
])('byTitle reads %j', (text, answer) => {
  expect(answerOf(byTitle(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['x code=NO_STOCK y', 'another name: 2, isIdentity'],
  ['a tokenExpired b', 'its name: 0, isIdentity'],
  ['see token-expired now', 'its name: 0, isIdentity'],
  ['token expired'],
  ['the shop-Closed, or NO_STOCK', 'its name: 5, isIdentity'],
  ['raised AuthError here', 'an exception class: 0 1'],
  ['x_y NO_STOCK', 'another name: 2, isIdentity'],
  [`${'x'.repeat(81)}_NO_STOCK`],
])('byNameWithin reads %j', (text, answer) => {
  expect(answerOf(byNameWithin(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['how do I fix token expired?', 'its name: 0, isWords'],
  ['token expired order not found', 'its name: 3, isWords, isGuess'],
  ['what is: out of stock', 'its name: 2, isWords'],
  ['bread is out of stock', 'its name: 2, isWords, isGuess'],
  ['not found'],
  ['the session over there', 'a title that the server sends: 0, isWords'],
  ['auth error here'],
  ['token'],
  ['out-of-stock AND token-invalid', 'its name: 2, isWords, isGuess'],
  [`${'x'.repeat(390)} token expired`],
  [`${'x'.repeat(386)} token expired`, 'its name: 0, isWords, isGuess'],
  ['one two three four five order not found', 'its name: 3, isWords, isGuess'],
  ['first twin and other twin', 'its name: 6, isWords, isGuess'],
])('byNameInWords reads %j', (text, answer) => {
  expect(answerOf(byNameInWords(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['expired token', 'the words of its name: 0, isWords'],
  ['Found order, not', 'the words of its name: 3, isWords'],
  ['stock'],
  ['over session'],
  ['stock no', 'the words of its name: 2, isWords'],
  ['invalid-token', 'the words of its name: 1, isWords'],
  ['expired token x'],
  [`${'x'.repeat(90)} expired token`],
  ['  expired -- TOKEN ', 'the words of its name: 0, isWords'],
  ['', undefined],
])('byWordsOfName reads %j', (text, answer) => {
  expect(answerOf(byWordsOfName(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['token', 'the beginning of its name: 1 0'],
  ['Token-E', 'the beginning of its name: 0'],
  ['orde'],
  ['authe'],
  ['aut'],
  ['NO_ST'],
  ['sessi', 'the beginning of its name: 0'],
])('byStartOfName reads %j', (text, answer) => {
  expect(answerOf(byStartOfName(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['tokn-expired', 'a name spelled nearly so: 0'],
  ['token-expirde', 'a name spelled nearly so: 0'],
  ['tokenexpred', 'a name spelled nearly so: 0'],
  ['token-expxyzd'],
  ['no_stok', 'a name spelled nearly so: 2'],
  ['shop closd', 'a name spelled nearly so: 5'],
  ['AuthErro'],
  ['Sesion Over', 'a name spelled nearly so: 0'],
  ['out of stok', 'a name spelled nearly so: 2'],
  ['toke-invalid', 'a name spelled nearly so: 1'],
  ['stoc'],
  [`${'x'.repeat(101)}`],
  ['token-expire', 'a name spelled nearly so: 0'],
  ['token-invalidd', 'a name spelled nearly so: 1'],
  ['oldorder', 'a name spelled nearly so: 4'],
  ['shop-closedxx', 'a name spelled nearly so: 5'],
  ['twinz', 'a name spelled nearly so: 7 6'],
  ['no_stock_xx', undefined],
  ['stapler-bb', 'a name spelled nearly so: 7'],
  ['stapler-ca', 'a name spelled nearly so: 6'],
  ['stapler-ac', 'a name spelled nearly so: 6 7'],
])('byTypo reads %j', (text, answer) => {
  expect(answerOf(byTypo(lookup, text))).toBe(answer);
});

test.each([
  ['token', [0, 1]],
  ['tokn-expird', [0]],
  ['the expired token', [0, 1]],
  ['order stock', [2, 3, 4]],
  ['orders closed', [5]],
  ['out of stokk', [2]],
  ['to', []],
  ['not', []],
  ['old', [4]],
  ['ol', []],
  ['lots of bread', []],
  ['the old old order', [4, 3]],
  ['xyzxyz', []],
])('nearest to %j', (text, types) => {
  expect(nearest(lookup, text)).toEqual(types);
});
