import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Files } from '../files.ts';
import type { TwinLink } from '../markdown-lists.ts';
import { indexUrl } from '../markdown-parts.ts';
import { pageMarkdown } from './page-markdown.ts';

/** The pages beside those that list problem types: the first page, guides, tools. */

/**
 * Twins of pages that are written as HTML alone, by path on the origin.
 * @param home the folder of the first page
 * @param others twins that are made from a source of their own
 * @param isPage whether a path on the origin is a page
 */
export function proseFiles(catalog: Catalog, home: string, others: Files, isPage: (path: string) => boolean): Files {
  const { site } = catalog;
  const root = site.base === '/' ? '' : site.base;
  const index = indexUrl(catalog);
  const twinOf = (to: URL) =>
    to.origin === site.origin && to.pathname !== '/' && isPage(to.pathname)
      ? `${site.origin}${to.pathname}.md`
      : to.href;
  const files = new Map<string, string>();
  for (const file of readdirSync(home).sort()) {
    if (!file.endsWith('.html') || file === '404.html' || file === `${site.segment}.html`) continue;
    const path = file === 'index.html' ? root : `${root}/${file.slice(0, -'.html'.length)}`;
    if (path === '' || others.has(`${path}.md`)) continue;
    const html = readFileSync(join(home, file), 'utf8');
    files.set(`${path}.md`, pageMarkdown(html, site.origin + path, index, twinOf));
  }
  return files;
}

/** Links to twins, by their headings and the quotes below these. */
export function proseLinks({ site }: Catalog, twins: Files): TwinLink[] {
  return [...twins].map(([path, text]) => ({
    url: site.origin + path,
    title: /^# (.*)$/m.exec(text)?.[1] ?? path,
    summary: /^> (.*)$/m.exec(text)?.[1] ?? '',
  }));
}
