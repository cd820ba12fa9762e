import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputsOf, isFresh, noteInputs } from '#toolkit/fresh.ts';
import { projectOf } from '#toolkit/project.ts';
import { temporary } from '../support.ts';

/** Whether `start` has to build: only where something has changed since the last whole build. */

async function built() {
  const root = temporary();
  for (const folder of ['problems/guides', 'dist/package', 'dist/site'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['package.json', 'problems/a.ts', 'problems/guides/g.md', 'dist/server.mjs'])
    writeFileSync(join(root, file), 'x');
  const project = projectOf(undefined, root);
  await noteInputs(project, inputsOf(project));
  return { root, project };
}

test('a build is fresh while nothing changes', async () => {
  expect(isFresh((await built()).project)).toBe(true);
});

test('a build is fresh while only a log grows', async () => {
  const { root, project } = await built();
  writeFileSync(join(root, 'start.log'), 'x');
  expect(isFresh(project)).toBe(true);
});

test.each<[string, (root: string) => void]>([
  ['an entry has another text', (root) => writeFileSync(join(root, 'problems/a.ts'), 'another')],
  ['an entry was written again', (root) => utimesSync(join(root, 'problems/a.ts'), 1, 1)],
  ['an entry is new', (root) => writeFileSync(join(root, 'problems/b.ts'), 'x')],
  ['a guide is gone', (root) => rmSync(join(root, 'problems/guides/g.md'))],
  ['package.json has changed', (root) => writeFileSync(join(root, 'package.json'), '{}')],
  ['the site is gone', (root) => rmSync(join(root, 'dist/site'), { recursive: true })],
  ['the server is gone', (root) => rmSync(join(root, 'dist/server.mjs'))],
])('it is not once %s', async (_, change) => {
  const { root, project } = await built();
  change(root);
  expect(isFresh(project)).toBe(false);
});

test('it is not while another build is under way', async () => {
  const { project } = await built();
  await noteInputs(project);
  expect(isFresh(project)).toBe(false);
});
