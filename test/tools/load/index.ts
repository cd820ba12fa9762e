import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { base, finder, problemPages, siteDir } from '../../any-catalog/pages.ts';
import { ask, type Host, nginxHost, nginxIsHere, nodeHost, started } from '../../hosting/hosts.ts';
import { freePort, root } from '../../support.ts';
import { keyOf, type Recorded } from './bare.ts';
import { cpuSeconds, separate } from './cpu.ts';

/**
 * `npm run load`: the built site under load on loopback, with the mixed requests of browsers, agents, programs and
 * crawlers. The Node server is measured beside nginx with the same files, and beside a bare `http` server that sends the
 * same bytes: the floor of Node.js. Ends by itself; exit 1 when a response is not 200. autocannon waits for
 * a body where a 304 says how long that of the 200 is, as nginx does, so nothing is asked with a condition.
 */

const seconds = Number(process.env.LOAD_SECONDS ?? 8);
const connections = 32;
const page = problemPages[Math.floor(problemPages.length / 2)]?.path ?? finder;
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';

const hosts: [name: string, start: () => Promise<Host>][] = [['Node', () => nodeHost(siteDir)]];
if (nginxIsHere) hosts.push(['nginx', () => nginxHost(siteDir, join(root, 'dist/nginx.conf'))]);
else console.log('nginx is not on this machine: the Node server is measured alone.');
hosts.push(['bare', bareHost]);

const recorded: Record<string, Recorded> = {};
async function bareHost(): Promise<Host> {
  const file = join(mkdtempSync(join(tmpdir(), 'load-')), 'responses.json');
  writeFileSync(file, JSON.stringify(recorded));
  const port = await freePort();
  const script = join(import.meta.dirname, 'bare.ts');
  return started(spawn(process.execPath, [script, file, String(port)]), /Serving/, port);
}

/** Requests for a second of CPU time of each server. */
const rates = new Map<string, number>();
let failed = false;
for (const [name, start] of hosts) {
  const host = await start();
  try {
    const requests: { path: string; headers: Record<string, string> }[] = [
      { path: page, headers: { accept: browser, 'accept-encoding': 'gzip' } },
      { path: page, headers: { accept: 'text/markdown, text/html;q=0.9, */*;q=0.1' } },
      { path: page, headers: { accept: 'application/json', 'accept-encoding': 'gzip' } },
      { path: page, headers: { accept: 'application/schema+json' } },
      { path: `${page}.json`, headers: { accept: '*/*' } },
      { path: finder, headers: { accept: browser, 'accept-encoding': 'gzip' } },
      { path: base || '/', headers: { accept: '*/*' } },
    ];
    for (const { path, headers } of name === 'Node' ? requests : []) {
      const { status, headers: fields, body } = await ask(host.url, path, headers);
      const pairs = Object.entries(fields).filter(([field]) => !['date', 'connection', 'keep-alive'].includes(field));
      const key = keyOf(path, headers.accept);
      recorded[key] = { status, fields: pairs.flat().map(String), body: body.toString('base64') };
    }
    separate(host.pid ?? 0);
    // Code is compiled while it warms up.
    await autocannon({ url: host.url, connections, duration: seconds / 2, requests });
    const before = cpuSeconds(host.pid ?? 0);
    const result = await autocannon({ url: host.url, connections, duration: seconds, requests });
    const after = cpuSeconds(host.pid ?? 0);
    if (before !== undefined && after !== undefined) rates.set(name, result.requests.total / (after - before));
    const { latency, requests: rate, throughput, errors, timeouts, non2xx } = result;
    const wrong = errors + timeouts + non2xx;
    console.log(
      `${name.padEnd(6)} ${String(Math.round(rate.average)).padStart(7)} requests/s  ` +
        `${(throughput.average / 1e6).toFixed(1).padStart(6)} MB/s  latency ms: ` +
        `median ${latency.p50}, p99 ${latency.p99}, most ${latency.max}  ` +
        `${result.requests.total} requests, ${wrong} wrong`,
    );
    if (wrong > 0) failed = true;
  } finally {
    await host.stop();
  }
}
for (const [name, rate] of rates) {
  const beside = [...rates]
    .filter(([other]) => other !== name)
    .map(([other, own]) => `${(rate / own).toFixed(2)} of ${other}`);
  console.log(
    `${name.padEnd(6)} ${String(Math.round(rate)).padStart(7)} requests for a second of CPU time: ${beside.join(', ')}`,
  );
}
process.exitCode = failed ? 1 : 0;
