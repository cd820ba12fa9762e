/* cspell:disable */
import { expect, test } from 'vitest';
import { hasNumbers, termOf, termsAsked, termsOf, wordsIndexed } from '#diagnose/search/terms.ts';

/** A text as the words that the search compares. */

test.each([
  ['Retries', 'retri'],
  ['retry', 'retri'],
  ['retried', 'retri'],
  ['retrying', 'retry'],
  ['closed', 'clos'],
  ['closes', 'clos'],
  ['close', 'clos'],
  ['bytes', 'byt'],
  ['keys', 'key'],
  ['gas', 'gas'],
  ['used', 'used'],
  ['12345s', '12345'],
  ['12345', '12345'],
  ['The', undefined],
  ['', undefined],
  ['a'.repeat(40), 'a'.repeat(40)],
  ['a'.repeat(41), undefined],
])('%j is %j', (word, term) => {
  expect(termOf(word)).toBe(term);
});

test('words are letters, marks and digits of any language', () => {
  expect(termsOf('Größe: 5-mal (its_too) большой, कारण!')).toEqual(['größ', '5', 'mal', 'too', 'большой', 'कारण']);
});

test('constants are indexed as one word and as several', () => {
  expect(wordsIndexed('A_B: see KEY_2_LOST or key_lost, X_ and K')).toEqual([
    ...['=ab', '=key2lost'],
    ...['A', 'B', 'see', 'KEY', '2', 'LOST', 'or', 'key', 'lost', 'X', 'and', 'K'],
  ]);
});

const known = new Set(['=keylost', 'readtimeout', 'openapi', 'tim']);

test.each([
  ['key lost', 'key lost'],
  ['a KEY_LOST twice: KEY_LOST', '=keylost =keylost twic'],
  ['KEY_GONE', 'key gone'],
  ['OpenAPI ReadTimeout', 'openapi readtimeout'],
  ['ConnectTimeout TLSCertError HeaderTIMEOUT', 'connect timeout tls cert header timeout'],
  ['SocketException: ReadError, UnknownErrors', 'socket read unknown error'],
  ['  TLSCertError ', 'tls cert error'],
  ['Error Exception', 'error exception'],
  [
    'a.b.ConnectTimeout (a.b.ConnectTimeout) a.b.connect A.ConnectTimeout a.Connect',
    'connect timeout connect timeout b connect connect timeout connect',
  ],
  ['dial tcp 10.0.0.5:9000: refused', 'dial tcp refus'],
  ['at bot-7.default.svc, in bot.svc and a.default.svc', 'bot svc default svc'],
  ['http://bot:9000/agents wss://eu.bot.example:1/ws?x=1', 'agent ws x 1'],
  ['ann@mail.bot.example Abc.def.ghi', 'ann mail bot exampl abc def ghi'],
  ['localhost:8001 in:404 9000', 'localhost 404 9000'],
  ['2026-11-20 10:11:12,345 2026-11-20T10:11:12.123456Z 1.2 404', '345 1 2 404'],
])('%j is searched as %s', (text, terms) => {
  expect(termsAsked(text, (term) => known.has(term)).join(' ')).toBe(terms);
});

test.each([
  ['10.0.0.5:9000', true],
  ['localhost:8001', true],
  ['2026-11-20T10:11:12.123456Z', true],
  ['10:11:12', true],
  ['24/7 in:404 1.2 v2', false],
])('%j has an address, a date or a time: %s', (text, has) => {
  expect(hasNumbers(text)).toBe(has);
});
