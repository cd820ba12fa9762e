import { describe, expect, test } from 'vitest';
import type { Answer, Cause, CausesOfType } from '#runtime/causes/cause.ts';
import type { KnownExchange } from '#runtime/causes/exchange.ts';
import { findCausesOf } from '#runtime/causes/find.ts';

const cause = (name: string, more: Partial<Cause> = {}): Cause => ({
  name,
  address: `https://shop.example/problems/thing#${name}`,
  cause: `It is ${name}.`,
  fixedBy: 'client-developer',
  retry: { when: 'never', because: 'It stays.' },
  fix: [{ step: 'Look at `{item}`.', request: { method: 'GET', path: '/items/{item}' } }],
  ...more,
});

const type: CausesOfType = {
  title: 'Thing',
  causes: [
    cause('expired'),
    cause('malformed'),
    cause('no-header'),
    cause('other-header'),
    cause('wrong-kind'),
    cause('documented', { sent: 'no' }),
  ],
  answers: [
    { detail: 'Failed: has expired', causes: ['expired'] },
    { detail: 'Failed: *' },
    { detail: 'Failed: {reason} padding', causes: ['malformed'] },
    { detail: 'Refused', causes: ['expired', 'malformed'] },
    { detail: 'Session of {item}', request: { 'X-Key': false }, causes: ['no-header'] },
    { detail: 'Session of {item}', request: { 'X-Key': true }, causes: ['other-header'] },
    { title: 'Kind', status: 403, routes: ['POST /things/{item}'], causes: ['wrong-kind'] },
  ],
};

const names = (body: Record<string, unknown>, exchange?: KnownExchange) => {
  const { sure, possible, by } = findCausesOf(type, body, exchange);
  return { sure: sure.map(({ name }) => name), possible: possible.map(({ name }) => name), by };
};

describe('a response', () => {
  test.each([
    ['one text, one cause', { detail: 'Failed: has expired' }, {}, ['expired'], [], 'text'],
    ['a text with a variable part', { detail: 'Failed: odd padding' }, {}, ['malformed'], [], 'text'],
    ['escaped for HTML', { detail: 'Failed&#58; has expired' }, {}, ['expired'], [], 'text'],
    ['one text, several causes', { detail: 'Refused' }, {}, [], ['expired', 'malformed'], 'text'],
    ['no request', { detail: 'Session of 7' }, {}, [], ['no-header', 'other-header'], 'text'],
    ['a request without it', { detail: 'Session of 7' }, { headers: {} }, ['no-header'], [], 'text'],
    ['a request with it', { detail: 'Session of 7' }, { headers: { 'x-key': 'a' } }, ['other-header'], [], 'text'],
    ['a request with it empty', { detail: 'Session of 7' }, { headers: { 'x-key': ' ' } }, ['no-header'], [], 'text'],
    ['a title', { title: 'Kind', status: 403, instance: '/things/7' }, {}, ['wrong-kind'], [], 'text'],
    [
      'a title on its route',
      { title: 'Kind' },
      { status: 403, method: 'POST', url: '/things/7' },
      ['wrong-kind'],
      [],
      'text',
    ],
  ])('with %s', (_, body, exchange, sure, possible, by) => {
    expect(names(body, exchange)).toEqual({ sure, possible, by });
  });

  test('with an unknown text excludes none, with another status it does', () => {
    const all = ['expired', 'malformed', 'no-header', 'other-header', 'wrong-kind'];
    expect(names({ detail: 'Something new' })).toEqual({ sure: [], possible: all, by: 'type' });
    expect(names({ detail: 'Something new', status: 401 }).possible).toEqual(all.slice(0, 4));
    expect(names({ detail: 'Something new' }, { headers: { 'X-Key': 'a' } }).possible).not.toContain('no-header');
    expect(names({ detail: 'Something new', title: 'Kind', status: 403 }).possible).toEqual(['wrong-kind']);
  });

  test('whose text was cut leads where most of it fits', () => {
    const cut: CausesOfType = {
      ...type,
      answers: [
        { detail: '* errors for Order*', causes: ['expired'] },
        { detail: '* errors for Customer*name*', causes: ['malformed'] },
      ],
    };
    const { sure } = findCausesOf(cut, { detail: '2 more errors for Order: item 7 is not there, item 8...' });
    expect(sure.map(({ name }) => name)).toEqual(['expired']);
  });

  test('with a text that says nothing offers what its type offers', () => {
    expect(names({ detail: 'Failed: whatever' })).toMatchObject({ sure: [], by: 'type' });
  });

  test('is never read as an answer of another route', () => {
    const body = { title: 'Kind', status: 403 };
    expect(names(body, { method: 'GET', url: '/things/7' })).toMatchObject({ sure: [], by: 'type' });
  });

  test('of a type with one cause has that cause', () => {
    const one: CausesOfType = { title: 'Gone', causes: [cause('gone')] };
    expect(findCausesOf(one, {}).sure.map(({ name }) => name)).toEqual(['gone']);
  });
});

