import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Files } from '../files.ts';

/** Markdown twins of the prose pages: their sources, readable without the site. */

interface Guide {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly order: number;
  readonly body: string;
}

/**
 * Twins of the guides and of their list, by path on the origin.
 * @param isPage whether a page is part of the site
 */
export function guideFiles(catalog: Catalog, isPage: (path: string) => boolean): Files {
  const { origin, base } = catalog.site;
  const list = `${base === '/' ? '' : base}/guides`;
  const folders = [join(catalog.folder, 'guides'), join(catalog.folder, 'manual')];
  const guides = folders.flatMap(guidesIn).filter(({ id }) => isPage(`${list}/${id}`));
  const files = new Map<string, string>();
  for (const { id, title, description, body } of guides) {
    const text = withAbsoluteLinks(body.trim(), `${origin}${list}/${id}`);
    files.set(`${list}/${id}.md`, `# ${title}\n\n> ${description}\n\n${text}\n`);
  }
  if (guides.length > 0 && isPage(list)) {
    const lines = guides.map(
      ({ id, title, description }) => `- [${title}](${origin}${list}/${id}.md): ${description}\n`,
    );
    files.set(`${list}.md`, `# ${catalog.facts.name} guides\n\n${lines.join('')}`);
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
