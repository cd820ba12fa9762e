import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { packageSource, root } from './paths.ts';

/**
 * Bundles the command line of the package into one file with the libraries it uses, so that the package has no
 * dependencies. Modules of the package itself are not bundled: they are beside it.
 * @param folder the package, as compiled
 */
export async function bundleCli(folder: string): Promise<void> {
  rmSync(join(folder, 'cli'), { recursive: true, force: true });
  rmSync(join(folder, 'cli.d.ts'), { force: true });
  const { metafile } = await build({
    entryPoints: [join(packageSource, 'cli.ts')],
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
          onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
            const file = relative(packageSource, join(resolveDir, path)).replaceAll('\\', '/');
            if (file.startsWith('..') || file.startsWith('cli/')) return undefined;
            return { path: `./${file.replace(/\.ts$/, '.js')}`, external: true };
          });
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
    const file = readdirSync(folder).find((item) => /^license/i.test(item));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `License: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `cli.js contains these libraries.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
