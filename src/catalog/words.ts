import { STATUS_CODES } from 'node:http';
import type { Fixer, Retry } from './entry.ts';

/** The words for what an entry says by a key. Pages, Markdown and `explain` use the same ones. */

/** Answer to "Can I send the request again?", as a phrase. */
export const retryWords: Readonly<Record<Retry, string>> = {
  never: 'No',
  now: 'Yes, at once',
  'after-delay': 'Yes, after a wait',
  'after-change': 'After a change to the request',
  'after-login': 'After a new login',
  'after-fix': 'After the cause is fixed',
};

export const fixerWords: Readonly<Record<Fixer, string>> = {
  'client-developer': 'Client developer',
  'end-user': 'End user',
  operator: 'Operator',
  'server-developer': 'Server developer',
};

/** "Client developer, operator". */
export function fixersText(fixers: readonly Fixer[]): string {
  return fixers.map((fixer, index) => (index === 0 ? fixerWords[fixer] : fixerWords[fixer].toLowerCase())).join(', ');
}

/** Reason phrase of RFC 9110; Node still has the older names of two. */
export function reasonPhrase(status: number): string {
  if (status === 413) return 'Content Too Large';
  if (status === 422) return 'Unprocessable Content';
  return STATUS_CODES[status] ?? 'Error';
}
