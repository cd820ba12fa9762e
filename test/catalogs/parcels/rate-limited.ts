import type { Problem } from '../../../src/catalog/entry.ts';

export interface RateLimited {
  /**
   * Seconds until the next request can succeed.
   * @minimum 1
   */
  retryAfter: number;
}

export default {
  type: 'https://limits.example/problems/rate-limited/',
  title: 'Rate Limited',
  status: 429,
  category: 'limits',
  summary: 'The client sent more requests than its plan allows.',
  now: 'Wait as long as `retryAfter` says, then send the request once.',
  explanation: `Requests are counted by the minute and by the plan.`,
  fixedBy: 'client-developer',
  retry: { when: 'after-delay', because: 'A new minute begins.' },
  causes: {
    'too-many-requests': {
      cause: 'The client sent more requests in a minute than its plan allows.',
      fix: [{ step: 'Wait until the seconds in `retryAfter` have passed.' }],
    },
  },
  answers: [{ detail: 'The plan allows 60 requests in a minute.', causes: ['too-many-requests'] }],
  headers: { 'Retry-After': '{retryAfter}' },
  example: {
    detail: 'The plan allows 60 requests in a minute.',
    retryAfter: 17,
  },
  endpoints: ['POST /parcels'],
} satisfies Problem<RateLimited>;
