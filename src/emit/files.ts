import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createTwoFilesPatch } from 'diff';

/** What an emitter gives: path inside the output folder -> text. */
export type Files = ReadonlyMap<string, string>;

/** JSON as this project writes it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Makes a folder hold exactly these files. Files that are already right are not touched; a file is written whole or not
 * at all.
 * @param owns which of the files found in the folder are ours to remove
 * @returns paths that were written or removed
 */
export function writeFiles(folder: string, files: Files, owns: (path: string) => boolean): string[] {
  const changed: string[] = [];
  for (const [path, text] of files) {
    const target = join(folder, path);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.new`, text);
    renameSync(`${target}.new`, target);
    changed.push(path);
  }
  for (const path of strayFiles(folder, files, owns)) {
    rmSync(join(folder, path));
    changed.push(path);
  }
  return changed;
}

/** The differences between a folder and what it should hold, as one patch; empty when there are none. */
export function driftOf(folder: string, files: Files, owns: (path: string) => boolean, label: string): string {
  const patches: string[] = [];
  const add = (path: string, found: string, wanted: string) => {
    if (found !== wanted)
      patches.push(createTwoFilesPatch(`${label}/${path}`, `${label}/${path}`, found, wanted, 'found', 'generated'));
  };
  for (const [path, text] of files) {
    const target = join(folder, path);
    // Git can check files out with CR LF.
    add(path, existsSync(target) ? readFileSync(target, 'utf8').replaceAll('\r\n', '\n') : '', text);
  }
  for (const path of strayFiles(folder, files, owns)) add(path, readFileSync(join(folder, path), 'utf8'), '');
  return patches.join('\n');
}

function strayFiles(folder: string, files: Files, owns: (path: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .filter((path) => !files.has(path) && owns(path));
}
