import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { guidesOf, manualNames } from '#catalog/guides.ts';
import { load } from '#catalog/load.ts';
import { libraryDir, temporary } from '../support.ts';

/** The prose pages of a catalog: its own, and those of the toolkit that it has. */

const library = await load(libraryDir);
const folders = temporary();

/** A catalog with guides of its own, by the names of their files. */
function catalogWith(name: string, files: Readonly<Record<string, string>>): Catalog {
  const folder = join(folders, name);
  mkdirSync(join(folder, 'guides'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, 'guides', file), text);
  return { ...library, folder, facts: { ...library.facts, manual: { guides: [] } } };
}

const bare = catalogWith('bare', {});
const matter = 'title: One\ndescription: Two.';
const own = catalogWith('own', {
  'b.md': `---\n${matter}\n---\nHere.\n---\nx\n---\n`,
  'a.md': `---\r\n${matter.replace('\n', '\r\n')}\r\n---\r\nThere.\r\n`,
  'last.md': `---\n${matter}\norder: 7\nasked: [wait, again]\naudience: maintainers\n---\n\nWait.`,
  'first.md': `---\n${matter}\norder: -1\n---\n`,
  'note.txt': 'No guide.',
});

test('guides of a catalog are read, in their order and then by name', () => {
  const guide = { collection: 'guides', title: 'One', description: 'Two.', order: 0 };
  expect(guidesOf(own)).toStrictEqual([
    { ...guide, name: 'first', order: -1, body: '' },
    { ...guide, name: 'a', body: 'There.\r\n' },
    { ...guide, name: 'b', body: 'Here.\n---\nx\n---\n' },
    { ...guide, name: 'last', order: 7, asked: ['wait', 'again'], body: '\nWait.' },
  ]);
  expect(guidesOf({ ...own, folder: join(folders, 'none') })).toEqual([]);
});

const title = 'the front matter has no title. Add it between two lines "---" at the top.';
const description = 'the front matter has no description. Add it between two lines "---" at the top.';
const quotes = 'Put a text with ": " in it into quotes.';
const quoted = 'Put it in quotes.';
const listed = 'Write it as in asked: [first words, other words].';

/** Front matter that a guide cannot be made of, and what is said of it. */
test.each([
  ['# Retries\n\nWait.\n', title],
  [`Wait.\n---\n${matter}\n---\n`, title],
  [`---\n${matter}\n---`, title],
  ['---\n\n---\nWait.\n', title],
  ['---\ntitle: Retries\n---\nWait.\n', description],
  [
    '---\ntitle: A: b\n---\n',
    `the front matter must be YAML: Nested mappings are not allowed in compact mappings at line 1, column 8. ${quotes}`,
  ],
  ...[
    ['title: 2', 'title', 'a text', '2', quoted],
    ['title: [a]', 'title', 'a text', '["a"]', quoted],
    ['title: A\ndescription: true', 'description', 'a text', 'true', quoted],
    ['title: A\ndescription: B.\norder: first', 'order', 'a number', '"first"', 'Write it as in order: 10.'],
    ['title: A\ndescription: B.\nasked: wait', 'asked', 'a list of texts', '"wait"', listed],
    ['title: A\ndescription: B.\nasked: [wait, 2]', 'asked', 'a list of texts', '["wait",2]', listed],
  ].map(([text = '', field, kind, was, fix]) => [
    `---\n${text.includes('description') ? text : `${text}\ndescription: B.`}\n---\n`,
    `${field} in the front matter must be ${kind} (was ${was}). ${fix}`,
  ]),
])('%j is refused', (text = '', fault = '') => {
  const catalog = catalogWith('refused', { 'retries.md': text });
  expect(() => guidesOf(catalog)).toThrow(expect.objectContaining({ message: `guides/retries.md: ${fault}` }));
});

test('each guide with a name that is no address is refused', () => {
  const names = ['-a', 'Retries', 'all retries', 'retries.old', 'ä'];
  const text = `---\n${matter}\n---\nWait.\n`;
  const catalog = catalogWith('named', Object.fromEntries(names.map((name) => [`${name}.md`, text])));
  const fault = 'the file name must be kebab-case. Write lower-case words joined by "-".';
  const message = names.map((name) => `guides/${name}.md: ${fault}`).join('\n');
  expect(() => guidesOf(catalog)).toThrow(expect.objectContaining({ message }));
});

