import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '../../files.ts';
import { moduleFiles } from '../modules.ts';
import { oneValidator } from './modules.ts';

/**
 * Catalog -> the validator of each problem type as a module of its own for browsers, which exports it as default, and the
 * modules that they share.
 * @param runtime the folder of the runtime: its sources, or compiled
 * @returns JavaScript by file name: `session-invalid.js`
 */
export async function singleValidators(catalog: Catalog, runtime: string): Promise<Files> {
  const { build } = await import('esbuild');
  const modules = moduleFiles(catalog);
  const entries = new Map(catalog.problems.map((problem) => [problem.name, oneValidator(problem)]));
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries([...entries.keys()].map((name) => [name, `entry:${name}`])),
    outdir: '/',
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    chunkNames: 'shared-[hash]',
    logOverride: { 'import-is-undefined': 'error' },
    plugins: [
      {
        name: 'modules of the catalog',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }));
          onResolve({ filter: /^\./, namespace: 'entry' }, ({ path }) => inRuntime(posix.join('generated', path)));
          onResolve({ filter: /^\./, namespace: 'catalog' }, ({ path, importer }) =>
            inRuntime(posix.join('generated', posix.dirname(importer), path)),
          );
          onLoad({ filter: /./, namespace: 'entry' }, ({ path }) => ({
            contents: entries.get(path) ?? '',
            loader: 'ts',
          }));
          onLoad({ filter: /./, namespace: 'catalog' }, ({ path }) => ({
            contents: modules.get(path) ?? '',
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return new Map(outputFiles.map(({ path, text }) => [posix.basename(path.replaceAll('\\', '/')), text]));

  /** A module of the catalog, or one of the runtime beside them. */
  function inRuntime(path: string) {
    const [, own] = /^generated\/(.*)$/.exec(path) ?? [];
    // Compiled, the toolkit writes names of modules with .js.
    if (own !== undefined) return { path: own.replace(/\.js$/, '.ts'), namespace: 'catalog' };
    const file = join(runtime, path);
    return { path: existsSync(file) ? file : file.replace(/\.ts$/, '.js') };
  }
}
