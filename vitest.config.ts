import { defineConfig } from 'vitest/config';
import { isOtherCatalog, root } from './src/toolkit/paths.ts';

export default defineConfig({
  // The apps of test/runtime/frameworks import the package by its name, since they also run where it is installed.
  resolve: {
    alias: [
      { find: /^arcp-problems\/(express|fastify|fetch|h3|hono|koa|nest)$/, replacement: `${root}/src/runtime/$1.ts` },
    ],
  },
  test: {
    include: [isOtherCatalog ? 'test/any-catalog/*.test.ts' : 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', '**/*.long.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    typecheck: { enabled: !isOtherCatalog, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
  },
});
