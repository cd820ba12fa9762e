import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { type Files, writeFiles } from '#emit/files.ts';
import { kept } from '#emit/kept.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { isSource, rooms } from './project.ts';

/** The runtime: what is the same in the package of every catalog, compiled. */

const sources = join(rooms, 'runtime');
const generated = join(sources, 'generated');

/** Writes the package's modules of a catalog beside the sources of the runtime, which import them. */
export function writeModules(catalog: Catalog): void {
  writeFiles(generated, moduleFiles(catalog), () => true);
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
    return JSON.stringify([...(await compiledRuntime(sources))]);
  });
  return new Map(JSON.parse(String(made)) as [string, string][]);
}

function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
