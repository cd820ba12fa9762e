import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '../../files.ts';
import { problemModule, withModules } from '../modules.ts';
import { singleFiles } from './modules.ts';

/** What the validators of all types use, by path in the runtime. */
const shared = [
  'generated/validators/shared.ts',
  'problem/constructor.ts',
  'validate/rows.ts',
  'validate/table.ts',
  'validate/validate.ts',
];

/** How many types are bundled at once, so that memory does not grow with the catalog. */
const atOnce = 500;

const options = {
  outdir: '/',
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  logOverride: { 'import-is-undefined': 'error' },
} as const satisfies BuildOptions;

/**
 * Catalog -> the validator of each problem type as a module of its own for browsers, which exports it as default, and a
 * module of what they share.
 * @param runtime the folder of the runtime: its sources, or compiled
 * @returns JavaScript by file name: `session-invalid.js`
 */
export async function singleValidators(whole: Catalog, runtime: string): Promise<Files> {
  const { build } = await import('esbuild');
  const catalog = withModules(whole);
  const modules = new Map([['all.ts', shared.map((path) => `export * from './${path}';`).join('\n')]]);
  for (const [path, text] of singleFiles(catalog)) modules.set(`generated/${path}`, text);
  for (const problem of catalog.problems) {
    modules.set(`generated/${problem.name}.ts`, problemModule(catalog, problem));
  }

  const files = new Map<string, string>();
  await bundle({ shared: 'all.ts' }, '[name]-[hash]');
  const [sharedFile] = files.keys();
  for (let start = 0; start < catalog.problems.length; start += atOnce) {
    const some = catalog.problems.slice(start, start + atOnce);
    await bundle(
      Object.fromEntries(some.map(({ name }) => [name, `generated/${name}.validator.ts`])),
      '[name]',
      sharedFile,
    );
  }
  return files;

  async function bundle(entryPoints: Record<string, string>, entryNames: string, known?: string): Promise<void> {
    const { outputFiles } = await build({ ...options, entryPoints, entryNames, plugins: [ofCatalog(known)] });
    for (const { path, text } of outputFiles) files.set(posix.basename(path.replaceAll('\\', '/')), text);
  }

  /** Finds the modules of the catalog, and those of the runtime beside them. */
  function ofCatalog(known: string | undefined): Plugin {
    const namespace = 'catalog';
    return {
      name: 'modules of the catalog',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /./, namespace: '' }, ({ path, kind }) =>
          kind === 'entry-point' ? { path, namespace } : undefined,
        );
        onResolve({ filter: /^\./, namespace }, ({ path, importer }) => {
          const asked = posix.join(posix.dirname(importer), path);
          // Compiled, the toolkit writes names of modules with .js.
          const module = asked.replace(/\.js$/, '.ts');
          if (known !== undefined && shared.includes(module)) return { path: `./${known}`, external: true };
          for (const one of [asked, module]) if (modules.has(one)) return { path: one, namespace };
          const file = join(runtime, module);
          return { path: existsSync(file) ? file : file.replace(/\.ts$/, '.js') };
        });
        onLoad({ filter: /./, namespace }, ({ path }) => ({ contents: modules.get(path) ?? '', loader: 'ts' }));
      },
    };
  }
}
