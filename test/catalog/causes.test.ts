// cspell:ignore Vorbei
import { describe, expect, test } from 'vitest';
import type { KnownAnswer, ProblemType } from '#catalog/catalog.ts';
import {
  answerBody,
  causeExample,
  causesData,
  causesOf,
  exampleValues,
  fixersOf,
  itemText,
  reservedIds,
  seenOf,
  settingsOf,
  stepsOf,
  usualStatus,
} from '#catalog/causes.ts';
import type { Entry } from '#catalog/entry.ts';
import type { Facts } from '#catalog/facts.ts';

/** What an entry says of its causes, as data, and the responses that lead to them. */

const facts = (values?: Record<string, string>) => ({ values }) as unknown as Facts;
const retry = { when: 'never', because: 'It is gone.' };

test('no cause can have the name of a section of its page', () => {
  expect(reservedIds.join(' ')).toBe(
    'cause causes code example headers history machine members none observed operators prevent related routes top why',
  );
});

test('causes have their name, their address, and what the entry says for all of them', () => {
  const fix = [{ step: 'Wait.' }];
  const now = { when: 'now', because: 'It is back.' };
  const causes = {
    late: { cause: 'Late.', fix, asked: ['over'], fixedBy: 'operator', short: 'late' },
    never: { cause: 'Never.', fix, retry: now },
  };
  const entry = { causes, fixedBy: 'end-user', retry } as unknown as Entry;
  const uri = 'https://api.example/lapsed';
  expect(causesOf(entry, uri)).toEqual([
    { name: 'late', address: `${uri}#late`, cause: 'Late.', fix, fixedBy: 'operator', short: 'late', retry },
    { name: 'never', address: `${uri}#never`, cause: 'Never.', fix, fixedBy: 'end-user', retry: now },
  ]);
});

test.each<[entry: Pick<Entry, 'answers' | 'status'>, status: number]>([
  [{ status: 404 }, 404],
  [{ status: [409, 403], answers: [{ status: 500 }] }, 409],
  [{ answers: [{ detail: 'a' }, { status: 422 }, { status: 423 }] }, 422],
  [{ answers: [{ detail: 'a' }] }, 400],
  [{}, 400],
])('the status of an example of %j is %d', (entry, status) => {
  expect(usualStatus(entry)).toBe(status);
});

test.each<[what: string, entry: object, details: string[], titles: string[], statuses: number[]]>([
  ['no answers', { title: 'Lapsed', status: 403 }, [], ['Lapsed'], []],
  [
    'answers, each with what it has',
    {
      title: 'Lapsed',
      titles: { de: 'Vorbei', fr: 'Lapsed' },
      status: [403, 404],
      answers: [
        { detail: 'It ended.' },
        { detail: 'Over.', status: 410 },
        { detail: 'It ended.', title: 'Ended', status: 40 },
        { title: 'Gone', status: 404 },
      ],
    },
    ['It ended.', 'Over.'],
    ['Lapsed', 'Ended', 'Gone', 'Vorbei'],
    [40, 403, 404, 410],
  ],
  [
    'answers that all have another title',
    { title: 'Lapsed', answers: [{ title: 'Gone', status: 410 }, { title: 'Gone' }] },
    [],
    ['Gone'],
    [410],
  ],
])('what is seen of %s', (_, entry, details, titles, statuses) => {
  expect(seenOf(entry as Entry)).toEqual({ details, titles, statuses });
});

test.each<[what: string, problem: object, data: object]>([
  ['a type without answers', { entry: { title: 'Lapsed' }, answers: [] }, { title: 'Lapsed' }],
  [
    'a type with answers and items',
    {
      entry: { title: 'Lapsed', items: { in: 'errors' }, summary: 'So.' },
      answers: [{ detail: 'a', causes: ['late'], example: { detail: 'a' } }, { status: 404 }],
    },
    { title: 'Lapsed', answers: [{ detail: 'a', causes: ['late'] }, { status: 404 }], items: { in: 'errors' } },
  ],
])('what is needed to find causes of %s', (_, problem, data) => {
  const causes = [{ name: 'late' }];
  expect(causesData({ ...problem, causes } as unknown as ProblemType)).toEqual({ ...data, causes });
});

