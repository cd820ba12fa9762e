import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.ts';
import type { Project } from './project.ts';

/** Builds all, and serves the site in this process. */
export async function start(project: Project, options: { port?: string; host?: string }): Promise<void> {
  await build(project);
  const server = join(project.output, 'server.mjs');
  const args = (['port', 'host'] as const).flatMap((name) =>
    options[name] === undefined ? [] : [`--${name}`, options[name]],
  );
  process.argv.splice(1, process.argv.length, server, ...args);
  await import(pathToFileURL(server).href);
}
