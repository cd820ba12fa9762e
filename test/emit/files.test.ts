import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonText, writeJson } from '#emit/files.ts';
import { temporary } from '../support.ts';

/** JSON is the same bytes, written whole or in parts. */

const file = join(temporary(), 'a.json');

test.each<[what: string, value: object]>([
  ['nothing', {}],
  ['values of each kind', { text: 'a\n"b" — 😀', number: 1.5, yes: true, none: null }],
  ['lists', { empty: [], flat: [1, 'a\nb', null], deep: [{ a: [1, { b: [] }] }, [[2]], {}] }],
  ['fields that are absent', { first: undefined, kept: 1, last: undefined }],
  ['items that are absent', { list: [undefined, 1] }],
  ['a list alone', { list: [{ a: 1 }] }],
])('%s', (_, value) => {
  writeJson(file, value);
  expect(readFileSync(file, 'utf8')).toBe(jsonText(value));
});
