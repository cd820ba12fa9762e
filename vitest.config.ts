import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The folder of another catalog, which then is tried alone.
const isOtherCatalog = Boolean(process.env.PROBLEMS_DIR);
const include = [isOtherCatalog ? 'test/any-catalog/*.test.ts' : 'test/**/*.test.ts'];
const exclude = ['**/node_modules/**', 'dist/**', '**/*.long.test.ts'];

/**
 * Tests that read values and change nothing around them: one process runs many files, and loads each module once. Those
 * that define problem types change what the runtime knows of them.
 */
const inMemory = ['test/catalog', 'test/diagnose', 'test/emit'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter(
      (file) => /(?<!\.long)\.test\.ts$/.test(file) && !/\bvi\.|\bdefineProblemType\(/.test(readFileSync(file, 'utf8')),
    ),
);

export default defineConfig({
  // The pages take it from the language of their catalog.
  resolve: {
    alias: {
      'virtual:problem-catalog/translation': fileURLToPath(new URL('src/catalog/translations/en.ts', import.meta.url)),
    },
  },
  test: {
    globalSetup: 'test/absent.ts',
    // The tests wait much for browsers and commands: each core takes a file, rather than all but one.
    maxWorkers: '100%',
    testTimeout: 30_000,
    // A page in a browser shows what was asked for after a while.
    expect: { poll: { timeout: 20_000 } },
    // A machine that others use may fail a test once; a fault in the code fails it twice.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include,
          exclude: [...exclude, ...inMemory],
          typecheck: { enabled: !isOtherCatalog, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
        },
      },
      ...(isOtherCatalog
        ? []
        : [{ extends: true as const, test: { name: 'in memory', include: inMemory, isolate: false } }]),
    ],
  },
});
