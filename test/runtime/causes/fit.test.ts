import { describe, expect, test } from 'vitest';
import type { Answer, CauseStep } from '#runtime/causes/cause.ts';
import type { KnownExchange } from '#runtime/causes/exchange.ts';
import { type Body, fitOf, fittingSteps, shown } from '#runtime/causes/fit.ts';

/** Whether a response is a known answer: what is missing neither proves nor excludes. */

const fits = (answer: Answer, body: Body, exchange: KnownExchange = {}, item?: Body) => {
  const { text, around, proofs, values } = fitOf(answer, body, exchange, item);
  return [text, around, proofs, values];
};

test.each<[string, Answer, Body, KnownExchange, unknown[]]>([
  ['no condition', {}, {}, {}, [0, true, 0, {}]],
  ['a text', { detail: 'Sold {n}' }, { detail: 'Sold 7' }, {}, [6, true, 0, { n: '7' }]],
  ['another text', { detail: 'Sold {n}' }, { detail: 'Gone' }, {}, [-1, true, 0, {}]],
  ['no text', { detail: '*' }, { title: 'x' }, {}, [-1, true, 0, {}]],
  ['the text null', { detail: 'null' }, { detail: null }, {}, [-1, true, 0, {}]],
  ['a text that is an object', { detail: '{"a":*}' }, { detail: { a: [1] } }, {}, [7, true, 0, {}]],
  ['a title', { title: 'Sold' }, { title: 'Sold' }, {}, [5, true, 0, {}]],
  ['another title', { title: 'Sold' }, { title: 'Gone' }, {}, [-1, true, 0, {}]],
  ['no title', { title: 'Sold', detail: 'x' }, { detail: 'x' }, {}, [2, undefined, 0, {}]],
  ['a member', { members: { n: '{n}' } }, { n: 7 }, {}, [1, true, 0, { n: '7' }]],
  ['another member', { members: { n: '8' } }, { n: 7 }, {}, [-1, true, 0, {}]],
  ['no member', { members: { n: '8' } }, { m: 7 }, {}, [-1, true, 0, {}]],
  ['an inherited member', { members: { constructor: '*' } }, { m: 7 }, {}, [-1, true, 0, {}]],
  [
    'nothing but a text',
    { detail: 'x', members: { n: '8' }, status: 400 },
    { detail: 'x' },
    { status: 400 },
    [2, undefined, 0, {}],
  ],
  ['a text and a member', { detail: 'x', members: { n: '8' } }, { detail: 'x', n: 8 }, {}, [4, true, 0, {}]],
  ['its status', { status: 400 }, { status: 400 }, {}, [0, true, 0, {}]],
  ['the status of the response', { status: 400 }, { status: 401 }, { status: 400 }, [0, true, 0, {}]],
  ['another status', { status: 400 }, { status: 401 }, {}, [0, false, 0, {}]],
  ['no status', { status: 400 }, {}, {}, [0, undefined, 0, {}]],
  ['a status that is text', { status: 400 }, { status: '401' }, {}, [0, undefined, 0, {}]],
  [
    'one of its routes',
    { routes: ['GET /a', 'POST /b/{id}'] },
    {},
    { method: 'POST', url: '/b/7' },
    [0, true, 1, { id: '7' }],
  ],
  ['another method', { routes: ['GET /a'] }, {}, { method: 'POST', url: '/a' }, [0, false, 0, {}]],
  ['no method', { routes: ['GET /a'] }, {}, { url: '/a' }, [0, true, 1, {}]],
  ['the instance', { routes: ['GET /a/{id}'] }, { instance: '/a/7' }, {}, [0, true, 1, { id: '7' }]],
  [
    'the instance under another method',
    { routes: ['GET /a'] },
    { instance: '/a' },
    { method: 'POST' },
    [0, true, 1, {}],
  ],
  ['another instance', { routes: ['GET /a'] }, { instance: '/b' }, {}, [0, false, 0, {}]],
  ['an instance that is none', { routes: ['GET /a'] }, { instance: 7 }, {}, [0, undefined, 0, {}]],
  ['a field', { request: { A: true } }, {}, { headers: { a: 'x' } }, [0, true, 1, {}]],
  ['a field too many', { request: { A: false } }, {}, { headers: { a: 'x' } }, [0, false, 0, {}]],
  ['a field of which only the name is known', { request: { A: true } }, {}, { headers: ['a'] }, [0, true, 1, {}]],
  ['a field of which the value is not known', { request: { A: 'x' } }, {}, { headers: ['a'] }, [0, undefined, 0, {}]],
  ['a field with its value', { request: { A: 'x{y}' } }, {}, { headers: { a: 'xz' } }, [0, true, 1, { y: 'z' }]],
  ['a field with another value', { request: { A: 'x{y}' } }, {}, { headers: { a: 'z' } }, [0, false, 0, {}]],
  ['a field that is missing', { request: { A: '*' } }, {}, { headers: {} }, [0, false, 0, {}]],
  ['fields that are not known', { request: { A: 'x', B: false } }, {}, {}, [0, undefined, 0, {}]],
  [
    'much, and one thing that excludes it',
    { status: 400, routes: ['GET /a'], request: { A: true, B: false } },
    {},
    { url: '/a', headers: { a: 'x', b: 'y' } },
    [0, false, 2, {}],
  ],
])('a response with %s', (_, answer, body, exchange, expected) => {
  expect(fits(answer, body, exchange)).toEqual(expected);
});

test.each<[string, Body | undefined, unknown[]]>([
  ['its values', { kind: 'long', at: 7 }, [6, true, 0, { at: '7' }]],
  ['another value', { kind: 'short', at: 7 }, [-1, true, 0, {}]],
  ['a value less', { kind: 'long' }, [-1, true, 0, {}]],
  ['nothing', undefined, [-1, true, 0, {}]],
])('an item with %s', (_, item, expected) => {
  expect(fits({ item: { kind: 'long', at: '{at}' } }, {}, {}, item)).toEqual(expected);
});

test.each([
  [' a ', 'a'],
  ['&lt;b&gt;', '<b>'],
  [7, '7'],
  [{ a: [null, '&amp;'] }, '{"a":[null,"&"]}'],
  [null, 'null'],
])('%j is compared as %j', (value, text) => {
  expect(shown(value)).toBe(text);
});

describe('steps', () => {
  const fix: CauseStep[] = [
    { step: 'a', only: { detail: 'x' } },
    { step: 'b', except: [{ detail: 'y' }, { detail: 'x' }] },
    { step: 'c', only: [{ status: 400 }, { status: 500 }], note: 'n' },
  ];

  test.each<[string, Body, string[]]>([
    ['that it is for, and others not', { detail: 'x', status: 401 }, ['a']],
    ['that may be meant', { detail: 'z' }, ['b', 'c']],
    ['of one of two statuses', { detail: 'y', status: 500 }, ['c']],
    ['where none would be left', { detail: 'y', status: 401 }, ['a', 'b', 'c']],
  ])('%s', (_, body, steps) => {
    const left = fittingSteps(fix, body, {});
    expect(left.map(({ step }) => step)).toEqual(steps);
    expect(left.flatMap(Object.keys).filter((key) => key === 'only' || key === 'except')).toEqual([]);
  });
});
