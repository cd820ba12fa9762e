// cspell:ignore Dload ncde Xferd
import { describe, expect, test } from 'vitest';
import { plainHttp } from '#diagnose/input/transcript.ts';

/** What curl -v, wget -S and Invoke-WebRequest print of an exchange, and its plain text. */

const head = '< HTTP/1.1 400 X\n< A: b\n< \n';
const plain = 'HTTP/1.1 400 X\nA: b\n';
const meter = '100   12  100    12    0     0   9.5k      0 --:--:--  0:00:01 --:--:--  1.5M';

describe('curl -v', () => {
  test.each<[string, string, string]>([
    ['a head and a body', `${head}c\nd\n`, `${plain}\nc\nd\n`],
    ['a request', `> GET /a HTTP/1.1\n> B: c\n> \n${head}d`, `GET /a HTTP/1.1\nB: c\n\n${plain}\nd`],
    ['no blank line behind the head', `< HTTP/1.1 400 X\n< A: b\nc`, `${plain}\nc`],
    ['no blank line between heads', `> GET /a HTTP/1.1\n${head}c`, `GET /a HTTP/1.1\n\n${plain}\nc`],
    ['two responses', `${head}c\n< HTTP/2 200 \n<\nd`, `${plain}\nc\nHTTP/2 200\n\nd`],
    ['blanks at the end of lines', '< HTTP/1.1 400 X  \r\n< A: b \r\n<  \r\nc \r\n', `${plain}\nc \r\n`],
    ['heads twice', `${head}HTTP/1.1  400 X\nA: b\n\nc`, 'HTTP/1.1  400 X\nA: b\n\nc'],
    ['heads twice of HTTP/2', `< HTTP/2 400 \n< \nHTTP/2 400\n\nc`, 'HTTP/2 400\n\nc'],
    ['a trailer', `${head}c\n< X-Sum: 7\nd`, `${plain}\nc\nd`],
    [
      'a body with marks',
      `${head}< c\n<d\n> e: f\n* g\n*h\n< i j: k\nx < L: m`,
      `${plain}\n< c\n<d\n> e: f\n*h\n< i j: k\nx < L: m`,
    ],
    ['a mark in a line', `${head}a< HTTP/1.1 400\na > GET / HTTP/1.1`, `${plain}\na< HTTP/1.1 400\na > GET / HTTP/1.1`],
    ['remarks', `* a\n*\n*\t\r\r\n${head}{ [12 bytes data]\n} [120 bytes data]\r\nc`, `${plain}\nc`],
    [
      'what looks like remarks',
      `${head}{"a": "b * c"}\n*\tx\n*x\n{ [1 bytes data] d\nx { [1 bytes data\n`,
      `${plain}\n{"a": "b * c"}\n*x\n{ [1 bytes data] d\nx { [1 bytes data\n`,
    ],
    ['a body in pieces', `${head}c{ [12 bytes data]\nd} [3 bytes data]\r\ne\nf`, `${plain}\ncde\nf`],
    [
      'a remark in the body',
      `${head}c* Connection #0 to x\nd* TLSv1 * Closing connection\ne\n* Closing`,
      `${plain}\ncde`,
    ],
    ['a remark at its start', `${head}* Connection #0\nc`, `${plain}\nc`],
    ['a bar', `${head}\r##  10.1%\r### 100.0%c\nd # 10.1%\n`, `${plain}\nc\nd # 10.1%\n`],
    ['a bar alone', `${head}###  10.1%\nc`, `${plain}\nc`],
    [
      'the title of the meter',
      `  % Total    % Received % Xferd\n\r    Dload  Upload   Total\n% Total % Received\n${head}a % Total % Received\nDload Up`,
      `${plain}\na % Total % Received\nDload Up`,
    ],
  ])('with %s', (_, text, expected) => {
    expect(plainHttp(text).text).toBe(expected);
  });

  test.each([
    [`c ${meter}d`, 'cd'],
    [`\r${meter}`, undefined],
    [`c: \r${meter}\r${meter}d`, 'c:d'],
    [`c\r${meter.replaceAll('--:--:--', '12d12h')}`, 'c'],
    [`1 ${meter} 2`, '1 2'],
  ])('with the meter in %j', (line, expected) => {
    expect(plainHttp(`${head}${line}`).text).toBe(expected === undefined ? plain : `${plain}\n${expected}`);
  });

  test.each([
    meter.replace('--:--:--', '1d 02h'),
    meter.replace('--:--:--', 'a--:--:--'),
    meter.replace('0:00:01', '0:00:01a'),
    meter.replace('9.5k', '9.5x'),
    meter.replace('12 ', '12kk '),
    meter.replace('1.5M', 'c1.5M'),
    meter.replace(/ \S+$/, ''),
    meter.replace(/^\S+ /, ''),
    meter.replaceAll(':', '-'),
  ])('with %j, which is no row of the meter', (line) => {
    expect(plainHttp(`${head}${line}`).text).toBe(`${plain}\n${line}`);
  });

  test.each([
    ['* SSL connection using TLSv1.3', 'https'],
    ['*   Trying 1.2.3.4:80...', 'http'],
    ['* Connected to h', 'http'],
    ['* Host h was resolved.', 'http'],
    ['* using HTTP/1.x', 'http'],
    ["* Issue another request to this URL: 'https://x'", 'https'],
    ['* Trying\n* TLSv1.2 (OUT)', 'https'],
    ['* Please Trying', undefined],
    ['x https://y\nTrying', undefined],
  ])('over the scheme that %j tells', (remark, scheme) => {
    expect(plainHttp(`${remark}\n${head}c`).scheme).toBe(scheme);
  });

  test('has the numbers of the lines in the input', () => {
    expect(plainHttp(`* a\n> GET /a HTTP/1.1\n7< HTTP/1.1 100 X\n${head}c{ [1 bytes data]\n* b\nd\ne`)).toEqual({
      text: `GET /a HTTP/1.1\n\n7< HTTP/1.1 100 X\n${plain}\ncd\ne`,
      lines: [2, 3, 3, 4, 5, 6, 7, 10],
      isTranscript: true,
      scheme: undefined,
    });
  });
});

