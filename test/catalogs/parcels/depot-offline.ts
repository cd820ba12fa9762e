import type { Problem } from '../../../src/catalog/entry.ts';

export interface DepotOffline {
  /** Name of the depot. Absent when it is not known. */
  depot?: string;
}

export default {
  title: 'Depot Offline',
  status: 503,
  category: 'depots',
  summary: 'The depot that has the parcel does not answer.',
  now: 'Send the request again after a few minutes.',
  explanation: `Each depot keeps the data of its parcels itself.`,
  fixedBy: 'operator',
  retry: { when: 'after-delay', because: 'The connection is usually back after a few minutes.' },
  causes: {
    'connection-lost': {
      cause: 'The connection to the depot is lost.',
      fix: [{ step: 'Send the request again after a few minutes.' }],
    },
  },
  answers: [{ detail: 'The depot {depot} does not answer.', causes: ['connection-lost'] }],
  example: {
    detail: 'The depot Harbor does not answer.',
    depot: 'Harbor',
  },
  endpoints: ['PUT /parcels/{parcelId}/delivery'],
} satisfies Problem<DepotOffline>;
