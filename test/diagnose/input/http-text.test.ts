import { expect, test } from 'vitest';
import { bytesOf } from '#diagnose/input/bytes.ts';
import { isHttp, parseHttp } from '#diagnose/input/http-text.ts';

/** HTTP messages in a text: status, header fields, body and line of each response, and the request before it. */

const read = (text: string, isText = false) =>
  parseHttp(bytesOf(text), isText).map(({ status, headers, body, bodyMissing, line, method, url }) => [
    status,
    headers.map((field) => field.join('=')).join(' '),
    body,
    line,
    ...(bodyMissing === undefined ? [] : [bodyMissing.split(/[.,]/)[0]]),
    ...(method === undefined ? [] : [`${method} ${url}`]),
  ]);
const missing = 'The body is missing';
const cut = 'The body is cut off';

test.each<[string, unknown[][]]>([
  ['', []],
  ['HTTP/1.1 4041 X\n\na', []],
  ['a\nHTTP/1.1  400\tX\nA: b\n\nc', [[400, 'A=b', 'c', 2]]],
  ['HTTP/1.1 400', [[400, '', '', 1]]],
  ['HTTP/1.1 400 X\nA: b', [[400, 'A=b', '', 1]]],
  ['HTTP/1.1 400 X\nA :  b\n\t c\n  d\n:e\nf\n\ng', [[400, 'A=b c d', 'g', 1]]],
  ['HTTP/1.1 400 X\r\r\nA: b\r\r\n\r\r\nc\r\n', [[400, 'A=b', 'c\r\n', 1]]],
  // What is behind the head of a response that has no body is not its body.
  [
    'HTTP/1.1 100 X\n\na\nHTTP/1.1 400 Y\n\nb',
    [
      [100, '', '', 1],
      [400, '', 'b', 4],
    ],
  ],
  [
    'HTTP/1.1 204 X\n\na\nHTTP/1.1 304 Y\n\nb\nHTTP/1.1 199 Z\n\nc',
    [
      [204, '', '', 1],
      [304, '', '', 4],
      [199, '', '', 7],
    ],
  ],
  ['HTTP/2 204 X\n\n', [[204, '', '', 1, missing]]],
  ['HTTP/1.1 200 X\n\na', [[200, '', 'a', 1]]],
  // The length says where the next message begins, also within a line.
  [
    'HTTP/1.1 400 X\nContent-Length: 3\n\nabcHTTP/1.1 401 Y\n\nd',
    [
      [400, 'Content-Length=3', 'abc', 1],
      [401, '', 'd', 4],
    ],
  ],
  [
    'HTTP/1.1 400 X\nContent-Length: 19\n\nx\nHTTP/1.1 200 Y\n\n\nHTTP/1.1 401 Z\n\na',
    [
      [400, 'Content-Length=19', 'x\nHTTP/1.1 200 Y\n\n\n', 1],
      [401, '', 'a', 8],
    ],
  ],
  [
    'HTTP/1.1 400 X\nContent-Length: 18\n\nx\nHTTP/1.1 200 Y\n\n',
    [[400, 'Content-Length=18', 'x\nHTTP/1.1 200 Y\n\n', 1]],
  ],
  [
    'HTTP/1.1 400 X\nContent-Length: 19\n\nx\nHTTP/1.1 200 Y\n\n',
    [
      [400, 'Content-Length=19', 'x\n', 1],
      [200, '', '', 5],
    ],
  ],
  [
    'HTTP/1.1 400 X\nContent-Length: -3\n\nabHTTP/1.1 200 Y\n\n',
    [[400, 'Content-Length=-3', 'abHTTP/1.1 200 Y\n\n', 1]],
  ],
  [
    'HTTP/1.1 400 X\nContent-Length: 0\n\nHTTP/1.1 401 Y\n\nb',
    [
      [400, 'Content-Length=0', '', 1],
      [401, '', 'b', 4],
    ],
  ],
  // Without a length, HTTP/1.1 has no body, and a later version may have one.
  ['HTTP/1.1 400 X\n\n \n', [[400, '', ' \n', 1]]],
  ['HTTP/2 400 X\n\n \n', [[400, '', ' \n', 1, missing]]],
  ['HTTP/1.1 400 X\nContent-Length: 5\n\n', [[400, 'Content-Length=5', '', 1, missing]]],
  ['HTTP/1.1 400 X\n\n{"a": ...', [[400, '', '{"a": ...', 1, cut]]],
  ['HTTP/1.1 400 X\n\n [1…\n', [[400, '', ' [1…\n', 1, cut]]],
  ['HTTP/1.1 400 X\n\na {b...', [[400, '', 'a {b...', 1]]],
  [
    'HTTP/1.1 400 X\nTransfer-Encoding: gzip, Chunked\n\n\n',
    [[400, 'Transfer-Encoding=gzip, Chunked', '\n', 1, missing]],
  ],
])('%j', (text, messages) => {
  expect(read(text)).toEqual(messages);
});

