import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFresh } from './fresh.ts';
import type { Project } from './project.ts';

/** Builds all, unless nothing has changed since the last build, and serves the site in this process. */
export async function start(project: Project, options: { port?: string; host?: string }): Promise<void> {
  if (!isFresh(project)) await (await import('./build.ts')).build(project);
  const server = join(project.output, 'server.mjs');
  const args = (['port', 'host'] as const).flatMap((name) =>
    options[name] === undefined ? [] : [`--${name}`, options[name]],
  );
  process.argv.splice(1, process.argv.length, server, ...args);
  await import(pathToFileURL(server).href);
}
