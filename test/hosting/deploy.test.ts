import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textOf } from '../arcp/guides/guide.ts';
import { freePort, root, run, temporary } from '../support.ts';
import { ask, librarySite, nodeHost } from './hosts.ts';

// cspell:ignore esac
/** The ways to publish the site do what the guide says. */

const guide = textOf('deploy');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const siteDir = join(root, 'dist/site');

/** Fenced blocks of a language, below a heading. */
function blocks(heading: string, language: string): string[] {
  const section = guide.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);
}

test('every npm script that guide and Dockerfile name exists', () => {
  const named = [...`${guide}\n${dockerfile}`.matchAll(/npm (?:run )?(build(?::\w+)?|start|test)\b/g)].map(
    ([, name]) => name,
  );
  expect(named.length).toBeGreaterThan(3);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

const [checks = '', otherChecks = ''] = blocks('Check the deployment', 'bash');

/** Runs a block of the guide against a host, and returns the lines that it prints. */
async function lines(block: string, url: string): Promise<string[]> {
  const script = `BASE=${url}\nPAGE=$BASE/docs/problems/session-invalid\n${block.replace(/^(BASE|PAGE)=.*$/gm, '')}`;
  const { code, stdout, stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', script]);
  expect(code, stdout + stderr).toBe(0);
  return stdout.trim().split('\n');
}

test('the checks at the end of the guide pass against the server', async () => {
  const host = await nodeHost(siteDir);
  try {
    expect(await lines(checks, host.url)).toHaveLength(5);
  } finally {
    await host.stop();
  }
});

/** How hosts of files look for an address, by their first choice. */
const lookups: [name: string, suffixes: readonly string[]][] = [
  ['the file with the suffix .html', ['', '.html', '/index.html']],
  ['the folder', ['', '/index.html', '.html']],
];

test.each(lookups)('those for other hosts pass against one that prefers %s', async (_, suffixes) => {
  const host = createServer(({ url = '' }, response) => {
    const files = suffixes.map((suffix) => join(siteDir, url + suffix));
    const file = files.find((path) => existsSync(path) && statSync(path).isFile());
    response.writeHead(file ? 200 : 404).end(file && readFileSync(file));
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  const { port } = host.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  try {
    const [first, ...others] = await lines(otherChecks, url);
    expect(first).toBe(`found: ${url}/docs/problems/session-invalid`);
    expect(others).toHaveLength(4);
    for (const path of ['/docs', '/docs/problems', '/docs/guides', '/docs/guides/deploy']) {
      expect((await ask(url, path)).text, path).toContain(
        `<link rel="canonical" href="https://arcp.0x001.tech${path}"`,
      );
    }
  } finally {
    host.close();
  }
});

test('the nginx steps put the site into the folder that its configuration names', async () => {
  const [steps = ''] = blocks('nginx', 'bash');
  const system = temporary();
  // In place of the machine: its files go into a folder of the test, and nothing is built or reloaded.
  const sudo = `npm() { :; }\nsudo() { case $1 in nginx) ;; *) local args=()
    for each in "$@"; do case $each in /*) args+=("${system}$each") ;; *) args+=("$each") ;; esac; done
    mkdir -p "${system}/etc/nginx/conf.d"; command "\${args[@]}" ;; esac; }\n`;
  const { code, stderr } = await run('bash', ['-e', '-c', `cd "${root}"\n${sudo}${steps}`]);
  expect(code, stderr).toBe(0);
  const conf = readFileSync(join(system, 'etc/nginx/conf.d/arcp-problems.conf'), 'utf8');
  const [, folder = ''] = /^ {2}root (\S+);$/m.exec(conf) ?? [];
  expect(folder).toMatch(/^\/srv\/arcp-problems\/./);
  expect(readFileSync(join(system, folder, '.manifest.json'), 'utf8')).toContain(
    folder.slice('/srv/arcp-problems/'.length),
  );
  expect(conf).toContain('include /etc/nginx/arcp-problems/*.conf;');
  expect(guide).toContain('`/etc/nginx/arcp-problems/server.conf`');
});

test('the server in one file needs no packages, as in the image', async () => {
  const folder = temporary();
  cpSync(join(root, 'dist/server.mjs'), join(folder, 'server.mjs'));
  await librarySite(folder);
  const port = await freePort();
  // The command and the variables of the image.
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  const [, ...args] = JSON.parse(command) as string[];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) },
  });
  await new Promise((done) => child.stdout.once('data', done));
  expect((await ask(`http://127.0.0.1:${port}`, '/types', { accept: 'text/markdown' })).status).toBe(200);
  const [, health = '[]'] = /^ {2}CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  const [, ...probe] = JSON.parse(health) as string[];
  expect((await run(process.execPath, probe, { env: { PORT: String(port) } })).code).toBe(0);
  child.kill('SIGTERM');
  expect(await new Promise((done) => child.once('exit', done))).toBe(0);
  expect((await run(process.execPath, probe, { env: { PORT: String(port) } })).code).toBe(1);
});

test('the image runs unprivileged, and copies what the build leaves', () => {
  const [, last = ''] = dockerfile.split(/^FROM .*$/m).slice(-2);
  expect(last.indexOf('USER node')).toBeGreaterThan(0);
  expect(last.indexOf('USER node')).toBeLessThan(last.search(/^CMD /m));
  expect(last).not.toMatch(/^RUN /m);
  expect(last).toContain('COPY --from=build /app/dist/server.mjs ./');
  expect(last).toContain('COPY --from=build /app/dist/site ./site');
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  for (const path of ['node_modules', 'dist', '.git']) expect(ignored).toContain(path);
});
