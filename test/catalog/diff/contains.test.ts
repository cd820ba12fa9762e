import { expect, test } from 'vitest';
import { contains } from '#catalog/diff/contains.ts';
import type { Schema } from '#catalog/members.ts';

/** Which schemas take every value of another. */

const string = { type: 'string' };
const number = { type: 'number' };
const array = { type: 'array' };
const object = { type: 'object' };

test.each<[what: string, wide: object, narrow: object]>([
  ['a number and an integer', number, { type: 'integer' }],
  ['a further type', { type: ['string', 'null'] }, string],
  ['a further alternative', { anyOf: [string, number] }, string],
  ['alternatives in another order', { anyOf: [string, number] }, { anyOf: [{ type: 'integer' }, string] }],
  ['alternatives with keywords beside them', { anyOf: [string, number], title: 'a' }, { ...number, title: 'a' }],
  ['a pattern', string, { ...string, pattern: '^a' }],
  ['a format', string, { ...string, format: 'date' }],
  ['a longer text', { ...string, minLength: 2 }, { ...string, minLength: 3 }],
  ['a shorter text', { ...string, maxLength: 3 }, { ...string, maxLength: 2 }],
  ['a greater minimum', { ...number, minimum: 1 }, { ...number, minimum: 2 }],
  ['a smaller maximum', { ...number, maximum: 2 }, { ...number, maximum: 1 }],
  ['a greater open minimum', { ...number, exclusiveMinimum: 1 }, { ...number, exclusiveMinimum: 2 }],
  ['a smaller open maximum', { ...number, exclusiveMaximum: 2 }, { ...number, exclusiveMaximum: 1 }],
  ['a multiple', { ...number, multipleOf: 2 }, { ...number, multipleOf: 4 }],
  ['more items', { ...array, minItems: 1 }, { ...array, minItems: 2 }],
  ['fewer items', { ...array, maxItems: 2 }, { ...array, maxItems: 1 }],
  ['a constant', string, { const: 'a' }],
  ['one of several values', { enum: ['a', 'b'] }, { const: 'a' }],
  ['some of several values', { enum: ['a', 'b', 'c'] }, { enum: ['c', 'a'] }],
  ['values of a type', string, { ...string, enum: ['a', 'b'] }],
  ['a value of two types', { type: ['string', 'number'], enum: ['a', 1] }, { ...number, enum: [1] }],
  ['a required member', object, { ...object, required: ['a'] }],
  ['a further required member', { ...object, required: ['a'] }, { ...object, required: ['b', 'a'] }],
  ['items that are narrower', { ...array, items: number }, { ...array, items: { type: 'integer' } }],
  ['items of any kind', { ...array, items: true }, { ...array, items: string }],
  ['no items', { ...array, items: string }, { ...array, items: false }],
  [
    'members that are narrower',
    { ...object, properties: { a: number } },
    { ...object, properties: { a: { const: 1 } } },
  ],
  [
    'a member that is missing',
    { ...object, properties: { a: string, b: string } },
    { ...object, properties: { a: string } },
  ],
  ['no member at all', { ...object, properties: { a: string } }, object],
  [
    'further members that are narrower',
    { ...object, additionalProperties: number },
    { ...object, additionalProperties: { type: 'integer' } },
  ],
  ['no further members', { ...object, additionalProperties: string }, { ...object, additionalProperties: false }],
  [
    'a limit for another of the types',
    { type: ['string', 'integer'], minimum: 1, pattern: '^a' },
    { ...string, pattern: '^a' },
  ],
  ['a limit of arrays, for a text', { type: ['string', 'array'], minItems: 1, uniqueItems: true }, string],
  [
    'a limit of objects, for a number',
    { type: ['integer', 'object'], required: ['a'], minProperties: 1 },
    { type: 'integer' },
  ],
  ['a limit of numbers, for an array', { type: ['array', 'integer'], multipleOf: 2, maximum: 4 }, array],
])('%s is contained, and does not contain', (_, wide, narrow) => {
  expect(contains(wide as Schema, narrow as Schema)).toBe(true);
  expect(contains(narrow as Schema, wide as Schema)).toBe(false);
  expect(contains(wide as Schema, wide as Schema)).toBe(true);
});

test.each<[what: string, one: object, other: object]>([
  ['a text and a number', string, number],
  ['two patterns', { ...string, pattern: '^a' }, { ...string, pattern: '^b' }],
  ['a minimum and a maximum', { ...number, minimum: 1 }, { ...number, maximum: 1 }],
  ['limits that are not comparable', { ...number, multipleOf: 2 }, { ...number, multipleOf: 3 }],
  ['a limit of an integer beside texts', { type: ['integer', 'string'], minimum: 2 }, { type: 'integer', minimum: 1 }],
  ['a pattern of a text beside numbers', { type: ['number', 'string'], pattern: '^a' }, string],
  ['names of members beside texts', { type: ['object', 'string'], patternProperties: { '^a': string } }, object],
  ['other values', { enum: ['a'] }, { enum: ['b'] }],
  ['other values of two types', { type: ['string', 'number'], enum: ['a', 1] }, { const: 'b' }],
  [
    'one member of another type',
    { ...object, properties: { a: string, b: number } },
    { ...object, properties: { a: string, b: string } },
  ],
  ['a null and another type', { const: null }, string],
  ['other required members', { ...object, required: ['a'] }, { ...object, required: ['b'] }],
  ['other members', { ...object, properties: { a: string } }, { ...object, properties: { b: string } }],
  ['items of other types', { ...array, items: string }, { ...array, items: number }],
  [
    'patterns of member names',
    { ...object, patternProperties: { '^a': string } },
    { ...object, patternProperties: { '^b': string } },
  ],
])('%s do not contain each other', (_, one, other) => {
  expect(contains(one as Schema, other as Schema)).toBe(false);
  expect(contains(other as Schema, one as Schema)).toBe(false);
});