test('values are carried into the fix, each escaped for its place', () => {
  const { sure, values } = findCausesOf(
    { ...type, answers: [{ detail: 'Session of {item}', causes: ['expired'] }] },
    { detail: 'Session of ../`a b`', shelf: 'B' },
  );
  expect(values).toEqual({ item: '../`a b`', shelf: 'B' });
  expect(sure[0]?.fix[0]).toEqual({
    step: 'Look at `../ a b`.',
    request: { method: 'GET', path: '/items/..%2F%60a%20b%60' },
  });
});

describe('of answers that fit', () => {
  const found = (answers: readonly Answer[], body: Record<string, unknown>, exchange?: KnownExchange) => {
    const { sure, possible, values, by } = findCausesOf({ ...type, answers }, body, exchange);
    return [sure.map(({ name }) => name), possible.map(({ name }) => name), by, values];
  };
  const all = ['expired', 'malformed', 'no-header', 'other-header', 'wrong-kind'];
  const sent = { detail: 'Broken at 7' };
  const onPost = { routes: ['POST /things'], request: { 'X-Key': 'k-{key}' } };
  const post = { method: 'POST', url: '/things', headers: { 'X-Key': 'k-9' } };

  test.each<[string, readonly Answer[], Record<string, unknown>, KnownExchange, unknown[]]>([
    [
      'the one with most text counts',
      [
        { detail: 'Broken*', causes: ['malformed'] },
        { detail: 'Broken at {at}', causes: ['expired'] },
        { detail: '*', causes: ['no-header'] },
      ],
      sent,
      {},
      [['expired'], [], 'text', { at: '7' }],
    ],
    [
      'two with as much text both count, in their order',
      [
        { detail: 'Broken at {one}', causes: ['malformed'] },
        { detail: 'Broken at {two}', causes: ['expired', 'malformed'] },
      ],
      sent,
      {},
      [[], ['malformed', 'expired'], 'text', { one: '7', two: '7' }],
    ],
    [
      'the one that the request proves most counts',
      [
        { detail: 'Broken at {at}', causes: ['expired'] },
        { detail: 'Broken at {at}', routes: ['POST /things'], causes: ['malformed'] },
        { detail: 'Broken at {at}', ...onPost, causes: ['other-header'] },
      ],
      sent,
      post,
      [['other-header'], [], 'text', { at: '7', key: '9' }],
    ],
    [
      'one that is half proved does not go before one that is proved',
      [
        { detail: 'Broken at {at}', routes: ['POST /things'], causes: ['malformed'] },
        { detail: 'Broken at {at}', ...onPost, status: 400, causes: ['other-header'] },
      ],
      sent,
      post,
      [['malformed'], [], 'text', { at: '7' }],
    ],
    [
      'a cause that the server never reaches counts where there is no other',
      [{ detail: 'Broken*', causes: ['documented'] }],
      sent,
      {},
      [['documented'], [], 'text', {}],
    ],
    [
      'and else not',
      [{ detail: 'Broken*', causes: ['documented', 'malformed'] }],
      sent,
      {},
      [['malformed'], [], 'text', {}],
    ],
    ['one of any status says nothing', [{ causes: ['malformed'] }], sent, {}, [[], all, 'type', {}]],
    [
      'one of its status says something',
      [{ status: 503, causes: ['malformed'] }, { causes: ['expired'] }],
      { status: 503 },
      {},
      [['malformed'], [], 'text', {}],
    ],
    [
      'one of its route says something',
      [{ routes: ['POST /things'], causes: ['malformed'] }, { causes: ['expired'] }],
      {},
      post,
      [['malformed'], [], 'text', {}],
    ],
    [
      'one of any text says something',
      [{ detail: '*', causes: ['malformed'] }, { causes: ['expired'] }],
      sent,
      {},
      [['malformed'], [], 'text', {}],
    ],
    [
      'one without causes gives its values',
      [{ detail: 'Broken at {at}' }, { detail: 'Broken*' }],
      sent,
      {},
      [[], all, 'type', { at: '7' }],
    ],
    [
      'one without causes leads nowhere, however much it fits',
      [{ detail: 'Broken at {at}' }, { detail: 'Broken*', causes: ['malformed'] }],
      sent,
      {},
      [['malformed'], [], 'text', {}],
    ],
    [
      'one that is possible and one that fits say the same of one cause',
      [
        { detail: 'Broken at {at}', status: 400, causes: ['malformed'] },
        { detail: 'Broken at {at}', causes: ['malformed'] },
      ],
      sent,
      {},
      [['malformed'], [], 'text', { at: '7' }],
    ],
    [
      'one of an item is none of a whole response',
      [{ detail: 'Broken*', item: {}, causes: ['malformed'] }],
      sent,
      {},
      [[], all, 'type', {}],
    ],
    [
      'one whose status is not known is possible',
      [{ detail: 'Broken*', status: 400, causes: ['malformed'] }],
      sent,
      {},
      [[], ['malformed'], 'text', {}],
    ],
    [
      'another title leaves those with that title',
      [
        { title: 'Other', detail: 'x', causes: ['malformed'] },
        { title: 'Other', detail: 'x', status: 400, causes: ['expired'] },
        { detail: 'x', causes: ['no-header'] },
      ],
      { title: 'Other', detail: 'new', status: 500 },
      {},
      [[], ['malformed'], 'type', {}],
    ],
    [
      'its own title leaves all',
      [{ title: 'Thing', detail: 'x', causes: ['malformed'] }],
      { title: 'Thing', detail: 'new' },
      {},
      [[], all, 'type', {}],
    ],
    [
      'an unknown title leaves all',
      [{ title: 'Other', detail: 'x', causes: ['malformed'] }],
      { title: 'New', detail: 'new' },
      {},
      [[], all, 'type', {}],
    ],
    [
      'a cause stays when one of its answers may be meant',
      [
        { detail: 'x', status: 400, causes: ['expired', 'malformed'] },
        { detail: 'y', status: 401, causes: ['malformed'] },
      ],
      { detail: 'new', status: 401 },
      {},
      [[], all.slice(1), 'type', {}],
    ],
    [
      'a name that is none of a cause is passed over',
      [{ detail: 'Broken*', causes: ['gone', 'malformed'] }],
      sent,
      {},
      [[], ['malformed'], 'text', {}],
    ],
    [
      'numbers and texts of the body are values, what it lists and its standard members are not',
      [{ detail: 'Broken*', causes: ['malformed'] }],
      { ...sent, type: 'urn:x', title: 'Thing', status: 400, instance: '/x', left: 7, name: 'n', list: [1], yes: true },
      {},
      [['malformed'], [], 'text', { left: '7', name: 'n' }],
    ],
  ])('%s', (_, answers, body, exchange, expected) => {
    expect(found(answers, body, exchange)).toEqual(expected);
  });

  test.each<[string, Partial<CausesOfType>, string[], string[]]>([
    ['one cause', {}, ['gone'], []],
    ['one cause that is retired', { causes: [cause('gone', { retired: { in: '2', because: 'x' } })] }, [], []],
    ['one cause that is never sent', { causes: [cause('gone', { sent: 'no' })] }, [], []],
    ['one cause of a known answer', { answers: [{ detail: 'x', causes: ['gone'] }] }, [], ['gone']],
    ['two causes, one retired', { causes: [cause('gone'), cause('old', { sent: 'no' })] }, [], ['gone']],
  ])('a type with %s', (_, more, sure, possible) => {
    const one = findCausesOf({ title: 'Gone', causes: [cause('gone')], ...more }, { detail: 'new' });
    expect([one.sure.map(({ name }) => name), one.possible.map(({ name }) => name)]).toEqual([sure, possible]);
    expect(one).not.toHaveProperty('items');
  });
});

