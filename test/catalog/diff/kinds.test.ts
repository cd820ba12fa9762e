import { expect, test } from 'vitest';
import type { CatalogData } from '#catalog/data.ts';
import { type Change, diff, verdict } from '#catalog/diff.ts';
import { load } from '#catalog/load.ts';
import { catalogData } from '#emit/data.ts';
import { libraryDir } from '../../support.ts';

/** Each kind of change that a user's code, response or link can see, and the version that it asks for. */

// biome-ignore lint/suspicious/noExplicitAny: edits reach into any part of the data
type Data = any;
type Edit = (data: Data) => void;

const bare = JSON.parse(JSON.stringify(catalogData(await load(libraryDir)))) as CatalogData;

function edited(data: CatalogData, edit: Edit): CatalogData {
  const copy = structuredClone(data);
  edit(copy);
  return copy;
}

const problem = (data: Data, name: string) => data.problems.find((each: Data) => each.name === name);
const limit = (data: Data) => problem(data, 'loan-limit-reached');
const retired = (data: Data) => problem(data, 'card-expired');
const member = (data: Data, name: string) => limit(data).members.find((each: Data) => each.name === name);

/** A catalog that has something of everything. */
const full = edited(bare, (data) => {
  data.fill = { timestamp: 'now' };
  data.headers = { 'X-Request-ID': 'Identifier of the request.' };
  data.settings = { MAX_LOANS: { default: '10', unit: 'loans', meaning: 'How many loans a card allows.' } };
  data.routes = {
    'GET /loans': { summary: 'list loans' },
    'POST /loans': { summary: 'lend an item' },
  };
  data.statuses = { '403': { note: 'The reader is known.' } };
  data.standardMembers = { title: 'Never branch on it.' };
  data.placeholders = { token: 'The token of the reader.' };
  data.values = { branch: 'main' };
  data.repository = 'https://git.example/lending';
  data.members = [
    { name: 'trace', required: false, type: 'string', description: 'Where to look.', schema: { type: 'string' } },
  ];
  data.types.push({ name: 'Big', schema: { $comment: 'bigint' } });
  const type = limit(data);
  type.aliases = ['LOAN_LIMIT'];
  type.headers = { Link: '<https://api.lending.example/limits>; rel="help"', 'X-Limit': '{limit}' };
  type.endpoints = ['GET /loans', { route: 'POST /loans', when: 'the card is full' }];
  type.settings = ['MAX_LOANS'];
  type.since = '1.0.0';
  type.answers = [{ detail: 'You have {count} of {limit} items.', causes: ['number-loans-equals-limit'] }];
  type.items = { in: 'loans' };
  type.observed = { sent: 'yes', members: ['limit'] };
  type.causes.push({
    ...type.causes[0],
    name: 'branch-limit',
    address: `${type.type}#branch-limit`,
    cause: 'The branch is full.',
  });
  type.members.push(
    {
      name: 'count',
      required: false,
      type: 'number',
      description: 'A count.',
      schema: { type: 'integer', minimum: 1, maximum: 9 },
    },
    {
      name: 'code',
      required: false,
      type: 'string',
      description: 'A code.',
      schema: { type: 'string', pattern: '^[A-Z]+$' },
    },
    {
      name: 'any',
      required: false,
      type: 'string | number',
      description: 'Either.',
      schema: { type: ['number', 'string'] },
    },
    {
      name: 'place',
      required: false,
      type: 'object',
      description: 'A place.',
      schema: {
        anyOf: [
          {
            type: 'object',
            properties: { street: { type: 'string' }, floor: { type: 'integer' } },
            required: ['street'],
          },
          { type: 'null' },
        ],
      },
    },
    {
      name: 'way',
      required: false,
      type: 'By | To',
      description: 'How, or where to.',
      schema: {
        anyOf: [
          { type: 'object', properties: { by: { type: 'string' } } },
          { type: 'object', properties: { to: { type: 'string' } } },
        ],
      },
    },
    {
      name: 'prices',
      required: false,
      type: 'Record',
      description: 'Prices.',
      schema: { type: 'object', additionalProperties: { type: 'integer' } },
    },
  );
});

