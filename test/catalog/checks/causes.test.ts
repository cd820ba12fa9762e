// cspell:ignore nevr
import { expect, test } from 'vitest';
import { type Edit, findingsOf } from './edited.ts';

/** What is said of causes, of the answers that lead to them, and of their fixes. */

const step = { step: 'Wait.' };
/** Two causes, told apart by an answer each. */
const twoCauses: Edit = ({ lapsed }) => {
  lapsed.causes = { late: { cause: 'Late.', fix: [step] }, never: { cause: 'Never.', fix: [step] } };
  lapsed.answers = [
    { detail: 'It ended on {day}.', causes: ['late'], example: { detail: 'It ended on 1 May.' } },
    { detail: 'There is none.', causes: ['never'] },
  ];
};
/** An edit of the entry that has two causes. */
const withTwo =
  (edit: Edit): Edit =>
  (parts) => {
    twoCauses(parts);
    edit(parts);
  };
const fixOf =
  (fix: object): Edit =>
  ({ lapsed }) => {
    lapsed.causes = { late: { cause: 'Late.', fix: [step, { ...step, ...fix }] } };
  };
/** Routes, and no request that takes another one. */
const withRoutes: Edit = ({ facts, limit }) => {
  facts.routes = { 'GET /loans': { summary: 'list loans' }, 'POST /items': { summary: 'add an item' } };
  delete limit.causes['number-loans-equals-limit'].fix[0].request;
};
const place = 'membership-lapsed.ts: causes.late.fix[1]';
const addOrCorrect = 'Add it, or correct the name.';

