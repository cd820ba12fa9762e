import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
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

/** The differences between a folder and what it should hold, as text for people; empty when there are none. */
export function driftOf(folder: string, files: Files, owns: (path: string) => boolean, label: string): string {
  const differences = [...files].flatMap(([path, text]) => {
    const [target, name] = [join(folder, path), `${label}/${path}`];
    if (!existsSync(target)) return [`${name}: the file is missing`];
    // Git can check files out with CR LF.
    const found = readFileSync(target, 'utf8').replaceAll('\r\n', '\n');
    return found === text ? [] : [createTwoFilesPatch(name, name, found, text, 'found', 'generated')];
  });
  const strays = strayFiles(folder, files, owns).map((path) => `${label}/${path}: the file is left over`);
  return [...differences, ...strays].join('\n');
}

function strayFiles(folder: string, files: Files, owns: (path: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .filter((path) => !files.has(path) && owns(path));
}

/** Writes a file of JSON with the bytes of `jsonText`, an item of its lists at a time. */
export function writeJson(file: string, value: object): void {
  const target = openSync(file, 'w');
  try {
    for (const part of jsonParts(value)) writeSync(target, part);
  } finally {
    closeSync(target);
  }
}

/**
 * Yields the text of `jsonText`, an item of its lists at a time: to encode a text of hundreds of megabytes at once takes
 * several times its memory.
 */
export function* jsonParts(value: object): Generator<string, undefined> {
  const indented = (inner: unknown, by: number) =>
    JSON.stringify(inner, null, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  let before = '{';
  for (const [name, inner] of fields) {
    const start = `${before}\n  ${JSON.stringify(name)}: `;
    before = ',';
    if (!Array.isArray(inner) || inner.length === 0) {
      yield start + indented(inner, 2);
      continue;
    }
    for (const [index, item] of inner.entries())
      yield `${index === 0 ? `${start}[` : ','}\n    ${indented(item ?? null, 4)}`;
    yield '\n  ]';
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}
