import type { Coding, Content } from './manifest.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Where the built files come from. Each platform has its own. */
export interface Store {
  /** The content codings whose files it can send unchanged. */
  readonly encodings: readonly Coding[];
  /**
   * Reads a file of the site, whole and checked: at once from memory, else from its place.
   * @param path as in the manifest, with the suffix `.br` or `.gz` for a compressed file
   * @throws {Unavailable} when the file is missing or contains other bytes
   */
  read(path: string, content: Content): Bytes | Promise<Bytes>;
}

/** Says that a file is not there as the manifest describes it: the site is being replaced, or damaged. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
