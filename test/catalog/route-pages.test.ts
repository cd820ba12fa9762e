import { expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { routePages } from '#catalog/route-pages.ts';

/** The routes that entries name, with the types that each can answer. */

const problem = (name: string, endpoints?: unknown[]) => ({ name, entry: { endpoints } });
const lapsed = problem('lapsed', [
  'GET /loans/{id}',
  { route: 'POST /loans', when: 'with a card' },
  'GET /Loans-id/',
  'GET /loans/id?',
]);
const limit = problem('limit', ['POST /loans', 'DELETE /{id}']);
const problems = [problem('none'), lapsed, limit];

const pages = (routes?: object) =>
  [...routePages({ problems, facts: { routes } } as unknown as Catalog)].map(([route, { answers, ...page }]) => {
    expect(page.route).toBe(route);
    return [page.slug, ...answers.map(({ problem, when }) => [problem, when])];
  });

const plain = [
  ['get-loans-id', [lapsed, undefined]],
  ['post-loans', [lapsed, 'with a card'], [limit, undefined]],
  ['get-loans-id-2', [lapsed, undefined]],
  ['get-loans-id-3', [lapsed, undefined]],
  ['delete-id', [limit, undefined]],
];

test('come in the order of entries where the catalog has no list', () => {
  expect(pages()).toEqual(plain);
});

test('come in the order of the list of the catalog', () => {
  const [get, post, second, third, remove] = plain;
  expect(pages({ 'DELETE /{id}': {}, 'GET /unused': {}, 'POST /loans': {}, 'GET /loans/{id}': {} })).toEqual([
    second,
    third,
    remove,
    post,
    get,
  ]);
});
