import { expect, test } from 'vitest';
import { seeLines, shown } from '#catalog/manual/shown.ts';
import { catalogOf, typeOf } from './made.ts';

/** How the code, the requests and the responses of guides name a problem type. */

const text = { type: 'string' };
const catalog = catalogOf([]);
const words = new Set(['app']);

test('a type without members', () => {
  const type = typeOf('card-lost', { entry: { title: "The 'Card'" } });
  const { responseWith, ...rest } = shown(catalog, type, words);
  const response = (detail: string) => `HTTP/1.1 403 Forbidden
Content-Type: application/problem+json

{
  "type": "https://e.example/docs/types/card-lost",
  "title": "The 'Card'",
  "status": 403,
  "detail": "${detail}"
}`;
  expect(rest).toEqual({
    export: 'cardLost',
    name: 'card-lost',
    constant: 'CARD_LOST',
    title: "The 'Card'",
    titleCode: "'The \\'Card\\''",
    titleInShell: `'The '\\''Card'\\'''`,
    status: 403,
    uri: 'https://e.example/docs/types/card-lost',
    see: 'See https://e.example/docs/types/card-lost',
    path: '/docs/types/card-lost',
    given: {},
    call: "cardLost({ detail: 'It is so.' })",
    said: "cardLost({ detail: 'It is so.' })",
    detail: 'It is so.',
    wordCode: "'It'",
    member: 'detail',
    value: 'It is so.',
    valueCode: "'It is so.'",
    access: '.detail',
    expected: "{ detail: 'It is so.' }",
    expectedInTable: "{ detail: 'It is so.' }",
    unexpected: "{ detail: 'other' }",
    json: '"detail": "It is so."',
    members: '{ "detail": "It is so." }',
    body: `{ "type": "https://e.example/docs/types/card-lost", "title": "The 'Card'" }`,
    response: response('It is so.'),
    printed: `Object {
  "detail": "It is so.",
  "status": 403,
  "title": "The 'Card'",
  "type": "https://e.example/docs/types/card-lost",
}`,
    id: null,
    param: 'id',
    idValue: '1',
    ofRequest: "cardLost({ detail: 'It is so.' })",
    isBare: true,
    retry: null,
    retryAccess: "['']",
    retryValue: '',
  });
  expect(responseWith('It is not.')).toBe(response('It is not.'));
});

test('a type with a member that the path of a request names', () => {
  const example = { loan: 'L-17', detail: `No \`L-17\`, not $L-17 or \${L-17}: see L-17\\.`, note: 'x' };
  const type = typeOf('loan-missing', { status: [404], members: { loan: text, 'note?': text }, example });
  expect(shown(catalog, type, words)).toMatchObject({
    given: { loan: 'L-17' },
    call: "loanMissing({ loan: 'L-17' })",
    said: `loanMissing({ loan: 'L-17', detail: 'No \`L-17\`, not $L-17 or \${L-17}: see L-17\\\\.' })`,
    wordCode: "'L-17'",
    ...{ member: 'loan', value: 'L-17', valueCode: "'L-17'", access: '.loan', json: '"loan": "L-17"' },
    expected: "{ loan: 'L-17' }",
    unexpected: "{ loan: 'other' }",
    body: '{ "type": "https://e.example/docs/types/loan-missing", "title": "LOAN MISSING", "loan": "L-17" }',
    ...{ id: 'loan', param: 'loan', idValue: 'L-17' },
    ofRequest: `loanMissing({ loan, detail: \`No \\\`\${loan}\\\`, not $\${loan} or \\\${\${loan}}: see \${loan}\\\\.\` })`,
    isBare: false,
  });
});

test('a type with Retry-After, with a member for all types and with an object', () => {
  const type = typeOf('too-many', {
    ...{ type: 'tag:e.example,2026:many', status: [429] },
    entry: { headers: { 'Retry-After': '{wait}', Link: '<{none}>' } },
    members: { loans: {}, 'wait?': { type: 'integer' } },
    example: { loans: [{ title: 'a|b' }], wait: 7, 'at-desk': 'B|2 \\', detail: 'Only B|2 \\.', other: 1 },
  });
  const facts = { fill: { time: 'now' } };
  const common = ['at-desk', 'time'].map((name) => ({ name, required: true }));
  const { responseWith: _, ...rest } = shown(catalogOf([], facts, common), type, words);
  expect(rest).toMatchObject({
    see: null,
    given: { loans: [{ title: 'a|b' }], 'at-desk': 'B|2 \\', wait: 7 },
    call: "tooMany({ loans: [{ title: 'a|b' }], 'at-desk': 'B|2 \\\\', wait: 7 })",
    wordCode: "'B|2 \\\\'",
    ...{ member: 'at-desk', value: 'B|2 \\', access: "['at-desk']" },
    expected: "{ 'at-desk': 'B|2 \\\\' }",
    expectedInTable: "{ 'at-desk': 'B\\|2 \\\\' }",
    members: '{ "loans": [{ "title": "a|b" }], "at-desk": "B|2 \\\\", "wait": 7, "detail": "Only B|2 \\\\." }',
    response: `HTTP/1.1 429 Too Many Requests
Content-Type: application/problem+json
Retry-After: 7

{
  "type": "tag:e.example,2026:many",
  "title": "TOO MANY",
  "status": 429,
  "detail": "Only B|2 \\\\.",
  "loans": [
    {
      "title": "a|b"
    }
  ],
  "at-desk": "B|2 \\\\",
  "wait": 7,
  "time": "2026-01-31T12:00:00.000Z"
}`,
    printed: `Object {
  "at-desk": …,
  "loans": …,
  "status": 429,
  "time": …,
  "title": "TOO MANY",
  "type": "tag:e.example,2026:many",
  "wait": 7,
}`,
    ...{ id: null, param: 'id', idValue: '1', retry: 'wait', retryAccess: '.wait', retryValue: '7' },
  });
});

test('a required member of Retry-After is given once', () => {
  const parts = {
    status: [429],
    entry: { headers: { 'Retry-After': '{wait}' } },
    members: { wait: {} },
    example: { wait: 7 },
  };
  expect(shown(catalog, typeOf('a', parts), words)).toMatchObject({
    given: { wait: 7 },
    wordCode: "'It'",
    member: 'wait',
  });
});

test('a type with objects alone is told by its text', () => {
  const type = typeOf('full', { members: { loans: {} }, example: { loans: [] } });
  expect(shown(catalog, type, words)).toMatchObject({
    call: "full({ loans: [], detail: 'It is so.' })",
    ...{ member: 'detail', wordCode: "'It'", isBare: false },
  });
});

test.each([
  [[], null],
  [['about:blank', 'xhttps://a.example'], null],
  [['https://a.example', 'tag:a', 'http://b.example'], 'See https://a.example\nSee http://b.example'],
])('the pages to read of %j', (uris, lines) => {
  expect(seeLines(...uris)).toBe(lines);
});

test.each([
  ['a$_1', '.a$_1'],
  ['$a', '.$a'],
  ['1a', "['1a']"],
  ['a-b', "['a-b']"],
])('code reads %s as %s', (member, access) => {
  const type = typeOf('a', { members: { [member]: text }, example: { [member]: 'x' } });
  expect(shown(catalog, type, words).access).toBe(access);
});
