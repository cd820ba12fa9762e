import { type CollectionEntry, getCollection } from 'astro:content';
import { guidesDir } from './catalog.ts';

/** The catalog's own prose pages, in order. */
export async function guides(): Promise<CollectionEntry<'guides'>[]> {
  if (!guidesDir) return [];
  return (await getCollection('guides')).sort((a, b) => a.data.order - b.data.order);
}
