import { basename } from 'node:path';
import { marked } from 'marked';
import type { Catalog } from './catalog.ts';
import { reservedIds } from './causes.ts';
import { type Finding, nearest } from './finding.ts';
import { type Guide, guidesOf } from './guides.ts';
import { headingOf } from './headings.ts';
import { siteOf } from './site.ts';
import { proseIn } from './text.ts';

/** Links of entries, guides, categories and statuses that lead to no page of the catalog. */

/** An address that pages make a link of. */
export const linkable = /^(https?:\/\/|[#./\p{L}\p{M}\p{N}_-]*$)/u;

interface Text {
  readonly file: string;
  /** Path of the page that shows it. */
  readonly page: string;
  readonly markdown: string;
}

/** Path of each page, with its anchors where all of them are known. */
type Pages = ReadonlyMap<string, ReadonlySet<string> | undefined>;

export function linkFindings(catalog: Catalog): Finding[] {
  const guides = guidesOf(catalog);
  const pages = pagesOf(catalog, guides);
  return textsOf(catalog, guides).flatMap(({ file, page, markdown }) =>
    addressesIn(markdown).flatMap(({ type, href }): Finding[] => {
      const fault = type === 'image' ? noPicture : faultOf(href, page, pages, catalog);
      return fault
        ? [{ file, fact: `the ${type} ${type === 'link' ? 'to ' : ''}${href} ${fault[0]}`, fix: fault[1] }]
        : [];
    }),
  );
}

function pagesOf(catalog: Catalog, guides: readonly Guide[]): Pages {
  const { paths, categories, statuses, routes } = siteOf(catalog);
  const others = [
    ...[paths.home, paths.index, paths.inspect, paths.common, paths.changes],
    ...[...categories.keys()].map(paths.category),
    ...[...statuses.keys(), ...Object.keys(catalog.facts.statuses ?? {}).map(Number)].map(paths.status),
    ...[...routes.values()].map(({ slug }) => paths.route(slug)),
    ...catalog.unread.map(paths.problem),
    ...catalog.problems.flatMap(({ entry }) => (entry.aliases ?? []).map(paths.problem)),
  ];
  return new Map([
    ...others.map((path) => [path || '/', undefined] as const),
    ...(guides.length > 0 ? [[paths.guides, undefined] as const] : []),
    ...catalog.problems.map(
      ({ path, causes }) => [path, new Set([...reservedIds, ...causes.map(({ name }) => name)])] as const,
    ),
    ...guides.map(({ name, body }) => [paths.guide(name), anchorsIn(body)] as const),
  ]);
}

function textsOf(catalog: Catalog, guides: readonly Guide[]): Text[] {
  const { paths } = siteOf(catalog);
  const { categories, statuses = {} } = catalog.facts;
  const indexFile = `${basename(catalog.folder)}/index.ts`;
  const own = (page: string, file: string, value: unknown): Text[] =>
    [...proseIn(value)].map(([, markdown]) => ({ file, page, markdown }));
  return [
    ...Object.entries(categories).flatMap(([key, value]) => own(paths.category(key), indexFile, value)),
    ...Object.entries(statuses).flatMap(([key, value]) => own(paths.status(Number(key)), indexFile, value)),
    ...catalog.problems.flatMap(({ path, file, entry }) => own(path, file, entry)),
    ...guides.flatMap(({ name, collection, body }) => own(paths.guide(name), `${collection}/${name}.md`, body)),
  ];
}

/** Addresses of links, and of pictures, which pages do not show. */
function addressesIn(markdown: string): { type: 'link' | 'image'; href: string }[] {
  const found: ReturnType<typeof addressesIn> = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'link' || token.type === 'image') found.push({ type: token.type, href: token.href });
  });
  return found;
}

const noPicture: [fact: string, fix: string] = ['is shown as its text', 'Say it in words, or link to the picture.'];

function anchorsIn(markdown: string): Set<string> {
  const found = new Set<string>();
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'heading') found.add(headingOf(token.text).anchor);
  });
  return found;
}

/** What is wrong with a link, and what to do. Other sites are not asked, nor other pages of this origin. */
function faultOf(
  address: string,
  page: string,
  pages: Pages,
  { site: { root, index }, unread }: Catalog,
): [fact: string, fix: string] | undefined {
  if (!linkable.test(address)) return ['is shown as text', 'Link to http, to https or to a page of this catalog.'];
  if (/^https?:/.test(address)) return undefined;
  const { pathname, hash } = new URL(address, `https://site.example${page}`);
  const path = pathname.replace(/(?<=.)\/$/, '').replace(/\.md$/, '');
  if (!pages.has(path)) {
    const isElsewhere = root === '' ? address.startsWith('/') : !path.startsWith(`${root}/`);
    // An entry that cannot be read may be why there is a page of a category, a status or a route.
    const isOpen =
      unread.length > 0 && ['category', 'status', 'route'].some((kind) => path.startsWith(`${index}/${kind}/`));
    if (isElsewhere || isOpen || /\.\w+$/.test(path)) return undefined;
    const near = nearest(path, pages.keys());
    return [
      `leads to ${path}, and no page has this address`,
      near ? `Did you mean ${near}?` : 'Name a page of the catalog, or remove the link.',
    ];
  }
  const anchors = pages.get(path);
  const anchor = decodeURIComponent(hash.slice(1));
  if (anchor === '' || !anchors || anchors.has(anchor)) return undefined;
  const near = nearest(anchor, anchors);
  return [
    `leads to ${path}, which has no section #${anchor}`,
    near ? `Did you mean #${near}?` : 'Name a section of that page.',
  ];
}
