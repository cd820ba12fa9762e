// Installs the packed package into a folder of its own and uses it: node packed.mjs <package.tgz> <major of Node.js>.
// Plain JavaScript, for the oldest Node.js that the package supports.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [file, major] = process.argv.slice(2);
assert.equal(process.versions.node.split('.')[0], major, `runs on Node.js ${process.versions.node}`);

const folder = mkdtempSync(join(tmpdir(), 'packed-'));
try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const install = ['install', resolve(file), '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', install, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [name] = Object.keys(dependencies);
  const require = createRequire(join(folder, 'index.js'));
  const home = join(folder, 'node_modules', name);
  const { exports, bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));

  const main = await import(pathToFileURL(join(home, exports['.'].default)).href);
  const required = require(name);
  const { validators } = await import(pathToFileURL(join(home, exports['./validators'].default)).href);
  const { problems } = require(`${name}/catalog.json`);
  assert.equal(main.problemTypes.length, problems.length);
  for (const [index, problemType] of main.problemTypes.entries()) {
    const { example } = problems[index];
    const response = main.problemResponse(example);
    const read = await main.readProblem(response);
    assert.ok(main.isProblem(read, problemType));
    assert.ok(required.isProblem(read, required.problemTypes[index]));
    assert.deepEqual(validators[index](read).errors, []);
  }
  const command = join(home, Object.values(bin)[0]);
  const text = execFileSync(process.execPath, [command, 'explain', problems[0].name], { encoding: 'utf8' });
  assert.ok(text.includes(problems[0].title));
  console.log(`${name}: ${problems.length} problem types on Node.js ${process.versions.node}, ${process.platform}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
