import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { batches, programOf, slashed } from '#catalog/compiler.ts';
import { openCache } from '#catalog/file-cache.ts';
import { type Finding, findingText } from '#catalog/finding.ts';
import { typeFaults } from '#catalog/type-faults.ts';
import { temporary } from '../support.ts';

/** What TypeScript says of the files of a catalog, and what to do about it. */

const base = temporary();
const make = (folder: string, texts: Readonly<Record<string, string>>) => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.ts`), text);
};
const long = 'n'.repeat(280);
const folder = join(base, 'shop');
make(base, { problem: 'export interface Problem { title: string }\n' });
make(folder, {
  index:
    "import type { Problem } from '../problem.ts';\nexport type Named = { name: string };\nexport const a: Problem = { title: 1 };\n",
  translation: 'export const title: number = "a";\n',
  right: "import { a, type Named } from './index.ts';\nexport default { name: [a.title].join('') } satisfies Named;\n",
  missing: "import type { Named } from './index.ts';\n\nexport default {} satisfies Named;\n",
  strange: "import type { Named } from './index.ts';\nexport const named: Named = { label: 'x' };\n",
  near: "import type { Name } from './index.ts';\nexport const a: Name = {};\n",
  path: "import type { Named } from './indexes.ts';\n",
  unknown: 'export const list: Problems[] = [];\n',
  syntax: 'export const a = { b: 1, b: 2 };\n',
  broken: "const a: string = 1;\nexport const b = 'it's';\n",
  other: "export const a = (b) => b;\n'x'.size();\nconsole.log('x');\n",
  wide: `export type A = ${long};\nexport type B = ${long}n;\n`,
});
const fit = 'Make the value fit the type, or change the type.';
const accept = 'Change the line so that "tsc" accepts it.';

test('each file is looked at, with what it imports', async () => {
  const faults = await typeFaults(folder, (name) => name !== 'wide');
  expect(faults.map(findingText)).toEqual([
    `shop/index.ts:3: Type 'number' is not assignable to type 'string'. ${fit}`,
    `shop/translation.ts:1: Type 'string' is not assignable to type 'number'. ${fit}`,
    "shop/broken.ts:2: ',' expected. Correct the syntax of this line.",
    `shop/missing.ts:3: Type '{}' does not satisfy the expected type 'Named'. Property 'name' is missing in type '{}' but required in type 'Named'. ${fit}`,
    "shop/near.ts:1: '\"./index.ts\"' has no exported member named 'Name'. Did you mean 'Named'?",
    `shop/other.ts:1: Parameter 'b' implicitly has an 'any' type. ${accept}`,
    `shop/other.ts:2: Property 'size' does not exist on type '"x"'. ${accept}`,
    "shop/other.ts:3: Cannot find name 'console'. Do you need to change your target library? Try changing the 'lib' compiler option to include 'dom'. Declare it or import it, or correct its name.",
    "shop/path.ts:1: Cannot find module './indexes.ts' or its corresponding type declarations. Correct the path or the name, or install the package.",
    "shop/strange.ts:2: Object literal may only specify known properties, and 'label' does not exist in type 'Named'. Remove it, or correct its name; your editor lists the fields.",
    'shop/syntax.ts:1: An object literal cannot have multiple properties with the same name. Correct the syntax of this line.',
    "shop/unknown.ts:1: Cannot find name 'Problems'. Declare it or import it, or correct its name.",
  ]);
});

test('what TypeScript says at length is cut', async () => {
  const faults = await typeFaults(folder, (name) => name === 'wide');
  expect(faults.map(({ fact }) => fact)).toEqual([`Cannot find name '${long}'`, `Cannot find name '${long}n'…`]);
});

test('only what is asked for is looked at', async () => {
  const faults = await typeFaults(folder, (name) => ['index', 'right', 'missing'].includes(name));
  expect(faults.map(({ file }) => file)).toEqual(['shop/index.ts:3', 'shop/missing.ts:3']);
});

test('what TypeScript said is kept, and said again', async () => {
  const other = join(temporary(), 'other');
  make(other, { index: 'export const a: string = 1;\n', closed: 'export const b: string = 2;\n' });
  mkdirSync(join(other, '../node_modules'));
  const files = ['index', 'closed'].map((name) => join(other, `${name}.ts`));
  const known = () => [...openCache<readonly Finding[]>('type-faults', other, files).known].map(([, found]) => found);
  const isAsked = (name: string) => name === 'closed';
  const faults = await typeFaults(other, isAsked);
  expect([faults.length, known()]).toEqual([1, [faults]]);
  const cache = openCache<readonly Finding[]>('type-faults', other, files);
  const kept = [{ file: 'a', fact: 'b', fix: 'c' }];
  cache.known.set(files[1] ?? '', kept);
  cache.save();
  const all = await typeFaults(other, () => true);
  expect(all.map(({ file }) => file)).toEqual(['other/index.ts:1', 'a']);
});

test.each([
  ['all', true],
  ['catalog', false],
] as const)('a program that reaches %s', (reach, isFar) => {
  const file = join(folder, 'missing.ts');
  const [program, again] = [programOf(folder, [file], reach), programOf(folder, [file], reach)];
  const far = program.getSourceFile(join(base, 'problem.ts'));
  const imported = program.getSourceFile(join(folder, 'index.ts'));
  expect([imported !== undefined, far !== undefined]).toEqual([true, isFar]);
  // What is outside of the catalog is read once.
  expect(again.getSourceFile(join(base, 'problem.ts'))).toBe(far);
  expect(again.getSourceFile(join(folder, 'index.ts'))).not.toBe(imported);
});

test('a program has not too many files', () => {
  const parts = (count: number) =>
    [...batches(Array.from({ length: count }, (_, at) => at))].map((part) => part.length);
  expect([0, 200, 401].map(parts)).toEqual([[], [200], [200, 200, 1]]);
});

test('paths are written as TypeScript does', () => {
  expect(slashed('C:\\shop\\index.ts')).toBe('C:/shop/index.ts');
});