describe('a step for some responses only', () => {
  const lend = { step: 'Lend it again.', only: { routes: ['POST /loans/{item}'] } };
  const wait = { step: 'Wait.', only: [{ members: { counter: 'loans' } }, { detail: '*too soon*' }] };
  const ask = { step: 'Ask.', except: { request: { 'X-Key': true } } };
  const either: CausesOfType = { title: 'Busy', causes: [cause('busy', { fix: [lend, wait, ask] })] };
  const left = (body: Record<string, unknown>, exchange?: KnownExchange) =>
    findCausesOf(either, body, exchange).sure[0]?.fix.map(({ step }) => step);

  test.each([
    ['nothing but its text is known', { detail: 'Came too soon' }, {}, ['Lend it again.', 'Wait.', 'Ask.']],
    ['the route is another', { counter: 'loans', instance: '/returns/7' }, {}, ['Wait.', 'Ask.']],
    ['the method is another', { counter: 'loans' }, { method: 'GET', url: '/loans/7' }, ['Wait.', 'Ask.']],
    [
      'the route is its own',
      { counter: 'loans' },
      { method: 'POST', url: '/loans/7' },
      ['Lend it again.', 'Wait.', 'Ask.'],
    ],
    ['a member says something else', { counter: 'returns' }, {}, ['Lend it again.', 'Ask.']],
    [
      'the request has what it excepts',
      { counter: 'loans' },
      { headers: { 'X-Key': 'a' } },
      ['Lend it again.', 'Wait.'],
    ],
    ['no step would be left', { instance: '/' }, { headers: { 'X-Key': 'a' } }, ['Lend it again.', 'Wait.', 'Ask.']],
  ])('stands or falls where %s', (_, body, exchange, steps) => {
    expect(left(body, exchange)).toEqual(steps);
  });
});

