import type { Catalog } from '#catalog/catalog.ts';
import type { SiteManifest } from './prepare/manifest.ts';
import { apiCatalogPath, apiCatalogType } from './prepare/site-files.ts';

/** `_headers` and `_redirects`, which Cloudflare and Netlify read from the folder of the site. */

/** The most redirects that Cloudflare reads. */
const mostRedirects = 2000;

export function headersFile({ site, facts }: Catalog, { headers }: SiteManifest): string {
  const root = site.base === '/' ? '' : site.base;
  const index = new URL(facts.baseUri).pathname;
  const rules: [string, Record<string, string>][] = [
    ['/*', { ...headers.all, ...headers.secure }],
    [`${root}/_/*`, headers.asset],
    [`${root}/*.md`, { 'Content-Type': 'text/markdown; charset=utf-8', 'X-Robots-Tag': 'noindex' }],
    [`${index}/*.json`, { 'X-Robots-Tag': 'noindex' }],
    [`${index}/*.schema.json`, { 'Content-Type': 'application/schema+json' }],
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
export function redirectsFile(
  { facts, problems }: Catalog,
  { aliases }: SiteManifest,
): { text: string; note?: string } {
  const { pathname } = new URL(facts.baseUri);
  const lines = new Map<string, string>();
  for (const { name, constant, entry } of problems) {
    const written = [constant, ...(entry.aliases ?? [])].filter((alias) => /^[\w.-]+$/.test(alias));
    for (const alias of written) {
      const from = `${pathname}/${alias}`;
      if (alias.toLowerCase() === name || aliases[from.toLowerCase()] === `${pathname}/${name}`)
        lines.set(from, `${pathname}/${name}`);
    }
  }
  for (const [from, to] of Object.entries(aliases)) if (!from.includes(' ')) lines.set(from, to);
  const redirects = [...lines].filter(([from, to]) => from !== to).map(([from, to]) => `${from} ${to} 308\n`);
  if (redirects.length <= mostRedirects) return { text: redirects.join('') };
  const note = `_redirects: it has ${redirects.length} redirects, and Cloudflare Pages reads the first ${mostRedirects}. Use the Worker (wrangler.jsonc), which knows all of them.`;
  redirects.splice(mostRedirects, 0, '# Cloudflare Pages reads none of the lines below.\n');
  return { text: redirects.join(''), note };
}
