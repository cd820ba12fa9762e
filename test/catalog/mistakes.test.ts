import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { nameFault } from '#catalog/name-fault.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { copyOfLibrary, libraryDir } from '../support.ts';
import { findingsIn } from './findings.ts';

/** What authors get wrong: each mistake is told with its file, the fact and a fix, before anything is made of it. */

type Edit = (text: string) => string;
const replace =
  (from: string | RegExp, to: string): Edit =>
  (text) => {
    const changed = text.replace(from, to);
    expect(changed, `${from} occurs`).not.toBe(text);
    return changed;
  };
const member = (declaration: string) => replace('renewal: string;', `renewal: string;\n  ${declaration}`);

type Mistake = [what: string, edits: Readonly<Record<string, Edit | string>>, ...told: string[]];
const mistakes: Mistake[] = [
  [
    'an example of a common member that does not exist',
    { index: replace("name: 'Lending Desk',", "name: 'Lending Desk',\n  example: { shelf: 'B 12' },") },
    'index.ts: example names shelf, which is not a member of CommonMembers. Add the member to CommonMembers, or remove it from example.',
  ],
  [
    'a step for some responses, and no word of it on the page',
    { 'membership-lapsed': replace('const fix = [{', "const fix = [{ only: { members: { shelf: '*' } },") },
    'membership-lapsed.ts: causes.year-passed-since-last.fix[0] has only, and no when for those who read the page. Say in when which responses it is for.',
    'membership-lapsed.ts: causes.year-passed-since-last.fix[0].only names the member shelf, which the interface does not have. Add it, or correct the name.',
  ],
  [
    'a name that is not declared',
    { 'membership-lapsed': replace('fix: fix', 'fix: fixes') },
    "Cannot find name 'fixes'. Did you mean 'fix'?",
  ],
  [
    'a member of two letters',
    { 'membership-lapsed': member('/** Identifier. */\n  id?: string;') },
    'membership-lapsed.ts: warning: member id has fewer than three characters (RFC 9457 section 4)',
  ],
  [
    'two types with one title',
    { 'membership-lapsed': replace("'Membership Lapsed'", "'Card Expired'") },
    'membership-lapsed.ts: title is also that of card-expired (was "Card Expired")',
  ],
  [
    'one alias on two types',
    {
      'membership-lapsed': replace('} satisfies', "aliases: ['NO_CARD'],\n} satisfies"),
      'card-expired': replace('} satisfies', "aliases: ['no card'],\n} satisfies"),
    },
    'membership-lapsed.ts: alias "NO_CARD" is also a name of card-expired',
  ],
  [
    'an alias that is the name of another type',
    { 'membership-lapsed': replace('} satisfies', "aliases: ['CARD_EXPIRED'],\n} satisfies") },
    'membership-lapsed.ts: alias "CARD_EXPIRED" is also a name of card-expired',
  ],
  [
    'a header field made of an object',
    {
      'membership-lapsed': (text) =>
        replace(
          '} satisfies',
          "headers: { Link: '{fee}' },\n} satisfies",
        )(
          replace(
            "renewal: 'http",
            "fee: { cents: 1 }, renewal: 'http",
          )(member('/** A fee. */\n  fee: {\n    /** Cents. */\n    cents: number;\n  };')(text)),
        ),
    },
    'membership-lapsed.ts: the Link header is made of fee, which must be text or a number',
  ],
  [
    'a retired type that is its own successor',
    { 'card-expired': replace("use: 'membership-lapsed'", "use: 'card-expired'") },
    'card-expired.ts: retired.use leads back to the type itself (card-expired, card-expired)',
  ],
  [
    'a circle of successors',
    {
      'membership-lapsed': replace(
        '} satisfies',
        "retired: { in: '4.0.0', because: 'It is free.', use: 'card-expired' },\n} satisfies",
      ),
    },
    'card-expired.ts: retired.use leads back to the type itself (card-expired, membership-lapsed, card-expired)',
  ],
  [
    'the detail of the stub',
    { 'membership-lapsed': replace("detail: 'The membership ended on 1 May.'", "detail: '…'") },
    'membership-lapsed.ts: example.detail must be written out (was "…")',
  ],
  [
    'the title again in the language of the catalog',
    { 'membership-lapsed': replace('} satisfies', "titles: { en: 'Lapsed' },\n} satisfies") },
    'membership-lapsed.ts: titles.en is in the language of the catalog. Write it as title',
  ],
  [
    'two types with one title in another language',
    {
      'card-expired': replace('} satisfies', "titles: { de: 'Abgelaufen' },\n} satisfies"),
      'membership-lapsed': replace('} satisfies', "titles: { de: 'abgelaufen' },\n} satisfies"),
    },
    'membership-lapsed.ts: titles.de is also that of card-expired (was "abgelaufen")',
  ],
];

