import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { findingText } from '#catalog/finding.ts';
import { lint, proseFaults } from '#catalog/lint.ts';
import { sitePaths } from '#catalog/names.ts';
import { temporary } from '../support.ts';

/** Findings about a catalog that loads. */

vi.mock('#catalog/type-faults.ts', () => ({
  typeFaults: (folder: string, isAsked: (name: string) => boolean) => {
    const fact = `${folder.endsWith('/library') ? 'types' : ''} ${['card', 'loan'].map(isAsked).join()}`;
    return Promise.resolve([{ file: 'library/card.ts', fact, fix: 'Fix.' }]);
  },
}));

const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at + 1}`).join(' ');

test.each([
  ['a sentence of 25 words', `${words(25)}.`],
  [
    'a sentence of 26 words',
    `${words(26)}.`,
    'has a sentence of 26 words ("w1 w2 w3 w4 w5 w6 …"). Split it: 25 at most.',
  ],
  ['what is no word', `${words(25)} – & –.`],
  ['sentences with different ends', `${[...'.!?:'].map((end) => words(20) + end).join(' ')}`],
  ['sentences in quotes, brackets and stress', ['"', "')", '**', '_'].map((end) => `${words(20)}.${end}`).join('  ')],
  [
    'a stop within a word',
    `${words(20)}.${words(20)}`,
    'has a sentence of 39 words ("w1 w2 w3 w4 w5 w6 …"). Split it: 25 at most.',
  ],
  ['paragraphs', `${words(20)}\n\n${words(20)}\n  \n${words(20)}`],
  ['lines', `${words(13)}\n${words(13)}`, 'has a sentence of 26 words ("w1 w2 w3 w4 w5 w6 …"). Split it: 25 at most.'],
  ['items', [words(25), `- ${words(25)}`, `  * ${words(25)}`, `1. ${words(25)}`, `12. ${words(25)}`].join('\n')],
  [
    'no items',
    `${words(13)}\n-${words(13)}`,
    'has a sentence of 26 words ("w1 w2 w3 w4 w5 w6 …"). Split it: 25 at most.',
  ],
  ['code on one line', `${words(24)} \`${words(9)}\`.`],
  ['code without text', `${words(24)} \`\`.`],
  [
    'more code',
    `${words(24)} \`a b\` \`c d\`.`,
    'has a sentence of 26 words ("w1 w2 w3 w4 w5 w6 …"). Split it: 25 at most.',
  ],
  [
    'links',
    `${words(23)} [a b](./c d e f) [](./g h i) w.`,
    'has a sentence of 26 words ("w1 w2 w3 w4 w5 w6 …"). Split it: 25 at most.',
  ],
  [
    'blocks of code',
    ['```text', words(30), 'just', '``` just', words(24), '~~~', 'a ~~~', words(30), '```', '~~~', words(24)].join(
      '\n',
    ),
  ],
  [
    'no block of code',
    `${words(13)} ~~~ ${words(13)}\n~~~\n`,
    'has a sentence of 26 words ("w1 w2 w3 w4 w5 w6 …"). Split it: 25 at most.',
  ],
  [
    'headings and tables',
    `${words(20)}\n# ${words(30)}\n${words(20)}\n| just | ${words(30)} |\n| ${words(30)} |\n${words(20)}`,
  ],
  [
    'no headings',
    `${words(20)} # ${words(6)}`,
    'has a sentence of 26 words ("w1 w2 w3 w4 w5 w6 …"). Split it: 25 at most.',
  ],
  [
    'fillers',
    ' Just\n  wait.  Of course, adjust it unjustly.',
    'has the filler "Just" ("Just wait. …"). Leave it out.',
    'has the filler "Of course" ("Of course, adjust it unjustly. …"). Leave it out.',
  ],
  [
    'blame',
    'Here you failed. Your fault! You did not. A bayou failed, and you failed2.',
    'blames the reader ("Here you failed. …"). Say what happened.',
    'blames the reader ("Your fault! …"). Say what happened.',
    'blames the reader ("You did not. …"). Say what happened.',
  ],
  ['nothing', ' \n\n '],
])('%s', (_, text, ...told) => {
  expect(proseFaults(text).map(({ fact, fix }) => `${fact}. ${fix}`)).toEqual(told);
});

const parent = temporary();
const folder = join(parent, 'library');
mkdirSync(join(folder, 'guides'), { recursive: true });
mkdirSync(join(folder, 'bodies/cart'), { recursive: true });
writeFileSync(join(folder, 'guides/loans.md'), '---\ntitle: Loans\ndescription: How.\n---\nJust wait. See [a](b).\n');

interface Parts {
  readonly facts?: object;
  readonly entry?: object;
  readonly causes?: readonly object[];
  readonly members?: readonly string[];
  readonly place?: string;
  readonly frameLanguage?: string;
}

