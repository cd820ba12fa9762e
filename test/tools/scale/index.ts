import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root, run } from '../../support.ts';
import { circumstances, note, tableOf } from '../results.ts';
import { manyEntries } from './catalog.ts';
import { watchChildren } from './processes.ts';

/**
 * `npm run scale -- 1000 10000`: what each step takes for so many entries, in CPU time and memory. Prints each step as it ends,
 * and writes all of them to `results.md`; `--step check` measures that step alone, and writes nothing.
 */

const usage = pathToFileURL(join(import.meta.dirname, 'usage.mjs')).href;
const steps: Readonly<Record<string, readonly string[]>> = {
  generate: ['generate'],
  check: ['check'],
  package: ['build', '--package'],
  build: ['build'],
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { step: { type: 'string', multiple: true, default: [] } },
});
const chosen = values.step.length > 0 ? values.step : Object.keys(steps);
const counts = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];

const rows: string[][] = [];
for (const count of counts) {
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  mkdirSync(join(folder, 'node_modules'));
  const catalog = join(folder, 'problems');
  manyEntries(join(root, 'problems'), catalog, count, {
    written: '../src/catalog/entry.ts',
    real: join(root, 'src/catalog/entry.ts'),
  });
  for (const name of chosen) {
    const file = join(folder, `${name}.usage`);
    const watched = watchChildren();
    const { code, stdout, stderr } = await run(process.execPath, ['src/toolkit/bin.ts', ...(steps[name] ?? [])], {
      env: { PROBLEMS_DIR: catalog, NODE_OPTIONS: `--import=${usage}`, USAGE_FILE: file },
    });
    const { largest, together, secondsBesideNode } = watched();
    if (code !== 0) throw new Error((stdout + stderr).slice(-2000));
    const seconds = readFileSync(file, 'utf8').trim().split('\n').map(Number);
    const cpu = seconds.reduce((sum, each) => sum + each, secondsBesideNode);
    const row = [
      name,
      String(count),
      cpu.toFixed(1),
      ((cpu * 1000) / count).toFixed(1),
      largest.toFixed(0),
      together.toFixed(0),
    ];
    rows.push(row);
    console.log(row.join('  '));
  }
  rmSync(folder, { recursive: true });
}
// The modules of the runtime are those of the last catalog.
await run(process.execPath, ['src/toolkit/bin.ts', 'generate']);
console.log('dist is of the last catalog: "npm run build" makes it again.');

if (values.step.length === 0) {
  // By step: a reader compares counts.
  rows.sort(([a = ''], [b = '']) => chosen.indexOf(a) - chosen.indexOf(b));
  note(join(import.meta.dirname, 'results.md'), [
    '# Scale',
    '',
    'What each step takes for catalogs of so many entries, each as long as one of ARCP: all processes, that of esbuild too.',
    'Each step starts with what the steps before it have kept. `build` makes the package, the pages, and all that a host needs.',
    '',
    circumstances(),
    '',
    ...tableOf(['step', 'entries', 'CPU s', 'CPU ms an entry', 'largest process, MB', 'all at once, at most MB'], rows),
  ]);
}
