import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { entryPoints, exportsOf, nodeRange } from '#emit/package/manifest.ts';
import { isSource, rooms } from '../project.ts';

/** What the package offers beside the catalog: the same for every catalog that one version of the toolkit builds. */
export interface Api {
  /** Subpath to the declarations of its module: `./hono` to `hono.d.ts`; undefined for data. */
  readonly exports: Readonly<Record<string, string | undefined>>;
  /** Declarations of all modules, by path. Those of the catalog (`generated/`) are left out: it is compared by itself. */
  readonly declarations: ReadonlyMap<string, string>;
  /** Range of Node.js versions, as in `engines`. */
  readonly node?: string | undefined;
}

/** Returns the API that a package made by this toolkit has. */
export function ownApi(): Api {
  if (isSource) return apiOfSources(join(rooms, 'runtime'), nodeRange);
  return apiOfModules(declarationsIn(join(rooms, 'package')), nodeRange);
}

/**
 * Returns the API of a published package, or that of the packages which a repository of the toolkit makes. Undefined where
 * the folder has neither.
 */
export function apiOf(folder: string): Api | undefined {
  if (!existsSync(join(folder, 'package.json'))) return undefined;
  const { exports = {}, engines } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const sources = join(folder, 'src/runtime');
  if (existsSync(sources)) return apiOfSources(sources, engines?.node);
  const targets: Record<string, string | { default?: string }> = exports;
  const known = Object.entries(targets).map(([subpath, target]) => {
    const path = typeof target === 'string' ? target : (target.default ?? '');
    return [subpath, path.endsWith('.js') ? path.replace(/^\.\//, '').replace(/js$/, 'd.ts') : undefined] as const;
  });
  if (known.length === 0) return undefined;
  return { exports: Object.fromEntries(known), declarations: declarationsIn(folder), node: engines?.node };
}

function apiOfSources(folder: string, node: string | undefined): Api {
  const declarations = new Map<string, string>();
  for (const path of filesIn(folder, '.ts')) {
    if (!path.endsWith('.d.ts')) declarations.set(path.replace(/ts$/, 'd.ts'), declared(join(folder, path)));
  }
  return apiOfModules(declarations, node);
}

function apiOfModules(declarations: ReadonlyMap<string, string>, node: string | undefined): Api {
  const modules = [...declarations.keys()].map((path) => path.replace(/d\.ts$/, 'js'));
  const known = Object.entries(exportsOf(entryPoints(modules))).map(
    ([subpath, target]) =>
      [
        subpath,
        typeof target === 'string' ? undefined : target.default.slice('./'.length).replace(/js$/, 'd.ts'),
      ] as const,
  );
  return { exports: Object.fromEntries(known), declarations, node };
}

function declarationsIn(folder: string): Map<string, string> {
  return new Map(filesIn(folder, '.d.ts').map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending) && !/^(generated|node_modules)\//.test(path))
    .sort();
}

/** The declarations of one module of TypeScript. */
function declared(file: string): string {
  const { outputText } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext },
  });
  return outputText.replace(/((?:from |import\()['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2');
}
