import { join, posix } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { load } from '#catalog/load.ts';
import type { Schema } from '#catalog/members.ts';
import { checker } from '#catalog/validator.ts';
import { tableOf, validatorFiles } from '#emit/package/validators/modules.ts';
import { defineProblemType } from '#runtime/problem/define.ts';
import { type ProblemValidator, problemValidator, type RawValidator } from '#runtime/validate/validate.ts';
import { libraryDir, problemsDir, root } from '../support.ts';

/** Validators written from a table say what ajv says: the same yes or no, the same errors in the same order. */

interface Case {
  readonly name: string;
  readonly typeUri: string;
  readonly schema: Schema;
  /** Name of the constructor. */
  readonly exportName?: string;
}

/** The validators that a package with these schemas has, by name. */
async function written(cases: readonly Case[], commonCount: number): Promise<Record<string, ProblemValidator>> {
  const problems = cases.map((item, index) => {
    return { exportName: `type${index}`, ...item, validatorName: `validate${index}`, entry: { title: item.name } };
  });
  const common = { members: Array.from({ length: commonCount }) };
  const files = new Map(validatorFiles({ problems, common } as unknown as Catalog));
  for (const { name, exportName, typeUri } of problems) {
    files.set(`${name}.ts`, `export const ${exportName} = { type: ${JSON.stringify(typeUri)} };`);
  }
  const folder = join(root, 'src/runtime/generated');
  const { outputFiles } = await build({
    stdin: { contents: "export { validators } from './validators.ts';", resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'generated',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
            const name = posix.relative(
              folder.replaceAll('\\', '/'),
              posix.join(resolveDir.replaceAll('\\', '/'), path),
            );
            return files.has(name) ? { path: join(folder, name), pluginData: files.get(name) } : undefined;
          });
          onLoad({ filter: /generated/ }, ({ pluginData, path }) => {
            return { contents: pluginData, loader: path.endsWith('.js') ? 'js' : 'ts' };
          });
        },
      },
    ],
  });
  const { validators } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  return Object.fromEntries(cases.map(({ name }, index) => [name, validators[index]]));
}

/** The validator that ajv makes at run time. */
function byAjv({ typeUri, schema }: Case): ProblemValidator {
  const errorsOf = checker(schema);
  const raw: RawValidator = (value) => {
    raw.errors = errorsOf(value);
    return raw.errors.length === 0;
  };
  return problemValidator(defineProblemType()({ type: typeUri, title: 'T', status: 400 }), raw);
}

/** What a member can turn out to be, beyond what JSON can say. */
const oddities: readonly unknown[] = [
  ...[null, true, 0, -0, -1, 1.5, 99, 600, 600.5, 1e300, '', 'a', 'b', '12', '-1.5e3', '01', '🎈🎈', 'x'.repeat(99)],
  ...[[], [1], ['a'], ['a', 1], [{}], [{ a: 'a' }], {}, { a: 'a' }, { a: 1, 'b/c~d': null }, 'urn:x', 'a@b.c'],
  ...['2025-01-31T12:00:00Z', '2025-01-31', undefined, Number.NaN, Number.POSITIVE_INFINITY, [undefined], Array(2)],
  ...[Object.create({ a: 1 }), { a: undefined }, Array.from({ length: 100 }, () => ({})), new Date(0), () => 0, 10n],
];

const base = { type: 'object', required: ['type'] };
const standard = { title: { type: 'string' }, status: { type: 'integer', minimum: 100, maximum: 599 } };

/** A schema of members as `src/catalog/schema.ts` makes it. */
function caseOf(name: string, members: Record<string, Schema>, required: readonly string[] = []): Case {
  const typeUri = `urn:example:${name}`;
  const texts = { detail: { type: 'string' }, instance: { type: 'string' } };
  const properties = { type: { const: typeUri }, ...standard, ...texts, ...members };
  return { name, typeUri, schema: { ...base, properties, required: ['type', ...required] } };
}

/** Compares without vitest's `expect` where all is well: it would take longer than all the rest. */
function compare(item: Case, tableSays: ProblemValidator, ajvSays: ProblemValidator, value: unknown): void {
  const [got, want] = [tableSays(value), ajvSays(value)];
  if (got.valid && want.valid) return;
  if (JSON.stringify(got.errors) === JSON.stringify(want.errors) && got.valid === want.valid) return;
  const { type: _, title: _1, status: _2, detail: _3, instance: _4, ...members } = item.schema.properties as Schema;
  expect(got, JSON.stringify(members)).toStrictEqual(want);
}

const catalogs = { ARCP: problemsDir, library: libraryDir };

