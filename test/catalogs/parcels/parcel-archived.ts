import type { Problem } from '../../../src/catalog/entry.ts';

export interface ParcelArchived {
  /**
   * Day of the delivery.
   * @format date
   */
  deliveredAt: string;
}

export default {
  type: 'https://developer.parcels.example/docs/parcel-archived.html',
  title: 'Parcel Archived',
  status: 410,
  category: 'parcels',
  summary: 'The data of the parcel is no longer kept.',
  now: 'Ask the sender for the receipt.',
  explanation: `Data of delivered parcels is kept for 90 days.`,
  fixedBy: 'end-user',
  retry: { when: 'never', because: 'The data is deleted.' },
  causes: {
    'kept-long-enough': {
      cause: 'The parcel was delivered more than 90 days ago.',
      tell: '`deliveredAt` is the day of the delivery.',
      fix: [{ step: 'Ask the sender for the receipt.' }],
    },
  },
  answers: [{ detail: 'The parcel PX-00009 was delivered in 2025.', causes: ['kept-long-enough'] }],
  example: {
    detail: 'The parcel PX-00009 was delivered in 2025.',
    deliveredAt: '2025-11-03',
  },
  endpoints: ['GET /parcels/{parcelId}'],
} satisfies Problem<ParcelArchived>;
