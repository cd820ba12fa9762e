import { spawn } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { root, run } from '../support.ts';
import { digests } from './faulty-builds.ts';

/** Two machines build the same bytes: one idle, one busy, elsewhere, with another language and clock. */

mkdirSync(join(root, 'dist'), { recursive: true });
const base = mkdtempSync(join(root, 'dist/machines-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A copy of the repository with packages of its own. */
function copy(folder: string): string {
  for (const item of readdirSync(root)) {
    if (['node_modules', 'dist', '.git', '.astro'].includes(item)) continue;
    cpSync(join(root, item), join(folder, item), { recursive: true });
  }
  rmSync(join(folder, 'src/runtime/generated'), { recursive: true, force: true });
  link(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** A folder of hard links: 1 GB of packages need not be copied. */
function link(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const item of readdirSync(from, { withFileTypes: true })) {
    // Caches of Astro and Vite.
    if (['.astro', '.vite', '.vite-temp', '.cache'].includes(item.name)) continue;
    const [source, target] = [join(from, item.name), join(to, item.name)];
    if (item.isDirectory()) link(source, target);
    else if (item.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else linkSync(source, target);
  }
}

test('a build on a busy machine gives the bytes of one on an idle machine', async () => {
  const [idle, busy] = [copy(join(base, 'idle')), copy(join(base, 'a/deeper/place'))];
  const first = await run('node', ['src/toolkit/bin.ts', 'build'], { cwd: idle });
  expect(first.code, first.stdout + first.stderr).toBe(0);

  const burners = Array.from({ length: availableParallelism() * 2 }, () =>
    spawn('nice', ['-n', '19', process.execPath, '-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  try {
    const clock = pathToFileURL(join(root, 'test/toolkit/fast-clock.mjs')).href;
    const second = await run('nice', ['-n', '19', 'node', 'src/toolkit/bin.ts', 'build'], {
      cwd: busy,
      env: {
        NODE_OPTIONS: `--import=${clock}`,
        UV_THREADPOOL_SIZE: '1',
        TZ: 'Pacific/Chatham',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        HOME: base,
        USER: 'somebody',
      },
    });
    expect(second.code, second.stdout + second.stderr).toBe(0);
  } finally {
    for (const burner of burners) burner.kill();
  }
  const [one, other] = [idle, busy].map((folder) => digests(join(folder, 'dist')));
  expect(one?.length).toBeGreaterThan(1000);
  expect(other).toEqual(one);
}, 1_800_000);
