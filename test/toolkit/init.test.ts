import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceOf } from '#toolkit/init/manifest.ts';
import { copyOfLibrary, root, run, temporary } from '../support.ts';

/** `init` in folders that hold something already: what is there stays, and where that cannot be, nothing is written. */

const init = (folder: string, ...args: string[]) =>
  run(process.execPath, [join(root, 'src/toolkit/bin.ts'), 'init', ...args], { cwd: folder });

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporary();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Every file of a folder with its text. */
function textsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return Object.fromEntries(
    files.map((item) => {
      const file = join(item.parentPath, item.name);
      return [file, readFileSync(file, 'utf8')];
    }),
  );
}

test.each([
  ['a file where a folder is to be', { test: 'mine' }, 'init: test must be a folder (was a file). Rename it'],
  ['a package.json that is not JSON', { 'package.json': '{ "name": }' }, 'init: package.json must be a JSON object.'],
  [
    'CommonJS code',
    { 'package.json': '{ "type": "commonjs" }', 'lib/api/index.js': 'module.exports = {};' },
    'init: package.json must have "type": "module" (was "commonjs"), which would change how lib/api/index.js is run. Run init in a folder of its own.',
  ],
])('beside %s, nothing is written', async (_, files, message) => {
  const folder = folderWith(files);
  const before = textsIn(folder);
  const { code, stderr } = await init(folder);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(textsIn(folder)).toEqual(before);
});

test('what package.json says stays, in its own indentation', async () => {
  const before = { name: 'mine', type: 'module', imports: { '#package': './own.js' }, scripts: { test: 'mine' } };
  const folder = folderWith({ 'package.json': JSON.stringify(before, null, '\t'), 'src/index.js': '' });
  const { code, stderr } = await init(folder);
  expect(code, stderr).toBe(0);
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject(before);
  expect(text).toContain('\n\t"name": "mine"');
});

test('a catalog that is there gets what is missing around it, under its own name, and no further entry', async () => {
  const folder = temporary();
  const catalog = copyOfLibrary(join(folder, 'problems'));
  const before = textsIn(catalog);
  const { code, stdout, stderr } = await init(folder);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('kept     problems/index.ts');
  expect(textsIn(catalog)).toEqual(before);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('# Lending Desk problem types');
  expect(readFileSync(join(folder, 'test/package.test.ts'), 'utf8')).not.toContain('outOfStock');
});

test.each([
  ['Harbor Post', [], "package: 'harbor-post-problems'", "baseUri: 'https://harbor-post.example/problems'"],
  ['Éclair Café', [], "package: 'eclair-cafe-problems'", "name: 'Éclair Café'"],
  ['東京', ['--base', 'https://p.example/e'], "name: '東京'", "baseUri: 'https://p.example/e'"],
])('the package and the addresses of %s are made of its name', async (name, more, ...parts) => {
  const folder = temporary();
  const { code, stderr } = await init(folder, '--name', name, ...more);
  expect(code, stderr).toBe(0);
  for (const part of parts) expect(readFileSync(join(folder, 'problems/index.ts'), 'utf8')).toContain(part);
});

test.each([
  ['file:../pack/toolkit.tgz', 'file:../pack/toolkit.tgz'],
  ['file:toolkit.tgz', 'file:../above/toolkit.tgz'],
  ['^1.2.0', '^1.2.0'],
  [undefined, undefined],
])('a toolkit that was installed elsewhere as %s is named as %s', (given, named) => {
  const folder = folderWith({
    'above/package.json': JSON.stringify({ devDependencies: { 'problem-catalog': given } }),
  });
  expect(sourceOf(join(folder, 'above/node_modules/problem-catalog'), join(folder, 'project'))).toBe(named);
  expect(sourceOf(join(folder, 'node_modules/problem-catalog'), join(folder, 'project'))).toBeUndefined();
});