const change = (fact: string, level: Change['level'], edit: Edit, what = fact) => [what, level, fact, edit] as const;

const ofCatalog = [
  change(
    'the base URI changed from https://errors.lending.example/types to https://errors.lending.example/v2',
    'major',
    (data) => {
      data.baseUri = 'https://errors.lending.example/v2';
    },
  ),
  change('the package changed from @lending/problems to @lending/errors', 'major', (data) => {
    data.package = '@lending/errors';
  }),
  change('constructors no longer fill in member timestamp', 'major', (data) => {
    delete data.fill;
  }),
  change('constructors fill in member trace', 'minor', (data) => {
    data.fill = { ...data.fill, trace: 'now' };
  }),
  change('exported type Cents was removed', 'major', (data) => {
    data.types.shift();
  }),
  change(
    'exported type Cents was removed',
    'major',
    (data) => {
      (data.types[0] as { name: string }).name = 'Money';
    },
    'a renamed exported type',
  ),
  change('exported type Day is new', 'minor', (data) => {
    data.types = [...data.types, { name: 'Day', schema: { type: 'string' } }];
  }),
  change('exported type Big takes other values', 'major', (data) => {
    data.types[1].schema.$comment = 'symbol';
  }),
  change('exported type Cents takes other values', 'major', (data) => {
    data.types[0].schema = { type: 'string' };
  }),
  change('exported type Cents takes more values', 'minor', (data) => {
    data.types[0].schema = { type: ['number', 'string'] };
  }),
  change('header field x-request-id was removed', 'major', (data) => {
    data.headers = {};
  }),
  change('header field x-trace is new', 'minor', (data) => {
    data.headers = { ...data.headers, 'X-Trace': 'Where to look.' };
  }),
  change('category loans was removed', 'major', (data) => {
    delete data.categories.loans;
  }),
  change('category fees is new', 'minor', (data) => {
    data.categories.fees = { title: 'Fees', summary: 'Something is to be paid.' };
  }),
  change('category loans changed', 'patch', (data) => {
    data.categories.loans.title = 'Lending';
  }),
  change('the order of the categories changed', 'patch', (data) => {
    data.categories = Object.fromEntries(Object.entries(data.categories).reverse());
  }),
  change('setting MAX_LOANS was removed', 'major', (data) => {
    data.settings = {};
  }),
  change('setting MAX_HOLDS is new', 'minor', (data) => {
    data.settings.MAX_HOLDS = { default: '3', meaning: 'How many holds a card allows.' };
  }),
  change('the default of setting MAX_LOANS changed from 10 loans to 12 loans', 'patch', (data) => {
    data.settings.MAX_LOANS.default = '12';
  }),
  change('the wording of setting MAX_LOANS changed', 'patch', (data) => {
    data.settings.MAX_LOANS.meaning = 'How many items a card allows.';
  }),
  change('route GET /loans was removed', 'major', (data) => {
    delete data.routes['GET /loans'];
  }),
  change('route GET /holds is new', 'minor', (data) => {
    data.routes['GET /holds'] = { summary: 'list holds' };
  }),
  change('route GET /loans changed', 'patch', (data) => {
    data.routes['GET /loans'].summary = 'list all loans';
  }),
  change('guide loans was removed', 'major', (data) => {
    data.guides = data.guides.filter(({ name }: Data) => name !== 'loans');
  }),
  change('guide fees is new', 'minor', (data) => {
    data.guides = [...data.guides, { name: 'fees', title: 'Fees', description: 'Fees.', digest: '1' }];
  }),
  change('guide loans changed', 'patch', (data) => {
    data.guides[0].digest = 'other';
  }),
  change(
    'member trace was removed',
    'major',
    (data) => {
      data.members = [];
    },
    'a removed common member',
  ),
  change(
    'member trace became required',
    'major',
    (data) => {
      data.members[0].required = true;
    },
    'a common member that becomes required',
  ),
  change('the recorded server changed from Lending Desk 3.1.0 to Lending Desk 3.2.0', 'patch', (data) => {
    data.server.version = '3.2.0';
  }),
  change('the address of the repository changed', 'patch', (data) => {
    data.repository = 'https://git.example/other';
  }),
  ...(['name', 'description'] as const).map((field) =>
    change(
      'its wording changed',
      'patch',
      (data) => {
        data[field] = 'Something else.';
      },
      `a new ${field} of the catalog`,
    ),
  ),
  change(
    'its wording changed',
    'patch',
    (data) => {
      data.statuses['403'].note = 'Another note.';
    },
    'a note on a status',
  ),
  change(
    'its wording changed',
    'patch',
    (data) => {
      data.standardMembers.title = 'Another note.';
    },
    'a note on a standard member',
  ),
  change(
    'its wording changed',
    'patch',
    (data) => {
      data.headers['X-Request-ID'] = 'Quote it.';
    },
    'the meaning of a header field of every response',
  ),
];

