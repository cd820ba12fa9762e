import type { ValidationError } from '@nestjs/common';
import { expect, test } from 'vitest';
import { readError } from '#runtime/frameworks/framework-error.ts';
import { findingsOf, requestErrors } from '#runtime/frameworks/request-errors.ts';
import type { RequestParts } from '#runtime/frameworks/request-parts.ts';
import { invalidRequest } from '#runtime/frameworks/validation.ts';
import { problemValidation } from '../../../dist/package/nest.js';

/** What validators report, as one list. The validators themselves are tried in the suites of the frameworks. */

const inPart = (part: string | undefined, ...issues: unknown[]) => requestErrors({ data: { issues, part } });

test('pointers are escaped for JSON Pointer and for a fragment', () => {
  const path = ['a/b', 0, '~', { key: 'é %#' }, 'half \ud800', 'pair \u{1f600}'];
  expect(inPart('body', { message: 'x', path })).toEqual([
    { detail: 'x', pointer: '#/a~1b/0/~0/%C3%A9%20%25%23/half%20%EF%BF%BD/pair%20%F0%9F%98%80' },
  ]);
  expect(inPart('json', { message: 'x' })).toEqual([{ detail: 'x', pointer: '#' }]);
});

test.each([
  ['query', { parameter: 'filter.name' }],
  ['querystring', { parameter: 'filter.name' }],
  ['param', { parameter: 'filter.name' }],
  ['cookie', { parameter: 'filter.name' }],
  ['headers', { header: 'filter.name' }],
  ['body', { pointer: '#/filter/name' }],
  [undefined, { name: 'filter.name' }],
])('what is in the part %s is told as %o', (part, place) => {
  expect(inPart(part, { message: 'x', path: ['filter', 'name'] })).toEqual([{ detail: 'x', ...place }]);
});

test.each([
  ['ajv', { instancePath: '/a~1b/0', message: 'must be text' }, ['#/a~1b/0']],
  ['ajv, a missing member', { keyword: 'required', params: { missingProperty: 'sku' } }, ['#/sku']],
  ['ajv, a member that another needs', { keyword: 'dependentRequired', params: { missingProperty: 'b' } }, ['#/b']],
  ['ajv, a surplus member', { keyword: 'additionalProperties', params: { additionalProperty: 'x' } }, ['#/x']],
  ['ajv, the name of a member', { keyword: 'propertyNames', params: { propertyName: 'x y' } }, ['#/x%20y']],
  ['TypeBox 1, missing members', { keyword: 'required', params: { requiredProperties: ['a', 'b'] } }, ['#/a', '#/b']],
  ['TypeBox', { path: '/a/0', message: 'Expected string', value: 1 }, ['#/a/0']],
  ['valibot', { path: [{ key: 'a', value: 1 }, { key: 0 }], message: 'x', input: 1 }, ['#/a/0']],
  ['nothing but a text', 'a must be a string', ['#']],
  ['no message', {}, ['#']],
])('a finding of %s is one error each', (_validator, issue, pointers) => {
  const errors = inPart('body', issue);
  expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  for (const { detail } of errors) expect(detail).toMatch(/^[a-zA-Z]/);
});

const found = (value: unknown, parts: RequestParts) =>
  requestErrors({ data: { issues: [{ message: 'x', path: ['page'], value }] } }, () => parts);

test.each<[string, unknown, RequestParts, object]>([
  ['in the query alone', 'x', { body: { page: 1 }, query: { page: 'x' }, params: {} }, { parameter: 'page' }],
  ['in the body alone', 1, { body: { page: 1 }, query: { page: '1' } }, { pointer: '#/page' }],
  ['in both', 'x', { body: { page: 'x' }, query: { page: 'x' } }, { name: 'page' }],
  ['in neither', Number.NaN, { body: { page: 1 }, query: { page: 'x' } }, { name: 'page' }],
  ['absent', undefined, { body: {}, query: {} }, { name: 'page' }],
  ['nowhere but in a body that was read and not kept', 'x', { query: {}, wasRead: true }, { pointer: '#/page' }],
  ['perhaps in a body that was not kept', 'x', { query: { page: 'x' }, wasRead: true }, { name: 'page' }],
  ['an object of the body', { a: 1 }, { body: { page: { a: 1 } }, query: {} }, { pointer: '#/page' }],
])('a value that is %s is looked up', (_case, value, parts, place) => {
  expect(found(value, parts)).toEqual([{ detail: 'x', ...place }]);
});

