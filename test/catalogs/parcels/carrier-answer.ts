import type { Problem } from '../../../src/catalog/entry.ts';

export interface CarrierAnswer {
  /** Name of the other carrier. */
  carrier: string;
}

export default {
  type: 'tag:parcels.example,2026:carrier-answer',
  title: 'Answer of Another Carrier',
  category: 'depots',
  since: '2026-10',
  summary: 'Another carrier has the parcel, and did not take the request.',
  now: 'Read `detail`: it has the words of the other carrier.',
  explanation: `The status is that of the other carrier, whatever it is.`,
  fixedBy: 'client-developer',
  retry: { when: 'after-change', because: 'The other carrier gives the same answer.' },
  causes: {
    'other-carrier': {
      cause: 'Another carrier has the parcel.',
      tell: '`carrier` names it.',
      fix: [{ step: 'Ask the carrier that `carrier` names.' }],
    },
  },
  example: { detail: 'No such consignment.', carrier: 'Northern Post', requestId: '7f3a' },
} satisfies Problem<CarrierAnswer>;
