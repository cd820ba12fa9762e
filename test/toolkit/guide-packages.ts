import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { guidesOf } from '#catalog/guides.ts';
import { load } from '#catalog/load.ts';
import { fillPackage } from '#emit/package/assemble.ts';
import { firstFiles } from '#toolkit/init/files.ts';
import { root } from '../support.ts';

/** The guides of other catalogs, and the package of each. */

mkdirSync(join(root, 'dist'), { recursive: true });
export const house = mkdtempSync(join(root, 'dist/guides-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

export function put(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What is the same in every package. */
const compiled = join(root, 'dist/toolkit/package');
const runtime = new Map(
  readdirSync(compiled, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .map((path) => [path.slice(compiled.length + 1), readFileSync(path, 'utf8')]),
);

/** A catalog with its package, in a folder of its own. */
async function packageOf(name: string, entries: string) {
  const catalog = await load(entries);
  const { package: packageName } = catalog.facts;
  const folder = join(house, name, 'node_modules', packageName);
  await fillPackage(folder, catalog, runtime, entries);
  const guides = new Map(guidesOf(catalog).flatMap((g) => (g.collection === 'manual' ? [[g.name, g.body]] : [])));
  return { name, guides, subject: { name: packageName, folder } };
}

/** What `init` writes in an empty folder. */
function initMade(): string {
  const folder = join(house, 'init');
  const answers = { name: 'Acme', base: 'https://api.acme.example/problems', package: 'acme-problems' };
  const category = { key: 'orders', title: 'Orders', summary: 'An order cannot be placed.' };
  for (const [path, text] of firstFiles({ ...answers, runner: 'npm' }, 'sample', category))
    put(join(folder, path), text);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(join(root, 'dist/toolkit'), join(folder, 'node_modules/problem-catalog'), 'dir');
  return join(folder, 'problems');
}

const library = await packageOf('library', join(root, 'test/catalogs/library'));
export const others = [
  library,
  await packageOf('parcels', join(root, 'test/catalogs/parcels')),
  await packageOf('acme', initMade()),
];
