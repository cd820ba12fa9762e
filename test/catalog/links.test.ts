// cspell:ignore größe größer
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { findingText } from '#catalog/finding.ts';
import { linkFindings } from '#catalog/links.ts';
import { sitePaths } from '#catalog/names.ts';
import { temporary } from '../support.ts';

/** Links that lead to no page of the catalog. */

const folder = join(temporary(), 'library');
mkdirSync(join(folder, 'guides'), { recursive: true });
writeFileSync(
  join(folder, 'guides/loans.md'),
  '---\ntitle: Loans\ndescription: How they count.\n---\n# How *they* count\n\n## Größe\n\nSee [a](./wait) and [b](#how-they-count).\n',
);

interface Parts {
  readonly base?: string;
  readonly place?: string;
  readonly facts?: object;
  readonly unread?: readonly string[];
}

/** What is told of a type with a text. */
function toldOf(
  text: string,
  { base = 'https://e.example/docs/types', place = folder, facts, unread = [] }: Parts = {},
): string[] {
  const site = sitePaths(base);
  const entry = {
    category: 'loans',
    explanation: text,
    title: 'No [link](nowhere)',
    aliases: ['no-card'],
    endpoints: ['GET /loans'],
  };
  const problem = {
    name: 'card',
    path: `${site.index}/card`,
    file: 'library/card.ts',
    statuses: [403],
    causes: [{ name: 'lost' }],
    entry,
  };
  const catalog = {
    folder: place,
    facts: { categories: { loans: {}, none: {} }, manual: { guides: [] }, ...facts },
    site,
    problems: [problem],
    unread,
  } as unknown as Catalog;
  return linkFindings(catalog).map(findingText);
}
const ofGuide =
  'guides/loans.md: the link to ./wait leads to /docs/guides/wait, and no page has this address. Did you mean /docs/guides/loans?';

test('links to pages of the catalog, of this origin and of other sites are no mistake', () => {
  const addresses = [
    ...[
      '',
      '#lost',
      '#top',
      'card',
      './card/',
      'card.md',
      './card#lost',
      './no-card#any',
      '../types',
      '../types#x',
      'no-card',
      'category/loans',
    ],
    ...['status/403', 'route/get-loans', '../inspect', '../common', '../changes', '../guides', '/docs', '/docs/'],
    ...['../guides/loans', '../guides/loans#how-they-count', '../guides/loans#größe', '../guides/loans#'],
    ...[
      '/imprint',
      '/docs-2',
      '../../a',
      '../openapi.json',
      'http://lending.example/a b',
      'https://lending.example/?a#b',
    ],
  ];
  expect(toldOf(addresses.map((address) => `[a](<${address}>)`).join(' '))).toEqual([ofGuide]);
});

const lead = (address: string, path: string, fix = 'Name a page of the catalog, or remove the link.') =>
  `the link to ${address} leads to ${path}, and no page has this address. ${fix}`;
const isText = 'is shown as text. Link to http, to https or to a page of this catalog.';

test.each([
  ['mailto:desk@e.example', `the link to mailto:desk@e.example ${isText}`],
  ['ahttps://e.example', `the link to ahttps://e.example ${isText}`],
  ['card?a', `the link to card?a ${isText}`],
  ['a b', `the link to a b ${isText}`],
  ['./cart', lead('./cart', '/docs/types/cart', 'Did you mean /docs/types/card?')],
  ['/docs/quite-another', lead('/docs/quite-another', '/docs/quite-another')],
  ['status/404', lead('status/404', '/docs/types/status/404', 'Did you mean /docs/types/status/403?')],
  ['a.b/quite-another', lead('a.b/quite-another', '/docs/types/a.b/quite-another')],
  ['../quite.mdx/another.md', lead('../quite.mdx/another.md', '/docs/quite.mdx/another')],
  ['category/none', lead('category/none', '/docs/types/category/none', 'Did you mean /docs/types/category/loans?')],
  [
    '../guides/loans#how-they',
    'the link to ../guides/loans#how-they leads to /docs/guides/loans, which has no section #how-they. Name a section of that page.',
  ],
  ['#lots', 'the link to #lots leads to /docs/types/card, which has no section #lots. Did you mean #lost?'],
  [
    'card#quite-another',
    'the link to card#quite-another leads to /docs/types/card, which has no section #quite-another. Name a section of that page.',
  ],
  [
    '../guides/loans#कारण',
    'the link to ../guides/loans#कारण leads to /docs/guides/loans, which has no section #कारण. Name a section of that page.',
  ],
  [
    '../guides/loans#größer',
    'the link to ../guides/loans#größer leads to /docs/guides/loans, which has no section #größer. Did you mean #größe?',
  ],
])('a link to %s is told', (address, told) => {
  expect(toldOf(`See [a](<${address}>).`)).toEqual([`library/card.ts: ${told}`, ofGuide]);
});

test('a picture, which no page shows, is told', () => {
  expect(toldOf('![The *desk*](desk.png) and `![code](a.png)`', { place: join(folder, 'none') })).toEqual([
    'library/card.ts: the image desk.png is shown as its text. Say it in words, or link to the picture.',
  ]);
});

test('pages that an entry makes are there, though it cannot be read', () => {
  const text =
    'See [a](fee#any), [b](status/404), [c](category/none), [d](route/get-a), [e](feet) or [f](../status/404).';
  expect(toldOf(text, { unread: ['fee'], place: join(folder, 'none') })).toEqual([
    `library/card.ts: ${lead('feet', '/docs/types/feet', 'Did you mean /docs/types/fee?')}`,
    `library/card.ts: ${lead('../status/404', '/docs/status/404')}`,
  ]);
});

test('at the root of an origin, a path may be a page of another program', () => {
  const text =
    'See [a](/), [b](/imprint), [c](./imprint), [d](../imprint), [e](https://f.example/x) or [f](http://f.example/x).';
  expect(toldOf(text, { base: 'https://e.example/types', place: join(folder, 'none') })).toEqual([
    `library/card.ts: ${lead('./imprint', '/types/imprint')}`,
    `library/card.ts: ${lead('../imprint', '/imprint')}`,
  ]);
});

test('a catalog without guides has no page of them', () => {
  expect(toldOf('See [a](../guides).', { place: join(folder, 'none') })).toEqual([
    `library/card.ts: ${lead('../guides', '/docs/guides', 'Did you mean /docs/types?')}`,
  ]);
});

test('links of categories and of statuses start at their pages', () => {
  const facts = {
    categories: { loans: { summary: 'See [a](../card) or [b](./card).' } },
    statuses: { '404': { note: 'See [a](403) or [b](../../status/403).' } },
  };
  expect(toldOf('See [a](status/404).', { facts, place: join(folder, 'none') })).toEqual([
    `none/index.ts: ${lead('./card', '/docs/types/category/card', 'Did you mean /docs/types/category/loans?')}`,
    `none/index.ts: ${lead('../../status/403', '/docs/status/403')}`,
  ]);
});
