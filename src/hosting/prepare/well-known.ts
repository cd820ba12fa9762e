import type { Catalog } from '#catalog/catalog.ts';
import { commitDate } from '#emit/commit-date.ts';
import { type Files, jsonText } from '#emit/files.ts';
import { xml } from '#emit/xml.ts';
import { apiCatalogPath } from './site-files.ts';

/** The files that robots, search engines and clients look for at fixed places. */

/** The most addresses that one sitemap may hold (sitemaps.org). */
const sitemapSize = 50_000;
/** How long the contact for security reports holds after the last commit, in days (RFC 9116 section 2.5.5). */
const validDays = 365;

/**
 * Returns robots.txt, sitemap.xml, security.txt (RFC 9116) and the API catalog (RFC 9727), by path on the origin.
 * @param pages paths of all pages
 * @param exists whether a file is part of the site
 */
export function wellKnownFiles(catalog: Catalog, pages: readonly string[], exists: (path: string) => boolean): Files {
  const { origin } = catalog.site;
  const date = commitDate(catalog.folder);
  return new Map([
    ['/robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`],
    ...sitemaps(origin, pages, date),
    ...securityText(catalog, date),
    [apiCatalogPath, jsonText(apiCatalog(catalog, exists))],
  ]);
}

/** RFC 9116 requires both fields: without a contact, or without a date to count from, there is no file. */
function securityText({ facts, site }: Catalog, date: string | undefined): [string, string][] {
  if (!facts.security || !date) return [];
  const path = '/.well-known/security.txt';
  const expires = new Date(Date.parse(date) + validDays * 86_400_000).toISOString();
  const fields = { Contact: facts.security, Expires: expires, Canonical: site.origin + path };
  return [
    [
      path,
      Object.entries(fields)
        .map(([name, value]) => `${name}: ${value}\n`)
        .join(''),
    ],
  ];
}

/** Every page has the date of the commit: a shallow clone does not know that of an entry, and would give other bytes. */
function sitemaps(origin: string, pages: readonly string[], date: string | undefined): [string, string][] {
  const parts: string[][] = [];
  for (let start = 0; start < pages.length; start += sitemapSize) parts.push(pages.slice(start, start + sitemapSize));
  const texts = parts.map((part) =>
    listOf(
      'urlset',
      'url',
      part.map((path) => origin + encodeURI(path)),
      date,
    ),
  );
  const [only] = texts;
  if (texts.length === 1 && only) return [['/sitemap.xml', only]];
  const named = texts.map((text, index): [string, string] => [`/sitemap-${index + 1}.xml`, text]);
  const urls = named.map(([path]) => origin + path);
  return [['/sitemap.xml', listOf('sitemapindex', 'sitemap', urls, date)], ...named];
}

function listOf(root: string, item: string, urls: readonly string[], date: string | undefined): string {
  const lastmod = date ? `<lastmod>${date}</lastmod>` : '';
  const items = urls.map((url) => `  <${item}><loc>${xml(url)}</loc>${lastmod}</${item}>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items}</${root}>\n`;
}

function apiCatalog({ site }: Catalog, exists: (path: string) => boolean): unknown {
  const { origin, base, root, index, indexUri } = site;
  const link = (path: string, type: string) => (exists(path) ? [{ href: origin + path, type }] : []);
  const relations = {
    'service-desc': link(`${root}/openapi.json`, 'application/vnd.oai.openapi+json;version=3.1'),
    'service-doc': [
      { href: origin + base, type: 'text/html' },
      ...link(`${index}.md`, 'text/markdown'),
      ...link('/llms.txt', 'text/plain'),
    ],
    'service-meta': link(`${index}.json`, 'application/json'),
  };
  const given = Object.fromEntries(Object.entries(relations).filter(([, links]) => links.length > 0));
  return {
    linkset: [
      { anchor: origin + apiCatalogPath, item: [{ href: indexUri }] },
      { anchor: indexUri, ...given },
    ],
  };
}