describe('a response that lists several faults', () => {
  const list: CausesOfType = {
    title: 'Invalid',
    causes: [cause('missing'), cause('too-long'), cause('no-json')],
    items: { in: 'detail', each: "{'type': '{kind}', 'loc': ({loc})" },
    answers: [
      { item: { kind: 'missing', loc: "'body', '{field}'" }, causes: ['missing'] },
      { item: { kind: 'too_long' }, causes: ['too-long'] },
      { item: { kind: 'json_invalid' }, causes: ['no-json'] },
    ],
  };

  test('is judged item by item', () => {
    const detail =
      "Failed: [{'type': 'missing', 'loc': ('body', 'name')}, {'type': 'too_long', 'loc': ('body', 'x')}, {'type': 'odd', 'loc': (1)}]";
    const { sure, possible, items, values } = findCausesOf(list, { detail });
    expect(sure.map(({ name }) => name)).toEqual(['missing', 'too-long']);
    expect(possible.map(({ name }) => name)).toEqual(['no-json']);
    expect(items?.map(({ sure: own }) => own)).toEqual([['missing'], ['too-long'], []]);
    expect(items?.[0]?.values).toEqual({ kind: 'missing', loc: "'body', 'name'", field: 'name' });
    expect(values.field).toBe('name');
  });

  test('gives each cause the values of its own items', () => {
    const steps = (name: string) => ({ fix: [{ step: `Correct \`{field}\` of ${name}.` }] });
    const each: CausesOfType = {
      ...list,
      causes: [cause('missing', steps('missing')), cause('too-long', steps('too-long'))],
      items: { in: 'detail', each: "{'type': '{kind}', 'loc': ({loc})", parts: ["*'msg': '{message}'*"] },
      answers: [
        { item: { kind: 'missing', loc: "'body', '{field}'" }, causes: ['missing'] },
        { item: { kind: 'too_long', loc: "'body', '{field}'", message: 'Over *' }, causes: ['too-long'] },
      ],
    };
    const detail =
      "[{'type': 'missing', 'loc': ('body', 'a')}, {'type': 'too_long', 'loc': ('body', 'b'), 'msg': 'Over 9', 'x': 1}]";
    const { sure, items, values } = findCausesOf(each, { detail });
    expect(sure.map(({ fix }) => fix[0]?.step)).toEqual(['Correct `a` of missing.', 'Correct `b` of too-long.']);
    expect(items?.map(({ values: own }) => own.message)).toEqual([undefined, 'Over 9']);
    expect(values).toEqual({ kind: 'missing', loc: "'body', 'a'", field: 'a', message: 'Over 9' });
  });

  test('may list them as an array', () => {
    const array: CausesOfType = {
      ...list,
      items: { in: 'errors' },
      answers: [{ item: { code: 'req' }, causes: ['missing'] }],
    };
    expect(findCausesOf(array, { errors: [{ code: 'req' }, 7, null] }).sure.map(({ name }) => name)).toEqual([
      'missing',
    ]);
  });

  test('judges fifty at most', () => {
    const errors = Array.from({ length: 51 }, () => ({ kind: 'missing', loc: "'body', 'a'" }));
    const text = "{'type': 'missing', 'loc': ('body', 'a')}".repeat(51);
    expect(findCausesOf({ ...list, items: { in: 'errors' } }, { errors }).items).toHaveLength(50);
    expect(findCausesOf(list, { detail: text }).items).toHaveLength(50);
  });

  test.each([
    ['is absent', {}],
    ['is inherited', Object.create({ detail: "{'type': 'missing', 'loc': (1)" })],
    ['lists nothing', { detail: 'nothing' }],
  ])('is judged as a whole where its member %s', (_, body) => {
    const { sure, possible, by, items } = findCausesOf(list, body);
    expect([sure, possible.map(({ name }) => name), by, items]).toEqual([
      [],
      ['missing', 'too-long', 'no-json'],
      'type',
      undefined,
    ]);
  });

  test('is known when one of its faults is', () => {
    const each = { ...list, items: { in: 'errors' } };
    const body = { errors: [{ kind: 'odd' }, { kind: 'too_long', size: 9, more: {} }] };
    expect(findCausesOf(each, body)).toMatchObject({
      by: 'text',
      values: { kind: 'odd', size: '9' },
      items: [
        { values: { kind: 'odd' }, sure: [], possible: ['missing', 'too-long', 'no-json'] },
        { values: { kind: 'too_long', size: '9' }, sure: ['too-long'], possible: [] },
      ],
    });
  });
});
