import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraryDir, workshop } from '../support.ts';
import { buildIn, digests } from './faulty-builds.ts';

/** The whole build, stopped at each of its steps: every output is the previous one, and the next build is right. */

const house = workshop();
let before: string[] = [];
const outputs = () =>
  digests(join(house, 'dist')).filter(
    (line) => !/^\/(\.building-|\w+\.(new|old)[/ ]|nginx\.conf\.new|server\.mjs\.new)/.test(line),
  );

beforeAll(async () => {
  const { code, stderr } = await buildIn(house, 'build');
  expect(code, stderr).toBe(0);
  before = outputs();
}, 300_000);

const places = [
  ['the mark of a build', 'dist/.building-'],
  ['the folder of the package', 'dist/package.new'],
  ['the last file of the package', 'dist/package.new/package.json'],
  ['the name of the package', 'renameSync .*dist/package$'],
  ['the server', 'dist/server.mjs.new'],
  ['the pages', 'dist/site.new/.*\\.html'],
  ['what Astro bundles', 'dist/site.new/_/'],
  ['the compressed files', 'dist/site.new/.*\\.br'],
  ['the manifest', 'dist/site.new/.manifest.json'],
  ['the name of the site', 'renameSync .*dist/site$'],
  ['the configuration of nginx', 'dist/nginx.conf.new'],
] as const;

describe.each(places)('at %s', (_, at) => {
  test('a full disk is said in one sentence, and leaves the previous output', async () => {
    const { code, stderr } = await buildIn(house, 'build', 'ENOSPC', at);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+: the disk is full \(ENOSPC\), so the previous output is unchanged\. [^\n]*\.\n$/);
    expect(digests(join(house, 'dist'))).toEqual(before);
  }, 300_000);

  test('SIGKILL leaves the previous output, and the next build removes the rest', async () => {
    expect((await buildIn(house, 'build', 'SIGKILL', at)).code).not.toBe(0);
    // Between two renames, the next build puts the previous output back.
    if (!at.startsWith('renameSync')) expect(outputs()).toEqual(before);
    expect(await buildIn(house, 'build')).toMatchObject({ code: 0 });
    expect(digests(join(house, 'dist'))).toEqual(before);
  }, 300_000);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s is said, and leaves the previous output',
  async (signal) => {
    // The moment is when this is there.
    for (const moment of ['.building-', 'package.new', 'site.new']) {
      const child = spawn(process.execPath, ['src/toolkit/bin.ts', 'build'], {
        cwd: house,
        env: { ...process.env, PROBLEMS_DIR: libraryDir },
      });
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      const ended = new Promise((done) => child.once('close', done));
      const path = join(house, 'dist', moment === '.building-' ? `.building-${child.pid}` : moment);
      await expect.poll(() => existsSync(path), { timeout: 120_000, interval: 20 }).toBe(true);
      child.kill(signal);
      await ended;
      expect(said).toContain(`dist: the build was stopped (${signal}), so unfinished output is unchanged.`);
      expect(digests(join(house, 'dist'))).toEqual(before);
    }
  },
  600_000,
);
