import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../command.ts';
import { diskFault } from '../output.ts';

/** The first files of a project: all of them or none, and never in place of one that is there. */

/**
 * Writes the files that are not there yet, and package.json.
 * @param manifest the text of package.json, from the text that is there
 * @returns which files were written, and which were there
 * @throws UsageError, before anything is written, when a file is where a folder is to be
 */
export function writeProject(
  root: string,
  files: readonly (readonly [path: string, text: string])[],
  manifest: (before: string | undefined) => string,
): { readonly written: readonly string[]; readonly kept: readonly string[] } {
  const isThere = ([path]: readonly [string, string]) => existsSync(join(root, path));
  const [kept, missing] = [files.filter(isThere), files.filter((file) => !isThere(file))];
  for (const [path] of missing) refuseFileOnTheWay(root, path);
  const own = join(root, 'package.json');
  const text = manifest(existsSync(own) ? readFileSync(own, 'utf8').replace(/^\uFEFF/, '') : undefined);
  const made: string[] = [];
  try {
    for (const [path, content] of missing) {
      const file = join(root, path);
      const folder = mkdirSync(dirname(file), { recursive: true });
      if (folder !== undefined) made.push(folder);
      // Refused where a file has come meanwhile, which is not ours to remove.
      const descriptor = openSync(file, 'wx');
      made.push(file);
      writeFileSync(descriptor, content);
      closeSync(descriptor);
    }
    made.push(`${own}.new`);
    writeFileSync(`${own}.new`, text);
    renameSync(`${own}.new`, own);
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw diskFault(root, error) ?? error;
  }
  return { written: [...missing.map(([path]) => path), 'package.json'], kept: kept.map(([path]) => path) };
}

function refuseFileOnTheWay(root: string, path: string): void {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const place = join(root, folder);
    if (existsSync(place) && !statSync(place).isDirectory())
      throw new UsageError(`init: ${folder} must be a folder (was a file). Rename it, or run init in another folder.`);
  }
}
