import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * What takes long to find out about the files of a catalog, kept in the `node_modules` beside its folder. A file is looked at
 * again when it changes, or anything that it is compared with: `index.ts`, the catalog's other folders, these sources,
 * TypeScript itself.
 */

interface Kept<Found> {
  readonly key: string;
  readonly found: Found;
}

export interface FileCache<Found> {
  /** What still holds, by path. */
  readonly known: Map<string, Found>;
  /** Keeps what is known, in place of what was kept; nothing where that cannot be written. */
  save(): void;
}

/** An import of a neighbor other than `index.ts`. */
const neighbor = /from '\.\/(?!index\.ts')/;

/**
 * Opens what is known of the files of a catalog.
 * @param kind what is known: a name of a file
 * @param files paths of `index.ts` and of every entry
 * @param partOf the part of a text that matters
 */
export function openCache<Found>(
  kind: string,
  folder: string,
  files: readonly string[],
  partOf = (text: string) => text,
): FileCache<Found> {
  const modules = join(dirname(folder), 'node_modules');
  if (!existsSync(modules)) return { known: new Map(), save: () => {} };
  const place = join(modules, `.cache/problem-catalog-${kind}.json`);
  const keys = keysOf(folder, files, partOf);
  const kept = read<Found>(place);
  const known = new Map<string, Found>();
  for (const [file, key] of keys) {
    const before = kept[file];
    if (before?.key === key) known.set(file, before.found);
  }
  const save = () => {
    const all = [...known].map(([file, found]) => [file, { key: keys.get(file), found }]);
    const next = `${place}.${process.pid}`;
    try {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(next, JSON.stringify(Object.fromEntries(all)));
      renameSync(next, place);
    } catch {
      // Without a place to keep it, it is found out again next time.
    }
  };
  return { known, save };
}

function read<Found>(place: string): Record<string, Kept<Found>> {
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch {
    // There is none yet, or another program wrote it.
    return {};
  }
}

let sources: string | undefined;

/** These sources, and the version of TypeScript. */
function sourcesKey(): string {
  const hash = createHash('sha256').update(createRequire(import.meta.url)('typescript/package.json').version);
  addFolder(hash, import.meta.dirname);
  return hash.digest('base64url');
}

function keysOf(folder: string, files: readonly string[], partOf: (text: string) => string): Map<string, string> {
  const texts = new Map(files.map((file) => [file, partOf(readFileSync(file, 'utf8'))]));
  sources ??= sourcesKey();
  const shared = createHash('sha256').update(sources);
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (item.isDirectory()) addFolder(shared, join(folder, item.name));
  }
  const [index = ''] = texts.values();
  const common = shared.update(index).digest('base64url');
  const all = digest([...texts.values()]);
  const keyOf = (text: string) => digest([neighbor.test(text) ? common + all : common, text]);
  return new Map([...texts].map(([file, text]) => [file, keyOf(text)]));
}

function digest(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('base64url');
}

/** Adds the modules of a folder and of those in it. */
function addFolder(hash: Hash, folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(folder, path);
    // Editors leave links that lead to no file.
    const isModule = /\.[jt]s$/.test(path) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (isModule) hash.update(`${path}\0`).update(readFileSync(file));
  }
}
