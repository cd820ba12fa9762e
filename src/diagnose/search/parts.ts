import { detailsOf, type FinderIndex, type FinderType } from './index.ts';
import { bareNames, folded, leeway, typos } from './names.ts';
import { termsAsked, termsOf } from './terms.ts';

/**
 * The index of a large catalog in parts. A file of words says which types have a word, a block holds ten types; a search
 * fetches the few that its text needs, and goes on with an index of those types alone.
 */

/** Word, or `=` and a folded name, to the number of types that have it and the positions of some. */
export type Words = Readonly<Record<string, readonly [count: number, ...positions: number[]]>>;

/** Catalogs with more types are served in parts. */
export const mostInOne = 300;
/** Types of one block. */
export const perBlock = 10;
/** Types that are looked at for one text. */
const mostTypes = 24;
/** Positions that are kept for one word. */
const mostPositions = 100;
/** Words of a text that are looked up. */
const mostWords = 24;

/** Name of the file that has a word or a name. */
export function wordFile(word: string): string {
  const [start = ''] = /^[a-z0-9]{1,3}/.exec(word.replace(/^=/, '')) ?? [];
  return `words-${start || 'other'}`;
}

export function blockFile(position: number): string {
  return `block-${Math.floor(position / perBlock)}`;
}

/** The files of an index by name: its head, words and blocks. */
export function partsOf(index: FinderIndex): { readonly head: FinderIndex; readonly files: Map<string, unknown> } {
  const words = new Map<string, number[]>();
  index.types.forEach((type, at) => {
    for (const word of wordsOf(type)) {
      const known = words.get(word);
      if (known) known.push(at);
      else words.set(word, [at]);
    }
  });
  const files = new Map<string, Record<string, unknown>>();
  for (const [word, positions] of words) {
    const name = wordFile(word);
    const file = files.get(name) ?? {};
    file[word] = [positions.length, ...positions.slice(0, mostPositions)];
    files.set(name, file);
  }
  const blocks = new Map<string, FinderType[]>();
  index.types.forEach((type, at) => {
    const name = blockFile(at);
    blocks.set(name, [...(blocks.get(name) ?? []), type]);
  });
  const routes = index.routes.map(([route, slug]) => [route, slug, []] as const);
  return {
    head: { ...index, types: [], routes, total: index.types.length, files: [...files.keys()].sort() },
    files: new Map<string, unknown>([...files, ...blocks]),
  };
}

/** The index for a text: the whole one, or of a catalog in parts that of the types that the text can mean. */
export async function indexFor(
  head: FinderIndex,
  text: string,
  read: (file: string) => Promise<unknown>,
): Promise<FinderIndex> {
  const { total, files = [] } = head;
  if (total === undefined) return head;
  const asked = askedIn(text);
  const needed = [...new Set(asked.map(wordFile))].filter((file) => files.includes(file));
  const words = new Map(await Promise.all(needed.map(async (file) => [file, (await read(file)) as Words] as const)));
  const scores = new Map<number, number>();
  for (const word of asked) {
    const [[count, ...positions] = [0], factor] = known(words.get(wordFile(word)) ?? {}, word);
    const score = factor * Math.log(1 + total / Math.max(1, count)) * (word.startsWith('=') ? 3 : 1);
    for (const at of positions) scores.set(at, (scores.get(at) ?? 0) + score);
  }
  const chosen = [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostTypes)
    .map(([at]) => at)
    .sort((a, b) => a - b);
  const blocks = new Map(
    await Promise.all(
      [...new Set(chosen.map(blockFile))].map(async (file) => [file, (await read(file)) as FinderType[]] as const),
    ),
  );
  return { ...head, types: chosen.flatMap((at) => blocks.get(blockFile(at))?.[at % perBlock] ?? []) };
}

/** A word, or where no type has it the nearest name and the words that it begins. */
function known(words: Words, asked: string): [entry: Words[string] | undefined, factor: number] {
  if (Object.hasOwn(words, asked)) return [words[asked], 1];
  const isName = asked.startsWith('=');
  const near = Object.keys(words).find((word) =>
    isName
      ? word.startsWith('=') && typos(word.slice(1), asked.slice(1), leeway(asked.length - 1)) <= 2
      : asked.length > 3 && word.startsWith(asked),
  );
  return [near === undefined ? undefined : words[near], 0.5];
}

/** Words of a text, and what in it can be a name. */
function askedIn(text: string): string[] {
  const tokens = text.slice(0, 20_000).match(/[A-Za-z][\w-]{3,80}/g) ?? [];
  const names = [...bareNames(text), ...tokens.filter((token) => /[-_]/.test(token)).flatMap(bareNames)];
  const start = text.slice(0, 2000);
  // Which class is in a document is not known yet, so both are asked for: the class, and its parts.
  const terms = new Set([...termsOf(start), ...termsAsked(start, () => false)]);
  return [...new Set([...names.slice(0, 3 * mostWords).map((name) => `=${name}`), ...[...terms].slice(0, mostWords)])];
}

function wordsOf(type: FinderType): Set<string> {
  const { name, title, summary, type: uri = '', words, aka = [], titles = [], said = [], asked = [], causes } = type;
  const { classes = [], codes = [] } = type;
  const texts = [
    title,
    name,
    uri,
    summary,
    words,
    ...aka,
    ...titles,
    ...detailsOf(type),
    ...said,
    ...asked,
    ...classes,
    ...codes,
  ];
  const ofCauses = causes.flatMap((cause) => [cause.text, ...(cause.asked ?? [])]);
  return new Set([
    ...[name, title, ...aka, ...titles].map((each) => `=${folded(each)}`),
    ...type.status.map(String),
    ...termsOf([...texts, ...ofCauses].join(' ')),
  ]);
}
