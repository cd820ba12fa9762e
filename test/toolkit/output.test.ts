import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alone, BuildFault, diskFault, replaceFile, replaceFolder } from '#toolkit/output.ts';
import { temporary } from '../support.ts';

/** A build leaves the previous output or the new one, never a part. */

const folderWith = (text: string) => {
  const folder = join(temporary(), 'site');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), text);
  return folder;
};
const textIn = (folder: string) => readFileSync(join(folder, 'index.html'), 'utf8');
const fill = (text: string) => async (folder: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
};
const failing = (error: unknown) => async (folder: string) => {
  await fill('torn')(folder);
  throw error;
};
const diskError = (code: string) => Object.assign(new Error(`${code}: it failed`), { code });

test('a folder is replaced as a whole, and nothing else is left', async () => {
  const folder = folderWith('old');
  writeFileSync(join(folder, 'gone.html'), 'old');
  await replaceFolder(folder, fill('new'));
  expect(textIn(folder)).toBe('new');
  expect(readdirSync(folder)).toEqual(['index.html']);
  expect(readdirSync(join(folder, '..'))).toEqual(['site']);
});

test('while it is made, the previous one is there', async () => {
  const folder = folderWith('old');
  await replaceFolder(folder, async (next) => {
    await fill('new')(next);
    expect(textIn(folder)).toBe('old');
  });
});

test.each([
  ['ENOSPC', 'the disk is full (ENOSPC)'],
  ['EDQUOT', 'the disk quota is used up (EDQUOT)'],
  ['EROFS', 'the file system is read-only (EROFS)'],
  ['EACCES', 'the folder is read-only (EACCES)'],
])('%s leaves the previous folder, and is said in one sentence', async (code, fact) => {
  const folder = folderWith('old');
  const done = replaceFolder(folder, failing(diskError(code)));
  await expect(done).rejects.toThrow(BuildFault);
  await expect(done).rejects.toThrow(`site: ${fact}, so the previous output is unchanged. `);
  expect(textIn(folder)).toBe('old');
  expect(readdirSync(join(folder, '..'))).toEqual(['site']);
});

test('an error that is no fault of the disk is passed on', async () => {
  const folder = folderWith('old');
  const error = new TypeError('x is not a function');
  await expect(replaceFolder(folder, failing(error))).rejects.toBe(error);
  expect(textIn(folder)).toBe('old');
});

test.each([
  'ENOSPC: no space left on device, write',
  'Caused by:\n    No space left on device (os error 28)',
  'write /x: no space left on device',
])('a tool that says %j tells of a full disk', (said) => {
  expect(diskFault('/dist/site', said)?.message).toContain('the disk is full (ENOSPC)');
  expect(diskFault('/dist/site', new Error(said))?.message).toContain('the disk is full (ENOSPC)');
  expect(diskFault('/dist/site', 'x is not a function')).toBeUndefined();
});

test('what a killed build left is removed, or put back in its place', async () => {
  const folder = folderWith('old');
  await fill('torn')(`${folder}.new`);
  await replaceFolder(folder, fill('new'));
  expect(readdirSync(join(folder, '..'))).toEqual(['site']);
  // Killed between the two renames.
  renameSync(folder, `${folder}.old`);
  await expect(replaceFolder(folder, failing(new Error('no')))).rejects.toThrow('no');
  expect(textIn(folder)).toBe('new');
});

test('a file is replaced as a whole', async () => {
  const file = join(temporary(), 'nginx.conf');
  await replaceFile(file, 'one');
  await replaceFile(file, 'two');
  expect(readFileSync(file, 'utf8')).toBe('two');
  expect(readdirSync(join(file, '..'))).toEqual(['nginx.conf']);
  await expect(replaceFile(join(file, 'x'), 'three')).rejects.toThrow('ENOTDIR');
});

test('one build runs at a time; a mark that a killed one left does not count', async () => {
  const folder = join(temporary(), 'dist');
  let built = false;
  await alone(folder, async () => {
    built = true;
    expect(readdirSync(folder)).toEqual([`.building-${process.pid}`]);
  });
  expect(built).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
  // A number that no process can have.
  writeFileSync(join(folder, '.building-4194999'), '');
  await alone(folder, async () => {});
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, `.building-${process.ppid}`), '');
  const second = alone(folder, async () => expect.unreachable());
  await expect(second).rejects.toThrow(
    `dist: another build is running (process ${process.ppid}), so nothing was changed. Wait until it ends.`,
  );
  expect(existsSync(join(folder, `.building-${process.ppid}`))).toBe(true);
});
