import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pascalCase } from '#catalog/names.ts';
import { jsonText } from '#emit/files.ts';
import { UsageError } from './command.ts';
import { generate } from './generate.ts';
import { type Answers, firstFiles } from './init/files.ts';
import { manifestFor } from './init/manifest.ts';
import { type Project, projectOf } from './project.ts';

interface Options {
  readonly name?: string;
  readonly base?: string;
  readonly package?: string;
}

/** Writes a catalog to begin with into a folder. What is there already is left as it is. */
export async function init(project: Project, options: Options): Promise<void> {
  const answers = answersOf(project.root, options);
  const own = join(project.root, 'package.json');
  const before = existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : undefined;
  const files = new Map(firstFiles(answers));
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
  await generate(projectOf(undefined, project.root));
  console.log(written.map((path) => `written  ${path}`).join('\n'));
  if (kept.length > 0) console.log(kept.map((path) => `kept     ${path}`).join('\n'));
  const runner = runnerOf(process.env.npm_config_user_agent);
  console.log(`
Next:
  ${runner} install
  ${runner} start            # builds all, and serves http://localhost:4321${new URL(answers.base).pathname}
  ${runner} test             # tries the package and the bodies in problems/bodies
  ${runner} run new out-of-credit
`);
}

function answersOf(root: string, options: Options): Answers {
  const folder = basename(root)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const slug = /^[a-z]/.test(folder) ? folder : 'my-product';
  const name = options.name ?? pascalCase(slug).replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  const base = options.base ?? `https://${slug}.example/problems`;
  if (!URL.canParse(base) || !/^https:\/\/[^/?#]+(\/[^/?#]+)+$/.test(base))
    throw new UsageError(
      `init: --base must be an https URL with a path, without a slash at its end (was "${base}"). Type URIs begin with it, as in https://api.example.com/problems.`,
    );
  return { name, base, package: options.package ?? `${slug}-problems` };
}

/** The package manager that runs this. */
function runnerOf(agent = ''): string {
  return /^(pnpm|yarn|bun)\//.exec(agent)?.[1] ?? 'npm';
}
