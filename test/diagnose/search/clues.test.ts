/* cspell:disable */
import { expect, test } from 'vitest';
import { byClues, byLastOfChain } from '#diagnose/search/by-clues.ts';
import { byTitle } from '#diagnose/search/by-name.ts';

import { answerOf, lookup } from '../tables/shop.ts';

/** What a text says of the exchange around a problem. */

test.each<[string, string?]>([
  ['AuthError: 401', 'the status 401 and the exception: 1 0, status 401'],
  [
    '{"DownstreamStatus":401,"RequestMethod":"POST","RequestPath":"/orders","size":404}',
    'the status 401 and the route: 0 1, status 401',
  ],
  ['503 ms, POST /orders, status_code: "401"', 'the status 401 and the route: 0 1, status 401'],
  ['POST /orders 401', 'the status 401 and the route: 0 1, status 401'],
  ['AuthError at POST https://h/orders', 'the route and the exception: 1 0'],
  ['409 in TokenError'],
  ['404 at /orders/7 by AuthError', 'the status 404 and the route: 3, status 404'],
  ['Sorry, no access today (401)', 'the message of a client and the status 401: 1, status 401'],
  ['Sorry, no access today'],
  ['401'],
  ['AuthError and TokenError'],
  ['x AuthErrors 401'],
  ['503 TokenError at /orders/own'],
  ['Login failed: 401 GET /orders/7', 'the message of a client, the status 401 and the route: 0, status 401'],
  [`${' '.repeat(3996)}AuthError: 401`],
  ['httpError 409 DELETE /orders'],
  ['NoneError TokenError 400', 'the status 400 and the exception: 1, status 400'],
  ['Sorry 401'],
  ['Sorry, no access today, POST 401', 'the message of a client and the status 401: 1, status 401'],
  ['token_age POST 401'],
])('byClues reads %j', (text, answer) => {
  expect(answerOf(byClues(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['AuthError: Login failed: Token Expired', 'its name: 0, isIdentity, isWords'],
  ['a.b.Exception: The token is invalid', 'its detail text: 1, also 0, isIdentity'],
  ['Error: x: y'],
  ['AuthErrors: Token Expired'],
  ['Token Expired'],
  ['x AuthError: Token Expired'],
  [`Error: ${'x'.repeat(478)}: Token Expired`, 'its name: 0, isIdentity, isWords'],
  [`Error: ${'x'.repeat(480)}: Token Expired`],
  ['Error: Token Expired: y'],
  ['Error:Token Expired'],
  ['Error: no bread left'],
  [': Error: Token Expired'],
])('byLastOfChain reads %j', (text, answer) => {
  expect(answerOf(byLastOfChain(lookup, text, byTitle))).toBe(answer);
});
