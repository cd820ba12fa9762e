import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CatalogData, ProblemData } from '#catalog/data.ts';
import { diff, verdict } from '#catalog/diff.ts';
import { load } from '#catalog/load.ts';
import { catalogData } from '#emit/data.ts';
import { copyOfLibrary, libraryDir } from '../support.ts';

const data = async (folder: string) => JSON.parse(JSON.stringify(catalogData(await load(folder)))) as CatalogData;
const library = await data(libraryDir);

test('a catalog does not differ from itself', () => {
  expect(diff(library, library)).toEqual([]);
  expect(verdict([])).toBeUndefined();
});

test.each<[what: string, level: string, fact: string, name: string, edits: [string | RegExp, string][]]>([
  [
    'a new optional member',
    'minor',
    'member phone is new and optional',
    'membership-lapsed',
    [['renewal: string;', 'renewal: string;\n  /** A phone number. */\n  phone?: string;']],
  ],
  [
    'a new required member',
    'major',
    'member phone is new and required',
    'membership-lapsed',
    [
      ['renewal: string;', 'renewal: string;\n  /** A phone number. */\n  phone: string;'],
      ["renewal: 'http", "phone: '1', renewal: 'http"],
    ],
  ],
  [
    'a removed member',
    'major',
    'member fees was removed',
    'loan-limit-reached',
    [
      [/ {2}\/\*\* Fees[^;]*;\n/, ''],
      [/import type.*entry.ts';\n/, '$&'],
      ['fees: null,', ''],
    ],
  ],
  [
    'a narrowed member',
    'major',
    'member kind takes other values',
    'loan-limit-reached',
    [["'branch' | 'card'", "'card'"]],
  ],
  [
    'a widened member',
    'minor',
    'member kind takes more values',
    'loan-limit-reached',
    [["'branch' | 'card'", "'branch' | 'card' | 'home'"]],
  ],
  [
    'a changed status',
    'major',
    'the status changed from 403 to 402',
    'membership-lapsed',
    [['status: 403', 'status: 402']],
  ],
  [
    'a further status',
    'minor',
    'the status changed from 403 to 403, 409',
    'membership-lapsed',
    [['status: 403', 'status: [403, 409]']],
  ],
  [
    'a new title',
    'patch',
    'the title changed from "Membership Lapsed" to "Membership Over"',
    'membership-lapsed',
    [['Membership Lapsed', 'Membership Over']],
  ],
  ['new wording', 'patch', 'its wording changed', 'membership-lapsed', [['has ended.', 'is over.']]],
  [
    'a retired type',
    'minor',
    'the problem type is retired',
    'membership-lapsed',
    [[/} satisfies/, "  retired: { in: '4.0.0', because: 'Cards are free.' },\n} satisfies"]],
  ],
])('%s asks for a %s version', async (_, level, fact, name, edits) => {
  const folder = copyOfLibrary();
  const file = join(folder, `${name}.ts`);
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of edits) text = text.replace(from, to);
  writeFileSync(file, text);
  const changes = diff(library, await data(folder));
  expect(changes).toContainEqual(expect.objectContaining({ level, name, fact }));
  expect(verdict(changes)).toBe(level);
});

test('a type that is gone asks for a major version', () => {
  const fewer = { ...library, problems: library.problems.slice(1) };
  expect(verdict(diff(library, fewer))).toBe('major');
  expect(verdict(diff(fewer, library))).toBe('minor');
});

test.each(['name', 'type'] as const)('a type whose former %s is an alias of another is called by that', (kind) => {
  const [first, ...others] = library.problems as [ProblemData, ...ProblemData[]];
  const renamed = { ...first, name: 'renamed', type: `${first.type}-2`, aliases: [first[kind]] };
  const changes = diff(library, { ...library, problems: [renamed, ...others] });
  const fact = 'the problem type is now called renamed';
  expect(changes).toContainEqual({ level: 'major', name: first.name, fact, removes: first.name });
});
