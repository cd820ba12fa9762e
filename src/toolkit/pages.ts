import './memory.ts';
import { writePages } from '#site/renderer/pages.ts';

/** The process that writes the pages: `pages.ts <folder of the catalog> <folder to fill>`. */

const [catalog = '', target = ''] = process.argv.slice(2);
try {
  await writePages(process.cwd(), catalog, target);
} catch (error) {
  // Astro throws what it has not printed.
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
