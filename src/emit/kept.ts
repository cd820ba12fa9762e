import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * What takes long to make and depends on its input alone, kept in `node_modules` from one build to the next. It is made
 * again after any change of these sources, of the dependencies or of Node.js.
 */

const modules = join(process.cwd(), 'node_modules');
const place = join(modules, '.cache/problem-catalog');
const rooms = resolve(import.meta.dirname, '..');

let maker: string | undefined;

/**
 * Returns what was made of an input before, or makes it. Without a `node_modules` in the working directory, nothing is kept.
 * @param kind what is made: a name of a folder
 * @param input all that the result depends on, but for the code that makes it
 */
export async function kept(
  kind: string,
  input: string | Uint8Array,
  make: () => Promise<string | Uint8Array>,
): Promise<Buffer<ArrayBuffer>> {
  if (!existsSync(modules)) return Buffer.from(await make());
  const file = placeOf(kind, input);
  try {
    const known = Buffer.from(readFileSync(file));
    utimesSync(file, new Date(), new Date());
    return known;
  } catch {
    const made = Buffer.from(await make());
    keep(file, made);
    return made;
  }
}

/**
 * Returns a folder that was made of an input before, or makes it: as `kept` does.
 * @param temporary the folder to make where nothing can be kept; who asks removes it
 * @param make fills the folder, which does not exist yet; it may be moved afterwards
 */
export async function keptFolder(
  kind: string,
  input: string,
  temporary: string,
  make: (next: string) => Promise<void>,
): Promise<string> {
  const folder = placeOf(kind, input);
  if (!existsSync(folder)) {
    if (!existsSync(modules) || !canWrite(dirname(folder))) {
      await make(temporary);
      return temporary;
    }
    const next = `${folder}.${process.pid}`;
    await make(next);
    try {
      renameSync(next, folder);
    } catch (error) {
      rmSync(next, { recursive: true, force: true });
      // Another process was faster.
      if (!existsSync(folder)) throw error;
    }
  }
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // It can be read, but belongs to somebody else.
  }
  return folder;
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** How long another build may still read a folder, in milliseconds. */
const longestBuild = 3_600_000;

/**
 * Removes what no build has used since a time.
 * @param time in milliseconds since 1970
 */
export function forgetBefore(time: number): void {
  if (!existsSync(place)) return;
  for (const kind of readdirSync(place, { withFileTypes: true })) {
    if (!kind.isDirectory()) continue;
    for (const name of readdirSync(join(place, kind.name))) {
      const path = join(place, kind.name, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      const oldest = stat?.isDirectory() ? time - longestBuild : time;
      if (stat && stat.mtimeMs < oldest) rmSync(path, { recursive: true, force: true });
    }
  }
}

function placeOf(kind: string, input: string | Uint8Array): string {
  maker ??= makerKey();
  return join(place, kind, createHash('sha256').update(maker).update(input).digest('base64url'));
}

function keep(file: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, bytes);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Without a place to keep it, it is made again next time.
  }
}

/** What package managers write of the versions that they install. */
const locks = [
  'package-lock.json',
  'node_modules/.package-lock.json',
  'node_modules/.modules.yaml',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
];

/** The code that makes things: these sources, the versions of the dependencies and of Node.js. */
function makerKey(): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const path of readdirSync(rooms, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(rooms, path);
    if (path.includes('generated') || !statSync(file).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(file));
  }
  for (const lock of locks) {
    const file = join(process.cwd(), lock);
    if (existsSync(file)) hash.update(`${lock}\0`).update(readFileSync(file));
  }
  return hash.digest('base64url');
}
