import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingText } from '#catalog/finding.ts';
import { readMembers, type Schema } from '#catalog/members.ts';
import { check } from '#catalog/validator.ts';
import { temporary } from '../support.ts';

/** The interfaces of files: their members as schemas, and their own text. */

const folder = temporary();
const write = (name: string, text: string) => writeFileSync(join(folder, `${name}.ts`), text);
const index = `export type NumberText = \`\${number}\`;
/** An amount. */
export type Cents = number;
`;

/** Reads a file that is written as given. */
function read(text: string, wanted = { name: 'SoldOut', optional: false }, name = 'sold-out') {
  write('index', index);
  write('closed', 'export interface Closed {}\nexport interface Hours { from: string }\n');
  write(name, text);
  const file = join(folder, `${name}.ts`);
  const readings = readMembers(folder, new Map([[file, wanted]]), (path) => path.slice(folder.length + 1));
  const { found, findings } = readings.get(file) ?? {};
  return { found, findings: findings?.map(findingText) };
}

const number = '-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?';
const keywords = [
  '$schema',
  'additionalItems',
  'anyOf',
  'const',
  'default',
  'definitions',
  'description',
  'enum',
  'examples',
  'items',
  'pattern',
  'properties',
];

test.each<[type: string, value: unknown, schema: Schema, helpers?: string]>([
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
  [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript in a string
    ': `a${string}` | `b${string}`',
    'b1',
    {
      anyOf: [
        { type: 'string', pattern: '^a.*$' },
        { type: 'string', pattern: '^b.*$' },
      ],
    },
  ],
  [
    ': boolean | NumberText | null',
    true,
    { anyOf: [{ type: 'string', pattern: `^${number}$` }, { type: ['null', 'boolean'] }] },
  ],
  [": 'a' | number", 2, { anyOf: [{ type: 'string', const: 'a' }, { type: 'number' }] }],
  [
    ': number | Noted',
    2,
    { type: ['number', 'string'], pattern: '^a.*$' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript in a string
    '/** An a. */\nexport type Noted = `a${string}`;',
  ],
  [': 1 | string', 1, { anyOf: [{ type: 'number', const: 1 }, { type: 'string' }] }],
  [
    ': Kind | null',
    'x',
    { anyOf: [{ type: 'string', enum: ['x', 'y'] }, { type: 'null' }] },
    "export type Kind = 'x' | 'y';",
  ],
  [
    ': { a: string } | null',
    null,
    { anyOf: [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, { type: 'null' }] },
  ],
  [': unknown[] | null', [1], { anyOf: [{ type: 'array', items: {} }, { type: 'null' }] }],
  [
    ': [{ a: 1 }, string | null]',
    [{ a: 1 }, null],
    {
      type: 'array',
      prefixItems: [
        { type: 'object', properties: { a: { type: 'number', const: 1 } }, required: ['a'] },
        { type: ['null', 'string'] },
      ],
      items: false,
      minItems: 2,
      maxItems: 2,
    },
  ],
  [
    ': Named',
    Object.fromEntries(keywords.map((name) => [name, 'x'])),
    {
      type: 'object',
      properties: Object.fromEntries(keywords.map((name) => [name, { type: 'string' }])),
      required: keywords,
    },
    `export interface Named { ${keywords.map((name) => `${name}: string;`).join(' ')} }`,
  ],
  [
    ': Noted',
    { a: 2, b: 'x' },
    {
      type: 'object',
      properties: {
        a: {
          type: 'number',
          minimum: 2,
          default: { type: ['x'] },
          examples: [{ description: 'a  b' }, 2],
          description: 'A and more.',
        },
        b: { type: 'string', pattern: '^x[0-9]*$' },
      },
      required: ['a'],
    },
    `export interface Noted {
  /**
   * A  and
   * more.
   * @minimum 2
   * @default { "type": ["x"] }
   * @examples [{ "description": "a  b" }, 2]
   */
  a: number;
  /** @pattern ^x[0-9]*$ */
  b?: string;
}`,
  ],
])('the member it%s becomes its schema', (type, value, schema, helpers = '') => {
  const { found, findings } = read(
    `import type { NumberText } from './index.ts';\nexport type Used = NumberText;\n${helpers}\nexport interface SoldOut {\n  /** What it is. */\n  it${type};\n}\n`,
  );
  expect(findings).toEqual([]);
  expect(found?.members).toEqual([
    {
      name: 'it',
      required: !type.startsWith('?'),
      type: type.replace(/^\??: /, ''),
      description: 'What it is.',
      schema: { ...schema, description: 'What it is.' },
    },
  ]);
  expect(check(schema, value)).toEqual([]);
});

test('a file is read with its helper types and what it imports', () => {
  const soldOut = `/** When an item is sold out. */
export interface SoldOut extends Common {
  /**
   * When  it is
   * back.
   *
   * Absent when that is not known.
   * @format date
   */
  until?: string;
  /** The items. */
  items: Item<
    Cents
  >[];
}`;
  const box = `export interface Item<T> {
  of: T;
}`;
  const common = `/** What all have. */
// And a note.
export type Common = {
  /** The price. */
  price: Cents;
  /** The hours. */
  hours: Hours | null;
};`;
  const hidden = 'export type Odd = { of: {} };\n\nexport type Pair = [string, ...number[]];';
  const { found, findings } = read(`import type { Other } from 'elsewhere';
import { type NumberText, type Cents } from './index.ts';
import type { Closed, Hours } from './closed.ts';

${box}

const steps = [];

${common}

${soldOut}

${hidden}

export default { steps } satisfies Other;
`);
  expect(findings).toEqual([]);
  const hours = {
    description: 'The hours.',
    anyOf: [{ type: 'object', properties: { from: { type: 'string' } }, required: ['from'] }, { type: 'null' }],
  };
  const price = { description: 'The price.', type: 'number' };
  const until = 'When it is back. Absent when that is not known.';
  expect(found).toEqual({
    members: [
      {
        name: 'until',
        required: false,
        type: 'string',
        description: until,
        schema: { type: 'string', format: 'date', description: until },
      },
      {
        name: 'items',
        required: true,
        type: 'Item< Cents >[]',
        description: 'The items.',
        schema: {
          type: 'array',
          items: { type: 'object', properties: { of: { type: 'number' } }, required: ['of'] },
          description: 'The items.',
        },
      },
      { name: 'price', required: true, type: 'Cents', description: 'The price.', schema: price },
      { name: 'hours', required: true, type: 'Hours | null', description: 'The hours.', schema: hours },
    ],
    declarations: [box, common, soldOut, hidden].join('\n\n'),
    types: ['Item', 'Common', 'SoldOut', 'Odd', 'Pair'],
    helpers: [
      { name: 'Item', schema: { $comment: 'export interface Item<T> { of: T; }' } },
      {
        name: 'Common',
        schema: {
          type: 'object',
          description: 'What all have.',
          properties: { price, hours },
          required: ['hours', 'price'],
        },
      },
      { name: 'Odd', schema: { $comment: 'export type Odd = { of: {} };' } },
      {
        name: 'Pair',
        schema: { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'number' }, minItems: 1 },
      },
    ],
    imports: ['NumberText', 'Cents'],
    borrowed: [{ name: 'Hours', from: './closed.ts' }],
  });
});

