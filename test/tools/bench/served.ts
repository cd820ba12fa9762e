import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { adapters, type Framework } from './adapters.ts';

/**
 * Measures one app under load: prints the nanoseconds of CPU time that a request takes its server, the median of three
 * samples. The load comes from another process.
 */

const [framework = '', contender = ''] = process.argv.slice(2);
const [adapter, byHand] = adapters[framework as Framework] ?? [];
const start = contender === 'adapter' ? adapter : byHand;
if (!start) throw new Error(`There is no app of "${framework}".`);
const url = `http://127.0.0.1:${await start()}/`;

const response = await fetch(url);
const { timestamp: _, ...problem } = (await response.json()) as Record<string, unknown>;
const fields = ['content-type', 'www-authenticate'].map((name) => response.headers.get(name));
const said = JSON.stringify([response.status, fields, problem]);
const wanted =
  '[401,["application/problem+json","Bearer"],{"type":"https://arcp.0x001.tech/docs/problems/session-invalid",' +
  '"title":"Session Validation Failed","status":401,"detail":"The session has ended."}]';
if (said !== wanted) throw new Error(`${framework}, ${contender}: must answer ${wanted} (was ${said}).`);

async function load(requests: number): Promise<void> {
  const script = join(import.meta.dirname, '../../../node_modules/autocannon/autocannon.js');
  const child = spawn(process.execPath, [script, '--amount', String(requests), '--connections', '8', '--json', url], {
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`autocannon ended with ${code}.`);
}

const requests = 10_000;
await load(requests);
const samples: number[] = [];
for (let sample = 0; sample < 3; sample += 1) {
  const before = process.cpuUsage();
  await load(requests);
  const { user, system } = process.cpuUsage(before);
  samples.push(((user + system) * 1000) / requests);
}
console.log(samples.sort((a, b) => a - b)[1]);
process.exit();
