import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { declarationsIn } from '#catalog/declarations.ts';
import { openCache } from '#catalog/file-cache.ts';
import { lint } from '#catalog/lint.ts';
import { load } from '#catalog/load.ts';
import { copyOfLibrary, libraryDir } from '../support.ts';

/** What was found out about the entries of a catalog is kept beside it. */

const names = ['index', 'card-expired', 'loan-limit-reached', 'membership-lapsed'];
let folder: string;
let place: string;
const file = (name: string) => join(folder, `${name}.ts`);
const known = () =>
  [...openCache('interfaces', folder, names.map(file), declarationsIn).known.keys()].map((path) =>
    basename(path, '.ts'),
  );

beforeEach(async () => {
  folder = copyOfLibrary();
  mkdirSync(join(dirname(folder), 'node_modules'));
  place = join(dirname(folder), 'node_modules/.cache/problem-catalog-interfaces.json');
  await load(folder);
});

test('an entry that imports from another one is read again with it', async () => {
  const text = readFileSync(file('card-expired'), 'utf8');
  writeFileSync(
    file('card-expired'),
    `import type { LoanLimitReached } from './loan-limit-reached.ts';\n${text}
export type CardLoan = LoanLimitReached;\n`,
  );
  await load(folder);
  expect(known()).toEqual(names);
  appendFileSync(file('loan-limit-reached'), '// More.\n');
  expect(known()).toEqual(['index', 'membership-lapsed']);
});

test('what is kept and what is read give the same catalog and findings', async () => {
  writeFileSync(
    file('card-expired'),
    readFileSync(file('card-expired'), 'utf8').replace('status: 403', "status: '403'"),
  );
  const said = () =>
    load(folder).then(
      () => 'nothing',
      ({ message }: Error) => message,
    );
  const first = await said();
  expect(first).toContain('status');
  expect(await said()).toBe(first);
  const { folder: _, ...read } = await load(libraryDir);
  writeFileSync(
    file('card-expired'),
    readFileSync(file('card-expired'), 'utf8').replace("status: '403'", 'status: 403'),
  );
  for (let time = 0; time < 2; time += 1) {
    appendFileSync(file('index'), time === 1 ? '' : '\n');
    const { folder: _, ...again } = await load(folder);
    expect(again).toEqual(read);
  }
});

test('what TypeScript says of an entry is kept too', async () => {
  const text = readFileSync(file('card-expired'), 'utf8');
  writeFileSync(file('card-expired'), text.replace('satisfies Step[]', 'satisfies string[]'));
  const faults = await lint(await load(folder));
  expect(faults).toHaveLength(1);
  expect(faults[0]?.file).toMatch(/^[^/]+\/card-expired\.ts:6$/);
  expect(openCache('type-faults', folder, names.map(file)).known.get(file('card-expired'))).toEqual(faults);
});

test('a catalog is read where nothing can be kept', async () => {
  rmSync(dirname(place), { recursive: true });
  writeFileSync(dirname(place), 'no folder');
  appendFileSync(file('card-expired'), '// More.\n');
  const { problems } = await load(folder);
  expect(problems).toHaveLength(3);
});
