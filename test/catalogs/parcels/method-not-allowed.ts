import type { Problem } from '../../../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface MethodNotAllowed {}

export default {
  type: 'about:blank',
  title: 'Method Not Allowed',
  status: 405,
  category: 'limits',
  summary: 'The path does not take this method.',
  now: 'Use a method that `Allow` names.',
  explanation: `The gateway answers before the service is asked.`,
  fixedBy: 'client-developer',
  retry: { when: 'after-change', because: 'The path takes the same methods.' },
  causes: {
    'wrong-method': {
      cause: 'The path does not take this method.',
      fix: [{ step: 'Use a method that `Allow` names.' }],
    },
  },
  headers: { Allow: 'GET, PUT' },
  example: { detail: 'PATCH is not allowed here.' },
} satisfies Problem<MethodNotAllowed>;
