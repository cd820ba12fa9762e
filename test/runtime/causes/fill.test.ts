import { expect, test } from 'vitest';
import { filledFix, filledRequest, namesIn } from '#runtime/causes/fill.ts';

/** Values of a stranger in the steps of a fix: each escaped for where it goes. */

test('a step is filled in all of its texts, and gains no others', () => {
  const request = { method: 'PUT', path: '/items/{item}' };
  const fix = [
    {
      step: 'Ask for `{item}` of `{shelf2_b}`, not `{Item}`, `{2a}` or `{unknown}`.',
      note: 'It is `{item}`.',
      request,
    },
    { step: 'Wait.', when: '{item}', expect: 200 },
  ];
  expect(filledFix(fix, { item: 'a/b', shelf2_b: 'C' })).toStrictEqual([
    {
      step: 'Ask for `a/b` of `C`, not `{Item}`, `{2a}` or `{unknown}`.',
      note: 'It is `a/b`.',
      request: { method: 'PUT', path: '/items/a%2Fb' },
    },
    { step: 'Wait.', when: '{item}', expect: 200 },
  ]);
});

test('a request is filled in its path, query, header fields and body', () => {
  const request = {
    method: 'POST',
    path: '/{item}',
    query: { q: '{item}', each: ['{item}', 'x'], limit: 3, all: true },
    headers: { 'X-Item': '{item}', 'X-{item}': 'y' },
    body: { '{item}': [{ name: '{item}' }, null, 7], none: null },
  };
  expect(filledRequest(request, { item: ' é\r\nb ' })).toStrictEqual({
    method: 'POST',
    path: '/%20%C3%A9%0D%0Ab%20',
    query: { q: ' é\r\nb ', each: [' é\r\nb ', 'x'], limit: 3, all: true },
    headers: { 'X-Item': 'b', 'X-{item}': 'y' },
    body: { '{item}': [{ name: ' é\r\nb ' }, null, 7], none: null },
  });
  expect(filledRequest({ method: 'GET', path: '/', body: null }, {})).toStrictEqual({
    method: 'GET',
    path: '/',
    body: null,
  });
});

test.each([
  ['a b', 'a b', 'a%20b', 'a b'],
  ['a`b\n\u0007 c', 'a b c', 'a%60b%0A%07%20c', 'a`b  c'],
  [' ` ', '', '%20%60%20', '`'],
  ['.', '.', '%2E', '.'],
  ['..', '..', '%2E%2E', '..'],
  ['...', '...', '...', '...'],
  ['a.', 'a.', 'a.', 'a.'],
  ['x\ud800y\udc00z😀', 'x\ud800y\udc00z😀', 'xyz%F0%9F%98%80', 'x y z'],
  ['x'.repeat(201), 'x'.repeat(200), 'x'.repeat(201), 'x'.repeat(201)],
])('%j in a text, a path and a header field', (value, text, path, field) => {
  const request = { method: 'GET', path: '{v}', headers: { V: '{v}' } };
  expect(filledFix([{ step: '{v}', request }], { v: value })).toEqual([
    { step: text, request: { method: 'GET', path, headers: { V: field } } },
  ]);
});

test('a value that is inherited is none', () => {
  expect(filledRequest({ method: 'GET', path: '/{constructor}' }, {}).path).toBe('/{constructor}');
});

test.each([
  ['a text', 'from {from} to {to_2}, not {To}', ['from', 'to_2']],
  ['a structure', { a: ['{x}'], '{y}': 1 }, ['x', 'y']],
  ['nothing', undefined, []],
  ['null', null, []],
])('%s wants its names', (_, value, names) => {
  expect(namesIn(value)).toEqual(names);
});
