import { reasonPhrase as phraseOfBody } from '#runtime/problem/status.ts';
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

/** Statuses without a body, and those that servers send although the registry does not name them. */
const others: Readonly<Record<number, string>> = {
  204: 'No Content',
  205: 'Reset Content',
  304: 'Not Modified',
  418: "I'm a Teapot",
  509: 'Bandwidth Limit Exceeded',
};

/** Reason phrase of a status code, from the registry of IANA where it has one. */
export function reasonPhrase(status: number): string {
  return others[status] ?? phraseOfBody(status);
}
