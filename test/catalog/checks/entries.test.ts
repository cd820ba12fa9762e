// cspell:ignore expres
import { expect, test } from 'vitest';
import { crossFindings } from '#catalog/cross-check.ts';
import { linearFix } from '#catalog/regexp.ts';
import { type Edit, edited, findingsOf } from './edited.ts';

/** What is said of names that entries and facts use, of header fields, and of requests. */

const request = (request: object): Edit => {
  return ({ facts, limit, lapsed }) => {
    facts.routes = {
      'GET /loans': { summary: 'list loans', query: { page: 'optional' } },
      'POST /loans': {
        summary: 'lend',
        headers: { 'X-Desk': 'required' },
        body: { item: 'required', note: 'optional' },
      },
      'PUT /loans/{id}': { summary: 'change a loan', body: { '*': 'optional' } },
    };
    delete limit.causes['number-loans-equals-limit'].fix[0].request;
    lapsed.causes['year-passed-since-last'].fix = [{ step: 'Wait.' }, { step: 'Send it.', request }];
  };
};
const sent = 'membership-lapsed.ts: causes.year-passed-since-last.fix[1].request';

test.each<[what: string, edit: Edit, ...findings: string[]]>([
  ['nothing of the library as it is', () => {}],
  [
    'a category, a related type and a setting that do not exist',
    ({ facts, card, lapsed }) => {
      facts.settings = { MAX_LOANS: { meaning: 'How many.' } };
      card.category = 'quite another';
      lapsed.category = 'loan';
      lapsed.related = { 'card-expire': 'so', 'loan-limit-reached': 'so' };
      lapsed.settings = ['MAX_LOAN'];
      lapsed.causes['year-passed-since-last'].fix[0].settings = ['MAX_LOAN', 'MAX_LOANS', 'QUITE_ANOTHER'];
      lapsed.prevent = [{ step: 'Pay.', settings: ['OF_PREVENT'] }];
    },
    'card-expired.ts: category "quite another" does not exist. Add it to categories in index.ts, or name another.',
    'membership-lapsed.ts: category "loan" does not exist. Did you mean "loans"?',
    'membership-lapsed.ts: related type "card-expire" does not exist. Did you mean "card-expired"?',
    'membership-lapsed.ts: setting "MAX_LOAN" does not exist. Did you mean "MAX_LOANS"?',
    'membership-lapsed.ts: setting "QUITE_ANOTHER" does not exist. Add it to settings in index.ts, or name another.',
    'membership-lapsed.ts: setting "OF_PREVENT" does not exist. Add it to settings in index.ts, or name another.',
  ],
  [
    'settings and placeholders of a catalog that has none',
    ({ facts, lapsed }) => {
      delete facts.settings;
      delete facts.placeholders;
      lapsed.settings = ['MAX_LOANS'];
      lapsed.samples = [{ title: 'Ask', lang: 'bash', code: 'curl -d "Bearer <token>" "< b>" "<a>"' }];
    },
    'membership-lapsed.ts: setting "MAX_LOANS" does not exist. Add it to settings in index.ts, or name another.',
    'membership-lapsed.ts: placeholder "token" does not exist. Add it to placeholders in index.ts, or name another.',
    'membership-lapsed.ts: placeholder "a" does not exist. Add it to placeholders in index.ts, or name another.',
  ],
  [
    'placeholders of requests',
    ({ facts, lapsed }) => {
      facts.placeholders = { token: 'The token of the reader.' };
      lapsed.causes['year-passed-since-last'].fix[0].request = {
        method: 'GET',
        path: '/<card>',
        headers: { A: '<token>' },
      };
    },
    'membership-lapsed.ts: placeholder "card" does not exist. Add it to placeholders in index.ts, or name another.',
  ],
  [
    'a type that is related to itself, and a title in the language of the catalog',
    ({ facts, lapsed }) => {
      facts.language = 'de';
      lapsed.related = { 'membership-lapsed': 'so' };
    },
    'membership-lapsed.ts: titles.de is in the language of the catalog. Write it as title, and remove it from titles.',
    'membership-lapsed.ts: it is related to itself. Remove it from related.',
  ],
  [
    'successors that do not exist, as one that is sent instead',
    ({ card, lapsed }) => {
      card.retired.use = 'membership';
      lapsed.observed = { sent: 'no', instead: ['card-expired', 'nothing'], note: 'Another comes.' };
    },
    'card-expired.ts: type in retired.use "membership" does not exist. Add it to the folder, or name another.',
    'membership-lapsed.ts: type in observed.instead "nothing" does not exist. Add it to the folder, or name another.',
  ],
  [
    'what was observed without a note, and members that nobody has',
    ({ common, card, limit, lapsed }) => {
      common.push({ name: 'trace', required: false, schema: { type: 'string' } });
      card.observed = { sent: 'no' };
      limit.observed = { sent: 'yes', members: ['limit', 'limits'] };
      lapsed.observed = { sent: 'partly', note: 'Without.', members: ['trace'], undocumented: ['renewal', 'days'] };
    },
    'card-expired.ts: observed.sent is "no" without observed.note. Say in observed.note what arrives instead.',
    'loan-limit-reached.ts: member in observed "limits" does not exist. Did you mean "limit"?',
    'membership-lapsed.ts: member in observed "days" does not exist. Add it to the interface, or name another.',
  ],
  [
    'header fields that statuses must have, and members that header fields are made of',
    ({ card, lapsed, limit }) => {
      card.status = 405;
      lapsed.status = [401, 416];
      lapsed.headers = { 'www-authenticate': 'Bearer', 'X-Days': '{days}', 'X-Page': '{renewal} {renewals}' };
      limit.headers = { 'X-Loans': '{limit}' };
    },
    'card-expired.ts: a 405 response must carry Allow (RFC 9110), and headers does not have it. Add Allow to headers.',
    'membership-lapsed.ts: member of the X-Days header "days" does not exist. Add it to the interface, or name another.',
    'membership-lapsed.ts: member of the X-Page header "renewals" does not exist. Did you mean "renewal"?',
  ],
  [
    'routes that do not exist',
    (parts) => {
      request({ method: 'GET', path: '/loans' })(parts);
      parts.lapsed.endpoints = ['GET /loan', { route: 'PUT /quite/another', when: 'always' }, 'GET /loans'];
    },
    'membership-lapsed.ts: route "GET /loan" does not exist. Did you mean "GET /loans"?',
    'membership-lapsed.ts: route "PUT /quite/another" does not exist. Add it to routes in index.ts, or name another.',
  ],
  [
    'nothing of routes where the catalog tells none',
    ({ lapsed }) => {
      lapsed.endpoints = ['GET /loan'];
    },
  ],
  [
    'a request that no route takes',
    request({ method: 'DELETE', path: '/loans' }),
    `${sent} goes to DELETE /loans, which is no known route. Known are, for example, GET /loans, POST /loans, PUT /loans/{id}.`,
  ],
  [
    'parts of a request that its route does not take',
    request({
      method: 'GET',
      path: '/loans',
      headers: { Accept: 'a', 'content-type': 'b', 'X-Other': 'c' },
      query: { pages: '1', shelf: '2' },
      body: { item: 1 },
    }),
    `${sent} sends the header X-Other, which GET /loans does not take. Remove it.`,
    `${sent} sends the query parameter pages, which GET /loans does not take. Did you mean page?`,
    `${sent} sends the query parameter shelf, which GET /loans does not take. Remove it.`,
    `${sent} sends the body member item, which GET /loans does not take. Remove it.`,
  ],
  [
    'parts that a route requires',
    request({ method: 'POST', path: '/loans', body: [] }),
    `${sent} lacks the header X-Desk, which POST /loans requires. Add it.`,
    `${sent} lacks the body member item, which POST /loans requires. Add it.`,
  ],
  [
    'nothing of a request as its route takes it',
    request({ method: 'POST', path: '/loans', headers: { 'x-desk': '1' }, body: { item: 1 } }),
  ],
  ['nothing of a body that may hold anything', request({ method: 'PUT', path: '/loans/17', body: { any: 1 } })],
  [
    'a request without a body',
    request({ method: 'POST', path: '/loans', headers: { 'X-Desk': '1' }, body: null }),
    `${sent} lacks the body member item, which POST /loans requires. Add it.`,
  ],
  [
    'requests of steps that prevent it',
    (parts) => {
      request({ method: 'GET', path: '/loans' })(parts);
      parts.lapsed.prevent = [{ step: 'Look.', request: { method: 'GET', path: '/shelves' } }];
    },
    'membership-lapsed.ts: prevent[0].request goes to GET /shelves, which is no known route. Known are, for example, GET /loans, POST /loans, PUT /loans/{id}.',
  ],
  [
    'common members that facts name and nobody has',
    ({ facts, common }) => {
      common.push({ name: 'trace', required: false, schema: { type: 'string' } });
      facts.fill = { trace: 'now', timestamp: 'now' };
      facts.example = { shelf: 'B 12' };
      facts.documented = { page: 1 };
    },
    'index.ts: fill names timestamp, which is not a member of CommonMembers. Add the member to CommonMembers, or remove it from fill.',
    'index.ts: example names shelf, which is not a member of CommonMembers. Add the member to CommonMembers, or remove it from example.',
    'index.ts: documented names page, which is not a member of CommonMembers. Add the member to CommonMembers, or remove it from documented.',
  ],
  [
    'questions about types and causes that do not exist',
    ({ facts }) => {
      facts.categories.loans.questions = [
        { question: 'Which?', types: ['loan-limit-reached', 'loan-limit', 'card-expired#card-older-five-years'] },
      ];
      facts.statuses = { '403': { questions: [{ question: 'Why?', types: ['card-expired#lost'] }] }, '404': {} };
    },
    'index.ts: categories.loans asks for the type "loan-limit", which does not exist. Correct the name, or remove it.',
    'index.ts: statuses.403 asks for the type "card-expired#lost", which does not exist. Correct the name, or remove it.',
  ],
  [
    'guides and examples of the manual that do not exist',
    ({ facts }) => {
      facts.manual = {
        guides: ['expres', 'quite another guide'],
        examples: { main: 'loan-limit-reached', cause: 'card-expired#lost', other: 'membership-laps' },
      };
    },
    'index.ts: manual.guides names "expres", which does not exist. Did you mean "express"?',
    'index.ts: manual.guides names "quite another guide", which does not exist. Correct the name, or remove it.',
    'index.ts: manual.examples.cause names "card-expired#lost", which does not exist. Did you mean "card-expired"?',
    'index.ts: manual.examples.other names "membership-laps", which does not exist. Did you mean "membership-lapsed"?',
  ],
  [
    'nothing of all guides of the manual',
    ({ facts }) => {
      facts.manual = { guides: 'all' };
    },
  ],
])('%s', (_, edit, ...findings) => {
  expect(findingsOf(edit)).toEqual(findings);
});