describe('values of an example', () => {
  const values = (entry: object, example: object, cause?: string, known?: Record<string, string>) =>
    exampleValues({ entry, example } as unknown as ProblemType, facts(known), cause);

  test.each<[what: string, entry: object, example: object, cause: string | undefined, found: object]>([
    ['are none', {}, {}, undefined, {}],
    [
      'are those of its members',
      {},
      { detail: 'a', limit: 2, list: [], kind: 'card' },
      'x',
      { limit: '2', kind: 'card' },
    ],
    [
      'are those of its text',
      { answers: [{ detail: '{who} waits.' }] },
      { detail: 'Ann waits.', limit: 2 },
      undefined,
      { limit: '2', who: 'Ann' },
    ],
    [
      'are those of the first answer that has them',
      {
        answers: [
          { detail: '{who} waits.', example: { detail: 'Ben waits.' } },
          { detail: '{who} waits for {what}.', example: { detail: 'Cleo waits for food.', limit: 3 } },
        ],
      },
      { detail: 'Ann waits.', limit: 2 },
      undefined,
      { who: 'Ben', what: 'food', limit: '2' },
    ],
    [
      'are those of the first answer to the cause',
      {
        answers: [
          { detail: '{who} waits.', example: { detail: 'Ben waits.' }, causes: ['other'] },
          { detail: '{who} waits for {what}.', example: { detail: 'Cleo waits for food.' }, causes: ['other', 'late'] },
          { detail: '{who} waited.', example: { detail: 'Dan waited.' }, causes: ['late'] },
          { detail: '{who} went.', example: { detail: 'Eve went.' } },
        ],
      },
      { detail: 'Ann waits.' },
      'late',
      { who: 'Cleo', what: 'food' },
    ],
    [
      'are those of an answer with a title and a status of its own',
      { title: 'Wait', answers: [{ detail: '{who} waits.', title: 'Waiting', status: 503 }] },
      { detail: 'Ann waits.', title: 'Wait', status: 429 },
      undefined,
      { who: 'Ann' },
    ],
    [
      'are those of items',
      { items: { in: 'faults' }, answers: [{ item: { rule: 'at most {most}' }, causes: ['late'] }] },
      { detail: 'No.', faults: [{ rule: 'at most 5', path: '/a' }] },
      'late',
      { most: '5', rule: 'at most 5', path: '/a' },
    ],
    [
      'are unescaped as often as the server escaped them',
      { answers: [{ detail: "Key is in use by '{owner}'.", causes: ['taken'] }] },
      { detail: 'Key is in use by &amp;#x27;a&amp;amp;b&amp;#x27;.', label: '&lt;b&gt;' },
      'taken',
      { owner: 'a&b', label: '<b>' },
    ],
  ])('%s', (_, entry, example, cause, found) => {
    expect(values(entry, example, cause)).toEqual(found);
    // What was found before is kept.
    expect(values(entry, example, cause, { limit: '9', agent: 'x' })).toEqual({ limit: '9', agent: 'x', ...found });
  });
});

const own = (problem: object) =>
  ({
    example: {
      type: 'urn:busy',
      title: 'Busy',
      status: 503,
      detail: 'Ann waits.',
      instance: '/1',
      who: 'Ann',
      most: 5,
    },
    answers: [],
    ...problem,
    entry: { title: 'Busy', ...problem },
  }) as unknown as ProblemType;

test.each<[what: string, answer: KnownAnswer, body: object]>([
  ['no conditions', {}, { detail: 'Ann waits.', instance: '/1', who: 'Ann', most: 5 }],
  [
    'a title, a status and a text with parts',
    { title: 'Waiting', status: 429, detail: '{who} waits for {what}, {else} and *.' },
    {
      title: 'Waiting',
      status: 429,
      detail: 'Ann waits for food, {else} and ….',
      instance: '/1',
      who: 'Ann',
      most: 5,
    },
  ],
  [
    'an example of its own',
    { detail: '{who} waits.', example: { detail: 'Ben waits.', least: 1 } },
    { detail: 'Ben waits.', least: 1 },
  ],
  ['an example without a text', { detail: '{who} waits.', example: { least: 1 } }, { detail: 'Ann waits.', least: 1 }],
  [
    'members',
    { members: { most: '5', who: 'B*', what: '{what}', some: 'x{a}', any: '*', part: 'at *', least: '1' } },
    {
      detail: 'Ann waits.',
      instance: '/1',
      who: 'Ann',
      most: 5,
      what: 'food',
      some: 'x{a}',
      least: '1',
    },
  ],
  [
    'members that fit the example, and others that do not',
    { members: { most: '{m}', who: '{A}nn', what: 'f*' } },
    { detail: 'Ann waits.', instance: '/1', who: '{A}nn', most: 5, what: 'food' },
  ],
])('the body of an answer with %s', (_, answer, body) => {
  const problem = own({ answers: [answer] });
  expect(answerBody(problem, answer, facts({ what: 'food' }))).toStrictEqual({
    type: 'urn:busy',
    title: 'Busy',
    status: 503,
    ...body,
  });
});

