import type { Catalog } from '#catalog/catalog.ts';
import { guidesOf } from '#catalog/guides.ts';
import { parseSequence } from '#catalog/sequence.ts';
import type { Files } from '../files.ts';
import { indexLine } from './parts.ts';

/** Markdown twins of the prose pages: their sources, readable without the site. */

/**
 * Twins of the guides, by path on the origin.
 * @param isPage whether a page is part of the site
 */
export function guideFiles(catalog: Catalog, isPage: (path: string) => boolean): Files {
  const { origin, root } = catalog.site;
  const list = `${root}/guides`;
  const guides = guidesOf(catalog).filter(({ name }) => isPage(`${list}/${name}`));
  const index = indexLine(catalog);
  const files = new Map<string, string>();
  for (const { name, title, description, body } of guides) {
    const text = withAbsoluteLinks(withoutDiagrams(body.trim()), `${origin}${list}/${name}`);
    files.set(`${list}/${name}.md`, `# ${title}\n\n> ${description}\n\n${index}\n\n${text}\n`);
  }
  return files;
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
