// cspell:ignore Expirée
import { expect, test } from 'vitest';
import { type Edit, findingsOf } from './edited.ts';

/** What is said of names, titles, aliases and addresses that two types share, and of successors that lead nowhere. */

const titleFix = 'Say what is different: people find a type by its title.';
const uriOf = (at: number, typeUri: string, path = '/types/other'): Edit => {
  return ({ problems }) => Object.assign(problems[at], { typeUri, path });
};
const own = 'https://errors.lending.example';

test.each<[what: string, edit: Edit, ...findings: string[]]>([
  [
    'one constructor, of three types',
    ({ problems }) => {
      for (const problem of problems) problem.exportName = 'cardExpired';
    },
    'loan-limit-reached.ts: its constructor cardExpired is also that of card-expired. Rename one of the files, with words of its own.',
    'membership-lapsed.ts: its constructor cardExpired is also that of card-expired. Rename one of the files, with words of its own.',
  ],
  [
    'one type URI',
    uriOf(2, `${own}/types/card-expired`),
    `membership-lapsed.ts: its type URI ${own}/types/card-expired is also that of card-expired. Give it a type URI of its own.`,
  ],
  [
    'one page, under addresses that differ in case',
    uriOf(2, 'urn:lapsed', '/types/CARD-expired'),
    'membership-lapsed.ts: its type URI urn:lapsed is also that of card-expired. Give it a type URI of its own.',
  ],
  [
    'about:blank without a status',
    ({ problems, lapsed }) => {
      problems[2].typeUri = 'about:blank';
      delete lapsed.status;
    },
    'membership-lapsed.ts: its type is about:blank, and it has no status. Add the status: it is all that such a problem says.',
  ],
  [
    'about:blank twice with one of its statuses',
    ({ problems, card, lapsed }) => {
      for (const at of [0, 2]) problems[at].typeUri = 'about:blank';
      card.status = 404;
      lapsed.status = [409, 404];
    },
    'membership-lapsed.ts: its type URI about:blank is also that of card-expired. Give it a type URI of its own.',
  ],
  [
    'nothing of about:blank with other statuses',
    ({ problems, card, lapsed }) => {
      for (const at of [0, 2]) problems[at].typeUri = 'about:blank';
      card.status = 404;
      lapsed.status = 409;
    },
  ],
  ...[`${own}/guides/loans`, `${own}/inspect.html`, `${own}/changes/`].map((uri): [string, Edit, string] => [
    `the address of another page, ${uri}`,
    uriOf(2, uri),
    `membership-lapsed.ts: its type URI ${uri} is the address of another page of the site. Rename it, or move the pages with baseUri.`,
  ]),
  ...[`${own}/inspect?a`, `${own}/inspect#a`, `${own}/types`, `${own}/lapsed`, 'https://other.example/inspect'].map(
    (uri): [string, Edit] => [`nothing of ${uri}`, uriOf(2, uri)],
  ),
  [
    'one title but for signs and case',
    ({ limit, lapsed }) => {
      limit.title = 'Card-Expired';
      lapsed.title = 'card expired!';
    },
    `loan-limit-reached.ts: title is also that of card-expired (was "Card-Expired"). ${titleFix}`,
    `membership-lapsed.ts: title is also that of card-expired (was "card expired!"). ${titleFix}`,
  ],
  [
    'one title in another language',
    ({ card, limit, lapsed }) => {
      card.titles = { fr: 'Expirée', de: 'Mitgliedschaft' };
      limit.titles = { de: 'Expirée' };
      lapsed.titles = { fr: 'expirée', it: 'Mitgliedschaft' };
    },
    `membership-lapsed.ts: titles.fr is also that of card-expired (was "expirée"). ${titleFix}`,
  ],
  [
    'aliases that are names or aliases of others',
    ({ card, limit, lapsed }) => {
      card.aliases = ['LIMIT', 'card expired'];
      limit.aliases = ['limit', 'MEMBERSHIP_LAPSED', 'own'];
      lapsed.aliases = ['Own', 'once'];
    },
    'loan-limit-reached.ts: alias "limit" is also a name of card-expired. Keep it where it belongs, and remove it here.',
    'loan-limit-reached.ts: alias "MEMBERSHIP_LAPSED" is also a name of membership-lapsed. Keep it where it belongs, and remove it here.',
    'membership-lapsed.ts: alias "Own" is also a name of loan-limit-reached. Keep it where it belongs, and remove it here.',
  ],
  [
    'successors that lead back',
    ({ card, limit, lapsed }) => {
      card.retired.use = 'loan-limit-reached';
      limit.retired = { in: '4.0.0', because: 'So.', use: 'card-expired' };
      lapsed.retired = { in: '4.0.0', because: 'So.', use: 'card-expired' };
    },
    'card-expired.ts: retired.use leads back to the type itself (card-expired, loan-limit-reached, card-expired). Name a type that is in use, or leave "use" out.',
    'loan-limit-reached.ts: retired.use leads back to the type itself (loan-limit-reached, card-expired, loan-limit-reached). Name a type that is in use, or leave "use" out.',
  ],
  [
    'header fields that are made of objects',
    ({ problems, lapsed }) => {
      problems[2].members.push({ name: 'fee', required: true, schema: { type: 'object' } });
      problems[2].members.push({ name: 'none', required: true, schema: { type: 'null' } });
      problems[2].members.push({ name: 'list', required: true, schema: { type: 'array' } });
      lapsed.example = { ...lapsed.example, fee: { cents: 1 }, none: null, list: ['a'] };
      lapsed.headers = { 'X-Fee': '{fee}, {none}, {list}, {renewal}' };
    },
    "membership-lapsed.ts: the X-Fee header is made of fee, which must be text or a number. Name a member of fee as a member of its own, or write the field's text out.",
  ],
])('%s', (_, edit, ...findings) => {
  expect(findingsOf(edit)).toEqual(findings);
});
