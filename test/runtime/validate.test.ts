import { defineProblemType, rateLimitExceeded, sessionInvalid, tokenInvalid } from 'arcp-problems';
import {
  problemValidator,
  type RawValidator,
  validate,
  validateSessionInvalid,
  validators,
} from 'arcp-problems/validators';
import { expect, test } from 'vitest';
import { check } from '#catalog/validator.ts';

/** Validators: one a type, all of them, and those of one's own. */

const type = 'urn:example:thing';
const thing = defineProblemType<{ size?: number }>()({ type, title: 'Thing', status: 400 });

/** A validator of one's own for a schema of members. */
function validatorFor(properties: object) {
  const raw: RawValidator = (value) => {
    raw.errors = check({ type: 'object', properties: { type: { const: type }, ...properties } }, value);
    return raw.errors.length === 0;
  };
  return problemValidator(thing, raw);
}

const numberText = String.raw`^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$`;

test.each([
  [{ type: 'string' }, 7, 'must be a string (was 7)'],
  [{ type: ['string', 'null'] }, 7, 'must be a string or null (was 7)'],
  [{ type: ['number', 'string'], pattern: numberText }, 'soon', 'must be a number or a number as text (was "soon")'],
  [{ type: 'integer' }, 1.5, 'must be an integer (was 1.5)'],
  [{ const: 'A' }, 'B', 'must be "A" (was "B")'],
  [{ enum: ['A', 'B', 3] }, 'C', 'must be "A", "B" or 3 (was "C")'],
  [{ type: 'string', pattern: '^a' }, 'b', 'must be text that matches ^a (was "b")'],
  [{ type: 'string', format: 'date-time' }, 'x', 'must be a date and time such as "2025-01-31T12:00:00Z" (was "x")'],
  [{ type: 'number', minimum: 0 }, -1, 'must be 0 or more (was -1)'],
  [{ type: 'number', maximum: 9 }, 10, 'must be 9 or less (was 10)'],
  [{ type: 'string', minLength: 1 }, '', 'must have 1 character or more (was "")'],
  [{ type: 'string', maxLength: 2 }, 'abc', 'must have 2 characters or fewer (was "abc")'],
  [{ type: 'array', minItems: 1 }, [], 'must have 1 item or more (was [])'],
  [{ type: 'array', maxItems: 1 }, [1, 2], 'must have 1 item or fewer (was [1,2])'],
  [{ type: 'array', uniqueItems: true }, [1, 1], 'must be free of repeated items, unlike items 0 and 1 (was [1,1])'],
  [{ anyOf: [{ type: 'array' }, { type: 'string' }] }, 3, 'must be an array or a string (was 3)'],
  [{ type: 'string' }, { a: 'x'.repeat(99) }, `must be a string (was {"a":"${'x'.repeat(53)}…)`],
])('%j refuses %j: %s', (schema, value, message) => {
  expect(validatorFor({ size: schema })({ type, size: value }).errors).toEqual([
    { pointer: '/size', message, keyword: expect.any(String) },
  ]);
});

test('an anyOf whose branch got further tells what is wrong inside it', () => {
  const items = {
    type: 'array',
    items: { type: 'object', required: ['a/b'], properties: { 'a/b': { type: 'string' } } },
  };
  expect(validatorFor({ size: { anyOf: [items, { type: 'string' }] } })({ type, size: [{}] }).errors).toEqual([
    { pointer: '/size/0/a~1b', message: 'must be present (was absent)', keyword: 'required' },
  ]);
});

test('a validator gives the value back, or every error with its pointer', () => {
  const problem = sessionInvalid();
  expect(validateSessionInvalid(problem)).toStrictEqual({ valid: true, value: problem, errors: [] });
  expect(validateSessionInvalid({ type: tokenInvalid.type, title: 1 }).errors.map(({ pointer }) => pointer)).toEqual([
    '/type',
    '/title',
  ]);
  expect(validateSessionInvalid({}).errors).toEqual([
    { pointer: '/type', message: 'must be present (was absent)', keyword: 'required' },
  ]);
  expect(validateSessionInvalid.problemType).toBe(sessionInvalid);
});

test('a validator is a Standard Schema', async () => {
  const { version, vendor, validate: run } = validateSessionInvalid['~standard'];
  expect([version, vendor]).toEqual([1, 'problem-catalog']);
  const problem = sessionInvalid();
  expect(run(problem)).toEqual({ value: problem });
  expect(run({ ...problem, session_id: 1 })).toEqual({
    issues: [{ message: 'must be a string (was 1)', path: ['session_id'] }],
  });
});

test('validate picks the type, and refuses what is not of the catalog', () => {
  for (const { problemType } of validators) {
    expect(validate({ type: problemType.type }).errors.filter(({ pointer }) => pointer === '/type')).toEqual([]);
  }
  expect(validate(rateLimitExceeded()).valid).toBe(true);
  expect(validate({ type: 'urn:x' }).errors).toEqual([
    { pointer: '/type', message: expect.stringContaining('(was "urn:x")'), keyword: 'enum' },
  ]);
});

test.each([
  ['null', null],
  ['a number', 3],
  ['an array', []],
  [
    'a throwing getter',
    {
      get type() {
        throw new Error('hostile');
      },
    },
  ],
  [
    'a throwing proxy',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('hostile');
        },
      },
    ),
  ],
  ['a loop', loop()],
])('neither throws for %s', (_, value) => {
  expect(validate(value).valid).toBe(false);
  expect(validateSessionInvalid(value).valid).toBe(false);
});

function loop(): object {
  const value: Record<string, unknown> = {};
  value.type = value;
  return value;
}
