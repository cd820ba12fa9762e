import { run } from 'mitata';

/** `npm run bench`: constructing and validating, beside the libraries that people use for the same. */

await import('./construct.ts');
await import('./validate.ts');
await run();
