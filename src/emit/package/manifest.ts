import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { commandOf } from '#catalog/names.ts';
import type { Files } from '../files.ts';
import { kept } from '../kept.ts';
import { commonJsFolder } from './commonjs.ts';

/** The published package.json: what follows from the runtime, and what the catalog's own package.json says. */

/** The versions of Node.js that the package runs on. */
export const nodeRange = '>=20';

/** Fields that a catalog's own package.json decides. */
const own = [
  'version',
  'license',
  'author',
  'contributors',
  'repository',
  'homepage',
  'bugs',
  'funding',
  'publishConfig',
] as const;

/**
 * Returns the published package.json.
 * @param runtime the compiled runtime, by path
 * @param home the folder of the catalog's own package.json, where it has one
 */
export async function manifestOf({ facts }: Catalog, runtime: Files, home: string) {
  const file = join(home, 'package.json');
  const given: Record<string, unknown> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const entries = entryPoints(runtime.keys());
  const peers: string[] = JSON.parse(
    String(await kept('peers', JSON.stringify([...runtime]), async () => JSON.stringify(await peersOf(runtime)))),
  );
  return {
    name: facts.package,
    version: '0.0.0',
    description: `Problem types of ${facts.name}: constructors, validators, guards and test matchers for RFC 9457 problem details.`,
    keywords: [...new Set([facts.name.toLowerCase(), ...((given.keywords as string[] | undefined) ?? keywords)])],
    ...Object.fromEntries(own.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]]))),
    type: 'module',
    sideEffects: entries.filter((path) => /(^|\/)(vitest|jest)\.js$/.test(path)).map((path) => `./${path}`),
    engines: { node: nodeRange },
    main: `./${commonJsFolder}/index.js`,
    types: './index.d.ts',
    exports: exportsOf(entries),
    bin: { [commandOf(facts.package)]: './cli.js' },
    peerDependencies: Object.fromEntries(peers.map((name) => [name, '*'])),
    peerDependenciesMeta: Object.fromEntries(peers.map((name) => [name, { optional: true }])),
  };
}

const keywords = ['rfc9457', 'problem-details', 'problem+json', 'http', 'errors', 'json-schema'];

/**
 * Returns the modules that a package exports: those at the root of the runtime, and those in a folder which bear the name
 * of one at the root (`causes/vitest.js`).
 * @param paths paths of all modules
 */
export function entryPoints(paths: Iterable<string>): string[] {
  const modules = [...paths].filter((path) => path.endsWith('.js') && path !== 'cli.js');
  modules.sort((a, b) => (a === 'index.js' ? -1 : b === 'index.js' ? 1 : a < b ? -1 : 1));
  const root = new Set(modules.filter((path) => !path.includes('/')));
  return modules.filter((path) => {
    const [folder, name, ...deeper] = path.split('/');
    if (name === undefined) return true;
    return deeper.length === 0 && root.has(`${folder}.js`) && root.has(name);
  });
}

/** Returns the `exports` of a package, by subpath. */
export function exportsOf(entries: readonly string[]): Record<string, string | { require: string; default: string }> {
  const subpath = (path: string) => (path === 'index.js' ? '.' : `./${path.slice(0, -'.js'.length)}`);
  const modules = entries.map((path) => {
    return [subpath(path), { require: `./${commonJsFolder}/${path}`, default: `./${path}` }] as const;
  });
  const data = ['catalog.json', 'openapi.json', 'overlay.json', 'schemas/*', 'package.json'];
  return Object.fromEntries([...modules, ...data.map((path) => [`./${path}`, `./${path}`] as const)]);
}

/** The packages that modules or declarations of the runtime import. */
async function peersOf(runtime: Files): Promise<string[]> {
  const { default: ts } = await import('typescript');
  const names = new Set<string>();
  for (const [path, text] of runtime) {
    if (path === 'cli.js' || !/\.(js|d\.ts)$/.test(path)) continue;
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const name = /^(@[^/]+\/)?[^/]+/.exec(fileName)?.[0];
      if (name && !/^(\.|node:)/.test(name)) names.add(name);
    }
  }
  return [...names].sort();
}
