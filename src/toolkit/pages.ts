import { build } from 'astro';
import { pagesConfig } from '#site/config.ts';

/** The process that runs Astro: `pages.ts <folder of the catalog> <folder to fill>`. */

const [catalog = '', outDir = ''] = process.argv.slice(2);
try {
  await build({ ...(await pagesConfig({ root: process.cwd(), catalog })), outDir });
} catch (error) {
  // Astro throws what it has not printed.
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
