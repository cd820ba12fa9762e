import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import type { Files } from '../files.ts';

/**
 * Bundles the command line of the package into one file with the libraries it uses, so that the package has no
 * dependencies. Modules of the package itself are not bundled: they are beside it.
 * @param rooms the folder of the sources
 */
export async function commandFiles(rooms: string): Promise<Files> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(rooms, 'cli/bin.ts')],
    outfile: join(rooms, 'cli.js'),
    write: false,
    bundle: true,
    minify: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    absWorkingDir: rooms,
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
  return new Map([
    ['cli.js', outputFiles[0]?.text ?? ''],
    ['cli.LICENSES.txt', licenses(metafile, rooms)],
  ]);
}

/** The licenses of the bundled libraries, which ask to be passed on. */
function licenses({ inputs }: Metafile, rooms: string): string {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const texts = [...folders].sort().map((path) => {
    const folder = join(rooms, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder)
      .sort()
      .find((item) => /^license/i.test(item));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `License: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `cli.js contains these libraries.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
