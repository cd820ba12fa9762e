import { beforeAll, expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { load } from '#catalog/load.ts';
import { namesOf } from '#catalog/names.ts';
import { type Site, siteOf } from '#catalog/site.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { searcher } from '#diagnose/search/search.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { listOf } from '#site/browser/finder/list.ts';
import { stateOfQuery } from '#site/browser/finder/state.ts';
import { furtherPages, pageLength, pageOf, pagePath, pageTags } from '#site/paging.ts';
import { libraryDir } from '../support.ts';

/** A catalog of ten thousand problem types, made in memory: lists stay short, look-ups stay exact. */

const size = 10_000;
const statuses = [404, 404, 404, 404, 409, 400, 422, 500];
let library: Catalog;
let site: Site;

function large({ problems, ...catalog }: Catalog): Catalog {
  const [model] = problems;
  if (!model) throw new Error('The library holds no entry.');
  const { baseUri } = catalog.facts;
  const made = Array.from({ length: size }, (_, at) => {
    const number = String(at).padStart(5, '0');
    const names = namesOf(`item-${number}`, { baseUri });
    const status = statuses[at % statuses.length] as number;
    const entry = {
      ...model.entry,
      title: `Item ${number} Withheld`,
      status,
      category: at % 10 === 0 ? 'membership' : 'loans',
      endpoints: [`GET /items/${at % 800}`],
      aliases: [`E${number}`],
      related: {},
      observed: undefined,
    };
    return { ...model, ...names, entry, statuses: [status] as const };
  });
  return { ...catalog, problems: made } as Catalog;
}

beforeAll(async () => {
  library = await load(libraryDir);
  site = siteOf(large(library));
});

const longLists = (): [name: string, list: readonly unknown[]][] => [
  ...[...site.categories].map(([key, list]): [string, readonly unknown[]] => [key, list]),
  ...[...site.statuses].map(([status, list]): [string, readonly unknown[]] => [String(status), list]),
  ['routes', [...site.routes.values()]],
];

test('the pages of every list hold each of its items once, in order, and none holds too many', () => {
  for (const [name, list] of longLists()) {
    const pages = [1, ...furtherPages(list)].map((number) => pageOf(list, number));
    expect(
      pages.flatMap(({ items }) => items),
      name,
    ).toEqual(list);
    for (const { items, count } of pages) {
      expect(items.length, name).toBeLessThanOrEqual(pageLength);
      expect(items.length, name).toBeGreaterThan(0);
      expect(count, name).toBe(pages.length);
    }
  }
});

test('the first page keeps the address of the list, and each page leads to its neighbors', () => {
  const list = site.statuses.get(404) ?? [];
  const path = site.paths.status(404);
  expect(pagePath(path, 1)).toBe(path);
  const last = pageOf(list, furtherPages(list).at(-1) ?? 1);
  expect(last.count).toBeGreaterThan(2);
  expect(pageTags(path, pageOf(list, 1)).map(({ attrs }) => [attrs.rel, attrs.href])).toEqual([['next', `${path}/2`]]);
  expect(pageTags(path, pageOf(list, 2)).map(({ attrs }) => [attrs.rel, attrs.href])).toEqual([
    ['prev', path],
    ['next', `${path}/3`],
  ]);
  expect(pageTags(path, last).map(({ attrs }) => attrs.rel)).toEqual(['prev']);
});

test('a short list is one page without further links', () => {
  const { problems } = library;
  expect(furtherPages(problems)).toEqual([]);
  expect(furtherPages([])).toEqual([]);
  expect(pageOf(problems, 1)).toMatchObject({ items: problems, count: 1, start: 1 });
  expect(pageTags('/types/status/403', pageOf(problems, 1))).toEqual([]);
  expect(furtherPages(Array.from({ length: pageLength }))).toEqual([]);
  expect(furtherPages(Array.from({ length: pageLength + 1 }))).toEqual([2]);
});

test('the finder tells one of ten thousand types by its name, its alias and its type URI', () => {
  const index = finderIndex(site);
  const search = searcher(index);
  const names = (text: string) => search.resolve(text).types.map((at) => index.types[at]?.name);
  expect(names('item-07311')).toEqual(['item-07311']);
  expect(names('E07311')).toEqual(['item-07311']);
  expect(names(`${index.baseUri}/item-07311`)).toEqual(['item-07311']);
  const { answer, sentence } = listOf({ index, search }, stateOfQuery('q=404'));
  expect(answer?.types.length).toBe(size / 2);
  expect(sentence).toContain(`${size / 2} problem types`);
});

test('the index of the finder grows by less than a kilobyte a type', () => {
  expect(JSON.stringify(finderIndex(site)).length / size).toBeLessThan(1024);
});

test('the types of the package are written out, so that the compiler infers none of them', () => {
  const files = moduleFiles(library);
  for (const { name, exportName, validatorName } of library.problems) {
    expect(files.get(`${name}.ts`)).toContain(`export const ${exportName}: ProblemType<`);
    expect(files.get('validators.ts')).toContain(
      `export const ${validatorName}: ProblemValidator<typeof ${exportName}> =`,
    );
  }
});
