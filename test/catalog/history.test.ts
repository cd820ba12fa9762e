import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { formerUris, replacedBy } from '#catalog/former.ts';
import { compareVersions, historyOf } from '#catalog/history.ts';
import { load } from '#catalog/load.ts';
import { versionsOf } from '#emit/changelog.ts';
import { copyOfLibrary, libraryDir } from '../support.ts';

const catalog = await load(libraryDir);

test('releases come the latest first, each with its changes', () => {
  expect(catalog.history.map(({ version }) => version)).toEqual(['2.0.0', '1.1.0', '1.0.0']);
});

test('a type knows since when it exists, when it last changed, and how', () => {
  expect(historyOf(catalog.history, 'loan-limit-reached')).toEqual({
    since: '1.0.0',
    changed: '2.0.0',
    releases: [
      { version: '2.0.0', date: '2026-02-10', changes: ['member holds was removed'] },
      { version: '1.1.0', date: '2025-09-01', changes: ['member fees is new and optional'] },
    ],
  });
  expect(historyOf(catalog.history, 'membership-lapsed')).toEqual({ since: '1.1.0', releases: [] });
  expect(historyOf(catalog.history, 'not-yet')).toBeUndefined();
});

test('a changelog and what releases recorded are one list of versions', () => {
  const folder = copyOfLibrary();
  writeFileSync(
    join(folder, '../CHANGELOG.md'),
    '# Changes\n\n## Next\n\n- No.\n\n## 1.1.0 (2025-09-01)\n\n- By hand.\n\n## Old\n\n- No.\n',
  );
  const versions = versionsOf({ ...catalog, folder });
  expect(versions.map(({ version, date }) => [version, date])).toEqual([
    ['2.0.0', '2026-02-10'],
    ['1.1.0', '2025-09-01'],
    ['1.0.0', '2025-03-04'],
  ]);
  expect(versions[1]?.text).toBe('- By hand.');
  expect(versions[0]?.text).toContain('### Breaking changes\n\n- [loan-limit-reached](https://');
});

test.each([
  ['not JSON', '{'],
  ['of another version', JSON.stringify({ version: '9.0.0', date: '2026-01-01', changes: [] })],
  ['without a date', JSON.stringify({ version: '3.0.0', changes: [] })],
  [
    'of an unknown level',
    JSON.stringify({ version: '3.0.0', date: '2026-01-01', changes: [{ level: 'x', name: '', fact: 'y' }] }),
  ],
])('a record that is %s is a finding', async (_, text) => {
  const folder = copyOfLibrary();
  writeFileSync(join(folder, 'history/3.0.0.json'), text);
  await expect(load(folder)).rejects.toThrow(
    'library/history/3.0.0.json: it is not the record of the release that its name says. Restore the file',
  );
});

test.each([
  ['1.0.0', '1.0.0', 0],
  ['1.0.0', '1.0.1', -1],
  ['1.10.0', '1.9.9', 1],
  ['1.0.0-beta.1', '1.0.0', -1],
  ['1.0.0-beta.2', '1.0.0-beta.10', -1],
  ['1.0.0-alpha', '1.0.0-alpha.1', -1],
  ['1.0.0-1', '1.0.0-alpha', -1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
});

describe('names that a type had before', () => {
  const [expired, limit, lapsed] = catalog.problems as [ProblemType, ProblemType, ProblemType];
  const uri = 'https://errors.lending.example/types/';
  const withAliases = (type: ProblemType, aliases: string[]): ProblemType => ({
    ...type,
    entry: { ...type.entry, aliases },
  });

  test('are those of the types that it replaced, by way of others too', () => {
    const chain: ProblemType = {
      ...limit,
      entry: { ...limit.entry, retired: { in: '2.0.0', because: 'Gone.', use: 'card-expired' } },
    };
    const problems = [expired, chain, lapsed];
    expect(replacedBy({ problems }, 'membership-lapsed')).toEqual([expired, chain]);
    expect(formerUris({ ...catalog, problems }, lapsed)).toEqual([`${uri}card-expired`, `${uri}loan-limit-reached`]);
  });

  test('are aliases that look like names, unless another type has or claims them', () => {
    const problems = [
      withAliases(expired, ['no-card']),
      withAliases(limit, ['shared']),
      withAliases(lapsed, ['member-over', 'shared', 'LAPSED', 'loan-limit-reached']),
    ];
    expect(formerUris({ ...catalog, problems }, problems[2] as ProblemType)).toEqual([
      `${uri}card-expired`,
      `${uri}member-over`,
      `${uri}no-card`,
    ]);
  });
});
