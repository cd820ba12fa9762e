import { groups } from './contenders.ts';

/** Measures one contender of one group: prints the nanoseconds of CPU time that an input takes, the median of seven samples. */

const [group = '', contender = ''] = process.argv.slice(2);
const found = groups[group];
const load = found?.contenders[contender];
if (!found || !load) throw new Error(`There is no contender "${contender}" in "${group}".`);
const inputs = await found.inputs();
const run = (await load()) as (input: unknown) => unknown;

let kept: unknown;
/** CPU time in ns of `rounds` passes over all inputs. The load of the machine does not count, as it would on a clock. */
async function cpuTime(rounds: number): Promise<number> {
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    for (const input of inputs) {
      kept = run(input);
      // To await what is no promise takes longer than most of what is measured.
      if (kept instanceof Promise) await kept;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

const sample = (found.sample ?? 40) * 1e6;
let rounds = 1;
while ((await cpuTime(rounds)) < sample) rounds *= 2;
// Code is compiled while it warms up.
for (let count = 0; count < 3; count += 1) await cpuTime(rounds);
const samples: number[] = [];
while (samples.length < 7) samples.push((await cpuTime(rounds)) / rounds / inputs.length);
console.log(samples.sort((a, b) => a - b)[3]);
if (kept === 0) console.error();
process.exit();
