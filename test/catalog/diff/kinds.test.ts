import { expect, test } from 'vitest';
import type { CatalogData } from '#catalog/data.ts';
import { diff, verdict } from '#catalog/diff.ts';
import { type Data, type Edit, edited, full, limit, member, retired } from './full-catalog.ts';
import { ofCatalog } from './kinds/catalog.ts';
import { ofMembers } from './kinds/members.ts';
import { ofRetired, ofType } from './kinds/type.ts';

/** Each kind of change that a user's code, response or link can see, and the version that it asks for. */

const all = [...ofCatalog, ...ofType, ...ofMembers, ...ofRetired];

/** What else is told of an edit: what is there in place of what is gone, and texts that came or went with it. */
const besides: Readonly<Record<string, readonly string[]>> = {
  'a new name, with the former one as an alias': ['the problem type is new'],
  'a new name, with the former URI as an alias': ['the problem type is new'],
  'a new type URI, with the former one as an alias': [
    'alias https://errors.lending.example/types/loan-limit-reached is new',
  ],
  'a renamed exported type': ['exported type Money is new'],
  'a renamed helper type of an entry': ['exported type ItemOnLoan is new'],
  'a base URI, with all addresses below it': Array(3).fill('its wording changed'),
  'a renamed cause': ['cause branch-full is new', 'its wording changed'],
  ...Object.fromEntries(
    [
      'header field x-request-id was removed',
      'header field x-trace is new',
      'a removed common member',
      'the problem type is retired',
      'the problem type is no longer retired',
      'cause branch-limit was removed',
      'cause card-limit is new',
      'cause branch-limit is retired',
    ].map((what) => [what, ['its wording changed']]),
  ),
};

test.each(all)('%s: %s', (what, level, fact, edit) => {
  const after = edited(full, edit);
  const changes = diff(full, after);
  const others = changes.map((each) => each.fact).filter((each) => each !== fact);
  expect(others).toEqual(besides[what] ?? []);
  expect(changes.find((each) => each.fact === fact)?.level).toBe(level);
  // A removed thing outweighs the rest; otherwise nothing else may be told.
  expect(verdict(changes)).toBe(level);
  for (const gone of changes.filter((each) => each.removes !== undefined)) expect(gone.level).toBe('major');
});

test('the table has at least sixty kinds of change', () => {
  expect(new Set(all.map(([what]) => what)).size).toBeGreaterThanOrEqual(60);
});

test.each<[what: string, edit: Edit]>([
  [
    'the order of members of an object',
    (data) => {
      data.settings = Object.fromEntries(Object.entries(data.settings).reverse());
    },
  ],
  [
    'the case of a header field name',
    (data) => {
      const { Link, ...rest } = limit(data).headers;
      limit(data).headers = { link: Link, ...rest };
    },
  ],
  [
    'what follows from the rest',
    (data) => {
      Object.assign(limit(data), { history: [{ version: '9.9.9' }], seen: { routes: ['GET /x'] }, status: 403 });
    },
  ],
  [
    'the order of enumerated values and of types',
    (data) => {
      member(data, 'kind').schema.enum = [...member(data, 'kind').schema.enum].reverse();
      member(data, 'any').schema.type = ['string', 'number'];
    },
  ],
])('%s is no change', (_, edit) => {
  expect(diff(full, edited(full, edit))).toEqual([]);
});

test('a type URI is gone unless it is an alias', () => {
  const removes = (edit: Edit) => diff(full, edited(full, edit)).flatMap((each) => each.removes ?? []);
  const uri = 'https://errors.lending.example/types/loan-limit-reached';
  expect(
    removes((data) => {
      limit(data).type = 'urn:lending:limit';
    }),
  ).toEqual([`loan-limit-reached type URI ${uri}`]);
  expect(
    removes((data) => {
      Object.assign(limit(data), { type: 'urn:lending:limit', aliases: ['LOAN_LIMIT', uri] });
    }),
  ).toEqual([]);
});

