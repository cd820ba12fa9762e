import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../support.ts';
import { instrument, type Mutant } from './instrument.ts';
import { roomsOf } from './rooms.ts';

/**
 * `npm run mutation -- src/runtime/read/read.ts`: changes the file in each way that Stryker knows, one at a time, and looks
 * whether a test fails. Prints the changes that no test noticed, and notes the score of each file in `results.json`.
 */

const usage = 'Use: npm run mutation -- [<file>…], of src/runtime, src/catalog or src/diagnose; all of them without';
const { positionals } = parseArgs({ allowPositionals: true });

// Stryker's packages are needed here alone: they are installed here and now, beside those of the repository.
const home = join(root, 'node_modules/.cache/mutation');
if (!existsSync(join(home, 'node_modules/@stryker-mutator/instrumenter'))) {
  mkdirSync(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    cpSync(join(import.meta.dirname, file), join(home, file));
  }
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home, stdio: 'inherit' });
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
  const { mutants, noticed } = await tried(files, tests);
  // Read here and now: another run may have noted its files meanwhile.
  const known: Record<string, Result> = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
  for (const file of files) {
    const own = mutants.filter(({ fileName, status }) => fileName === join(root, file) && status !== 'Ignored');
    const unnoticed = own.filter(({ id }) => !noticed.has(id));
    for (const mutant of unnoticed) console.log(`${file}:${shown(mutant)}`);
    if (own.length === 0) continue;
    const score = Math.round(1000 * (1 - unnoticed.length / own.length)) / 10;
    const date = new Date().toISOString().slice(0, 10);
    known[file] = { score, mutants: own.length, unnoticed: unnoticed.length, date };
    console.log(`${file}: ${score} % of ${own.length} changes are noticed.\n`);
  }
  writeFileSync(results, `${JSON.stringify(sorted(known), null, 2)}\n`);
}

/** Runs the tests on the files with their changes. */
async function tried(files: readonly string[], tests: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  try {
    const instrumented = await instrument(home, files);
    writeFileSync(join(folder, 'mutants.json'), JSON.stringify(instrumented));
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    // A change may break what comes after its test, so the exit code says nothing.
    spawnSync(process.execPath, [vitest, 'run', '--config', join(import.meta.dirname, 'vitest.config.ts')], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MUTATION_FOLDER: folder, MUTATION_TESTS: globSync(tests, { cwd: root }).join(';') },
    });
    const noticed: readonly string[] = JSON.parse(readFileSync(join(folder, 'noticed.json'), 'utf8'));
    return { mutants: instrumented.mutants, noticed: new Set(noticed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown({ location, mutatorName, replacement }: Mutant): string {
  return `${location.start.line + 1}: ${mutatorName}: ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`;
}

function sorted(record: Record<string, Result>): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
