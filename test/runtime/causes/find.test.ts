import { describe, expect, test } from 'vitest';
import type { Cause, CausesOfType } from '#runtime/causes/cause.ts';
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
});
