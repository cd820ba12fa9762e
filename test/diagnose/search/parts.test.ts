/* cspell:disable */
import { expect, test } from 'vitest';
import type { FinderIndex } from '#diagnose/search/index.ts';
import { indexFor, partsOf, wordFile } from '#diagnose/search/parts.ts';
import { shop } from '../tables/shop.ts';

/** A large index in parts: which files a text fetches, and which types it then goes on with. */

const [sample] = shop.types;
if (!sample) throw new Error('The shop has no type.');
/** Forty types, each with a word of its own and one that all have. */
const large: FinderIndex = {
  ...shop,
  types: Array.from({ length: 40 }, (_, at) => {
    const own = String.fromCharCode(97 + (at % 26)) + (at < 26 ? 'lpha' : 'mega');
    return { ...sample, name: `${own}_${own}`, title: `${own}_${own}`, aka: [], titles: [], words: `common z0${own}` };
  }),
};
const { head, files } = partsOf(large);

async function fetched(text: string) {
  const read: string[] = [];
  const index = await indexFor(head, text, async (file) => {
    read.push(file);
    return files.get(file);
  });
  return { read, names: index.types.map(({ name }) => name.replace(/_.*/, '')) };
}

test('each word has its file', () => {
  const words = ['token', '=token', 'a=b', 'ab', '9x', 'äb', '=', '', 'X'];
  expect(words.map(wordFile)).toEqual(
    ['tok', 'tok', 'a', 'ab', '9x', 'other', 'other', 'other', 'other'].map((start) => `words-${start}`),
  );
});

test.each<[text: string, types: string[], blocks: string[]]>([
  ['z0alpha', ['alpha'], ['block-0']],
  ['a z0nmega of z0lpha', ['nmega'], ['block-3']],
  // A class is no word of a type, and its parts are.
  ['Get_Z0Alpha', ['alpha'], ['block-0']],
  ['see alpha_alpha there', ['alpha'], ['block-0']],
  // A name that is spelled nearly so, by two characters at most.
  ['see alpah_alpha there', ['alpha'], ['block-0']],
  ['see alphz_zzpha there', [], []],
  ['alpah_alpha', ['alpha'], ['block-0']],
  // The beginning of a word counts from four characters on, and never its end.
  ['z0cmeg', ['cmega'], ['block-2']],
  ['z0c', [], []],
  ['0cmega', [], []],
  // Two words count more than one, and a name more than a word.
  ['z0nmega z0mmega z0cmega', ['cmega', 'mmega', 'nmega'], ['block-2', 'block-3']],
  ['', [], []],
])('%s', async (text, types, blocks) => {
  const { read, names } = await fetched(text);
  expect([names, read.filter((file) => file.startsWith('block'))]).toEqual([types, blocks]);
});

test('of many types 24 are looked at, those with rare words first', async () => {
  const { names } = await fetched('common z0nmega mmega_mmega');
  expect(names).toEqual([...large.types.slice(0, 22).map(({ name }) => name.replace(/_.*/, '')), 'mmega', 'nmega']);
});

test.each([
  ['is shorter', []],
  ['is gone', undefined],
])('a block that %s since a deploy has no types', async (_, block) => {
  const { types } = await indexFor(head, 'z0alpha', async (file) =>
    file.startsWith('block') ? block : files.get(file),
  );
  expect(types).toEqual([]);
});

test('an index in one part is used whole', async () => {
  expect(await indexFor(shop, 'common', () => Promise.reject(new Error('nothing is read')))).toBe(shop);
});

test('a word of very many types keeps a hundred of them, and their number', () => {
  const many = { ...shop, types: Array.from({ length: 250 }, () => ({ ...sample, words: 'common' })) };
  const file = partsOf(many).files.get(wordFile('common')) as Record<string, number[]>;
  expect(file.common?.slice(0, 3)).toEqual([250, 0, 1]);
  expect(file.common).toHaveLength(101);
});

/** Sixty-four types whose names are made of two words, so that a word says nothing of a name. */
const named = Array.from({ length: 64 }, (_, at) =>
  [...at.toString(2).padStart(6, '0')].map((bit) => (bit === '0' ? 'blue' : 'rose')).join('_'),
);
const twoWords = partsOf({
  ...shop,
  types: named.map((name) => ({ ...sample, name, title: name, aka: [], titles: [], words: '' })),
});
const isFound = async (text: string, name: string | undefined) => {
  const { types } = await indexFor(twoWords.head, text, async (file) => twoWords.files.get(file));
  expect(types).toHaveLength(24);
  return types.some((type) => type.name === name);
};
const [name = ''] = named.slice(50);

test.each<[what: string, text: string, isFound: boolean]>([
  ['alone', name, true],
  ['among words', `got ${name} today`, true],
  ['with hyphens, in upper case', `got ${name.replaceAll('_', '-').toUpperCase()} today`, true],
  ['behind a colon', `got:${name}`, true],
  ['with two wrong letters', `got ${name.slice(0, -2)}xx today`, true],
  ['with three wrong letters', `got ${name.slice(0, -3)}xxx today`, false],
  ['in one word', `blue got ${name.replaceAll('_', '')} today`, false],
  ['as words', `got ${name.replaceAll('_', ' ')} today`, false],
  ['at the end of 20,000 characters', `blue rose ${'x '.repeat(9950)} ${name} today`, true],
  ['behind 20,000 characters', `blue rose ${'x '.repeat(10_000)} ${name} today`, false],
])('a name %s', async (_, text, expected) => {
  expect(await isFound(text, name)).toBe(expected);
});

test('of a long text the first 2,000 characters are looked at for words', async () => {
  const after = async (length: number) => (await fetched(`${'- '.repeat(length / 2)}z0alpha`)).names;
  expect([await after(1990), await after(2000)]).toEqual([['alpha'], []]);
});

test('of many words the first 24 are looked up', async () => {
  const after = async (count: number) =>
    (await fetched(`${Array.from({ length: count }, (_, at) => `v${at}`).join(' ')} z0alpha`)).names;
  expect([await after(23), await after(24)]).toEqual([['alpha'], []]);
});
