import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Content, contentsOf, type Manifest } from './manifest.ts';
import type { Memory } from './memory.ts';
import { type Bytes, type Store, Unavailable } from './store.ts';

/** How many files are read at the same time. */
const readers = 8;

/** The files of a folder, kept in memory. */
export class Folder implements Store {
  readonly encodings = ['br', 'gzip'] as const;
  private readonly folder: string;
  private readonly memory: Memory;
  private readonly underWay = new Map<string, Promise<Bytes>>();

  constructor(folder: string, memory: Memory) {
    this.folder = folder;
    this.memory = memory;
  }

  read(path: string, content: Content): Bytes | Promise<Bytes> {
    return this.memory.get(content.digest) ?? this.load(path, content);
  }

  private load(path: string, content: Content): Promise<Bytes> {
    const { digest } = content;
    let loading = this.underWay.get(digest);
    if (!loading) {
      loading = readExactly(join(this.folder, path), content).finally(() => this.underWay.delete(digest));
      this.underWay.set(digest, loading);
      loading.then((bytes) => this.memory.put(digest, bytes)).catch(() => {});
    }
    return loading;
  }

  /**
   * Compares the files with a manifest, and keeps in memory what it has room for.
   * @param known digests that were found before; gains those found now
   * @returns why each file that is not as the manifest says is not available
   */
  async verify(manifest: Manifest, known: Set<string>): Promise<Unavailable[]> {
    const wrong: Unavailable[] = [];
    const queue = contentsOf(manifest);
    const work = async () => {
      for (const [path, content] of queue) {
        const { digest } = content;
        if (known.has(digest) || this.memory.has(digest)) continue;
        try {
          this.memory.offer(digest, await readExactly(join(this.folder, path), content));
          known.add(digest);
        } catch (error) {
          wrong.push(error as Unavailable);
        }
      }
    };
    await Promise.all(Array.from({ length: readers }, work));
    return wrong;
  }
}

/** Reads a file, and no byte more than it should have. */
async function readExactly(file: string, { size, digest }: Content): Promise<Bytes> {
  const bytes = new Uint8Array(size + 1);
  let length = 0;
  try {
    const handle = await open(file);
    try {
      for (;;) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
        length += bytesRead;
        if (bytesRead === 0 || length > size) break;
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Unavailable(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
  if (length !== size)
    throw new Unavailable(
      `${file} has ${length > size ? 'more than ' : ''}${Math.min(length, size)} bytes, not ${size}`,
    );
  const body = bytes.subarray(0, size);
  if (createHash('sha256').update(body).digest('base64url') !== digest) {
    throw new Unavailable(`${file} contains other bytes than the manifest says`);
  }
  return body;
}
