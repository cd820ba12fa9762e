import { join } from 'node:path';
import { build } from 'esbuild';
import { replaceFile } from './output.ts';
import { root } from './paths.ts';

/** Bundles the server of a built site into one file, which needs Node 20 and no packages. */
export async function makeServer(file: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/hosting/server/node.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    absWorkingDir: root,
    // Comments would name the folders of this machine.
    minifyWhitespace: true,
  });
  await replaceFile(file, outputFiles[0]?.contents ?? '');
}
