import { expect, test } from 'vitest';
import { listOf, mistakeOf, mockOf, overviewOf } from '#catalog/manual/terminal.ts';
import { catalogOf, typeOf } from './made.ts';

/** What the command of the package prints. */

const catalog = catalogOf([]);
const words = (length: number) => 'word '.repeat(length / 5);

test('the overview of a type with several causes begins with one that is seen', () => {
  const causes = { old: { retired: {} }, never: { sent: 'no' }, lost: { sent: 'rare' }, other: {} };
  const type = typeOf('card-lost', { status: [403, 409], causes, entry: { summary: 'Lost.', now: words(60) } });
  expect(overviewOf(catalog, type)).toEqual({
    head: 'CARD LOST\ncard-lost · 403 or 409 · Loans\nhttps://e.example/docs/types/card-lost',
    summary: 'Lost.',
    now: 'word word word word word word word word word word word…',
    cause: 'lost',
    causeHead: 'CARD LOST\ncard-lost#lost · 403 or 409 · Loans\nhttps://e.example/docs/types/card-lost#lost',
    causes: `Causes

  lost
    What lost is.
…
    https://e.example/docs/types/card-lost#lost
…`,
  });
});

test('the overview of a type with one cause has no list', () => {
  const problem = typeOf('card-lost', { causes: { lost: {} }, entry: { category: 'cards' } });
  expect(overviewOf(catalog, problem)).toMatchObject({
    head: 'CARD LOST\ncard-lost · 403 · cards\nhttps://e.example/docs/types/card-lost',
    ...{ cause: 'lost', causes: null },
  });
});

test.each([
  ['a line', words(75).trim(), words(75).trim()],
  ['as much as fits', 'x'.repeat(76), 'x'.repeat(76)],
  ['a character more', `${words(75)}xy`, `${words(70).trim()}…`],
  ['a word that is long', 'x'.repeat(77), `${'x'.repeat(74)}…`],
  ['stress', 'A card *is* lost.', 'A card…'],
  ['a link', 'See [the desk](./desk).', 'See…'],
  ['a mark within a word', 'Set MAX_LOANS.', 'Set…'],
  ['code', 'Set `limit`.', 'Set `limit`.'],
])('a text of %s', (_, text, start) => {
  expect(overviewOf(catalog, typeOf('a', { causes: { lost: {} }, entry: { summary: text } })).summary).toBe(start);
});

test('the list has the types of a category with a class of statuses', () => {
  const type = typeOf('card-lost');
  const types = [
    type,
    typeOf('old', { status: [500, 410], entry: { retired: {}, retry: { when: 'now' } } }),
    typeOf('broken', { status: [500] }),
    typeOf('other', { entry: { category: 'cards' } }),
  ];
  expect(listOf(catalogOf(types), type)).toEqual({
    options: '--category loans --status 4xx',
    rows: `Loans (loans)
  403      card-lost      never  CARD LOST
  500 410  old (retired)  now    OLD`,
  });
});

const type = typeOf('card-lost', { causes: { lost: { cause: 'The `card` is lost.' } } });
const found = { problem: type, name: 'lost', detail: 'It is so.', isSure: true, isText: true };
const mistake = {
  ...{ status: 403, other: 400, topic: 'card-lost', title: 'CARD LOST' },
  facts: `  Status   403
  Detail   It is so.
  Cause    The \`card\` is lost.
  Address  https://e.example/docs/types/card-lost#lost`,
  meaning: `  cause    The card is lost.
…
  Meaning and fix: …explain card-lost#lost`,
  response: `HTTP/1.1 403 Forbidden
Content-Type: application/problem+json

{
  "type": "https://e.example/docs/types/card-lost",
  "title": "CARD LOST",
  "status": 400,
  "detail": "It is so.",
  "loan": "L-17"
}`,
};
const plain = '  Meaning and fix: …explain card-lost';

test.each([
  ['a cause that the text proves', {}, {}],
  ['a cause that is proved', { isText: false }, { meaning: plain }],
  ['a cause that may be', { isSure: false }, { facts: '  Status  403\n  Detail  It is so.', meaning: plain }],
  ['a cause that is not there', { name: 'none' }, { facts: '  Status  403\n  Detail  It is so.', meaning: plain }],
])('a mistake in a response of %s', (_, changes, expected) => {
  expect(mistakeOf({ ...found, ...changes }, { loan: 'L-17' })).toEqual({ ...mistake, ...expected });
});

test('a mistake in the status of another type, with long texts', () => {
  const problem = typeOf('a', { status: [404], causes: { lost: { cause: words(80) } } });
  const long = `${words(60).trim()}…`;
  expect(mistakeOf({ ...found, problem, detail: words(70) }, {})).toMatchObject({
    ...{ status: 404, other: 403 },
    facts: `  Status   404\n  Detail   ${long}\n  Cause    ${long}\n  Address  https://e.example/docs/types/a#lost`,
    meaning: `  cause    ${long}\n…\n  Meaning and fix: …explain a#lost`,
  });
});

test.each([
  [
    'its example',
    typeOf('a', { status: [404], causes: { lost: {} } }),
    { cause: 'lost', status: '404 Not Found', retryAfter: null },
  ],
  [
    'an answer of its first cause',
    typeOf('a', {
      causes: { lost: {}, old: {} },
      answers: [
        { status: 409, causes: ['old'] },
        { status: 410, causes: ['lost'] },
      ],
    }),
    { cause: 'lost', status: '410 Gone', retryAfter: null },
  ],
  [
    'Retry-After',
    typeOf('a', {
      ...{
        status: [429],
        entry: { headers: { 'Retry-After': '{wait}' } },
        members: { wait: {} },
        example: { wait: 7 },
      },
      ...{ causes: { busy: {} }, answers: [{ causes: ['busy'], example: { wait: 9 } }] },
    }),
    { cause: 'busy', status: '429 Too Many Requests', retryAfter: 'retry-after: 9' },
  ],
])('the mock server sends %s', (_, problem, values) => {
  expect(mockOf(catalog, problem)).toEqual(values);
});
