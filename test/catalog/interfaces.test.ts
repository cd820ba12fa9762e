import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { declarationsIn } from '#catalog/declarations.ts';
import { openCache } from '#catalog/file-cache.ts';
import { type Finding, findingText } from '#catalog/finding.ts';
import { readInterfaces } from '#catalog/interfaces.ts';
import type { Interface, Member, Reading } from '#catalog/members.ts';
import { temporary } from '../support.ts';

/** The interfaces of all files of a catalog, of which those of most are known already. */

const base = temporary();
const folder = join(base, 'shop');
mkdirSync(folder);
mkdirSync(join(base, 'node_modules'));
const file = (name: string) => join(folder, `${name}.ts`);
const label = (path: string) => path.slice(base.length + 1);

const none: Interface = { members: [], declarations: '', types: [], helpers: [], imports: [], borrowed: [] };
const reading = (members: readonly string[], types: readonly string[], ...findings: Finding[]): Reading => ({
  found: { ...none, members: members.map((name) => ({ name }) as Member), types },
  findings,
});
const files = new Map([
  [file('sold-out'), 'SoldOut'],
  [file('closed'), 'Closed'],
]);

/** Keeps what is known of files, and reads the catalog. */
async function read(known: Readonly<Record<string, Reading>>) {
  for (const name of ['index', 'sold-out', 'closed']) writeFileSync(file(name), `export interface ${name}\n`);
  const cache = openCache<Reading>('interfaces', folder, [file('index'), ...files.keys()], declarationsIn);
  cache.known.clear();
  for (const [name, found] of Object.entries(known)) cache.known.set(file(name), found);
  cache.save();
  return readInterfaces(file('index'), files, label);
}

test('what is known is read, by file', async () => {
  const [index, soldOut, closed] = [
    reading(['trace'], ['Cents']),
    reading(['item'], ['SoldOut']),
    reading([], ['Closed']),
  ];
  expect(await read({ index, 'sold-out': soldOut, closed })).toEqual({
    interfaces: {
      entries: new Map([
        [file('sold-out'), soldOut.found],
        [file('closed'), closed.found],
      ]),
      common: index.found,
    },
    findings: [],
  });
});

test('what is known of files is told, and what two of them have', async () => {
  const { findings } = await read({
    index: reading(['trace', 'host'], ['Cents', 'CommonMembers', 'ProblemType'], {
      file: 'a',
      fact: 'one',
      fix: 'Two.',
    }),
    'sold-out': reading(['item', 'trace'], ['SoldOut', 'Item'], { file: 'b', fact: 'three', fix: 'Four.' }),
    closed: reading(['host', 'item'], ['Closed', 'Item', 'Cents', 'Problem']),
  });
  expect(findings.map(findingText)).toEqual([
    'a: one. Two.',
    'b: three. Four.',
    'shop/sold-out.ts: member trace is a common member already. Remove it from SoldOut; it is defined once, in CommonMembers of index.ts.',
    'shop/closed.ts: member host is a common member already. Remove it from Closed; it is defined once, in CommonMembers of index.ts.',
    'shop/closed.ts: type Item is exported by shop/sold-out.ts too. Rename one of them, or move it to shop/index.ts and import it.',
    'shop/closed.ts: type Cents is exported by shop/index.ts too. Rename one of them, or move it to shop/index.ts and import it.',
    "shop/index.ts: type ProblemType has a name of the package's own. Rename it.",
    "shop/closed.ts: type Problem has a name of the package's own. Rename it.",
  ]);
});

test('what is not known is read from the files, and kept', async () => {
  const closed = reading([], ['Kept']);
  const { interfaces, findings } = await read({ closed });
  expect(findings.map(findingText)).toEqual([
    'shop/sold-out.ts: interface SoldOut is missing. Export an interface SoldOut that lists the extension members; it may be empty.',
  ]);
  expect(interfaces.entries.get(file('closed'))).toEqual(closed.found);
  const { known } = openCache<Reading>('interfaces', folder, [file('index'), ...files.keys()], declarationsIn);
  expect([...known.keys()].map(label)).toEqual(['shop/index.ts', 'shop/sold-out.ts', 'shop/closed.ts']);
});
