import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { load } from '#catalog/load.ts';
import { siteOf } from '#catalog/site.ts';
import { inspect } from '#diagnose/inspect.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { singleValidators } from '#emit/package/validators/single.ts';
import { libraryDir, problemsDir, root, temporary } from '../support.ts';

/** A catalog with so many types that the inspector loads the validator of one type from a file of its own. */

vi.mock('#runtime/generated/validators.ts', () => ({ validators: [] }));

const catalog = await load(problemsDir);
const index = inspectorIndex(siteOf(catalog), undefined);
const folder = temporary();
for (const [name, code] of await singleValidators(catalog, join(root, 'src/runtime')))
  writeFileSync(join(folder, name.replace(/\.js$/, '.mjs')), code.replaceAll(/(\.\/shared-\w+)\.js/g, '$1.mjs'));
const loaded = async (name: string) => (await import(pathToFileURL(join(folder, `${name}.mjs`)).href)).default;

async function findings(body: object, from?: typeof loaded) {
  const result = await inspect(JSON.stringify(body), index, undefined, from);
  return result.kind === 'response' ? result.findings : [];
}

const standard = ['type', 'title', 'status', 'detail', 'instance'];

test.each(catalog.problems.map((problem) => [problem.name, problem] as const))(
  'members of %s are checked by the validator that is loaded for it',
  async (_, { example, schema }) => {
    const members = Object.entries(schema.properties as Record<string, { type?: string }>);
    const [name = ''] = members.find(([name, { type }]) => !standard.includes(name) && type === 'string') ?? [];
    const pointers = (await findings({ ...example, [name]: [] }, loaded)).map(({ pointer }) => pointer);
    expect(pointers).toContain(`/${name}`);
    expect((await findings(example, loaded)).filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test('without it the type is known all the same', async () => {
  const example = catalog.problems[0]?.example ?? {};
  for (const from of [undefined, async () => undefined])
    expect((await findings(example, from)).map(({ code }) => code)).not.toContain('type-unknown');
});

test('a schema that only ajv can judge has a validator, and about:blank has none', async () => {
  const parcels = await load(join(root, 'test/catalogs/parcels'));
  const problems = parcels.problems.map((problem) => {
    const properties = { ...(problem.schema.properties as object), list: { type: 'array', uniqueItems: true } };
    return { ...problem, schema: { ...problem.schema, properties } };
  });
  const files = await singleValidators({ ...parcels, problems }, join(root, 'src/runtime'));
  const [shared = '', ...names] = [...files.keys()];
  expect(names).toEqual(problems.filter(({ typeUri }) => typeUri !== 'about:blank').map(({ name }) => `${name}.js`));
  const place = temporary();
  for (const [name, code] of files) writeFileSync(join(place, name), code);
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
  expect(shared).toMatch(/^shared-\w+\.js$/);
  for (const { name, example } of problems.filter((problem) => names.includes(`${problem.name}.js`))) {
    const { default: validate } = await import(pathToFileURL(join(place, `${name}.js`)).href);
    expect(validate({ ...example, list: [1, 2] }).errors).toEqual([]);
    expect(validate({ ...example, list: [1, 1] }).errors).toMatchObject([{ pointer: '/list' }]);
  }
});

test('the packed toolkit makes the same files', async () => {
  const packed = join(root, 'dist/toolkit');
  const { singleValidators: made } = await import(join(packed, 'emit/package/validators/single.js'));
  const small = await load(libraryDir);
  const namesOf = (files: ReadonlyMap<string, string>) =>
    [...files.keys()].filter((name) => !name.startsWith('shared'));
  expect(namesOf(await made(small, join(packed, 'package')))).toEqual(
    namesOf(await singleValidators(small, join(root, 'src/runtime'))),
  );
});
