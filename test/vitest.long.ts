import { defineConfig } from 'vitest/config';

/** `npm run test:long`: what installs packages and takes minutes. */
export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    reporters: ['default', 'test/majors/reporter.ts'],
  },
});
