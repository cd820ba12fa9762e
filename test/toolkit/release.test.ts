import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { withRelease } from '#toolkit/release/write.ts';
import { copyOfLibrary, root, run } from '../support.ts';

/** Releases of a catalog in a repository of its own, by `npm version` with the scripts of this repository. */

// Each run of the command reads two catalogs, which takes long on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const folder = copyOfLibrary();
const repository = dirname(folder);
const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' });
const env = {
  PROBLEMS_DIR: folder,
  SOURCE_DATE_EPOCH: '1800000000',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, 'A'],
      [`GIT_${role}_EMAIL`, 'a@example.com'],
    ]),
  ),
};
const version = (next: string, ...more: string[]) => run('npm', ['version', next, ...more], { cwd: repository, env });
const edit = (file: string, from: string, to: string) => {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  git('commit', '-q', '-a', '-m', `Change ${file}`);
};
const changelog = () => readFileSync(join(repository, 'CHANGELOG.md'), 'utf8');

beforeAll(() => {
  Object.assign(process.env, env);
  const script = `node ${join(root, 'src/toolkit/bin.ts')} release`;
  const scripts = { preversion: script, version: `${script} --write` };
  writeFileSync(
    join(repository, 'package.json'),
    JSON.stringify({ name: 'x', version: '1.0.0', private: true, scripts }),
  );
  rmSync(join(folder, 'history'), { recursive: true });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'First');
});

test('the first release records every problem type as new', async () => {
  const { code, stderr } = await version('1.0.0', '--allow-same-version');
  expect(code, stderr).toBe(0);
  expect(git('describe', '--tags').trim()).toBe('v1.0.0');
  expect(git('status', '--porcelain')).toBe('');
  const record = JSON.parse(readFileSync(join(folder, 'history/1.0.0.json'), 'utf8'));
  expect(record).toMatchObject({ version: '1.0.0', date: '2027-01-15' });
  expect(record.changes).toContainEqual({ level: 'minor', name: 'card-expired', fact: 'the problem type is new' });
  expect(changelog()).toContain('## 1.0.0 (2027-01-15)\n\n### Additions\n\n- The problem type is new: [card-expired](');
});

test('a release smaller than the changes ask for is refused, and nothing is changed', async () => {
  edit('membership-lapsed.ts', 'renewal: string;', 'renewal: string;\n  /** A phone number. */\n  phone?: string;');
  const { code, stdout, stderr } = await version('patch');
  expect(code).not.toBe(0);
  expect(stdout).toContain('member phone is new and optional.');
  expect(stderr).toContain('The changes ask for a minor version: it must be 1.1.0 or above (was 1.0.1).');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('tag').trim()).toBe('v1.0.0');
  expect(existsSync(join(folder, 'history/1.0.1.json'))).toBe(false);
});

test('one that is large enough writes history and changelog into its own commit', async () => {
  writeFileSync(
    join(repository, 'CHANGELOG.md'),
    changelog().replace('## 1.0.0', '## 1.1.0 (unreleased)\n\n- Phones, at last.\n\n## 1.0.0'),
  );
  git('commit', '-q', '-a', '-m', 'Say it');
  const { code, stderr } = await version('minor');
  expect(code, stderr).toBe(0);
  expect(git('show', '--name-only', '--format=', 'HEAD').trim().split('\n')).toEqual([
    'CHANGELOG.md',
    'library/history/1.1.0.json',
    'package.json',
  ]);
  expect(changelog()).toContain(
    '## 1.1.0 (2027-01-15)\n\n- Phones, at last.\n\n### Additions\n\n' +
      '- [membership-lapsed](https://errors.lending.example/types/membership-lapsed): member phone is new and optional.\n\n## 1.0.0',
  );
});

test('what was published cannot go, even in a major release, unless the catalog says why', async () => {
  edit('membership-lapsed.ts', '\n  /** A phone number. */\n  phone?: string;', '');
  const refused = await version('major');
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain(
    'membership-lapsed member phone: it was published and is gone. Bring it back, or say why in "removed" of index.ts',
  );
  edit('index.ts', '  server:', "  removed: { 'membership-lapsed member phone': 'Nobody answers it.' },\n  server:");
  const { code, stderr } = await version('major');
  expect(code, stderr).toBe(0);
  expect(changelog()).toContain('member phone was removed. Nobody answers it.\n');
});

test('without a version it says which one comes next', async () => {
  edit('membership-lapsed.ts', 'has ended.', 'is over.');
  const { code, stdout } = await run(process.execPath, ['src/toolkit/bin.ts', 'release'], { env });
  expect(code).toBe(0);
  expect(stdout).toContain('The next release after v2.0.0: what it means to users\n\n### Corrections\n');
  expect(stdout).toContain('Release it: npm version 2.0.1\n');
});

test('it prints what the changelog says of a version, for the notes of a release', async () => {
  const { stdout } = await run(process.execPath, ['src/toolkit/bin.ts', 'release', '1.1.0', '--notes'], { env });
  expect(stdout).toMatch(/^- Phones, at last\.\n\n### Additions\n\n- \[membership-lapsed\]\(.*\n$/);
});

test.each([
  [['3.0.0', '--notes'], 2, 'the changelog has no version 3.0.0.'],
  [['2.0.0'], 1, 'must be above that of the last release, 2.0.0 (was 2.0.0)'],
  [['two'], 1, 'The version must be like 1.2.0 (was "two")'],
  [['2.0.1', '2.0.2'], 2, 'it takes one version.'],
  [['--write'], 2, '--write needs the version.'],
  [['--force'], 2, "unknown option '--force'"],
])('%j is refused', async (args, status, message) => {
  const { code, stderr } = await run(process.execPath, ['src/toolkit/bin.ts', 'release', ...args], { env });
  expect(stderr).toContain(message);
  expect(code).toBe(status);
});

test.each([
  ['# Changelog\n', '# Changelog\n\n## 1.0.0 (2027-01-15)\n\nNew.\n'],
  ['# C\n\n## 0.9.0\n\n- A\n', '# C\n\n## 1.0.0 (2027-01-15)\n\nNew.\n\n## 0.9.0\n\n- A\n'],
  ['# C\n\n## 1.0.0 (unreleased)\n\n- A\n', '# C\n\n## 1.0.0 (2027-01-15)\n\n- A\n\nNew.\n'],
  ['# C\n\n## Next (unreleased)\n\n- A\n\n## 0.9.0\n', '# C\n\n## 1.0.0 (2027-01-15)\n\n- A\n\nNew.\n\n## 0.9.0\n'],
])('the changelog %j takes the section in its place', (before, after) => {
  expect(withRelease(before, { version: '1.0.0', date: '2027-01-15', changes: [] }, 'New.')).toBe(after);
});
