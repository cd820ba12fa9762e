import { describe, expect, test } from 'vitest';
import { thrownTo1, thrownTo2 } from '#runtime/frameworks/h3-error.ts';
import { malformed, markMalformed } from '#runtime/frameworks/malformed.ts';
import { partOf, partsOf, type RequestParts } from '#runtime/frameworks/request-parts.ts';
import { invalidRequest, invalidRequestError, locate } from '#runtime/frameworks/validation.ts';

/** Which part of a request an error is about, and what was thrown before a framework wrapped it. */

test('the parts of a request are its members, and the text of its body', () => {
  expect(partsOf({ body: { a: 1 }, rawBody: Buffer.from('{"a":1}'), query: { b: 2 }, params: { c: 3 } })).toEqual({
    body: { a: 1 },
    query: { b: 2 },
    params: { c: 3 },
    text: '{"a":1}',
  });
  expect(partsOf({ body: 'x', rawBody: 'y' }).text).toBe('x');
  expect(partsOf({}).text).toBeUndefined();
});

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

test.each<[string, unknown, RequestParts, string | undefined]>([
  ['that the framework told', 'x', { validated: 'query', body: { a: 'x' } }, 'query'],
  ['of the body', 'x', { body: { a: 'x' }, query: {}, params: {} }, 'body'],
  ['of the query', 'x', { body: { a: 'y' }, query: { a: 'x' } }, 'query'],
  ['of the path', 'x', { params: { a: 'x' } }, 'params'],
  ['of the header', 'x', { headers: { a: 'x' } }, 'headers'],
  ['of two parts', 'x', { body: { a: 'x' }, query: { a: 'x' } }, undefined],
  ['of no part', 'x', { body: {}, query: null }, undefined],
  ['that is inherited', Object.prototype.toString, { body: {} }, undefined],
  ['that is absent', undefined, { body: {} }, undefined],
  ['of a body that was read and not kept', 'x', { query: {}, wasRead: true }, 'body'],
  ['perhaps of it', 'x', { query: { a: 'x' }, wasRead: true }, undefined],
  ['that was copied', { b: [1] }, { body: { a: { b: [1] } } }, 'body'],
  ['that was copied and changed', { b: [1] }, { body: { a: { b: [2] } } }, undefined],
  ['that is an object and was text', { b: 1 }, { body: { a: '{"b":1}' } }, undefined],
  ['that was an object and is text', '{"b":1}', { body: { a: { b: 1 } } }, undefined],
  ['that is null', null, { body: { a: null } }, 'body'],
  ['that was null', {}, { body: { a: null } }, undefined],
  ['deep in a text', 1, { body: { a: 1 }, query: 'a' }, 'body'],
  ['that is an object beside a text', { b: 1 }, { body: { a: { b: 1 } }, query: { a: 'x' } }, 'body'],
  ['that has a loop', cyclic, { body: { a: { ...cyclic } } }, undefined],
  ['that has the same loop', cyclic, { body: { a: cyclic } }, 'body'],
])('a value %s', (_, value, parts, part) => {
  const path = value === Object.prototype.toString ? ['toString'] : ['a'];
  expect(partOf([{ path, value }], parts)).toBe(part);
});

test('the first value that is sure decides', () => {
  const refused = [{ path: ['b'] }, { path: ['a', 'c'], value: 1 }, { path: ['a', 'c'], value: 2 }];
  expect(partOf(refused, { body: { a: { c: 2 } }, query: { a: 'c' } })).toBe('body');
  expect(partOf([], { body: {} })).toBeUndefined();
});

const jsonFault = (text: string) => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error as Error;
  }
};

test.each<[string, object, RequestParts | undefined, string | undefined]>([
  ['the text that failed', jsonFault('{"a'), { text: '{"a' }, 'shown'],
  ['another text', jsonFault('{"a'), { text: '[', wasRead: true }, undefined],
  ['a text that is whole', jsonFault('{"a'), { text: '{}', wasRead: true }, undefined],
  ['a body that was not kept', jsonFault('{"a'), { wasRead: true }, 'hidden'],
  ['no body', jsonFault('{"a'), {}, undefined],
  ['nothing', jsonFault('{"a'), undefined, undefined],
  ['another kind of error', new TypeError('JSON'), { wasRead: true }, undefined],
  ['an error about another language', new SyntaxError('JSONP'), { wasRead: true }, undefined],
])('malformed JSON beside %s', (_, error, parts, verdict) => {
  expect(malformed(error, parts && (() => parts))).toBe(verdict);
});

test('an error that was noted is malformed whatever it says', () => {
  const error = new Error('x');
  markMalformed(error);
  expect(malformed(error, undefined)).toBe('shown');
  expect(malformed(new Error('x'), () => ({ wasRead: true }))).toBeUndefined();
});