const ofType = [
  change('the status changed from 409, 403 to 409', 'major', (data) => {
    limit(data).statuses = [409];
  }),
  change('the status changed from 409, 403 to 403, 409', 'major', (data) => {
    limit(data).statuses = [403, 409];
  }),
  change('the status changed from 409, 403 to 409, 403, 422', 'minor', (data) => {
    limit(data).statuses = [409, 403, 422];
  }),
  change('the problem type is retired', 'minor', (data) => {
    limit(data).retired = { in: '4.0.0', because: 'There is no limit.' };
  }),
  change(
    'the problem type is now called limit-reached',
    'major',
    (data) => {
      limit(data).aliases.push('loan-limit-reached');
      limit(data).name = 'limit-reached';
    },
    'a new name, with the former one as an alias',
  ),
  change(
    'the problem type is now called limit-reached',
    'major',
    (data) => {
      limit(data).aliases.push(limit(data).type);
      Object.assign(limit(data), { name: 'limit-reached', type: 'urn:limit-reached' });
    },
    'a new name, with the former URI as an alias',
  ),
  change('alias LOAN_LIMIT was removed', 'major', (data) => {
    limit(data).aliases = [];
  }),
  change('alias TOO_MANY_LOANS is new', 'minor', (data) => {
    limit(data).aliases.push('TOO_MANY_LOANS');
  }),
  change('cause branch-limit was removed', 'major', (data) => {
    limit(data).causes.pop();
  }),
  change(
    'cause branch-limit was removed',
    'major',
    (data) => {
      limit(data).causes[1].name = 'branch-full';
    },
    'a renamed cause',
  ),
  change('cause card-limit is new', 'minor', (data) => {
    limit(data).causes.push({ ...limit(data).causes[0], name: 'card-limit' });
  }),
  change('cause branch-limit is retired', 'minor', (data) => {
    limit(data).causes[1].retired = { in: '4.0.0', because: 'Branches share one limit.' };
  }),
  change('who fixes cause branch-limit changed from end-user to operator', 'minor', (data) => {
    limit(data).causes[1].fixedBy = 'operator';
  }),
  change('when to retry cause branch-limit changed from after-change to never', 'minor', (data) => {
    limit(data).causes[1].retry = { ...limit(data).causes[1].retry, when: 'never' };
  }),
  change('the order of its causes changed', 'patch', (data) => {
    limit(data).causes.reverse();
  }),
  change(
    'its wording changed',
    'patch',
    (data) => {
      limit(data).causes[1].tell = 'The branch says so.';
    },
    'the text of a cause',
  ),
  change('header field link was removed', 'major', (data) => {
    delete limit(data).headers.Link;
  }),
  change('header field retry-after is new', 'minor', (data) => {
    limit(data).headers['Retry-After'] = '60';
  }),
  change('header field Link changed', 'minor', (data) => {
    limit(data).headers.Link = '<https://api.lending.example/limits>; rel="describedby"';
  }),
  change(
    'exported type Loan was removed',
    'major',
    (data) => {
      limit(data).exports.types[0].name = 'ItemOnLoan';
    },
    'a renamed helper type of an entry',
  ),
  change('exported type Loan.due was removed', 'major', (data) => {
    delete limit(data).exports.types[0].schema.properties.due;
    limit(data).exports.types[0].schema.required = ['title'];
  }),
  change('the constructor loanLimitReached is now called limitReached', 'major', (data) => {
    limit(data).exports.constructor = 'limitReached';
  }),
  change(
    'the address of its schema version changed from https://errors.lending.example/types/loan-limit-reached.schema.json to https://errors.lending.example/schemas/loan-limit-reached.json',
    'major',
    (data) => {
      limit(data).links.schema = 'https://errors.lending.example/schemas/loan-limit-reached.json';
    },
  ),
  change('json version was removed', 'major', (data) => {
    delete limit(data).links.json;
  }),
  change(
    'route GET /loans was removed',
    'major',
    (data) => {
      limit(data).endpoints = [limit(data).endpoints[1]];
    },
    'a route that no longer returns the type',
  ),
  change(
    'route GET /cards is new',
    'minor',
    (data) => {
      limit(data).endpoints.push('GET /cards');
    },
    'a further route that returns the type',
  ),
  change('when route POST /loans returns it changed', 'patch', (data) => {
    limit(data).endpoints[1].when = 'the card is blocked';
  }),
  change('who fixes it changed from end-user to operator', 'minor', (data) => {
    limit(data).fixedBy = 'operator';
  }),
  change('when to retry it changed from after-change to after-delay', 'minor', (data) => {
    limit(data).retry.when = 'after-delay';
  }),
  change('the category changed from loans to membership', 'minor', (data) => {
    limit(data).category = 'membership';
  }),
  change('the title changed from "Loan Limit Reached" to "Too Many Loans"', 'patch', (data) => {
    limit(data).title = 'Too Many Loans';
  }),
  change('the server version that first had it changed from 1.0.0 to 1.1.0', 'patch', (data) => {
    limit(data).since = '1.1.0';
  }),
  change('its known responses changed', 'patch', (data) => {
    limit(data).answers[0].detail = 'You have {count} items.';
  }),
  change(
    'its known responses changed',
    'patch',
    (data) => {
      limit(data).items.in = 'items';
    },
    'where the items of a response are',
  ),
  change('the settings it names changed', 'patch', (data) => {
    limit(data).settings = [];
  }),
  ...(['summary', 'now', 'explanation'] as const).map((field) =>
    change(
      'its wording changed',
      'patch',
      (data) => {
        limit(data)[field] = 'Something else.';
      },
      `a new ${field} of a type`,
    ),
  ),
  change(
    'its wording changed',
    'patch',
    (data) => {
      limit(data).example.detail = 'You have 3 of 3 items.';
    },
    'another example',
  ),
  change(
    'its wording changed',
    'patch',
    (data) => {
      limit(data).observed.sent = 'in-special-cases';
    },
    'what was observed',
  ),
];

