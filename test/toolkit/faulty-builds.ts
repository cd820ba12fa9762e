import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { libraryDir, root, run } from '../support.ts';

/** Builds of the library catalog that something stops. */

const preload = pathToFileURL(join(root, 'test/toolkit/faulty-disk.mjs')).href;

/**
 * Builds in a copy of the repository.
 * @param fault code of an error, or a signal
 * @param at where it strikes: a pattern of the operation and its path
 */
export function buildIn(workshop: string, command: 'build' | 'package', fault?: string, at = '.') {
  const struck = fault ? { NODE_OPTIONS: `--import=${preload}`, DISK_FAULT: fault, DISK_FAULT_AT: at } : {};
  return run(process.execPath, ['src/toolkit/bin.ts', 'build', ...(command === 'package' ? ['--package'] : [])], {
    cwd: workshop,
    env: { PROBLEMS_DIR: libraryDir, ...struck },
  });
}

/** Path and digest of each file of a folder, in order. The mark of a whole build follows the place and times of its sources. */
export function digests(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .filter((file) => file !== join(folder, 'built-from'))
    .map((file) => `${file.slice(folder.length)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .sort();
}
