import { defineConfig } from 'vitest/config';
import { isOtherCatalog } from './src/build/paths.ts';

/** What holds for every catalog; the other tests are about the code, and about what ARCP does. */
const ofAnyCatalog = ['entries', 'samples', 'site', 'site-{axe,head,html,paper,policy,states,still,weight,zoom}'];

export default defineConfig({
  test: {
    include: isOtherCatalog ? ofAnyCatalog.map((name) => `test/${name}.test.ts`) : ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    typecheck: { enabled: !isOtherCatalog, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
  },
});
