import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root, run, temporary } from '../support.ts';

/** What builds keep for the next one, in the `node_modules` of the folder where they run. */

const kept = pathToFileURL(join(root, 'src/emit/kept.ts')).href;

/** Runs a module in a folder, and returns what it prints. */
async function printed(folder: string, code: string): Promise<string> {
  const script = `import { forgetBefore, kept } from '${kept}';
    const make = (kind, input) => kept(kind, input, async () => { console.log('made', kind, input); return input + '!'; });
    ${code}`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
  expect(stderr).toBe('');
  return stdout.trim();
}

const twice = "for (const input of ['a', 'b', 'a']) console.log(String(await make('x', input)));";

test('what was made of the same input before is not made again, by another process neither', async () => {
  const folder = temporary();
  mkdirSync(join(folder, 'node_modules'));
  expect(await printed(folder, twice)).toBe('made x a\na!\nmade x b\nb!\na!');
  expect(await printed(folder, twice)).toBe('a!\nb!\na!');
  expect(await printed(folder, "await make('y', 'a')")).toBe('made y a');
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  expect(await printed(folder, twice), 'other dependencies').toContain('made x a');
});

test('what no build uses any more is removed', async () => {
  const folder = temporary();
  mkdirSync(join(folder, 'node_modules'));
  await printed(folder, twice);
  const left = () => readdirSync(join(folder, 'node_modules/.cache/problem-catalog/x')).length;
  await printed(folder, 'forgetBefore(Date.now() - 60_000)');
  expect(left()).toBe(2);
  await printed(folder, 'forgetBefore(Date.now() + 60_000)');
  expect(left()).toBe(0);
});

test('without node_modules nothing is kept, and a place that cannot be written is no fault', async () => {
  const folder = temporary();
  expect(await printed(folder, twice)).toBe('made x a\na!\nmade x b\nb!\nmade x a\na!');
  expect(readdirSync(folder)).toEqual([]);
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules/.cache'), 'a file');
  expect(await printed(folder, twice)).toContain('made x b\nb!\nmade x a');
  expect(existsSync(join(folder, 'node_modules/.cache/problem-catalog'))).toBe(false);
});
