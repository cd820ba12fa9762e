import { distance } from 'fastest-levenshtein';
import type { Routes } from './routes.ts';

/** Pages whose address is close to one that does not exist. */

/** The longest name that is compared with others, in characters. */
const longestName = 80;
const most = 3;

/**
 * Paths of at most three pages that may be meant, the nearest first: by their letters, then by a word they share.
 * @param path decoded
 */
export function nearPages(routes: Routes, path: string): string[] {
  const [folder, written] = split(path.toLowerCase().replace(/(\.schema\.json|\.json|\.md|\.html|\/)$/, ''));
  const name = written.replace(/[^a-z0-9]+/g, '-');
  if (name.length < 2 || name.length > longestName) return [];
  const scored: { page: string; score: number }[] = [];
  for (const page of routes.pages.keys()) {
    const [where, other] = split(page);
    const score = scoreOf(name, other, where === folder);
    if (score !== undefined) scored.push({ page, score });
  }
  return scored
    .sort((a, b) => a.score - b.score || (a.page < b.page ? -1 : 1))
    .slice(0, most)
    .map(({ page }) => page);
}

/** Lower is nearer; undefined: too far. */
function scoreOf(name: string, other: string, sameFolder: boolean): number | undefined {
  const edits = distance(name, other);
  if (edits <= Math.max(1, Math.floor(other.length / 4))) return sameFolder ? edits : edits + 50;
  if (!sameFolder) return undefined;
  const words = new Set(name.split('-').filter((word) => word.length > 2));
  const shared = other.split('-').filter((word) => words.has(word)).length;
  return shared === 0 ? undefined : 200 - 10 * shared + edits / 100;
}

function split(path: string): [folder: string, name: string] {
  const cut = path.lastIndexOf('/');
  return [path.slice(0, cut), path.slice(cut + 1)];
}