test('a header field that is missing leaves the entry unfinished', () => {
  const catalog = edited(({ card }) => {
    card.status = 405;
  });
  expect(crossFindings(catalog, 'index.ts').map(({ level }) => level)).toEqual(['unfinished']);
});

test('patterns of members must take linear time, however deep they are', () => {
  const found = findingsOf(({ common, problems }) => {
    common.push({ name: 'trace', required: false, schema: { type: 'string', pattern: '^(a+)+$' } });
    const [, , { members }] = problems;
    members.push(
      { name: 'codes', required: false, schema: { type: 'array', items: { type: 'string', pattern: '(b|b)*c' } } },
      { name: 'shelves', required: false, schema: { patternProperties: { '^(c*)*$': {} }, enum: [['pattern', null]] } },
      { name: 'letters', required: false, schema: { type: 'string', pattern: '^(\\p{L}+)+$' } },
      { name: 'plain', required: false, schema: { type: 'string', pattern: '^[a-z]+$' } },
      { name: 'pattern', required: false, schema: { properties: { pattern: { type: 'string' } } } },
    );
  });
  const slow = (place: string, pattern: string) =>
    `${place} must take linear time (/${pattern}/ takes exponential time on …). ${linearFix}`;
  expect(found.map((text) => text.replace(/ on '.*'\)/, ' on …)'))).toEqual([
    slow('index.ts: the pattern of member trace', '^(a+)+$'),
    slow('membership-lapsed.ts: the pattern of member codes', '(b|b)*c'),
    slow('membership-lapsed.ts: the pattern of member shelves', '^(c*)*$'),
    slow('membership-lapsed.ts: the pattern of member letters', '^(\\p{L}+)+$'),
  ]);
});
