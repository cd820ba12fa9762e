import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { bodyFindings } from '#catalog/bodies-check.ts';
import type { Catalog } from '#catalog/catalog.ts';
import { temporary } from '../support.ts';

/** What is in the folder of bodies. */

const folder = temporary();
const files = {
  '.hidden': '',
  'loan-limit.json': '{}',
  'loan-limit/valid/a.json': '{}',
  'loan-limit/valid/b.json': '{',
  'loan-limit/valid/.json': '{',
  'loan-limit/invalid/c.txt': '{}',
  'loan-limit/invalid/d.json/e.json': '{}',
  'loan-limit/note.md': '',
  'loan-limit/wrong/a.json': '{',
  'card-expire/valid/a.json': '{',
  'quite-another/a.json': '{',
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, 'bodies', path)), { recursive: true });
  writeFileSync(join(folder, 'bodies', path), text);
}
const problems = [{ name: 'card-expired' }];
const unread = ['loan-limit'];
const findingsIn = (path: string) => bodyFindings({ folder: path, problems, unread } as unknown as Catalog);

test('bodies that belong to no problem type or are not JSON are told, in the order of their names', () => {
  const place = 'it belongs to no problem type';
  const move = 'Move it into bodies/<name>/valid or bodies/<name>/invalid.';
  const found = findingsIn(folder).map(({ file, ...rest }) => [file.replace(basename(folder), 'x'), rest]);
  expect(found).toEqual([
    [
      'x/bodies/card-expire',
      { fact: 'there is no problem type card-expire', fix: 'Rename it to card-expired, or remove it.' },
    ],
    [
      'x/bodies/loan-limit/invalid/c.txt',
      { fact: 'its name must end in .json', fix: 'Rename it, or move it out of bodies.' },
    ],
    ['x/bodies/loan-limit/invalid/d.json', { fact: 'it is a folder', fix: 'Move its bodies one folder up.' }],
    ['x/bodies/loan-limit/note.md', { fact: place, fix: move }],
    [
      'x/bodies/loan-limit/valid/b.json',
      { fact: expect.stringMatching(/^it is not JSON: .*JSON at position 1/), fix: 'Correct the body.' },
    ],
    [
      'x/bodies/loan-limit/wrong',
      { fact: 'the folder must be called valid or invalid (was "wrong")', fix: 'Name it after what its bodies are.' },
    ],
    ['x/bodies/loan-limit.json', { fact: place, fix: move }],
    [
      'x/bodies/quite-another',
      { fact: 'there is no problem type quite-another', fix: 'Rename the folder, or remove it.' },
    ],
  ]);
});

test('a catalog needs no bodies', () => {
  expect(findingsIn(join(folder, 'bodies'))).toEqual([]);
});
