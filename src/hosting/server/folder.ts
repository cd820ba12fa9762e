import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Range, Store } from './store.ts';

/** Files kept in memory, in bytes: all of them together, and the largest one. */
const most = 64 * 1024 * 1024;
const largest = 1024 * 1024;

/** A store over a folder. Small files stay in memory, the least recently used ones go first. */
export function folderStore(folder: string): Store {
  const cache = new Map<string, Uint8Array<ArrayBuffer>>();
  let held = 0;

  async function small(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const known = cache.get(path);
    if (known) {
      cache.delete(path);
      cache.set(path, known);
      return known;
    }
    const file = join(folder, path);
    if ((await stat(file)).size > largest) return undefined;
    const bytes = new Uint8Array(await readFile(file));
    if (!cache.has(path)) held += bytes.length;
    cache.set(path, bytes);
    for (const [oldest, { length }] of cache) {
      if (held <= most) break;
      cache.delete(oldest);
      held -= length;
    }
    return bytes;
  }

  return {
    encodings: ['br', 'gzip'],
    async open(path: string, range?: Range) {
      const bytes = await small(path);
      if (bytes) return range ? bytes.slice(range.start, range.end + 1) : bytes;
      return Readable.toWeb(createReadStream(join(folder, path), range)) as ReadableStream<Uint8Array>;
    },
  };
}
