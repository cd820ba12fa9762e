import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { load } from '#catalog/load.ts';
import { catalogData } from '#emit/data.ts';
import { copyOfLibrary, libraryDir, run, temporary } from '../support.ts';

/** A catalog in a repository of its own, which the toolkit is not part of. */
const folder = copyOfLibrary();
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: dirname(folder) });
const diff = (...args: string[]) =>
  run(process.execPath, ['src/toolkit/bin.ts', 'diff', ...args], { env: { PROBLEMS_DIR: folder } });
const edit = (file: string, from: string | RegExp, to: string) => {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, after);
};

// Each run of the command reads two catalogs, which takes long on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

beforeAll(() => {
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'First');
});

test('without a tag of a release, the version to compare with must be named', async () => {
  const { code, stderr } = await diff();
  expect(code).toBe(2);
  expect(stderr).toContain('there is no tag of a release (v1.2.0) to compare with. Name a version.');
});

test('what is told of a source comes from the source: facts, helpers, guides and entries', async () => {
  git('tag', 'v1.0.0');
  edit('index.ts', 'export type Cents', 'export type Money');
  edit(
    'index.ts',
    "baseUri: 'https",
    "fill: { seen: 'now' },\n  settings: { MAX: { default: '1', meaning: 'Most.' } },\n  baseUri: 'https",
  );
  edit('index.ts', "package: '@lending/problems'", "package: '@lending/errors'");
  edit(
    'index.ts',
    'export default',
    'export interface CommonMembers {\n  /** When it was seen. */\n  seen?: string;\n}\n\nexport default',
  );
  edit('loan-limit-reached.ts', 'import type { Cents }', 'import type { Money }');
  edit('loan-limit-reached.ts', 'fees?: Cents', 'fees?: Money');
  edit('loan-limit-reached.ts', 'export interface Loan {', 'export interface Item {');
  edit('loan-limit-reached.ts', 'loans: Loan[]', 'loans: Item[]');
  edit('loan-limit-reached.ts', /'number-loans-equals-limit'/, "'loans-equal-limit'");
  edit('loan-limit-reached.ts', '  headers: { Link', "  aliases: ['LOAN_LIMIT'],\n  headers: { Help");
  edit('card-expired.ts', /\n {2}retired: .*/, '');
  renameSync(join(folder, 'guides/loans.md'), join(folder, 'guides/limits.md'));

  const { code, stdout } = await diff();
  expect(code).toBe(0);
  for (const line of [
    'major  catalog: the package changed from @lending/problems to @lending/errors',
    'major  catalog: exported type Cents was removed',
    'minor  catalog: exported type Money is new',
    'minor  catalog: constructors fill in member seen',
    'minor  catalog: member seen is new and optional',
    'minor  catalog: setting MAX is new',
    'major  catalog: guide loans was removed',
    'minor  catalog: guide limits is new',
    'major  loan-limit-reached: exported type Loan was removed',
    'minor  loan-limit-reached: exported type Item is new',
    'major  loan-limit-reached: cause number-loans-equals-limit was removed',
    'major  loan-limit-reached: header field link was removed',
    'minor  loan-limit-reached: alias LOAN_LIMIT is new',
    'minor  card-expired: the problem type is no longer retired',
    'The changes ask for a major version.',
  ]) {
    expect(stdout.split('\n')).toContain(line);
  }
});

test('--json and --markdown print the same changes for programs and for a changelog', async () => {
  const { verdict, before, changes } = JSON.parse((await diff('v1.0.0', '--json')).stdout);
  expect({ verdict, before }).toEqual({ verdict: 'major', before: 'v1.0.0' });
  expect(changes).toContainEqual({
    level: 'major',
    name: 'loan-limit-reached',
    fact: 'header field link was removed',
    removes: 'loan-limit-reached header field link',
  });
  const { stdout } = await diff('v1.0.0', '--markdown');
  expect(stdout).toContain('### Breaking changes\n\n- Catalog: ');
  expect(stdout).toContain(
    '- [loan-limit-reached](https://errors.lending.example/types/loan-limit-reached): header field link was removed.\n',
  );
});

test('the exit code tells scripts whether a level is reached', async () => {
  expect(await diff('v1.0.0', '--fail-on', 'major')).toMatchObject({ code: 1 });
  git('stash', '-q', '-u');
  expect(await diff('HEAD', '--fail-on', 'patch')).toMatchObject({ code: 0, stdout: 'Nothing changed.\n' });
  edit('membership-lapsed.ts', 'has ended.', 'is over.');
  expect(await diff('HEAD', '--fail-on', 'minor')).toMatchObject({ code: 0 });
  expect(await diff('HEAD', '--fail-on', 'patch')).toMatchObject({ code: 1 });
  git('checkout', '-q', '.');
});

test('it compares with a folder, a catalog.json and a package, unpacked or packed', async () => {
  const place = temporary();
  const packageDir = join(place, 'package');
  mkdirSync(packageDir);
  writeFileSync(join(packageDir, 'catalog.json'), JSON.stringify(catalogData(await load(libraryDir))));
  writeFileSync(
    join(packageDir, 'package.json'),
    JSON.stringify({ name: '@lending/problems', exports: { '.': { default: './index.js' }, './gone': './gone.js' } }),
  );
  writeFileSync(
    join(packageDir, 'index.d.ts'),
    "export * from './parts.js';\nexport declare function other(): void;\n",
  );
  writeFileSync(join(packageDir, 'parts.d.ts'), "export { readProblem, type Old as Older } from './x.js';\n");
  execFileSync('tar', ['-czf', 'lending.tgz', 'package'], { cwd: place });
  for (const before of [libraryDir, join(packageDir, 'catalog.json')]) {
    expect(await diff(before), before).toMatchObject({ code: 0, stdout: 'Nothing changed.\n' });
  }
  for (const before of [packageDir, join(place, 'lending.tgz')]) {
    const lines = (await diff(before)).stdout.split('\n');
    expect(lines).toContain('major  catalog: subpath ./gone was removed');
    expect(lines).toContain('major  catalog: export of . other was removed');
    expect(lines).toContain('major  catalog: export of . Older was removed');
    expect(lines).not.toContain('major  catalog: export of . readProblem was removed');
  }
});

test.each([
  ['no-such-thing', 'no-such-thing is neither a file, nor a folder, nor a git revision.'],
  ['--output=x', "unknown option '--output=x'"],
  ['npm:a b', 'npm:a b does not name a package.'],
  [join(import.meta.dirname, 'diff.test.ts'), 'is not a catalog.json.'],
])('%s cannot be compared with', async (before, message) => {
  const { code, stderr } = await diff(before);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('a revision whose entries do not load says so, and names another way', async () => {
  edit('card-expired.ts', 'status: 403', 'status: 999');
  git('commit', '-q', '-a', '-m', 'Break it');
  git('tag', 'broken');
  git('reset', '-q', '--hard', 'v1.0.0');
  const { code, stderr } = await diff('broken');
  expect(code).toBe(2);
  expect(stderr).toContain(
    'the entries of broken do not fit this version of the toolkit: library/card-expired.ts: status',
  );
  rmSync(join(dirname(folder), '.git'), { recursive: true });
});
