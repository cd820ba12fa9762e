import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pascalCase, sitePaths } from '#catalog/names.ts';
import { jsonText } from '#emit/files.ts';
import { UsageError } from './command.ts';
import { generate } from './generate.ts';
import { type Answers, firstFiles } from './init/files.ts';
import { addressesOf, type FoundAddresses } from './init/from/addresses.ts';
import type { Found } from './init/from/found.ts';
import { readApi, readSource } from './init/from/read.ts';
import { firstCategory, importEntries } from './init/import.ts';
import { manifestFor } from './init/manifest.ts';
import { runnerOf, scriptCommand } from './init/runner.ts';
import { type Project, projectOf } from './project.ts';

interface Options {
  readonly name?: string;
  readonly base?: string;
  readonly package?: string;
  readonly from?: string;
}

/** Writes a catalog to begin with into a folder. What is there already is left as it is. */
export async function init(project: Project, options: Options): Promise<void> {
  const found = options.from === undefined ? undefined : readSource(options.from, project.root);
  if (found && existsSync(join(project.catalog, 'index.ts'))) return addEntries(project, found);
  const api = options.from === undefined ? {} : readApi(options.from, project.root);
  const runner = runnerOf(process.env.npm_config_user_agent);
  const answers = {
    runner,
    ...answersOf(project.root, { ...api, ...options }, found && addressesOf(found)),
    ...(api.server && { server: api.server }),
  };
  const own = join(project.root, 'package.json');
  const before = existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : undefined;
  const files = new Map(firstFiles(answers, found && firstCategory));
  const [written, kept]: [string[], string[]] = [[], []];
  for (const [path, text] of files) {
    const file = join(project.root, path);
    if (existsSync(file)) {
      kept.push(path);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written.push(path);
  }
  writeFileSync(own, jsonText(manifestFor(answers, before)));
  written.push('package.json');
  const made = projectOf(undefined, project.root);
  if (!found) await generate(made);
  console.log(written.map((path) => `written  ${path}`).join('\n'));
  if (kept.length > 0) console.log(kept.map((path) => `kept     ${path}`).join('\n'));
  if (found) await addEntries(made, found);
  const run = (script: string) => scriptCommand(runner, script);
  if (found) {
    console.log(
      `  ${runner} install\n${['check', 'generate', 'start'].map((script) => `  ${run(script)}\n`).join('')}`,
    );
    return;
  }
  console.log(`
Next:
  ${runner} install
  ${run('start').padEnd(20)} # builds all, and serves http://localhost:4321${sitePaths(answers.base).index}
  ${run('test').padEnd(20)} # tries the package and the bodies in problems/bodies
  ${run('new')} out-of-credit
`);
}

/** Writes an entry for each problem type that was found, and says what is to be done. */
async function addEntries(project: Project, found: readonly Found[]): Promise<void> {
  const { written, remarks } = await importEntries(project, found);
  for (const line of [...written.map((path) => `written  ${path}`), ...remarks]) console.log(line);
  if (written.length === 0) return console.log('\nEvery problem type of the source has an entry.');
  console.log(`
${written.length === 1 ? 'One entry is' : `${written.length} entries are`} to be completed: check names each place. Then generate writes the schemas.
`);
}

function answersOf(root: string, options: Options, found: FoundAddresses = {}): Omit<Answers, 'runner'> {
  const folder = basename(root)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const slug = /^[a-z]/.test(folder) ? folder : 'my-product';
  const name = options.name ?? pascalCase(slug).replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  const base = options.base ?? found.base ?? `https://${slug}.example/problems`;
  if (!URL.canParse(base) || !/^https:\/\/[^/?#]+(\/[^/?#]+)*$/.test(base))
    throw new UsageError(
      `init: --base must be an https URL without a slash at its end (was "${base}"). The pages are there, as in https://api.example.com/problems.`,
    );
  const pattern = found.typeUri ?? (found.base === undefined ? undefined : `${found.base}/{name}`);
  const typeUri = pattern === `${base}/{name}` ? undefined : pattern;
  return { name, base, ...(typeUri !== undefined && { typeUri }), package: options.package ?? `${slug}-problems` };
}