const explained = (text: string) => ({
  'membership-lapsed': replace('A membership lasts one year', `${text} A membership lasts one year`),
});
mistakes.push(
  [
    'a link to a type that is not there',
    explained('See [the card](./card-expire).'),
    'membership-lapsed.ts: the link to ./card-expire leads to /types/card-expire, and no page has this address. Did you mean /types/card-expired?',
  ],
  [
    'a link from a guide to a page that is not there',
    { 'guides/loans.md': replace('../types/loan-limit-reached', '../loans-of-others') },
    'guides/loans.md: the link to ../loans-of-others leads to /loans-of-others, and no page has this address. Name a page of the catalog, or remove the link.',
  ],
  [
    'bodies of a type that is not there',
    { 'bodies/card-expire/valid/old.json': '{}', 'bodies/quite-another/valid/old.json': '{}' },
    'library/bodies/card-expire: there is no problem type card-expire. Rename it to card-expired, or remove it.',
    'library/bodies/quite-another: there is no problem type quite-another. Rename the folder, or remove it.',
  ],
);

/** What is wrong with one file is told once: nothing is said of what names it. */
const inOneFile: Mistake[] = [
  [
    'an entry that cannot be read, and texts and facts that name it',
    {
      'membership-lapsed': replace('status: 403', 'status: 4030'),
      'card-expired': replace("explanation: '", "explanation: 'See [a](./membership-lapsed#any). "),
      index: replace(
        "summary: 'The reader may not borrow.' },\n  },",
        "summary: 'The reader may not borrow. See [a](./membership).', questions: [{ ask: 'Is it over?', types: ['membership-lapsed#any'] }] },\n  },\n  manual: { examples: { main: 'membership-lapsed', cause: 'membership-lapsed#any' } },",
      ),
      'bodies/membership-lapsed/valid/old.json': '{}',
    },
    'library/membership-lapsed.ts: status must be the HTTP status of a response with a body, 200 to 599 (was 4030). Change the value; your editor says what the field holds.',
  ],
  [
    'a member with a fault, and a header field and a response that name it',
    {
      'membership-lapsed': (text) =>
        replace(
          '@format uri',
          '@format url',
        )(replace('} satisfies Problem', "headers: { Link: '<{renewal}>' },\n} satisfies Problem")(text)),
    },
    'library/membership-lapsed.ts: member renewal has the tag @format, which must be one of date, date-time, duration, email, hostname, ipv4, ipv6, time, uri, uri-reference, uuid (was "url"). Did you mean uri?',
  ],
  [
    'a common member with a fault, and facts that name others',
    {
      index: (text) =>
        replace(
          'export default {',
          'export interface CommonMembers {\n  /** Mark. */\n  mark: string;\n  /** Time. */\n  time: Date;\n}\n\nexport default {',
        )(
          replace(
            "name: 'Lending Desk',",
            "name: 'Lending Desk',\n  fill: { time: 'now' },\n  example: { mark: 'x' },",
          )(text),
        ),
    },
    'library/index.ts: member time is of type Date. Use string with the JSDoc tag "@format date-time": JSON has no dates.',
  ],
  [
    'syntax',
    { 'membership-lapsed': replace('status: 403,', 'status: 403') },
    "library/membership-lapsed.ts: it cannot be loaded: SyntaxError: Expected ',', got 'ident'. Correct the TypeScript; \"npm run check\" shows the line.",
    "library/membership-lapsed.ts:17: ',' expected. Correct the syntax of this line.",
  ],
];

/** Returns what is said of the library with mistakes. */
async function toldOf(edits: Mistake[1]): Promise<string[]> {
  const folder = copyOfLibrary();
  for (const [name, edit] of Object.entries(edits)) {
    const file = join(folder, /\.(?:md|json|txt)$/.test(name) ? name : `${name}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof edit === 'string' ? edit : edit(readFileSync(file, 'utf8')));
  }
  return findingsIn(folder);
}

test.each(inOneFile)('of one file alone is told: %s', async (_, edits, ...told) => {
  expect(await toldOf(edits)).toEqual(told);
});

test.each(mistakes)('%s', async (_, edits, ...told) => {
  const found = await toldOf(edits);
  for (const each of told) expect(found.join('\n')).toContain(each);
  for (const each of found) expect(each).not.toMatch(/Correct (?:it|the type)\.|TypeError|SyntaxError/);
});

test('no module of the package that is made of all types can be named by an entry', async () => {
  const catalog = await load(libraryDir);
  const names = catalog.problems.map(({ name }) => name);
  const modules = [...moduleFiles(catalog).keys()].flatMap((path) => /^([\w-]+)\.ts$/.exec(path)?.[1] ?? []);
  for (const name of modules.filter((each) => !names.includes(each))) expect(nameFault(name), name).toBeDefined();
});

test('two files whose constructors would have one name', async () => {
  const folder = copyOfLibrary();
  const text = readFileSync(join(folder, 'card-expired.ts'), 'utf8');
  for (const [name, type] of [
    ['card-1', 'Card1'],
    ['card1', 'Card1'],
  ] as const)
    writeFileSync(
      join(folder, `${name}.ts`),
      text.replaceAll('CardExpired', type).replace('Card Expired', `Card ${name}`),
    );
  expect((await findingsIn(folder)).join('\n')).toContain(
    'card1.ts: its constructor card1 is also that of card-1. Rename one of the files',
  );
});

test('a file in another encoding than UTF-8', async () => {
  const folder = copyOfLibrary();
  const file = join(folder, 'card-expired.ts');
  writeFileSync(file, Buffer.from(readFileSync(file, 'utf8').replace('past its date', 'pass\u00e9'), 'latin1'));
  expect(await findingsIn(folder)).toContainEqual(expect.stringContaining('card-expired.ts: the file is not UTF-8'));
});