test.each<[what: string, answers: KnownAnswer[], detail: string | undefined]>([
  ['none', [{ detail: 'a', causes: ['other'] }, { detail: 'b' }], undefined],
  ['the only one', [{ detail: 'a*', causes: ['late'] }], 'a…'],
  [
    'one that it leads to first',
    [
      { detail: 'a', causes: ['other', 'late'] },
      { detail: 'b*', causes: ['late', 'other'] },
    ],
    'b…',
  ],
  [
    'one that it leads to after another',
    [{ detail: 'z' }, { detail: 'y', causes: ['other'] }, { detail: 'a', causes: ['other', 'late'] }],
    'a',
  ],
  [
    'the first whose text is exact',
    [
      { detail: 'a*', causes: ['late'] },
      { detail: 'b {c}', causes: ['late'] },
      { detail: 'd {C}', causes: ['late'] },
      { detail: 'e', causes: ['late'] },
    ],
    'd {C}',
  ],
  [
    'the first with an exact example',
    [
      { detail: 'a', causes: ['late'] },
      { detail: 'b {c}', example: { most: 1 }, causes: ['late'] },
      { detail: 'b {c}', example: { detail: 'b c' }, causes: ['late'] },
      { detail: 'd', example: { detail: 'd' }, causes: ['late'] },
    ],
    'b c',
  ],
  [
    'one without a text, which is that of the example',
    [
      { detail: 'a*', causes: ['late'] },
      { status: 500, causes: ['late'] },
    ],
    'Ann waits.',
  ],
])('the example of a cause is %s', (_, answers, detail) => {
  expect(causeExample(own({ answers }), 'late', facts())?.detail).toBe(detail);
});

const wait = { step: 'Wait.', settings: ['WAIT', 'MOST'] };
const ask = { step: 'Ask.' };

test('steps and settings of a type come once, in their order', () => {
  const causes = [{ fix: [wait, ask] }, { fix: [{ ...ask }, { step: 'Ask.', when: 'late' }, { ...wait }] }];
  const problem = { causes, entry: {} } as unknown as ProblemType;
  expect(stepsOf(problem)).toEqual([wait, ask, { step: 'Ask.', when: 'late' }]);
  expect(settingsOf(problem)).toEqual(['WAIT', 'MOST']);
  const entry = { settings: ['LEAST', 'MOST'], prevent: [ask, { step: 'Plan.', settings: ['PLAN', 'WAIT'] }] };
  expect(settingsOf({ ...problem, entry } as unknown as ProblemType)).toEqual(['LEAST', 'MOST', 'WAIT', 'PLAN']);
});

test('who can fix a cause comes once, the commonest first', () => {
  const causes = { a: {}, b: { fixedBy: 'operator' }, c: { fixedBy: 'end-user' }, d: { fixedBy: 'operator' } };
  expect(fixersOf({ fixedBy: 'end-user', causes } as unknown as Entry)).toEqual(['end-user', 'operator']);
});

test.each<[what: string, items: object | undefined, item: KnownAnswer['item'], text: object | undefined]>([
  ['no items', undefined, { a: 'b' }, undefined],
  ['items that are no text', { in: 'errors' }, { a: 'b' }, undefined],
  ['an answer without an item', { in: 'errors', each: '{a}' }, undefined, undefined],
  [
    'items in brackets',
    { each: "{'type': '{kind}', 'loc': ('{place}'*, {some_2}" },
    { kind: 'missing', place: 'body*', limit: '5' },
    { text: "'type': 'missing', 'loc': ('body'…, …", rest: { limit: '5' } },
  ],
  ['an item of one part', { each: '{kind}: {A} {' }, { kind: '*' }, { text: '…: {A} {', rest: {} }],
])('how one fault arrives, of %s', (_, items, item, text) => {
  expect(itemText(items as Parameters<typeof itemText>[0], item)).toEqual(text);
});
