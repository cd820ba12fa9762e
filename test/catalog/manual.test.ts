import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guidesOf, manualNames } from '#catalog/guides.ts';
import { linkFindings } from '#catalog/links.ts';
import { proseFaults } from '#catalog/lint.ts';
import { load } from '#catalog/load.ts';
import { manualFindings } from '#catalog/manual/check.ts';
import { root, temporary } from '../support.ts';

/** The guides on the package, made for one catalog after the other. */

const library = await load(join(root, 'test/catalogs/library'));
const parcels = await load(join(root, 'test/catalogs/parcels'));
const bikes = await load(join(root, 'test/catalogs/leihrad'));
const withManual = <C extends typeof library>(catalog: C, manual: C['facts']['manual']): C => ({
  ...catalog,
  facts: { ...catalog.facts, manual },
});
const one = { ...parcels, problems: parcels.problems.filter(({ name }) => name === 'depot-full') };

describe.each([
  ['of two types in use', library],
  ['made from an OpenAPI description', parcels],
  ['of one type', one],
])('in a catalog %s', (_, catalog) => {
  const guides = guidesOf(withManual(catalog, { guides: 'all' }));

  test('each guide names the package, and nothing is left to put in', () => {
    expect(guides.map(({ name }) => name)).toEqual(expect.arrayContaining(manualNames()));
    for (const { name, body } of guides) {
      expect(body.match(/.*((?<!\$)\{\{|\[object|\{ ,|, ,|, \}|\barcp).*/gi), name).toBeNull();
    }
    expect(guides.find(({ name }) => name === 'express')?.body).toContain(`from '${catalog.facts.package}/express'`);
  });

  test('each link leads to a page', () => {
    expect(linkFindings(withManual(catalog, { guides: 'all' }))).toEqual([]);
  });
});

const names = (catalog: typeof library) =>
  guidesOf(catalog).flatMap(({ name, collection }) => (collection === 'manual' ? [name] : []));

test('a catalog has the guides for users of its package', () => {
  expect(names(library)).toContain('express');
  expect(names(library)).not.toContain('make-your-own');
});

test('a page of the catalog replaces the guide of its name', () => {
  const folder = temporary();
  mkdirSync(join(folder, 'guides'));
  writeFileSync(join(folder, 'guides/express.md'), '---\ntitle: Ours\ndescription: Our way.\n---\nHere.\n');
  const guides = guidesOf({ ...library, folder }).filter(({ name }) => name === 'express');
  expect(guides).toMatchObject([{ title: 'Ours', collection: 'guides', body: 'Here.\n' }]);
});

test('the types that a catalog names are those of the examples', () => {
  const manual = { examples: { main: 'depot-full', other: 'label-used', cause: 'depot-full#no-space' } };
  const vitest = guidesOf(withManual(parcels, manual)).find(({ name }) => name === 'vitest')?.body;
  expect(vitest).toContain('not.toBeProblem(labelUsed)');
  expect(vitest).toContain("toHaveCause(depotFull, 'no-space')");
});

test.each([
  [{ guides: ['clients'] }, 'manual.guides names "clients", which does not exist', 'Did you mean "client"?'],
  [{ examples: { main: 'depot-ful' } }, 'manual.examples.main names "depot-ful", which does not exist', 'depot-full'],
  [{ examples: { cause: 'depot-full#x' } }, 'manual.examples.cause names "depot-full#x", which does not exist', ''],
])('%j is refused', (manual, fact, fix) => {
  const [finding, ...others] = manualFindings(withManual(parcels, manual), 'problems/index.ts');
  expect(finding).toMatchObject({ file: 'problems/index.ts', fact });
  expect(finding?.fix).toContain(fix);
  expect(others).toEqual([]);
});

test.each(guidesOf(withManual(library, { guides: 'all' })).map(({ name, body }) => [name, body]))(
  'the guide %s keeps to the rules of prose',
  (_, body) => {
    expect(proseFaults(body)).toEqual([]);
  },
);

test('a guide that the site does not have is named without a link', () => {
  const alone = withManual(library, { guides: ['in-your-site'] });
  expect(guidesOf(alone).at(-1)?.body).toContain('into `problems/`, as in make your own:');
  expect(linkFindings(alone)).toEqual([]);
});

test('a catalog chooses its guides', () => {
  expect(names(withManual(library, { guides: ['koa', 'make-your-own'] }))).toEqual(['koa', 'make-your-own']);
  expect(names(withManual(library, { guides: [] }))).toEqual([]);
});

test('a catalog in another language has those that it names, and they say in which language they are', () => {
  expect(names(withManual(bikes, undefined))).toEqual([]);
  const guides = guidesOf(bikes);
  expect(guides.map(({ name, language }) => [name, language])).toEqual([
    ['ausleihen', undefined],
    ['koa', 'en'],
  ]);
});
