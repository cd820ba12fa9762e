import type { Catalog } from '#catalog/catalog.ts';
import { fillPackage } from '#emit/package/assemble.ts';
import { replaceFolder } from './output.ts';
import type { Project } from './project.ts';
import { runtimeFiles } from './runtime.ts';

/** Catalog + runtime -> dist/package, the folder that npm publishes. */
export async function makePackage(project: Project, catalog: Catalog): Promise<void> {
  await replaceFolder(project.package, async (folder) =>
    fillPackage(folder, catalog, await runtimeFiles(catalog), project.home),
  );
  console.log(
    `dist/package: ${catalog.facts.package} with ${catalog.problems.length} problem ${catalog.problems.length === 1 ? 'type' : 'types'}.`,
  );
}
