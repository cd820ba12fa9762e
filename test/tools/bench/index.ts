import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run bench`: measures each contender in a process of its own, one after the other, for `BENCH_ROUNDS` rounds (5). Prints
 * the ratios to this package, and writes them to `results.md`.
 */

if (process.env.PROBLEMS_DIR) {
  console.error(
    'The benchmarks compare types of problems/ with what other libraries make of them. Unset PROBLEMS_DIR.',
  );
  process.exit(1);
}
const { groups } = await import('./contenders.ts');
const here = import.meta.dirname;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

const times = new Map<string, number[]>();
for (let round = 0; round < rounds; round += 1) {
  for (const [name, { contenders }] of Object.entries(groups)) {
    for (const contender of Object.keys(contenders)) {
      const output = execFileSync(process.execPath, [join(here, 'worker.ts'), name, contender], { encoding: 'utf8' });
      const key = `${name} ${contender}`;
      times.set(key, [...(times.get(key) ?? []), Number(output)]);
    }
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const packages = ['http-problem-details', 'api-problem', '@hapi/boom', 'http-errors', '@fastify/error'];
const versions = [...packages, 'ajv', 'zod', 'valibot', 'arktype', 'typebox'].map((name) => {
  const path = join(here, '../../../node_modules', name, 'package.json');
  return `${name} ${JSON.parse(readFileSync(path, 'utf8')).version}`;
});

const lines = [
  '# Benchmark',
  '',
  'CPU time of each contender as a multiple of that of arcp-problems: more than 1 is slower. Each ran in a process of its own, in',
  'turn. The median of the rounds; in brackets the least and the most.',
  '',
  `- ${new Date().toISOString().slice(0, 10)}, ${rounds} rounds, Node.js ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`,
  `- ${versions.join(', ')}`,
];
for (const [name, { title, contenders }] of Object.entries(groups)) {
  const [own = ''] = Object.keys(contenders);
  const base = median(times.get(`${name} ${own}`) ?? []);
  lines.push('', `## ${title}`, '', '| contender | ratio | spread |', '| --- | ---: | --- |');
  for (const contender of Object.keys(contenders)) {
    const ratios = (times.get(`${name} ${contender}`) ?? []).map((time) => time / base);
    const text = (ratio: number) => ratio.toFixed(2);
    lines.push(
      `| ${contender} | ${text(median(ratios))} | ${text(Math.min(...ratios))} to ${text(Math.max(...ratios))} |`,
    );
  }
}
const table = `${lines.join('\n')}\n`;
console.log(table);
writeFileSync(join(here, 'results.md'), table);
