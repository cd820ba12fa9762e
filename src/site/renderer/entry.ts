import { StaticPaths } from 'astro:static-paths';
import { createApp } from 'astro/app/entrypoint';
import { type Catalog, useCatalog } from '../context.ts';

/** The module that Astro makes of the pages. It renders them from a catalog that is given. */

const app = createApp();

/** A page, or another file that the pages make. */
export interface Target {
  /** Path below the folder of the site's base: `problems/session-invalid.html`. */
  readonly file: string;
  render(): Promise<Response>;
}

/** Returns every page of a catalog and every other file, each once. */
export async function targets(catalog: Catalog): Promise<Target[]> {
  useCatalog(catalog);
  const { base, site = 'http://localhost' } = app.manifest;
  const found = new Map<string, Target>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const path = pathname.replace(/^\/|\/$/g, '');
    const suffix = route.type === 'page' ? '.html' : '';
    // As Astro does with the format `preserve`: the first page is asked for at the base itself.
    const url = new URL(path === '' ? base : `${base.replace(/\/$/, '')}/${path}${suffix}`, site);
    const file = `${path || 'index'}${suffix}`;
    if (!found.has(file)) found.set(file, { file, render: () => app.render(new Request(url), { routeData: route }) });
  }
  return [...found.values()];
}
