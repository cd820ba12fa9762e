import { relative } from 'node:path';
import { load } from '#catalog/load.ts';
import { driftOf, writeFiles } from '#emit/files.ts';
import { schemaFiles } from '#emit/schemas.ts';
import { isSource, type Project } from './project.ts';
import { writeModules } from './runtime.ts';

const isSchema = (path: string) => /^[^/]+\.schema\.json$/.test(path);

/** Writes the schemas, or says what of them is not up to date. From its sources, the toolkit writes the package's modules too. */
export async function generate(project: Project, options: { check?: boolean } = {}): Promise<void> {
  const catalog = await load(project.catalog);
  const schemas = schemaFiles(catalog);
  const label = relative(project.root, project.schemas);
  if (!options.check) {
    const written = writeFiles(project.schemas, schemas, isSchema);
    if (isSource) writeModules(catalog);
    console.log(`${label}: ${schemas.size} schemas, ${written.length} of them changed.`);
    return;
  }
  const drift = driftOf(project.schemas, schemas, isSchema, label);
  if (drift) {
    console.error(
      `${drift}\n${label}: it differs from what the entries say. Run "npm run generate" and commit the result.`,
    );
    process.exitCode = 1;
  } else {
    console.log(`${label}: ${schemas.size} schemas are up to date.`);
  }
}
