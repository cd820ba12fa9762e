import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CatalogError, findingText } from '#catalog/finding.ts';
import { examine, load } from '#catalog/load.ts';
import { copyOfLibrary, libraryDir } from '../support.ts';

function edit(folder: string, name: string, pattern: string | RegExp, replacement: string): void {
  const file = join(folder, `${name}.ts`);
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(pattern, replacement);
  expect(changed, `${pattern} occurs in ${name}.ts`).not.toBe(text);
  writeFileSync(file, changed);
}

async function findings(folder: string): Promise<string[]> {
  try {
    await load(folder);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return error.findings.map(findingText);
  }
}

test('a good catalog loads, and cannot be changed', async () => {
  const catalog = await load(libraryDir);
  expect(catalog.problems.map((problem) => problem.typeUri)).toEqual([
    'https://errors.lending.example/types/card-expired',
    'https://errors.lending.example/types/loan-limit-reached',
    'https://errors.lending.example/types/membership-lapsed',
  ]);
  expect(() => Object.assign(catalog.problems[0]?.entry ?? {}, { title: 'x' })).toThrow(TypeError);
});

test('a spoiled record of a release is told with all else', async () => {
  const folder = copyOfLibrary();
  appendFileSync(join(folder, 'history/1.0.0.json'), '}');
  edit(folder, 'card-expired', "'Card Expired'", "''");
  expect(await findings(folder)).toEqual([
    'library/card-expired.ts: title must not be empty (was ""). Write it out.',
    'library/history/1.0.0.json: it is not the record of the release that its name says. Restore the file as the release wrote it.',
  ]);
});

test('an edited entry is read anew, without a restart', async () => {
  const folder = copyOfLibrary();
  await load(folder);
  edit(folder, 'card-expired', "title: 'Card Expired'", "title: 'Card Out of Date'");
  const catalog = await load(folder);
  expect(catalog.problems[0]?.entry.title).toBe('Card Out of Date');
});

type Fault = [what: string, name: string, pattern: string | RegExp, replacement: string, message: string];
const faults: Fault[] = [
  [
    'a missing field',
    'card-expired',
    /\n {2}summary: .*/,
    '',
    'library/card-expired.ts: summary is missing. Add it, as a string; your editor says what it holds.',
  ],
  [
    'an example that lacks a member',
    'membership-lapsed',
    ", renewal: 'https://lending.example/renew'",
    '',
    `library/membership-lapsed.ts: example must have required property 'renewal'. Make the example fit the interface MembershipLapsed.`,
  ],
  [
    'a related name that does not exist',
    'card-expired',
    "'membership-lapsed': 'took",
    "'membership-lapse': 'took",
    'library/card-expired.ts: related type "membership-lapse" does not exist. Did you mean "membership-lapsed"?',
  ],
  [
    'a member that shadows a standard one',
    'membership-lapsed',
    'renewal: string;',
    'renewal: string;\n  /** Its state. */\n  status?: number;',
    'library/membership-lapsed.ts: member status shadows the standard member of that name (RFC 9457 section 3.1). Choose another name.',
  ],
  [
    'an unknown category',
    'card-expired',
    "category: 'membership'",
    "category: 'memberships'",
    'library/card-expired.ts: category "memberships" does not exist. Did you mean "membership"?',
  ],
  [
    'a date in the interface',
    'membership-lapsed',
    'renewal: string;',
    'renewal: Date;',
    'library/membership-lapsed.ts: member renewal is of type Date. Use string with the JSDoc tag "@format date-time": JSON has no dates.',
  ],
  [
    'a member without JSDoc',
    'loan-limit-reached',
    '  /** Which limit was met. */\n',
    '',
    'library/loan-limit-reached.ts: member kind has no JSDoc. Say what its value means, then when it is absent.',
  ],
  [
    'a header of an unknown member',
    'loan-limit-reached',
    'Link: ',
    "'Retry-After': '{wait}', Link: ",
    'library/loan-limit-reached.ts: member of the Retry-After header "wait" does not exist. Add it to the interface, or name another.',
  ],
  [
    'a pattern that a long text makes slow',
    'loan-limit-reached',
    '   * @format date',
    '   * @pattern ^[a-f-]*-?[a-f]*$',
    "library/loan-limit-reached.ts: the pattern of member loans must take linear time (/^[a-f-]*-?[a-f]*$/ takes 2nd degree polynomial time on 'a'.repeat(54773) + '\\x00'). Let no two neighboring repetitions take the same character, and no search begin again within a run; or read the text without an expression.",
  ],
];

