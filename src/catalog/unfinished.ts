import type { Finding } from './finding.ts';

/** Texts that the first version of an entry leaves open. */

/** What stands for a text that is to be written. */
export const openText = '…';

/** Returns a finding for each text that is to be written. */
export function unwrittenFindings(file: string, value: unknown): Finding[] {
  return placesOf(value, '').map((place) => ({
    file,
    fact: `${place} must be written out (was "${openText}")`,
    fix: `Replace the "${openText}".`,
    level: 'unfinished',
  }));
}

function placesOf(value: unknown, place: string): string[] {
  if (value === openText) return [place];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    placesOf(inner, Array.isArray(value) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`),
  );
}

/** Whether a fault of an entry is the status that its first version leaves open: the entry has no page until it is there. */
export function isOpenStatus({
  path,
  input,
}: {
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
}): boolean {
  return path.length === 1 && path[0] === 'status' && input === 0;
}

/** Returns a sentence on how much is to be written; undefined when nothing is. */
export function unfinishedNote(findings: readonly Finding[]): string | undefined {
  const count = findings.filter(({ level }) => level === 'unfinished').length;
  return count === 0
    ? undefined
    : `${count} ${count === 1 ? 'part' : 'parts'} of this catalog must be written before it can be built. "problem-catalog check" lists ${count === 1 ? 'it' : 'them'}.`;
}

/** Whether pages are shown while texts are to be written: where they are edited, and not where they are published. */
export function showsDrafts(): boolean {
  return process.env[variable] === 'shown';
}

/** Lets this process, with all copies of this module in it, show pages while texts are to be written. */
export function showDrafts(): void {
  process.env[variable] = 'shown';
}

const variable = 'PROBLEM_CATALOG_DRAFTS';