test('what an editor hides is no guide, and a link to no file is told', () => {
  const catalog = catalogWith('linked', {});
  symlinkSync('nobody@host.1', join(catalog.folder, 'guides/.#a.md'));
  expect(guidesOf(catalog)).toEqual([]);
  symlinkSync('nowhere.md', join(catalog.folder, 'guides/a.md'));
  const message = 'guides/a.md: it is a link to no file. Correct the link, or remove it.';
  expect(() => guidesOf(catalog)).toThrow(expect.objectContaining({ message }));
});

const forMaintainers = ['deploy', 'in-your-site', 'make-your-own', 'rfc-9457'];
const forUsers = manualNames().filter((name) => !forMaintainers.includes(name));

test.each<[facts: object, names: readonly string[]]>([
  [{}, forUsers],
  [{ language: 'EN-GB' }, forUsers],
  [{ language: 'en' }, forUsers],
  [{ language: 'enm' }, []],
  [{ language: 'x-en' }, []],
  [{ language: 'de' }, []],
  [{ manual: { guides: [] } }, []],
  [{ manual: { guides: ['make-your-own', 'koa'] } }, ['koa', 'make-your-own']],
  [{ manual: { guides: 'all' } }, manualNames()],
])('a catalog with %j has those guides of the toolkit', (facts, names) => {
  const { manual: _, ...others } = bare.facts;
  const guides = guidesOf({ ...bare, facts: { ...others, ...facts } as Catalog['facts'] });
  expect(guides.map(({ name }) => name)).toEqual(names);
});

const withKoa = (catalog: Catalog, facts: object = {}) =>
  guidesOf({ ...catalog, facts: { ...catalog.facts, manual: { guides: ['koa'] }, ...facts } });

test('a guide of the toolkit is in English, and says so in a catalog of another language', () => {
  const guide = {
    ...{ name: 'koa', collection: 'manual', title: 'Koa', order: 23, asked: ['Koa middleware'] },
    description: expect.any(String),
    body: expect.stringMatching(/^\n`problemHandler` is a middleware/),
  };
  expect(withKoa(bare)).toStrictEqual([guide]);
  expect(withKoa(bare, { language: 'de' })).toStrictEqual([{ ...guide, language: 'en' }]);
});

test('a guide of the catalog comes first, and takes the place of one of the toolkit', () => {
  const names = (catalog: Catalog) => withKoa(catalog).map(({ name, collection }) => `${collection}/${name}`);
  expect(names(own)).toEqual(['guides/first', 'guides/a', 'guides/b', 'guides/last', 'manual/koa']);
  expect(names(catalogWith('koa', { 'koa.md': `---\n${matter}\n---\n` }))).toEqual(['guides/koa']);
});

test('a catalog without a type to show has none of the toolkit', () => {
  expect(withKoa({ ...bare, problems: [] })).toEqual([]);
});

test.each([
  ['a word of its code for a type', 'bodyParser', 'loanLimitReached'],
  ['a word of its text', 'years', 'years'],
  ['a word of its commands', 'sleep', 'sleep'],
  ['a word of code that names no type', 'coerce', 'coerce'],
  ['a name of its templates', 'typeImport', 'typeImport'],
])('a type whose constructor is called as %s', (_, exportName, main) => {
  const problems = library.problems.map((problem) =>
    problem.name === 'membership-lapsed' ? { ...problem, exportName } : problem,
  );
  const [koa] = withKoa({ ...bare, problems });
  expect(/throw new ProblemError\((\w+)\(/.exec(koa?.body ?? '')?.[1]).toBe(main);
});

test('a link to a guide that the site does not have is its text', () => {
  const links = (catalog: Catalog, ...names: string[]) => {
    const guides = guidesOf({ ...catalog, facts: { ...catalog.facts, manual: { guides: names } } });
    return guides.find(({ name }) => name === 'in-your-site')?.body.match(/\bsee .*make your own.*/)?.[0];
  };
  const other = catalogWith('other', { 'make-your-own.md': `---\n${matter}\n---\n` });
  expect(links(bare, 'in-your-site')).toBe('see make your own.');
  expect(links(bare, 'in-your-site', 'make-your-own')).toBe('see [make your own](make-your-own).');
  expect(links(other, 'in-your-site')).toBe('see [make your own](make-your-own).');
});
