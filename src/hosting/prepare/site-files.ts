import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { getMimeType, mimes } from 'hono/utils/mime';

/** What lies in the folder of the built site. */

export interface SiteFile {
  /** Path on the origin: `/docs/problems/session-invalid.html`. */
  readonly path: string;
  /** Value of `Content-Type`. */
  readonly type: string;
  readonly group: 'page' | 'twin' | 'asset' | 'other';
}

/** Returns what the manifest says about the bytes of a file. */
export function contentOf(bytes: Buffer): { size: number; digest: string } {
  return { size: bytes.length, digest: createHash('sha256').update(bytes).digest('base64url') };
}

/** The representations of a page, the most preferred first; src/hosting/server/manifest.ts describes them. */
export const offers = [
  { accept: 'text/html', suffix: '.html' },
  { accept: 'text/markdown', suffix: '.md', rel: 'alternate' },
  { accept: 'text/plain', suffix: '.md', type: 'text/plain; charset=utf-8' },
  { accept: 'application/json', suffix: '.json', rel: 'alternate' },
  { accept: 'application/problem+json', suffix: '.json' },
  { accept: 'application/schema+json', suffix: '.schema.json', rel: 'describedby' },
] as const;

/** The answers to an unknown address, the most preferred first. */
export const missing = [
  { accept: ['text/html'], type: 'text/html; charset=utf-8', path: '/404.html' },
  { accept: ['text/markdown'], type: 'text/markdown; charset=utf-8', path: '/404.md' },
  { accept: ['text/plain'], type: 'text/plain; charset=utf-8', path: '/404.md' },
  { accept: ['application/problem+json', 'application/json'], type: 'application/problem+json', path: '/404.json' },
] as const;

export const apiCatalogPath = '/.well-known/api-catalog';
/** RFC 9727 section 4.2. */
export const apiCatalogType = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

/** Suffix to media type, where the usual table lacks it. */
const ownTypes: Record<string, string> = {
  md: 'text/markdown; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
};

/** Files for hosts and servers, never for visitors. */
const hidden = /(^|\/)(_headers|_redirects|\.assetsignore|\.nojekyll|\.manifest\.json)$|\.(br|gz)$/;
/** At the root of the origin and beside the first page; a list of what has the status 404 may be called so too. */
const answersToUnknown = (path: string, known: ReadonlySet<string>) => {
  const [, folder] = /^(.*)\/404\.(?:html|md|json)$/.exec(path) ?? [];
  return folder !== undefined && (folder === '' || known.has(`${folder}/index.html`));
};

/**
 * Returns every file that a visitor may ask for, by path.
 * @param base path of the first page: `/docs`, or `/`
 */
export function siteFiles(siteDir: string, base: string): SiteFile[] {
  const paths = readdirSync(siteDir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => `/${relative(siteDir, join(item.parentPath, item.name)).replaceAll('\\', '/')}`)
    .filter((path) => !hidden.test(path))
    .sort();
  const known = new Set(paths);
  return paths
    .filter((path) => !answersToUnknown(path, known) && !isCopy(path, known, base))
    .map((path) => ({ path, type: typeOf(path), group: groupOf(path, known) }));
}

/** `/docs/index.html` is the page `/docs`, `/docs/x.html` the page `/docs/x`; undefined: no page. */
export function pagePath(path: string): string | undefined {
  if (path.endsWith('/index.html')) return path.slice(0, -'/index.html'.length) || '/';
  return path.endsWith('.html') ? path.slice(0, -'.html'.length) : undefined;
}

/** Tells whether a file is `/docs/problems/index.html`, for hosts that prefer the folder to `/docs/problems.html`. */
export function isCopy(path: string, known: ReadonlySet<string>, base: string): boolean {
  if (!path.endsWith('/index.html')) return false;
  const page = pagePath(path);
  return page === '/' ? base !== '/' : known.has(`${page}.html`);
}

/** Pages with the suffixes of their files, by path. */
export function pagesOf(files: readonly SiteFile[]): Map<string, readonly (typeof offers)[number][]> {
  const known = new Set(files.map(({ path }) => path));
  const pages = new Map<string, readonly (typeof offers)[number][]>();
  for (const { path } of files) {
    const page = pagePath(path);
    if (page !== undefined)
      pages.set(
        page,
        offers.filter(({ suffix }) => suffix === '.html' || known.has(page + suffix)),
      );
  }
  return pages;
}

function groupOf(path: string, known: ReadonlySet<string>): SiteFile['group'] {
  if (path.endsWith('.html')) return 'page';
  if (path.includes('/_/')) return 'asset';
  const stem = path.replace(/(\.schema\.json|\.json|\.md)$/, '');
  return stem !== path && (known.has(`${stem}.html`) || known.has(`${stem}/index.html`)) ? 'twin' : 'other';
}

function typeOf(path: string): string {
  if (path === apiCatalogPath) return apiCatalogType;
  if (path.endsWith('.schema.json')) return 'application/schema+json';
  return getMimeType(path, { ...mimes, ...ownTypes }) ?? 'application/octet-stream';
}
