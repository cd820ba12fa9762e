import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { entryFiles, nameOf } from '#catalog/entry-files.ts';
import type { Facts } from '#catalog/facts.ts';
import { type Finding, findingText } from '#catalog/finding.ts';
import { temporary } from '../support.ts';

/** Which files of a folder are entries, and what is said of the others. */

const folder = join(temporary(), 'shop');
const entry = 'export default {\n} satisfies Problem<Sold>;\n';
for (const [path, text] of Object.entries({
  'index.ts': '',
  'translation.ts': '',
  'sold-out.ts': entry,
  'card.ts': '',
  '.draft.ts': '',
  'Card.ts': '',
  'delete.ts': '',
  'types.d.ts': '',
  'notes.md': '',
  'logo.svg': '',
  'icon.png': '',
  'old.svg.txt': '',
  'sub.ts/lost.ts': entry,
  'sub.ts/below/lost.ts': entry,
  'sub.ts/below/steps.ts': 'export const steps = [];\n',
  'sub.ts/notes.md': entry,
  'sub.ts/folder.ts/notes.md': '',
  'node_modules/found.ts': entry,
  'my_node_modules/found.ts': entry,
  '.git/found.ts': entry,
})) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
symlinkSync('nowhere.ts', join(folder, 'lost-link.ts'));
symlinkSync('nobody@host.1', join(folder, '.#card.ts'));
symlinkSync('sub.ts', join(folder, 'linked'), 'dir');
symlinkSync('card.ts', join(folder, 'linked-card.ts'));

const label = (file: string) => file.slice(folder.length - 4);
const read = (facts?: object) => {
  const findings: Finding[] = [];
  const files = entryFiles(folder, label, findings, facts as Facts | undefined);
  return [files.map(label).join(' '), ...findings.map(findingText)];
};

const apart = (name: string) =>
  `shop/${name}: it is not an entry. Entries end in .ts; put other files into a subfolder.`;
const below = (path: string) =>
  `shop/${path}: an entry must be in the folder of index.ts (was in one below). Move it to shop/${basename(path)}.`;
const said = [
  'shop/Card.ts: the file name must be kebab-case: lower-case words, joined by "-" (was "Card"). Rename the file to card.ts.',
  'shop/delete.ts: the file name must not be a reserved word of JavaScript (was "delete"). Add a word that says more.',
  below('linked/lost.ts'),
  below('linked/below/lost.ts'),
  'shop/lost-link.ts: it is a link to no file. Correct the link, or remove it.',
  below('my_node_modules/found.ts'),
  apart('notes.md'),
  apart('old.svg.txt'),
  below('sub.ts/lost.ts'),
  below('sub.ts/below/lost.ts'),
  apart('types.d.ts'),
];

test('pictures of a catalog whose facts cannot be read are passed over', () => {
  expect(read()).toEqual(['shop/card.ts shop/linked-card.ts shop/sold-out.ts', ...said]);
});

test('pictures that the facts do not name are told', () => {
  expect(read({ logo: 'logo.svg' })).toEqual([
    'shop/card.ts shop/linked-card.ts shop/sold-out.ts',
    ...said.slice(0, 2),
    apart('icon.png'),
    ...said.slice(2),
  ]);
});

test('an entry has the name of its file', () => {
  expect([nameOf('a/b/sold-out.ts'), nameOf('a.d.ts')]).toEqual(['sold-out', 'a.d']);
});
