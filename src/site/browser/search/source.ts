import type { FinderIndex } from '#diagnose/search/index.ts';
import { indexFor } from '#diagnose/search/parts.ts';
import { type Search, searcher } from '#diagnose/search/search.ts';

/** The index of the search, fetched once; of a large catalog the parts that a text needs. */

export interface Source {
  readonly index: FinderIndex;
  readonly search: Search;
}

/** What a text is looked up in. */
export type Sources = (text: string) => Promise<Source>;

export async function sourcesAt(address: string): Promise<Sources> {
  const files = new Map<string, Promise<unknown>>();
  const read = (file: string) => {
    const known = files.get(file) ?? jsonAt(`${address.replace(/\.json$/, '')}/${file}.json`);
    files.set(file, known);
    return known;
  };
  const head = (await jsonAt(address)) as FinderIndex;
  const whole = head.total === undefined ? { index: head, search: searcher(head) } : undefined;
  return async (text) => {
    if (whole) return whole;
    const index = await indexFor(head, text, read);
    return { index, search: searcher(index) };
  };
}

async function jsonAt(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} returned ${response.status}`);
  return response.json();
}
