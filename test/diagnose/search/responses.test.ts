/* cspell:disable */
import { expect, test } from 'vitest';
import { byPaste } from '#diagnose/search/by-paste.ts';
import { answerOf, lookup } from '../tables/shop.ts';

/** Responses in a text, and the types that they name. */

test.each<[string, string?]>([
  ['token-expired'],
  [
    '{"type":"urn:shop:closed","title":"Token Expired"}',
    'the type of the response: 5, isIdentity, isResponse, the text',
  ],
  [
    '{"type":"about:blank","title":"Token Expired","status":401}',
    'the text of the response: 0, isIdentity, isResponse, the text',
  ],
  [
    '{"title":"Token Expired","status":404}',
    'the status 404 of the response: 3 4, status 404, page status/404, isResponse, the text',
  ],
  ['{"title":"Session Over"}', 'the text of the response: 0, isIdentity, isResponse, the text'],
  ['{"code":"NO_STOCK","detail":"x"}', 'the text of the response: 2, isIdentity, isResponse, the text'],
  ['{"code":"xNO_STOCK","code2":"NO_STOCKx","code3":"NOSTOCK"}'],
  ['{"code":"AUTH_401_OLD","status":401}', 'the text of the response: 0, isIdentity, isResponse, the text'],
  ['{"code":"AUTH_401_OLD","status":404}'],
  ['{"detail":"The token is invalid","status":400}', 'the text of the response: 1, isIdentity, isResponse, the text'],
  ['{"detail":"The token is invalid","status":401}', 'the text of the response: 1, isIdentity, isResponse, the text'],
  [
    '{"detail":"The token is invalid","title":"Token Expired"}',
    'the text of the response: 1, isIdentity, isResponse, the text',
  ],
  ['{"message":"The token is invalid"}', 'the text of the response: 1, isIdentity, isResponse, the text'],
  ['{"error":"Out of Stock"}', 'the text of the response: 2, isIdentity, isResponse, the text'],
  [
    '{"error":"No bread","message":"Order 7 was not found"}',
    'the text of the response: 3, isIdentity, isResponse, the text',
  ],
  ['{"detail":"401 Unauthorized"}', 'the text of the response: 1 0, isResponse, the text'],
  ['{"detail":"405"}', 'the status 405 Method Not Allowed: , status 405, page status/405, isResponse, the text'],
  [
    '{"type":"x","status":409}',
    'the status 409 of the response: 2 4, status 409, page status/409, isResponse, the text',
  ],
  [
    '{"title":"x","status":400}',
    'the status 400 of the response: 1, status 400, page status/400, isResponse, the text',
  ],
  ['{"detail":"x","status":402}', 'the status 402 of the response: , status 402, isResponse, the text'],
  ['{"x":1,"status":409}'],
  ['{"detail":"x","status":399}'],
  ['{"detail":"x","status":404.5}'],
  ['HTTP/1.1 401 X\n\nx', 'the status 401 of the response: 1 0, status 401, page status/401, isResponse'],
  ['HTTP/1.1 302 X\n\nx'],
  ['HTTP/1.1 400 X\n\n', 'the status 400 of the response: 1, status 400, page status/400, isResponse'],
  [
    'HTTP/1.1 404 X\n\nHTTP/1.1 200 Y\n\nx',
    'the status 404 of the response: 3 4, status 404, page status/404, isResponse',
  ],
  [
    'HTTP/1.1 404 X\n\nHTTP/1.1 409 Y\n\n{"a":1}',
    'the status 409 of the response: 2 4, status 409, page status/409, isResponse',
  ],
  [
    '<problem xmlns="urn:ietf:rfc:7807"><type>urn:shop:closed</type></problem>',
    'the type of the response: 5, isIdentity, isResponse, the text',
  ],
  [
    'at 12:00 {"detail":"Order 7 was not found"} x',
    'the text of the response: 3, isIdentity, isResponse, the text, line 1',
  ],
  ['{nothing'],
])('byPaste reads %j', (text, answer) => {
  expect(answerOf(byPaste(lookup, text))).toBe(answer);
});
