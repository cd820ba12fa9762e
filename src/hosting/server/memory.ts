import type { Bytes } from './store.ts';

/** Files in memory by the digest of their bytes, so that two builds share what they have in common. */
export class Memory {
  private readonly files = new Map<string, Bytes>();
  private readonly most: number;
  private used = 0;

  /** @param most bytes that it may hold; the files that were used last stay */
  constructor(most: number) {
    this.most = most;
  }

  /** Returns the bytes of a digest, if they are here. */
  get(digest: string): Bytes | undefined {
    const bytes = this.files.get(digest);
    // Only a full memory has to know the order of use.
    if (bytes && this.used > this.most / 2) {
      this.files.delete(digest);
      this.files.set(digest, bytes);
    }
    return bytes;
  }

  /** Tells whether the bytes of a digest are here. */
  has(digest: string): boolean {
    return this.files.has(digest);
  }

  /** Adds bytes, as long as there is room without removing any. */
  offer(digest: string, bytes: Bytes): void {
    if (this.used + bytes.length <= this.most) this.put(digest, bytes);
  }

  /** Adds bytes, in place of those that were used least recently. */
  put(digest: string, bytes: Bytes): void {
    if (bytes.length > this.most || this.files.has(digest)) return;
    this.files.set(digest, bytes);
    this.used += bytes.length;
    for (const oldest of this.files.keys()) {
      if (this.used <= this.most) break;
      this.remove(oldest);
    }
  }

  /** Removes all other bytes. */
  keep(digests: ReadonlySet<string>): void {
    for (const digest of this.files.keys()) if (!digests.has(digest)) this.remove(digest);
  }

  private remove(digest: string): void {
    this.used -= this.files.get(digest)?.length ?? 0;
    this.files.delete(digest);
  }
}