/** What is told of a catalog of one type. */
async function toldOf(
  { facts, entry, causes = [], members = [], place = join(parent, 'none/library'), frameLanguage = 'en' }: Parts,
  ...asked: ((name: string) => boolean)[]
): Promise<string[]> {
  const site = sitePaths('https://e.example/types');
  const problem = {
    ...{ name: 'card', path: '/types/card', file: 'library/card.ts', statuses: [403], causes },
    members: members.map((name) => ({ name })),
    entry: { category: 'loans', now: 'Wait.', ...entry },
  };
  const catalog = {
    ...{ folder: place, site, problems: [problem], unread: [], frameLanguage },
    facts: { categories: { loans: {} }, manual: { guides: [] }, ...facts },
  } as unknown as Catalog;
  return (await lint(catalog, ...asked)).map(findingText);
}
const types = 'library/card.ts: types true,true. Fix.';

test('all parts of a catalog are looked at, and findings are told by file', async () => {
  const entry = { explanation: 'Just wait. See [a](b).', now: 'Wait.' };
  expect(await toldOf({ entry, place: folder, members: ['id'], facts: { language: 'pl' } })).toEqual([
    'guides/loans.md: the link to b leads to /guides/b, and no page has this address. Did you mean /guides?',
    'library/bodies/cart: there is no problem type cart. Rename it to card, or remove it.',
    'library/card.ts: the link to b leads to /types/b, and no page has this address. Did you mean /types?',
    'library/card.ts: warning: member id has fewer than three characters (RFC 9457 section 4). Use three or more letters, digits and "_", a letter first.',
    types,
    'library/index.ts: warning: language is "pl", in which there are no texts for headings and buttons: the pages have English ones. Write them in translation.ts beside index.ts. "Make your own" in the documentation shows how.',
  ]);
});

test('types are looked at where they are asked for', async () => {
  expect(await toldOf({}, (name) => name === 'loan')).toEqual(['library/card.ts: types false,true. Fix.']);
});

const filler = 'library/card.ts: explanation has the filler "just" ("It is just so. …"). Leave it out.';
const ofGuide = 'guides/loans.md: has the filler "Just" ("Just wait. …"). Leave it out.';

test.each<[facts: object, rules: boolean]>([
  [{}, true],
  [{ language: 'en-GB' }, true],
  [{ language: 'de' }, false],
  [{ language: 'de', proseRules: true }, true],
  [{ proseRules: false }, false],
])('the prose of a catalog with %j is looked at: %s', async (facts, rules) => {
  const parts = { entry: { explanation: 'It is just so.' }, facts, place: folder, frameLanguage: 'de' };
  const told = await toldOf({ ...parts, facts: { ...facts, manual: { guides: [] } } });
  expect(told.filter((text) => text.includes('filler'))).toEqual(rules ? [ofGuide, filler] : []);
});

test.each([
  ['Log in.'],
  ['`login` again.'],
  ['Theme it.'],
  ['', ''],
  ['The card expired.', 'The'],
  ['("Waiting" helps.', 'Waiting'],
  ['Cleared', 'Cleared'],
  ['Clear red.'],
  ...['Bring', 'String', 'Ping', 'Shed', 'Need', 'Feed', 'Speed', 'Proceed', 'Embed'].map((verb): [string] => [
    `${verb} it.`,
  ]),
  ['Used again.', 'Used'],
  ['Embedded in a page.', 'Embedded'],
  ['Bringing it.', 'Bringing'],
])('steps start with a verb: %s', async (step, first = '') => {
  const verb = (path: string) =>
    `library/card.ts: ${path} must start with a verb (was "${first}"). Say what to do: "Log in again."`;
  const told = await toldOf({
    entry: { now: step, prevent: [{ step: 'Wait.' }, { step }] },
    causes: [
      { name: 'old', fix: [{ step: 'Go.' }, { step }] },
      { name: 'none', fix: [] },
    ],
  });
  expect(told).toEqual(
    first === '' ? [types] : [...['now', 'causes.old.fix[1].step', 'prevent[1].step'].map(verb), types],
  );
});

test.each<[name: string, fact?: string]>([
  ['abc'],
  ['a-b_9'],
  ['ab', 'warning: member ab has fewer than three characters (RFC 9457 section 4)'],
  ['a', 'warning: member a has fewer than three characters (RFC 9457 section 4)'],
  ['1abc', 'member 1abc does not survive in other formats (RFC 9457 section 4)'],
  ['abc.d', 'member abc.d does not survive in other formats (RFC 9457 section 4)'],
  ['a.', 'member a. does not survive in other formats (RFC 9457 section 4)'],
  ['.a', 'member .a does not survive in other formats (RFC 9457 section 4)'],
])('a member called %s', async (name, fact) => {
  const fix = 'Use three or more letters, digits and "_", a letter first.';
  expect(await toldOf({ members: [name] })).toEqual([...(fact ? [`library/card.ts: ${fact}. ${fix}`] : []), types]);
});

test.each([
  ['de-AT', 'de'],
  ['en', 'en-GB'],
  [undefined, 'en'],
])('a catalog in %s has the frame in %s', async (language, frameLanguage) => {
  expect(await toldOf({ facts: { language }, frameLanguage })).toEqual([types]);
});
