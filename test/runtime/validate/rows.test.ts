import { defineProblemType } from 'arcp-problems';
import { problemValidator, type ValidationError, validate, validateSessionInvalid } from 'arcp-problems/validators';
import { describe, expect, test } from 'vitest';
import { at, expected, type RawError, validationErrors } from '#runtime/validate/messages.ts';
import {
  any,
  everyItem,
  everyOtherMember,
  firstItems,
  isObject,
  items,
  lengthOf,
  members,
  otherMembers,
  type Row,
  report,
  where,
} from '#runtime/validate/rows.ts';
import { show } from '#runtime/validate/show.ts';
import { tableValidator } from '#runtime/validate/table.ts';

/** The table of a validator and the words of its errors: whole messages. */

const text: Row = [
  [
    (value) => typeof value === 'string',
    'type',
    'be a string',
    [[(value) => value !== '', 'minLength', 'have 1 character or more']],
  ],
];
const number: Row = [[(value) => typeof value === 'number', 'type', 'be a number']];

/** Errors on one line each. */
function linesOf(row: Row, value: unknown, pointer = ''): string[] {
  const errors: ValidationError[] = [];
  report(row, value, pointer, errors);
  return errors.map((error) => `${error.pointer} ${error.keyword}: ${error.message}`);
}

test.each<[name: string, row: Row, value: unknown, lines: string[]]>([
  ['a value that fits', text, 'a', []],
  ['a value of another type', text, 7, ['/at type: must be a string (was 7)']],
  ['a value of the type that does not fit', text, '', ['/at minLength: must have 1 character or more (was "")']],
  ['a condition that holds', [where(Array.isArray, [[() => false, 'a', 'b']])], [], ['/at a: must b (was [])']],
  ['a condition that does not', [where(Array.isArray, [[() => false, 'a', 'b']])], {}, []],
  [
    'members',
    [members({ 'a/b': text, 'c~d': number, e: text }, ['a/b', 'f~/', 'g'])],
    { 'a/b': 7, 'c~d': '1', g: null },
    [
      '/at/f~0~1 required: must be present (was absent)',
      '/at/a~1b type: must be a string (was 7)',
      '/at/c~0d type: must be a number (was "1")',
    ],
  ],
  ['no members', [members({ a: text })], {}, []],
  [
    'other members',
    [otherMembers(number, ['a'])],
    { a: 'x', 'b/': 'y', c: 1 },
    ['/at/b~1 type: must be a number (was "y")'],
  ],
  ['other members, none known', [otherMembers(number)], { a: 'x' }, ['/at/a type: must be a number (was "x")']],
  [
    'items',
    [items(number)],
    [1, 'a', 2, 'b'],
    ['/at/1 type: must be a number (was "a")', '/at/3 type: must be a number (was "b")'],
  ],
  ['items from the second on', [items(number, 1)], ['a', 1, 'b'], ['/at/2 type: must be a number (was "b")']],
  [
    'first items',
    [firstItems(text, number)],
    [1, 'a', 'b'],
    ['/at/0 type: must be a string (was 1)', '/at/1 type: must be a number (was "a")'],
  ],
  ['fewer first items', [firstItems(text, number)], [1], ['/at/0 type: must be a string (was 1)']],
  ['one of several that fits', [any((value) => value === 1, 'be 1', text)], 1, []],
  [
    'one of several of another type',
    [any(() => false, 'be a string or a number', text, number)],
    {},
    ['/at type: must be a string or a number (was {})'],
  ],
  [
    'one of several that got further',
    [any(() => false, 'be x', [[Array.isArray, 'type', 'be an array', [items(number)]]], text)],
    ['a'],
    ['/at/0 type: must be a number (was "a")'],
  ],
  [
    'one of several that got further itself',
    [any(() => false, 'be x', number, text)],
    '',
    ['/at minLength: must have 1 character or more (was "")'],
  ],
])('%s', (_, row, value, lines) => {
  expect(linesOf(row, value, '/at')).toEqual(lines);
});

