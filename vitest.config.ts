import { defineConfig } from 'vitest/config';

/** What holds for every catalog; the other tests are about the code, and about what ARCP does. */
const ofAnyCatalog = ['agents', 'entries', 'samples', 'site', 'site-{axe,head,html,paper,policy,states,still,weight,zoom}'];
const isOther = Boolean(process.env.PROBLEMS_DIR);

export default defineConfig({
  test: {
    include: isOther ? ofAnyCatalog.map((name) => `test/${name}.test.ts`) : ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    typecheck: { enabled: !isOther, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
  },
});