const empty = '\nexport interface SoldOut {}\n';
const noText = (name: string) => `member ${name} has no JSDoc. Say what its value means, then when it is absent.`;
const known =
  'Known are minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, minItems, maxItems, minProperties, maxProperties, pattern, format, uniqueItems, default, examples, example, deprecated, see.';
const outside = (type: string, from: string) =>
  `it is made of the type ${type} from ${from}, which the package does not have. Declare it in this file, or in index.ts and import it from there.`;
const value = (from: string) =>
  `it imports a value from ${from}. An entry is data: import types only, with "import type".`;

test.each<[text: string, ...findings: string[]]>([
  [empty],
  ['', 'interface SoldOut is missing. Export an interface SoldOut that lists the extension members; it may be empty.'],
  ['export type SoldOut = {};', 'SoldOut must be an interface. Write "export interface SoldOut { … }".'],
  [
    'interface SoldOut {}\ntype Hidden = string;\ndeclare interface Other {}\nexport declare interface Shown {}',
    ...['SoldOut', 'Hidden', 'Other'].map(
      (name) => `type ${name} is not exported. Export it: it is published together with the problem type.`,
    ),
  ],
  ['export interface SoldOut { item: string;\n/** */\nother: string }', ...['item', 'other'].map(noText)],
  [
    'export interface SoldOut { item: any; other: never }',
    'member item is of type any. Say what it is; "unknown" stands for any JSON value.',
    'member other is of type never. Remove it.',
    ...['item', 'other'].map(noText),
  ],
  [
    'export interface SoldOut { item: string }\nexport interface SoldOut {}',
    'interface SoldOut is declared twice. Write all members in one.',
  ],
  [
    "export interface SoldOut {\n/** @default require('none') */\nother: number }",
    "interface SoldOut cannot be said in JSON Schema: Cannot find module 'none'. Use simpler types.",
    noText('other'),
  ],
  [
    'export interface SoldOut {\n/** @minimum x */\nother: number }',
    'member other has the tag @minimum, which must be a number (was "x"). Write it as in @minimum 1.',
    noText('other'),
  ],
  [
    '/** @title A */\nexport interface SoldOut {}\n/** @minimum 1 @id x */\nexport type Positive = number;\nexport type List = Positive[];',
    'type Positive loses its tag @minimum as a part of another type. Write the tag at each member, or let Positive be the whole type of a member.',
    `type SoldOut has the unknown tag @title. ${known}`,
    `type Positive has the unknown tag @id. ${known}`,
  ],
  [
    `class A {}\ndeclare enum B {}\ndeclare namespace C {}\nclass Other {}\nexport type Used = A | B | C.D;${empty}`,
    ...['A', 'B', 'C'].map(
      (name) => `it is made of ${name}, which is not published. Declare it as an interface or a type.`,
    ),
  ],
  // Imports.
  [`import { Closed } from './closed.ts';${empty}`, value('./closed.ts')],
  [`import {} from './closed.ts';\nimport './closed.ts';${empty}`, value('./closed.ts'), value('./closed.ts')],
  [`import { type Closed, Hours } from './closed.ts';${empty}`, value('./closed.ts')],
  [
    `import { type Closed, type Hours } from './closed.ts';\nimport type A from 'a';\nimport type * as b from 'b';${empty}`,
  ],
  [`import zod from 'zod';\nexport type A = zod;${empty}`, value('zod'), outside('zod', 'zod')],
  [`import type * as zod from 'zod';\nexport type A = zod.B;${empty}`, outside('zod', 'zod')],
  [
    `import type { B } from 'zod';\nimport type { C } from '../c.ts';\nexport type A = B | C;${empty}`,
    outside('B', 'zod'),
    outside('C', '../c.ts'),
  ],
  [
    `import type { D } from './D.ts';\nimport type { E } from './e.js';\nimport type { F } from './closed.tsx';\nexport type A = D | E | F;${empty}`,
    outside('D', './D.ts'),
    outside('E', './e.js'),
    outside('F', './closed.tsx'),
  ],
  [
    `import type { Hours as Times } from './closed.ts';\nexport type A = Times;${empty}`,
    'it imports Hours from ./closed.ts as Times. Import it under its own name.',
  ],
  [`import type { Hours as Hours } from './closed.ts';\nexport type A = Hours;${empty}`],
  [`export type A = import('./closed.ts').Hours;${empty}`, outside('that is imported in place', "'./closed.ts'")],
])('what is said of %j', (text, ...findings) => {
  const { found, findings: said } = read(text);
  expect(said).toEqual(findings.map((finding) => `sold-out.ts: ${finding}`));
  expect(found?.members.length).toBe(text.match(/(?:item|other): (?!\w+ }\n)/g)?.length ?? 0);
});

