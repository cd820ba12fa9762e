/* cspell:disable */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf } from '#catalog/compiler.ts';
import { lostTags, spread, tagFaults } from '#catalog/member-tags.ts';
import type { Schema } from '#catalog/members.ts';
import { check } from '#catalog/validator.ts';
import { temporary } from '../support.ts';

/** What tags of members become, and what is said of those that can become nothing. */

const formats = 'date, date-time, duration, email, hostname, ipv4, ipv6, time, uri, uri-reference, uuid';
const broken = 'Close each bracket, write a backslash before a literal one, or put JSON in parentheses.';
const known = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'].join(', ');
const must = (tag: string, said: string, was: string, fix = `Write it as in @${tag} 1`) =>
  `it has the tag @${tag}, which must be ${said} (was ${was}). ${fix.replace(/\.$/, '')}.`;
const other = (tag: string, type: string, path = 'it') =>
  `${path} has the tag @${tag}, which is for the type ${type}. Remove the tag, or change the type.`;
const of = (type: string, tags: readonly string[], value: unknown) =>
  ({ type, ...Object.fromEntries(tags.map((tag) => [tag, value])) }) as const;
const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const counts = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];

test.each<[schema: Schema, ...faults: string[]]>([
  [of('number', limits, -1.5)],
  [of('integer', [...limits, 'multipleOf'], 0.5)],
  [{ type: ['null', 'string'], minLength: 0, maxLength: 2, pattern: '^\\p{L}$', format: 'date', examples: [] }],
  [{ type: 'array', minItems: 0, maxItems: 2, uniqueItems: false, default: 'x', description: 'A.' }],
  [{ type: 'object', minProperties: 0, maxProperties: 1 }],
  [of('number', limits, '0x1'), ...limits.map((tag) => must(tag, 'a number', '"0x1"'))],
  [of('number', limits, Number.POSITIVE_INFINITY), ...limits.map((tag) => must(tag, 'a number', 'Infinity'))],
  [of('string', counts, 1.5), ...counts.map((tag) => must(tag, 'a whole number', '1.5'))],
  [of('string', counts, -1), ...counts.map((tag) => must(tag, 'a whole number', '-1'))],
  [of('string', counts, '1'), ...counts.map((tag) => must(tag, 'a whole number', '"1"'))],
  ...[0, -1, '1', Number.POSITIVE_INFINITY].map((value): [Schema, string] => [
    { type: 'number', multipleOf: value },
    must('multipleOf', 'a number above 0', typeof value === 'string' ? '"1"' : String(value)),
  ]),
  ...(['', '(a', '\\p{Xx}', 12] as const).map((value): [Schema, string] => [
    { type: 'string', pattern: value },
    must('pattern', 'a regular expression, and not JSON', JSON.stringify(value), broken),
  ]),
  [{ type: 'string', format: 'url' }, must('format', `one of ${formats}`, '"url"', 'Did you mean uri?').slice(0, -1)],
  [
    { type: 'string', format: 'constructor' },
    must('format', `one of ${formats}`, '"constructor"', 'Choose one of them, or use @pattern'),
  ],
  [{ type: 'array', uniqueItems: '' }, must('uniqueItems', 'true or false', '""', 'Write it as in @uniqueItems true')],
  [{ type: 'string', examples: 'a' }, must('examples', 'a list in JSON', '"a"', 'Write it as in @examples ["a", "b"]')],
  [{ type: '{x}' }, must('type', `one of ${known}`, '"{x}"', 'Write it as in @TJS-type integer')],
  [{ type: ['null', 'x'] }, must('type', `one of ${known}`, '["null","x"]', 'Write it as in @TJS-type integer')],
  // Of another type.
  [of('string', limits, 1), ...limits.map((tag) => other(tag, 'number'))],
  [of('null', ['minLength', 'maxLength'], 1), other('minLength', 'string'), other('maxLength', 'string')],
  [{ minItems: 1, uniqueItems: true, type: 'object' }, other('minItems', 'array'), other('uniqueItems', 'array')],
  [{ maxProperties: 1 }, other('maxProperties', 'object')],
  [{ type: 'number', pattern: 'a', format: 'date' }, other('pattern', 'string'), other('format', 'string')],
  // Inside.
  [
    {
      type: 'object',
      properties: { minimum: { type: 'string', minimum: 1 }, a: { type: 'array', items: { minLength: 1 } } },
      additionalProperties: { type: 'null', maxItems: 1 },
    },
    other('minimum', 'number', 'it.minimum'),
    other('minLength', 'string', 'it.a[]'),
    other('maxItems', 'array', 'it.*'),
  ],
  [
    { type: 'array', prefixItems: [{ minItems: 1 }, { minLength: 2 }], items: false },
    other('minItems', 'array', 'it[]'),
    other('minLength', 'string', 'it[]'),
  ],
  [
    { anyOf: [{ type: 'null' }, { minimum: 1 }], allOf: [{ maxLength: 1 }] },
    other('minimum', 'number'),
    other('maxLength', 'string'),
  ],
])('what is said of the tags in %j', (schema, ...faults) => {
  expect(tagFaults(schema, 'it').map(({ path, fact, fix }) => `${path} ${fact}. ${fix}`)).toEqual(faults);
});

