import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, transform } from 'esbuild';

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
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      minifySyntax: true,
      minifyWhitespace: true,
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.d.ts') && relative(out, join(folder, path)).startsWith('..')) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      cpSync(join(folder, path), join(out, path));
    }
  }
  writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n');
}
