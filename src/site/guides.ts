import { surroundings } from 'virtual:problem-catalog';
import { type Guide, guidesOf } from '#catalog/guides.ts';
import type { Catalog } from './context.ts';
import { ownRootOf, relink } from './embed/links.ts';

const known = new WeakMap<Catalog, readonly Guide[]>();

/** Prose pages: the catalog's own, then those on using the package and hosting the site. */
export function guides(catalog: Catalog): readonly Guide[] {
  const before = import.meta.env.DEV ? undefined : known.get(catalog);
  const read = before ?? (surroundings ? guidesElsewhere(catalog) : guidesOf(catalog));
  known.set(catalog, read);
  return read;
}

/** Guides in another site, with links that lead there. */
function guidesElsewhere(catalog: Catalog): Guide[] {
  const [linked, root] = [relink(catalog), ownRootOf(catalog)];
  return guidesOf(catalog).map((guide) => ({ ...guide, body: linked(guide.body, `${root}/guides/${guide.name}`) }));
}

/** Guides that link to a problem type, or to one of its causes; those that are most about it first, then the manual. */
export function guidesOn(catalog: Catalog, name: string, cause?: string): readonly Guide[] {
  const target = cause === undefined ? name : `${name}#${cause}`;
  return guides(catalog)
    .map((guide) => ({ guide, links: linksOf(guide) }))
    .filter(({ links }) => links.has(target))
    .map(({ guide, links }) => ({ guide, share: (links.get(target) ?? 0) / links.size }))
    .sort(
      (a, b) => Number(a.guide.collection === 'manual') - Number(b.guide.collection === 'manual') || b.share - a.share,
    )
    .map(({ guide }) => guide);
}

const linksKnown = new WeakMap<Guide, ReadonlyMap<string, number>>();

/** Last parts of the addresses that a guide links to, with and without their fragments, and how often. */
function linksOf(guide: Guide): ReadonlyMap<string, number> {
  const known = linksKnown.get(guide);
  if (known) return known;
  const links = new Map<string, number>();
  for (const [, name = '', fragment] of guide.body.matchAll(/\/([\w-]+)(?:\.md)?(#[\w.-]+)?\)/g)) {
    for (const target of fragment ? [name, `${name}${fragment}`] : [name])
      links.set(target, (links.get(target) ?? 0) + 1);
  }
  linksKnown.set(guide, links);
  return links;
}

/** Guides that link to most of these problem types, the closest first. */
export function guidesOnAll(catalog: Catalog, names: readonly string[]): readonly Guide[] {
  const counted = guides(catalog).map((guide) => ({
    guide,
    count: names.filter((name) => guidesOn(catalog, name).includes(guide)).length,
  }));
  return counted
    .filter(({ count }) => count > 0 && count * 3 >= names.length)
    .sort((a, b) => b.count - a.count)
    .map(({ guide }) => guide);
}

/** Names of the problem types that a guide links to, in the order of the text. */
export function typesIn(guide: Guide, names: ReadonlySet<string>): string[] {
  return [...linksOf(guide).keys()].filter((name) => names.has(name));
}
