/* cspell:disable */
import { expect, test } from 'vitest';
import {
  byCode,
  byDetail,
  byDetailWithin,
  byHeader,
  byLongDetailWithin,
  byLongestDetailWithin,
  byPartOfDetail,
  byVagueDetail,
} from '#diagnose/search/by-text.ts';
import { answerOf, lookup } from '../tables/shop.ts';

/** Texts of `detail`, header fields and identifiers, and the types that they name. */

test.each<[string, string?]>([
  ['The token has expired', 'its detail text: 0, isIdentity'],
  ['detail: "The token has expired"', 'its detail text: 0, isIdentity'],
  ['"detail" = the TOKEN has expired', 'its detail text: 0, isIdentity'],
  ["'The token is invalid',", 'its detail text: 1, also 0, isIdentity'],
  ['x detail: The token is invalid'],
  ['No bread left'],
  ['No * left'],
  ['Only 2 of the item x are left in stock', 'its detail text: 2, isIdentity'],
  ['Token of Ana ended 3 days ago', 'its detail text: 0, isIdentity'],
  ['No bread left. Only 2 of the item x are left in stock now and left'],
  ['Login failed: nope', 'the message of a client: 0'],
  ['Th'],
  ['No  left'],
  ['Sorry, no access today', 'the message of a client: 1'],
  ['token'],
  ['Order 7 was not found', 'its detail text: 3, isIdentity'],
  [`Order ${'7'.repeat(8000)} was not found`],
  ["detail'x: The token is invalid"],
  ['The detail: token is invalid'],
  ["the token is 'invalid'"],
  ["'the' token is invalid"],
  ['Token of Only 2 of the item x are left in stock ended 3 days ago', 'its detail text: 2, also 0, isIdentity'],
  ['x Only 2 of the item y are left in stock'],
  ['odd', 'its detail text: 5'],
  ['Closed now', 'its detail text: 5, isIdentity'],
])('byDetail reads %j', (text, answer) => {
  expect(answerOf(byDetail(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['No bread left', 'its detail text: 2'],
  ['nothing'],
  ['Login failed: x', 'the message of a client: 0'],
  [`No ${'x'.repeat(8000)} left`],
])('byVagueDetail reads %j', (text, answer) => {
  expect(answerOf(byVagueDetail(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['x the token has expired y', 'its detail text: 0, isIdentity'],
  ['Sorry, no access today!', 'the message of a client: 1'],
  ['a No b left c'],
  ['x: Order 7 was not found.', 'its detail text: 3, isIdentity'],
  ['x closed now y', 'its detail text: 5, isIdentity'],
  [`${'x'.repeat(8000)} the token has expired`],
])('byDetailWithin reads %j', (text, answer) => {
  expect(answerOf(byDetailWithin(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([['x the token has expired y', 'its detail text: 0, isIdentity'], ['x: Login failed: y']])(
  'byLongDetailWithin reads %j',
  (text, answer) => {
    expect(answerOf(byLongDetailWithin(lookup, text))).toBe(answer);
  },
);

test.each<[string, string?]>([['x the token has expired y']])('byLongestDetailWithin reads %j', (text, answer) => {
  expect(answerOf(byLongestDetailWithin(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['token has expired', 'a part of its detail text: 0, isWords'],
  ['of the item', 'a part of its detail text: 2, isWords'],
  ['Order 7 was not', 'a part of its detail text: 3, isWords'],
  ['Sorry, no access...', 'a part of the message of a client: 1, isWords'],
  ['the tok'],
  ['a token is invalid'],
  ['no access today…', 'a part of the message of a client: 1, isWords'],
  ['is inva lid'],
  ['thetokenhas'],
  ['The token'],
  ['Sorry, no… access'],
  ['of the ite', 'a part of its detail text: 2, isWords'],
  ['of the it'],
])('byPartOfDetail reads %j', (text, answer) => {
  expect(answerOf(byPartOfDetail(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['WWW-Authenticate', 'the header field WWW-Authenticate: 1 0'],
  ['www-authenticate: Bearer', 'the header field WWW-Authenticate: 1 0'],
  ['-H "WWW-Authenticate: Bearer error="', 'the header field WWW-Authenticate: 1 0'],
  ['--header X-Stock', 'the header field X-Stock: 3 2'],
  ['X-Stock: 0', 'the header field X-Stock: 2 3'],
  ['X-Stock: 7', 'the header field X-Stock: 3 2'],
  ['Retry-After: 7', 'the header field Retry-After: 5'],
  ['"retry-after"', 'the header field Retry-After: 5'],
  ['X-Other: a'],
  ['WWW-Authenticate x'],
  ['the X-Stock'],
  ['WWW-Authenticate: Basic', 'the header field WWW-Authenticate: 1 0'],
  ['retry-after : 7', 'the header field Retry-After: 5'],
  ['-Hx X-Stock'],
  ['X-Stock:\n0', 'the header field X-Stock: 2 3'],
  ['X-Stock: 0 of 7', 'the header field X-Stock: 2 3'],
  ['X-Stock: x 0', 'the header field X-Stock: 3 2'],
  ['WWW-Authenticate: error="invalid_token"', 'the header field WWW-Authenticate: 1 0'],
  ['WWW-Authenticate: Bearer e', 'the header field WWW-Authenticate: 1 0'],
  ['X-Stock: a:0', 'the header field X-Stock: 3 2'],
])('byHeader reads %j', (text, answer) => {
  expect(answerOf(byHeader(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['token_age', 'the mention of token_age: 0'],
  ['`token_age` = 12', 'the mention of token_age: 0'],
  ['"space_left": 3,', 'the mention of space_left: 2'],
  ['client.check(x);', 'the mention of client.check: 1'],
  ['client.check(x) y'],
  ['check'],
  ['x.Authorization', 'the mention of x.Authorization: 1 0'],
  ['authorization'],
  ['Authorization', 'the mention of Authorization: 1 0'],
  ['Authorization: Bearer a b'],
  ['token_age is'],
  ['.token_age', 'the mention of token_age: 0'],
  ['shop.check('],
  ['tokenAge', 'the mention of tokenAge: 0'],
  ['"token_age",', 'the mention of token_age: 0'],
  ['(token_age)'],
  ['client.check(xy)', 'the mention of client.check: 1'],
  ['token_age is = 3'],
  ['token_age\nis'],
])('byCode reads %j', (text, answer) => {
  expect(answerOf(byCode(lookup, text))).toBe(answer);
});
