import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { root } from '#toolkit/paths.ts';

/**
 * Bundles the command line of the package into one file with the libraries it uses, so that the package has no
 * dependencies. Modules of the package itself are not bundled: they are beside it.
 * @param folder the package, as compiled
 */
export async function bundleCli(folder: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: [join(root, 'src/cli/bin.ts')],
    outfile: join(folder, 'cli.js'),
    bundle: true,
    minify: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    absWorkingDir: root,
    plugins: [
      {
        name: 'modules of the package stay beside the command',
        setup({ onResolve }) {
          onResolve({ filter: /^#runtime\// }, ({ path }) => ({
            path: path.replace('#runtime/', './').replace(/\.ts$/, '.js'),
            external: true,
          }));
        },
      },
    ],
  });
  writeFileSync(join(folder, 'cli.LICENSES.txt'), licenses(metafile));
}

/** The licenses of the bundled libraries, which ask to be passed on. */
function licenses({ inputs }: Metafile): string {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const texts = [...folders].sort().map((path) => {
    const folder = join(root, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder)
      .sort()
      .find((item) => /^license/i.test(item));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `License: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `cli.js contains these libraries.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