test.each(Object.entries(catalogs))('each validator of the catalog %s agrees with ajv', async (_, folder) => {
  const catalog = await load(folder);
  const validators = await written(catalog.problems, catalog.common.members.length);
  for (const problem of catalog.problems) {
    const ajv = byAjv(problem);
    const table = validators[problem.name] as ProblemValidator;
    for (const value of [problem.example, ...oddities]) compare(problem, table, ajv, value);
    for (const name of Object.keys(problem.schema.properties)) {
      for (const odd of oddities) compare(problem, table, ajv, { ...problem.example, [name]: odd });
      const { [name]: _removed, ...rest } = problem.example;
      compare(problem, table, ajv, rest);
    }
  }
});

const text = fc.constantFrom('a', 'b', '12', '🎈🎈', 'urn:x', '2025-01-31');
const size = fc.integer({ min: 0, max: 3 });
const some = <T>(record: Record<string, fc.Arbitrary<T>>) => fc.record(record, { requiredKeys: [] });
const member = fc.constantFrom('a', 'b', 'b/c~d', 'a-b', 'class', 'toString');

/** Schemas that the table knows, as members of interfaces give them, and odd ones beside. */
const { schema: known } = fc.letrec<{ schema: Schema; leaf: Schema; any: Schema; list: Schema; shape: Schema }>(
  (tie) => ({
    leaf: fc.oneof(
      fc.constant({}),
      fc.record({ type: fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object') }),
      fc.record({ type: fc.constantFrom('number', 'integer') }).chain((type) =>
        some({
          minimum: size,
          maximum: size,
          exclusiveMinimum: size,
          exclusiveMaximum: size,
          const: fc.constantFrom(1, 2.5),
        }).map((limits) => ({ ...type, ...limits })),
      ),
      some<unknown>({
        minLength: size,
        maxLength: size,
        pattern: fc.constantFrom('^a', '^-?[0-9]+$', '/', String.raw`\u{1f388}`),
        format: fc.constantFrom('date', 'date-time', 'email', 'uri'),
        enum: fc.uniqueArray(text, { minLength: 1 }),
        const: text,
      }).map((limits) => ({ type: 'string', ...limits })),
      some<unknown>({ pattern: fc.constant('^-?[0-9]+$'), minLength: size, maximum: size }).map((limits) => ({
        type: ['number', 'string'],
        ...limits,
      })),
      fc
        .uniqueArray(fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object'), {
          minLength: 1,
        })
        .map((type) => ({ type })),
      fc.uniqueArray(fc.oneof(text, size, fc.constant(null)), { minLength: 1 }).map((values) => ({ enum: values })),
    ),
    list: some<unknown>({ items: tie('schema'), minItems: size, maxItems: size }).map((rest) => ({
      type: 'array',
      ...rest,
    })),
    shape: fc
      .tuple(
        fc.dictionary(member, tie('schema'), { minKeys: 1, maxKeys: 4 }),
        fc.uniqueArray(member, { minLength: 1, maxLength: 2 }),
        some<unknown>({ additionalProperties: tie('schema') }),
        fc.boolean(),
      )
      .map(([properties, required, more, asks]) => ({
        type: 'object',
        properties,
        ...(asks ? { required } : {}),
        ...more,
      })),
    any: fc.oneof(
      fc
        .array(fc.oneof(tie('list'), tie('shape'), fc.constant({ type: 'string' }), fc.constant({ type: 'null' })), {
          minLength: 1,
          maxLength: 3,
        })
        .map((anyOf) => ({ anyOf })),
      fc.array(tie('shape'), { minLength: 1, maxLength: 3 }).map((allOf) => ({ allOf })),
      fc
        .tuple(fc.array(tie('schema'), { minLength: 1, maxLength: 3 }), fc.option(tie('schema')))
        .map(([prefixItems, rest]) => ({
          type: 'array',
          prefixItems,
          minItems: prefixItems.length,
          ...(rest === null ? { items: false, maxItems: prefixItems.length } : { items: rest }),
        })),
      fc
        .tuple(tie('shape'), fc.array(tie('shape'), { minLength: 1, maxLength: 2 }))
        .map(([shape, anyOf]) => ({ ...shape, anyOf })),
    ),
    schema: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('list'), tie('shape'), tie('any')),
  }),
);

