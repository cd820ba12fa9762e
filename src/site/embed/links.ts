import type { Catalog } from '#catalog/catalog.ts';
import { namesOf } from '#catalog/names.ts';

/** Links that authors wrote from page to page of the catalog's own site, as they lead in another site. */

/** A change of the Markdown of one page, whose path is that in the catalog's own site. */
export type Relink = (markdown: string, page: string) => string;

/** Path of the folder of the catalog's own site, which its list of all types is in. */
export function ownRootOf({ site: { index } }: Pick<Catalog, 'site'>): string {
  return index.slice(0, index.lastIndexOf('/'));
}

/**
 * Returns what makes links absolute, since a page may have a slash at its end, and leads those to further pages to where
 * these are.
 * @param catalog with the paths of the other site
 */
export function relink(catalog: Catalog): Relink {
  const { site, problems, facts } = catalog;
  const root = ownRootOf(catalog);
  const types = new Map(problems.map(({ name, entry, path }) => [namesOf(name, facts, entry.type).path, path]));
  const addressAt = (href: string, page: string): string => {
    const { pathname, search, hash } = new URL(href, `http://localhost${page}`);
    return placeOf(pathname, href.startsWith('/')) + search + hash;
  };
  const placeOf = (path: string, isAbsolute: boolean): string => {
    const [, page = path, suffix = ''] = /^([^.]*)(\..*)?$/.exec(path) ?? [];
    const type = types.get(page);
    if (type !== undefined) return type + suffix;
    if (page === site.index || path.startsWith(`${site.index}/`) || !path.startsWith(`${root}/`)) return path;
    const further = path.slice(root.length);
    if (further === '/') return site.index;
    return isAbsolute && !/^\/(?:guides|inspect|common|changes)\b/.test(further) ? path : site.root + further;
  };
  return (markdown, page) =>
    markdown.replace(
      /(\]\()(?!#|[a-z][a-z0-9+.-]*:|\/\/)([^()\s]+)/gi,
      (_, start, href) => start + addressAt(href, page),
    );
}
