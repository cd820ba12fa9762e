import { defineConfig } from 'astro/config';
import { pagesConfig } from '#site/config.ts';

/** For `astro check` and editors; commands of the toolkit configure Astro by themselves. */
export default defineConfig(await pagesConfig({ root: import.meta.dirname, catalog: 'problems' }));