test.each(faults)('%s is refused', async (_, name, pattern, replacement, message) => {
  const folder = copyOfLibrary();
  edit(folder, name, pattern, replacement);
  expect(await findings(folder)).toEqual([message]);
});

describe('files', () => {
  test('a file name that is not kebab-case is refused', async () => {
    const folder = copyOfLibrary();
    writeFileSync(join(folder, 'HoldExpired.ts'), 'export default {};');
    expect(await findings(folder)).toEqual([
      'library/HoldExpired.ts: the file name must be kebab-case: lower-case words, joined by "-" (was "HoldExpired"). Rename the file to hold-expired.ts.',
    ]);
  });

  test('a reserved word cannot name a type', async () => {
    const folder = copyOfLibrary();
    writeFileSync(join(folder, 'delete.ts'), 'export default {};');
    expect(await findings(folder)).toEqual([
      'library/delete.ts: the file name must not be a reserved word of JavaScript (was "delete"). Add a word that says more.',
    ]);
  });

  test('a file with a syntax error is named, and does not hide the others', async () => {
    const folder = copyOfLibrary();
    appendFileSync(join(folder, 'card-expired.ts'), '}}');
    edit(folder, 'membership-lapsed', 'status: 403', 'status: 99');
    const found = await findings(folder);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(
      /^library\/card-expired\.ts: it cannot be loaded: SyntaxError: .*\. Correct the TypeScript/,
    );
    expect(found[1]).toMatch(/^library\/membership-lapsed\.ts: status must be/);
  });

  test('all findings come together', async () => {
    const folder = copyOfLibrary();
    edit(folder, 'card-expired', "'Card Expired'", "'Card.'");
    edit(folder, 'card-expired', 'status: 403', 'status: 302.5');
    edit(folder, 'membership-lapsed', "category: 'membership'", "category: 'zoo'");
    expect((await findings(folder)).map((text) => text.split(' ')[1])).toEqual(['title', 'status', 'category']);
  });

  test('no folder, no index, no entry: each says so', async () => {
    const folder = copyOfLibrary();
    for (const name of ['card-expired', 'loan-limit-reached', 'membership-lapsed']) rmSync(join(folder, `${name}.ts`));
    expect(await findings(folder)).toEqual(['library: it holds no entry. Add a file such as out-of-stock.ts.']);
    rmSync(join(folder, 'index.ts'));
    expect((await findings(folder))[0]).toMatch(/^library\/index\.ts: the file is missing\. Create it/);
    rmSync(folder, { recursive: true });
    expect((await findings(folder))[0]).toMatch(new RegExp(`^${basename(folder)}: the folder does not exist`));
    mkdirSync(folder);
  });
});

test('an entry in a folder below is found, and not passed over', async () => {
  const folder = copyOfLibrary();
  mkdirSync(join(folder, 'cards'));
  renameSync(join(folder, 'card-expired.ts'), join(folder, 'cards/card-expired.ts'));
  const { findings } = await examine(folder);
  expect(findings.map(findingText)).toContain(
    'library/cards/card-expired.ts: an entry must be in the folder of index.ts (was in one below). Move it to library/card-expired.ts.',
  );
});

test.each(['node_modules', '.git'])('what is in a folder %s is no entry', async (name) => {
  const folder = copyOfLibrary();
  mkdirSync(join(folder, name));
  cpSync(join(folder, 'card-expired.ts'), join(folder, name, 'card-expired.ts'));
  expect((await examine(folder)).findings).toEqual([]);
});
