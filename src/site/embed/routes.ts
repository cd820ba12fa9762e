import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { routePages } from '#catalog/route-pages.ts';
import { pageLength } from '../paging.ts';
import type { Place } from './place.ts';

/** Pages that a site has of its own. */
const ofTheSite = /^(?:404|index)\.astro$|^\[picture\]|\.png\.[jt]s$/;
const pages = join(import.meta.dirname, '../pages');

/**
 * Returns the routes of all pages and twins: each file of `pages/`, as Astro's own routing would have it below the place.
 * A list without anything to show has no page.
 */
export function routes(catalog: Catalog, { base, index, further }: Place): { pattern: string; entrypoint: string }[] {
  const isEmpty = (path: string) => path === '[segment]/route/all.astro' && routePages(catalog).size <= pageLength;
  return readdirSync(pages, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(pages, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .filter((path) => !ofTheSite.test(path) && !isEmpty(path))
    .sort()
    .map((path) => {
      const route = path.replace(/\.(?:astro|[jt]s)$/, '');
      const [start = ''] = route.split('/');
      const isType = start.startsWith('[...page]');
      const isList = start.startsWith('[segment]');
      const below = isType ? `${index}/${route}` : `${further}/${route}`;
      const whole = isList ? index + route.slice('[segment]'.length) : below;
      return { pattern: whole.slice(base.length), entrypoint: join(pages, path) };
    });
}
