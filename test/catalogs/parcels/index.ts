import type { CatalogFacts } from '../../../src/catalog/entry.ts';

/** Members that any response can have. */
export interface CommonMembers {
  /** Number of the request, for support. Absent when the gateway answers. */
  requestId?: string;
}

export default {
  name: 'Parcel tracking',
  description: 'Parcel tracking says where parcels are, and when they arrive.',
  // Where the pages are.
  baseUri: 'https://developer.parcels.example/errors',
  // How type URIs are made. They are permanent.
  typeUri: 'https://developer.parcels.example/errors#{camelCase}',
  package: 'parcels-problems',
  categories: {
    parcels: { title: 'Parcels', summary: 'A parcel cannot be handed in or found.' },
    depots: { title: 'Depots', summary: 'A depot cannot take or deliver a parcel.' },
    limits: { title: 'Limits', summary: 'The client must wait.' },
  },
  logo: { light: 'logo.svg', replacesName: true },
  favicon: 'favicon.png',
  accent: '#6d28d9',
  links: {
    header: { API: 'https://developer.parcels.example/api', Status: 'https://status.parcels.example' },
    footer: { Terms: 'https://developer.parcels.example/terms' },
  },
} satisfies CatalogFacts;
