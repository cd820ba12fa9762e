import { join } from 'node:path';
import { load } from '#catalog/load.ts';
import { makePackage } from './make-package.ts';
import { makeServer } from './make-server.ts';
import { makeSite } from './make-site.ts';
import { alone } from './output.ts';
import type { Project } from './project.ts';

/** Makes the package, the site and its server, each whole before it takes the place of the previous one. */
export async function build(project: Project, options: { package?: boolean } = {}): Promise<void> {
  await alone(project.output, async () => {
    const catalog = await load(project.catalog);
    await makePackage(project, catalog);
    if (options.package) return;
    await makeServer(join(project.output, 'server.mjs'));
    await makeSite(project, catalog);
  });
}