const ofMembers = [
  change('member fees was removed', 'major', (data) => {
    limit(data).members = limit(data).members.filter(({ name }: Data) => name !== 'fees');
  }),
  change('member fees became required', 'major', (data) => {
    member(data, 'fees').required = true;
  }),
  change('member fine is new and optional', 'minor', (data) => {
    limit(data).members.push({ ...member(data, 'fees'), name: 'fine' });
  }),
  change('member fine is new and required', 'major', (data) => {
    limit(data).members.push({ ...member(data, 'fees'), name: 'fine', required: true });
  }),
  change(
    'member place takes other values',
    'major',
    (data) => {
      member(data, 'place').schema = { type: 'string' };
    },
    'a member that is no object any more',
  ),
  change(
    'member loans takes other values',
    'major',
    (data) => {
      member(data, 'loans').schema = { type: 'string' };
    },
    'a member that is no list any more',
  ),
  change(
    'member way takes other values',
    'major',
    (data) => {
      delete member(data, 'way').schema.anyOf[0].properties.by;
    },
    'a member of one of several objects',
  ),
  change('member limit became optional', 'major', (data) => {
    member(data, 'limit').required = false;
  }),
  change('member loans[].due was removed', 'major', (data) => {
    delete member(data, 'loans').schema.items.properties.due;
    member(data, 'loans').schema.items.required = ['title'];
  }),
  change('member loans[].branch is new and optional', 'minor', (data) => {
    member(data, 'loans').schema.items.properties.branch = { type: 'string' };
  }),
  change('member loans[].branch is new and required', 'major', (data) => {
    member(data, 'loans').schema.items.properties.branch = { type: 'string' };
    member(data, 'loans').schema.items.required = ['title', 'due', 'branch'];
  }),
  change('member loans[].due became optional', 'major', (data) => {
    member(data, 'loans').schema.items.required = ['title'];
  }),
  change('member loans[].due takes more values', 'minor', (data) => {
    delete member(data, 'loans').schema.items.properties.due.format;
  }),
  change('member loans[].title takes other values', 'major', (data) => {
    member(data, 'loans').schema.items.properties.title = { type: 'number' };
  }),
  change('member loans takes other values', 'major', (data) => {
    member(data, 'loans').schema.minItems = 1;
  }),
  change(
    'member place.floor was removed',
    'major',
    (data) => {
      delete member(data, 'place').schema.anyOf[0].properties.floor;
    },
    'a removed member of an object that may be null',
  ),
  change('member place.city is new and optional', 'minor', (data) => {
    member(data, 'place').schema.anyOf[0].properties.city = { type: 'string' };
  }),
  change(
    'member place takes other values',
    'major',
    (data) => {
      member(data, 'place').schema = member(data, 'place').schema.anyOf[0];
    },
    'a member that can no longer be null',
  ),
  change('member count takes more values', 'minor', (data) => {
    member(data, 'count').schema.minimum = 0;
  }),
  change('member count takes other values', 'major', (data) => {
    member(data, 'count').schema.maximum = 5;
  }),
  change(
    'member count takes more values',
    'minor',
    (data) => {
      member(data, 'count').schema.type = 'number';
    },
    'an integer that becomes a number',
  ),
  change(
    'member count takes other values',
    'major',
    (data) => {
      member(data, 'count').schema = { const: 12 };
    },
    'a number that becomes a constant outside of its range',
  ),
  change('member code takes other values', 'major', (data) => {
    member(data, 'code').schema.pattern = '^[A-Z]{3}$';
  }),
  change('member code takes more values', 'minor', (data) => {
    delete member(data, 'code').schema.pattern;
  }),
  change('member any takes other values', 'major', (data) => {
    member(data, 'any').schema.type = 'string';
  }),
  change('member any takes more values', 'minor', (data) => {
    member(data, 'any').schema = { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] };
  }),
  change('member prices takes more values', 'minor', (data) => {
    member(data, 'prices').schema.additionalProperties = { type: 'number' };
  }),
  change('member prices takes other values', 'major', (data) => {
    member(data, 'prices').schema.additionalProperties = { type: 'string' };
  }),
  change(
    'its wording changed',
    'patch',
    (data) => {
      member(data, 'limit').schema.description = 'How many items may be borrowed.';
    },
    'the description of a member',
  ),
];

