import { change, type Data } from '../full-catalog.ts';

/** Changes of what all problem types share. */

export const ofCatalog = [
  change(
    'the base URI changed from https://errors.lending.example/types to https://errors.lending.example/v2',
    'major',
    (data) => {
      const moved = JSON.stringify(data).replaceAll('lending.example/types', 'lending.example/v2');
      Object.assign(data, JSON.parse(moved));
    },
    'a base URI, with all addresses below it',
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
