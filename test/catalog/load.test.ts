import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { CatalogError, findingText } from '#catalog/finding.ts';
import { examine, load, loadFacts } from '#catalog/load.ts';
import { translationOf } from '#catalog/translations/index.ts';
import { root, temporary } from '../support.ts';

/** A folder becomes a catalog, or all that is wrong with it. What is known of its interfaces is kept. */

const base = temporary();
const folder = join(base, 'shop');
mkdirSync(join(base, 'node_modules'));
writeFileSync(join(base, 'package.json'), '{ "type": "module" }');

type Data = Readonly<Record<string, unknown>>;

const facts: Data = {
  name: 'Shop',
  description: 'Shop sells things.',
  baseUri: 'https://shop.example/errors',
  package: 'shop-errors',
  categories: { all: { title: 'All', summary: 'All.' } },
  example: { trace: 't1', host: 'h1' },
  documented: { trace: 't2' },
};
const common = `export interface CommonMembers {
  /** The trace. */
  trace: string;
  /** The host. */
  host?: string;
  /** The zone. */
  zone: string;
}`;
const entry: Data = {
  title: 'Sold Out',
  status: [409, 410],
  category: 'all',
  summary: 'Nothing is left.',
  now: 'Wait for a week.',
  explanation: 'The shop sells what it has.',
  fixedBy: 'end-user',
  causes: { rush: { cause: 'Many have bought it.', fix: [{ step: 'Come back later.' }] } },
  retry: { when: 'never', because: 'It does not come back.' },
  example: { detail: 'None left.', item: 'bread', zone: 'z1' },
};
const moduleOf = (data: Data, interfaces = 'export interface SoldOut {\n  /** The item. */\n  item: string;\n}') =>
  `${interfaces}\nexport default ${JSON.stringify(data)};\n`;
const empty = (name: string) => `export interface ${name} {}`;
const good: Readonly<Record<string, string | Uint8Array>> = {
  'index.ts': moduleOf(facts, common),
  'sold-out.ts': moduleOf(entry),
};

let time = 1_000_000;

/** Writes the folder anew, with changes. */
function write(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): void {
  rmSync(folder, { recursive: true, force: true });
  time += 1;
  for (const [name, text] of Object.entries({ ...good, ...changes })) {
    if (text === undefined) continue;
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, time, time);
  }
}

async function said(changes?: Parameters<typeof write>[0]): Promise<string[]> {
  write(changes);
  const { findings } = await examine(folder);
  return findings.map((finding) => `${finding.level ?? ''} ${findingText(finding)}`.trim());
}

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof CatalogError ? error.message : error),
  );

test('a catalog is all that its files say', async () => {
  write({
    'closed.ts': moduleOf(
      {
        ...entry,
        title: 'Closed',
        status: undefined,
        answers: [{ detail: 'No *.', causes: ['rush'] }],
        example: { detail: 'Closed.', instance: '/a', trace: 't3', zone: 'z1' },
        documented: { detail: 'Shut.', zone: 'z1' },
      },
      empty('Closed'),
    ),
  });
  const { problems, common, translation, ...catalog } = await load(folder);
  expect(catalog).toEqual({
    folder,
    facts: { ...facts, server: { name: 'Shop', version: '', url: 'https://shop.example' } },
    frameLanguage: 'en',
    history: [],
    site: expect.objectContaining({ origin: 'https://shop.example', index: '/errors' }),
    pictures: {},
    unread: [],
  });
  expect(translation).toEqual(translationOf({}));
  expect(common.members.map(({ name }) => name)).toEqual(['trace', 'host', 'zone']);
  const closed = { type: 'https://shop.example/errors/closed', title: 'Closed', status: 400 };
  const example = { ...closed, detail: 'Closed.', instance: '/a', trace: 't3', zone: 'z1' };
  const soldOut = { type: 'https://shop.example/errors/sold-out', title: 'Sold Out', status: 409 };
  const always = ['type', 'title', 'status', 'detail', 'instance', 'trace', 'host', 'zone'];
  expect(
    problems.map(({ entry: _, schema, members, causes, ...problem }) => ({
      ...problem,
      members: members.map(({ name }) => name),
      causes: causes.map(({ name }) => name),
      schema: [Object.keys(schema.properties), schema.examples],
    })),
  ).toEqual([
    expect.objectContaining({
      name: 'closed',
      typeUri: closed.type,
      file: 'shop/closed.ts',
      statuses: [],
      status: 400,
      members: [],
      causes: ['rush'],
      answers: [{ detail: 'No *.', causes: ['rush'] }],
      example,
      documented: { ...closed, detail: 'Shut.', trace: 't2', zone: 'z1' },
      schema: [always, [example]],
    }),
    expect.objectContaining({
      name: 'sold-out',
      typeUri: soldOut.type,
      file: 'shop/sold-out.ts',
      statuses: [409, 410],
      status: 409,
      members: ['item'],
      answers: [],
      example: { ...soldOut, detail: 'None left.', item: 'bread', trace: 't1', zone: 'z1' },
      documented: undefined,
      schema: [[...always, 'item'], expect.anything()],
    }),
  ]);
});