describe('what was thrown before h3 made an error of it', () => {
  const thrown = new Error('thrown');
  const failed = { status: 409 };
  const own = (cause: unknown, more: object = {}) => Object.assign(new Error('h3', { cause }), more);

  test.each<[string, Error, unknown]>([
    ['one that is not its own', own(thrown, { unhandled: true }), thrown],
    ['one that is not its own, wrapped twice', own({ unhandled: true, cause: thrown }, { unhandled: true }), thrown],
    ['nothing', own(undefined, { unhandled: true }), undefined],
    ['one with the status of its cause', own({ cause: failed }), failed],
    ['one with the statusCode of its cause', own({ cause: { statusCode: 409 } }), { statusCode: 409 }],
    ['a failed validation', own({ status: 400, statusText: 'Validation failed', cause: failed }), failed],
  ])('by h3 2: %s', (_, error, expected) => {
    expect(thrownTo2(error)).toEqual(expected);
  });

  test.each<[string, Error]>([
    ['with a status', own({ status: 400, cause: failed })],
    ['with a statusCode', own({ statusCode: 400, cause: failed })],
    ['whose cause has no status', own({ cause: thrown })],
    ['without a cause', own({})],
    ['without details', own(undefined)],
  ])('by h3 2: its own error %s stays', (_, error) => {
    expect(thrownTo2(error)).toBe(error);
  });

  /** As h3 1 does with an error of another class: it keeps its stack, and its cause before itself. */
  const wrapped = (input: Error) =>
    Object.defineProperty(own(input.cause ?? input, { unhandled: true }), 'stack', { get: () => input.stack });

  test.each<[string, unknown, unknown]>([
    ['an error', wrapped(thrown), thrown],
    ['a text', own('text', { unhandled: true }), 'text'],
    ['an error that has the stack of none', own(thrown, { unhandled: true }), thrown],
  ])('by h3 1: %s', (_, error, expected) => {
    expect(thrownTo1(error as Error)).toBe(expected);
  });

  test.each([
    ['with a status', own(thrown)],
    ['without a cause', own(undefined, { unhandled: true })],
    ['that hides what was thrown behind its cause', wrapped(new Error('outer', { cause: failed }))],
    ['that hides it behind another error', wrapped(new Error('outer', { cause: thrown }))],
  ])('by h3 1: its own error %s stays', (_, error) => {
    expect(thrownTo1(error)).toBe(error);
  });
});

describe('a finding', () => {
  test.each([
    [undefined, ['a', 0], { detail: 'x', name: 'a.0' }],
    [undefined, [], { detail: 'x' }],
    ['header', ['a'], { detail: 'x', header: 'a' }],
    ['headers', [], { detail: 'x' }],
    ['query', ['a', Symbol.iterator], { detail: 'x', parameter: 'a.Symbol(Symbol.iterator)' }],
    ['querystring', ['a'], { detail: 'x', parameter: 'a' }],
    ['params', ['a'], { detail: 'x', parameter: 'a' }],
    ['param', ['a'], { detail: 'x', parameter: 'a' }],
    ['cookies', ['a'], { detail: 'x', parameter: 'a' }],
    ['cookie', [], { detail: 'x' }],
    ['body', ['a/b', 0, '~'], { detail: 'x', pointer: '#/a~1b/0/~0' }],
    ['my-query', [], { detail: 'x', pointer: '#' }],
    ['queryX', ['\ud83d\ude00\ud83d'], { detail: 'x', pointer: '#/%F0%9F%98%80%EF%BF%BD' }],
    ['x-header', ['\ude00'], { detail: 'x', pointer: '#/%EF%BF%BD' }],
    ['headersX', ['a'], { detail: 'x', pointer: '#/a' }],
  ])('in the part %s at %j', (part, path, error) => {
    expect(locate('x', path, part)).toEqual(error);
  });

  test.each([
    [1, 'One value of the request must change.', 1],
    [2, '2 values of the request must change.', 2],
    [99, '99 values of the request must change.', 99],
    [100, '100 values or more of the request must change.', 100],
    [101, '100 values or more of the request must change.', 100],
  ])('and %i of them', (count, detail, shown) => {
    const errors = Array.from({ length: count }, () => ({ detail: 'x' }));
    const { errors: listed, ...rest } = invalidRequest(422, errors);
    expect(rest).toEqual({ type: 'about:blank', title: 'Unprocessable Content', status: 422, detail });
    expect(listed).toHaveLength(shown);
  });

  test('travels in an error for the client', () => {
    const error = invalidRequestError(['x'], 'body');
    expect([error.message, { ...error }]).toEqual([
      'The request is not valid.',
      { status: 400, expose: true, data: { issues: ['x'], part: 'body' } },
    ]);
  });
});
