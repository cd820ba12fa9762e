/* cspell:disable */
import { expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { repliesOf } from '#diagnose/other-responses-of-guide.ts';
import { documentsOf } from '#diagnose/search/documents.ts';
import { detailsOf } from '#diagnose/search/index.ts';
import { finderIndex, stateOf } from '#diagnose/search/make-index.ts';
import { indexedPages, plainText } from '#diagnose/search/make-pages.ts';
import { blockFile, indexFor, partsOf, wordFile } from '#diagnose/search/parts.ts';
import { asked } from './tables/asked.ts';
import { guides, replies, site } from './tables/parcels.ts';

/** What inspector and search fetch, made from a catalog: whole, so that no part is lost. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const { catalog, paths } = site;
const index = finderIndex(site, guides);
/** A line for each part. */
const lines = (value: object) =>
  Object.entries(value)
    .map(([name, part]) => `${name} ${JSON.stringify(part)}`)
    .join('\n');

test('the index of the inspector', () => {
  const { types, examples, replies: known, reasons, ...facts } = inspectorIndex(site, replies);
  expect([lines(facts), lines(types), lines(reasons).slice(0, 400), lines(known)].join('\n\n')).toMatchSnapshot();
  expect(examples.map(({ label, text }) => `${label}\n${text}`).join('\n\n')).toMatchSnapshot();
});

test('the index of the inspector of a catalog with few facts', () => {
  const { routes: _, placeholders: __, values: ___, ...facts } = catalog.facts;
  const [first] = catalog.problems.filter(({ name }) => name === 'carrier-answer');
  const bare = { ...site, catalog: { ...catalog, facts, problems: first ? [first] : [] } } as typeof site;
  const { examples, types, reasons: _reasons, words: _words, ...rest } = inspectorIndex(bare, undefined);
  expect([lines(rest), lines(types), ...examples.map(({ text }) => text)].join('\n\n')).toMatchSnapshot();
});

test('the index of the search', () => {
  const { types, pages, replies: known, ...facts } = index;
  expect(lines(facts)).toMatchSnapshot();
  expect(types.map(lines).join('\n\n')).toMatchSnapshot();
  expect(lines(pages)).toMatchSnapshot();
  expect(known).toEqual(repliesOf(replies, paths.guides));
});

test('the index of the search without guides, at another root', () => {
  const bare = {
    ...site,
    paths: { ...paths, home: '/docs', common: '/docs/common', status: (status: number) => `/docs/s/${status}` },
  };
  const { guide, replies: none, pages } = finderIndex(bare as typeof site);
  expect([guide, none, pages.map(({ path }) => path).join(' ')]).toMatchSnapshot();
});

test('the documents that are searched', () => {
  const documents = documentsOf(index);
  expect(documents.map((each) => JSON.stringify(each)).join('\n')).toMatchSnapshot();
  const home = documentsOf({ ...index, root: '/docs' });
  expect(
    home
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/docs/'))
      .join('\n'),
  ).toMatchSnapshot();
});

test('the texts of a type and of its causes', () => {
  const [full] = index.types.filter(({ name }) => name === 'depot-full');
  expect(full && ['no-space', 'closing', 'nothing', undefined].map((cause) => detailsOf(full, cause))).toEqual([
    ['The depot * is full.', 'Capacity exceeded'],
    ['The depot * closes at * and takes no more parcels.', 'Capacity exceeded'],
    [],
    [
      'The depot * is full.',
      'The depot * closes at * and takes no more parcels.',
      'Capacity exceeded',
      'The depot Harbor is full.',
    ],
  ]);
});

test('the state of a type', () => {
  const sent = catalog.problems.map(({ name, entry }) => `${name} ${stateOf(entry)}`);
  expect(sent.filter((line) => !line.endsWith(' sent'))).toEqual([
    'carrier-answer unsent',
    'parcel-archived retired',
    'rate-limited rare',
  ]);
});

test('the pages of guides', () => {
  const pages = indexedPages(site, guides).filter(({ kind }) => kind === 'guide' || kind === 'manual');
  expect(pages.map((page) => JSON.stringify(page)).join('\n')).toMatchSnapshot();
  expect(indexedPages(site, []).some(({ kind }) => kind === 'guide')).toBe(false);
});

test.each([
  ['# A\n\nb `c` **d**  [e](f) ![g](h)', 'A b c d e g'],
  ['> quoted\n> twice', 'quoted twice'],
  ['|a|b|\n|:-|-|\n|c|d|', 'a · b · c · d ·'],
  ['a\n- - -|\nb', 'a b'],
  ['a | b', 'a · b'],
  ['```\ncode\n```\nafter', 'after'],
  ['```bash x\n$ a\n```', '$ a'],
  ['````bash\na\n```\nb\n````\nc', 'a ```'.replace(' ```', ' b c')],
  ['```json\n{}\n```\n```bash\nls\n```', 'ls'],
  ['```\nopen', ''],
  ['x'.repeat(2000), 'x'.repeat(1600)],
  ['a # b > c | d', 'a # b > c · d'],
  ['# # a', '# a'],
  ['x ```\ny', 'x y'],
  ['```bash\nls\n```\n```\nx\n```', 'ls'],
  ['a |\nb', 'a · b'],
  ['-|\nb', 'b'],
  ['x-|\nb', 'x- · b'],
  ['|-|-\nb', '- · - b'],
  ['``` bash\nls\n```', 'ls'],
  ['```bashful\nls\n```', ''],
  ['````\na\n```\nb\n````\nc', 'c'],
  ['`` a', 'a'],
  ['[a](b)[c](d)', 'ac'],
  ['[a] (b)', '[a] (b)'],
  ['![a](b (c))', '![a](b (c))'],
  ['  a\t\n b  ', 'a b'],
])('%j as plain text', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

test('the parts of a large index', () => {
  const { head, files } = partsOf(index);
  expect([head.types, head.total, head.routes, head.files]).toMatchSnapshot();
  expect(
    [...files].map(([name, part]) => `${name} ${JSON.stringify(part).slice(0, 300)}`).join('\n'),
  ).toMatchSnapshot();
  expect(['=token', 'token', 'ab', 'a', '=', 'über', '=ü', '42'].map(wordFile)).toEqual([
    'words-tok',
    'words-tok',
    'words-ab',
    'words-a',
    'words-other',
    'words-other',
    'words-other',
    'words-42',
  ]);
  expect([0, 9, 10, 25].map(blockFile)).toEqual(['block-0', 'block-0', 'block-1', 'block-2']);
});

test('the part of a large index that a text needs', async () => {
  const many = Array.from({ length: 130 }, (_, at) => ({
    ...(index.types[at % index.types.length] as (typeof index.types)[number]),
    name: `type-${at}`,
    title: `Type ${at} of ${at % 2 ? 'Odd' : 'Even'}`,
  }));
  const { head, files } = partsOf({ ...index, types: many });
  const read: string[] = [];
  const found = [];
  for (const text of [
    ...asked.slice(0, 60),
    'type-77',
    'TYPE_77',
    'typee-77',
    'type-7x',
    'typ-12',
    'typ',
    'types',
    'tokens exp',
    'expir',
    'a =type-12',
    'ab_cd type-101 x',
    'Typezz-1',
    'depot-ful',
    'depo full',
    'tpye-77',
    'type 77',
    'odd',
    'eve',
    'Type 3 of Odd',
    'x'.repeat(3000),
  ]) {
    read.length = 0;
    const part = await indexFor(head, text, async (file) => {
      read.push(file);
      return files.get(file);
    });
    found.push(
      `${text.slice(0, 60)}: ${part.types.map(({ name }) => name.slice(5)).join(' ')} from ${[...read].sort().join(' ')}`,
    );
  }
  expect(found.join('\n')).toMatchSnapshot();
  const [file, words] = [...files].find(([name]) => name === 'words-typ') ?? [];
  expect([file, JSON.stringify(words).slice(0, 700)]).toMatchSnapshot();
  expect(await indexFor(index, 'x', async () => undefined)).toBe(index);
});

test.each([
  '## 404 or 503: `{"a":1}` from the `b`\n\nText\n of [x](./y#z) and [w](../v).\n\n```json\n{}\n\nq\n```\n\n| a |\n',
  'x\n## `X-A: b`\nc\n## A page, 413\n\n\nd\n \ne f\n',
  '## 99 1404 `a` 404\n\na|b\n',
])('the replies of %j', (markdown) => {
  expect(repliesOf(markdown, '/g')).toMatchSnapshot();
});

test('the examples of the inspector show what the catalog has', () => {
  const texts = (problems: readonly ProblemType[], guide?: string) =>
    inspectorIndex({ ...site, catalog: { ...catalog, problems } } as typeof site, guide).examples.map(
      ({ text }) => text,
    );
  const of = (...names: string[]) => names.flatMap((name) => site.problems.get(name) ?? []);
  const changed = (name: string, entry: object, more: object = {}) => {
    const [problem] = of(name) as [ProblemType];
    return { ...problem, ...more, entry: { ...problem.entry, ...entry } } as ProblemType;
  };
  const wide = changed(
    'depot-full',
    { endpoints: ['GET /a', 'GET /b'] },
    { status: 403, example: { type: 'urn:w', title: 'W', status: 403 } },
  );
  const late = changed('rate-limited', { headers: undefined });
  const failed = changed('depot-offline', {}, { status: 500 });
  expect([
    texts(of('already-delivered')),
    texts([wide, late]),
    texts([late, wide, failed]),
    texts([failed, wide]),
    texts(of('label-used', 'rate-limited', 'depot-offline', 'token-expired')),
    texts(
      of('carrier-answer', 'already-delivered'),
      '## `x` 404\n## `{"a":1}x`\n## 200: `{"b":1}`\n## 503: `x` or `{"c":2}`\n',
    ),
  ]).toMatchSnapshot();
});
