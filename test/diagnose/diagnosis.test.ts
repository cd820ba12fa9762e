import { describe, expect, test } from 'vitest';
import { detailIn, diagnose, exchangeOf, type KnownType } from '#diagnose/diagnosis.ts';
import { hinted } from '#diagnose/hints.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import type { Result } from '#diagnose/result.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { guides, replies, site } from './tables/parcels.ts';
import { brief, outcomeOf } from './tables/show.ts';

/** What is wrong, and why, by the members of a problem. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = inspectorIndex(site, replies);

describe('a diagnosis', () => {
  const known = { routes: index.routes, values: index.values };
  const typeOf = (name: string): KnownType => {
    const { entry, causes, answers } = site.problems.get(name) ?? (undefined as never);
    return { title: entry.title, causes, answers, ...(entry.items && { items: entry.items }) } as KnownType;
  };
  const bodies: readonly [string, Record<string, unknown>, object?][] = [
    ['depot-full', { detail: 'The depot Pier is full.' }],
    ['depot-full', { detail: 'The depot Pier is full.', status: 409 }, { status: 409 }],
    ['depot-full', { detail: 'The depot Pier closes at 18:00 and takes no more parcels.', status: 409 }],
    ['depot-full', { detail: 'Capacity exceeded', title: 'Depot Exhausted' }],
    ['depot-full', { detail: 'nothing known', instance: '/depots/Quay' }],
    ['depot-full', { detail: 'nothing known' }, { method: 'GET', url: 'https://x/depots/North' }],
    ['depot-full', { instance: '/depots/Quay' }, { url: 'https://x/depots/North?a' }],
    ['depot-full', { detail: `The depot ${'x'.repeat(200)} is full.` }],
    ['depot-full', { detail: `The depot ${'x'.repeat(201)} is full.` }],
    ['depot-full', { detail: 'The depot a\tb is full.' }],
    ['depot-full', { detail: 'The depot [masked:token] is full.' }],
    ['depot-full', { detail: 'The depot [FILTERED] is full.' }],
    ['depot-full', { detail: 'The depot jane@example.org is full.' }],
    ['depot-full', { detail: 'The depot … is full.' }],
    ['parcel-not-found', { detail: 'No parcel has the number PX-1.' }, { method: 'GET', url: '/parcels/PX-1' }],
    [
      'parcel-not-found',
      { detail: 'Nothing here', title: 'Unknown Parcel' },
      { method: 'PUT', url: '/parcels/PX-1/delivery' },
    ],
    [
      'invalid-parcel',
      {
        errors: [
          { pointer: '/weight', rule: 'Must be 20 or less.' },
          { pointer: '/label', rule: 'Must have 7 characters.' },
          { rule: 'x' },
          'y',
        ],
      },
    ],
    [
      'invalid-parcel',
      {
        errors: [
          { field: 'a', message: ' ', msg: 'b' },
          { loc: 'c', code: 'd' },
          { parameter: 'p', reason: 'r' },
          { name: 'n', detail: 'e' },
          { path: 'q', title: 't' },
          { param: 'z', kind: 'k' },
        ],
      },
    ],
    ['invalid-parcel', { detail: 'The weight is above 31.5 kg.' }],
    ['invalid-parcel', { detail: 'Invalid label' }],
    [
      'invalid-parcel',
      {
        errors: [
          { message: 'm', msg: 'x' },
          { description: 'd', title: 't' },
          { error: 'e', rule: 'r' },
          { rule: 'r', code: 'c' },
        ],
      },
    ],
    ['depot-full', { detail: 'The depot  is full.' }, { method: 'POST', url: '/depots/Quay' }],
    ['rate-limited', { detail: 'The plan allows 60 requests in a minute.', retryAfter: 3 }],
    ['already-delivered', {}],
  ];
  test.each(bodies)('of %s with %j', (name, body, exchange = {}) => {
    for (const facts of [known, undefined]) {
      const { sure, possible, by, faults } = diagnose(typeOf(name), body, exchange, facts);
      const causes = [...sure, ...possible].map(
        ({ name: cause, fix, own }) => `${cause} own ${own.join(', ')} ${JSON.stringify(fix)}`,
      );
      expect(
        [`${by} sure ${sure.length} of ${causes.length}`, ...causes, ...faults.map(brief)].join('\n'),
      ).toMatchSnapshot();
    }
  });

  test('has the values of a typical answer', () => {
    const type = typeOf('depot-full');
    const [first] = type.causes;
    const typical = {
      ...type,
      causes: [{ ...first, example: { detail: 'The depot Typical is full.' } }, ...type.causes.slice(1)],
      answers: type.answers?.map((answer, at) =>
        at === 1
          ? { ...answer, example: { detail: 'The depot Other closes at 9 and takes no more parcels.' } }
          : answer,
      ),
    } as KnownType;
    const requests = (body: Record<string, unknown>) => {
      const { sure, possible } = diagnose(typical, body, {}, known);
      return brief(
        [...sure, ...possible].map(({ fix, own, ...cause }) => [
          fix.map(({ request }) => request?.path),
          own,
          'example' in cause,
        ]),
      );
    };
    expect(
      [{}, { detail: 'The depot Mine is full.' }, { detail: 'Capacity exceeded' }].map(requests).join('\n'),
    ).toMatchSnapshot();
  });

  test.each([
    'The depot Pier is full.',
    'ERROR: desk: The depot Pier is full.',
    'a: b: Capacity exceeded',
    'CAPACITY EXCEEDED',
    'x the depot "Pier" closes at 9 and takes no more parcels. y',
    'x capacity exceeded y',
    'a: b: c: d: e: f: g: h: Capacity exceeded',
    'nothing',
  ])('has the detail in %j', (text) => {
    expect(outcomeOf(text, (each) => brief(detailIn(typeOf('depot-full'), each)))).toMatchSnapshot();
  });

  test('has the exchange of a response', () => {
    const message = {
      label: 'x',
      line: 1,
      body: 'b',
      status: 400,
      method: 'GET',
      url: '/a',
      requestHeaders: [['A', 'b']],
      withheld: ['cookie'],
    } as const;
    expect([exchangeOf(message), exchangeOf({ ...message, status: 0 })]).toEqual([
      { status: 400, method: 'GET', url: '/a', headers: [['A', 'b']], withheld: ['cookie'] },
      { status: undefined, method: 'GET', url: '/a', headers: [['A', 'b']], withheld: ['cookie'] },
    ]);
  });
});

describe('hints', () => {
  const finder = finderIndex(site, guides);
  const response = {
    kind: 'response',
    isProblem: false,
    isHtml: false,
    replies: [],
    status: undefined,
  } as unknown as Result;
  const cases: readonly [string, Result][] = [
    ['depot-full', response],
    ['urn:parcels:depot-full', response],
    ['urn:parcels:depot-full', { ...response, status: 409 } as Result],
    ['urn:parcels:depot-full', { ...response, isProblem: true } as Result],
    ['urn:parcels:depot-full', { ...response, isHtml: true } as Result],
    ['urn:parcels:depot-full', { ...response, replies: [1] } as unknown as Result],
    ['The depot Pier is full.', response],
    ['409 Conflict', response],
    ['the courier', response],
    ['the courier\nis here', response],
    ['depot full\nlimits', response],
    ['', response],
    ['{"type":"urn:parcels:depot-full"', { kind: 'fault', message: 'x', marks: [] }],
    ['[409', { kind: 'fault', message: 'x', marks: [] }],
    ['urn:parcels:depot-full', { kind: 'fault', message: 'x', marks: [] }],
    ['urn:parcels:depot-full', { kind: 'name', name: 'x' }],
    ['x {"type":"urn:parcels:depot-full"', { kind: 'fault', message: 'x', marks: [] }],
    ['  {"type":"urn:parcels:depot-full"', { kind: 'fault', message: 'x', marks: [] }],
    ['the courier\n', response],
  ];
  test.each(cases)('of %j', async (text, result) => {
    expect(brief(await hinted(text, result, async () => finder))).toMatchSnapshot();
  });
});

test('a detail within words', () => {
  const type = (...details: string[]) => ({ title: 'x', causes: [], answers: details.map((detail) => ({ detail })) });
  const of = (text: string, ...details: string[]) => detailIn(type(...details), text).detail;
  expect([
    of('x 1234567890 y', '1234567890'),
    of('x 123456789 y', '123456789'),
    of('12', '12'),
    of('123', '123'),
    of("ABC 'D'", 'abc "d"'),
    of('x abcdefghij klm y', 'abcdefghij', 'abcdefghij klm'),
    of('x abcdefghij 7 klm y', 'abcdefghij {n} klm', 'abcdefghij'),
    of('a: b: c', 'b: c'),
    of('a: b:c', 'b:c'),
  ]).toMatchSnapshot();
  expect(detailIn({ title: 'x', causes: [], answers: [{}, { detail: 'abcdefghijk' }] }, 'y abcdefghijk y')).toEqual({
    detail: 'abcdefghijk',
  });
  expect(detailIn({ title: 'x', causes: [] }, 'y')).toEqual({});
});

test('a cause has the values of its own answers and items', () => {
  const cause = (name: string) => ({
    name,
    address: name,
    cause: name,
    fixedBy: 'x',
    retry: { when: 'now', because: 'x' },
    fix: [{ step: 'Use {x}.' }],
  });
  const answer = (name: string, detail: string, value: string) => ({
    detail,
    causes: [name],
    example: { detail: detail.replace('{x}', value) },
  });
  const type = {
    title: 'x',
    causes: ['a', 'b', 'c'].map(cause),
    answers: [
      answer('a', 'Alpha {x}.', '1'),
      answer('b', 'Beta {x}.', '2'),
      { detail: 'Gamma', causes: ['gone', 'c'] },
    ],
  };
  const steps = (body: Record<string, unknown>, of: KnownType = type) => {
    const { sure, possible } = diagnose(of, body, {});
    return [...sure, ...possible].map(({ name, fix, own }) => `${name} ${fix[0]?.step} ${own.join(' ')}`);
  };
  expect([
    steps({}),
    steps({ detail: 'Alpha 7.' }),
    steps({ detail: 'Beta .' }),
    steps({ detail: 'Gamma' }),
  ]).toMatchSnapshot();
  const items = {
    ...type,
    items: { in: 'list' },
    answers: [
      { item: { a: 'is {x}' }, causes: ['a'] },
      { item: { b: 'is {x}' }, causes: ['b', 'c'] },
    ],
  } as KnownType;
  expect(steps({ list: [{ a: 'is 1' }, { b: 'is 2' }] }, items)).toMatchSnapshot();
  expect([detailIn(type, 'x: y: Beta 7.'), detailIn(type, 'x: Beta 1: 2.'), detailIn(type, 'x: Beta 1:2.')]).toEqual([
    { detail: 'Beta 7.' },
    { detail: 'Beta 1: 2.' },
    { detail: 'Beta 1:2.' },
  ]);
});