test('a catalog cannot be changed', async () => {
  write();
  const {
    problems: [problem],
    facts,
  } = await load(folder);
  expect(
    [facts, facts.categories.all, problem, problem?.entry.causes, problem?.schema.properties.type].map(Object.isFrozen),
  ).toEqual([true, true, true, true, true]);
});

test('a catalog is read again when a file of it changes, and only then', async () => {
  write();
  const first = await load(folder);
  expect(await load(folder)).toBe(first);
  const title = async (changes?: Parameters<typeof write>[0]) => {
    write(changes);
    return (await load(folder)).problems.map((problem) => problem.entry.title).join();
  };
  expect(await title({ 'sold-out.ts': moduleOf({ ...entry, title: 'Gone' }) })).toBe('Gone');
  expect(await title()).toBe('Sold Out');
  const again = await load(folder);
  // Files of the same time, one more or less: of four kinds, also in folders.
  time -= 1;
  for (const file of ['a.md', 'a.tsx', 'steps/more.ts', 'history.json', 'a.svg', 'a.png']) {
    const path = join(folder, 'more', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file === 'steps/more.ts' ? 'export {};' : '');
    utimesSync(path, 1, 1);
    const now = await load(folder);
    expect([file, now === again]).toEqual([file, /md|tsx/.test(file)]);
    rmSync(path);
  }
});

