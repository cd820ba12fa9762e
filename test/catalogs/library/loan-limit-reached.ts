import type { Problem, Step } from '../../../src/catalog/entry.ts';
import type { Cents } from './index.ts';

/** One item on loan. */
export interface Loan {
  /** Title of the item. */
  title: string;
  /**
   * Day on which it is due.
   * @format date
   */
  due: string;
}

export interface LoanLimitReached {
  /**
   * How many items the reader may borrow at once.
   * @minimum 1
   * @TJS-type integer
   */
  limit: number;
  /** The items on loan, the earliest due first. */
  loans: Loan[];
  /** Fees to pay before the limit rises. Absent when there are none. */
  fees?: Cents | null;
  /** Which limit was met. */
  kind: 'branch' | 'card';
}

const fix = [
  {
    step: 'Return one of the items.',
    request: {
      method: 'POST',
      path: '/loans/17/return',
      headers: { 'Content-Type': 'application/json' },
      body: { note: "it's back", ok: true, n: null },
    },
    expect: 204,
  },
] satisfies Step[];

export default {
  title: 'Loan Limit Reached',
  status: [409, 403],
  category: 'loans',
  summary: 'The reader has borrowed as many items as the card allows.',
  now: 'Return an item, then borrow again.',
  explanation: 'Each card allows a number of loans at once. Renewals do not count.',
  fixedBy: 'end-user',
  causes: {
    'number-loans-equals-limit': {
      cause: 'The number of loans equals `limit`.',
      tell: 'The length of `loans` equals `limit`.',
      fix: fix,
    },
  },
  retry: { when: 'after-change', because: 'A returned item makes room for another.' },
  headers: { Link: '<https://api.lending.example/limits>; rel="help"' },
  example: {
    detail: 'You have 2 of 2 items.',
    limit: 2,
    loans: [
      { title: 'Momo', due: '2026-12-01' },
      { title: "It's <b>Emil</b>", due: '2026-12-09' },
    ],
    fees: null,
    kind: 'card',
  },
  related: { 'membership-lapsed': 'no loan at all is allowed' },
} satisfies Problem<LoanLimitReached>;
