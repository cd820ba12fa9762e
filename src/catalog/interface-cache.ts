import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Reading } from './members.ts';

/**
 * What TypeScript said about the files of a catalog, kept in the `node_modules` beside its folder. A file is read again when
 * it changes, or anything that it is compared with: `index.ts`, the catalog's other folders, these sources, TypeScript itself.
 */

interface Kept {
  readonly key: string;
  readonly reading: Reading;
}

/** An import of a neighbor other than `index.ts`. */
const neighbor = /from '\.\/(?!index\.ts')/;

/**
 * Opens what is known of the files of a catalog.
 * @param files paths of `index.ts` and of every entry
 * @returns what still holds, by path, and a function that keeps it
 */
export function openCache(
  folder: string,
  files: readonly string[],
): { known: Map<string, Reading>; save(readings: ReadonlyMap<string, Reading>): void } {
  const modules = join(dirname(folder), 'node_modules');
  if (!existsSync(modules)) return { known: new Map(), save: () => {} };
  const place = join(modules, '.cache/problem-types.json');
  const keys = keysOf(folder, files);
  const kept = read(place);
  const known = new Map<string, Reading>();
  for (const [file, key] of keys) {
    const found = kept[file];
    if (found?.key === key) known.set(file, found.reading);
  }
  const save = (readings: ReadonlyMap<string, Reading>) => {
    const all = [...readings].map(([file, reading]) => [file, { key: keys.get(file), reading }]);
    const next = `${place}.${process.pid}`;
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(next, JSON.stringify(Object.fromEntries(all)));
    renameSync(next, place);
  };
  return { known, save };
}

function read(place: string): Record<string, Kept> {
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch {
    // There is none yet, or another program wrote it.
    return {};
  }
}

function keysOf(folder: string, files: readonly string[]): Map<string, string> {
  const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const shared = createHash('sha256').update(createRequire(import.meta.url)('typescript/package.json').version);
  addFolder(shared, import.meta.dirname);
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (item.isDirectory()) addFolder(shared, join(folder, item.name));
  }
  const [index = ''] = files;
  shared.update(texts.get(index) ?? '');
  const common = shared.digest('base64url');
  const all = createHash('sha256')
    .update([...texts.values()].join('\0'))
    .digest('base64url');
  const keyOf = (text: string) =>
    createHash('sha256')
      .update([common, neighbor.test(text) ? all : '', text].join('\0'))
      .digest('base64url');
  return new Map([...texts].map(([file, text]) => [file, keyOf(text)]));
}

/** Adds the modules of a folder and of those in it. */
function addFolder(hash: Hash, folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.[jt]s$/.test(path)) hash.update(`${path}\0`).update(readFileSync(join(folder, path)));
  }
}
