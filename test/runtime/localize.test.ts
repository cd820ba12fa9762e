import { describe, expect, test } from 'vitest';
import { withProblems } from '#runtime/fetch.ts';
import { problemResponse } from '#runtime/index.ts';
import { languageHeaders, localize, localizeErrors } from '#runtime/localize.ts';
import { ProblemError } from '#runtime/problem/error.ts';

/** Titles in the language of the client. RFC 9457 section 3.1.3, RFC 4647 section 3.4, RFC 9110 section 12.5.4. */

const type = 'https://shop.example/problems/out-of-stock';
const german = 'Nicht auf Lager';
const titles = {
  [type]: { en: 'Out of Stock', de: german, 'de-CH': 'Nicht an Lager', 'pt-BR': 'Fora de estoque', 'zh-Hant': '缺貨' },
};
const outOfStock = { type, title: 'Out of Stock', status: 409, sku: 'A-1' };

test.each([
  ['nothing', undefined, 'en'],
  ['null, as Headers gives it', null, 'en'],
  ['an empty field', '', 'en'],
  ['a language', 'de', 'de'],
  ['another case', 'DE', 'de'],
  ['the default language', 'en', 'en'],
  ['a language that nobody wrote', 'fr', 'en'],
  ['a region without a title of its own', 'de-AT', 'de'],
  ['a region with a title of its own', 'de-CH', 'de-CH'],
  ['a region, script and variant', 'zh-Hant-TW-x-a', 'zh-Hant'],
  ['a language whose titles name a region', 'pt', 'pt-BR'],
  ['another region than that of the title', 'pt-PT', 'en'],
  ['the start of another tag', 'd', 'en'],
  ['the first of two', 'fr, de', 'de'],
  ['weights', 'en;q=0.5, de;q=0.9', 'de'],
  ['equal weights', 'en, de', 'en'],
  ['spaces, tabs and capitals', 'en ;\tQ=0.1 ,  de-DE', 'de'],
  ['anything', '*', 'en'],
  ['anything but the default', '*, en;q=0', 'de'],
  ['a refused language', 'de;q=0, *;q=0.1', 'en'],
  ['all but refused ones', 'fr, de;q=0', 'en'],
  ['a weight that is not one', 'de;q=x, en;q=0.1', 'en'],
  ['a weight above one', 'de;q=7', 'en'],
  ['a weight below zero', 'de;q=-1', 'en'],
  ['a weight of one', 'en;q=0.9, de;q=1', 'de'],
  ['other parameters', 'de;level=1;q=0.2, en;q=0.1', 'de'],
  ['the languages of a browser', ['de-AT', 'en'], 'de'],
  ['empty elements', ',, ,de,', 'de'],
])('of %s, the best language is chosen', (_, field, language) => {
  const title = titles[type]?.[language as 'de'];
  expect(localize(outOfStock, field, titles)).toEqual({ ...outOfStock, title });
  expect(languageHeaders(outOfStock, field, titles)).toEqual({ 'Content-Language': language, Vary: 'Accept-Language' });
});

test('a problem without titles in other languages stays as it is', () => {
  for (const problem of [{ type: 'about:blank', title: 'Gone', status: 410 }, {}, { type: 'toString' }]) {
    expect(localize(problem, 'de', titles)).toBe(problem);
    expect(languageHeaders(problem, 'de', titles)).toEqual({});
  }
});

test('a problem that came in another language is turned back, and the given one is not changed', () => {
  const received = { ...outOfStock, title: german };
  expect(localize(received, 'en', titles).title).toBe('Out of Stock');
  expect(received.title).toBe(german);
});

describe('an error handler with localizeErrors', () => {
  const map = localizeErrors((request: Request) => request.headers.get('Accept-Language'), titles);
  const answer = (error: unknown) =>
    withProblems(
      () => {
        throw error;
      },
      { map, log: () => {} },
    )(new Request('https://shop.example/', { headers: { 'Accept-Language': 'de' } }));

  test.each([
    ['a problem', outOfStock],
    ['a ProblemError', new ProblemError(outOfStock)],
  ])('sends %s in the language of the request', async (_, error) => {
    const response = await answer(error);
    expect(response.status).toBe(409);
    expect(response.headers.get('content-language')).toBe('de');
    expect(response.headers.get('vary')).toBe('Accept-Language');
    expect(await response.json()).toEqual({ ...outOfStock, title: german });
  });

  test('keeps the header fields of the error', async () => {
    const headers = { Vary: 'Origin', 'WWW-Authenticate': 'Bearer', 'X-Request-ID': '7' };
    const response = await answer(new ProblemError({ ...outOfStock, status: 401 }, { headers }));
    expect(response.headers.get('vary')).toBe('Origin, Accept-Language');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(response.headers.get('x-request-id')).toBe('7');
  });

  test('leaves other errors to the handler', async () => {
    const response = await answer(new Error('password'));
    expect(await response.json()).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500 });
    expect(response.headers.get('vary')).toBeNull();
  });
});

test('a response takes the header fields', () => {
  const headers = languageHeaders(outOfStock, 'de', titles);
  const response = problemResponse(localize(outOfStock, 'de', titles), { headers });
  expect(response.headers.get('content-language')).toBe('de');
});

test('what is no problem is left to the handler, and the members of a problem are not its header fields', () => {
  const map = localizeErrors(() => 'de', titles);
  expect(map(new Error('x'), undefined)).toBe(undefined);
  const sent = map({ ...outOfStock, headers: { 'X-Own': '1' } }, undefined);
  expect([sent?.problem.title, Object.keys(sent?.headers ?? {})]).toEqual([
    german,
    ['content-language', 'content-type', 'vary'],
  ]);
});
