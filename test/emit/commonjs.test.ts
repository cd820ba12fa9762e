import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { packageDir, root, run } from '../support.ts';

/** The CommonJS build, as `require` finds it. */

/** Below `dist`, so that the peers are found too. */
const folder = mkdtempSync(join(root, 'dist/commonjs-'));
mkdirSync(join(folder, 'node_modules'));
// As `npm init` of npm 11 writes it.
writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
cpSync(packageDir, join(folder, 'node_modules/arcp-problems'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a CommonJS script, and gives what it prints as JSON. */
async function script(code: string): Promise<unknown> {
  writeFileSync(join(folder, 'index.cjs'), code);
  const { code: exit, stdout, stderr } = await run(process.execPath, ['index.cjs'], { cwd: folder });
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout);
}

const { exports } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
const modules = Object.keys(exports).filter((subpath) => typeof exports[subpath] === 'object');
/** These two run inside their test runner only: test/majors loads them there. */
const inRunners = ['./vitest', './jest', './causes/vitest', './causes/jest'];

test.each(modules.filter((subpath) => !inRunners.includes(subpath)))(
  '%s has the exports of its ES module',
  async (subpath) => {
    const name = subpath.replace('.', 'arcp-problems');
    const [required, imported] = (await script(`
    const names = (module) => Object.keys(module).sort();
    import('${name}').then((module) => console.log(JSON.stringify([names(require('${name}')), names(module)])));
  `)) as [string[], string[]];
    expect(required).not.toEqual([]);
    expect(required).toEqual(imported);
  },
);

test('what one copy of the package defines and throws is known to the other', async () => {
  const code = `
    const { isProblem, problemHeaders, problemResponse, sessionInvalid, toProblem } = require('arcp-problems');
    const { checkResponse } = require('arcp-problems/check');
    import('arcp-problems').then(async (copy) => {
      const outOfStock = copy.defineProblemType()({
        type: 'urn:out-of-stock', title: 'Out of Stock', status: 429, headers: { 'Retry-After': '9' } });
      console.log(JSON.stringify({
        one: copy.sessionInvalid === sessionInvalid,
        sameType: isProblem(sessionInvalid(), copy.sessionInvalid),
        header: problemHeaders(outOfStock())['Retry-After'],
        thrown: toProblem(new copy.ProblemError(outOfStock())).type,
        findings: await checkResponse(problemResponse(outOfStock({ detail: 'x' })), { types: [outOfStock] }),
      }));
    });`;
  expect(await script(code)).toEqual({
    one: false,
    sameType: true,
    header: '9',
    thrown: 'urn:out-of-stock',
    findings: [],
  });
});

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^```(?:ts|js)\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);

test.each(examples.filter((code) => !code.includes("from 'vitest'")))(
  'an example of the README runs: %#',
  async (code) => {
    writeFileSync(join(folder, 'example.mts'), code);
    const { code: exit, stderr } = await run(process.execPath, ['example.mts'], { cwd: folder });
    expect(exit, stderr).toBe(0);
  },
);

test('it adds little to the weight of the package', () => {
  const own = join(packageDir, 'cjs');
  const files = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(js|ts)$/.test(path));
  const texts = files.map((path) => readFileSync(join(own, path), 'utf8'));
  // The texts of the causes are the catalog's, and grow with it.
  const withoutCauses = texts.filter((text) => !text.includes('causesByType'));
  expect(gzipSync(withoutCauses.join('')).length).toBeLessThan(92_000);
});
