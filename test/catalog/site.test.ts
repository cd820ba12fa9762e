import { expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { siteOf } from '#catalog/site.ts';

/** The catalog as its pages group it, and where they are. */

const problem = (name: string, category: string, ...statuses: number[]) => ({
  name,
  path: `/docs/types/${name}`,
  statuses,
  entry: { category },
});
const [card, limit, lapsed] = [
  problem('card', 'loans', 403, 400),
  problem('limit', 'cards', 429, 403),
  problem('lapsed', 'loans'),
];
const catalog = {
  facts: { categories: { loans: {}, none: {}, cards: {} } },
  problems: [card, limit, lapsed],
  translation: { and: ' and ' },
  site: { base: '/docs/', root: '/docs', index: '/docs/types' },
} as unknown as Catalog;

test('types are grouped by category and by status, and where there is none, there is no group', () => {
  const { paths: _, ...site } = siteOf(catalog);
  expect({ ...site, categories: [...site.categories], statuses: [...site.statuses] }).toEqual({
    catalog,
    problems: new Map(Object.entries({ card, limit, lapsed })),
    categories: [
      ['loans', [card, lapsed]],
      ['cards', [limit]],
    ],
    statuses: [
      [400, [card]],
      [403, [card, limit]],
      [429, [limit]],
    ],
    routes: new Map(),
    t: { and: ' and ' },
  });
});

test('pages are below the root, and those of types below the index', () => {
  const { problem, category, status, route, guide, file, ...paths } = siteOf(catalog).paths;
  expect([
    problem('card'),
    problem('old'),
    category('loans'),
    status(403),
    route('get-a'),
    guide('x'),
    file('y'),
  ]).toEqual([
    ...['/docs/types/card', '/docs/types/old', '/docs/types/category/loans', '/docs/types/status/403'],
    ...['/docs/types/route/get-a', '/docs/guides/x', '/docs/y'],
  ]);
  expect(paths).toEqual({
    home: '/docs/',
    index: '/docs/types',
    inspect: '/docs/inspect',
    common: '/docs/common',
    changes: '/docs/changes',
    guides: '/docs/guides',
  });
  expect(siteOf(catalog, '/').paths.home).toBe('/');
});
