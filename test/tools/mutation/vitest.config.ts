import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests of one room, on the sources: in a build a change of them would not show. */

const runtime = join(process.cwd(), 'src/runtime');

export default defineConfig({
  resolve: {
    alias: [
      { find: /^arcp-problems$/, replacement: `${runtime}/index.ts` },
      { find: /^arcp-problems\/(.+)$/, replacement: `${runtime}/$1.ts` },
      { find: /^.*\/dist\/package\/(.+)\.js$/, replacement: `${runtime}/$1.ts` },
    ],
  },
  test: {
    include: process.env.MUTATION_TESTS?.split(';') ?? [],
    exclude: ['**/*.long.test.ts'],
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 180_000,
  },
});
