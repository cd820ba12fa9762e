import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '../files.ts';
import { indexUrl } from './parts.ts';

/** Markdown twins of the prose pages: their sources, readable without the site. */

interface Guide {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly order: number;
  readonly body: string;
}

/**
 * Twins of the guides, by path on the origin.
 * @param isPage whether a page is part of the site
 */
export function guideFiles(catalog: Catalog, isPage: (path: string) => boolean): Files {
  const { origin, base } = catalog.site;
  const list = `${base === '/' ? '' : base}/guides`;
  const folders = [join(catalog.folder, 'guides'), join(catalog.folder, 'manual')];
  const guides = folders.flatMap(guidesIn).filter(({ id }) => isPage(`${list}/${id}`));
  const index = `Index of all pages: ${indexUrl(catalog)}`;
  const files = new Map<string, string>();
  for (const { id, title, description, body } of guides) {
    const text = withAbsoluteLinks(withoutDiagrams(body.trim()), `${origin}${list}/${id}`);
    files.set(`${list}/${id}.md`, `# ${title}\n\n> ${description}\n\n${index}\n\n${text}\n`);
  }
  return files;
}

function guidesIn(folder: string): Guide[] {
  if (!existsSync(folder)) return [];
  const guides = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const [whole = '', matter = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text) ?? [];
      const field = (name: string) => {
        const value = new RegExp(`^${name}:\\s*(.*?)\\s*$`, 'm').exec(matter)?.[1] ?? '';
        return value.startsWith('"')
          ? String(JSON.parse(value))
          : value.replace(/^'(.*)'$/, '$1').replaceAll("''", "'");
      };
      const order = Number(field('order'));
      const id = file.slice(0, -3);
      return { id, title: field('title'), description: field('description'), order, body: text.slice(whole.length) };
    });
  return guides.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Diagrams as lists: who says what to whom. */
function withoutDiagrams(text: string): string {
  return text.replace(/^```sequence\n([\s\S]*?)\n```$/gm, (_, source: string) =>
    source
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line, index) => {
        const [, note] = /^Note over [^:]+:\s*(.+)$/.exec(line) ?? [];
        const said = line.replace(/^(.+?)\s*-{1,2}>{1,2}\s*([^:]+?)\s*:\s*/, '**$1 → $2** ');
        return `${index + 1}. ${note ? `*${note}*` : said}`;
      })
      .join('\n'),
  );
}

/** Links between pages, outside of code, as whole addresses. */
function withAbsoluteLinks(text: string, url: string): string {
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
      if (fence !== '') return line;
      return line.replace(/\]\((\.{0,2}\/[^)\s]*)\)/g, (_, path: string) => `](${new URL(path, url).href})`);
    })
    .join('\n');
}
