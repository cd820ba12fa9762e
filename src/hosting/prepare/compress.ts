import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentOf, type SiteFile } from './site-files.ts';

/** `.br` and `.gz` beside each file that gets smaller by it. */

const compressible = /^(text\/|application\/(\w+\+)*(json|xml|javascript|wasm|manifest)|image\/svg)/;
const smallest = 512;
/** Sites above this many bytes are compressed a little less, and many times faster. */
const large = 32 * 1024 * 1024;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export type Compressed = Record<'br' | 'gzip', ReturnType<typeof contentOf>>;

/** Writes the compressed files, and returns what they contain, by the path of the plain file. */
export async function compress(siteDir: string, files: readonly SiteFile[]): Promise<Map<string, Compressed>> {
  const candidates = files.filter(({ type, bytes }) => compressible.test(type) && bytes.length >= smallest);
  const total = candidates.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const quality = total > large ? 8 : constants.BROTLI_MAX_QUALITY;
  const compressed = new Map<string, Compressed>();
  const queue = candidates.values();
  const work = async () => {
    for (const { path, bytes } of queue) {
      const [br, gz] = await Promise.all([
        brotli(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }),
        deflate(bytes, { level: constants.Z_BEST_COMPRESSION }),
      ]);
      // RFC 1952 section 2.3: the system that compressed it, Unix here whatever it was.
      gz[9] = 3;
      if (Math.max(br.length, gz.length) >= bytes.length) continue;
      const target = join(siteDir, path);
      await Promise.all([writeFile(`${target}.br`, br), writeFile(`${target}.gz`, gz)]);
      compressed.set(path, { br: contentOf(br), gzip: contentOf(gz) });
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return compressed;
}
