import type { Problem } from '../../../src/catalog/entry.ts';

export interface DepotFull {
  /** Name of the depot. */
  depot: string;
  /**
   * Distance to the next depot with space, in kilometers. Absent when there is none.
   * @minimum 0
   */
  km?: number;
}

export default {
  type: 'urn:parcels:depot-full',
  title: 'Depot Full',
  status: 409,
  category: 'depots',
  summary: 'The depot takes no more parcels today.',
  now: 'Hand the parcel in at another depot.',
  explanation: `Each depot has space for a number of parcels, which is free again at midnight.`,
  fixedBy: 'end-user',
  retry: { when: 'after-delay', because: 'Space is free again at midnight.' },
  causes: {
    'no-space': {
      cause: 'No space is left at the depot.',
      fix: [{ step: 'Hand the parcel in at the next depot, or tomorrow.' }],
    },
  },
  answers: [{ detail: 'The depot {depot} is full.', causes: ['no-space'] }],
  example: {
    detail: 'The depot Harbor is full.',
    depot: 'Harbor',
    km: 12,
  },
  endpoints: ['POST /parcels'],
} satisfies Problem<DepotFull>;
