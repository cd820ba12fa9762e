import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circumstances, note, spreadOf, tableOf } from '../results.ts';

/**
 * `npm run bench`: measures each contender in a process of its own, one after the other, for `BENCH_ROUNDS` rounds (5), under
 * load in nearly twice as many. Prints the ratios to this package, and writes them to `results.md`.
 */

if (process.env.PROBLEMS_DIR) {
  console.error(
    'The benchmarks compare types of problems/ with what other libraries make of them. Unset PROBLEMS_DIR.',
  );
  process.exit(1);
}
const { groups } = await import('./contenders.ts');
const { frameworks } = await import('./adapters.ts');
const { costOfStart } = await import('./start.ts');
const { costOfTypes } = await import('./types.ts');
const { bundles, sizeOf } = await import('../../runtime/sizes.ts');
const here = import.meta.dirname;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
/** A server and its clients share the machine, so that a round says less. */
const roundsUnderLoad = 2 * rounds - 1;

/** Contenders that do the same; the first is the one that the others are compared with. */
interface Comparison {
  readonly title: string;
  readonly rounds: number;
  /** The script and the arguments of each, by its name. */
  readonly contenders: Readonly<Record<string, readonly string[]>>;
  /** Why others are faster, where they are. */
  readonly note?: string | undefined;
}

const comparisons: readonly Comparison[] = [
  ...Object.entries(groups).map(([name, { title, note, contenders }]) => ({
    title,
    rounds,
    note,
    contenders: Object.fromEntries(Object.keys(contenders).map((each) => [each, ['worker.ts', name, each]])),
  })),
  ...frameworks.map((name) => ({
    title: `Answer what was thrown under load: ${name}`,
    rounds: roundsUnderLoad,
    note: 'A handler by hand sends what it knows was thrown. The adapter finds out first: a problem, an error that has one, an error of the framework, or a fault.',
    contenders: {
      'arcp-problems': ['served.ts', name, 'adapter'],
      'an error handler by hand': ['served.ts', name, 'by hand'],
    },
  })),
];

/** CPU times by the arguments that they were measured with. */
const times = new Map<readonly string[], number[]>();
for (let round = 0; round < roundsUnderLoad; round += 1) {
  for (const { contenders } of comparisons.filter((each) => round < each.rounds)) {
    for (const command of Object.values(contenders)) {
      const [script = '', ...args] = command;
      const output = execFileSync(process.execPath, [join(here, script), ...args], { encoding: 'utf8' });
      times.set(command, [...(times.get(command) ?? []), Number(output)]);
    }
  }
}

const packages = ['http-problem-details', 'api-problem', '@hapi/boom', 'http-errors', '@fastify/error'];
const served = ['express', 'fastify', 'hono', 'koa', 'h3', '@nestjs/core'];
const versions = [...packages, 'ajv', 'zod', 'valibot', 'arktype', 'typebox', ...served, 'typescript'].map((name) => {
  const path = join(here, '../../../node_modules', name, 'package.json');
  return `${name} ${JSON.parse(readFileSync(path, 'utf8')).version}`;
});

const lines = [
  '# Benchmark',
  '',
  'CPU time of each contender as a multiple of that of arcp-problems in the same round: more than 1 is slower. Each ran in a',
  'process of its own, in turn. The median of the rounds, and their spread from the least to the most.',
  '',
  circumstances(`${rounds} rounds, ${roundsUnderLoad} under load`),
  `- ${versions.join(', ')}`,
];
for (const { title, note, contenders } of comparisons) {
  const [own, ...others] = Object.entries(contenders);
  if (!own) continue;
  const base = times.get(own[1]) ?? [];
  const rows = others.map(([contender, other]) => {
    const { median, least, most } = spreadOf((times.get(other) ?? []).map((time, round) => time / (base[round] ?? 0)));
    return [contender, median.toFixed(2), `${least.toFixed(2)} to ${most.toFixed(2)}`];
  });
  lines.push('', `## ${title}`, '', ...tableOf(['contender', 'ratio', 'spread'], [[own[0], '1.00', ''], ...rows]));
  if (note) lines.push('', note);
}
lines.push('', ...(await costOfTypes()), '', ...costOfStart(), '', ...(await sizes()));
note(join(here, 'results.md'), lines);

/** What the parts of the package weigh, as lines of Markdown. */
async function sizes(): Promise<string[]> {
  const rows: string[][] = [];
  for (const { name, code, parts = '' } of bundles) rows.push([name, parts, String(await sizeOf(code))]);
  return [
    '## Sizes',
    '',
    'Bytes of a bundle, minified and gzipped; of a part, what the bundle loses without it. Parts share texts, so they are no sum.',
    '',
    ...tableOf(['what', 'parts', 'bytes'], rows, 2),
  ];
}
