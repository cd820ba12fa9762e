import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root, run } from '../../support.ts';
import { manyEntries } from './catalog.ts';

/** `npm run scale -- 1000 10000`: what each step takes for so many entries, in CPU time and memory. */

const usage = pathToFileURL(join(import.meta.dirname, 'usage.mjs')).href;
const steps: Readonly<Record<string, readonly string[]>> = {
  check: ['check'],
  generate: ['generate'],
  package: ['build', '--package'],
  build: ['build'],
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { step: { type: 'string', multiple: true, default: Object.keys(steps) } },
});
const counts = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];

console.log('entries  step       CPU s   CPU ms an entry   memory MB');
for (const count of counts) {
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  mkdirSync(join(folder, 'node_modules'));
  const catalog = join(folder, 'problems');
  manyEntries(join(root, 'problems'), catalog, count, {
    written: '../src/catalog/entry.ts',
    real: join(root, 'src/catalog/entry.ts'),
  });
  for (const name of values.step) {
    const file = join(folder, `${name}.usage`);
    const { code, stdout, stderr } = await run(process.execPath, ['src/toolkit/bin.ts', ...(steps[name] ?? [])], {
      env: { PROBLEMS_DIR: catalog, NODE_OPTIONS: `--import=${usage}`, USAGE_FILE: file },
    });
    if (code !== 0 && name !== 'check') throw new Error((stdout + stderr).slice(0, 2000));
    const processes = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    const cpu = processes.reduce((sum, [seconds = 0]) => sum + seconds, 0);
    const memory = Math.max(...processes.map(([, megabytes = 0]) => megabytes));
    const cells = [count, name.padEnd(9), cpu.toFixed(1), ((cpu * 1000) / count).toFixed(1), memory.toFixed(0)];
    console.log(cells.map((cell, index) => String(cell).padStart([7, 9, 7, 17, 11][index] ?? 0)).join('  '));
  }
  rmSync(folder, { recursive: true });
}
// The modules of the runtime are those of the last catalog.
await run(process.execPath, ['src/toolkit/bin.ts', 'generate']);
console.log('dist is of the last catalog: "npm run build" makes it again.');
