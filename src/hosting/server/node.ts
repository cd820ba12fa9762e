import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Generations } from './generations.ts';
import { Listener } from './listener.ts';
import { manifestPath } from './manifest.ts';

/** The server on Node. The build bundles it into one file, dist/server.mjs. */

const usage = `Usage: npm start -- [options], or after a build: node dist/server.mjs [options]

  --port <number>  port to listen on, 0 for any free one (default: PORT, else 4321)
  --host <name>    address to listen on (default: HOST, else localhost)
  --site <folder>  the built site (default: the folder "site" next to this file)
  --help           show this text`;

/** How long responses under way may take after a signal to stop, in milliseconds. */
const grace = 10_000;

const { port, host, site } = settings();
if (!existsSync(join(site, manifestPath))) {
  fail(`${join(site, manifestPath)} does not exist. Run "npm run build" first, or name the built site with --site.`, 1);
}

const generations = await Generations.open(site, console.error).catch(({ message }: Error) =>
  fail(`${join(site, manifestPath)} is damaged (${message}). Run "npm run build" again.`, 1),
);
const server = new Listener(() => generations.site);
server.on('error', (error: NodeJS.ErrnoException) => fail(listenText(error), 1));
server.listen(port, host, () => {
  const { port: actual } = server.address() as AddressInfo;
  console.log(`Serving ${site} at http://${host.includes(':') ? `[${host}]` : host}:${actual}/`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
if (process.env.npm_lifecycle_event) {
  // npm ends the shell that it started, and a shell hands no signal on.
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    stop();
  }, 250).unref();
}

/** Takes no new connection, and ends when what is under way is done. */
function stop(): void {
  server.close(() => process.exit(0));
  setInterval(() => server.closeIdleConnections(), 50).unref();
  setTimeout(() => server.closeAllConnections(), grace).unref();
}

function settings(): { port: number; host: string; site: string } {
  const text = { type: 'string' } as const;
  const options = { port: text, host: text, site: text, help: { type: 'boolean' } } as const;
  let values: { port?: string; host?: string; site?: string; help?: boolean };
  try {
    values = parseArgs({ options }).values;
  } catch (error) {
    return fail(`${(error as Error).message.split('. ')[0]}.\n\n${usage}`, 2);
  }
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const port = values.port ?? (process.env.PORT || '4321');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return fail(`The port must be a number from 0 to 65535 (was "${port}"). Correct --port or PORT.`, 2);
  }
  const folder = resolve(values.site ?? fileURLToPath(new URL('site', import.meta.url)));
  return { port: Number(port), host: values.host || process.env.HOST || 'localhost', site: folder };
}

function listenText({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken. Stop the other program, or choose another port: npm start -- --port ${port + 1}`;
  }
  if (code === 'EACCES') return `Port ${port} needs more rights. Choose one above 1023: npm start -- --port 4321`;
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') {
    return `This machine does not have the address ${host}. Correct --host or HOST, for example: npm start -- --host 127.0.0.1`;
  }
  return message;
}

function fail(text: string, code: 1 | 2): never {
  console.error(text);
  process.exit(code);
}
