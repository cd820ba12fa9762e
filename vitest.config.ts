import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The folder of another catalog, which then is tried alone.
const isOtherCatalog = Boolean(process.env.PROBLEMS_DIR);

export default defineConfig({
  // The pages take it from the language of their catalog.
  resolve: {
    alias: {
      'virtual:problem-catalog/translation': fileURLToPath(new URL('src/catalog/translations/en.ts', import.meta.url)),
    },
  },
  test: {
    include: [isOtherCatalog ? 'test/any-catalog/*.test.ts' : 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', '**/*.long.test.ts'],
    globalSetup: 'test/absent.ts',
    // The tests wait much for browsers and commands: each core takes a file, rather than all but one.
    maxWorkers: '100%',
    testTimeout: 30_000,
    // A page in a browser shows what was asked for after a while.
    expect: { poll: { timeout: 20_000 } },
    // A machine that others use may fail a test once; a fault in the code fails it twice.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 180_000,
    typecheck: { enabled: !isOtherCatalog, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
  },
});
