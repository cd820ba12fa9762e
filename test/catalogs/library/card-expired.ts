import type { Problem, Step } from '../../../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface CardExpired {}

const fix = [{ step: 'Ask for a new card at the desk.' }] satisfies Step[];

export default {
  title: 'Card Expired',
  status: 403,
  category: 'membership',
  since: '1.0.0',
  summary: 'The card is past its date.',
  now: 'Renew the membership.',
  explanation: 'Cards carried a date until version 3.0.0; memberships do now.',
  fixedBy: 'end-user',
  causes: { 'card-older-five-years': { cause: 'The card is older than five years.', fix: fix } },
  retry: { when: 'after-fix', because: 'A new card counts at once.' },
  example: { detail: 'The card expired in March.' },
  related: { 'membership-lapsed': 'took the place of this type' },
  retired: { in: '3.0.0', because: 'Cards have no date any more.', use: 'membership-lapsed' },
} satisfies Problem<CardExpired>;
