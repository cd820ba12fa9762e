import { createHash } from 'node:crypto';
import type { Catalog } from '#catalog/catalog.ts';
import type { MissingFile } from '../server/manifest.ts';
import { problemAliases } from './aliases.ts';
import { errorBodies } from './errors.ts';
import type { FinishedFile } from './finish.ts';
import { headerFields } from './header-fields.ts';
import { apiCatalogPath, offers } from './site-files.ts';

/**
 * Returns what the servers must know of the built files; src/hosting/server/manifest.ts describes it.
 * @param unknown the responses to an unknown address
 * @param policy the Content-Security-Policy
 */
export function siteManifest(
  catalog: Catalog,
  files: readonly FinishedFile[],
  unknown: readonly MissingFile[],
  policy: string,
) {
  const { origin } = catalog.site;
  const manifest = {
    origin,
    index: catalog.site.index,
    offers,
    headers: headerFields(policy),
    errors: errorBodies(catalog),
    didYouMean: catalog.translation.pages.didYouMean,
    missing: unknown,
    aliases: siteAliases(catalog, files),
    addresses: Object.fromEntries(
      catalog.problems.flatMap(({ path, pageUri }) => {
        const address = pageUri.slice(origin.length);
        return address === path ? [] : [[path, address]];
      }),
    ) as Record<string, string>,
    files: Object.fromEntries(
      files.map(({ path, ...file }) => [
        path,
        {
          ...file,
          ...(path === apiCatalogPath ? { link: `<${origin}${apiCatalogPath}>; rel="api-catalog"` } : {}),
        },
      ]),
    ),
  } as const;
  return withGeneration(manifest);
}

/** Adds the digest of a manifest, by which the server tells a whole one from a torn one. */
export function withGeneration<Rest extends object>(manifest: Rest): Rest & { generation: string } {
  return { generation: createHash('sha256').update(JSON.stringify(manifest)).digest('base64url'), ...manifest };
}

function siteAliases(catalog: Catalog, files: readonly FinishedFile[]): Record<string, string> {
  const { base, index } = catalog.site;
  const known = new Set(files.map(({ path }) => path));
  const own: Record<string, string> = {};
  if (!known.has('/index.html')) own['/'] = base;
  if (!known.has('/llms-full.txt') && known.has(`${base}/llms-full.txt`))
    own['/llms-full.txt'] = `${base}/llms-full.txt`;
  // Folders of pages: whoever cuts the end off an address finds all types.
  for (const folder of ['category', 'route', 'status'])
    if (!known.has(`${index}/${folder}.html`)) own[`${index}/${folder}`] = index;
  return { ...own, ...problemAliases(catalog) };
}

export type SiteManifest = ReturnType<typeof siteManifest>;