test('one value that is sure makes all of a validation sure', () => {
  const issues = [
    { message: 'is missing', path: ['sku'] },
    { message: 'is low', path: ['count'], value: 0 },
  ];
  expect(requestErrors({ data: { issues } }, () => ({ body: { count: 0 }, query: {} }))).toEqual([
    { detail: 'is missing', pointer: '#/sku' },
    { detail: 'is low', pointer: '#/count' },
  ]);
});

test('a value that cannot be compared does no harm', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  expect(found(cyclic, { body: { page: { ...cyclic } }, query: {} })).toEqual([{ detail: 'x', name: 'page' }]);
});

test('a flood of findings is cut', () => {
  const issues = Array.from({ length: 100_000 }, (_, index) => ({ message: 'x', path: [index] }));
  const problem = invalidRequest(400, requestErrors({ data: { issues, part: 'body' } }));
  expect(problem.errors).toHaveLength(100);
  expect(problem.errors.at(-1)).toEqual({ detail: 'x', pointer: '#/99' });
  expect(problem.detail).toBe('100 values or more of the request must change.');
});

test('an invalid body may be as deep as it likes', () => {
  let error: ValidationError = { property: 'leaf', constraints: { isInt: 'must be whole' } };
  for (let depth = 0; depth < 20_000; depth += 1) error = { property: 'a', children: [error] };
  const { problem } = readError(problemValidation([error]));
  expect(problem).toMatchObject({ errors: [{ detail: 'must be whole', name: `${'a.'.repeat(20_000)}leaf` }] });
});

test('findings come in the order of the value', () => {
  const errors: ValidationError[] = [
    { property: 'a', children: [{ property: 'x', constraints: { isInt: 'ax' } }] },
    { property: 'b', constraints: { isInt: 'b1', min: 'b2' } },
  ];
  expect(requestErrors({ data: { issues: errors } }).map(({ detail }) => detail)).toEqual(['ax', 'b1', 'b2']);
});

const respond = (said: unknown) => ({ getResponse: () => said });
const low = { message: 'is low', path: ['a'], value: 1 };

test.each<[string, object, unknown[]]>([
  ['Fastify', { validation: [low], validationContext: 'querystring' }, [{ detail: 'is low', parameter: 'a' }]],
  ['Fastify, of the body', { validation: [low] }, [{ detail: 'is low', pointer: '#/a' }]],
  [
    'express-openapi-validator',
    {
      errors: [
        { path: '/body/a/0', message: 'is low' },
        { path: '/query/b', message: 'is high' },
        { path: '/params/c', message: 'is odd' },
        { path: '/headers/d', message: 'is even' },
        { path: '/cookies/e', message: 'is raw' },
        { path: '/bodyguard/f', message: 'secret' },
        { path: '/somebody/g', message: 'secret' },
        { path: '', message: 'secret' },
      ],
    },
    [
      { detail: 'is low', pointer: '#/a/0' },
      { detail: 'is high', parameter: 'b' },
      { detail: 'is odd', parameter: 'c' },
      { detail: 'is even', header: 'd' },
      { detail: 'is raw', parameter: 'e' },
    ],
  ],
  ['Nest', respond({ message: ['a is low', 'b is high'] }), [{ detail: 'a is low' }, { detail: 'b is high' }]],
  [
    'Nest 12',
    respond({ message: { a: ['is low', 'is odd'], b: 'is high' } }),
    [
      { detail: 'is low', name: 'a' },
      { detail: 'is odd', name: 'a' },
      { detail: 'is high', name: 'b' },
    ],
  ],
  ['Nest with one text', respond({ message: 'a is low' }), []],
  ['Nest with null', respond({ message: null }), []],
  [
    'a response with findings',
    respond({ errors: [low, { message: 'x' }] }),
    [{ detail: 'is low', name: 'a' }, { detail: 'x' }],
  ],
  ['a response with other errors', respond({ errors: [low, { code: 7 }] }), []],
  ['a response with one error', respond({ errors: { message: 'x' } }), []],
  ['a response that is text', respond('no'), []],
  ['nothing', {}, []],
  ['a getResponse that is none', { getResponse: 7 }, []],
  ['data without issues', { data: {}, errors: [{ path: '/body/a', message: 'x' }] }, [{ detail: 'x', pointer: '#/a' }]],
])('the findings of %s', (_, error, errors) => {
  expect(requestErrors(error)).toEqual(errors);
});

