import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { blankType } from '#catalog/names.ts';
import { type Files, writeFiles } from '#emit/files.ts';
import { kept } from '#emit/kept.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { isSource, rooms } from './project.ts';

/** The runtime: what is the same in the package of every catalog, compiled. */

const sources = join(rooms, 'runtime');
const generated = join(sources, 'generated');
const ownCatalog = join(rooms, '../problems');

/**
 * Writes the package's modules of the repository's own catalog beside the sources of the runtime, which import them: for
 * editors and tests. Those of another catalog are left to a build, which makes them in memory.
 */
export function writeModules(catalog: Catalog): void {
  if (isSource && catalog.folder === ownCatalog) writeFiles(generated, moduleFiles(catalog), () => true);
}

/**
 * Returns the runtime and the command of the package, by path. From its sources the toolkit compiles them; its package
 * brings them along.
 * @param catalog a catalog to compile with; the result does not depend on it
 */
export async function runtimeFiles(catalog: Catalog): Promise<Files> {
  if (!isSource) return filesIn(join(rooms, 'package'));
  writeModules(catalog);
  const made = await kept('runtime', '', async () => {
    const { compiledRuntime } = await import('./compiled-runtime.ts');
    return JSON.stringify([...(await compiledRuntime(sources, moduleFiles(small(catalog))))]);
  });
  return new Map(JSON.parse(String(made)) as [string, string][]);
}

/** A catalog of one problem type, and of those whose types it uses: memory grows with each type that is compiled. */
function small(catalog: Catalog): Catalog {
  const some = new Set(catalog.problems.filter(({ typeUri }) => typeUri !== blankType).slice(0, 1));
  for (const { borrowed } of some) {
    const files = borrowed.map(({ from }) => from);
    for (const problem of catalog.problems) if (files.includes(`./${problem.name}.ts`)) some.add(problem);
  }
  return { ...catalog, problems: [...some] };
}

function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