test.each<[what: string, changes: Parameters<typeof write>[0], ...findings: string[]]>([
  ['nothing', {}],
  [
    'text in another encoding',
    { 'sold-out.ts': new Uint8Array([...Buffer.from(`${good['sold-out.ts']}//`), 0xff]) },
    'shop/sold-out.ts: the file is not UTF-8. Save it in the encoding UTF-8.',
  ],
  [
    'syntax',
    { 'sold-out.ts': `${good['sold-out.ts']}}}` },
    expect.stringMatching(
      /^shop\/sold-out\.ts: it cannot be loaded: SyntaxError: [^\n]*\. Correct the TypeScript; "npm run check" shows the line\.$/,
    ),
  ],
  [
    'an error when it is loaded',
    { 'sold-out.ts': `${empty('SoldOut')}\nthrow new TypeError('one\\ntwo');` },
    'shop/sold-out.ts: it cannot be loaded: TypeError: one. Correct what the file does when it is loaded, or what it exports.',
  ],
  [
    'a thrown text',
    { 'sold-out.ts': `${empty('SoldOut')}\nthrow 'late';` },
    'shop/sold-out.ts: it cannot be loaded: late. Correct what the file does when it is loaded, or what it exports.',
  ],
  [
    'a value that is a part of itself',
    { 'sold-out.ts': `${empty('SoldOut')}\nconst all: unknown[] = [];\nall.push(all);\nexport default { all };` },
    'shop/sold-out.ts: it cannot be loaded: TypeError: Converting circular structure to JSON. Correct what the file does when it is loaded, or what it exports.',
  ],
  [
    'numbers that JSON does not have, and a list for a text',
    { 'sold-out.ts': String(good['sold-out.ts']).replace('"now":', '"since": 1n, "userMessage": [], "now":') },
    'shop/sold-out.ts: since must be a string (was 1). Change the value; your editor says what the field holds.',
    'shop/sold-out.ts: userMessage must be a string (was []). Change the value; your editor says what the field holds.',
  ],
  [
    'no default export',
    { 'sold-out.ts': empty('SoldOut') },
    'shop/sold-out.ts: it has no default export. Write "export default { … }".',
  ],
  [
    'fields',
    { 'sold-out.ts': moduleOf({ ...entry, title: 'Sold.', status: 99 }) },
    'shop/sold-out.ts: title must be a phrase (was "Sold."). Drop the final period.',
    expect.stringMatching(/^shop\/sold-out\.ts: status must be /),
  ],
  [
    'what is to be written',
    { 'sold-out.ts': moduleOf({ ...entry, status: 0, now: '…', title: '…' }) },
    'unfinished shop/sold-out.ts: title must be written out (was "…"). Replace the "…".',
    'unfinished shop/sold-out.ts: now must be written out (was "…"). Replace the "…".',
    expect.stringMatching(/^unfinished shop\/sold-out\.ts: status must be /),
  ],
  [
    'facts, interfaces and what an entry has together',
    {
      'index.ts': moduleOf({ ...facts, name: '' }, common),
      'sold-out.ts': moduleOf({ ...entry, category: 'none' }, empty('Sold')),
    },
    'shop/index.ts: name must not be empty (was ""). Write it out.',
    'shop/sold-out.ts: interface SoldOut is missing. Export an interface SoldOut that lists the extension members; it may be empty.',
  ],
  [
    'a name and an example',
    {
      'sold-out.ts': moduleOf({ ...entry, category: 'none' }),
      'closed.ts': moduleOf({ ...entry, title: 'Closed' }, empty('Closed')),
    },
    'shop/closed.ts: example has the member item, which neither Closed nor CommonMembers has. Add it to Closed, or remove it.',
    'shop/sold-out.ts: category "none" does not exist. Add it to categories in shop/index.ts, or name another.',
  ],
  ['no entry', { 'sold-out.ts': undefined }, 'shop: it holds no entry. Add a file such as out-of-stock.ts.'],
  [
    'files that are no entries',
    { 'a.txt': '', 'Bad.ts': '' },
    'shop/Bad.ts: the file name must be kebab-case: lower-case words, joined by "-" (was "Bad"). Rename the file to bad.ts.',
    'shop/a.txt: it is not an entry. Entries end in .ts; put other files into a subfolder.',
  ],
  [
    'a picture, a color and a release',
    { 'index.ts': moduleOf({ ...facts, favicon: 'no.svg', accent: '#ffffff' }, common), 'history/1.0.0.json': '{' },
    expect.stringMatching(/^shop\/history\/1\.0\.0\.json: it is not the record/),
    'shop/index.ts: favicon must name a file (was "no.svg"). Put the file into the folder of the entries, or correct the path.',
    expect.stringMatching(/^shop\/index\.ts: accent must have a contrast of /),
  ],
  [
    'a translation',
    { 'translation.ts': 'export default { more: { title: "x" } };' },
    expect.stringMatching(/^shop\/translation\.ts: it lacks the texts .*\. Correct it; the type Translation of /),
    'shop/translation.ts: it has texts that no page has: more.title. Correct it; the type Translation of "problem-catalog/translation" has all texts, and your editor lists them.',
  ],
  [
    'a translation without texts',
    { 'translation.ts': '' },
    'shop/translation.ts: it has no default export. Write "export default { … }".',
  ],
])('what is said of %s', async (_, changes, ...findings) => {
  expect(await said(changes)).toEqual(findings);
});

