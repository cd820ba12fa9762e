import type { Problem } from '../../../src/catalog/entry.ts';

export interface LabelUsed {
  /** Number of the other parcel. */
  parcelId: string;
}

export default {
  title: 'Label Used',
  status: 409,
  category: 'parcels',
  summary: 'Another parcel has the same label.',
  now: 'Print a new label for this parcel.',
  explanation: `A label belongs to one parcel until 90 days after its delivery.`,
  fixedBy: 'client-developer',
  retry: { when: 'after-change', because: 'The label stays taken.' },
  causes: {
    'printed-twice': {
      cause: 'The label was printed twice.',
      tell: '`parcelId` names a parcel of the same day.',
      fix: [{ step: 'Print a new label.' }],
    },
    'handed-in-twice': {
      cause: 'The parcel was handed in twice.',
      tell: '`parcelId` names this parcel.',
      fix: [{ step: 'Track the parcel that `parcelId` names.' }],
    },
  },
  answers: [{ detail: 'The label belongs to the parcel PX-00311.', causes: ['printed-twice', 'handed-in-twice'] }],
  example: {
    detail: 'The label belongs to the parcel PX-00311.',
    parcelId: 'PX-00311',
  },
  endpoints: ['POST /parcels'],
} satisfies Problem<LabelUsed>;
