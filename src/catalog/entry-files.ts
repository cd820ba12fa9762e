import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { nameFault } from './name-fault.ts';
import { pictureFiles } from './pictures.ts';

/** The files of a catalog's folder. */

/** Modules that are no entries. */
const apart = new Set(['index.ts', 'translation.ts']);

/** Returns the name of an entry, which is that of its file. */
export const nameOf = (file: string) => basename(file, '.ts');

/**
 * Returns the paths of all entries, and reports what else is beside them.
 * @param label turns a path into what the author knows it by
 * @param facts those of the catalog, which name pictures; undefined when they cannot be read
 */
export function entryFiles(
  root: string,
  label: (file: string) => string,
  findings: Finding[],
  facts: Facts | undefined,
): string[] {
  const files: string[] = [];
  const pictures = new Set(facts && pictureFiles(facts).values());
  const isPicture = (name: string) => (facts ? pictures.has(name) : /\.(?:svg|png)$/.test(name));
  for (const name of readdirSync(root).sort()) {
    if (/^\.|^node_modules$/.test(name) || apart.has(name) || isPicture(name)) continue;
    const file = join(root, name);
    const item = statSync(file, { throwIfNoEntry: false });
    if (item === undefined) {
      findings.push({ file: label(file), fact: 'it is a link to no file', fix: 'Correct the link, or remove it.' });
      continue;
    }
    if (item.isDirectory()) {
      findings.push(...hiddenEntries(file, label));
      continue;
    }
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) {
      findings.push({
        file: label(file),
        fact: 'it is not an entry',
        fix: 'Entries end in .ts; put other files into a subfolder.',
      });
      continue;
    }
    const fault = nameFault(nameOf(file));
    if (fault) findings.push({ file: label(file), ...fault });
    else files.push(file);
  }
  return files;
}

/** Findings about entries that nobody would read: a folder below the catalog's holds other files. */
function hiddenEntries(folder: string, label: (file: string) => string): Finding[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.ts'))
    .map((item) => join(item.parentPath, item.name))
    .filter((file) => readFileSync(file, 'utf8').includes('} satisfies Problem<'))
    .map((file) => ({
      file: label(file),
      fact: 'an entry must be in the folder of index.ts (was in one below)',
      fix: `Move it to ${label(join(folder, '..', basename(file)))}.`,
    }));
}
