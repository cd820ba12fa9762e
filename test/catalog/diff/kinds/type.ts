import { change, limit, retired } from '../full-catalog.ts';

/** Changes of a problem type but for its members. */

export const ofType = [
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
  change(
    'the type URI changed from https://errors.lending.example/types/loan-limit-reached to urn:lending:limit',
    'major',
    (data) => {
      limit(data).type = 'urn:lending:limit';
    },
  ),
  change(
    'the type URI changed from https://errors.lending.example/types/loan-limit-reached to https://errors.lending.example/types/limit',
    'major',
    (data) => {
      limit(data).aliases.push(limit(data).type);
      limit(data).type = 'https://errors.lending.example/types/limit';
    },
    'a new type URI, with the former one as an alias',
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

export const ofRetired = [
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
