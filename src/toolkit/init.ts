import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadFacts } from '#catalog/load.ts';
import { sitePaths } from '#catalog/names.ts';
import { UsageError } from './command.ts';
import { generate } from './generate.ts';
import { answersOf, type Options } from './init/answers.ts';
import { firstFiles } from './init/files.ts';
import { addressesOf } from './init/from/addresses.ts';
import type { Found } from './init/from/found.ts';
import { readApi, readSource } from './init/from/read.ts';
import { firstCategory, importEntries } from './init/import.ts';
import { manifestText } from './init/manifest.ts';
import { type Runner, runnerOf, scriptCommand } from './init/runner.ts';
import { writeProject } from './init/write.ts';
import { type Project, projectOf } from './project.ts';

/** Writes a catalog to begin with into a folder. What is there already is left as it is. */
export async function init(project: Project, options: Options & { readonly from?: string }): Promise<void> {
  const { root } = project;
  const found = options.from === undefined ? undefined : readSource(options.from, root);
  const isThere = existsSync(join(project.catalog, 'index.ts'));
  if (found && isThere) return addEntries(project, found);
  if (project.catalog !== projectOf(undefined, root).catalog)
    throw new UsageError('init: it writes the entries into the folder problems. Call it without --catalog.');
  const runner = runnerOf(process.env.npm_config_user_agent);
  const api = options.from === undefined ? {} : readApi(options.from, root);
  const asked = answersOf(root, { ...api, ...options }, found && addressesOf(found));
  const useless = isThere ? (['name', 'base', 'package'] as const).find((option) => options[option]) : undefined;
  if (useless)
    throw new UsageError(`init: problems/index.ts says that already. Leave out --${useless}, and change it there.`);
  const answers = {
    runner,
    ...(isThere ? await answersOfCatalog(project) : asked),
    ...(api.server && { server: api.server }),
  };
  const kind = isThere ? 'there' : found ? 'imported' : 'sample';
  const { written, kept } = writeProject(root, firstFiles(answers, kind, firstCategory), (before) =>
    manifestText(root, answers, before),
  );
  for (const path of written) console.log(`written  ${path}`);
  for (const path of kept) console.log(`kept     ${path}`);
  // Where its schemas are is known once package.json is there.
  const made = projectOf(undefined, root);
  if (found) await addEntries(made, found);
  else await generate(made);
  sayNext(runner, found ? ['check', 'generate', 'start'] : ['start', 'test'], sitePaths(answers.base).index);
}

function sayNext(runner: Runner, scripts: readonly string[], path: string): void {
  const said: Readonly<Record<string, string>> = {
    check: 'names each text that is to be written',
    generate: 'writes the schemas',
    start: `builds all, and serves http://localhost:4321${path}`,
    test: 'tries the package and the bodies in problems/bodies',
  };
  const lines = scripts.map((script) => `  ${scriptCommand(runner, script).padEnd(20)} # ${said[script]}`);
  console.log(`\nNext:\n  ${runner} install\n${lines.join('\n')}\n`);
}

async function answersOfCatalog({ catalog }: Project) {
  const { name, baseUri, typeUri, package: packageName } = await loadFacts(catalog);
  return { name, base: baseUri, package: packageName, ...(typeUri !== undefined && { typeUri }) };
}

/** Writes an entry for each problem type that was found, and says what is to be done. */
async function addEntries(project: Project, found: readonly Found[]): Promise<void> {
  const { written, remarks } = await importEntries(project, found);
  for (const line of [...written.map((path) => `written  ${path}`), ...remarks]) console.log(line);
  if (written.length === 0) return console.log('\nEvery problem type of the source has an entry.');
  console.log(
    `\n${written.length === 1 ? 'One entry is' : `${written.length} entries are`} to be completed. The command dev shows the pages meanwhile.`,
  );
}
