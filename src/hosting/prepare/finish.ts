import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { kept } from '#emit/kept.ts';
import { allInlineCode, contentSecurityPolicy, type InlineCode, inlineCode, withPolicy } from './policy.ts';
import { contentOf, type SiteFile } from './site-files.ts';

/** The last look at each file: its policy, its digest, and `.br` and `.gz` beside it if it gets smaller by that. */

const compressible = /^(text\/|application\/(\w+\+)*(json|xml|javascript|wasm|manifest)|image\/svg)/;
const smallest = 512;
/** Sites above this many bytes are compressed a little less, and many times faster. */
const large = 32 * 1024 * 1024;
/** So are the files above this many, in any site: they are lists for programs, and change with every entry. */
const largeFile = 300_000;
/** How many files are in memory at the same time. */
const workers = 4;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

type Content = ReturnType<typeof contentOf>;

/** A file of the site, and what the manifest says about its bytes. */
export interface FinishedFile extends SiteFile, Content {
  readonly br?: Content;
  readonly gzip?: Content;
}

/** Finishes all files, and returns them with the policy of the whole site. */
export async function finish(
  siteDir: string,
  files: readonly SiteFile[],
): Promise<{ files: FinishedFile[]; policy: string }> {
  const wasm = files.some(({ path }) => path.endsWith('.wasm') || path.includes('/pagefind/'));
  const sizes = await Promise.all(files.map(async ({ path }) => (await stat(join(siteDir, path))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const isLarge = total > large;
  const pages: InlineCode[] = [];
  const finished: FinishedFile[] = [];
  const queue = files.entries();
  const work = async () => {
    for (const [index, file] of queue) {
      const target = join(siteDir, file.path);
      let bytes: Buffer = await readFile(target);
      if (file.group === 'page') {
        const code = inlineCode(bytes.toString());
        pages.push(code);
        bytes = Buffer.from(withPolicy(bytes.toString(), code, wasm));
        await writeFile(target, bytes);
      }
      finished[index] = { ...file, ...contentOf(bytes), ...(await compressed(file, bytes, target, isLarge)) };
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { files: finished, policy: contentSecurityPolicy(allInlineCode(pages), wasm) };
}

async function compressed({ type }: SiteFile, bytes: Buffer, target: string, isLarge: boolean) {
  if (!compressible.test(type) || bytes.length < smallest) return {};
  const quality = isLarge || bytes.length > largeFile ? 8 : constants.BROTLI_MAX_QUALITY;
  // What a large site is compressed to would fill the place where results are kept.
  const keep: typeof kept = isLarge ? async (_kind, _bytes, make) => Buffer.from(await make()) : kept;
  const [br, gz] = await Promise.all([
    keep('br', bytes, () =>
      brotli(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
    ),
    keep('gz', bytes, async () => {
      const made = await deflate(bytes, { level: constants.Z_BEST_COMPRESSION });
      // RFC 1952 section 2.3: the system that compressed it, Unix here whatever it was.
      made[9] = 3;
      return made;
    }),
  ]);
  if (Math.max(br.length, gz.length) >= bytes.length) return {};
  await Promise.all([writeFile(`${target}.br`, br), writeFile(`${target}.gz`, gz)]);
  return { br: contentOf(br), gzip: contentOf(gz) };
}
