import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { packageDir, problemsDir, root, run, temporary } from '../support.ts';

/** The package as npm would publish it, packed and installed into an empty project. */

const catalog = await load(problemsDir);
const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
let tarball = '';
let project = '';

beforeAll(async () => {
  const folder = temporary();
  const packed = await run('npm', ['pack', packageDir, '--json', '--pack-destination', folder]);
  expect(packed.code, packed.stderr).toBe(0);
  tarball = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '');
  project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "name": "reader", "private": true, "type": "module" }');
  const installed = await run('npm', ['install', tarball, '--offline', '--no-audit', '--no-fund'], { cwd: project });
  expect(installed.code, installed.stderr).toBe(0);
});

/** Runs a module of the empty project. */
async function script(code: string, node = process.execPath): Promise<string> {
  writeFileSync(join(project, 'index.mjs'), code);
  const { code: exit, stdout, stderr } = await run(node, ['index.mjs'], { cwd: project });
  expect(exit, stderr).toBe(0);
  return stdout.trim();
}

const example = `
  import { isProblem, ProblemError, problemResponse, readProblem, sessionInvalid } from '${catalog.facts.package}';
  import { validateSessionInvalid } from '${catalog.facts.package}/validators';
  import catalog from '${catalog.facts.package}/catalog.json' with { type: 'json' };
  import schema from '${catalog.facts.package}/schemas/session-invalid.schema.json' with { type: 'json' };
  const response = problemResponse(sessionInvalid({ detail: 'Gone.', session_id: 's1' }));
  const problem = await readProblem(response);
  console.log(JSON.stringify([response.status, response.headers.get('content-type'), isProblem(problem, sessionInvalid),
    validateSessionInvalid(problem).valid, new ProblemError(problem).status, catalog.problems.length, schema.$id]));`;
const printed = JSON.stringify([
  401,
  'application/problem+json',
  true,
  true,
  401,
  catalog.problems.length,
  catalog.problems.find(({ name }) => name === 'session-invalid')?.schemaUri,
]);

test('it works in an empty project on the pinned Node', async () => {
  expect(await script(example)).toBe(printed);
});

test("it works on the machine's own Node, where there is one", async ({ skip }) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const node = folders
    .map((folder) => join(folder, 'node'))
    .find((path) => existsSync(path) && dirname(path) !== dirname(process.execPath));
  skip(node === undefined, 'no other Node on the PATH');
  expect(await script(example, node)).toBe(printed);
});

test('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: packageDir, strict: true });
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

test('types resolve for every entry point and every kind of importer', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))));
  expect('problems' in analysis ? analysis.problems : analysis).toEqual([]);
});

test('it has no dependency, no require and no import of a package at run time', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.optionalDependencies).toBeUndefined();
  for (const path of readdirSync(packageDir, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') && !/^(cli|cjs)\b/.test(file),
  )) {
    const text = readFileSync(join(packageDir, path), 'utf8');
    expect(text, path).not.toMatch(/\brequire\(/);
    const packages = [...text.matchAll(/^(?:import|export)\b[^;]*?from\s*["']([^."'][^"']*)["']/gm)].map(
      ([, name]) => name,
    );
    expect(packages, path).toEqual(
      packages.filter(
        (name) =>
          (/^(causes\/)?(vitest|jest)\.js$/.test(path) && /vitest|jest/.test(name ?? '')) ||
          (path === 'msw.js' && name === 'msw'),
      ),
    );
  }
});

test('every problem type has its constructor, its validator and its schema', async () => {
  const main = await import(join(packageDir, 'index.js'));
  const validators = await import(join(packageDir, 'validators.js'));
  for (const { exportName, validatorName, typeUri, entry, statuses, name, example: body } of catalog.problems) {
    const { type, title, status, ...members } = body;
    expect([main[exportName].type, main[exportName].title, main[exportName].status, main[exportName].slug]).toEqual([
      typeUri,
      entry.title,
      statuses[0],
      name,
    ]);
    expect(main[exportName](members)).toMatchObject({ type, title, status, ...members });
    expect(validators[validatorName](body)).toMatchObject({ valid: true });
    expect(existsSync(join(packageDir, 'schemas', `${name}.schema.json`))).toBe(true);
  }
});

test('its modules hold no prose', () => {
  const declarations = readFileSync(join(packageDir, 'generated/index.d.ts'), 'utf8');
  for (const { name, entry } of catalog.problems) {
    const text = readFileSync(join(packageDir, 'generated', `${name}.js`), 'utf8');
    expect(text).not.toContain(entry.summary);
    expect(text).not.toContain('/**');
    expect(declarations).toContain(entry.summary);
  }
});

test('every peer is optional and accepts any version, so that npm never refuses to install', () => {
  const { peerDependencies, peerDependenciesMeta } = manifest;
  expect(Object.keys(peerDependencies).length).toBeGreaterThan(5);
  for (const [name, range] of Object.entries(peerDependencies)) {
    expect([name, range, peerDependenciesMeta[name]]).toEqual([name, '*', { optional: true }]);
  }
});

test('it can be bundled for a browser', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { readProblem, sessionInvalid } from '${catalog.facts.package}'; console.log(readProblem, sessionInvalid);`,
      resolveDir: project,
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  expect(outputFiles[0]?.text).toContain('session-invalid');
});

test("the repository's own folder is not to be packed", async () => {
  const { code, stderr } = await run('npm', ['pack', '--dry-run'], { cwd: root });
  expect(code).not.toBe(0);
  expect(stderr).toContain('npm pack ./dist/package');
});
