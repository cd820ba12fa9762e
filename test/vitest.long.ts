import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

/** `npm run test:long`: what installs packages and takes minutes. */
/** Notes each file that ran to its end in `last-long.json`. */
const note: Reporter = {
  onTestRunEnd(modules) {
    const file = join(import.meta.dirname, 'last-long.json');
    const known: Record<string, object> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    for (const module of modules) {
      const results = [...module.children.allTests()].map((each) => each.result().state);
      if (results.includes('pending')) continue;
      known[relative(join(import.meta.dirname, '..'), module.moduleId).replaceAll('\\', '/')] = {
        date: new Date().toISOString().slice(0, 10),
        passed: results.filter((state) => state === 'passed').length,
        failed: results.filter((state) => state === 'failed').length + (module.errors().length > 0 ? 1 : 0),
        node: process.version,
      };
    }
    const sorted = Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  },
};

export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    globalSetup: 'test/absent.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    reporters: ['default', 'test/majors/reporter.ts', note],
  },
});
