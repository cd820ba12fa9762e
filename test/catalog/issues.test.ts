// cspell:ignore titel nevr
import { expect, test } from 'vitest';
import { z } from 'zod';
import { saidOf } from './said.ts';

/** What is said of data that a schema refuses. */

const look = 'Change the value; your editor says what the field holds.';
const { string, number, strictObject, array, record, union, enum: oneOf, literal } = z;

test.each<[what: string, schema: z.ZodType, value: unknown, ...said: string[]]>([
  ['nothing', string(), 'a'],
  ['the entry itself', string(), 1, `it must be a string (was 1). ${look}`],
  [
    'the way to a field',
    strictObject({ causes: record(string(), array(strictObject({ fix: string() }))) }),
    { causes: { late: [{ fix: 'a' }, { fix: 1 }] } },
    `causes.late[1].fix must be a string (was 1). ${look}`,
  ],
  [
    'the way from a list',
    array(strictObject({ a: number() })),
    [{ a: 1 }, { a: 'b' }],
    `[1].a must be a number (was "b"). ${look}`,
  ],
  [
    'the names of fields that are like others',
    strictObject({}),
    { titel: 1, x: 2 },
    'it has the unknown fields "titel", "x". Did you mean "title"?',
  ],
  [
    'a name like that of a fact',
    strictObject({}),
    { baseUrl: 1 },
    'it has the unknown field "baseUrl". Did you mean "baseUri"?',
  ],
  [
    'a name that only facts have',
    strictObject({}),
    { statuses: 1 },
    'it has the unknown field "statuses". Did you mean "status"?',
  ],
  [
    'names that are like no other',
    strictObject({}),
    { quiteAnother: 1, title: 2 },
    'it has the unknown fields "quiteAnother", "title". Correct the name, or remove it; your editor lists the fields.',
  ],
  [
    'names of fields within others',
    strictObject({ a: strictObject({}) }),
    { a: { titel: 1 } },
    'a has the unknown field "titel". Correct the name, or remove it; your editor lists the fields.',
  ],
  ...(
    [
      [string(), 'a string'],
      [array(string()), 'an array'],
      [record(string(), string()), 'an object'],
      [number(), 'a number'],
      [z.null(), 'null'],
      [z.boolean(), 'a boolean'],
    ] as [z.ZodType, string][]
  ).map(([field, kind]): [string, z.ZodType, unknown, string] => [
    `${kind} that is missing`,
    strictObject({ a: field }),
    {},
    `a is missing. Add it, as ${kind}; your editor says what it holds.`,
  ]),
  [
    'a kind that is meant',
    strictObject({ a: oneOf(['never', 'after-fix']) }),
    { a: 'nevr' },
    'a must be one of never, after-fix (was "nevr"). Did you mean "never"?',
  ],
  [
    'a kind that is none',
    strictObject({ a: oneOf(['never', 'after-fix']) }),
    { a: 'quite-another' },
    'a must be one of never, after-fix (was "quite-another"). Choose one of them.',
  ],
  [
    'a kind that is missing',
    strictObject({ a: oneOf(['undefined', 'b']) }),
    {},
    'a must be one of undefined, b (was undefined). Add it.',
  ],
  ['a literal', literal(12), 13, 'it must be one of 12 (was 13). Did you mean "12"?'],
  [
    'what is wrong with the form that is meant',
    strictObject({ logo: union([string(), strictObject({ light: string() })]) }),
    { logo: { dark: 'a' } },
    'logo.light is missing. Add it, as a string; your editor says what it holds.',
  ],
  [
    'what is wrong with the first form where two are meant',
    union([string().min(3, 'must be long'), string().min(2, 'must be longer')]),
    'a',
    `it must be long (was "a"). ${look}`,
  ],
  [
    'the forms where none is meant',
    strictObject({ a: union([string(), array(string()), record(string(), string()), string()]) }),
    { a: 1 },
    `a must be a string or an array or an object (was 1). ${look}`,
  ],
  [
    'other values than those of a kind',
    union([string(), oneOf(['quite'])]),
    1,
    `it must be one of quite (was 1). Choose one of them.`,
  ],
  [
    'its own words for all forms',
    union([string(), number()], 'must be either. Choose.'),
    null,
    'it must be either (was null). Choose.',
  ],
  [
    'the name of a field',
    strictObject({ a: record(string().regex(/^b/, 'must begin with b. It must be so.'), string()) }),
    { a: { c: 'd' } },
    'a.c has a name that must begin with b (was "c"). It must be so.',
  ],
  [
    'its own words with two sentences of advice',
    string().max(1, 'must be short. Cut it. Do.'),
    'ab',
    'it must be short (was "ab"). Cut it. Do.',
  ],
  [
    'its own words with a period',
    string().max(1, 'must end with .png.'),
    'ab',
    `it must end with .png (was "ab"). ${look}`,
  ],
  ['an empty text', string().min(1), '', 'it must not be empty (was ""). Write it out.'],
  [
    'a short text',
    string().min(2),
    'a',
    `it must fit: Too small: expected string to have >=2 characters (was "a"). ${look}`,
  ],
  ['an empty list', array(string()).min(1), [], 'it must have at least one item (was []). Add one.'],
  ['a small number', number().min(2), 1, `it must fit: Too small: expected number to be >=2 (was 1). ${look}`],
  ['a large number', number().max(1), 2, `it must fit: Too big: expected number to be <=1 (was 2). ${look}`],
])('%s', (_, schema, value, ...said) => {
  expect(saidOf(schema, value)).toEqual(said);
});
