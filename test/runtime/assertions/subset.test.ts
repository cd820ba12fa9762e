import { describe, expect, test } from 'vitest';
import { plainTools } from '#runtime/assertions/plain-tools.ts';
import { hasSubset } from '#runtime/assertions/subset.ts';

/** How assertions compare and show values where the test runner has no means of its own. */

const date = new Date(0);

describe('an actual value has what is expected of it', () => {
  test.each<[unknown, unknown, boolean]>([
    [1, 1, true],
    [1, '1', false],
    [Number.NaN, Number.NaN, true],
    [null, null, true],
    [null, {}, false],
    [undefined, {}, false],
    [{ a: 1, b: 2 }, {}, true],
    [{ a: 1, b: 2 }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: undefined }, { a: undefined }, true],
    [{}, { a: undefined }, false],
    [{}, { toString: Object.prototype.toString }, false],
    [{ a: { b: [1, { c: 2, d: 3 }] } }, { a: { b: [1, { c: 2 }] } }, true],
    [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } }, false],
    [[1, 2], [1], false],
    [[1], [1, 2], false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{}, [], false],
    ['a', ['a'], false],
    [date, date, true],
    [{}, date, false],
    ['abc', expect.stringContaining('b'), true],
    [{ a: ['x'] }, { a: [expect.any(Number)] }, false],
  ])('%j and %j', (actual, expected, has) => {
    expect(hasSubset(actual, expected)).toBe(has);
  });

  test('in the eyes of the test runner', () => {
    const ignoresCase = (a: unknown, b: unknown) => String(a).toLowerCase() === String(b).toLowerCase();
    expect(hasSubset({ a: ['B'] }, { a: ['b'] }, ignoresCase)).toBe(true);
    expect(hasSubset({ a: ['B'] }, { a: ['b'] })).toBe(false);
  });
});

const hostile = Object.assign(Object.create(null), { hostile: { toJSON: () => expect.fail('no') } });

test.each([
  [{ a: [1] }, '{\n  "a": [\n    1\n  ]\n}'],
  ['text', '"text"'],
  [undefined, 'undefined'],
  [7n, '"7n"'],
  [{ a: expect.any(String) }, '{\n  "a": "Any<String>"\n}'],
  [hostile, 'an object'],
])('%# is shown as text', (value, text) => {
  expect([plainTools.printExpected(value), plainTools.printReceived(value)]).toEqual([text, text]);
});

test.each([
  [{ a: 1, b: [2] }, { a: 1, b: [3] }, '- Expected\n+ Received\n\n- "b": [\n  2\n]\n+ "b": [\n  3\n]'],
  [{ a: 1 }, {}, '- Expected\n+ Received\n\n- "a": 1\n+ "a": undefined'],
  [{ a: { x: 1 } }, { a: { x: 1 } }, undefined],
  [{}, { a: 1 }, '- Expected\n+ Received\n\n- "a": undefined\n+ "a": 1'],
])('%j and %j differ', (expected, received, text) => {
  expect(plainTools.diff(expected, received)).toBe(text);
});
