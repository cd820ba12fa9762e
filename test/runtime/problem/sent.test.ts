import { aboutBlank, defineProblemType, findProblemType, problemHeaders, problemResponse } from 'arcp-problems';
import { describe, expect, test } from 'vitest';
import { combine, fieldsOf, hasField, mergeHeaders, withFields } from '#runtime/problem/header-fields.ts';
import { outgoing } from '#runtime/problem/response.ts';
import { reasonPhrase } from '#runtime/problem/status.ts';

/** What goes over the wire: body, status and header fields, whole. */

const slow = defineProblemType<{ retry_after?: unknown; queue?: unknown }>()({
  type: 'https://shop.example/problems/slow',
  title: 'Slow Down',
  status: [401, 429],
  headers: {
    'WWW-Authenticate': 'Basic realm="shop"',
    'retry-after': '{retry_after}',
    'X-Queue': 'queue {queue} of {type}',
    'X-Own': 'plain',
  },
});
const json = { 'Content-Type': 'application/problem+json' };

test.each<[name: string, problem: object, headers: Record<string, string>]>([
  ['nothing', {}, json],
  ['an unknown type', { type: 'urn:x', status: 400 }, json],
  ['about:blank with 428', aboutBlank(428), { ...json, 'Cache-Control': 'no-store' }],
  ['a type', slow(), { ...json, 'WWW-Authenticate': 'Basic realm="shop"', 'X-Own': 'plain' }],
  ['a type with another status', slow({ status: 429 }), { ...json, 'Cache-Control': 'no-store', 'X-Own': 'plain' }],
  [
    'a number',
    slow({ status: 429, retry_after: 7 }),
    { ...json, 'Cache-Control': 'no-store', 'X-Own': 'plain', 'retry-after': '7' },
  ],
  [
    'a date',
    slow({ status: 429, retry_after: 'Wed, 21 Oct 2026 07:28:00 GMT' }),
    { ...json, 'Cache-Control': 'no-store', 'X-Own': 'plain', 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' },
  ],
  ...[
    ' Wed, 21 Oct 2026 07:28:00 GMT',
    'Wed, 21 Oct 2026 07:28:00 GMT ',
    'Wed, 1 Oct 2026 07:28:00 GMT',
    '7 ',
    ' 7',
    '7s',
    '',
  ].map((retry_after): [string, object, Record<string, string>] => [
    `a time ${JSON.stringify(retry_after)}`,
    slow({ retry_after }),
    { ...json, 'WWW-Authenticate': 'Basic realm="shop"', 'X-Own': 'plain' },
  ]),
  ...[
    ['', undefined],
    [{}, undefined],
    [null, undefined],
    ['a\tb', undefined],
    ['~', '~'],
    [' ', ' '],
    ['a"', undefined],
    ['\\', undefined],
    [['a', 7], 'a, 7'],
    [false, 'false'],
  ].map(([queue, shown]): [string, object, Record<string, string>] => [
    `a queue ${JSON.stringify(queue)}`,
    slow({ queue }),
    {
      ...json,
      'WWW-Authenticate': 'Basic realm="shop"',
      'X-Own': 'plain',
      ...(shown !== undefined && { 'X-Queue': `queue ${shown} of ${slow.type}` }),
    },
  ]),
  ['a member that Object.prototype has', { ...slow(), type: 'urn:x' }, json],
])('the header fields of %s', (_, problem, headers) => {
  expect(problemHeaders(problem)).toStrictEqual(headers);
});

test.each<[name: string, problem: unknown, sent: object, status: number]>([
  ['a problem', { type: 'urn:x', status: 404 }, { type: 'urn:x', status: 404 }, 404],
  ['a problem without a status', { type: 'urn:x' }, { type: 'urn:x' }, 500],
  ['a problem with a wrong status', { type: 'urn:x', status: 700 }, { type: 'urn:x', status: 500 }, 500],
  ['a problem with the status 200', { status: 200 }, { status: 200 }, 200],
  ['a problem with the status 199', { status: 199 }, { status: 500 }, 500],
  ['a problem with the status 599', { status: 599 }, { status: 599 }, 599],
  ['a problem with a status as text', { status: '404' }, { status: 500 }, 500],
  ['a problem with 205', { status: 205 }, { status: 500 }, 500],
  ['a problem that becomes text', { title: 'x', status: 404, toJSON: () => 'x' }, { title: 'x', status: 404 }, 404],
  ['a problem that becomes text with a brace', { title: 'x', toJSON: () => '{' }, { title: 'x' }, 500],
  [
    'a problem that becomes nothing',
    { title: 'x', status: 404, toJSON: () => undefined },
    { title: 'x', status: 404 },
    404,
  ],
  ['a problem that becomes a list', { title: 'x', toJSON: () => [{}] }, { title: 'x' }, 500],
  [
    'a problem with a bigint',
    { title: 'x', detail: {}, instance: true, status: 404, big: 1n },
    { title: 'x', status: 404 },
    404,
  ],
  [
    'a problem with a getter that throws',
    {
      type: 'urn:x',
      get title() {
        throw new Error('hostile');
      },
      detail: 'y',
    },
    { type: 'urn:x', detail: 'y' },
    500,
  ],
])('%s is sent', async (_, problem, sent, status) => {
  const response = problemResponse(problem as object);
  expect([response.status, await response.json(), response.headers.get('content-type')]).toStrictEqual([
    status,
    sent,
    'application/problem+json',
  ]);
  expect(problemResponse(problem as object, { method: 'head' }).body).toBe(null);
});

test('a problem that can be sent as it is, is not copied', () => {
  const problem = { type: 'urn:x' };
  const fields = { A: 'b' };
  expect(outgoing(problem, fields)).toStrictEqual({ status: 500, problem, fields, body: '{"type":"urn:x"}' });
  expect(outgoing(problem).problem).toBe(problem);
  const full = { status: 404 };
  expect(outgoing(full).problem).toBe(full);
});

describe('aboutBlank', () => {
  test.each<[status: unknown, members: unknown, made: object]>([
    [404, undefined, { type: 'about:blank', title: 'Not Found', status: 404 }],
    [404, null, { type: 'about:blank', title: 'Not Found', status: 404 }],
    [
      404,
      { detail: 'x', instance: '/y', more: 1 },
      { type: 'about:blank', title: 'Not Found', status: 404, detail: 'x', instance: '/y' },
    ],
    [404, { detail: 7, instance: {} }, { type: 'about:blank', title: 'Not Found', status: 404 }],
    [700, {}, { type: 'about:blank', title: 'Internal Server Error', status: 500 }],
    [499, {}, { type: 'about:blank', title: 'Bad Request', status: 499 }],
    [299, {}, { type: 'about:blank', title: 'Bad Request', status: 299 }],
    [599, {}, { type: 'about:blank', title: 'Internal Server Error', status: 599 }],
  ])('of %j and %j', (status, members, made) => {
    expect(aboutBlank(status as number, members as object)).toStrictEqual(made);
  });
});

describe('a constructor', () => {
  test.each<[init: unknown, made: object]>([
    [undefined, {}],
    ['text', {}],
    [
      { detail: 'x', instance: '/y' },
      { detail: 'x', instance: '/y' },
    ],
    [{ detail: 7, instance: null, type: 'urn:x', title: 'Other' }, {}],
    [{ status: 429 }, { status: 429 }],
    [{ status: 404 }, {}],
    [{ queue: undefined, toString: 'x' }, {}],
    [
      { queue: null, retry_after: 0 },
      { queue: null, retry_after: 0 },
    ],
  ])('given %j', (init, made) => {
    expect(slow(init as object)).toStrictEqual({ type: slow.type, title: 'Slow Down', status: 401, ...made });
  });

  test('takes any status where its type has none, and 500 is its own', () => {
    const any = defineProblemType()({ type: 'urn:any', title: 'Any', status: [], slug: 'any' });
    expect([any({ status: 404 as never }).status, any().status, any.status, any.name]).toEqual([
      404,
      undefined,
      500,
      'any',
    ]);
  });

  test('fills a member once a millisecond, unless it is given', () => {
    const filled = defineProblemType<{ at?: string; by?: string }>()({
      type: 'urn:filled',
      title: 'Filled',
      status: 400,
      fill: { at: 'now', by: 'now' },
    });
    const before = new Date().toJSON();
    const { at, by } = filled({ by: 'me' });
    expect(by).toBe('me');
    expect(String(at) >= before && String(at) <= new Date().toJSON()).toBe(true);
    expect(filled().by).toMatch(/^\d{4}-\d\d-\d\dT/);
  });
});

describe('header fields', () => {
  test.each<[name: string, before: unknown, value: string | string[], combined: string | string[]]>([
    ['X-Vary', 'a', 'b,c', 'b,c'],
    ['Vary-By', 'a', 'b,c', 'b,c'],
    ['X-Link', 'a', 'b', 'b'],
    ['Links', 'a', 'b', 'b'],
    ['Vary', undefined, 'a,b', 'a,b'],
    ['Vary', 'a', ['a,b', 'c'], 'a, b, c'],
    ['X-A', undefined, ['a', 'b'], 'a, b'],
    ['X-A', null, 'a', 'a'],
    ['WWW-Authenticate', 'Bearer', 'BearerX', 'Bearer, BearerX'],
    ['X-Proxy-Authenticate', 'a', 'b', 'b'],
    ['set-cookie', undefined, 'a', ['a']],
    ['Vary', 'Origin, Accept', 'Accept', 'Origin, Accept'],
    ['WWW-Authenticate', 'Bearer', 'Bearer realm="a"', 'Bearer realm="a"'],
  ])('%s: %o and then %o', (name, before, value, combined) => {
    expect(combine(name, before, value)).toEqual(combined);
  });

  test('are merged line by line', () => {
    const given = { 'set-cookie': ['a=1', 'b=2'], Vary: undefined, 'X-A': 'b' } as const;
    expect(
      fieldsOf(
        mergeHeaders(
          [
            ['x-a', 'a'],
            ['X-A', 'c'],
            ['Vary', 'Accept'],
          ],
          given,
        ),
      ),
    ).toStrictEqual({ 'set-cookie': ['a=1', 'b=2'], vary: 'Accept', 'x-a': 'b' });
    expect(fieldsOf(mergeHeaders({ 'X-A': undefined, 'X-B': [] }))).toStrictEqual({});
    expect(fieldsOf(mergeHeaders({ 'X-A': 'a' }, { 'X-A': undefined }))).toStrictEqual({ 'x-a': 'a' });
  });

  test('are given on unchanged where none was set', () => {
    const given = { A: 'b' };
    const cookies = { A: 'b', 'set-cookie': ['a', 'b'] };
    expect(withFields(new Headers(), given)).toBe(given);
    expect(withFields(new Headers(), cookies)).toBeInstanceOf(Headers);
    expect(fieldsOf(withFields(new Headers({ C: 'd', A: 'x' }), given) as Headers)).toStrictEqual({ a: 'b', c: 'd' });
  });
});

test('a status without a phrase has that of its class', () => {
  expect([499, 599, 418].map(reasonPhrase)).toEqual(['Bad Request', 'Internal Server Error', 'Bad Request']);
});

test('a type is found by its URI or its slug', () => {
  expect(findProblemType('session-invalid' as string)?.type).toContain('/session-invalid');
  expect(findProblemType('nothing' as string)).toBe(undefined);
});

test.each<[what: string, set: Record<string, string>, given: Record<string, string>, isThere: boolean]>([
  ['among none', {}, {}, false],
  ['among others', { Allow: 'GET' }, { Vary: 'Accept' }, false],
  ['set so far', { 'WWW-Authenticate': 'Bearer' }, {}, true],
  ['given beside another one', {}, { Vary: 'Accept', 'WWW-Authenticate': 'Bearer' }, true],
  ['given without a value', {}, { 'www-authenticate': '' }, true],
])('a field %s', (_, set, given, isThere) => {
  expect(hasField('www-authenticate', new Headers(set), given)).toBe(isThere);
});
