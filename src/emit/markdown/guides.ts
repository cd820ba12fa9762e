import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { parseSequence } from '#catalog/sequence.ts';
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
        const line = matter.split('\n').find((each) => each.startsWith(`${name}:`)) ?? '';
        const value = line.slice(name.length + 1).trim();
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
  const [before = '', ...parts] = text.split('```sequence\n');
  const after = parts.map((part) => {
    const end = part.indexOf('\n```');
    return listOf(part.slice(0, end)) + part.slice(end + '\n```'.length);
  });
  return before + after.join('');
}

function listOf(diagram: string): string {
  const lines = parseSequence(diagram).map((line) =>
    'over' in line ? `*${line.text}*` : `**${line.from} → ${line.to}** ${line.text}`,
  );
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
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
      return line.replace(/\]\((\.{0,2}\/[^()[\]\s]*)\)/g, (_, path: string) => `](${new URL(path, url).href})`);
    })
    .join('\n');
}
