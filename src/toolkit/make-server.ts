import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kept } from '#emit/kept.ts';
import { replaceFile } from './output.ts';
import { isSource, rooms } from './project.ts';

/** Writes the server of a built site, which needs Node 20 and no packages. */
export async function makeServer(file: string): Promise<void> {
  await replaceFile(file, isSource ? await serverBundle() : readFileSync(join(rooms, 'server.mjs')));
}

/** Bundles the server into one file. */
export function serverBundle(): Promise<Uint8Array> {
  return kept('server', '', async () => {
    const { build } = await import('esbuild');
    const { outputFiles } = await build({
      entryPoints: [join(rooms, 'hosting/server/node.ts')],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      absWorkingDir: rooms,
      // Comments would name the folders of this machine.
      minifyWhitespace: true,
    });
    return outputFiles[0]?.contents ?? new Uint8Array();
  });
}
