import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort, root, run, temporary } from '../support.ts';
import { ask, librarySite, nodeHost } from './hosts.ts';

/** The ways to publish the site do what the guide says. */

const guide = readFileSync(join(root, 'problems/manual/deploy.md'), 'utf8');
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

test('the checks at the end of the guide pass against the server', async () => {
  const [checks = ''] = blocks('See that it works', 'bash');
  const host = await nodeHost(siteDir);
  try {
    const script = checks.replace('http://localhost:4321', host.url);
    const { code, stdout, stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', script]);
    expect(code, stdout + stderr).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(5);
  } finally {
    await host.stop();
  }
});

test('the nginx steps copy files that the build makes to the folder that its configuration names', () => {
  const [steps = ''] = blocks('nginx', 'bash');
  for (const path of ['dist/site', 'dist/nginx.conf']) {
    expect(steps).toContain(path);
    expect(existsSync(join(root, path))).toBe(true);
  }
  const [, folder] = /sudo cp -r dist\/site\/\. (\S+)\//.exec(steps) ?? [];
  expect(readFileSync(join(root, 'dist/nginx.conf'), 'utf8')).toContain(`root ${folder};`);
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
