import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfLibrary, root, run } from '../support.ts';

/** `npm run new`, on a copy of the library catalog. */

const create = (folder: string, ...args: string[]) =>
  run(process.execPath, ['src/toolkit/bin.ts', 'new', ...args], { env: { PROBLEMS_DIR: folder } });

test('a new entry names what is to be filled in, and loads when it is', async () => {
  const folder = copyOfLibrary();
  const { code, stderr } = await create(folder, 'hold-expired', '--status', '410', '--category', 'loans');
  expect(code, stderr).toBe(0);
  const lint = () => run(process.execPath, ['src/toolkit/bin.ts', 'check'], { env: { PROBLEMS_DIR: folder } });
  const findings = (await lint()).stderr.trim().split('\n');
  expect(findings).toHaveLength(7);
  expect(findings[0]).toBe('library/hold-expired.ts: summary must be written out (was "…"). Replace the "…".');
  const file = join(folder, 'hold-expired.ts');
  const text = readFileSync(file, 'utf8').replaceAll("'…'", "'Collect it.'").replace('`…`', '`Holds end.`');
  expect(text).toContain(`from '${relative(folder, join(root, 'src/catalog/entry.ts'))}'`);
  writeFileSync(file, text);
  expect(
    (await run(process.execPath, ['src/toolkit/bin.ts', 'generate'], { env: { PROBLEMS_DIR: folder } })).code,
  ).toBe(0);
  expect(await lint()).toMatchObject({ code: 0 });
}, 120_000);

test.each([
  [['Hold'], 1, 'Rename the file to hold.ts.'],
  [['3d-hold'], 1, 'Rename the file to error-3d-hold.ts. If its type URI has no "error-"'],
  [
    ['hold', '--status', '199'],
    2,
    '--status must be the HTTP status of a response with a body, 200 to 599 (was "199")',
  ],
  [
    ['hold', '--status', '204'],
    2,
    '--status must be the HTTP status of a response with a body, 200 to 599 (was "204")',
  ],
  [['hold', '--category', 'zoo'], 2, '--category must be one of loans, membership (was "zoo")'],
  [['card-expired'], 1, 'the file exists'],
  [['problems/card-expired.ts'], 1, 'the file exists'],
  [[], 2, 'it takes one name'],
])('%j is refused', async (args, exit, message) => {
  const folder = copyOfLibrary();
  const before = readFileSync(join(folder, 'card-expired.ts'), 'utf8');
  const { code, stderr } = await create(folder, ...args);
  expect(code).toBe(exit);
  expect(stderr).toContain(message);
  expect(existsSync(join(folder, 'hold.ts'))).toBe(false);
  expect(readFileSync(join(folder, 'card-expired.ts'), 'utf8')).toBe(before);
});
