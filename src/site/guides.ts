import { folder } from 'virtual:problem-catalog';
import { type Guide, guidesOf } from '#catalog/guides.ts';

let built: readonly Guide[] | undefined;

/** Prose pages: the catalog's own, then those on using the package and hosting the site. */
export function guides(): readonly Guide[] {
  if (import.meta.env.DEV) return guidesOf(folder);
  built ??= guidesOf(folder);
  return built;
}

/** Guides that link to the page of a problem type, or to one of its causes. */
export function guidesOn(name: string, cause?: string): readonly Guide[] {
  const links = cause === undefined ? [')', '#', '.md'].map((end) => `/${name}${end}`) : [`/${name}#${cause})`];
  return guides().filter(({ body }) => links.some((link) => body.includes(link)));
}

/** Guides that link to most of these problem types, the closest first. */
export function guidesOnAll(names: readonly string[]): readonly Guide[] {
  const counted = guides().map((guide) => ({
    guide,
    count: names.filter((name) => guidesOn(name).includes(guide)).length,
  }));
  return counted
    .filter(({ count }) => count > 0 && count * 3 >= names.length)
    .sort((a, b) => b.count - a.count)
    .map(({ guide }) => guide);
}

/** Names of the problem types that a guide links to, in the order of the text. */
export function typesIn({ body }: Guide, names: ReadonlySet<string>): string[] {
  const links = [...body.matchAll(/\]\(\.\.\/[\w-]+\/([\w-]+)(?:#[\w.-]+)?\)/g)].map(([, name = '']) => name);
  return [...new Set(links)].filter((name) => names.has(name));
}
