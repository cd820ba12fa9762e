import { reasonPhrase as phraseOfBody } from '#runtime/problem/status.ts';
import type { Fixer, Retry } from './entry.ts';
import { and, anyStatus, fixer, inSentence, label, markdown, or, problem, retry } from './translations/en.ts';
import type { Translation } from './translations/index.ts';

/** The words for what an entry says by a key. Pages, Markdown and `explain` use the same ones. */

/** The texts that the command needs too. */
export type EntryWords = Pick<
  Translation,
  'and' | 'anyStatus' | 'fixer' | 'inSentence' | 'label' | 'markdown' | 'or' | 'problem' | 'retry'
>;

/** In English, as the command says them. */
export const english: EntryWords = { and, anyStatus, fixer, inSentence, label, markdown, or, problem, retry };
export const retryWords: Readonly<Record<Retry, string>> = retry;
export const fixerWords: Readonly<Record<Fixer, string>> = fixer;

/** "Client developer, operator". */
export function fixersText(fixers: readonly Fixer[], t: Pick<Translation, 'fixer' | 'inSentence'> = english): string {
  return fixers.map((fixer, index) => (index === 0 ? t.fixer[fixer] : t.inSentence(t.fixer[fixer]))).join(', ');
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
