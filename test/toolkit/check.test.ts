import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Progress } from '#toolkit/progress.ts';
import { runSteps } from '#toolkit/steps.ts';
import { copyOfLibrary, root, run, temporary } from '../support.ts';

/** `npm run check`: of all, and of one entry. */

const check = (folder: string, ...names: string[]) =>
  run(process.execPath, ['src/toolkit/bin.ts', 'check', ...names], { cwd: root, env: { PROBLEMS_DIR: folder } });

function edit(folder: string, name: string, before: string, after: string): void {
  const file = join(folder, `${name}.ts`);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(before);
  writeFileSync(file, text.replace(before, after));
}

function libraryWithSchemas(): string {
  const folder = copyOfLibrary();
  // A fault of form, one of prose and one of types.
  edit(folder, 'card-expired', "'Card Expired'", "'Card Expired.'");
  edit(folder, 'loan-limit-reached', "summary: '", "summary: 'Basically ");
  edit(folder, 'membership-lapsed', 'export default {', 'export const count: string = 1;\nexport default {');
  return folder;
}

test('all findings are printed together, whatever kind of check found them', async () => {
  const { code, stderr } = await check(libraryWithSchemas());
  expect(code).toBe(1);
  const files = stderr
    .trim()
    .split('\n')
    .map((line) => line.split(':')[0]);
  expect(files).toEqual(['library/card-expired.ts', 'library/loan-limit-reached.ts', 'library/membership-lapsed.ts']);
});

test('a guide that cannot be read hides no other finding', async () => {
  const folder = copyOfLibrary();
  edit(folder, 'card-expired', "'Card Expired'", "'Card Expired.'");
  writeFileSync(join(folder, 'guides/loans.md'), '');
  const guide = 'guides/loans.md: the front matter has no title. Add it between two lines "---" at the top.\n';
  const title = 'library/card-expired.ts: title must be a phrase (was "Card Expired."). Drop the final period.\n';
  const [all, other] = await Promise.all([check(folder), check(folder, 'membership-lapsed')]);
  expect([all.code, all.stderr, other.code, other.stderr]).toEqual([1, title + guide, 1, guide]);
});

test('of the entries that are named, only their findings are printed', async () => {
  const folder = libraryWithSchemas();
  for (const name of ['loan-limit-reached', 'problems/loan-limit-reached.ts']) {
    const { code, stderr } = await check(folder, name);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^library\/loan-limit-reached\.ts: summary has the filler "Basically"/);
    expect(stderr).not.toContain('card-expired');
  }
  edit(folder, 'loan-limit-reached', 'Basically ', '');
  expect(await check(folder, 'loan-limit-reached')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Lending Desk: 1 entry without findings\.\n.*schemas: 1 schema is up to date\.\n$/),
  });
  for (const name of ['card-expired', 'loan-limit-reached'])
    writeFileSync(join(folder, `schemas/${name}.schema.json`), '{}');
  const { stderr } = await check(folder, 'loan-limit-reached');
  expect(stderr.match(/^\+\+\+ .*/gm)).toEqual([expect.stringContaining('loan-limit-reached.schema.json')]);
}, 120_000);

test('a name that no entry has is said, with one that is near', async () => {
  const { code, stderr } = await check(copyOfLibrary(), 'card-expird');
  expect([code, stderr.trim()]).toEqual([2, 'check: there is no entry card-expird. Did you mean card-expired?']);
});

test('a step with findings hides no other, and one that needs another waits for it', async () => {
  const folder = temporary();
  const node = (code: string) => ['node', '-e', code];
  const lines: string[] = [];
  const progress = new Progress(4, { isTTY: false, write: (text: string) => lines.push(text) > 0 });
  const outputs = await runSteps(
    folder,
    [
      { name: 'first', command: node("setTimeout(() => require('fs').writeFileSync('made', ''), 300)") },
      { name: 'second', command: node("console.log('one'); console.error('two'); process.exit(3)") },
      { name: 'third', command: node("process.exit(require('fs').existsSync('made') ? 0 : 1)"), after: 'first' },
      { name: 'fourth', command: node("console.log('three'); process.exit(1)") },
    ],
    progress,
  );
  expect([...outputs]).toEqual([
    ['second', 'one\ntwo\n'],
    ['fourth', 'three\n'],
  ]);
  expect(existsSync(join(folder, 'made'))).toBe(true);
  expect(lines.sort().map((line) => line.replace(/[\d.]+ s/, 'N s'))).toEqual([
    'first: N s\n',
    'fourth: N s, with findings\n',
    'second: N s, with findings\n',
    'third: N s\n',
  ]);
});

test('a terminal gets a bar while steps run, and nothing of it stays', async () => {
  let text = '';
  const write = (more: string) => {
    text += more;
    return true;
  };
  const progress = new Progress(2, { isTTY: true, write });
  await progress.step('entries', () => {});
  await expect(progress.step('site', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(text).toContain('\r\x1b[K[....................] 0 of 2: entries 0.0 s');
  expect(text).toContain('\r\x1b[K[##########..........] 1 of 2: site 0.0 s');
  expect(text.endsWith('\r\x1b[K')).toBe(true);
  const shown = text.split('\r\x1b[K').filter((line) => line.endsWith('\n'));
  expect(shown).toEqual([expect.stringMatching(/^entries: \d+\.\d s\n$/)]);
});
