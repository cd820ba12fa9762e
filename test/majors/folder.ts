import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { packageDir, root, run } from '../support.ts';
import type { Major } from './matrix.ts';

/** A folder for each major, as one of its users has it: `npm install`, the packed package among the dependencies. */

const home = join(root, 'dist/majors');
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const versionOf = (folder: string, name: string): string =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;

/** Installs the packages of a major and the packed package; gives the folder. npm may not refuse any of it. */
export async function folderOf({ id, install }: Major): Promise<string> {
  const folder = join(home, id);
  const exact = { ...install, '@types/node': own.devDependencies['@types/node'].replace('^', '') };
  await npmInstall(folder, { ...exact, 'arcp-problems': `file:${await packed()}` });
  for (const [name, version] of Object.entries(install)) {
    if (versionOf(folder, name) !== version) throw new Error(`${id}: ${name} is not ${version}.`);
  }
  return folder;
}

/** The executable of a version of Node.js, which npm brings like any package. */
export async function nodeOf(version: string): Promise<string> {
  if (version === process.versions.node) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = Object.keys(own.optionalDependencies).find((each) => each.endsWith(`${platform}-${process.arch}`));
  if (name === undefined) throw new Error(`npm has no Node.js for ${platform}-${process.arch}.`);
  const folder = join(home, `node-${version}`);
  await npmInstall(folder, { [name]: version });
  return join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
}

async function npmInstall(folder: string, dependencies: Record<string, string>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  const flags = ['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const { code, stderr } = await run('npm', ['install', ...flags], { cwd: folder });
  if (code !== 0) throw new Error(`npm install in ${folder}:\n${stderr}`);
}

let tarball: Promise<string> | undefined;

/** The package as npm publishes it; the name changes with the content, so that npm installs each build anew. */
export function packed(): Promise<string> {
  tarball ??= (async () => {
    mkdirSync(home, { recursive: true });
    for (const old of readdirSync(home).filter((name) => name.endsWith('.tgz'))) rmSync(join(home, old));
    const { code, stdout, stderr } = await run('npm', ['pack', packageDir, '--json', '--pack-destination', home]);
    if (code !== 0) throw new Error(stderr);
    const file = join(home, JSON.parse(stdout)[0].filename);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
    copyFileSync(file, join(home, `${hash}.tgz`));
    rmSync(file);
    return join(home, `${hash}.tgz`);
  })();
  return tarball;
}

/**
 * Copies sources from `from` into the folder of a major, compiles them there, and gives what TypeScript says of them and of
 * the package's declarations beside the types of that major.
 */
export function compile(folder: string, from: string, sources: readonly string[]): string[] {
  for (const source of sources) {
    mkdirSync(dirname(join(folder, source)), { recursive: true });
    copyFileSync(join(from, source), join(folder, source));
  }
  const files = sources.map((source) => join(folder, source));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    rewriteRelativeImportExtensions: true,
    esModuleInterop: true,
    strict: true,
    types: ['node'],
    typeRoots: [join(folder, 'node_modules/@types')],
  });
  program.emit();
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => files.includes(fileName) || /node_modules\/arcp-problems\//.test(fileName));
  const leaks = program
    .getSourceFiles()
    .map(({ fileName }) => fileName)
    .filter((file) =>
      Object.keys(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).peerDependencies).some((name) =>
        file.startsWith(join(root, 'node_modules', name, '/')),
      ),
    )
    .map((file) => `${file} is not of this folder`);
  const found = ours.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  const host = {
    getCurrentDirectory: () => folder,
    getCanonicalFileName: (file: string) => file,
    getNewLine: () => '\n',
  };
  return [...found.map((each) => ts.formatDiagnostic(each, host)), ...leaks];
}
