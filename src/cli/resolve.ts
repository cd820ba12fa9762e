import { distance } from 'fastest-levenshtein';
import { blankType } from '#catalog/names.ts';
import { askedForms, writtenForms } from '#diagnose/addresses.ts';
import type { Catalog, CatalogEntry } from './catalog.ts';

/** What people type -> the problem type they mean. */

export type Resolution =
  | { readonly kind: 'found'; readonly entry: CatalogEntry; readonly guessed: boolean }
  | { readonly kind: 'several'; readonly entries: readonly CatalogEntry[] }
  | { readonly kind: 'none'; readonly near: readonly CatalogEntry[] };

/**
 * Finds a problem type by its name (`session-invalid`, `sessionInvalid`, `SESSION_INVALID`), its title, an alias, or its
 * type URI with or without scheme, trailing slash, suffix, query and fragment. A name with one typo is found as well and
 * marked as guessed. A URI of another place is never found by its last segment.
 */
export function resolveName(catalog: Catalog, text: string): Resolution {
  const asked = text.trim();
  const key = folded(asked.replace(/\.(schema\.json|json|md|html|ts)$/i, ''));
  const { problems } = catalog;
  for (const names of [ownNames, otherNames, seenTitles]) {
    const hits = problems.filter((entry) => names(entry).some((name) => folded(name) === key));
    if (hits.length > 0) return one(hits);
  }
  const exact = byType(catalog, asked);
  if (exact) return { kind: 'found', entry: exact, guessed: false };
  if (/[/:]/.test(asked)) return byUri(catalog, asked);
  const status = /^[1-5]\d\d$/.test(asked) ? Number(asked) : undefined;
  const ofStatus = problems.filter(({ statuses }) => statuses.includes(status ?? 0));
  if (ofStatus.length > 0) return one(ofStatus);
  const close = problems.filter(
    (entry) => key.length > 3 && ownNames(entry).some((name) => oneTypo(folded(name), key)),
  );
  if (close.length === 1 && close[0]) return { kind: 'found', entry: close[0], guessed: true };
  return { kind: 'none', near: nearest(problems, key) };
}

/** The problem type with exactly this type URI: the identity of RFC 9457 section 3.1.1. */
export function byType(catalog: Catalog, type: unknown): CatalogEntry | undefined {
  return type === blankType ? undefined : catalog.problems.find((entry) => entry.type === type);
}

function byUri(catalog: Catalog, text: string): Resolution {
  const { problems, baseUri } = catalog;
  for (const asked of askedForms(text)) {
    const found = problems.filter(({ type, links }) => [type, links.html].flatMap(writtenForms).includes(asked));
    if (found.length > 0) return one(found);
  }
  const [asked = ''] = askedForms(text);
  const segment = asked.slice(Math.max(asked.lastIndexOf('/'), asked.lastIndexOf(':'), asked.lastIndexOf('#')) + 1);
  const isInside = writtenForms(baseUri)
    .slice(0, 2)
    .some((start) => asked.startsWith(`${start}/`));
  if (isInside) return resolveName(catalog, segment);
  return { kind: 'none', near: nearest(problems, folded(segment)) };
}

function one(entries: readonly CatalogEntry[]): Resolution {
  const [entry] = entries;
  return entries.length === 1 && entry ? { kind: 'found', entry, guessed: false } : { kind: 'several', entries };
}

const ownNames = ({ name, title }: CatalogEntry) => [name, title];
const otherNames = ({ aliases = [] }: CatalogEntry) => aliases;
const seenTitles = ({ seen }: CatalogEntry) => seen.titles;

/** The same text however its words are joined: `SessionInvalid`, `SESSION_INVALID`, `session invalid`. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether one letter is missing, added or wrong, or two neighbors are swapped. */
function oneTypo(a: string, b: string): boolean {
  const steps = distance(a, b);
  if (steps <= 1) return true;
  if (steps !== 2 || a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** At most three, the nearest first. */
function nearest(problems: readonly CatalogEntry[], key: string): CatalogEntry[] {
  if (key === '') return [];
  const scored = problems.map((entry) => {
    const names = [...ownNames(entry), ...otherNames(entry)].map(folded);
    const steps = Math.min(...names.map((name) => distance(name, key)));
    const holds = key.length > 3 && names.some((name) => name.includes(key) || key.includes(name));
    return { entry, steps: holds ? Math.min(steps, 1) : steps };
  });
  return scored
    .filter(({ steps }) => steps <= Math.max(2, Math.floor(key.length / 3)))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 3)
    .map(({ entry }) => entry);
}

/** The nearest of some words, for "did you mean". */
export function nearestWord(text: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(text.length / 3)) + 1;
  for (const word of words) {
    const steps = distance(word.toLowerCase(), text.toLowerCase());
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}
