/** Where the built files come from. Each platform brings its own. */
export interface Store {
  /** The content codings whose files it can hand out as they are. */
  readonly encodings: readonly ('br' | 'gzip')[];
  /**
   * Opens a file of the site.
   * @param path as in the manifest, with the suffix `.br` or `.gz` for a compressed file
   * @param range first and last byte, both included
   */
  open(path: string, range?: Range): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>>;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A whole file as text. */
export async function textOf(store: Store, path: string): Promise<string> {
  return new Response(await store.open(path)).text();
}
