import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporary } from '../support.ts';

/** Whether a regular expression can be slow, and where the verdict is kept. */

/** The module as a process in a folder has it. */
async function loadedIn(folder: string) {
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
  try {
    vi.resetModules();
    return await import('#catalog/regexp.ts');
  } finally {
    cwd.mockRestore();
  }
}

test.each([
  ['^a*$', '', undefined],
  ['^a*$', 'dg', undefined],
  ['^a*a*$', '', /^2nd degree polynomial time on 'a'\.repeat/],
  ['(?<=(a*))b(?=c*c*$)', '', /^2nd degree polynomial time on 'b'/],
  ['(', '', /^no known time: parsing failure/],
])('/%s/%s', async (source, flags, verdict) => {
  const { slowness } = await loadedIn(temporary());
  expect(slowness(source, flags)).toEqual(verdict && expect.stringMatching(verdict));
});

test('a verdict is kept', async () => {
  const folder = temporary();
  const { slowness } = await loadedIn(folder);
  for (const source of ['a', '(', 'a', '(']) slowness(source, '');
  const place = join(folder, 'node_modules/.cache/problem-catalog');
  expect(readdirSync(place)).toEqual([expect.stringMatching(/^recheck-\d+\.\d+\.\d+\.jsonl$/)]);
  const [file = ''] = readdirSync(place);
  const kept = [
    ['["a",""]', ''],
    ['["(",""]', 'no known time: parsing failure (at 1)'],
  ];
  expect(readFileSync(join(place, file), 'utf8')).toBe(kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
  writeFileSync(join(place, file), `${JSON.stringify(['["b",""]', 'known'])}\n\n`);
  const again = await loadedIn(folder);
  expect(again.slowness('b', '')).toBe('known');
  expect(again.slowness('a', '')).toBeUndefined();
});

test('a verdict is told where it cannot be kept', async () => {
  const folder = temporary();
  writeFileSync(join(folder, 'node_modules'), '');
  const { slowness } = await loadedIn(folder);
  expect(slowness('(', '')).toBe('no known time: parsing failure (at 1)');
});

test('kept verdicts that cannot be read are not needed', async () => {
  const folder = temporary();
  const { slowness } = await loadedIn(folder);
  slowness('a', '');
  const place = join(folder, 'node_modules/.cache/problem-catalog');
  writeFileSync(join(place, String(readdirSync(place)[0])), '{');
  const again = await loadedIn(folder);
  expect(again.slowness('(', '')).toBe('no known time: parsing failure (at 1)');
});

test('a pattern is compiled with Unicode', async () => {
  const { compiled } = await loadedIn(temporary());
  expect(compiled('^\\p{L}$')).toEqual(/^\p{L}$/u);
  expect(() => compiled('(')).toThrow(SyntaxError);
});
