import type { Problem, Step } from '../../../src/catalog/entry.ts';

export interface MembershipLapsed {
  /**
   * Page where the membership can be renewed.
   * @format uri
   */
  renewal: string;
}

const fix = [{ step: 'Renew the membership at the desk, or on the page in `renewal`.' }] satisfies Step[];

export default {
  title: 'Membership Lapsed',
  titles: { de: 'Mitgliedschaft abgelaufen', 'pt-BR': 'Associação vencida' },
  status: 403,
  category: 'membership',
  since: '3.0.0',
  summary: 'The membership of the reader has ended.',
  now: 'Renew the membership.',
  explanation: 'A membership lasts one year from the day of registration.',
  fixedBy: 'end-user',
  causes: { 'year-passed-since-last': { cause: 'A year has passed since the last renewal.', fix: fix } },
  retry: { when: 'after-fix', because: 'A renewed membership counts at once.' },
  example: { detail: 'The membership ended on 1 May.', renewal: 'https://lending.example/renew' },
} satisfies Problem<MembershipLapsed>;
