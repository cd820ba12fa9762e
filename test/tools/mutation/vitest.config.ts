import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { Instrumented } from './instrument.ts';

/** The tests of one room, on the changed sources: in a build a change of them would not show. */

const root = fileURLToPath(new URL('../../..', import.meta.url));
const runtime = join(root, 'src/runtime');
const { code }: Instrumented = JSON.parse(
  readFileSync(join(String(process.env.MUTATION_FOLDER), 'mutants.json'), 'utf8'),
);

export default defineConfig({
  root,
  plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => code[id.split('?', 1)[0] ?? ''] }],
  resolve: {
    alias: [
      { find: 'virtual:problem-catalog/translation', replacement: join(root, 'src/catalog/translations/en.ts') },
      { find: /^arcp-problems$/, replacement: `${runtime}/index.ts` },
      { find: /^arcp-problems\/(.+)$/, replacement: `${runtime}/$1.ts` },
      { find: /^.*\/dist\/package\/(.+)\.js$/, replacement: `${runtime}/$1.ts` },
    ],
  },
  test: {
    include: process.env.MUTATION_TESTS?.split(';') ?? [],
    exclude: ['**/*.long.test.ts'],
    runner: join(import.meta.dirname, 'runner.ts'),
    // A file of transformed code is kept by that on the disk, which has no changes.
    fsModuleCache: false,
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    // A test runs a thousand times.
    testTimeout: 3_600_000,
    hookTimeout: 180_000,
    reporters: ['dot'],
    silent: true,
  },
});
