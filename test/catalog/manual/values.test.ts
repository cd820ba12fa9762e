import { describe, expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { openapiValues } from '#catalog/manual/openapi.ts';
import { rendered } from '#catalog/manual/render.ts';
import { shown } from '#catalog/manual/shown.ts';
import { listOf, mistakeOf, mockOf, overviewOf } from '#catalog/manual/terminal.ts';
import { valuesOf } from '#catalog/manual/values.ts';
import { catalogOf, typeOf } from './made.ts';

/** What the names in the templates of guides stand for. */

const words = new Set(['app']);
const causes = { lost: {} };
const main = typeOf('loan-missing', {
  ...{ status: [404], causes, members: { loan: { type: 'string' } }, example: { loan: 'L-17', detail: 'No L-17.' } },
  entry: { titles: { fr: 'a', de: 'b' } },
});
const other = typeOf('card-lost', { causes, entry: { titles: { de: 'c', ar: 'd' } } });
const login = typeOf('log-in', {
  ...{
    status: [401],
    causes,
    members: { realm: {} },
    example: { realm: 'a' },
    entry: { headers: { 'WWW-Authenticate': 'Bearer' } },
  },
});
const limit = typeOf('too-many', {
  ...{
    status: [429],
    causes,
    members: { wait: {} },
    example: { wait: 7 },
    entry: { headers: { 'Retry-After': '{wait}' } },
  },
});
const answers = [{ detail: 'The card is old.', causes: ['old'] }];
const old = typeOf('card-old', {
  causes: { old: {}, lost: {} },
  answers,
  members: { card: {} },
  example: { card: 'C' },
});

/** The values as data: those of a catalog, and the rest. */
function valuesIn(problems: readonly ProblemType[], facts: object = {}) {
  const catalog = catalogOf(problems, facts);
  const {
    package: name,
    command,
    folder,
    home,
    homeFile,
    index,
    languages,
    ...rest
  } = JSON.parse(JSON.stringify(valuesOf(catalog, words)));
  return { catalog, ofCatalog: { name, command, folder, home, homeFile, index, languages }, rest };
}
const asData = (value: object) => JSON.parse(JSON.stringify(value));

test('a catalog without a type to show has no values', () => {
  expect(valuesOf(catalogOf([]), words)).toBeUndefined();
});

test('a catalog has its package, its pages and its languages', () => {
  expect(valuesIn([main, other]).ofCatalog).toEqual({
    ...{ name: '@lending/problems', command: 'problems', folder: 'lending-problems', languages: 'ar, de, fr' },
    ...{ home: '/docs', homeFile: 'docs/index.html', index: '/docs/types' },
  });
  const site = { root: '', index: '/types' };
  const catalog = { ...catalogOf([limit], { package: 'a@b' }), site } as ReturnType<typeof catalogOf>;
  expect(valuesOf(catalog, words)).toMatchObject({
    ...{ package: 'a@b', command: 'a@b', folder: 'a@b', languages: null },
    ...{ home: '/', homeFile: 'index.html', index: '/types' },
  });
});

test('what is imported is listed once, by its letters', () => {
  const values = valuesOf(catalogOf([main]), words) ?? {};
  const template = '{{#imports}}b, type C, {{#main}}{{export}}{{/main}},, B2, a , b,type Ab,{{/imports}}';
  expect(rendered(template, values)).toBe('a, type Ab, b, B2, type C, loanMissing');
});

describe('a catalog with a type for each role', () => {
  const { catalog, rest } = valuesIn([main, other, login, limit, old], { manual: { examples: { cause: 'card-old' } } });
  const show = (problem: ProblemType) => asData(shown(catalog, problem, words));
  const cause = { problem: old, name: 'old', detail: 'The card is old.', isSure: true, isText: true };

  test('shows them', () => {
    const { other: _1, login: _2, limit: _3, cause: _4, ...others } = rest;
    expect(others).toEqual({
      ...{ main: show(main), topic: show(other), late: show(limit), second: show(limit) },
      ...{ overview: overviewOf(catalog, other), mock: mockOf(catalog, limit), list: listOf(catalog, other) },
      mistake: mistakeOf(cause, { card: 'C' }),
      ...openapiValues(catalog, other, limit, login),
    });
  });

  test('has code for them', () => {
    expect(rest.other).toEqual({
      ...show(other),
      ...{ type: 'cardLost', typeImport: 'cardLost', answer: 'cardLost', answerImport: 'cardLost' },
      expected: '"https://e.example/docs/types/card-lost" (CARD LOST)',
      see: 'See https://e.example/docs/types/card-lost\nSee https://e.example/docs/types/loan-missing',
    });
    expect(rest.limit).toEqual({
      ...show(limit),
      ...{ type: 'tooMany', typeImport: 'tooMany', answer: 'tooMany({ wait: 7 })', answerImport: 'tooMany' },
    });
    expect(rest.login).toEqual({
      import: 'logIn',
      answer: "logIn({ realm: 'a', detail: 'The token has expired.' })",
      note: 'The problem type adds its `WWW-Authenticate` header:',
      response: `HTTP/1.1 401 Unauthorized
Content-Type: application/problem+json
WWW-Authenticate: Bearer

{
  "type": "https://e.example/docs/types/log-in",
  "title": "LOG IN",
  "status": 401,
  "detail": "The token has expired.",
  "realm": "a"
}`,
    });
    expect(rest.cause).toEqual({
      export: 'cardOld',
      name: 'old',
      call: "cardOld({ card: 'C', detail: 'The card is old.' })",
    });
  });
});

test('a second type with members is called with them', () => {
  expect(valuesIn([main, old]).rest).toMatchObject({
    other: { answer: "cardOld({ card: 'C' })", answerImport: 'cardOld' },
    second: { export: 'cardOld' },
    late: { export: 'loanMissing' },
  });
});

test('a catalog of one type has about:blank in the place of others', () => {
  const { catalog, rest } = valuesIn([main]);
  const show = asData(shown(catalog, main, words));
  const see = 'See https://e.example/docs/types/loan-missing';
  expect(rest).toEqual({
    ...{ main: show, topic: show, late: show, second: { export: '', access: '' } },
    ...{ overview: overviewOf(catalog, main), mock: mockOf(catalog, main), list: listOf(catalog, main) },
    mistake: expect.objectContaining({ topic: 'loan-missing' }),
    ...openapiValues(catalog, main, main, main),
    other: {
      ...{ type: "'about:blank'", typeImport: '', answer: 'aboutBlank(403)', answerImport: 'aboutBlank' },
      ...{ expected: '"about:blank"', see, isBare: false },
    },
    login: {
      import: 'aboutBlank',
      answer: "new ProblemError(aboutBlank(401), { headers: { 'WWW-Authenticate': 'Bearer' } })",
      note: 'A `ProblemError` can have headers of its own:',
      response: `HTTP/1.1 401 Unauthorized
Content-Type: application/problem+json
WWW-Authenticate: Bearer

{
  "type": "about:blank",
  "title": "Unauthorized",
  "status": 401
}`,
    },
    limit: {
      ...{ type: "'about:blank'", typeImport: '', answerImport: 'aboutBlank, problemResponse', retryValue: '7' },
      answer: "() => problemResponse(aboutBlank(429), { headers: { 'Retry-After': '7' } })",
    },
    cause: { export: 'loanMissing', name: 'lost', call: "loanMissing({ loan: 'L-17', detail: 'No L-17.' })" },
  });
});

test('a catalog whose causes are never sent has a response to explain all the same', () => {
  const { rest } = valuesIn([{ ...main, causes: main.causes.map((cause) => ({ ...cause, sent: 'no' as const })) }]);
  expect(rest).toMatchObject({
    cause: null,
    mistake: { topic: 'loan-missing', facts: expect.stringMatching(/No L-17\.$/) },
  });
});
