import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '#emit/files.ts';
import { listFiles, type TwinLink } from '#emit/markdown/lists.ts';
import { indexLine } from '#emit/markdown/parts.ts';
import { pageMarkdown } from './page-markdown.ts';
import { pagePath } from './site-files.ts';

/** The pages beside those that list problem types: the first page, guides, tools. */

/**
 * Twins of the pages that have no source but their HTML, by path on the origin.
 * @param siteDir the folder of the whole origin
 * @param guides twins that are made from a source of their own
 */
export function proseFiles(catalog: Catalog, siteDir: string, guides: Files): Files {
  const { site } = catalog;
  const { root } = site;
  const made = new Set([
    ...[...listFiles(catalog).keys()].map((path) => `${root}/${path}`),
    ...catalog.problems.map(({ path }) => `${path}.md`),
    ...guides.keys(),
  ]);
  const pages = new Map<string, string>();
  for (const file of readdirSync(siteDir, { recursive: true, encoding: 'utf8' })) {
    const path = pagePath(`/${file.replaceAll('\\', '/')}`);
    if (path !== undefined && path !== '/' && path !== `${root}/404` && path !== '/404') pages.set(path, file);
  }
  const twinOf = (to: URL) =>
    to.origin === site.origin && pages.has(to.pathname) ? `${site.origin}${to.pathname}.md` : to.href;
  const files = new Map<string, string>();
  for (const [path, file] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (made.has(`${path}.md`)) continue;
    const html = readFileSync(join(siteDir, file), 'utf8');
    files.set(`${path}.md`, pageMarkdown(html, site.origin + path, indexLine(catalog), twinOf));
  }
  return files;
}

/** Links to twins, by their headings and the quotes below these; further pages of lists are left out. */
export function proseLinks({ problems, site }: Catalog, twins: Files): TwinLink[] {
  const types = new Set(problems.map(({ path }) => `${path}.md`));
  const own = [...twins].filter(([path]) => !path.startsWith(`${site.index}/`) && !types.has(path));
  return own.map(([path, text]) => ({
    url: site.origin + path,
    title: /^# (.*)$/m.exec(text)?.[1] ?? path,
    summary: /^> (.*)$/m.exec(text)?.[1] ?? '',
  }));
}
