import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, relative } from 'node:path';

/** What commands leave: each folder and file is the previous one or the new one, whole. */

/** A reason to stop that has been said in full; no stack trace would add to it. */
export class BuildFault extends Error {
  override readonly name = 'BuildFault';
}

/** What is removed when the process ends, however it ends. */
const unfinished = new Set<string>();
process.once('exit', () => {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
});

/**
 * Makes a folder beside the one that it replaces.
 * @param make fills the folder, which does not exist yet
 * @throws {BuildFault} when the disk does not take it; then the previous folder is unchanged
 */
export async function replaceFolder(folder: string, make: (next: string) => Promise<void>): Promise<void> {
  const [next, former] = [`${folder}.new`, `${folder}.old`];
  await onDisk(folder, async () => {
    // A process that was killed between the two renames left the previous folder under this name.
    if (!existsSync(folder) && existsSync(former)) renameSync(former, folder);
    for (const left of [next, former]) rmSync(left, { recursive: true, force: true });
    unfinished.add(next);
    try {
      await make(next);
      if (existsSync(folder)) renameSync(folder, former);
      renameSync(next, folder);
    } catch (error) {
      if (!existsSync(folder) && existsSync(former)) renameSync(former, folder);
      rmSync(next, { recursive: true, force: true });
      throw error;
    }
    unfinished.delete(next);
    rmSync(former, { recursive: true, force: true });
  });
}

/**
 * Writes a file whole or not at all.
 * @throws {BuildFault} when the disk does not take it; then the previous file is unchanged
 */
export async function replaceFile(file: string, text: string | Uint8Array): Promise<void> {
  const next = `${file}.new`;
  await onDisk(file, async () => {
    unfinished.add(next);
    writeFileSync(next, text);
    renameSync(next, file);
    unfinished.delete(next);
  });
}

/**
 * Runs one build at a time: two would write the same files.
 * @throws {BuildFault} when another one runs
 */
export async function alone(folder: string, build: () => Promise<void>): Promise<void> {
  const own = join(folder, `.building-${process.pid}`);
  await onDisk(folder, async () => {
    mkdirSync(folder, { recursive: true });
    unfinished.add(own);
    writeFileSync(own, '');
  });
  for (const name of readdirSync(folder)) {
    const [, pid] = /^\.building-(\d+)$/.exec(name) ?? [];
    if (!pid || Number(pid) === process.pid) continue;
    if (isAlive(Number(pid))) {
      const place = relative(process.cwd(), folder);
      throw new BuildFault(
        `${place}: another build is running (process ${pid}), so nothing was changed. Wait until it ends.`,
      );
    }
    rmSync(join(folder, name), { force: true });
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      console.error(
        `${relative(process.cwd(), folder)}: the build was stopped (${signal}), so unfinished output is unchanged.`,
      );
      process.exit(128 + constants.signals[signal]);
    });
  }
  await build();
  rmSync(own, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Faults of a disk: their code, what tools say that give no code, and a way out. */
const faults: readonly (readonly [code: string, said: RegExp, fact: string, fix: string])[] = [
  ['ENOSPC', /\bENOSPC\b|no space left on device/i, 'the disk is full', 'Free some space'],
  ['EDQUOT', /\bEDQUOT\b|disk quota exceeded/i, 'the disk quota is used up', 'Free some space'],
  ['EROFS', /\bEROFS\b|read-only file system/i, 'the file system is read-only', 'Build where files can be written'],
  ['EACCES', /\bEACCES\b|permission denied/i, 'the folder is read-only', 'Make it writable'],
  ['EPERM', /\bEPERM\b|operation not permitted/i, 'the folder is read-only', 'Make it writable'],
  ['EMFILE', /\bEMFILE\b|too many open files/i, 'too many files are open', 'Raise the limit (ulimit -n)'],
];

/**
 * Returns a sentence about a disk that does not take what is written; undefined for other errors.
 * @param error an error, or what a tool printed
 */
export function diskFault(path: string, error: unknown): BuildFault | undefined {
  const { code = '', message = String(error) } = (error ?? {}) as NodeJS.ErrnoException;
  const fault = faults.find(([name, said]) => code === name || said.test(message));
  if (!fault) return undefined;
  const [name, , fact, fix] = fault;
  const place = relative(process.cwd(), path);
  return new BuildFault(`${place}: ${fact} (${name}), so the previous output is unchanged. ${fix}, then build again.`);
}

async function onDisk(path: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    throw diskFault(path, error) ?? error;
  }
}
