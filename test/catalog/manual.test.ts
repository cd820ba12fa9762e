import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guidesOf, manualNames } from '#catalog/guides.ts';
import { linkFindings } from '#catalog/links.ts';
import { proseFaults } from '#catalog/lint.ts';
import { load } from '#catalog/load.ts';
import { manualFindings } from '#catalog/manual/check.ts';
import { root } from '../support.ts';

/** The guides on the package, made for one catalog after the other. */

const library = await load(join(root, 'test/catalogs/library'));
const parcels = await load(join(root, 'test/catalogs/parcels'));
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
