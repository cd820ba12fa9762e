import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsTable } from '../errors/table.ts';
import { majors } from './matrix.ts';
import { readResults } from './reporter.ts';

/** The tables of the guides that say what was tried. `node test/majors/table.ts` writes them into their pages. */

const manual = join(import.meta.dirname, '../../src/toolkit/guides');

export const pages = [
  { file: join(manual, 'compatibility.md'), table: () => markdown(majorsTable()) },
  { file: join(manual, 'errors.md'), table: () => markdown(errorsTable()) },
];

/** One row for each major: what it needs, what was tried. */
function majorsTable(): string[][] {
  const results = readResults();
  const rows = majors.flatMap(({ id, name, kind, subpath, node, runtime, install }) => {
    if (kind === 'errors' || kind === 'validators') return [];
    const [framework, version] = Object.entries(install)[0] ?? [];
    const nodes = results[id]?.nodes.map((each) => (runtime ? `${runtime} ${each}` : each)).join(', ') ?? '';
    const needed = runtime ? 'none' : `${node.replace(/(\.0)+$/, '')} or later`;
    const tested = framework ? `\`${framework}\` ${version}` : 'part of Node.js';
    return [[name, `\`{{package}}/${subpath}\``, needed, tested, nodes]];
  });
  return [['For', 'Import', 'Node.js needed', 'Version tested', 'On Node.js'], ...rows];
}

function markdown([head = [], ...rows]: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The page with this table in place of the one with the same first row. */
function withTable(page: string, table: string): string {
  const head = table.slice(0, table.indexOf('\n') + 1);
  const start = page.indexOf(head);
  const [old = ''] = /^(\|.*\n)*/.exec(page.slice(start)) ?? [];
  return page.slice(0, start) + table + page.slice(start + old.length - 1);
}

if (import.meta.main) {
  for (const { file, table } of pages) writeFileSync(file, withTable(readFileSync(file, 'utf8'), table()));
}