describe('wget -S', () => {
  const given = '  HTTP/1.1 400 X\n  A: b\n';
  test.each<[string, string, string]>([
    ['a body', `${given}c\nd`, 'HTTP/1.1 400 X\nA: b\n\nc\nd'],
    ['blank lines behind the head', `${given} \n\nc`, 'HTTP/1.1 400 X\nA: b\n\n\nc'],
    ['two responses', `${given}${given}c`, 'HTTP/1.1 400 X\nA: b\nHTTP/1.1 400 X\nA: b\n\nc'],
    ['further lines to the right', `${given}c\n  D: e\n   f`, 'HTTP/1.1 400 X\nA: b\n\nc\n  D: e\n   f'],
    ['a line that is far to the right', `${given}   c`, 'HTTP/1.1 400 X\nA: b\n\n   c'],
    ['its address', `--2026-01-31 12:00:00--  http://x/ \n${given}c`, 'GET http://x/\n\nHTTP/1.1 400 X\nA: b\n\nc'],
    [
      'other lines of hyphens',
      `-- a --\n--b\n----\nx--2026-- c\n${given}d`,
      '-- a --\n--b\n----\nx--2026-- c\nHTTP/1.1 400 X\nA: b\n\nd',
    ],
    ['a mark in a line', `x  HTTP/1.1 200\n${given}d`, 'x  HTTP/1.1 200\nHTTP/1.1 400 X\nA: b\n\nd'],
  ])('with %s', (_, text, expected) => {
    expect(plainHttp(text).text).toBe(expected);
  });

  test.each([
    'Resolving x... ',
    'Length: 7 [application/json]',
    "Saving to: 'x'",
    '2026-01-31 12:00:00 ERROR 404: Not Found.',
    '2026-01-31 12:00:00 (1.2 MB/s) - saved',
    '     0K .......... 100%',
    '100%[=====>]',
    ' 10% [==>   ]',
    '-  10%[=>  ]',
    '-\t100%[=>  ]',
    '--2026-x',
  ])('without its remark %j', (remark) => {
    expect(plainHttp(`${remark}\n${given}\n${remark}\nc`).text).toBe('HTTP/1.1 400 X\nA: b\n\nc');
    expect(plainHttp(`${given}\nx ${remark}`).text).toBe(`HTTP/1.1 400 X\nA: b\n\nx ${remark}`);
  });

  test.each(['2026-01-31 12:00:00 error', '2026-01-31', '10K', '10 %', '- x', '--x', '12026-01-31 1 (a)'])(
    'with %j, which is no remark',
    (line) => {
      expect(plainHttp(`${given}\n${line}`).text).toBe(`HTTP/1.1 400 X\nA: b\n\n${line}`);
    },
  );

  test('has the numbers of the lines in the input', () => {
    expect(plainHttp(`--2026-01-31 12:00:00--  http://x/\nResolving x\n${given}\nc`)).toEqual({
      text: 'GET http://x/\n\nHTTP/1.1 400 X\nA: b\n\nc',
      lines: [1, 1, 3, 4, 5, 6],
      isTranscript: true,
    });
  });
});

describe('Invoke-WebRequest', () => {
  const raw = 'RawContent        : HTTP/1.1 400 X\n                    A: b';
  test.each<[string, string, string]>([
    ['a body', `${raw}\n                    \n                    {"a":1}`, `${plain}\n{"a":1}`],
    [
      'a body of two lines',
      `${raw}\n                    \n                    c  \n                      d`,
      `${plain}\nc\n  d`,
    ],
    [
      'its content',
      `StatusCode        : 400\nContent           : {"a":\n                    1}\n${raw}\n                    \n                    {"a`,
      `${plain}\n{"a":\n1}`,
    ],
    [
      'content that is broken within a word',
      `Content           : {"a": "b\n                    c"}\n${raw}`,
      `${plain}\n{"a": "bc"}`,
    ],
    [
      'content that is cut',
      `Content           : {"a...\n${raw}\n                    \n                    {"a":1}`,
      `${plain}\n{"a":1}`,
    ],
    [
      'content that is cut with one sign',
      `Content           : c\u00e2\u0080\u00a6\n${raw}\n                    \n                    d`,
      `${plain}\nd`,
    ],
    ['dots in its content', `Content           : c... d\n${raw}`, `${plain}\nc... d`],
    ['no body', raw, `${plain}\n`],
    ['other properties', `x\n${raw}\nHeaders           : {[A, b]}\n                    c\nd`, `${plain}\n`],
  ])('with %s', (_, text, expected) => {
    expect(plainHttp(text).text).toBe(expected);
  });

  test('has the numbers of the lines in the input', () => {
    expect(plainHttp(`Content           : c\n                    d\n${raw}`)).toEqual({
      text: `${plain}\nc\nd`,
      lines: [3, 4, 4, 4, 4],
      isTranscript: true,
    });
  });
});

test.each(['HTTP/1.1 400 X\nA: b\n\nc', 'x < HTTP/1.1 400', '   HTTP/1.1 400', 'x RawContent : HTTP/1.1 400', ''])(
  '%j stays unchanged',
  (text) => {
    expect(plainHttp(text)).toEqual({ text, isTranscript: false });
  },
);
