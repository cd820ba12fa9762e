import { relative } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { load } from '#catalog/load.ts';
import { driftOf, writeFiles } from '#emit/files.ts';
import { schemaFiles } from '#emit/schemas.ts';
import type { Project } from './project.ts';

const isSchema = (path: string) => /^[^/]+\.schema\.json$/.test(path);

/** Writes the schemas, or says what of them is not up to date. From its sources, the toolkit writes its own modules too. */
export async function generate(project: Project, options: { check?: boolean } = {}): Promise<void> {
  const catalog = await load(project.catalog);
  if (options.check) {
    checkSchemas(project, catalog);
    return;
  }
  const schemas = schemaFiles(catalog);
  const written = writeFiles(project.schemas, schemas, isSchema);
  (await import('./runtime.ts')).writeModules(catalog);
  console.log(
    `${relative(project.root, project.schemas)}: ${schemas.size} ${schemas.size === 1 ? 'schema' : 'schemas'}, ${written.length} changed.`,
  );
}

/**
 * Says what of the schemas is not up to date, and sets the exit code.
 * @param only the entries whose schemas are compared; all when absent
 */
export function checkSchemas(project: Project, catalog: Catalog, only?: ReadonlySet<string>): void {
  const label = relative(project.root, project.schemas);
  const wanted = only ? catalog.problems.filter(({ name }) => only.has(name)) : catalog.problems;
  const schemas = schemaFiles({ ...catalog, problems: wanted });
  const drift = driftOf(project.schemas, schemas, (path) => !only && isSchema(path), label);
  if (drift) {
    console.error(
      `${drift}\n${label}: it differs from what the entries say. Run "npm run generate" and commit the result.`,
    );
    process.exitCode = 1;
  } else {
    console.log(`${label}: ${schemas.size} ${schemas.size === 1 ? 'schema is' : 'schemas are'} up to date.`);
  }
}
