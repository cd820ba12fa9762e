import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spreadOf, tableOf } from '../results.ts';

/** What it costs to start the package and its command: CPU time of a process of its own, all in turn. */

const rounds = 21;
const built = join(import.meta.dirname, '../../../dist/package');
const module = (file: string) => JSON.stringify(pathToFileURL(join(built, file)).href);
const script = (code: string) => ['--input-type=module', '--eval', code];
const command = (...args: string[]) => [join(built, 'cli.js'), ...args];

const starts: Readonly<Record<string, readonly string[]>> = {
  'an empty script': script(''),
  "import 'arcp-problems'": script(`import ${module('index.js')}`),
  "import 'arcp-problems/check'": script(`import ${module('check.js')}`),
  'arcp-problems explain': command('explain', 'token-invalid'),
  'arcp-problems explain --all': command('explain', 'token-invalid', '--all'),
  'arcp-problems list': command('list'),
  'arcp-problems --help': command('--help'),
};

/** Prints the CPU time of its process to the third stream, in milliseconds, when it ends. */
const meter = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1000)); });",
)}`;

function cpu(args: readonly string[]): number {
  const { status, output } = spawnSync(process.execPath, ['--import', meter, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${output[2]}`);
  return Number(output[3]);
}

/** Returns the figures as lines of Markdown. Takes the built package. */
export function costOfStart(): string[] {
  const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, args] of Object.entries(starts)) times.get(name)?.push(cpu(args));
  const bare = spreadOf(times.get('an empty script') ?? []).median;
  const rows = [...times].map(([name, values]) => {
    const { median, least, most } = spreadOf(values);
    return [name, (median / bare).toFixed(2), `${(least / bare).toFixed(2)} to ${(most / bare).toFixed(2)}`];
  });
  return [
    '## Start',
    '',
    `CPU time of a process as a multiple of an empty script, which takes ${bare.toFixed(0)} ms here. The median of ${rounds} rounds.`,
    '',
    ...tableOf(['what', 'ratio', 'spread'], rows),
  ];
}