test.each<[what: string, edit: Edit, ...findings: string[]]>([
  ['nothing of two causes that answers tell apart', twoCauses],
  [
    'the name of a section of the page',
    ({ lapsed }) => {
      lapsed.causes = { members: { cause: 'Late.', fix: [step] } };
    },
    'membership-lapsed.ts: causes.members has the name of a section of the page. Choose another name.',
  ],
  [
    'a successor that is no cause, and one that is the cause itself',
    withTwo(({ lapsed }) => {
      lapsed.causes.late.retired = { in: '4.0.0', because: 'So.', use: 'lost' };
      lapsed.causes.never.retired = { in: '4.0.0', because: 'So.', use: 'never' };
    }),
    'membership-lapsed.ts: causes.late.retired.use names no other cause (was "lost"). Name the cause that took its place.',
    'membership-lapsed.ts: causes.never.retired.use names no other cause (was "never"). Name the cause that took its place.',
  ],
  [
    'nothing of successors that are there, and of causes without one',
    withTwo(({ lapsed }) => {
      lapsed.causes.late.retired = { in: '4.0.0', because: 'So.', use: 'never' };
      lapsed.causes.never.retired = { in: '4.0.0', because: 'So.' };
    }),
  ],
  [
    'a cause that nothing tells',
    withTwo(({ lapsed }) => {
      delete lapsed.answers;
      lapsed.causes.late.tell = 'The day is past.';
    }),
    'membership-lapsed.ts: causes.never cannot be told. Name it in an answer, or say in tell what the reader can see.',
  ],
  [
    'an answer to a cause that is never sent',
    withTwo(({ lapsed }) => {
      lapsed.causes.late.sent = 'no';
      lapsed.causes.never.sent = 'rare';
    }),
    'membership-lapsed.ts: causes.late is never sent, and an answer leads to it. Remove the answer, or sent.',
  ],
  [
    'nothing of one that is never sent and retired',
    withTwo(({ lapsed }) => {
      lapsed.causes.late.sent = 'no';
      lapsed.causes.late.retired = { in: '4.0.0', because: 'So.' };
    }),
  ],
  [
    'nothing of one that is never sent and named beside another',
    withTwo(({ lapsed }) => {
      lapsed.causes.never.sent = 'no';
      lapsed.answers = [{ detail: 'It ended.', causes: ['late', 'never'] }];
    }),
  ],
  [
    'nothing of causes that are never sent, where the type is retired',
    withTwo(({ lapsed }) => {
      lapsed.causes.late.sent = 'no';
      lapsed.retired = { in: '4.0.0', because: 'So.' };
    }),
  ],
  [
    'nothing of causes that are never sent, where the type is not',
    withTwo(({ lapsed }) => {
      lapsed.causes.late.sent = 'no';
      lapsed.observed = { sent: 'no', note: 'Never.' };
    }),
  ],
  [
    'causes that do not exist',
    withTwo(({ lapsed }) => {
      lapsed.answers.push({ title: 'Lapsed', causes: ['nevr', 'quite-another'] });
    }),
    'membership-lapsed.ts: answers[2] names the cause "nevr", which does not exist. Did you mean "never"?',
    'membership-lapsed.ts: answers[2] names the cause "quite-another", which does not exist. Add it to causes.',
  ],
  [
    'members and routes that answers name and nobody has',
    withTwo((parts) => {
      withRoutes(parts);
      parts.lapsed.answers.push(
        { members: { renewal: '*', shelf: '*' }, routes: ['GET /loan', 'PUT /quite/another', 'POST /items'] },
        { title: 'Gone', example: { type: 'a', title: 'b', status: 1, detail: 'c', instance: 'd', days: 2 } },
      );
    }),
    `membership-lapsed.ts: answers[2] names the member shelf, which the interface does not have. ${addOrCorrect}`,
    'membership-lapsed.ts: answers[2] names the route GET /loan, which does not exist. Did you mean "GET /loans"?',
    'membership-lapsed.ts: answers[2] names the route PUT /quite/another, which does not exist. Add it to routes.',
    `membership-lapsed.ts: answers[3] names the member days, which the interface does not have. ${addOrCorrect}`,
  ],
  [
    'nothing of common members, and of routes where the catalog tells none',
    withTwo(({ common, lapsed }) => {
      common.push({ name: 'trace', required: false, schema: { type: 'string' } });
      lapsed.answers.push({ members: { trace: '*' }, routes: ['GET /loans'] });
    }),
  ],
  [
    'an answer without a condition, and two with the same ones',
    withTwo(({ lapsed }) => {
      lapsed.answers.push({ causes: ['late'] }, { detail: 'There is none.', causes: ['never'] });
    }),
    'membership-lapsed.ts: answers[2] has no condition. Say what the response has.',
    'membership-lapsed.ts: answers[3] repeats the conditions of an earlier answer. Join the two.',
  ],
  [
    'items that are nowhere, and an item without items',
    withTwo(({ card, lapsed }) => {
      card.answers = [
        { detail: 'Old.', item: { name: 'a' }, example: { detail: 'Old.' }, causes: ['card-older-five-years'] },
      ];
      lapsed.items = { in: 'loans' };
    }),
    'card-expired.ts: answers[0] has item, and the entry has no items. Say in items where they are.',
    'membership-lapsed.ts: items.in names no member (was "loans"). Name a member of the interface, or "detail".',
  ],
  [
    'nothing of items in the detail or in a member',
    ({ card, lapsed }) => {
      card.items = { in: 'detail' };
      lapsed.items = { in: 'renewal' };
    },
  ],
  [
    'an answer whose example fits another one better',
    withTwo(({ lapsed }) => {
      lapsed.answers[0].example.detail = 'There is none.';
      lapsed.answers[0].detail = '*';
    }),
    'membership-lapsed.ts: answers[0] leads to the cause "never" first, not to "late". Another answer fits its response better. Make the texts differ, or order the causes alike.',
  ],
  [
    'an answer whose example does not fit it',
    withTwo(({ lapsed }) => {
      lapsed.answers[1].example = { detail: 'It is well.' };
    }),
    'membership-lapsed.ts: answers[1] leads to the cause "late" first, not to "never". Another answer fits its response better. Make the texts differ, or order the causes alike.',
  ],
  [
    'nothing of an answer to a request that it tells',
    withTwo((parts) => {
      withRoutes(parts);
      parts.lapsed.answers = [
        {
          detail: 'No.',
          request: { Authorization: 'Bearer *', Cookie: true, DPoP: false },
          routes: ['GET /loans'],
          causes: ['late'],
        },
        { detail: 'Never.', causes: ['never'] },
      ];
    }),
  ],
  [
    'nothing of answers that only the request or the route tells apart',
    withTwo((parts) => {
      withRoutes(parts);
      parts.lapsed.answers = [
        { detail: 'No.', request: { Cookie: true }, causes: ['late'] },
        { detail: 'No.', request: { Authorization: 'Bearer *' }, causes: ['never'] },
        { detail: 'Off.', routes: ['GET /loans'], causes: ['late'] },
        { detail: 'Off.', routes: ['POST /items'], causes: ['never'] },
      ];
    }),
  ],
  [
    'nothing of an answer without a text, which cannot be played',
    withTwo(({ lapsed }) => {
      lapsed.answers = [
        { detail: 'The membership ended on {day}.', causes: ['late'] },
        { title: 'Membership Lapsed', causes: ['never'] },
      ];
    }),
  ],
  [
    'an answer that leads nowhere',
    withTwo(({ lapsed }) => {
      lapsed.observed = { sent: 'no', note: 'Never.' };
      for (const cause of Object.values<{ sent?: string }>(lapsed.causes)) cause.sent = 'no';
      lapsed.answers[0].example.detail = 'It is well.';
    }),
    'membership-lapsed.ts: answers[0] leads to the cause none first, not to "late". Another answer fits its response better. Make the texts differ, or order the causes alike.',
  ],
  [
    'nothing of answers without causes',
    withTwo(({ lapsed }) => {
      lapsed.causes.late = { cause: 'Late.', tell: 'The day is past.', sent: 'no', fix: [step] };
      lapsed.answers = [{ title: 'Gone' }, { detail: 'There is none.', causes: ['never'] }];
    }),
  ],
  [
    'nothing of an item that the example does not show',
    withTwo(({ lapsed }) => {
      lapsed.items = { in: 'renewal' };
      lapsed.answers.push({ detail: 'Other.', item: { name: 'x' }, causes: ['late'] });
      lapsed.answers.push({ detail: 'Odd.', item: { name: 'y' }, example: { detail: 'Odd.' }, causes: ['late'] });
    }),
  ],
  [
    'an item that the example shows and that does not fit',
    withTwo(({ lapsed }) => {
      lapsed.items = { in: 'renewal' };
      lapsed.answers.push({
        detail: 'Other.',
        item: { name: 'x' },
        example: { renewal: [{ name: 'y' }] },
        causes: ['never'],
      });
    }),
    'membership-lapsed.ts: answers[2] leads to the cause "late" first, not to "never". Another answer fits its response better. Make the texts differ, or order the causes alike.',
  ],
  [
    'only without when',
    fixOf({ only: { title: 'A' } }),
    `${place} has only, and no when for those who read the page. Say in when which responses it is for.`,
  ],
  [
    'nothing of routes of steps, where the entry tells no endpoints',
    (parts) => {
      withRoutes(parts);
      fixOf({ when: 'if so', only: { routes: ['GET /loans'] } })(parts);
    },
  ],
  ['nothing of except without when', fixOf({ except: { title: 'A' } })],
  [
    'conditions of steps that are empty, in a list too',
    fixOf({ when: 'if so', only: {}, except: [{ title: 'A' }, {}] }),
    `${place}.only has no condition. Say what the response has.`,
    `${place}.except has no condition. Say what the response has.`,
  ],
  [
    'members that conditions of steps name and nobody has',
    fixOf({ when: 'if so', only: { members: { renewal: '*', shelf: '*' } } }),
    `${place}.only names the member shelf, which the interface does not have. ${addOrCorrect}`,
  ],
  [
    'routes of steps that do not send the type',
    (parts) => {
      withRoutes(parts);
      parts.lapsed.endpoints = ['GET /loans', { route: 'POST /items', when: 'always' }];
      fixOf({
        when: 'if so',
        only: [{ routes: ['PUT /fees'] }, { routes: ['GET /loans', 'PUT /fees'] }, { routes: ['POST /items'] }],
      })(parts);
    },
    `${place}.only names the route PUT /fees, which does not exist. Add it to routes.`,
    `${place}.only names no route of the endpoints. Name a route that sends this type, or remove it.`,
    `${place}.only names the route PUT /fees, which does not exist. Add it to routes.`,
  ],
  [
    'a value that no example has, once for a fix',
    fixOf({ step: 'Go to {place} at {place}, on {renewal}.', only: { detail: '{day}' }, when: 'now' }),
    'membership-lapsed.ts: causes.late.fix holds {place}, for which no example has a value. Capture it in an answer, or add it to values in index.ts.',
  ],
])('%s', (_, edit, ...findings) => {
  expect(findingsOf(edit)).toEqual(findings);
});