test.each<[string, string | undefined]>([
  ['GET /a HTTP/1.1', 'GET /a'],
  ['GET \t/a \tHTTP/2 \t', 'GET /a'],
  ['M-SEARCH  https://x/y', 'M-SEARCH https://x/y'],
  ['GET https://x/y is the address', undefined],
  ['GET /a', undefined],
  ['get /a HTTP/1.1', undefined],
  ['We GET /a HTTP/1.1', undefined],
  ['[GET /a HTTP/1.1', undefined],
  ['GET /a HTTP/1.1 was sent', undefined],
  ['GET /a HTTP/1.1\nHost: x:80', 'GET http://x:80/a'],
  ['GET /a HTTP/1.1\nhost: x', 'GET https://x/a'],
  ['GET https://y/a HTTP/1.1\nHost: x', 'GET https://y/a'],
])('the request %j', (request, called) => {
  const text = `${request}\nHTTP/1.1 400 X\n\nc`;
  const withBody = `${request}\n\n{"a":1}\nHTTP/1.1 400 X\n\nc`;
  const at = request.split('\n').length;
  const expected = [400, '', 'c', at + 3, ...(called === undefined ? [] : [called])];
  expect([read(withBody), read(text).map(([status]) => status)]).toEqual([
    [expected],
    called === undefined ? [400] : [],
  ]);
});

test('each response has the request before it', () => {
  const exchange = (path: string) => `GET ${path} HTTP/1.1\nA: b\n\nHTTP/1.1 100 X\n\nHTTP/1.1 400 X\n\n\n\nc\n`;
  const heads = parseHttp(exchange('/1') + exchange('/2')).map(({ status, url, requestHeaders, line }) => [
    status,
    url,
    requestHeaders,
    line,
  ]);
  expect(heads).toEqual([
    [100, '/1', [['A', 'b']], 4],
    [400, '/1', [['A', 'b']], 6],
    [100, '/2', [['A', 'b']], 14],
    [400, '/2', [['A', 'b']], 16],
  ]);
});

test.each([
  ['3;x=y\r\nabc\r\n1\nd\n0\n\n', 'abcd'],
  ['A\r\n0123456789\r\n0\r\n', '0123456789'],
  ['3\r\nabc\r\n1\r\nd', '3\r\nabc\r\n1\r\nd'],
  ['1\r\nd0\r\n', '1\r\nd0\r\n'],
  ['5\r\nabc\r\n0\r\n', '5\r\nabc\r\n0\r\n'],
  ['x3\r\nabc\r\n0\r\n', 'x3\r\nabc\r\n0\r\n'],
  ['{"a":1}', '{"a":1}'],
])('the chunks %j', (chunks, body) => {
  const [message] = parseHttp(`HTTP/1.1 400 X\nTransfer-Encoding: chunked\n\n${chunks}`);
  expect(message?.body).toBe(body);
});

test.each([
  ['application/problem+xml', false, '\u00c3\u00a4'],
  ['application/problem+xml', true, 'ä'],
  ['text/plain', false, 'ä'],
  ['text/plain', true, 'ä'],
])('bytes of %s, of which is known to be UTF-8: %s', (type, isText, sign) => {
  const body = (text: string) => `<?xml version="1.0" encoding="latin1"?><a>${text}</a>`;
  expect(read(`HTTP/1.1 400 X\nContent-Type: ${type}\n\n${body('ä')}`, isText)[0]?.[2]).toBe(body(sign));
});

test.each([
  ['a\nHTTP/1.1  400 X', true],
  ['12:00 HTTP/1.1 400', false],
  ['12< HTTP/2 400', true],
  ['  HTTP/1.1 400 X', true],
  ['   HTTP/1.1 400 X', false],
  ['RawContent        : HTTP/1.1 400 X', true],
  ['HTTP/1.1 4000', false],
  ['GET / HTTP/1.1', false],
])('%j has a response: %s', (text, isSo) => {
  expect(isHttp(text)).toBe(isSo);
});
