import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, looks, unfold, windowOf } from '../any-catalog/looks.ts';
import { ask, nginxHost, nginxIsHere, workerHost } from '../hosting/hosts.ts';
import { browser, freePort, root, run, serve, temporary } from '../support.ts';
import { installToolkit } from './toolkit.ts';

/** A stranger's catalog, from an empty folder and the packed toolkit alone, by the guide "Make your own". */

const folder = temporary();
const bin = join(folder, 'node_modules/problem-catalog/toolkit/bin.js');
const env = installToolkit(folder, ['@types/node', 'typescript']);
const command = (...args: string[]) => run(process.execPath, [bin, ...args], { cwd: folder, env });
const guide = readFileSync(join(root, 'src/toolkit/guides/make-your-own.md'), 'utf8');
const tsc = () => run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], { cwd: folder });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

beforeAll(async () => {
  const [, args = ''] = /^npx problem-catalog (init .*)$/m.exec(guide) ?? [];
  const made = await command(...args.split(' '));
  expect(made.code, made.stderr).toBe(0);
});

test('what init writes passes every check, and the constructor fits its types', async () => {
  const [words = ''] = /import \{ type Translation[\s\S]*?(?=```)/.exec(guide) ?? [];
  writeFileSync(join(folder, 'problems/translation.ts'), words);
  const checked = await command('check');
  expect(checked.code, checked.stdout + checked.stderr).toBe(0);
  const built = await command('build', '--package');
  expect(built.code, built.stderr).toBe(0);
  const [, name = '', own = ''] = /Save this as `([^`]+)`:\n\n```ts\n([\s\S]*?)```/.exec(guide) ?? [];
  writeFileSync(join(folder, name), own);
  const types = await tsc();
  expect(types.code, types.stdout).toBe(0);
  const tested = await run(process.execPath, ['--test', 'test/package.test.ts', name], { cwd: folder });
  expect(tested.code, tested.stdout).toBe(0);
  writeFileSync(join(folder, name), own.replace(', available: 2', ''));
  writeFileSync(join(folder, 'problems/translation.ts'), words.replace('...english.label, ', ''));
  const { stdout } = await tsc();
  expect(stdout).toContain("Property 'available' is missing");
  expect(stdout).toMatch(/missing the following properties from type .*: retry, fixer, /);
  writeFileSync(join(folder, name), own);
  writeFileSync(join(folder, 'problems/translation.ts'), words);
}, 120_000);

test('a checkout with CR LF, below a folder with spaces and other letters, passes every check', async () => {
  const place = join(folder, 'Café Mes problèmes & co co');
  for (const path of ['problems', 'schemas', 'package.json'])
    cpSync(join(folder, path), join(place, path), { recursive: true });
  for (const item of readdirSync(place, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
    const file = join(item.parentPath, item.name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  }
  const { code, stdout, stderr } = await run(process.execPath, [bin, 'check'], { cwd: place, env });
  expect(code, stdout + stderr).toBe(0);
});

test('npm version is a release: it refuses one that is too small, and records the others', () => {
  expect(JSON.parse(read('package.json')).scripts).toMatchObject({
    preversion: 'problem-catalog release',
    version: 'problem-catalog release --write',
  });
});

test('a body that lacks a member makes its test fail', async () => {
  const path = join(folder, 'problems/bodies/out-of-stock/valid/sold-out.json');
  const before = readFileSync(path, 'utf8');
  const { sku: _, ...without } = JSON.parse(before);
  writeFileSync(path, JSON.stringify(without));
  const { code, stdout } = await run(process.execPath, ['--test', 'test/package.test.ts'], { cwd: folder });
  writeFileSync(path, before);
  expect(code).toBe(1);
  expect(stdout).toContain('sku');
});

test('a second init changes no file', async () => {
  writeFileSync(join(folder, 'README.md'), '# Mine\n');
  const before = read('package.json');
  const { code, stdout } = await command('init');
  expect(code).toBe(0);
  expect(stdout).toContain('kept     README.md');
  expect(read('README.md')).toBe('# Mine\n');
  expect(JSON.parse(read('package.json'))).toEqual(JSON.parse(before));
});

test('the package is named and described by the files of the catalog alone', () => {
  const manifest = JSON.parse(read('dist/package/package.json'));
  expect(manifest.name).toMatch(/-problems$/);
  expect([manifest.version, manifest.license]).toEqual(['0.1.0', 'UNLICENSED']);
  expect(read('dist/package/CHANGELOG.md')).not.toMatch(/arcp/i);
});

describe('the site that start builds and serves', () => {
  let origin: string;
  let stop = () => {};
  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    ({ stop } = await serve(process.execPath, [bin, 'start', '--port', String(port)], /Serving/, { cwd: folder, env }));
  }, 240_000);
  afterAll(() => stop());

  const forms: [accept: string, type: string, part: string][] = [
    [
      'text/html',
      'text/html; charset=utf-8',
      '<link rel="canonical" href="https://api.acme.example/problems/out-of-stock"',
    ],
    ['text/html', 'text/html; charset=utf-8', 'Next step'],
    ['text/markdown', 'text/markdown; charset=utf-8', '\ntype: https://api.acme.example/problems/out-of-stock\n'],
    ['application/problem+json', 'application/json', '"type": "https://api.acme.example/problems/out-of-stock"'],
    ['application/schema+json', 'application/schema+json', '"https://api.acme.example/problems/out-of-stock"'],
  ];

  test.each(forms)('answers a request for %s at the type URI with %s and %s', async (accept, type, part) => {
    const response = await fetch(`${origin}/problems/out-of-stock`, { headers: { Accept: accept } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    const text = await response.text();
    expect(text).toContain(part);
    expect(text).not.toMatch(/arcp/i);
  });

  test('is answered alike by nginx and by a Worker, set up as the build and the guide say', async () => {
    const site = join(folder, 'dist/site');
    const [, wrangler = ''] = /```jsonc\n([\s\S]*?)```/.exec(guide) ?? [];
    writeFileSync(join(folder, 'wrangler.jsonc'), wrangler);
    for (const start of [
      () => workerHost(site, join(folder, 'wrangler.jsonc')),
      ...(nginxIsHere ? [() => nginxHost(site, join(folder, 'dist/nginx.conf'))] : []),
    ]) {
      const host = await start();
      try {
        for (const [accept, type, part] of forms) {
          const { status, headers, text } = await ask(host.url, '/problems/out-of-stock', { accept });
          expect([status, headers['content-type']], accept).toEqual([200, type]);
          expect(text).toContain(part);
        }
        expect((await ask(host.url, '/problems/nothing')).status).toBe(404);
      } finally {
        await host.stop();
      }
    }
  }, 60_000);

  test.each([
    ['/', 'Pages say what to look at and which settings matter. Start with the guides.'],
    ['/', 'The problem type Inspect a whole response'],
    ['/guides', 'How to use the package acme-problems: with frameworks, in clients and in tests.'],
    ['/problems/status/409', 'Status 409: all problem types One problem type has this status.'],
  ])('says on %s: %s', async (path, words) => {
    const html = await (await fetch(origin + path)).text();
    expect(
      html
        .replace(/<[^<>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .replaceAll(' .', '.'),
    ).toContain(words);
  });

  test('has no page that says nothing, and each page is light and passes axe under its policy', async () => {
    expect((await fetch(`${origin}/guides/make-your-own`)).status).toBe(404);
    const chrome = await browser();
    const page = await windowOf(chrome, looks.light);
    const faults: string[] = [];
    page.on('console', (message) => faults.push(`${page.url()}: ${message.text()}`));
    let sizes: Promise<number>[] = [];
    page.on('response', (response) => sizes.push(response.body().then((body) => gzipSync(body).length)));
    for (const path of ['/', '/problems', '/problems/out-of-stock', '/inspect', '/guides', '/guides/express']) {
      sizes = [];
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size);
      expect(bytes, path).toBeGreaterThan(10 * 1024);
      expect(bytes, path).toBeLessThan(35 * 1024);
      await unfold(page);
      const empty = await page.locator('ul:not(:has(li))').evaluateAll((lists) => lists.map((list) => list.outerHTML));
      faults.push(...empty.map((list) => `${path}: ${list}`));
      faults.push(...(await axeFaults(page)).map((fault) => `${path}: ${fault}`));
    }
    await chrome.close();
    expect(faults).toEqual([]);
  }, 60_000);
});

test.each([
  [['init', '--base', 'http://acme.example'], '--base must be an absolute https URL (was "http://acme.example")'],
  [['init', '--base', 'https://acme.example/'], '--base must end without slash, query and fragment'],
  [['init', '--package', 'Acme Problems'], '--package must be an npm package name, in lower case, such as'],
  [['init', '--name', 'A'.repeat(41)], '--name must be 40 characters or fewer'],
  [['init', '--base', 'https://acme.example/e'], 'init: problems/index.ts says that already. Leave out --base'],
  [['init', '--catalog', 'errors'], 'init: it writes the entries into the folder problems'],
  [['neu'], "unknown command 'neu'"],
  [['dev', '--port', 'x'], '--port must be a number from 0 to 65535 (was "x")'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await command(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
