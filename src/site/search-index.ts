import { finderIndex } from '#diagnose/search/make-index.ts';
import { mostInOne, partsOf } from '#diagnose/search/parts.ts';
import { type Catalog, site } from './context.ts';
import { guides } from './guides.ts';

/** The index of the search: one file, and for a large catalog the files of its words and blocks. */

type Parts = ReturnType<typeof partsOf>;

const made = new WeakMap<Catalog, Parts>();

export async function searchIndex(): Promise<Parts> {
  const here = await site();
  let parts = made.get(here.catalog);
  if (!parts) {
    const index = finderIndex(here, guides(here.catalog));
    parts = index.types.length > mostInOne ? partsOf(index) : { head: index, files: new Map() };
    made.set(here.catalog, parts);
  }
  return parts;
}

export function jsonResponse(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });
}
