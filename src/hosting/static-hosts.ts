import type { Catalog } from '#catalog/catalog.ts';
import { documentPaths } from './prepare/aliases.ts';
import type { SiteManifest } from './prepare/manifest.ts';
import { apiCatalogPath, apiCatalogType } from './prepare/site-files.ts';

/** `_headers` and `_redirects`, which Cloudflare and Netlify read from the folder of the site. */

/** The most redirects that Cloudflare reads. */
const mostRedirects = 2000;

export function headersFile({ site, problems }: Catalog, { headers }: SiteManifest): string {
  const { root, index } = site;
  const folders = [...new Set(problems.map(({ path }) => path.slice(0, path.lastIndexOf('/'))))].sort();
  const rules: [string, Record<string, string>][] = [
    ['/*', { ...headers.all, ...headers.secure }],
    [`${root}/_/*`, headers.asset],
    [`${root}/*.md`, { 'Content-Type': 'text/markdown; charset=utf-8', 'X-Robots-Tag': 'noindex' }],
    ...folders.flatMap((folder): [string, Record<string, string>][] => [
      [`${folder}/*.json`, { 'X-Robots-Tag': 'noindex' }],
      [`${folder}/*.schema.json`, { 'Content-Type': 'application/schema+json' }],
    ]),
    [`${index}.atom`, { 'Content-Type': 'application/atom+xml; charset=utf-8' }],
    [apiCatalogPath, { 'Content-Type': apiCatalogType }],
  ];
  return rules
    .map(
      ([path, fields]) =>
        `${path}\n${Object.entries(fields)
          .map(([name, value]) => `  ${name}: ${value}\n`)
          .join('')}`,
    )
    .join('\n');
}

/** Redirects of constants and aliases as people write them, these first, and of their other forms; hosts compare case, and take no trailing slash for another address. */
export function redirectsFile(catalog: Catalog, { aliases }: SiteManifest): { text: string; note?: string } {
  const { problems, site } = catalog;
  const lines = documentPaths(catalog);
  for (const { name, constant, entry, path } of problems) {
    const written = [constant, ...(entry.aliases ?? [])].filter((alias) => /^[\w.-]+$/.test(alias));
    for (const alias of written) {
      const from = `${site.index}/${alias}`;
      if (alias.toLowerCase() === name || aliases[from.toLowerCase()] === path) lines.set(from, path);
    }
  }
  for (const [from, to] of Object.entries(aliases)) if (!from.includes(' ')) lines.set(from, to);
  const redirects = [...lines].filter(([from, to]) => from !== to).map(([from, to]) => `${from} ${to} 308\n`);
  if (redirects.length <= mostRedirects) return { text: redirects.join('') };
  const note = `_redirects: it has ${redirects.length} redirects, and Cloudflare Pages reads the first ${mostRedirects}. Use the Worker (wrangler.jsonc), which knows all of them.`;
  redirects.splice(mostRedirects, 0, '# Cloudflare Pages reads none of the lines below.\n');
  return { text: redirects.join(''), note };
}
