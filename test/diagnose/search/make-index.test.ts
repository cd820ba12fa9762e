import { expect, test } from 'vitest';
import { siteOf } from '#catalog/site.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { edited } from '../../catalog/checks/edited.ts';

/** What the search knows of a catalog: one with something in each place that it reads. */

const index = finderIndex(
  siteOf(
    edited(({ facts, lapsed }) => {
      facts.headers = { 'X-Desk': 'The desk.' };
      facts.routes = {
        'GET /loans': { summary: 'list loans', headers: { 'X-Page': 'optional' } },
        'GET /fees': { summary: 'list fees' },
      };
      facts.categories.other = { title: 'Other', summary: 'Others.' };
      Object.assign(lapsed, {
        aliases: ['NO_MEMBER', 'NO_MEMBER'],
        asked: ['how long'],
        endpoints: ['GET /loans'],
        settings: ['YEARS'],
        operators: 'See `LOG_LEVEL`.',
        userMessage: 'Visit the `desk` soon.',
        explanation: 'Ask `a` or `no code`, `+one`, `two+`, `9lives`, `x9`, `lives9`.',
        headers: { Link: '<https://lending.example>', 'X-Renewal': '{renewal}' },
        observed: {
          sent: 'in-special-cases',
          note: 'See `NOTE_1`.',
          missingHeaders: ['X-Lost', 'Link'],
          headers: { 'X-Sent': 'x' },
        },
        clients: {
          'get,  put':
            'Raises `LoanError` and `Loan`, `loanError`, `FeeException`, `ALoan`, `ErrorOf`, `ExceptionOf`, or says "Fees of <name> are open" or "short".',
          post: 'Raises `LoanError`, or says "Fees of <name> are open".',
        },
        causes: {
          late: {
            cause: 'The year `is` over.',
            short: 'Over',
            tell: 'Look at *renewal*.',
            asked: ['too late'],
            fix: [
              { step: 'Renew `it`.', note: 'At `DESK_9`.', settings: ['DAYS'] },
              { step: 'Ask.', request: { method: 'GET', path: '/loans', headers: { 'X-Asked': '1' } } },
            ],
          },
          lost: { cause: 'It was lost.', sent: 'rare', fix: [{ step: 'Look for it.' }] },
        },
      });
    }),
  ),
);

test('the facts of all types', () => {
  const { types, pages, retries, fixers, statuses, ...rest } = index;
  expect(rest).toEqual({
    baseUri: 'https://errors.lending.example/types',
    root: '/',
    path: '/types',
    categories: { loans: 'Loans', membership: 'Membership' },
    headers: ['Content-Type', 'Link', 'X-Asked', 'X-Desk', 'X-Lost', 'X-Page', 'X-Renewal', 'X-Sent'],
    routes: [['GET /loans', 'get-loans', [2]]],
    replies: [],
  });
  expect(Object.keys(statuses).slice(0, 2)).toEqual(['400', '401']);
});

test('a type with something in each place', () => {
  expect(index.types[2]).toEqual({
    name: 'membership-lapsed',
    title: 'Membership Lapsed',
    titles: ['Mitgliedschaft abgelaufen', 'Associação vencida'],
    status: [403],
    category: 'membership',
    retry: 'after-fix',
    by: ['end-user'],
    state: 'rare',
    summary: 'The membership of the reader has ended.',
    aka: ['NO_MEMBER'],
    asked: ['how long'],
    details: ['The membership ended on 1 May.'],
    said: ['Fees of * are open'],
    // What begins in upper case, and is written in two words or ends like an exception.
    classes: ['LoanError', 'FeeException', 'ErrorOf', 'ExceptionOf'],
    // Code of one letter, with blanks or other signs, or with digits alone beside small letters, is none.
    codes: [
      ...['renewal', 'DAYS', 'X-Asked', 'YEARS', 'get', 'put', 'post'],
      ...['desk', 'is', 'LOG_LEVEL', 'NOTE_1', 'it', 'DESK_9'],
    ],
    headers: { Link: '<https://lending.example>', 'X-Lost': '', 'X-Renewal': '', 'X-Sent': '' },
    causes: [
      { name: 'late', text: 'Over', more: 'The year is over. Look at renewal. Renew it.', asked: ['too late'] },
      { name: 'lost', text: 'It was lost.', more: 'Look for it.', sent: 'rare' },
    ],
    words: 'ask code two 9lives lives9 renew visit desk soon year over look renewal lost',
  });
});
