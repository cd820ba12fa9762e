import type { Problem } from '../../../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface SecondAttemptFixed {}

export default {
  type: 'https://developer.parcels.example/errors/2nd-attempt-fixed/',
  title: 'Second Attempt Fixed',
  status: 422,
  category: 'depots',
  summary: 'The time of a second attempt is final.',
  now: 'Be at home on the day that `detail` names.',
  explanation: `A courier tries to deliver a parcel twice. The second time is planned when the first one fails.`,
  fixedBy: 'end-user',
  retry: { when: 'never', because: 'The time of a second attempt is final.' },
  causes: {
    'first-attempt-failed': {
      cause: 'The first attempt to deliver the parcel failed.',
      fix: [{ step: 'Be at home, or collect the parcel from the depot.' }],
    },
  },
  answers: [{ detail: 'The second attempt is on 12 May, and cannot be moved.', causes: ['first-attempt-failed'] }],
  example: {
    detail: 'The second attempt is on 12 May, and cannot be moved.',
  },
  endpoints: ['PUT /parcels/{parcelId}/delivery'],
} satisfies Problem<SecondAttemptFixed>;