test('a member that a type is mapped to has no text of its own', () => {
  const { found } = read("export interface SoldOut extends Record<'item', string> {}");
  expect(found?.members).toEqual([
    { name: 'item', required: true, type: 'unknown', description: '', schema: { type: 'string' } },
  ]);
});

test('what is said of a member without JSDoc can be written later', () => {
  write('sold-out', 'export interface SoldOut { item: string }');
  const file = join(folder, 'sold-out.ts');
  const [reading] = readMembers(folder, new Map([[file, { name: 'SoldOut', optional: false }]]), () => 'a').values();
  expect(reading?.findings.map(({ level }) => level)).toEqual(['unfinished']);
});

test.each<[text: string, ...findings: string[]]>([
  ["import { list } from './lists.ts';\nexport type Kind = string;"],
  [
    "import type { List } from './lists.ts';\nexport type Kind = List;",
    'it is made of the type List from ./lists.ts, which the package does not have. Declare it in this file.',
  ],
])('index.ts can be without common members: %s', (text, ...findings) => {
  const { found, findings: said } = read(text, { name: 'CommonMembers', optional: true }, 'index');
  expect([found?.members, found?.types, said]).toEqual([
    [],
    ['Kind'],
    findings.map((finding) => `index.ts: ${finding}`),
  ]);
});

test('types of the same name are told apart by their files, and a file that is not there has none', () => {
  write(
    'sold-out',
    "import type { Closed } from './closed.ts';\nexport interface SoldOut {}\nexport interface Hours { until: string }\n",
  );
  const wanted = { name: 'SoldOut', optional: false };
  const files = ['sold-out', 'gone', 'closed'].map((name) => [join(folder, `${name}.ts`), wanted] as const);
  const readings = [...readMembers(folder, new Map(files), () => '').values()].map(({ found }) => found);
  const [, gone] = readings;
  expect(readings.map(({ helpers }) => helpers.find(({ name }) => name === 'Hours')?.schema.required)).toEqual([
    ['until'],
    undefined,
    ['from'],
  ]);
  expect(gone).toEqual({ members: [], declarations: '', types: [], helpers: [], imports: [], borrowed: [] });
});