test('a translation of its own has the texts of a catalog', async () => {
  const english = JSON.stringify(join(root, 'src/catalog/translations/index.ts'));
  const own = `import { translationOf } from ${english};\nconst en = translationOf({});\nexport default { ...en, frame: { ...en.frame, skip: 'Skip it' } };`;
  write({ 'translation.ts': own, 'index.ts': moduleOf({ ...facts, language: 'fr' }, common) });
  const french = await load(folder);
  write({ 'translation.ts': own });
  const plain = await load(folder);
  write({ 'index.ts': moduleOf({ ...facts, language: 'de-AT' }, common) });
  const german = await load(folder);
  expect(
    [french, plain, german].map(({ translation, frameLanguage }) => [translation.frame.skip, frameLanguage]),
  ).toEqual([
    ['Skip it', 'fr'],
    ['Skip it', 'en'],
    [translationOf({ language: 'de' }).frame.skip, 'de'],
  ]);
});

test('examples are compared of what is asked for, where nothing else is wrong', async () => {
  const broken = { ...entry, example: { detail: 'None left.', zone: 'z1' } };
  write({
    'sold-out.ts': moduleOf(broken),
    'closed.ts': moduleOf(
      { ...broken, title: 'Closed' },
      moduleOf({})
        .replace('SoldOut', 'Closed')
        .replace(/export default.*/, ''),
    ),
    'open.ts': moduleOf(
      { ...broken, title: 'Open', category: 'none' },
      moduleOf({})
        .replace('SoldOut', 'Open')
        .replace(/export default.*/, ''),
    ),
  });
  const files = async (isAsked?: (name: string) => boolean) =>
    (await examine(folder, isAsked)).findings.map(({ file, fact }) => `${file} ${fact}`);
  const open = 'shop/open.ts category "none" does not exist';
  const without = (name: string) => `shop/${name}.ts example must have required property 'item'`;
  expect(await files()).toEqual([without('closed'), open, without('sold-out')]);
  expect(await files((name) => name === 'closed')).toEqual([without('closed'), open]);
});

test('the catalog of entries that can be read comes with the findings', async () => {
  write({ 'closed.ts': 'export default {};' });
  const { catalog, findings } = await examine(folder);
  expect([catalog?.problems.map(({ name }) => name), findings.length > 0, Object.isFrozen(catalog)]).toEqual([
    ['sold-out'],
    true,
    true,
  ]);
  write({ 'index.ts': moduleOf({}, common) });
  expect((await examine(folder)).catalog).toBeUndefined();
});

test('a catalog with findings is refused, and shown while texts are to be written where drafts are', async () => {
  write({ 'closed.ts': moduleOf({ ...entry, title: 'Closed', now: '…' }, empty('Closed')) });
  const open = /^shop\/closed\.ts: now must be written out/;
  expect(await refused(load(folder))).toMatch(open);
  process.env.PROBLEM_CATALOG_DRAFTS = 'shown';
  try {
    expect((await load(folder)).problems.map(({ name }) => name)).toEqual(['closed', 'sold-out']);
    write({ 'closed.ts': 'export default {};' });
    expect(await refused(load(folder))).toMatch(/^shop\/closed\.ts: /);
    write({ 'sold-out.ts': moduleOf({ ...entry, status: 0 }) });
    expect(await refused(load(folder))).toMatch(/^shop\/sold-out\.ts: status must be /);
  } finally {
    delete process.env.PROBLEM_CATALOG_DRAFTS;
  }
});

test('a folder that is none, and one without index.ts', async () => {
  write({ 'index.ts': undefined });
  const index =
    'shop/index.ts: the file is missing. Create it, or run "problem-catalog init": it exports the catalog\'s own facts.';
  for (const read of [load, examine, loadFacts]) expect(await refused(read(folder))).toBe(index);
  expect(await refused(load(join(folder, 'sold-out.ts')))).toBe(
    'sold-out.ts: it is not a folder. Name the folder that holds the entries.',
  );
  const none = join(folder, 'none');
  expect(await refused(load(none))).toBe(`none: the folder does not exist. Create it, or correct the path ${none}.`);
});

test('the facts alone', async () => {
  write({ 'sold-out.ts': '}' });
  expect(await loadFacts(folder)).toEqual({
    ...facts,
    server: { name: 'Shop', version: '', url: 'https://shop.example' },
  });
  write({ 'index.ts': moduleOf({ ...facts, name: '' }) });
  expect(await refused(loadFacts(folder))).toBe('shop/index.ts: name must not be empty (was ""). Write it out.');
});
