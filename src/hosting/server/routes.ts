import type { Manifest, Offer } from './manifest.ts';

/** From a path to what stands there. */

export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'missing' };

export interface Page {
  /** The address without suffix: `/docs/problems/session-invalid`. */
  readonly path: string;
  /** The representations that exist, the most preferred first. */
  readonly offers: readonly (Offer & { readonly file: string })[];
  /** Value of `Link`: the canonical address and the other representations. */
  readonly link: string;
}

/** The longest path and query that is looked at, in characters. */
export const longestUrl = 2048;

export class Routes {
  /** Pages by path. */
  readonly pages = new Map<string, Page>();
  private readonly manifest: Manifest;
  private readonly byLowerCase = new Map<string, string>();
  private readonly byAddress: ReadonlyMap<string, string>;

  constructor(manifest: Manifest) {
    this.manifest = manifest;
    this.byAddress = new Map(Object.entries(manifest.addresses).map(([page, address]) => [address, page]));
    for (const file of Object.keys(manifest.files)) {
      const path = pagePath(file);
      if (path === undefined) continue;
      this.pages.set(path, pageOf(manifest, path, file));
      this.byLowerCase.set(path.toLowerCase(), path);
    }
    for (const [alias, path] of Object.entries(manifest.aliases)) {
      if (!this.byLowerCase.has(alias)) this.byLowerCase.set(alias, path);
    }
  }

  /** @param path decoded */
  find(path: string): Target {
    const page = this.pages.get(this.byAddress.get(path) ?? path);
    if (page) return { kind: 'page', page };
    if (!path.endsWith('.html') && Object.hasOwn(this.manifest.files, path)) return { kind: 'file', path };
    const [, stem = path, suffix = ''] =
      /^(.*?)(\.schema\.json|\.json|\.md|\.html|\/index\.html|\/)?$/is.exec(path) ?? [];
    const home = this.byLowerCase.get(stem.toLowerCase() || '/');
    if (home === undefined) return { kind: 'missing' };
    const kept = /^\.(schema\.json|json|md)$/i.test(suffix) ? suffix.toLowerCase() : '';
    const to = home + kept;
    const known = this.pages.has(to) || Object.hasOwn(this.manifest.files, to);
    return known && to !== path ? { kind: 'moved', to } : { kind: 'missing' };
  }

  /** The page that a file is a representation of. */
  pageOf(file: string): Page | undefined {
    for (const { suffix } of this.manifest.offers) {
      const page = file.endsWith(suffix) ? this.pages.get(file.slice(0, -suffix.length)) : undefined;
      if (page) return page;
    }
    return undefined;
  }
}

/** `/docs/index.html` is the page `/docs`, `/docs/x.html` the page `/docs/x`; other files are no pages. */
function pagePath(file: string): string | undefined {
  if (!file.endsWith('.html')) return undefined;
  return file.endsWith('/index.html') ? file.slice(0, -'/index.html'.length) || '/' : file.slice(0, -'.html'.length);
}

function pageOf({ origin, offers, files, addresses }: Manifest, path: string, html: string): Page {
  const present = offers.flatMap((offer) => {
    const file = offer.suffix === '.html' ? html : path + offer.suffix;
    return Object.hasOwn(files, file) ? [{ ...offer, file }] : [];
  });
  const links = [`<${origin}${addresses[path] ?? path}>; rel="canonical"`];
  for (const { rel, file, accept } of present) if (rel) links.push(`<${file}>; rel="${rel}"; type="${accept}"`);
  return { path, offers: present, link: links.join(', ') };
}
