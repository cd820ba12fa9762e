import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openCache } from '#catalog/file-cache.ts';
import { temporary } from '../support.ts';

/** What was found out about a file is kept, and holds as long as what it was made from. */

const base = temporary();
const folder = join(base, 'shop');
const place = join(base, 'node_modules/.cache/problem-catalog-words.json');
const names = ['index', 'alone', 'index-user', 'neighbor'];
const file = (name: string) => join(folder, `${name}.ts`);
const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const open = (partOf?: (text: string) => string) => openCache<string>('words', folder, names.map(file), partOf);
const known = (partOf?: (text: string) => string) =>
  [...open(partOf).known].map(([path, found]) => `${path.slice(folder.length + 1, -3)} ${found}`);
const kept = names.map((name) => `${name} of ${name}`);

/** Writes the catalog anew, with something that is known of each file. */
function start(): void {
  rmSync(base, { recursive: true, force: true });
  write(file('index'), 'export const a = 1;\n');
  write(file('alone'), "import type { A } from '../elsewhere.ts';\n");
  write(file('index-user'), "import type { A } from './index.ts';\n");
  write(file('neighbor'), "import type { Alone } from './alone.ts';\n");
  write(join(folder, 'steps/pay.ts'), '1');
  write(join(folder, 'steps/pay.js'), '2');
  write(join(folder, 'steps/below/pay.ts'), '3');
  write(join(folder, 'steps/notes.md'), '4');
  write(join(folder, 'notes.md'), '5');
  mkdirSync(join(folder, 'steps/folder.ts'));
  symlinkSync('nobody@host.1', join(folder, 'steps/.#pay.ts'));
  mkdirSync(join(base, 'node_modules'));
  const cache = open();
  for (const name of names) cache.known.set(file(name), `of ${name}`);
  cache.save();
}

test.each<[what: string, change: () => void, still: string[]]>([
  ['nothing', () => {}, kept],
  ['an entry that another one imports from', () => write(file('alone'), '// Other.\n'), [kept[0], kept[2]] as string[]],
  ['an entry that imports from index.ts', () => write(file('index-user'), ''), [kept[0], kept[1]] as string[]],
  [
    'where one of two entries ends, with an entry that imports from another one',
    () => {
      write(file('alone'), readFileSync(file('alone'), 'utf8').slice(0, -1));
      write(file('index-user'), `\n${readFileSync(file('index-user'), 'utf8')}`);
    },
    [kept[0]] as string[],
  ],
  ['index.ts', () => write(file('index'), ''), []],
  ['a module of a folder', () => write(join(folder, 'steps/pay.ts'), '11'), []],
  ['a script of a folder', () => write(join(folder, 'steps/pay.js'), '22'), []],
  ['a module of a folder below', () => write(join(folder, 'steps/below/pay.ts'), '33'), []],
  ['the name of a module', () => renameSync(join(folder, 'steps/pay.ts'), join(folder, 'steps/paz.ts')), []],
  ['a text that is named like a module', () => write(join(folder, 'steps/pay.ts.txt'), '44'), kept],
  ['a text of a folder', () => write(join(folder, 'steps/notes.md'), '44'), kept],
  ['a text beside the entries', () => write(join(folder, 'notes.md'), '55'), kept],
  ['what is kept, by another program', () => write(place, '{'), []],
])('after a change of %s', (_, change, still) => {
  start();
  change();
  expect(known()).toEqual(still);
});

test('only the part of a file counts that matters', () => {
  start();
  const partOf = (text: string) => text.replace(/\/\/.*\n/, '');
  expect(known(partOf)).toEqual(kept);
  write(file('index'), '// More.\nexport const a = 1;\n');
  expect([known(partOf), known()]).toEqual([kept, []]);
});

test('what is known is kept in place of what was', () => {
  start();
  const { known, save } = open();
  known.clear();
  known.set(file('alone'), 'again');
  save();
  expect([...open().known]).toEqual([[file('alone'), 'again']]);
  expect(JSON.parse(readFileSync(place, 'utf8'))).toEqual({
    [file('alone')]: { key: expect.stringMatching(/^[\w-]{43}$/), found: 'again' },
  });
});

test('each kind of what is known has a file of its own', () => {
  start();
  expect(openCache('types', folder, names.map(file)).known.size).toBe(0);
});

test('nothing is kept where that cannot be written', () => {
  start();
  rmSync(dirname(place), { recursive: true });
  writeFileSync(dirname(place), 'no folder');
  const cache = open();
  cache.known.set(file('alone'), 'x');
  expect(cache.save()).toBeUndefined();
  expect(known()).toEqual([]);
});

test('a catalog without node_modules beside it has nothing kept, and leaves nothing behind', () => {
  start();
  rmSync(join(base, 'node_modules'), { recursive: true });
  const cache = open();
  expect(cache.save()).toBeUndefined();
  expect([cache.known.size, known()]).toEqual([0, []]);
  expect(() => readFileSync(place)).toThrow('ENOENT');
});
