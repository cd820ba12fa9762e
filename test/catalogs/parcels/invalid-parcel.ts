import type { Problem } from '../../../src/catalog/entry.ts';

export interface InvalidParcel {
  /** One item for each member that breaks a rule. */
  errors: { pointer: string; rule: string }[];
}

export default {
  title: 'Invalid Parcel',
  status: 400,
  category: 'parcels',
  summary: 'The description of the parcel breaks a rule.',
  now: 'Correct the members that `errors` names, and send the parcel again.',
  explanation: `Every member is compared with its rule. All rules that are broken are reported at once.`,
  fixedBy: 'client-developer',
  retry: { when: 'after-change', because: 'The same description breaks the same rule.' },
  causes: {
    'rule-broken': {
      cause: 'A member of the description breaks its rule.',
      tell: 'Each item of `errors` names a member and its rule.',
      fix: [{ step: 'Correct each member that `errors` names.' }],
    },
  },
  answers: [{ detail: 'The weight is above 31.5 kg.', causes: ['rule-broken'] }],
  example: {
    detail: 'The weight is above 31.5 kg.',
    errors: [{ pointer: '/weight', rule: 'Must be 31.5 or less.' }],
  },
  endpoints: ['POST /parcels'],
} satisfies Problem<InvalidParcel>;
