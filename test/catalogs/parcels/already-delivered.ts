import type { Problem } from '../../../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface AlreadyDelivered {}

export default {
  title: 'Already Delivered',
  status: 200,
  category: 'parcels',
  summary: 'The parcel is delivered, so there was nothing to do.',
  now: 'Stop asking for this parcel.',
  explanation: `The request succeeds. The problem says that it changed nothing.`,
  fixedBy: 'client-developer',
  retry: { when: 'never', because: 'The parcel stays delivered.' },
  causes: {
    delivered: { cause: 'The parcel is delivered.', fix: [{ step: 'Stop asking for this parcel.' }] },
  },
  example: { detail: 'The parcel PX-00012 was delivered on 3 May.' },
} satisfies Problem<AlreadyDelivered>;
