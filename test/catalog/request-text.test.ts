import { describe, expect, test } from 'vitest';
import type { Request } from '#catalog/entry.ts';
import { curlText, fetchText, inlineLiteral, javascript, pythonText, requestUrl } from '#catalog/request.ts';

/** Requests as text to run. `requests.test.ts` runs such texts. */

const server = 'https://api.example/v1/';
const bare: Request = { method: 'GET', path: '/loans' };
const full: Request = {
  method: 'POST',
  path: "/it's",
  query: { q: 'a b&c', tag: ['x', 'y'], n: 7 },
  headers: { Accept: 'a/b', 'X-Desk': 'it\'s "1"' },
  body: {
    item: 'it\'s "a"\n\\',
    'a-b': [1, true, false, null, 'x'],
    empty: [{}, []],
    '1a': { deep: { k$1: 'v', $_: 0 } },
    objects: [{ a: 1 }],
    long: ['a'.repeat(27), 'b'.repeat(26)],
    longer: ['a'.repeat(27), 'b'.repeat(27)],
  },
};

test('the address has the query', () => {
  expect([requestUrl(bare, server), requestUrl(bare, 'https://api.example'), requestUrl(full, server)]).toEqual([
    'https://api.example/v1/loans',
    'https://api.example/loans',
    "https://api.example/v1/it's?q=a+b%26c&tag=x&tag=y&n=7",
  ]);
});

describe('curl', () => {
  test.each([
    ['GET', bare, "curl -i 'https://api.example/v1/loans'"],
    ['HEAD', { ...bare, method: 'HEAD' }, "curl -i --head 'https://api.example/v1/loans'"],
    ['POST without a body', { ...bare, method: 'POST' }, "curl -i -X POST 'https://api.example/v1/loans'"],
    ['GET with a body', { ...bare, body: null }, "curl -i -X GET 'https://api.example/v1/loans' \\\n  -d 'null'"],
    [
      'POST with all parts',
      { ...full, body: { a: "it's" } },
      `curl -i 'https://api.example/v1/it'\\''s?q=a+b%26c&tag=x&tag=y&n=7' \\
  -H 'Accept: a/b' \\
  -H 'X-Desk: it'\\''s "1"' \\
  -d '{"a":"it'\\''s"}'`,
    ],
  ] satisfies [string, Request, string][])('%s', (_, request, text) => {
    expect(curlText(request, server)).toBe(text);
  });
});

describe('fetch', () => {
  test.each([
    ['GET', bare, "const response = await fetch('https://api.example/v1/loans');"],
    [
      'PUT with an empty body',
      { ...bare, method: 'PUT', headers: {}, body: [] },
      `const response = await fetch('https://api.example/v1/loans', {
  method: 'PUT',
  body: JSON.stringify([]),
});`,
    ],
    [
      'GET with header fields',
      { ...bare, headers: { 'X-1': 'a', $a1_: 'b', '1a': 'c' } },
      `const response = await fetch('https://api.example/v1/loans', {
  headers: {
    'X-1': 'a',
    $a1_: 'b',
    '1a': 'c',
  },
});`,
    ],
    [
      'POST with all parts',
      full,
      `const response = await fetch('https://api.example/v1/it\\'s?q=a+b%26c&tag=x&tag=y&n=7', {
  method: 'POST',
  headers: {
    Accept: 'a/b',
    'X-Desk': 'it\\'s "1"',
  },
  body: JSON.stringify({
    item: 'it\\'s "a"\\n\\\\',
    'a-b': [1, true, false, null, 'x'],
    empty: [{}, []],
    '1a': {
      deep: {
        k$1: 'v',
        $_: 0,
      },
    },
    objects: [
      {
        a: 1,
      },
    ],
    long: ['aaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbb'],
    longer: [
      'aaaaaaaaaaaaaaaaaaaaaaaaaaa',
      'bbbbbbbbbbbbbbbbbbbbbbbbbbb',
    ],
  }),
});`,
    ],
  ] satisfies [string, Request, string][])('%s', (_, request, text) => {
    expect(fetchText(request, server)).toBe(text);
  });
});

describe('Python', () => {
  test.each([
    [
      'GET',
      bare,
      `from urllib.request import Request, urlopen

request = Request(
    "https://api.example/v1/loans",
    method="GET",
)
with urlopen(request) as response:
    print(response.status, response.read().decode())`,
    ],
    [
      'POST with a body',
      { method: 'POST', path: '/', headers: { 'X-Desk': '"1"' }, body: { a: [null, true, false, 1.5], b: { c: 'd' } } },
      `import json
from urllib.request import Request, urlopen

request = Request(
    "https://api.example/v1/",
    method="POST",
    headers={
        "X-Desk": "\\"1\\"",
    },
    data=json.dumps({
        "a": [None, True, False, 1.5],
        "b": {
            "c": "d",
        },
    }).encode(),
)
with urlopen(request) as response:
    print(response.status, response.read().decode())`,
    ],
  ] satisfies [string, Request, string][])('%s', (_, request, text) => {
    expect(pythonText(request, server)).toBe(text);
  });
});

test.each([
  ['text', "'text'"],
  [7, '7'],
  [null, 'null'],
  [{}, '{}'],
  [[], '[]'],
  [{ a: ['x', { 'b-c': null }], d: {} }, "{ a: ['x', { 'b-c': null }], d: {} }"],
])('%j is %s on one line', (value, text) => {
  expect(inlineLiteral(value, javascript)).toBe(text);
});
