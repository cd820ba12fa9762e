import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { UsageError } from '../command.ts';
import { isSource, rooms } from '../project.ts';
import type { Answers } from './files.ts';
import { isObject } from './from/found.ts';

/** The package.json of a project, which itself is never published: what is published is made in dist/package. */

const scripts = {
  start: 'problem-catalog start',
  dev: 'problem-catalog dev',
  build: 'problem-catalog build',
  check: 'problem-catalog check',
  generate: 'problem-catalog generate',
  new: 'problem-catalog new',
  diff: 'problem-catalog diff',
  release: 'problem-catalog release',
  test: 'problem-catalog check && problem-catalog build --package && tsc --noEmit && node --test "test/*.test.ts"',
};

/** What makes `npm version` a release of the catalog: in a project that has no version of its own yet. */
const releasing = { preversion: 'problem-catalog release', version: 'problem-catalog release --write' };

/** How the tests of a project name the package that is built from it. */
const imports = { '#package': './dist/package/index.js', '#package/*': './dist/package/*.js' };

interface Manifest {
  readonly type?: string;
  readonly version?: string;
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Returns the package.json of a project.
 * @param before the one that is there; what it says stays
 * @throws UsageError when it is not JSON, or when code of the project would no longer run
 */
export function manifestText(root: string, answers: Answers, before?: string): string {
  const given = before === undefined ? {} : parsed(before);
  const { type = 'commonjs' } = given;
  const code = type === 'module' ? undefined : codeIn(root);
  if (code !== undefined)
    throw new UsageError(
      `init: package.json must have "type": "module" (was ${JSON.stringify(given.type) ?? 'absent'}), which would change how ${code} is run. Run init in a folder of its own.`,
    );
  const indent = /^[ \t]+(?=")/m.exec(before ?? '')?.[0] ?? 2;
  return `${JSON.stringify(manifestFor(root, answers, given), null, indent)}\n`;
}

function parsed(text: string): Manifest {
  try {
    const value = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {}
  throw new UsageError('init: package.json must be a JSON object. Correct it, or run init in another folder.');
}

/** Returns a file of the project whose meaning depends on the type of the package. */
function codeIn(root: string, folder = '', depth = 0): string | undefined {
  const items = readdirSync(join(root, folder), { withFileTypes: true }).filter(
    ({ name }) => !/^(\.|node_modules$|dist$|problems$)/.test(name),
  );
  const path = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const file = items.find((item) => item.isFile() && /(?<!\.d)\.[jt]sx?$/.test(item.name));
  if (file) return path(file.name);
  if (depth === 3) return undefined;
  for (const item of items) {
    const inner = item.isDirectory() ? codeIn(root, path(item.name), depth + 1) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/**
 * Returns where the toolkit that runs came from, as a project at `root` names it: npm puts it into a folder above when the
 * project has no package.json yet, and npx into one of its own.
 * @param installed folder of the toolkit, where it is in the node_modules of another folder
 */
export function sourceOf(installed: string, root: string): string | undefined {
  const host = resolve(installed, '../..');
  const file = join(host, 'package.json');
  if (!existsSync(file)) return undefined;
  const { dependencies, devDependencies }: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  const source = { ...dependencies, ...devDependencies }['problem-catalog'];
  const path = /^file:(.+)/.exec(source ?? '')?.[1];
  return path === undefined ? source : `file:${relative(root, resolve(host, path)).replaceAll('\\', '/')}`;
}

function manifestFor(root: string, answers: Answers, before: Manifest): object {
  const own = JSON.parse(readFileSync(join(rooms, isSource ? 'toolkit/manifest.json' : 'package.json'), 'utf8'));
  const { dependencies: known = {} } = own as Manifest;
  const has = { ...before.dependencies, ...before.devDependencies };
  const needed = Object.entries({
    '@types/node': known['@types/node'] ?? '^22.0.0',
    'problem-catalog': sourceOf(rooms, root) ?? `^${own.version}`,
    typescript: known.typescript ?? '~5.9.0',
  }).filter(([name]) => !(name in has));
  return {
    name: `${answers.package.replace(/^@[^/]+\//, '')}-catalog`,
    version: '0.1.0',
    private: true,
    license: 'UNLICENSED',
    ...before,
    type: 'module',
    imports: { ...imports, ...before.imports },
    scripts: { ...scripts, ...(before.version === undefined && releasing), ...withoutDefault(before.scripts) },
    devDependencies: { ...before.devDependencies, ...Object.fromEntries(needed) },
  };
}

/** `npm init` writes a test script that fails; it says nothing of the project. */
function withoutDefault(given: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([, text]) => !text.includes('no test specified')));
}
