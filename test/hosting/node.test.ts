import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withGeneration } from '#hosting/prepare/manifest.ts';
import { contentOf } from '#hosting/prepare/site-files.ts';
import { freePort, root, run, temporary } from '../support.ts';
import { ask, type Host, librarySite, nodeHost } from './hosts.ts';

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
  expect(stderr).toContain('This machine does not have the address 192.0.2.1');
});

test('--help shows the options', async () => {
  const { code, stdout } = await start(['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('--port');
});

test('a signal to stop ends the server after the response under way', async () => {
  const siteDir = await librarySite(temporary());
  const manifest = join(siteDir, '.manifest.json');
  // A file too large for the socket's buffers keeps the response under way.
  const size = 64 * 1024 * 1024;
  const large = Buffer.alloc(size);
  writeFileSync(join(siteDir, 'large.bin'), large);
  const { generation: _, ...known } = JSON.parse(readFileSync(manifest, 'utf8'));
  known.files['/large.bin'] = { type: 'application/octet-stream', group: 'other', ...contentOf(large) };
  writeFileSync(manifest, JSON.stringify(withGeneration(known)));

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

describe('what node:http would answer by itself', () => {
  const host = 'Host: a\r\n';
  let served: Host;
  const folder = temporary();
  beforeAll(async () => {
    served = await nodeHost(await librarySite(folder));
  });
  afterAll(() => served?.stop());

  /** Sends text as it is, and reads until the connection ends. */
  async function answerTo(sent: string): Promise<{ status: number; fields: string; body: string }> {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(sent);
    const [head = '', ...body] = (await text(socket)).split('\r\n\r\n');
    return { status: Number(head.split(' ')[1]), fields: head.toLowerCase(), body: body.join('\r\n\r\n') };
  }

  test.each([
    ['no HTTP', 'HELO there\r\n\r\n', 400],
    ['the start of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
    ['HTTP/2 by prior knowledge', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['two Host fields', `GET /types HTTP/1.1\r\n${host}Host: b\r\n\r\n`, 400],
    ['the same Host field twice', `GET /types HTTP/1.1\r\n${host}host: a\r\n\r\n`, 400],
    ['no Host field', 'GET /types HTTP/1.1\r\n\r\n', 400],
    ['a Host field that is no host', 'GET /types HTTP/1.1\r\nHost: a b/c\r\n\r\n', 400],
    ['a target that is no path', `GET types HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, 400],
    ['an asterisk to get', `GET * HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, 400],
    [
      'a length and chunks',
      `POST / HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc`,
      400,
    ],
    ['two lengths', `POST / HTTP/1.1\r\n${host}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`, 400],
    ['a field of 20 kB', `GET / HTTP/1.1\r\n${host}A: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a target of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, 431],
    ['an expectation that nobody meets', `GET / HTTP/1.1\r\n${host}Expect: tea\r\nConnection: close\r\n\r\n`, 417],
    ['a tunnel', `CONNECT a:443 HTTP/1.1\r\n${host}\r\n`, 405],
  ])('%s gets problem details and the security fields', async (_, sent, status) => {
    const answer = await answerTo(sent);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ type: 'about:blank', status });
    expect(answer.fields).toContain('content-type: application/problem+json');
    expect(answer.fields).toContain(`content-length: ${answer.body.length}`);
    expect(answer.fields).toContain("content-security-policy: default-src 'none'");
    expect(answer.fields).toContain('x-content-type-options: nosniff');
    expect(answer.fields).toContain('cache-control: no-store');
    expect(answer.fields).toContain('connection: close');
  });

  test('OPTIONS * says what the server can do', async () => {
    const { status, fields, body } = await answerTo(`OPTIONS * HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    expect([status, body]).toEqual([204, '']);
    expect(fields).toContain('allow: get, head, options');
  });

  test('a whole URL as target is the page that it names', async () => {
    const whole = await answerTo(`GET http://a/types HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    expect([whole.status, whole.body]).toEqual([200, (await ask(served.url, '/types')).text]);
  });
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
