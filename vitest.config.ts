import { defineConfig } from 'vitest/config';
import { isOtherCatalog, root } from './src/build/paths.ts';

/** What holds for every catalog; the other tests are about the code, and about what ARCP does. */
const ofAnyCatalog = ['entries', 'samples', 'site', 'site-{axe,head,html,paper,policy,states,still,weight,zoom}'];

export default defineConfig({
  // The apps of test/adapters import the package by its name, since they also run where it is installed.
  resolve: {
    alias: [
      {
        find: /^arcp-problems\/(express|fastify|h3|hono|koa|nest)$/,
        replacement: `${root}/src/package/adapters/$1.ts`,
      },
    ],
  },
  test: {
    include: isOtherCatalog ? ofAnyCatalog.map((name) => `test/${name}.test.ts`) : ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', '**/*.long.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    typecheck: { enabled: !isOtherCatalog, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
  },
});
