import { join } from 'node:path';
import { load } from '#catalog/load.ts';
import { forgetBefore } from '#emit/kept.ts';
import { inputsOf, noteInputs } from './fresh.ts';
import { makePackage } from './make-package.ts';
import { makeServer } from './make-server.ts';
import { makeSite } from './make-site.ts';
import { alone } from './output.ts';
import { Progress } from './progress.ts';
import type { Project } from './project.ts';

/** Makes the package, the site and its server, each whole before it takes the place of the previous one. */
export async function build(project: Project, options: { package?: boolean } = {}): Promise<void> {
  await alone(project.output, async () => {
    const start = Date.now();
    const inputs = inputsOf(project);
    await noteInputs(project);
    const progress = new Progress(options.package ? 2 : 4);
    const catalog = await progress.step('entries', () => load(project.catalog));
    await progress.step('package', () => makePackage(project, catalog));
    if (options.package) return;
    await progress.step('server', () => makeServer(join(project.output, 'server.mjs')));
    await progress.step('site', () => makeSite(project, catalog));
    await noteInputs(project, inputs);
    forgetBefore(start);
  });
}
