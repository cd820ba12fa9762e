import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { base, finder, problemPages, siteDir } from '../../any-catalog/pages.ts';
import { ask, type Host, nginxHost, nginxIsHere, nodeHost, started } from '../../hosting/hosts.ts';
import { freePort, root } from '../../support.ts';
import { circumstances, note, spreadOf, tableOf } from '../results.ts';
import { keyOf, type Recorded } from './bare.ts';
import { cpuSeconds, separate } from './cpu.ts';

/**
 * `npm run load`: the built site under load on loopback, with the mixed requests of browsers, agents, programs and
 * crawlers. The Node server is measured beside nginx with the same files, and beside a bare `http` server that sends the
 * same bytes: the floor of Node.js. They take turns for `LOAD_ROUNDS` rounds (3). Writes `results.md`; exit 1 when a response
 * is not 200. autocannon waits for a body where a 304 says how long that of the 200 is, as nginx does, so nothing is asked
 * with a condition.
 */

const seconds = Number(process.env.LOAD_SECONDS ?? 8);
const rounds = Number(process.env.LOAD_ROUNDS ?? 3);
const connections = 32;
const page = problemPages[Math.floor(problemPages.length / 2)]?.path ?? finder;
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';
const requests: { path: string; headers: Record<string, string> }[] = [
  { path: page, headers: { accept: browser, 'accept-encoding': 'gzip' } },
  { path: page, headers: { accept: 'text/markdown, text/html;q=0.9, */*;q=0.1' } },
  { path: page, headers: { accept: 'application/json', 'accept-encoding': 'gzip' } },
  { path: page, headers: { accept: 'application/schema+json' } },
  { path: `${page}.json`, headers: { accept: '*/*' } },
  { path: finder, headers: { accept: browser, 'accept-encoding': 'gzip' } },
  { path: base || '/', headers: { accept: '*/*' } },
];

const hosts: [name: string, start: () => Promise<Host>][] = [['Node', () => nodeHost(siteDir)]];
if (nginxIsHere) hosts.push(['nginx', () => nginxHost(siteDir, join(root, 'dist/nginx.conf'))]);
else console.log('nginx is not on this machine: the Node server is measured without it.');
hosts.push(['bare http', bareHost]);

const recorded: Record<string, Recorded> = {};
async function bareHost(): Promise<Host> {
  const file = join(mkdtempSync(join(tmpdir(), 'load-')), 'responses.json');
  writeFileSync(file, JSON.stringify(recorded));
  const port = await freePort();
  const script = join(import.meta.dirname, 'bare.ts');
  return started(spawn(process.execPath, [script, file, String(port)]), /Serving/, port);
}

async function record(host: Host): Promise<void> {
  for (const { path, headers } of requests) {
    const { status, headers: fields, body } = await ask(host.url, path, headers);
    const pairs = Object.entries(fields).filter(([field]) => !['date', 'connection', 'keep-alive'].includes(field));
    const key = keyOf(path, headers.accept);
    recorded[key] = { status, fields: pairs.flat().map(String), body: body.toString('base64') };
  }
}

/** What a server did in one round. */
interface Measure {
  /** Requests for a second of its CPU time; undefined where that cannot be told. */
  readonly rate: number | undefined;
  readonly perSecond: number;
  readonly p99: number;
  readonly requests: number;
  readonly wrong: number;
}

async function measure(host: Host): Promise<Measure> {
  separate(host.pid ?? 0);
  // Code is compiled while it warms up.
  await autocannon({ url: host.url, connections, duration: seconds / 2, requests });
  const before = cpuSeconds(host.pid ?? 0);
  const result = await autocannon({ url: host.url, connections, duration: seconds, requests });
  const after = cpuSeconds(host.pid ?? 0);
  const { latency, errors, timeouts, non2xx } = result;
  const { total, average } = result.requests;
  return {
    rate: before === undefined || after === undefined ? undefined : total / (after - before),
    perSecond: average,
    p99: latency.p99,
    requests: total,
    wrong: errors + timeouts + non2xx,
  };
}

const measures = new Map<string, Measure[]>(hosts.map(([name]) => [name, []]));
for (let round = 1; round <= rounds; round += 1) {
  for (const [name, start] of hosts) {
    const host = await start();
    try {
      if (name === 'Node' && round === 1) await record(host);
      const measured = await measure(host);
      measures.get(name)?.push(measured);
      const { rate = Number.NaN, perSecond, wrong } = measured;
      console.log(
        `${round}. ${name}: ${whole(rate)} requests a second of CPU time, ${whole(perSecond)} a second, ${wrong} wrong`,
      );
    } finally {
      await host.stop();
    }
  }
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** The median of values, and in brackets the least and the most. */
function spread(values: readonly number[], text: (value: number) => string): string {
  const { median, least, most } = spreadOf(values);
  return Number.isNaN(median) ? '' : `${text(median)} (${text(least)} to ${text(most)})`;
}

const ratesOf = (name: string) => (measures.get(name) ?? []).flatMap(({ rate }) => rate ?? []);
const own = ratesOf('Node');
const all = [...measures.values()].flat();
const wrong = all.reduce((sum, each) => sum + each.wrong, 0);
const nginx = nginxIsHere
  ? [
      spawnSync('nginx', ['-v'], { encoding: 'utf8' })
        .stderr.trim()
        .replace(/^.*?: /, ''),
    ]
  : [];
note(join(import.meta.dirname, 'results.md'), [
  '# Load',
  '',
  'The server under load, beside nginx with the same files, and beside a bare `http` server that sends the same bytes. They took',
  'turns; client and server had a core each. The median of the rounds; in brackets the least and the most. The ratio is that of',
  'Node.js to the server of the row in the same round, in requests for the same CPU time: more than 1 is more requests.',
  '',
  circumstances(`${rounds} rounds of ${seconds} s`, `${connections} connections`, ...nginx),
  `- ${whole(all.reduce((sum, each) => sum + each.requests, 0))} requests, ${wrong} wrong responses`,
  '',
  ...tableOf(
    ['server', 'requests a second of CPU time', 'ratio', 'requests a second', 'p99, ms'],
    [...measures].map(([name, rows]) => {
      const ratios = ratesOf(name).map((rate, round) => (own[round] ?? Number.NaN) / rate);
      return [
        name,
        spread(ratesOf(name), whole),
        spread(ratios, (ratio) => ratio.toFixed(2)),
        spread(
          rows.map(({ perSecond }) => perSecond),
          whole,
        ),
        spread(
          rows.map(({ p99 }) => p99),
          whole,
        ),
      ];
    }),
  ),
]);
process.exitCode = wrong > 0 ? 1 : 0;