/** Values that come close to a schema: what it asks for, with something odd put in here and there. */
function near(schema: Schema): fc.Arbitrary<unknown> {
  const odd = fc.constantFrom(...oddities);
  const branches = [schema.anyOf ?? [], schema.allOf ?? []].flat() as Schema[];
  const choices: fc.Arbitrary<unknown>[] = branches.map(near);
  if ('const' in schema) choices.push(fc.constant(schema.const));
  if (Array.isArray(schema.enum)) choices.push(fc.constantFrom(...schema.enum));
  if (schema.properties) {
    const members = Object.entries(schema.properties).map(([name, each]) => [name, near(each)] as const);
    const more = near(Object(schema.additionalProperties));
    choices.push(fc.record({ ...Object.fromEntries(members), other: more, 'o/~': more }, { requiredKeys: [] }));
  }
  const items = [schema.prefixItems ?? [], schema.items || []].flat() as Schema[];
  if (items.length > 0) {
    choices.push(fc.tuple(...items.map(near)));
    choices.push(fc.array(near(items.at(-1) as Schema), { maxLength: 4 }));
  }
  if (choices.length === 0) return fc.oneof(odd, text, size);
  return fc.oneof({ arbitrary: fc.oneof(...choices), weight: 5 }, { arbitrary: odd, weight: 1 });
}

/** Schemas with a keyword that the table does not know. */
const unknown = fc.constantFrom<Schema>(
  { type: 'array', uniqueItems: true, items: { type: 'string' } },
  { type: 'number', multipleOf: 2 },
  { type: 'object', minProperties: 1 },
  { oneOf: [{ type: 'string' }, { type: 'number' }] },
  { not: { type: 'string' } },
  { const: { a: [1] } },
  { anyOf: [{ anyOf: [{ type: 'string' }, { type: 'array' }] }, { type: 'null' }] },
  { type: 'object', additionalProperties: false },
);

function isAccepted(schema: Schema): boolean {
  try {
    checker(schema);
    return true;
  } catch {
    return false;
  }
}

const seed = 9457;

test.each([
  ['known', known, 400],
  ['unknown', unknown, 8],
])('validators of random schemas with %s keywords agree with ajv', async (kind, schemas, count) => {
  const made = fc.sample(schemas, { seed, numRuns: count }).map((it, index) => caseOf(`thing-${index}`, { it }));
  // Strict as it is here, ajv refuses a few: a required member without a schema, a union that names a type twice.
  const cases = made.filter(({ schema }) => isAccepted(schema));
  expect(cases.length).toBeGreaterThan(count / 2);
  const byTable = cases.filter(({ schema }) => tableOf(schema) !== undefined);
  expect(byTable).toHaveLength(kind === 'known' ? cases.length : 0);
  const validators = await written(cases, 0);
  const answers = new Set<boolean>();
  for (const item of cases) {
    const ajv = byAjv(item);
    const table = validators[item.name] as ProblemValidator;
    const { it } = item.schema.properties as Record<string, Schema>;
    for (const value of fc.sample(near(it as Schema), { seed, numRuns: 40 })) {
      const problem = { type: item.typeUri, it: value };
      answers.add(table(problem).valid);
      compare(item, table, ajv, problem);
    }
  }
  expect(answers.size).toBe(2);
});

test('a constructor may have the name of a function that validators use', async () => {
  const names = ['any', 'isObject', 'isIt', 'rowIt', 'common', 'fitsCommon', 'tableValidator', 'problemValidator'];
  const byTable = { anyOf: [{ type: 'object', required: ['a'], properties: { a: {} } }, { type: 'array' }] };
  const byAjv = { type: ['object', 'array'], uniqueItems: true };
  const cases = [
    ...names.map((exportName) => ({ ...caseOf(exportName, { it: byTable }), exportName })),
    { ...caseOf('members', { it: byAjv }), exportName: 'members' },
  ];
  const validators = await written(cases, 0);
  const answers = cases.map(({ name, typeUri }) => validators[name]?.({ type: typeUri, it: 7 }).errors);
  const message = 'must be an object or an array (was 7)';
  expect(answers).toEqual(cases.map(() => [{ pointer: '/it', message, keyword: 'type' }]));
});

test('a module of a validator uses all that it imports and declares', () => {
  const cases = fc.sample(known, { seed, numRuns: 400 }).map((it, index) => caseOf(`thing-${index}`, { it, as: it }));
  const twice = [...cases, ...cases.map((item) => ({ ...item, name: `${item.name}-again` }))];
  const problems = twice.map((item, index) => ({ ...item, exportName: `type${index}`, entry: { title: item.name } }));
  const files = validatorFiles({ problems, common: { members: [] } } as unknown as Catalog);
  const unused = [...files].flatMap(([path, text]) => {
    const words = text.match(/[\w$]+/g) ?? [];
    const imported = [...text.matchAll(/^import \{ (.*) \}/gm)].flatMap(
      ([, list = '']) => list.match(/\w+(?=,|$)/g) ?? [],
    );
    const declared = [...text.matchAll(/^const (\w+)/gm)].map(([, name]) => name);
    return [...imported, ...declared]
      .filter((name) => words.filter((word) => word === name).length < 2)
      .map((name) => `${path}: ${name}`);
  });
  expect(unused).toEqual([]);
});
