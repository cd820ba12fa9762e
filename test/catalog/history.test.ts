import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '#catalog/finding.ts';
import { compareVersions, historyOf, type Release, readHistory } from '#catalog/history.ts';
import { temporary } from '../support.ts';

/** What releases recorded beside the entries, and what of it is about one type. */

const change = { level: 'minor', name: 'limit', fact: 'member fees is new and optional' };
const removal = { ...change, level: 'major', fact: 'member holds was removed', removes: 'x', because: 'No.' };
const release = (version: string, changes: unknown[] = [change], more: object = {}) => {
  return { version, date: '2026-02-10', changes, ...more };
};

/** A folder of a catalog with these records. */
const folderWith = (records: Readonly<Record<string, unknown>>): string => {
  const folder = temporary();
  mkdirSync(join(folder, 'history'));
  for (const [name, record] of Object.entries(records))
    writeFileSync(join(folder, 'history', name), typeof record === 'string' ? record : JSON.stringify(record));
  return folder;
};
const withoutHistory = temporary();
const sound = folderWith({
  '1.9.0.json': release('1.9.0'),
  '1.10.0.json': release('1.10.0', [removal, { ...change, level: 'patch', name: '' }]),
  '2.0.0.json': release('2.0.0', []),
  '2.0.0-beta.1.json': release('2.0.0-beta.1'),
  'readme.md': 'No release.',
});
const records: Readonly<Record<string, unknown>> = {
  'not JSON': '{',
  'of another version': release('9.0.0'),
  'without a date': { ...release('3.0.0'), date: undefined },
  'of another day': { ...release('3.0.0'), date: '2026-02-30' },
  'of an unknown level': release('3.0.0', [{ ...change, level: 'x' }]),
  'without a fact': release('3.0.0', [{ ...change, fact: '' }]),
  'without a name': release('3.0.0', [{ ...change, name: undefined }]),
  'that removes nobody knows what': release('3.0.0', [{ ...change, removes: 1 }]),
  'without words for a reason': release('3.0.0', [{ ...change, because: 1 }]),
  'with another field': release('3.0.0', [], { other: 1 }),
  'with another field of a change': release('3.0.0', [{ ...change, other: 1 }]),
};
const spoiled = Object.entries(records).map(([what, record]): [string, string] => {
  return [what, folderWith({ '3.0.0.json': record, '1.0.0.json': release('1.0.0') })];
});

const read = (folder: string): [Release[], Finding[]] => {
  const findings: Finding[] = [];
  return [readHistory(folder, (file) => file.slice(folder.length + 1).replaceAll('\\', '/'), findings), findings];
};

test('releases come the latest first, each with its changes', () => {
  const [releases, findings] = read(sound);
  expect(releases.map(({ version, changes }) => [version, changes])).toEqual([
    ['2.0.0', []],
    ['2.0.0-beta.1', [change]],
    ['1.10.0', [removal, { ...change, level: 'patch', name: '' }]],
    ['1.9.0', [change]],
  ]);
  expect(findings).toEqual([]);
});

test('a catalog without releases has no history', () => {
  expect(read(withoutHistory)).toEqual([[], []]);
});

test.each(spoiled)('a record %s is a finding, and the others are read', (_, folder) => {
  const fact = 'it is not the record of the release that its name says';
  expect(read(folder)).toEqual([
    [release('1.0.0')],
    [{ file: 'history/3.0.0.json', fact, fix: 'Restore the file as the release wrote it.' }],
  ]);
});

const isNew = { ...change, fact: 'the problem type is new' };
const releases = [
  release('3.0.0', [{ ...change, name: 'other' }]),
  release('2.0.0', [removal, { ...isNew, name: 'other' }, { ...change, fact: 'its title changed' }]),
  release('1.1.0'),
  release('1.0.0', [isNew, change]),
] as Release[];

test.each([
  [
    'limit',
    {
      since: '1.0.0',
      changed: '2.0.0',
      releases: [
        { version: '2.0.0', date: '2026-02-10', changes: ['member holds was removed', 'its title changed'] },
        { version: '1.1.0', date: '2026-02-10', changes: ['member fees is new and optional'] },
      ],
    },
  ],
  [
    'other',
    {
      since: '2.0.0',
      changed: '3.0.0',
      releases: [{ version: '3.0.0', date: '2026-02-10', changes: ['member fees is new and optional'] }],
    },
  ],
  ['not-yet', undefined],
])('the history of %s', (name, history) => {
  expect(historyOf(releases, name)).toEqual(history);
});

test('a type that never changed has no version of a change', () => {
  expect(historyOf(releases.slice(3), 'limit')).toEqual({ since: '1.0.0', releases: [] });
  expect(historyOf(releases.slice(0, 3), 'limit')).toBeUndefined();
});

test.each([
  ['1.0.0', '1.0.0', 0],
  ['1.0.0', '1.0.1', -1],
  ['1.10.0', '1.9.9', 1],
  ['1.0', '1.0.0', -1],
  ['1.0.0-beta.1', '1.0.0', -1],
  ['1.0.1-beta.1', '1.0.0', 1],
  ['1.0.0-beta.2', '1.0.0-beta.10', -1],
  ['1.0.0-beta.2', '1.0.0-beta.2', 0],
  ['1.0.0-alpha', '1.0.0-alpha.1', -1],
  ['1.0.0-alpha', '1.0.0-beta', -1],
  ['1.0.0-1', '1.0.0-alpha', -1],
  ['1.0.0-2', '1.0.0-1a', -1],
  ['1.0.0-10', '1.0.0-a1', -1],
  ['1.0.0-a-b.2', '1.0.0-a-b.1', 1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
});
