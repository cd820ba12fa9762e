import { join } from 'node:path';
import autocannon from 'autocannon';
import { base, finder, problemPages, siteDir } from '../../any-catalog/pages.ts';
import { ask, type Host, nginxHost, nginxIsHere, nodeHost } from '../../hosting/hosts.ts';
import { root } from '../../support.ts';

/**
 * `npm run load`: the built site under load on loopback, the Node server beside nginx, with the mixed requests of
 * browsers, agents, programs and crawlers. Ends by itself; exit 1 when a response is not 200 or 304.
 */

const seconds = Number(process.env.LOAD_SECONDS ?? 8);
const connections = 32;
const page = problemPages[Math.floor(problemPages.length / 2)]?.path ?? finder;
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';

const hosts: [name: string, start: () => Promise<Host>][] = [['Node', () => nodeHost(siteDir)]];
if (nginxIsHere) hosts.push(['nginx', () => nginxHost(siteDir, join(root, 'dist/nginx.conf'))]);
else console.log('nginx is not on this machine: the Node server is measured alone.');

let failed = false;
for (const [name, start] of hosts) {
  const host = await start();
  try {
    const { etag = '' } = (await ask(host.url, page, { accept: 'text/markdown' })).headers;
    const requests = [
      { path: page, headers: { accept: browser, 'accept-encoding': 'gzip' } },
      { path: page, headers: { accept: 'text/markdown, text/html;q=0.9, */*;q=0.1' } },
      { path: page, headers: { accept: 'application/json', 'accept-encoding': 'gzip' } },
      { path: page, headers: { accept: 'application/schema+json' } },
      { path: page, headers: { accept: 'text/markdown', 'if-none-match': etag } },
      { path: `${page}.json`, headers: { accept: '*/*' } },
      { path: finder, headers: { accept: browser, 'accept-encoding': 'gzip' } },
      { path: base || '/', headers: { accept: '*/*' } },
    ];
    const result = await autocannon({ url: host.url, connections, duration: seconds, requests });
    const { latency, requests: rate, throughput, errors, timeouts, non2xx, statusCodeStats } = result;
    const notModified = Number(statusCodeStats?.['304']?.count ?? 0);
    const wrong = errors + timeouts + non2xx - notModified;
    console.log(
      `${name.padEnd(6)} ${String(Math.round(rate.average)).padStart(7)} requests/s  ` +
        `${(throughput.average / 1e6).toFixed(1).padStart(6)} MB/s  latency ms: ` +
        `median ${latency.p50}, p99 ${latency.p99}, most ${latency.max}  ` +
        `${result.requests.total} requests, ${notModified} of them 304, ${wrong} wrong`,
    );
    if (wrong > 0) failed = true;
  } finally {
    await host.stop();
  }
}
process.exitCode = failed ? 1 : 0;
