import { relative } from 'node:path';
import { load } from '#catalog/load.ts';
import { driftOf, writeFiles } from '#emit/files.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { schemaFiles } from '#emit/schemas.ts';
import { command } from './command.ts';
import { generatedDir, problemsDir, root, schemasDir } from './paths.ts';

/** `npm run generate` writes schemas and package modules; `-- --check` says what of the schemas is not up to date. */

const isSchema = (path: string) => /^[^/]+\.schema\.json$/.test(path);

await command(async () => {
  const wrong = process.argv.slice(2).find((argument) => argument !== '--check');
  if (wrong) {
    console.error(`generate: ${wrong} is no option. Use "npm run generate" or "npm run generate -- --check".`);
    process.exitCode = 2;
    return;
  }
  const catalog = await load(problemsDir);
  const schemas = schemaFiles(catalog);
  const label = relative(root, schemasDir);
  if (!process.argv.includes('--check')) {
    const written = writeFiles(schemasDir, schemas, isSchema);
    writeFiles(generatedDir, moduleFiles(catalog), () => true);
    console.log(`${label}: ${schemas.size} schemas, ${written.length} of them changed.`);
    return;
  }
  const drift = driftOf(schemasDir, schemas, isSchema, label);
  if (drift) {
    console.error(
      `${drift}\n${label}: it differs from what the entries say. Run "npm run generate" and commit the result.`,
    );
    process.exitCode = 1;
  } else {
    console.log(`${label}: ${schemas.size} schemas are up to date.`);
  }
});
