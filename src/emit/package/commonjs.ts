import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { keptFolder } from '../kept.ts';

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
  const digest = createHash('sha256').update(JSON.stringify(entries));
  for (const path of modules) digest.update(`\0${path}\0`).update(readFileSync(join(folder, path)));
  const temporary = join(folder, '.commonjs');
  const made = await keptFolder('commonjs', digest.digest('hex'), temporary, (next) => bundle(folder, entries, next));
  cpSync(made, out, { recursive: true });
  rmSync(temporary, { recursive: true, force: true });
  for (const path of paths) {
    if (path.endsWith('.d.ts')) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      cpSync(join(folder, path), join(out, path));
    }
  }
  writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n');
}

/** Writes the code. It goes from file to file, since code for thousands of types takes several times its size in memory. */
async function bundle(folder: string, entries: readonly string[], out: string): Promise<void> {
  const { build, stop, transform } = await import('esbuild');
  const common = { platform: 'node', target: 'node20', charset: 'utf8' } as const;
  const shared = join(out, '.modules');
  // esbuild shares code between entry points of ES modules only, so these are made first.
  await build({
    ...common,
    entryPoints: entries.map((entry) => join(folder, entry)),
    outbase: folder,
    outdir: shared,
    bundle: true,
    splitting: true,
    format: 'esm',
    packages: 'external',
    chunkNames: 'shared/[hash]',
    assetNames: 'shared/[hash]',
    plugins: [causesCopied],
  });
  for (const path of readdirSync(shared, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.js')) continue;
    const module = readFileSync(join(shared, path), 'utf8');
    const { code } = await transform(module, { ...common, format: 'cjs', minifySyntax: true, minifyWhitespace: true });
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), code);
  }
  await stop();
  rmSync(shared, { recursive: true });
}

/** The causes are all data, and import nothing: esbuild does not have to read them to share them. */
const causesCopied: Plugin = {
  name: 'causes copied',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]generated[\\/]causes\.js$/ }, ({ path }) => ({
      contents: readFileSync(path),
      loader: 'copy',
    }));
  },
};
