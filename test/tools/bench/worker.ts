import { groups } from './contenders.ts';

/** Measures one contender of one group: prints the nanoseconds of CPU time that an input takes, the median of nine samples. */

const [group = '', contender = ''] = process.argv.slice(2);
const found = groups[group];
const load = found?.contenders[contender];
if (!found || !load) throw new Error(`There is no contender "${contender}" in "${group}".`);
const inputs = await found.inputs();
const run = (await load()) as (input: unknown) => unknown;

let kept: unknown;
/** CPU time in ns of `rounds` passes over all inputs. The load of the machine does not count, as it would on a clock. */
function cpuTime(rounds: number): number {
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const input of inputs) kept = run(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

const sample = 40e6;
let rounds = 1;
while (cpuTime(rounds) < sample) rounds *= 2;
const samples = Array.from({ length: 9 }, () => cpuTime(rounds) / rounds / inputs.length).sort((a, b) => a - b);
console.log(samples[4]);
if (kept === 0) console.error();