describe('a yes/no', () => {
  test('of an object', () => {
    expect([{}, Object.create(null), [], null, 'x', undefined, () => 1].map(isObject)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('of items', () => {
    const isNumber = (value: unknown) => typeof value === 'number';
    expect([everyItem([], isNumber), everyItem([1], isNumber), everyItem([1, 'a'], isNumber)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([
      everyItem(['a', 1], isNumber, 1),
      everyItem(['a', 'b'], isNumber, 1),
      everyItem(Array(1), isNumber),
    ]).toEqual([true, false, false]);
    expect([
      everyOtherMember({}, isNumber),
      everyOtherMember({ a: 1 }, isNumber),
      everyOtherMember({ a: 'x' }, isNumber),
    ]).toEqual([true, true, false]);
    expect([
      everyOtherMember({ a: 'x' }, isNumber, ['a']),
      everyOtherMember({ a: 1, b: 'x' }, isNumber, ['a']),
    ]).toEqual([true, false]);
  });

  test('of the length of a text', () => {
    expect(['', 'ab', '👍a'].map(lengthOf)).toEqual([0, 2, 2]);
  });
});

test.each<[value: unknown, shown: string]>([
  [undefined, 'absent'],
  [null, 'null'],
  [7, '7'],
  [7n, 'a bigint'],
  [Symbol('x'), 'a symbol'],
  [() => 1, 'a function'],
  ['a"b', '"a\\"b"'],
  ['x'.repeat(58), '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'],
  ['x'.repeat(59), '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'],
  [{ a: [1, { b: undefined }], c: 'x'.repeat(61) }, '{"a":[1,{}],"c":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'],
  [{ a: 'x'.repeat(200), b: 'c' }, '{"a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'],
  [
    Array.from({ length: 100 }, (_, index) => index % 10),
    '[0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,…',
  ],
  [{ big: 1n }, 'an object'],
  [
    Object.fromEntries(Array.from({ length: 70 }, (_, index) => [String.fromCharCode(97 + (index % 26)) + index, {}])),
    '{"a0":{},"b1":{},"c2":{},"d3":{},"e4":{},"f5":{},"g6":{},"h…',
  ],
])('a message shows %o', (value, shown) => {
  expect(show(value)).toEqual(shown);
});

test('a message shows a loop as far as there is room', () => {
  const loop: Record<string, unknown> = {};
  loop.a = loop;
  expect(show(loop)).toEqual('{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a"…');
});

test.each<[keyword: string, params: Record<string, unknown>, said: string]>([
  ['type', { type: 'string' }, 'be a string'],
  [
    'type',
    { type: ['integer', 'boolean', 'object', 'array', 'null', 'number'] },
    'be an integer, true or false, an object, an array, null or a number',
  ],
  ['type', { type: [] }, 'be nothing'],
  ['const', { allowedValue: 'a' }, 'be "a"'],
  ['enum', { allowedValues: ['a', 2] }, 'be "a" or 2'],
  ['enum', { allowedValues: [] }, 'be nothing'],
  ['pattern', { pattern: '^a' }, 'be text that matches ^a'],
  ['pattern', { pattern: String.raw`^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$` }, 'be a number or a number as text'],
  ['uniqueItems', { i: 3, j: 1 }, 'be free of repeated items, unlike items 1 and 3'],
  ['additionalProperties', { additionalProperty: 'x' }, 'be without "x"'],
  ['dependentRequired', {}, 'be what "dependentRequired" asks for'],
])('of %s and %j is said', (keyword, params, said) => {
  expect(expected(keyword, params)).toEqual(said);
});

test('of each format and each limit is said', () => {
  const formats = ['date-time', 'date', 'uri', 'uri-reference', 'email', 'uuid', 'ipv4', 'ipv6', 'hostname', 'other'];
  expect(formats.map((format) => expected('format', { format }))).toEqual([
    'be a date and time such as "2025-01-31T12:00:00Z"',
    'be a date such as "2025-01-31"',
    'be an absolute URI',
    'be a URI or a relative reference',
    'be an e-mail address',
    'be a UUID',
    'be an IPv4 address',
    'be an IPv6 address',
    'be a host name',
    'be text in the format "other"',
  ]);
  const limits = [
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
  ];
  expect(limits.map((keyword) => [1, 2].map((limit) => expected(keyword, { limit })))).toEqual([
    ['be 1 or more', 'be 2 or more'],
    ['be 1 or less', 'be 2 or less'],
    ['be more than 1', 'be more than 2'],
    ['be less than 1', 'be less than 2'],
    ['have 1 character or more', 'have 2 characters or more'],
    ['have 1 character or fewer', 'have 2 characters or fewer'],
    ['have 1 item or more', 'have 2 items or more'],
    ['have 1 item or fewer', 'have 2 items or fewer'],
  ]);
});

describe('errors of a compiled schema', () => {
  const of = (
    keyword: string,
    instancePath: string,
    schemaPath: string,
    params: Record<string, unknown> = {},
  ): RawError => ({ keyword, instancePath, schemaPath, params });
  const type = (name: string, instancePath: string, schemaPath: string) =>
    of('type', instancePath, schemaPath, { type: name });

  test.each<[name: string, raw: RawError[], errors: string[]]>([
    [
      'one after the other',
      [type('string', '/a', '#/a'), of('required', '', '#/required', { missingProperty: 'b/c~d' })],
      ['/a type: must be a string (was 7)', '/b~1c~0d required: must be present (was absent)'],
    ],
    [
      'branches of the wrong type',
      [
        type('string', '/a', '#/a/anyOf/0/type'),
        type('number', '/a', '#/a/anyOf/1/type'),
        of('anyOf', '/a', '#/a/anyOf'),
      ],
      ['/a type: must be a string or a number (was 7)'],
    ],
    [
      'a branch that got further',
      [
        type('string', '/a/0', '#/a/anyOf/0/items/type'),
        of('minItems', '/a', '#/a/anyOf/0/minItems', { limit: 2 }),
        type('number', '/a', '#/a/anyOf/1/type'),
        of('anyOf', '/a', '#/a/anyOf'),
      ],
      ['/a/0 type: must be a string (was absent)', '/a minItems: must have 2 items or more (was 7)'],
    ],
    [
      'errors before the branches',
      [
        type('string', '/b', '#/b/type'),
        type('string', '/ab', '#/a/anyOf/0/type'),
        type('number', '/a', '#/a/anyOf/1/type'),
        of('anyOf', '/a', '#/a/anyOf'),
      ],
      [
        '/b type: must be a string (was null)',
        '/ab type: must be a string (was true)',
        '/a type: must be a number (was 7)',
      ],
    ],
    [
      'the same place in another branch',
      [
        type('string', '/a', '#/a/anyOfOther/0/type'),
        type('number', '/a', '#/a/anyOf/1/type'),
        of('anyOf', '/a', '#/a/anyOf'),
      ],
      ['/a type: must be a string (was 7)', '/a type: must be a number (was 7)'],
    ],
    [
      'another place in the branch',
      [
        type('string', '/b', '#/a/anyOf/0/type'),
        type('number', '/a', '#/a/anyOf/1/type'),
        of('anyOf', '/a', '#/a/anyOf'),
      ],
      ['/b type: must be a string (was null)', '/a type: must be a number (was 7)'],
    ],
    ['no branch', [of('anyOf', '/a', '#/a/anyOf')], ['/a type: must be nothing (was 7)']],
  ])('%s', (_, raw, errors) => {
    const value = { a: 7, ab: true, b: null };
    expect(
      validationErrors(raw, value).map(({ pointer, keyword, message }) => `${pointer} ${keyword}: ${message}`),
    ).toEqual(errors);
  });

  test('are about the value at a pointer', () => {
    const value = { a: [{ 'b/c': { '~1': 7 } }] };
    expect(['', '/a/0/b~1c/~01', '/a/1/x', '/x'].map((pointer) => at(value, pointer))).toEqual([
      value,
      7,
      undefined,
      undefined,
    ]);
  });
});

describe('a validator', () => {
  const thing = defineProblemType<{ 'a/b'?: string }>()({ type: 'urn:row', title: 'Row', status: 400 });
  const table = tableValidator(
    thing,
    (value, type) => Object(value).type === type && Object(value)['a/b'] === 'x',
    { title: text },
    { 'a/b': text, 'c~d': text },
    ['a/b'],
  );

  test.each<[value: unknown, result: object]>([
    [
      { type: 'urn:row', 'a/b': 'x' },
      { valid: true, value: { type: 'urn:row', 'a/b': 'x' }, errors: [] },
    ],
    [
      { type: 'urn:other', title: 7, 'a/b': '' },
      {
        valid: false,
        errors: [
          { pointer: '/type', message: 'must be "urn:row" (was "urn:other")', keyword: 'const' },
          { pointer: '/title', message: 'must be a string (was 7)', keyword: 'type' },
          { pointer: '/a~1b', message: 'must have 1 character or more (was "")', keyword: 'minLength' },
        ],
      },
    ],
    [
      { type: 'urn:row' },
      {
        valid: false,
        errors: [{ pointer: '/a~1b', message: 'must be present (was absent)', keyword: 'required' }],
      },
    ],
    [
      {},
      {
        valid: false,
        errors: [
          { pointer: '/type', message: 'must be present (was absent)', keyword: 'required' },
          { pointer: '/a~1b', message: 'must be present (was absent)', keyword: 'required' },
        ],
      },
    ],
    [[], { valid: false, errors: [{ pointer: '', message: 'must be an object (was [])', keyword: 'type' }] }],
    [
      Object.defineProperty({}, 'type', {
        get: () => {
          throw new Error('hostile');
        },
      }),
      {
        valid: false,
        errors: [{ pointer: '', message: 'must be a JSON value (reading it threw an error)', keyword: 'type' }],
      },
    ],
  ])('by a table, of %j', (value, result) => {
    expect(table(value)).toStrictEqual(result);
  });

  test('is a Standard Schema', () => {
    const { version, vendor, validate: run } = table['~standard'];
    expect([
      version,
      vendor,
      run({ type: 'urn:row', 'a/b': 'x' }),
      run({ type: 'urn:row', 'a/b': '', 'c~d': 7 }),
    ]).toEqual([
      1,
      'problem-catalog',
      { value: { type: 'urn:row', 'a/b': 'x' } },
      {
        issues: [
          { message: 'must have 1 character or more (was "")', path: ['a/b'] },
          { message: 'must be a string (was 7)', path: ['c~d'] },
        ],
      },
    ]);
    expect(table.problemType).toBe(thing);
  });

  test('by a compiled schema leaves no errors where there are none', () => {
    expect(problemValidator(thing, () => false)({})).toStrictEqual({ valid: false, errors: [] });
    expect(problemValidator(thing, (value) => value === 7)(7)).toStrictEqual({ valid: true, value: 7, errors: [] });
  });

  test('of all types picks one', () => {
    expect(validate({ type: validateSessionInvalid.problemType.type, title: 'x' }).valid).toBe(true);
    expect(
      validate(
        Object.defineProperty({}, 'type', {
          get: () => {
            throw new Error('hostile');
          },
        }),
      ),
    ).toEqual({
      valid: false,
      errors: [
        {
          pointer: '/type',
          message: 'must be the type URI of a problem type of the catalog (was absent)',
          keyword: 'enum',
        },
      ],
    });
  });
});
