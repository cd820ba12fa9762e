import { expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { pathMember, requiredOf, retryMember, rolesOf } from '#catalog/manual/roles.ts';
import { catalogOf, typeOf } from './made.ts';

/** The problem types that the examples of guides use. */

const text = { type: 'string' };
const missing = typeOf('loan-missing', {
  status: [404],
  members: { loan: text },
  example: { loan: 'L-17', detail: 'There is no loan L-17.' },
});
const named = typeOf('card-named', { ...{ members: { card: text }, example: { card: 'C_1', detail: 'Not C_1.' } } });
const count = typeOf('count', { status: [409], members: { limit: { type: 'integer' } }, example: { limit: 2 } });
const gone = typeOf('gone', { status: [404] });
const list = typeOf('list', { members: { items: { type: 'array' } }, example: { items: [] } });
const mixed = typeOf('mixed', { members: { items: {}, limit: {} }, example: { items: [], limit: 2 } });
const bare = typeOf('bare', { status: [400] });
const login = typeOf('login', { status: [401, 403] });
const token = typeOf('token', { status: [401], members: { realm: text }, example: { realm: 'a b' } });
const wait = { headers: { 'Retry-After': '{wait}' } };
const seconds = { wait: { type: 'integer' } };
const busy = typeOf('busy', { status: [429], entry: wait, members: seconds, example: { wait: 7 } });

/** Names of the types of each role. */
function namesOf(problems: readonly ProblemType[], examples: object = {}, words: readonly string[] = []) {
  const roles = rolesOf(catalogOf(problems, { manual: { examples } }), new Set(words));
  return roles && [roles.main, roles.other, roles.login, roles.limit].map((problem) => problem?.name);
}

test.each<[what: string, problems: readonly ProblemType[], main: string]>([
  ['what the request named, with 404', [bare, count, named, missing], 'loan-missing'],
  ['what the request named', [count, gone, named], 'card-named'],
  ['a plain value', [list, mixed, gone, count], 'count'],
  ['404', [bare, list, gone], 'gone'],
  ['nothing better than the first', [list, bare, mixed], 'list'],
])('the main type is one of %s', (_, problems, main) => {
  expect(namesOf(problems)?.[0]).toBe(main);
});

test.each<[what: string, problem: ProblemType]>([
  ['retired', typeOf('a', { entry: { retired: {} } })],
  ['about:blank', typeOf('a', { type: 'about:blank' })],
  ['of a success', typeOf('a', { status: [399, 400] })],
  ['of any status', typeOf('a', { status: [] })],
  ['without an example of a member', typeOf('a', { members: { limit: text, other: text }, example: { limit: 'x' } })],
  ['called as a word of the code', typeOf('called-so')],
])('a type that is %s is not shown', (_, problem) => {
  expect(namesOf([problem], {}, ['calledSo'])).toBeUndefined();
  expect(namesOf([problem, bare], { main: problem.name }, ['calledSo'])).toEqual([
    'bare',
    undefined,
    undefined,
    undefined,
  ]);
});

test.each<[what: string, problems: readonly ProblemType[], examples: object, names: (string | undefined)[]]>([
  ['one type alone', [missing], {}, ['loan-missing', undefined, undefined, undefined]],
  ['no examples', [missing, token, count, bare, login], {}, ['loan-missing', 'login', 'token', undefined]],
  ['a 401 with members', [missing, count, token], {}, ['loan-missing', 'token', 'token', undefined]],
  ['none without members', [missing, named, count], {}, ['loan-missing', 'card-named', undefined, undefined]],
  ['a type without members and a 401', [missing, token, bare], {}, ['loan-missing', 'bare', 'token', undefined]],
  [
    '401 as a second status',
    [missing, typeOf('a', { status: [403, 401] })],
    {},
    ['loan-missing', 'a', undefined, undefined],
  ],
  ['Retry-After', [missing, busy, typeOf('a')], {}, ['loan-missing', 'a', undefined, 'busy']],
  [
    'all named',
    [missing, token, login, busy, typeOf('b', { status: [429], entry: wait, members: seconds, example: { wait: 1 } })],
    { main: 'login', other: 'loan-missing', login: 'busy', limit: 'b' },
    ['login', 'loan-missing', 'busy', 'b'],
  ],
  [
    'names that are none',
    [missing, token, busy],
    { main: 'a', other: 'b', login: 'c', limit: 'token' },
    ['loan-missing', 'token', 'token', 'busy'],
  ],
])('the types for a catalog with %s', (_, problems, examples, names) => {
  expect(namesOf(problems, examples)).toEqual(names);
});

test('types are picked where nothing is said of examples', () => {
  for (const facts of [{}, { manual: {} }]) expect(rolesOf(catalogOf([bare], facts), new Set())?.main).toBe(bare);
});

test('members are required by the type, or by all types and not filled', () => {
  const problem = typeOf('a', { members: { one: text, 'two?': text } });
  const common = ['three', 'four', 'five'].map((name) => ({ name, required: name !== 'five' }));
  expect(requiredOf(catalogOf([], { fill: { four: 'now' } }, common), problem)).toEqual(['one', 'three']);
  expect(requiredOf(catalogOf([], {}, common), problem)).toEqual(['one', 'three', 'four']);
});

test.each<[what: string, name: string, value: unknown, schema?: object, path?: string]>([
  ['text', 'loan', 'L-17_a', { type: 'string', description: 'It.', title: 'It' }, 'loan'],
  ['40 characters', 'loan', 'x'.repeat(40), text, 'loan'],
  ['a name with digits', 'Loan_2', 'x', text, 'Loan_2'],
  ['41 characters', 'loan', 'x'.repeat(41), text],
  ['no text', 'loan', '', text],
  ['words', 'loan', 'L 17', text],
  ['an end of a path', 'loan', 'L/17', text],
  ['a number', 'loan', 17, { type: 'integer' }],
  ['a number of text', 'loan', 17, text],
  ['text or a number', 'loan', 'x', { type: ['string', 'integer'] }],
  ['a pattern', 'loan', 'x', { type: 'string', pattern: '^x$' }],
  ['a keyword that ends as a plain one', 'loan', 'x', { type: 'string', $type: 'x' }],
  ['a keyword that begins as a plain one', 'loan', 'x', { type: 'string', types: 'x' }],
  ['a reserved word', 'package', 'x', text],
  ['a word of the code', 'app', 'x', text],
  ['a name with a hyphen', 'loan-id', 'x', text],
  ['a name that begins with a digit', '1loan', 'x', text],
])('whether the path of a request can have a member of %s', (_, name, value, schema = text, path = undefined) => {
  const problem = typeOf('a', {
    members: { [name]: schema, 'other?': text },
    example: { [name]: value, detail: `No ${value}.` },
  });
  expect(pathMember(catalogOf([]), problem, new Set(['app']))).toBe(path);
});

test('the path of a request has one member, of the type, that the text tells', () => {
  const found = (problem: ProblemType, common: object[] = []) =>
    pathMember(catalogOf([], {}, common), problem, new Set());
  const example = { loan: 'x', card: 'y', detail: 'No x.' };
  expect(found(typeOf('a', { members: { loan: text, card: text }, example }))).toBeUndefined();
  expect(found(typeOf('a', { members: { card: text }, example }))).toBeUndefined();
  expect(found(typeOf('a', { members: { 'loan?': text }, example }))).toBeUndefined();
  expect(found(typeOf('a', { example }), [{ name: 'loan', required: true, schema: text }])).toBeUndefined();
  expect(found(typeOf('a', { members: { loan: text }, example }))).toBe('loan');
});

test.each([
  ['a member of a 429', {}, 'wait'],
  ['a second status', { status: [503, 429] }, undefined],
  ['text of digits', { example: { wait: '17' } }, 'wait'],
  ['a date', { example: { wait: '7 May' } }, undefined],
  ['a fraction', { example: { wait: 1.7 } }, undefined],
  ['no example', { example: {} }, undefined],
  ['no member', { members: {} }, undefined],
  ['more than a member', { entry: { headers: { 'Retry-After': '{wait}0' } } }, undefined],
  ['a member after a text', { entry: { headers: { 'Retry-After': '1{wait}' } } }, undefined],
  [
    'a member of a longer name',
    { entry: { headers: { 'Retry-After': '{w}' } }, example: { w: 7 }, members: { w: {}, wait: {} } },
    'w',
  ],
  ['a constant', { entry: { headers: { 'Retry-After': '7' } } }, undefined],
  ['another field', { entry: { headers: { Wait: '{wait}' } } }, undefined],
  ['no header fields', { entry: {} }, undefined],
])('the member of Retry-After with %s', (_, parts, member) => {
  const problem = typeOf('a', {
    status: [429],
    entry: wait,
    members: { other: text, ...seconds },
    example: { wait: 7 },
    ...parts,
  });
  expect(retryMember(problem)).toBe(member);
});

const lost = { detail: 'The card is lost.', causes: ['lost'] };
const two = { lost: {}, old: {} };
const likeliest = { name: 'lost', detail: 'It is so.', isSure: false, isText: false };

test.each<[what: string, problems: readonly ProblemType[], cause: string | undefined, found: unknown]>([
  ['none', [bare], undefined, undefined],
  ['one alone', [bare, typeOf('a', { causes: { lost: {} } })], undefined, { problem: 'a', ...likeliest, isSure: true }],
  ['several', [typeOf('a', { causes: two })], undefined, { problem: 'a', ...likeliest }],
  [
    'a text that proves one',
    [typeOf('a', { causes: two }), typeOf('b', { causes: two, answers: [lost] })],
    undefined,
    { problem: 'b', name: 'lost', detail: 'The card is lost.', isSure: true, isText: true },
  ],
  [
    'a text that names two',
    [typeOf('a', { causes: two, answers: [{ ...lost, causes: ['old', 'lost'] }] })],
    undefined,
    { problem: 'a', ...likeliest },
  ],
  [
    'a text of an example',
    [
      typeOf('a', {
        causes: two,
        answers: [{ detail: 'Card {card}.', causes: ['old'], example: { detail: 'Card 7.' } }],
      }),
    ],
    undefined,
    { problem: 'a', name: 'old', detail: 'Card 7.', isSure: true, isText: true },
  ],
  [
    'a text with parts that are open',
    [
      typeOf('a', {
        causes: two,
        answers: [
          { detail: 'Card {card}.', causes: ['lost'] },
          { detail: 'Desk *.', causes: ['old'] },
        ],
      }),
    ],
    undefined,
    { problem: 'a', ...likeliest },
  ],
  [
    'one that is asked for',
    [typeOf('a', { causes: two, answers: [lost, { detail: 'Old.', causes: ['old'] }] })],
    'a#old',
    { problem: 'a', name: 'old', detail: 'Old.', isSure: true, isText: true },
  ],
  [
    'a type that is asked for',
    [typeOf('a', { causes: two, answers: [lost] }), typeOf('b', { causes: two })],
    'b',
    { problem: 'b', ...likeliest },
  ],
  ...['a#none', 'a#old', 'b#lost'].map((asked): [string, ProblemType[], string, object] => [
    `which no text shows: ${asked}`,
    [typeOf('a', { causes: two, answers: [lost] })],
    asked,
    { problem: 'a', name: 'lost', detail: 'The card is lost.', isSure: true, isText: true },
  ]),
  ['which none is sent', [typeOf('a', { causes: { lost: { sent: 'no' } } })], undefined, undefined],
])('a cause, of %s', (_, problems, cause, found) => {
  const roles = rolesOf(catalogOf(problems, { manual: { examples: { cause } } }), new Set());
  expect(roles?.cause && { ...roles.cause, problem: roles.cause.problem.name }).toEqual(found);
});

test('a cause that a member proves', () => {
  const answers = [
    { members: { kind: 'a' }, causes: ['lost'] },
    { members: { kind: 'b' }, causes: ['old'] },
  ];
  const problem = typeOf('a', { causes: two, answers, members: { kind: text }, example: { kind: 'b' } });
  expect(rolesOf(catalogOf([problem]), new Set())?.cause).toMatchObject({ name: 'old', isSure: true });
});
