import type { Problem } from '../../../src/catalog/entry.ts';

export interface ParcelNotFound {
  /** Number that was asked for. Absent when the path has none. */
  parcelId: string;
}

export default {
  title: 'Parcel Not Found',
  status: 404,
  category: 'parcels',
  summary: 'No parcel has this number.',
  now: 'Compare the number with the one on the label.',
  explanation: `A number names a parcel from the time when it is handed in.`,
  fixedBy: 'client-developer',
  retry: { when: 'after-change', because: 'The number stays unknown.' },
  causes: {
    'typing-error': {
      cause: 'The number has a typing error.',
      tell: 'A parcel with a similar number exists.',
      fix: [{ step: 'Read the number on the label again.' }],
    },
    'not-handed-in': {
      cause: 'The parcel is not handed in yet.',
      tell: 'The label was printed today.',
      fix: [{ step: 'Hand the parcel in first.' }],
    },
  },
  answers: [{ detail: 'No parcel has the number PX-00417.', causes: ['typing-error', 'not-handed-in'] }],
  example: {
    detail: 'No parcel has the number PX-00417.',
    instance: '/parcels/PX-00417',
    parcelId: 'PX-00417',
  },
  endpoints: ['GET /parcels/{parcelId}'],
} satisfies Problem<ParcelNotFound>;
