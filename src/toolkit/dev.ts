import { dev as serve } from 'astro';
import { examine } from '#catalog/load.ts';
import { showDrafts, unfinishedNote } from '#catalog/unfinished.ts';
import { pagesConfig } from '#site/config.ts';
import { UsageError } from './command.ts';
import type { Project } from './project.ts';

/** Serves the pages while their entries are edited. */
export async function dev({ root, catalog }: Project, options: { port?: string; host?: string }): Promise<void> {
  const port = options.port ?? '4321';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`dev: --port must be a number from 0 to 65535 (was "${port}").`);
  showDrafts();
  const config = await pagesConfig({ root, catalog });
  const note = unfinishedNote((await examine(catalog)).findings);
  if (note) console.warn(note);
  await serve({
    ...config,
    server: { port: Number(port), host: options.host ?? false },
  });
}
