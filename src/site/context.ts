import { folder, surroundings } from 'virtual:problem-catalog';
import type { Catalog, KnownAnswer, ProblemType } from '#catalog/catalog.ts';
import { load } from '#catalog/load.ts';
import type { RoutePage } from '#catalog/route-pages.ts';
import { type Paths, type Site, siteOf } from '#catalog/site.ts';
import { placed } from './embed/place.ts';

/** The catalog for the pages: loaded once, and again after a change. */

export type { Catalog, KnownAnswer, Paths, ProblemType, RoutePage, Site };

const sites = new WeakMap<Catalog, Site>();
let built: Promise<Site> | undefined;

/** While pages are built the catalog stands still; in development each call looks for edits. */
export function site(): Promise<Site> {
  if (import.meta.env.DEV) return current();
  built ??= current();
  return built;
}

/** Takes a catalog that is loaded already for the pages that are built. */
export function useCatalog(catalog: Catalog): void {
  built = Promise.resolve(siteOf(catalog));
}

async function current(): Promise<Site> {
  const catalog = await load(folder);
  const known = sites.get(catalog);
  if (known) return known;
  const made = surroundings ? siteOf(placed(catalog, surroundings), surroundings.base || '/') : siteOf(catalog);
  sites.set(catalog, made);
  return made;
}

/** The pages of problem types, by their paths below the first page; in another site, below the list of all types. */
export async function problemPaths() {
  const { catalog } = await site();
  const { length } = surroundings ? catalog.site.index : catalog.site.root;
  return catalog.problems.map(({ name, path }) => ({ params: { page: path.slice(length + 1) }, props: { name } }));
}
