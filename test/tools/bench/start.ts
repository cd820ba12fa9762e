import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What it costs to start: `node test/tools/bench/start.ts`, after a build. CPU time of a process of its own, all in turn,
 * beside an empty script.
 */

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

const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
for (let round = 0; round < rounds; round += 1)
  for (const [name, args] of Object.entries(starts)) times.get(name)?.push(cpu(args));

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const least = median(times.get('an empty script') ?? []);
console.log(
  `Median of ${rounds} rounds, Node.js ${process.versions.node}. CPU time, as a multiple of an empty script:\n`,
);
for (const [name, values] of times) {
  const time = median(values);
  const spread = Math.max(...values) - Math.min(...values);
  const ratio = (time / least).toFixed(2).padStart(5);
  console.log(`${name.padEnd(30)} ${ratio} x   ${time.toFixed(0)} ms, spread ${spread.toFixed(0)} ms`);
}
