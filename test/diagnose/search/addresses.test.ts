/* cspell:disable */
import { expect, test } from 'vitest';
import { byUri, lastPart } from '#diagnose/search/by-uri.ts';
import { answerOf, lookup } from '../tables/shop.ts';

/** Addresses in a text, and the types that they name. */

test.each<[string, string?]>([
  ['https://shop.example/errors/token-expired', 'its type URI: 0, isIdentity'],
  ['see https://shop.example/errors/token-expired#old, or errors/NO_STOCK.', 'their type URIs: 0 2'],
  ['https:\\/\\/shop.example\\/errors\\/token-invalid', 'its type URI: 1, isIdentity'],
  ['https%3A%2F%2Fshop.example%2Ferrors%2Fout-of-stock', 'its type URI: 2, isIdentity'],
  ['HTTPS://SHOP.EXAMPLE/ERRORS/TOKEN-EXPIRED', 'its type URI: 0, isIdentity'],
  ['/errors/status/401', 'the status 401 Unauthorized: 1 0, status 401, page status/401'],
  ['https://shop.example/errors/status/402', 'the status 402: , status 402'],
  ['/errors/category/tokens', 'the category Tokens: 0 1, page category/tokens'],
  ['errors/category/nothing'],
  ['/errors/route/get-orders', 'the route GET /orders: 3 1, page route/get-orders'],
  ['/errors/route/nothing'],
  ['errors/xroute/get-orders'],
  ['errors/route'],
  ['errors/auth-error'],
  ['errors/session-over'],
  ['errors/.token-expired'],
  ['xerrors/token-expired'],
  ['x errors/token-expired errors/token-expired', 'its type URI: 0, isIdentity'],
  ['https://shop.example/errors/no-such', 'a type URI that no type has: '],
  ['https://other.example/errors/no-such'],
  ['see https://shop.example/errors/no-such'],
  ['https://shop.example/errors', 'the address of all problem types: 0 1 2 3 4 5 6 7'],
  ['https://shop.example/errors/).', 'the address of all problem types: 0 1 2 3 4 5 6 7'],
  ['see https://shop.example/errors?', 'the address of all problem types: 0 1 2 3 4 5 6 7'],
  ['https://shop.example/errors-x'],
  ['urn:shop:closed', 'its type URI: 5, isIdentity'],
  ['see ([urn:shop:closed]).', 'its type URI: 5, isIdentity'],
  ['{"type":"urn:shop:closed"} and errors/token-expired', 'their type URIs: 5 0'],
  ['urn:shop:closed-x'],
  [`urn:shop:closed?${'x'.repeat(1984)}`, 'its type URI: 5, isIdentity'],
  [`urn:shop:closed?${'x'.repeat(1985)}`],
])('byUri reads %j', (text, answer) => {
  expect(answerOf(byUri(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['https://a/b/depot-full.html?x/y#z', 'depot-full'],
  [' /a/bcd/ ', 'bcd'],
  ['urn:a:bcd', 'bcd'],
  ['a+b:bcd', 'bcd'],
  ['~/x.y/abc.tar.gz', 'abc'],
  ['a/b/abc?d/e\nf', undefined],
  ['abc', undefined],
  ['a/bc', undefined],
  ['a/b cde', undefined],
  ['(a:b)/abc', undefined],
  ['é/abc', undefined],
  ['1a:abc', undefined],
  ['a/abé', undefined],
  ['a/éabc', undefined],
  ['a/abc-é', undefined],
  ['', undefined],
  [`x/${'y'.repeat(1994)}/abc`, 'abc'],
  [`x/${'y'.repeat(1995)}/abc`, undefined],
])('the last part of %j', (address, part) => {
  expect(lastPart(address)).toBe(part);
});
