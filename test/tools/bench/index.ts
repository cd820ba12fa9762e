import { run } from 'mitata';

/** `npm run bench`: constructing and validating, beside the libraries that people use for the same. */

if (process.env.PROBLEMS_DIR) {
  console.error('The benchmarks compare types of problems/ with schemas written for them. Unset PROBLEMS_DIR.');
  process.exit(1);
}
await import('./construct.ts');
await import('./validate.ts');
await run();
