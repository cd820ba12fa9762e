import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { freePort, root, run, temporary } from '../support.ts';
import { ask, librarySite, nodeHost } from './hosts.ts';

/** The command that serves the site. */

const server = join(root, 'src/hosting/server/node.ts');
const start = (args: string[], env: NodeJS.ProcessEnv = {}) => run(process.execPath, [server, ...args], { env });

test('a port that is taken is said in one line, with a way out', async () => {
  const siteDir = await librarySite(temporary());
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  const { port } = other.address() as { port: number };
  const { code, stderr } = await start(['--site', siteDir, '--host', '127.0.0.1', '--port', String(port)]);
  other.close();
  expect(code).toBe(1);
  expect(stderr.trim()).toBe(
    `Port ${port} on 127.0.0.1 is taken. Stop the other program, or choose another port: npm start -- --port ${port + 1}`,
  );
});

test('wrong options are refused with code 2 and without a stack trace', async () => {
  for (const [args, env, text] of [
    [['--port', 'http'], {}, 'The port must be a number from 0 to 65535 (was "http")'],
    [['--port', '70000'], {}, '(was "70000")'],
    [[], { PORT: '-1' }, '(was "-1")'],
    [['--prot', '1'], {}, "Unknown option '--prot'"],
    [['extra'], {}, 'extra'],
  ] as const) {
    const { code, stderr } = await start([...args], env);
    expect(code, stderr).toBe(2);
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^\s+at /m);
  }
});

test('a site that is not built is said, with the command that builds it', async () => {
  const { code, stderr } = await start(['--site', temporary()]);
  expect(code).toBe(1);
  expect(stderr).toContain('Run "npm run build" first');
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test.each(['', '{', '{}'])('a manifest that reads %j is said, with the command that makes it', async (text) => {
  const siteDir = temporary();
  writeFileSync(join(siteDir, '.manifest.json'), text);
  const { code, stderr } = await start(['--site', siteDir, '--port', '0']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/\.manifest\.json is damaged \(.+\)\. Run "npm run build" again\.\n$/);
});

test('an empty host is no wish to listen everywhere', async () => {
  const siteDir = await librarySite(temporary());
  const child = spawn(process.execPath, [server, '--site', siteDir, '--port', '0', '--host', '']);
  expect(String(await new Promise((done) => child.stdout.once('data', done)))).toContain('http://localhost:');
  child.kill('SIGTERM');
});

test('an address of another machine is said', async () => {
  const siteDir = await librarySite(temporary());
  const { code, stderr } = await start(['--site', siteDir, '--host', '192.0.2.1', '--port', '0']);
  expect(code).toBe(1);
  expect(stderr).toContain('192.0.2.1 is no address of this machine');
});

test('--help shows the options', async () => {
  const { code, stdout } = await start(['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('--port');
});

test('a signal to stop ends the server after the response under way', async () => {
  const siteDir = await librarySite(temporary());
  const manifest = join(siteDir, '.manifest.json');
  // A file too large for memory and for the socket's buffers keeps the response under way.
  const size = 64 * 1024 * 1024;
  writeFileSync(join(siteDir, 'large.bin'), Buffer.alloc(size));
  const known = JSON.parse(readFileSync(manifest, 'utf8'));
  known.files['/large.bin'] = { type: 'application/octet-stream', group: 'other', tag: 'large', size };
  writeFileSync(manifest, JSON.stringify(known));

  const port = await freePort();
  const child = spawn(process.execPath, [server, '--site', siteDir, '--host', '127.0.0.1', '--port', String(port)]);
  await new Promise((done) => child.stdout.once('data', done));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const response = await fetch(`http://127.0.0.1:${port}/large.bin`);
  child.kill('SIGTERM');
  const another = () =>
    fetch(`http://127.0.0.1:${port}/types`, { signal: AbortSignal.timeout(2000) }).then(
      () => 'answered',
      () => 'refused',
    );
  await expect.poll(another, { timeout: 10_000 }).toBe('refused');
  expect((await response.arrayBuffer()).byteLength).toBe(size);
  expect(await ended).toBe(0);
});

test('a signal to "npm start" ends the server too, though the shell between them hands none on', async () => {
  const siteDir = await librarySite(temporary());
  const port = await freePort();
  const command = `true && "${process.execPath}" "${server}" --site "${siteDir}" --host 127.0.0.1 --port ${port}; true`;
  const shell = spawn('sh', ['-c', command], { env: { ...process.env, npm_lifecycle_event: 'start' } });
  await new Promise((done) => shell.stdout.once('data', done));
  shell.kill('SIGTERM');
  const answers = () =>
    ask(`http://127.0.0.1:${port}`, '/types').then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 5000 }).toBe(false);
});

test('a request of HTTP/1.0 needs no Host field', async () => {
  const host = await nodeHost(await librarySite(temporary()));
  const { port, hostname } = new URL(host.url);
  try {
    const socket = connect(Number(port), hostname);
    socket.write('GET /types HTTP/1.0\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
  } finally {
    await host.stop();
  }
});

test('port and host come from the environment too', async () => {
  const siteDir = await librarySite(temporary());
  const port = await freePort();
  const child = spawn(process.execPath, [server, '--site', siteDir], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
  });
  const line = String(await new Promise((done) => child.stdout.once('data', done)));
  expect(line).toContain(`http://127.0.0.1:${port}/`);
  child.kill('SIGINT');
  expect(await new Promise((done) => child.once('exit', done))).toBe(0);
});

test('a new build is served without a restart', async () => {
  const folder = temporary();
  const siteDir = await librarySite(folder);
  const host = await nodeHost(siteDir);
  try {
    const before = await ask(host.url, '/types/card-expired');
    const next = await librarySite(join(folder, 'next'), 'Card Past Its Date');
    cpSync(next, siteDir, { recursive: true });
    await expect
      .poll(async () => (await ask(host.url, '/types/card-expired')).text, { timeout: 10_000 })
      .toContain('Card Past Its Date');
    const after = await ask(host.url, '/types/card-expired');
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(Number(after.headers['content-length'])).toBe(after.body.length);
  } finally {
    await host.stop();
  }
});

test('methods that no browser sends are refused, and the server lives on', async () => {
  const host = await nodeHost(await librarySite(temporary()));
  try {
    for (const method of ['POST', 'TRACE', 'PROPFIND', 'PURGE']) {
      const { status, headers } = await ask(host.url, '/types', {}, method);
      expect(status, method).toBe(405);
      expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    }
    expect((await ask(host.url, `/types?${'a'.repeat(20_000)}`)).status).toBe(431);
    expect((await ask(host.url, '/types')).status).toBe(200);
  } finally {
    await host.stop();
  }
});
