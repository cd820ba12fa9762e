import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, temporary } from '../support.ts';

/** The built command line, run as a program of its own. */

export const cliFile = join(root, 'dist/package/cli.js');

export async function cli(args: readonly string[], options: Parameters<typeof run>[2] = {}) {
  const result = await run(process.execPath, [cliFile, ...args], options);
  // Where a program fails in silence, `run` tells that it failed.
  return { ...result, stderr: result.stderr.replace(/^Error: Command failed: .*\n?/, '') };
}

/** A file in a folder of its own, which is removed after the test. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(temporary(), name);
  writeFileSync(path, content);
  return path;
}