const text = { type: 'string' };
const texts = { type: 'array', items: text };
test.each<[schema: Schema, spread?: Schema]>([
  [{ minLength: 1, ...text }],
  [{ description: 'A.', anyOf: [text, texts] }],
  [{ minimum: 1, anyOf: [text, texts] }],
  [{ enum: [1], anyOf: [{ enum: ['a', 1] }, { type: 'null' }] }],
  [
    { description: 'A.', minItems: 1, maxLength: 2, anyOf: [text, texts, { ...texts, minItems: 2 }] },
    {
      description: 'A.',
      anyOf: [
        { ...text, maxLength: 2 },
        { ...texts, minItems: 1 },
        { ...texts, minItems: 2 },
      ],
    },
  ],
])('the tags of a union go to its parts: %j', (schema, expected = schema) => {
  expect(spread(schema)).toEqual(expected);
});

test('a union with tags is a schema', () => {
  const { properties } = { properties: spread({ minItems: 1, anyOf: [text, texts] }) };
  expect([check(properties, 'a'), check(properties, ['a']), check(properties, []).length > 0]).toEqual([[], [], true]);
});

const folder = temporary();
const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
const tagged = (name: string, type: string) => `/** @minimum 1 @see x */\nexport type ${name} = ${type};\n`;
write('index.ts', tagged('Far', 'number'));

test.each<[type: string, ...lost: string[]]>([
  ['Near'],
  ['Plain[]'],
  ['Near | null', 'Near'],
  ['Near[]', 'Near'],
  ['[Far, { a: Near }, Near?]', 'Far', 'Near'],
  ['{ [key: string]: Far }', 'Far'],
  ['Some[] | { a?: Some }'],
  ['Some | boolean', 'Some'],
  ['List[] | null'],
  ['Lost'],
  ['Whole | null', 'Whole'],
])('%s loses the tags of %j', (type, ...lost) => {
  const file = join(folder, 'sold-out.ts');
  const types = [
    tagged('Near', 'number'),
    tagged('Some', 'number | null'),
    tagged('List', 'number[]'),
    tagged('Whole', 'number').replace('minimum 1', 'TJS-type integer'),
  ].join('');
  write(
    'sold-out.ts',
    `import type { Far } from './index.ts';\n${types}type Plain = string;\ninterface Row { a: ${type} }\n`,
  );
  const program = programOf(folder, [file], 'catalog');
  const statements = [...(program.getSourceFile(file)?.statements ?? [])];
  expect(lostTags(statements, program.getTypeChecker())).toEqual(
    lost.map((name) => ({
      path: `type ${name}`,
      fact: `loses its tag @${name === 'Whole' ? 'TJS-type' : 'minimum'} as a part of another type`,
      fix: `Write the tag at each member, or let ${name} be the whole type of a member.`,
    })),
  );
});
