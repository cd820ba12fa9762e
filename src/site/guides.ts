import { folder } from 'virtual:problem-catalog';
import { type Guide, guidesOf } from '#catalog/guides.ts';

let built: readonly Guide[] | undefined;

/** Prose pages: the catalog's own, then those on using the package and hosting the site. */
export function guides(): readonly Guide[] {
  if (import.meta.env.DEV) return guidesOf(folder);
  built ??= guidesOf(folder);
  return built;
}

/** Guides that link to the page of a problem type. */
export function guidesOn(name: string): readonly Guide[] {
  const links = [')', '#', '.md'].map((end) => `/${name}${end}`);
  return guides().filter(({ body }) => links.some((link) => body.includes(link)));
}
