import type { CatalogFacts } from '../../../src/catalog/entry.ts';

/** An amount in cents of the branch's currency. */
export type Cents = number;

export default {
  name: 'Lending Desk',
  description: 'Lending Desk runs the loans, holds and fees of public libraries.',
  baseUri: 'https://errors.lending.example/types',
  package: '@lending/problems',
  server: { name: 'Lending Desk', version: '3.1.0', url: 'https://api.lending.example' },
  categories: {
    loans: { title: 'Loans', summary: 'An item cannot be lent or renewed.' },
    membership: { title: 'Membership', summary: 'The reader may not borrow.' },
  },
} satisfies CatalogFacts;
