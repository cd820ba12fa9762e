import type { Catalog } from '#catalog/catalog.ts';
import { problemAliases } from './aliases.ts';
import { errorBodies } from './errors.ts';
import { headerFields } from './header-fields.ts';
import { apiCatalogPath, missing, offers, type SiteFile } from './site-files.ts';

/** What the servers must know of the built files; src/hosting/server/manifest.ts describes it. */
export function siteManifest(
  catalog: Catalog,
  files: readonly SiteFile[],
  compressed: ReadonlyMap<string, { br: number; gzip: number }> = new Map(),
) {
  const { origin, base } = catalog.site;
  return {
    origin,
    index: new URL(catalog.facts.baseUri).pathname,
    offers,
    headers: headerFields(files),
    errors: errorBodies,
    missing,
    aliases: siteAliases(catalog, files),
    files: Object.fromEntries(
      files.map(({ path, type, group, tag, bytes }) => [
        path,
        {
          type,
          group,
          tag,
          size: bytes.length,
          ...compressed.get(path),
          ...(path === apiCatalogPath ? { link: `<${origin}${apiCatalogPath}>; rel="api-catalog"` } : {}),
        },
      ]),
    ),
  } as const;

  function siteAliases(catalog: Catalog, files: readonly SiteFile[]): Record<string, string> {
    const known = new Set(files.map(({ path }) => path));
    const own: Record<string, string> = {};
    if (!known.has('/index.html')) own['/'] = base;
    if (!known.has('/llms-full.txt') && known.has(`${base}/llms-full.txt`))
      own['/llms-full.txt'] = `${base}/llms-full.txt`;
    return { ...own, ...problemAliases(catalog) };
  }
}

export type SiteManifest = ReturnType<typeof siteManifest>;