const ofRetired = [
  change('the problem type is no longer retired', 'minor', (data) => {
    delete retired(data).retired;
  }),
  change('successor membership-lapsed of the problem type was removed', 'major', (data) => {
    delete retired(data).retired.use;
  }),
  change('the successor of the problem type changed from membership-lapsed to loan-limit-reached', 'major', (data) => {
    retired(data).retired.use = 'loan-limit-reached';
  }),
  change(
    'its wording changed',
    'patch',
    (data) => {
      retired(data).retired.because = 'Cards are for ever.';
    },
    'another reason to retire',
  ),
];

const all = [...ofCatalog, ...ofType, ...ofMembers, ...ofRetired];

/** What else is told of an edit: what is there in place of what is gone, and texts that came or went with it. */
const besides: Readonly<Record<string, readonly string[]>> = {
  'a new name, with the former one as an alias': ['the problem type is new'],
  'a new name, with the former URI as an alias': ['the problem type is new'],
  'a renamed exported type': ['exported type Money is new'],
  'a renamed helper type of an entry': ['exported type ItemOnLoan is new'],
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
    'a type URI with the addresses that begin with it',
    (data) => {
      const type = limit(data);
      const moved = (address: string) => address.replace(type.type, 'https://errors.lending.example/types/limit');
      type.links = Object.fromEntries(Object.entries(type.links).map(([kind, to]) => [kind, moved(String(to))]));
      type.type = moved(type.type);
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
