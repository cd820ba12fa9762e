import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A catalog of many entries, each as long as one of another catalog. */

/**
 * Fills a folder with copies of the entries of a catalog, under names of their own.
 * @param from the folder of the catalog
 * @param sources the folder that its entries import types from, as they write it
 */
export function manyEntries(
  from: string,
  folder: string,
  count: number,
  sources: { written: string; real: string },
): void {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(from, { withFileTypes: true });
  for (const item of files)
    if (item.isDirectory()) cpSync(join(from, item.name), join(folder, item.name), { recursive: true });
  const texts = files
    .filter((item) => item.isFile() && item.name.endsWith('.ts'))
    .map(
      ({ name }) =>
        [
          basename(name, '.ts'),
          readFileSync(join(from, name), 'utf8').replaceAll(sources.written, sources.real),
        ] as const,
    );
  const entries = texts.filter(([name]) => name !== 'index');
  for (const [name, text] of texts) writeFileSync(join(folder, `${name}.ts`), text);
  for (let number = entries.length; number < count; number += 1) {
    const [name, text] = entries[number % entries.length] as readonly [string, string];
    const suffix = Math.floor(number / entries.length);
    const own = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, type = '']) => type);
    const renamed = text
      .replace(new RegExp(`\\b(?:${own.join('|')})\\b`, 'g'), (type) => `${type}${suffix}`)
      // An alias belongs to one type, and so does a title.
      .replace(/^ {2}aliases: \[[^\]]*\],\n/m, '')
      .replace(/^ {2}title: '[^']*/m, `$& ${suffix}`);
    writeFileSync(join(folder, `${name}-${suffix}.ts`), renamed);
  }
}
