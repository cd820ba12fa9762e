// cspell:ignore prerenderer

import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroInlineConfig, AstroIntegration } from 'astro';

/** Runs Astro up to the point where it would render the pages. */

/** The folder of the renderer in what Astro makes, and the beginning of the name of its first module. */
const [inner, first] = ['.prerender', 'prerender-entry'];

/** What Astro makes of the sources of the pages. */
export interface Renderer {
  /** Path of the module `entry.ts`. */
  readonly entry: string;
  /** The folder of scripts, styles and other files that do not depend on the entries. */
  readonly assets: string;
}

/**
 * Makes the renderer of a site.
 * @param folder the folder to fill, in the working directory: modules in it import packages
 */
export async function makeRenderer(config: AstroInlineConfig, folder: string): Promise<void> {
  const { build } = await import('astro');
  const integrations = [...(config.integrations ?? []), withoutPages(join(folder, 'renderer'))];
  await build({ ...config, integrations, outDir: join(folder, 'assets'), logLevel: 'error' });
}

/** Returns what is in a folder that `makeRenderer` filled. */
export function openRenderer(folder: string): Renderer {
  const renderer = join(folder, 'renderer');
  const name = readdirSync(renderer).find((file) => file.startsWith(first)) ?? '';
  return { entry: join(renderer, name), assets: join(folder, 'assets') };
}

/** Bundles our entry in the place of Astro's own, asks it for no page, and keeps the bundle. */
function withoutPages(folder: string): AstroIntegration {
  return {
    name: 'problem-catalog/renderer',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer(({ render }) => ({ name: 'problem-catalog', render, getStaticPaths: async () => [] })),
      'astro:build:setup': ({ updateConfig }) =>
        updateConfig({
          environments: {
            prerender: { build: { rolldownOptions: { input: join(import.meta.dirname, `entry${extension}`) } } },
          },
        }),
      'astro:build:generated': ({ dir }) => {
        renameSync(new URL(inner, dir), folder);
      },
    },
  };
}

const extension = import.meta.filename.endsWith('.ts') ? '.ts' : '.js';
