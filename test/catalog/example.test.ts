import { describe, expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { documentedExample, exampleResponse, leadingType, responseText, sentExample } from '#catalog/example.ts';

/** Examples of problem types as whole responses. */

const standard = { type: 'urn:busy', title: 'Busy', status: 429, detail: 'Wait.' };
const busy = {
  status: 429,
  example: { ...standard, wait: 30, list: 0 },
  entry: {
    headers: {
      'Retry-After': '{wait}',
      'X-Both': '{wait} of {limit}',
      'X-List': 'at {list}, {wait}, {wait}',
      Vary: 'Accept',
    },
  },
} as unknown as ProblemType;
const headers = [
  ['Content-Type', 'application/problem+json'],
  ['Retry-After', '30'],
  ['X-List', 'at 0, 30, 30'],
  ['Vary', 'Accept'],
] as const;
const observed = (more: object) => ({ ...busy, entry: { ...busy.entry, observed: more } }) as ProblemType;

test('header fields are those whose members the example has', () => {
  expect(exampleResponse(busy)).toEqual({ status: 429, reason: 'Too Many Requests', headers, body: busy.example });
  expect(exampleResponse({ ...busy, entry: {} } as ProblemType).headers).toEqual([headers[0]]);
});

describe('the example as it is sent', () => {
  test.each([
    ['with nothing observed', busy],
    ['with no field left out', observed({})],
  ])('%s', (_, problem) => {
    const sent = sentExample(problem, {});
    expect(sent).toEqual({ status: 429, reason: 'Too Many Requests', headers, body: busy.example });
  });

  test('has common members before its own, and no header fields that the server leaves out', () => {
    const problem = { ...observed({ missingHeaders: ['Vary', 'Link'] }) };
    const sent = sentExample(
      { ...problem, example: { ...problem.example, instance: '/a' } },
      { example: { trace: 'x', list: 1 } },
    );
    expect(sent.headers).toEqual(headers.slice(0, 3));
    expect(JSON.stringify(sent.body)).toBe(
      '{"type":"urn:busy","title":"Busy","status":429,"detail":"Wait.","instance":"/a","trace":"x","list":0,"wait":30}',
    );
  });

  test('has no instance where the example has none', () => {
    expect(Object.keys(sentExample(busy, { example: { trace: 'x' } }).body)).toEqual([
      'type',
      'title',
      'status',
      'detail',
      'trace',
      'wait',
      'list',
    ]);
  });
});

test('the documented example has the header fields of the real one, and the documented common members', () => {
  expect(documentedExample(busy, { documented: { trace: 'x' } })).toBeUndefined();
  const documented = { ...standard, detail: 'Documented.' };
  expect(documentedExample({ ...busy, documented }, { documented: { trace: 'x' } })).toEqual({
    status: 429,
    reason: 'Too Many Requests',
    headers,
    body: { ...documented, trace: 'x' },
  });
});

test('a response as it travels', () => {
  expect(
    responseText({ status: 429, reason: 'Too Many Requests', headers: headers.slice(0, 2), body: { a: [1] } }),
  ).toBe(
    `HTTP/1.1 429 Too Many Requests
Content-Type: application/problem+json
Retry-After: 30

{
  "a": [
    1
  ]
}`,
  );
});

const type = (name: string, endpoints?: string[], retired?: object) =>
  ({ name, entry: { endpoints, retired } }) as ProblemType;

test.each<[what: string, problems: ProblemType[], leading: string]>([
  ['the first where no routes are known', [type('a'), type('b')], 'a'],
  ['the one of most routes', [type('a'), type('b', ['x', 'y']), type('c', ['x']), type('d', ['x', 'y'])], 'b'],
  ['one in use', [type('a', ['x', 'y'], {}), type('b', ['x'])], 'b'],
  ['a retired one where none is in use', [type('a', [], {}), type('b', ['x'], {})], 'b'],
])('the type to show a catalog by is %s', (_, problems, leading) => {
  expect(leadingType(problems).name).toBe(leading);
});
