import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run, workshop } from '../support.ts';
import { digests } from './faulty-builds.ts';

/** A build that takes what it can from the one before gives the bytes of one that takes nothing. */

const house = workshop();
const catalog = join(house, 'test/catalogs/library');
const cache = join(house, 'node_modules/.cache');

async function built(): Promise<string[]> {
  const { code, stdout, stderr } = await run(process.execPath, ['src/toolkit/bin.ts', 'build'], {
    cwd: house,
    env: { PROBLEMS_DIR: catalog },
  });
  expect(code, stdout + stderr).toBe(0);
  return digests(join(house, 'dist'));
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(catalog, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const lapsed = 'membership-lapsed.ts';

/** Writes an entry like another one. */
function add(name: string, title: string): void {
  const text = readFileSync(join(catalog, lapsed), 'utf8')
    .replaceAll('MembershipLapsed', title.replaceAll(' ', ''))
    .replace(/title: '.*'/, `title: '${title}'`)
    .replace(/^ {2}titles: .*\n/m, '');
  writeFileSync(join(catalog, name), text);
}

beforeAll(async () => {
  mkdirSync(join(house, 'node_modules'));
  await built();
});

test.for<[string, () => void]>([
  [
    'a sentence has changed',
    () => edit(lapsed, (text) => text.replace('The membership of', 'The yearly membership of')),
  ],
  ['a title has changed', () => edit(lapsed, (text) => text.replace("'Membership Lapsed'", "'Membership Ended'"))],
  [
    'a member is new',
    () => edit(lapsed, (text) => text.replace('  renewal: string;', '$&\n  /** Desk. */\n  desk?: string;')),
  ],
  ['an entry is new', () => add('card-lost.ts', 'Card Lost')],
  [
    'an entry has another name',
    () => {
      rmSync(join(catalog, 'card-lost.ts'));
      add('card-stolen.ts', 'Card Stolen');
    },
  ],
  ['an entry is gone', () => rmSync(join(catalog, 'card-stolen.ts'))],
  ['a guide has changed', () => edit('guides/loans.md', (text) => `${text}\nOne more sentence.\n`)],
  ['the facts have changed', () => edit('index.ts', (text) => text.replace('public libraries', 'city libraries'))],
])('when %s', { timeout: 600_000 }, async ([, change]) => {
  change();
  const quick = await built();
  rmSync(cache, { recursive: true });
  expect(quick).toEqual(await built());
});
