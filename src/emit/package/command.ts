import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import type { Files } from '../files.ts';

/**
 * Bundles the command line of the package with the libraries it uses, so that the package has no dependencies. What only
 * some commands need is in files of its own, which are loaded when they are needed. Modules of the package itself are not
 * bundled, since they are beside it; only the few that every command needs, and that have no state, are.
 * @param rooms the folder of the sources
 */
export async function commandFiles(rooms: string): Promise<Files> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(rooms, 'cli/bin.ts')],
    outdir: join(rooms, 'cli'),
    chunkNames: '[name]-[hash]',
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    absWorkingDir: rooms,
    plugins: [
      {
        name: 'modules of Node.js that no command uses are not loaded',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^node:(?:child_process|process)$/ }, ({ path }) => ({ path, namespace: 'unused' }));
          onLoad({ filter: /./, namespace: 'unused' }, ({ path }) => ({
            contents: path === 'node:process' ? 'export default globalThis.process;' : 'export default {};',
          }));
        },
      },
      {
        name: 'modules of the package stay beside the command',
        setup({ onResolve }) {
          onResolve({ filter: /^#runtime\// }, ({ path }) =>
            /^#runtime\/(?:causes|routes|problem\/status\.)/.test(path)
              ? undefined
              : { path: path.replace('#runtime/', '../').replace(/\.ts$/, '.js'), external: true },
          );
        },
      },
    ],
  });
  return new Map([
    ['cli.js', "#!/usr/bin/env node\nimport './cli/bin.js';\n"],
    ...outputFiles.map(({ path, text }) => [`cli/${basename(path)}`, text] as const),
    ['cli/LICENSES.txt', licenses(metafile, rooms)],
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
  return `The command line (cli/*.js) contains these libraries.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