test('a catalog of an older version of the toolkit, which lacks what is new, can be compared', () => {
  const old = edited(full, (data) => {
    for (const field of ['package', 'types', 'guides', 'fill', 'standardMembers'] as const) delete data[field];
    for (const each of data.problems) for (const field of ['exports', 'links']) delete each[field];
  });
  expect(verdict(diff(old, full))).not.toBe('major');
  expect(verdict(diff(full, old))).toBe('major');
});

test('the most serious changes come first, then by name of the type, then as they are in the data', () => {
  const after = edited(full, (data) => {
    data.members = [];
    data.problems = data.problems.filter(({ name }: Data) => name !== 'card-expired');
    data.problems.push({ ...structuredClone(limit(data)), name: 'a-new-type' });
    Object.assign(limit(data), { title: 'Too Many Loans', settings: [], aliases: ['TOO_MANY_LOANS'] });
  });
  const [api, breaks] = [
    ['minor', 'export of . f is new'] as const,
    ['major', 'export of . g was removed', 'g'] as const,
  ];
  expect(diff(full, after, [api, breaks])).toEqual([
    { level: 'major', name: '', fact: 'member trace was removed', removes: 'member trace' },
    { level: 'major', name: '', fact: 'export of . g was removed', removes: 'g' },
    {
      level: 'major',
      name: 'card-expired',
      fact: 'the problem type was removed; retire it instead',
      removes: 'card-expired',
    },
    {
      level: 'major',
      name: 'loan-limit-reached',
      fact: 'alias LOAN_LIMIT was removed',
      removes: 'loan-limit-reached alias LOAN_LIMIT',
    },
    { level: 'minor', name: '', fact: 'export of . f is new' },
    { level: 'minor', name: 'a-new-type', fact: 'the problem type is new' },
    { level: 'minor', name: 'loan-limit-reached', fact: 'alias TOO_MANY_LOANS is new' },
    { level: 'patch', name: '', fact: 'its wording changed' },
    {
      level: 'patch',
      name: 'loan-limit-reached',
      fact: 'the title changed from "Loan Limit Reached" to "Too Many Loans"',
    },
    { level: 'patch', name: 'loan-limit-reached', fact: 'the settings it names changed' },
  ]);
});

test('parts that are missing on both sides are no change', () => {
  const old = edited(full, (data) => {
    for (const each of data.problems) {
      for (const field of [
        'exports',
        'links',
        'retry',
        'members',
        'causes',
        'endpoints',
        'headers',
        'aliases',
      ] as const)
        delete each[field];
    }
  });
  expect(diff(old, structuredClone(old))).toEqual([]);
});

test('when to retry is told when it is new or gone', () => {
  const without = edited(full, (data) => delete limit(data).retry);
  const facts = (before: CatalogData, after: CatalogData) => diff(before, after).map(({ fact }) => fact);
  expect(facts(without, full)).toContain('when to retry it changed from undefined to after-change');
  expect(facts(full, without)).toContain('when to retry it changed from after-change to undefined');
});

test.each<[fact: string, level: string, before: Edit, after: Edit]>([
  [
    'the problem type has a successor, membership-lapsed',
    'minor',
    (data) => delete retired(data).retired.use,
    () => {},
  ],
  [
    'the status changed from 409, 403, 422 to 409, 422, 403',
    'patch',
    (data) => Object.assign(limit(data), { statuses: [409, 403, 422] }),
    (data) => Object.assign(limit(data), { statuses: [409, 422, 403] }),
  ],
  [
    'the server version that first had it changed from none to 1.0.0',
    'patch',
    (data) => delete limit(data).since,
    () => {},
  ],
  [
    'the server version that first had it changed from 1.0.0 to none',
    'patch',
    () => {},
    (data) => delete limit(data).since,
  ],
  [
    'the default of setting MAX_LOANS changed from none to 10 loans',
    'patch',
    (data) => Object.assign(data.settings.MAX_LOANS, { default: undefined, unit: undefined }),
    () => {},
  ],
])('%s', (fact, level, before, after) => {
  expect(diff(edited(full, before), edited(full, after))).toMatchObject([{ fact, level }]);
});
