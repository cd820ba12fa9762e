import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CatalogError } from '#catalog/finding.ts';
import { load } from '#catalog/load.ts';
import { check, standaloneModule } from '#catalog/validator.ts';
import { temporary } from '../support.ts';

/** A catalog of one type whose interface has the member `it`, written as given. */
async function memberOf(type: string, value: unknown, helpers = ''): Promise<Record<string, unknown>> {
  const folder = join(temporary(), 'things');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'index.ts'),
    `export type NumberText = \`\${number}\`;
export default { name: 'Things', description: 'Things go wrong.', baseUri: 'https://things.example/p', package: 'things',
  server: { name: 'Things', version: '1.0.0', url: 'https://things.example' }, categories: { all: { title: 'All', summary: 'All.' } } };`,
  );
  writeFileSync(
    join(folder, 'broken-thing.ts'),
    `import type { NumberText } from './index.ts';
export type Used = NumberText;
${helpers}
export interface BrokenThing {
  /** What it is. */
  it${type};
}
export default { title: 'Broken Thing', status: 400, category: 'all', summary: 'It broke.', now: 'Repair it.', explanation: 'It broke.',
  fixedBy: 'operator', causes: { fell: { cause: 'It fell.', fix: [{ step: 'Repair it.' }] } }, retry: { when: 'never', because: 'It is broken.' },
  example: { detail: 'Broken.', it: ${JSON.stringify(value)} } };`,
  );
  const [problem] = (await load(folder)).problems;
  const { description, ...schema } = problem?.schema.properties.it ?? {};
  expect(description).toBe('What it is.');
  standaloneModule(problem?.schema ?? {});
  return schema;
}

const number = '-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?';

test.each<[type: string, value: unknown, schema: object, helpers?: string]>([
  [': string', 'a', { type: 'string' }],
  ['?: boolean', true, { type: 'boolean' }],
  [': string | null', null, { type: ['null', 'string'] }],
  [': number | NumberText', '-1.5', { type: ['number', 'string'], pattern: `^${number}$` }],
  [': NumberText', '12', { type: 'string', pattern: `^${number}$` }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript in a string
  [': `sess_${string}`', 'sess_1', { type: 'string', pattern: '^sess_.*$' }],
  [": 'a' | 'b'", 'b', { type: 'string', enum: ['a', 'b'] }],
  [": 'a'", 'a', { type: 'string', const: 'a' }],
  [': 1 | 2 | null', 2, { anyOf: [{ type: 'number', enum: [1, 2] }, { type: 'null' }] }],
  [': string[]', ['a'], { type: 'array', items: { type: 'string' } }],
  [': number[] | string', [1], { anyOf: [{ type: 'array', items: { type: 'number' } }, { type: 'string' }] }],
  [
    ': [string, number]',
    ['a', 1],
    { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false, minItems: 2, maxItems: 2 },
  ],
  [': { [key: string]: number }', { a: 1 }, { type: 'object', additionalProperties: { type: 'number' } }],
  [': unknown', { any: [1] }, {}],
  [
    ': Inner',
    { a: 'x' },
    {
      type: 'object',
      properties: { a: { type: 'string', description: 'A.' }, b: { type: 'number', description: 'B.' } },
      required: ['a'],
    },
    'export interface Inner {\n  /** A. */\n  a: string;\n  /** B. */\n  b?: number;\n}',
  ],
  [
    ': Left & Right',
    { a: 'x', b: 1 },
    {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
        { type: 'object', properties: { b: { type: 'number' } }, required: ['b'] },
      ],
    },
    'export interface Left { a: string }\nexport interface Right { b: number }',
  ],
])('the member it%s becomes its schema', async (type, value, schema, helpers) => {
  expect(await memberOf(type, value, helpers)).toEqual(schema);
});

test.each<[type: string, fact: string, helpers?: string]>([
  [': string | undefined', 'member it allows undefined'],
  [': Map<string, string>', 'member it is of type Map<string, string>'],
  [': symbol', 'member it is of type symbol'],
  [': object', 'member it is of type object'],
  [': Tree', 'member it.child contains itself', 'export interface Tree { child?: Tree }'],
  [': Tree', 'member it.children[] contains itself', 'export interface Tree { children: Tree[] }'],
  [": string & { brand: 'x' }", 'member it is of type string & { brand: "x"; }'],
  [': { when: Date }[]', 'member it[].when is of type Date'],
  [': Partial<Record<string, number>>', 'member it.* allows undefined'],
  [': readonly number[] | string', 'member it is a readonly array'],
  ['?: readonly string[]', 'member it is a readonly array'],
  [': { get(): string }', 'member it.get is a method'],
  [': Hidden', 'type Hidden is not exported', 'interface Hidden { a: string }'],
])('the member it%s is refused', async (type, fact, helpers) => {
  const error = await memberOf(type, 'x', helpers).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CatalogError);
  expect((error as CatalogError).findings.map((finding) => finding.fact).join('\n')).toContain(fact);
});

test('a stand-alone validator agrees with ajv, and imports nothing', async () => {
  const schema = {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 3 },
      tags: { type: 'array', uniqueItems: true, items: { type: 'string' } },
      shape: { const: { a: [1] } },
      when: { type: 'string', format: 'date-time' },
    },
  };
  const text = standaloneModule(schema);
  expect(text).not.toMatch(/\brequire\(|\bimport\b/);
  const { validate } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  for (const value of [
    {},
    { name: 'a' },
    { name: '🎈🎈🎈' },
    { name: 'long' },
    { tags: ['a', 'a'] },
    { shape: { a: [1] } },
    { shape: {} },
    { when: 'now' },
    { when: '2026-11-23T18:25:09.557314Z' },
  ]) {
    expect(validate(value), JSON.stringify(value)).toBe(check(schema, value).length === 0);
  }
});