test('the findings of a response are looked up in the request', () => {
  expect(requestErrors(respond({ errors: [low] }), () => ({ query: { a: 1 }, body: {} }))).toEqual([
    { detail: 'is low', parameter: 'a' },
  ]);
});

test.each<[string, unknown, unknown[]]>([
  ['a set', new Set(['x']), [{ message: 'x', path: [] }]],
  ['a text', 'x', []],
  ['an object', { message: 'x' }, []],
  ['null', null, []],
  ['null in a list', [null], [{ message: 'null', path: [] }]],
  ['numbers in a list', [7], [{ message: '7', path: [] }]],
  [
    'symbols in a way',
    [{ message: 'x', path: [Symbol.iterator, { key: 'a' }] }],
    [{ message: 'x', path: [Symbol.iterator, 'a'] }],
  ],
  ['no message', [{ path: ['a'] }], [{ message: 'is not valid', path: ['a'] }]],
  ['a message that is a number', [{ message: 7, path: ['a'] }], [{ message: '7', path: ['a'] }]],
  ['a value of valibot', [{ message: 'x', input: 1 }], [{ message: 'x', path: [], value: 1 }]],
  ['a value of arktype', [{ message: 'x', data: 1 }], [{ message: 'x', path: [], value: 1 }]],
  [
    'nested objects of class-validator',
    [
      {
        property: 'a',
        value: {},
        children: [
          { property: 'b', children: [{ property: 'c', constraints: { isInt: 'must be whole' }, value: 1.5 }] },
          { property: 'd', constraints: {}, children: [] },
        ],
      },
    ],
    [{ message: 'must be whole', path: ['a', 'b', 'c'], value: 1.5 }],
  ],
  ['children without a property', [{ message: 'x', children: [{ message: 'y' }] }], [{ message: 'x', path: [] }]],
  [
    'missing and surplus members',
    [
      { keyword: 'required', params: { requiredProperties: ['a', 7] }, instancePath: '/o', message: 'x' },
      { keyword: 'additionalProperties', params: { additionalProperties: 'b' }, message: 'x' },
      { keyword: 'unevaluatedProperties', params: { unevaluatedProperty: 'c' }, message: 'x' },
      { keyword: 'propertyNames', params: { propertyName: 'd e' }, message: 'must be a name' },
      { keyword: 'propertyNames', params: {}, message: 'must be a name' },
    ],
    [
      { message: 'must be present', path: ['o', 'a'] },
      { message: 'must be absent', path: ['b'] },
      { message: 'must be absent', path: ['c'] },
      { message: 'must be a name', path: ['d e'] },
      { message: 'must be a name', path: [] },
    ],
  ],
])('%s as findings', (_, reported, findings) => {
  expect(findingsOf(reported)).toEqual(findings);
});

test('a hundred findings are enough', () => {
  expect(findingsOf(Array.from({ length: 101 }, () => low))).toHaveLength(100);
});
