import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { kept } from '../kept.ts';

/** Folder of the CommonJS build inside the package. */
export const commonJsFolder = 'cjs';

/**
 * Writes the CommonJS build of a compiled package, for test runners and servers that load by `require`: each entry point,
 * what several of them share as chunks, and the declarations.
 * @param folder the package, as compiled to ES modules
 * @param entries paths of its entry points, such as `express.js`
 */
export async function buildCommonJs(folder: string, entries: readonly string[]): Promise<void> {
  const out = join(folder, commonJsFolder);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const modules = paths.filter((path) => path.endsWith('.js')).sort();
  const input = modules.map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
  const made = await kept('commonjs', JSON.stringify([entries, input]), async () =>
    JSON.stringify(await bundles(folder, entries)),
  );
  for (const [path, code] of JSON.parse(String(made)) as [string, string][]) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), code);
  }
  for (const path of paths) {
    if (path.endsWith('.d.ts')) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      cpSync(join(folder, path), join(out, path));
    }
  }
  writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n');
}

/** Code by path in the folder of the CommonJS build. */
async function bundles(folder: string, entries: readonly string[]): Promise<[string, string][]> {
  const { build, transform } = await import('esbuild');
  const out = join(folder, commonJsFolder);
  // esbuild shares code between entry points of ES modules only, so these are made first.
  const { outputFiles } = await build({
    entryPoints: entries.map((entry) => join(folder, entry)),
    outbase: folder,
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    charset: 'utf8',
    chunkNames: 'shared/[hash]',
    write: false,
  });
  return Promise.all(
    outputFiles.map(async ({ path, text }): Promise<[string, string]> => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        charset: 'utf8',
        minifySyntax: true,
        minifyWhitespace: true,
      });
      return [relative(out, path).replaceAll('\\', '/'), code];
    }),
  );
}
