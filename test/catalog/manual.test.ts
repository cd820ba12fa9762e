import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guidesOf, manualNames } from '#catalog/guides.ts';
import { linkFindings } from '#catalog/links.ts';
import { load } from '#catalog/load.ts';
import { root } from '../support.ts';

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

test('a catalog chooses its guides', () => {
  expect(names(withManual(library, { guides: ['koa', 'make-your-own'] }))).toEqual(['koa', 'make-your-own']);
  expect(names(withManual(library, { guides: [] }))).toEqual([]);
});

test('a catalog in another language has those that it names, and they say in which language they are', () => {
  expect(names(bikes)).toEqual([]);
  const guides = guidesOf(withManual(bikes, { guides: ['koa'] }));
  expect(guides.map(({ name, language }) => [name, language])).toEqual([
    ['ausleihen', undefined],
    ['koa', 'en'],
  ]);
});
