import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../support.ts';
import { roomsOf } from './rooms.ts';

/**
 * `npm run mutation -- src/runtime/read/read.ts`: changes the file in each way that Stryker knows, one at a time, and looks
 * whether a test fails. Prints the changes that no test noticed, and notes the score of each file in `results.json`.
 */

const usage =
  'Use: npm run mutation -- [<file>…], of src/runtime, src/catalog/diff or src/diagnose; all of them without';
const { positionals } = parseArgs({ allowPositionals: true });

// Stryker brings 170 packages that nothing else needs: they are installed here and now, beside those of the repository.
const home = join(root, 'node_modules/.cache/mutation');
const stryker = join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js');
if (!existsSync(stryker)) {
  mkdirSync(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    cpSync(join(import.meta.dirname, file), join(home, file));
  }
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home, stdio: 'inherit' });
}

interface Mutant {
  readonly status: string;
  readonly location: { readonly start: { readonly line: number } };
  readonly mutatorName: string;
  readonly replacement?: string;
}
interface Report {
  readonly files: Record<string, { readonly mutants: readonly Mutant[] }>;
}
interface Result {
  readonly score: number;
  readonly mutants: number;
  readonly unnoticed: number;
  readonly date: string;
}

const results = join(import.meta.dirname, 'results.json');
const rooms = roomsOf(positionals);
if (rooms.length === 0) {
  console.error(usage);
  process.exit(2);
}
for (const { sources, tests } of rooms) {
  const files = globSync(sources, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((file) => positionals.length === 0 || positionals.includes(file));
  execFileSync(
    process.execPath,
    [stryker, 'run', 'test/tools/mutation/stryker.config.json', '--mutate', files.join(',')],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MUTATION_TESTS: globSync(tests, { cwd: root }).join(';') },
    },
  );
  const report: Report = JSON.parse(readFileSync(join(root, 'dist/mutation.json'), 'utf8'));
  // Read here and now: another run may have noted its files meanwhile.
  const known: Record<string, Result> = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
  for (const [file, { mutants }] of Object.entries(report.files)) {
    for (const mutant of mutants) if (isUnnoticed(mutant)) console.log(`${file}:${shown(mutant)}`);
    known[file] = resultOf(mutants);
    console.log(`${file}: ${known[file].score} % of ${known[file].mutants} changes are noticed.\n`);
  }
  writeFileSync(results, `${JSON.stringify(sorted(known), null, 2)}\n`);
}

function shown({ location, mutatorName, replacement = '' }: Mutant): string {
  return `${location.start.line}: ${mutatorName}: ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`;
}

function isUnnoticed({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

/** Changes that do not compile, and those of lines that say why they are left out, do not count. */
function resultOf(mutants: readonly Mutant[]): Result {
  const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const unnoticed = mutants.filter(isUnnoticed).length;
  const score = Math.round((1000 * noticed) / Math.max(1, noticed + unnoticed)) / 10;
  return { score, mutants: noticed + unnoticed, unnoticed, date: new Date().toISOString().slice(0, 10) };
}

function sorted(record: Record<string, Result>): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
