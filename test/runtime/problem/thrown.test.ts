import { aboutBlank, ProblemError, toProblem } from 'arcp-problems';
import { describe, expect, test } from 'vitest';
import { carrierOf, hasFieldsOfProblem, isReceived, ProblemError as OfSource } from '#runtime/problem/error.ts';

/** What is sent for what was thrown, and what a ProblemError says of itself. */

const problem = { type: 'urn:sold-out', title: 'Sold Out', status: 409 };
const shown = { expose: true };

/** An error whose cause has a cause … which at last is this one. */
function causedBy(cause: unknown, depth: number): unknown {
  return depth === 0 ? cause : causedBy(new Error('above', { cause }), depth - 1);
}

describe('toProblem', () => {
  test.each<[name: string, thrown: unknown, status: number]>([
    ['a status below 400', { ...shown, status: 399 }, 500],
    ['400', { ...shown, status: 400 }, 400],
    ['599', { ...shown, status: 599 }, 599],
    ['600', { ...shown, status: 600 }, 500],
    ['a broken status', { ...shown, status: 404.5 }, 500],
    ['a statusCode', { ...shown, statusCode: 404 }, 404],
    ['a status before a statusCode', { ...shown, status: 404, statusCode: 410 }, 404],
    ['a status with something to show that is not true', { expose: 1, status: 404 }, 500],
    ['a status with a response', { status: 404, getResponse: () => 7 }, 404],
    ['a status with a response that is no function', { status: 404, getResponse: 7 }, 500],
    ['the problem of another server', { name: 'ProblemError', problem, exchange: {} }, 500],
    ['the same with a status to show', { name: 'ProblemError', status: 404, ...shown, exchange: {} }, 500],
    ['another error with an exchange', { name: 'Error', problem, exchange: {} }, 409],
    ['a problem itself', problem, 409],
    ['a problem with a status below 400', { ...problem, status: 399 }, 500],
    ['a problem with 400', { ...problem, status: 400 }, 400],
    ['a problem with 599', { ...problem, status: 599 }, 599],
    ['a problem with 600', { ...problem, status: 600 }, 500],
    ['a problem without a title', { ...problem, title: undefined }, 500],
    ['a problem without a type', { ...problem, type: undefined }, 500],
    ['a problem with a type that is a list', { ...problem, type: ['urn:a'] }, 500],
    ['a problem without a status', { ...problem, status: '409' }, 500],
    ['an error with the members of a problem', Object.assign(new Error('x'), problem), 500],
    ['a record with a problem without a type', { problem: { ...problem, type: undefined } }, 500],
    ['a record with a problem without a title', { problem: { ...problem, title: undefined } }, 500],
    ['a problem whose type is a path', { ...problem, type: '/sold-out' }, 409],
    ['a problem whose type is a relative path', { ...problem, type: './sold-out' }, 409],
    ['a problem whose type is a fragment', { ...problem, type: '#sold-out' }, 409],
    ['a problem whose type has digits and signs', { ...problem, type: 'A1+b-c.d:x' }, 409],
    ['a record whose type is a name', { ...problem, type: 'sold-out' }, 500],
    ['a record whose type has a colon late', { ...problem, type: 'sold out: a' }, 500],
    ['a record whose type begins with a digit', { ...problem, type: '1:a' }, 500],
    ['a record whose type begins with a sign', { ...problem, type: '-/a' }, 500],
  ])('of %s', (_, thrown, status) => {
    expect(toProblem(thrown).status).toBe(status);
    if (status === 500) expect(toProblem(thrown)).toStrictEqual(aboutBlank(500));
  });

  test('looks into causes when it is asked to, at most sixteen deep', () => {
    expect(toProblem(causedBy(problem, 1))).toStrictEqual(aboutBlank(500));
    expect(toProblem(causedBy(problem, 1), { searchCause: false })).toStrictEqual(aboutBlank(500));
    expect(toProblem(causedBy(problem, 1), { searchCause: true })).toBe(problem);
    expect(toProblem(causedBy(problem, 16), { searchCause: true })).toBe(problem);
    expect(toProblem(causedBy(problem, 17), { searchCause: true })).toStrictEqual(aboutBlank(500));
    const error = causedBy('x', 1);
    expect(carrierOf(error, true)).toBe(error);
    expect(carrierOf({ problem, cause: { problem: { ...problem, status: 410 } } }, true)).toHaveProperty(
      'problem',
      problem,
    );
  });
});

describe('a ProblemError', () => {
  test.each([
    [{}, 'Problem'],
    [{ title: 'Gone' }, 'Gone'],
    [{ title: 'Gone', detail: 'The cart is gone.' }, 'The cart is gone.'],
    [{ type: 'about:blank', title: 'Gone' }, 'Gone'],
    [{ type: 'urn:a', title: 'Gone' }, 'Gone (urn:a)'],
  ])('of %j has a message', (given, message) => {
    expect(new ProblemError(given).message).toBe(message);
  });

  test.each([
    [499, true],
    [500, false],
    [501, false],
  ])('of a %i may be shown: %s', (status, expose) => {
    expect(new ProblemError({ status }).expose).toBe(expose);
  });

  test('can be given other values', () => {
    const error = new ProblemError(problem);
    Object.assign(error, { status: 418 });
    expect([error.status, error.statusCode, Object.keys(error)]).toEqual([418, 409, ['problem']]);
    Object.assign(error, { status: 420 });
    expect(error.status).toBe(420);
  });

  test('tells whether it has header fields of its own', () => {
    class Own extends OfSource {}
    expect(hasFieldsOfProblem(new OfSource(problem))).toBe(true);
    expect(hasFieldsOfProblem(new OfSource(problem, { headers: { A: 'b' } }))).toBe(false);
    expect(hasFieldsOfProblem(new Own(problem))).toBe(false);
    expect(hasFieldsOfProblem({})).toBe(false);
    expect(isReceived(new OfSource(problem))).toBe(false);
  });
});
