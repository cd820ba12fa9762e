import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { libraryDir, workshop } from '../support.ts';
import { buildIn, digests } from './faulty-builds.ts';

/** A build of the package that something stops leaves the previous package; faults.long.test.ts has the whole build. */

/** Several builds, in milliseconds. */
const slow = 120_000;
const house = workshop();
let before: string[] = [];

beforeAll(async () => {
  const { code, stderr } = await buildIn(house, 'package');
  expect(code, stderr).toBe(0);
  before = digests(join(house, 'dist'));
  expect(before.length).toBeGreaterThan(50);
});

test.each([
  ['a full disk', 'ENOSPC', 'dist/package.new/catalog.json', 'dist/package: the disk is full (ENOSPC)'],
  ['a read-only disk', 'EROFS', 'dist/.building-', 'dist: the file system is read-only (EROFS)'],
  ['a folder that may not be written', 'EACCES', 'dist/.building-', 'dist: the folder is read-only (EACCES)'],
])(
  '%s is said in one sentence, and the previous package stays',
  async (_, fault, at, said) => {
    const { code, stderr } = await buildIn(house, 'package', fault, at);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[^\n]*, then build again\.\n$/);
    expect(stderr).toContain(`${said}, so the previous output is unchanged. `);
    expect(digests(join(house, 'dist'))).toEqual(before);
  },
  slow,
);

test(
  'a killed build leaves the previous package, and the next build removes what it left',
  async () => {
    const { stderr } = await buildIn(house, 'package', 'SIGKILL', 'dist/package.new/openapi.json');
    expect(stderr).toContain('Command failed');
    expect(digests(join(house, 'dist')).filter((line) => line.startsWith('/package/'))).toEqual(before);
    expect((await buildIn(house, 'package')).code).toBe(0);
    expect(digests(join(house, 'dist'))).toEqual(before);
  },
  slow,
);

test(
  'a second build at the same time changes nothing, and says why',
  async () => {
    const first = spawn(process.execPath, ['src/toolkit/bin.ts', 'build', '--package'], {
      cwd: house,
      env: { ...process.env, PROBLEMS_DIR: libraryDir },
    });
    const ended = new Promise((done) => first.once('exit', done));
    await expect.poll(() => existsSync(join(house, `dist/.building-${first.pid}`)), { timeout: slow }).toBe(true);
    const { code, stderr } = await buildIn(house, 'package');
    expect([code, stderr]).toEqual([
      1,
      `dist: another build is running (process ${first.pid}), so nothing was changed. Wait until it ends.\n`,
    ]);
    expect(await ended).toBe(0);
    expect(digests(join(house, 'dist'))).toEqual(before);
  },
  slow,
);
