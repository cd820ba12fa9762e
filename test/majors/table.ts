import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { majors } from './matrix.ts';
import { readResults } from './reporter.ts';

/** The table of `problems/manual/compatibility.md`. `node test/majors/table.ts` writes it into the page. */

export const page = join(import.meta.dirname, '../../problems/manual/compatibility.md');

const least = (version: string) => version.replace(/(\.0)+$/, '');

/** One row for each major: what it needs, what was tried. */
export function table(): string {
  const results = readResults();
  const rows = majors.map(({ id, name, subpath, node, install }) => {
    const [framework, version] = Object.entries(install)[0] ?? [];
    const nodes = results[id]?.nodes.join(', ') ?? '';
    return [name, `\`arcp-problems/${subpath}\``, `${least(node)} or later`, `\`${framework}\` ${version}`, nodes];
  });
  const head = ['For', 'Import', 'Node.js needed', 'Version tested', 'On Node.js'];
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The page with another table in place of its own. */
export function withTable(text: string, table: string): string {
  return text.replace(/(^\|.*\n)+/m, `${table}\n`);
}

if (import.meta.main) writeFileSync(page, withTable(readFileSync(page, 'utf8'), table()));
