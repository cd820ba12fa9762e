import { createHash } from 'node:crypto';
import {
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
  maker ??= makerKey();
  const file = join(place, kind, createHash('sha256').update(maker).update(input).digest('base64url'));
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
 * Removes what no build has used since a time.
 * @param time in milliseconds since 1970
 */
export function forgetBefore(time: number): void {
  if (!existsSync(place)) return;
  for (const item of readdirSync(place, { recursive: true, withFileTypes: true })) {
    const file = join(item.parentPath, item.name);
    if (item.isFile() && statSync(file).mtimeMs < time) rmSync(file, { force: true });
  }
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

/** The code that makes things: these sources, the versions of the dependencies and of Node.js. */
function makerKey(): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const path of readdirSync(rooms, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(rooms, path);
    if (path.includes('generated') || !statSync(file).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(file));
  }
  const lock = join(process.cwd(), 'package-lock.json');
  if (existsSync(lock)) hash.update(readFileSync(lock));
  return hash.digest('base64url');
}
