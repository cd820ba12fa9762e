import { type CollectionEntry, getCollection } from 'astro:content';
import { guideFolders } from './folders.ts';

type Guide = CollectionEntry<'guides'> | CollectionEntry<'manual'>;

/** Prose pages: the catalog's own, then those on using the package and hosting the site. */
export async function guides(): Promise<Guide[]> {
  const own: Guide[] = guideFolders.guides ? await getCollection('guides') : [];
  const manual: Guide[] = guideFolders.manual ? await getCollection('manual') : [];
  return [own, manual].flatMap((list) => list.sort((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1)));
}

/** Guides that link to the page of a problem type. */
export async function guidesOn(name: string): Promise<Guide[]> {
  const links = [')', '#', '.md'].map((end) => `/${name}${end}`);
  return (await guides()).filter(({ body = '' }) => links.some((link) => body.includes(link)));
}
