import { expect, test } from 'vitest';
import { CatalogError, type Finding, findingText, nearest, shown } from '#catalog/finding.ts';

/** Findings as text, and what they say of values and names. */

const found = { file: 'index.ts', fact: 'name is missing', fix: 'Add it.' };

test.each<[Finding, string]>([
  [found, 'index.ts: name is missing. Add it.'],
  [{ ...found, level: 'unfinished' }, 'index.ts: name is missing. Add it.'],
  [{ ...found, level: 'warning' }, 'index.ts: warning: name is missing. Add it.'],
])('%j is %s', (finding, text) => {
  expect(findingText(finding)).toBe(text);
});

test('an error has the findings and their texts', () => {
  const findings = [found, { ...found, file: 'a.ts' }];
  const error = new CatalogError(findings);
  expect({ ...error, message: error.message }).toEqual({
    name: 'CatalogError',
    message: 'index.ts: name is missing. Add it.\na.ts: name is missing. Add it.',
    findings,
  });
});

const loop: Record<string, unknown> = {};
loop.loop = loop;

test.each<[value: unknown, text: string]>([
  ['a', '"a"'],
  [{ a: [1, null] }, '{"a":[1,null]}'],
  [undefined, 'undefined'],
  [12n, '12'],
  [Number.NaN, 'NaN'],
  [loop, '[object Object]'],
  ['x'.repeat(78), `"${'x'.repeat(78)}"`],
  ['x'.repeat(79), `"${'x'.repeat(76)}…`],
])('a value in a message: %#', (value, text) => {
  expect(shown(value)).toBe(text);
});

test.each<[name: string, names: string[], nearest: string | undefined]>([
  ['members', ['embers', 'member', 'number'], 'embers'],
  ['Retry', ['retire', 'retrY'], 'retrY'],
  ['ab', ['cd'], 'cd'],
  ['ab', ['cde'], undefined],
  ['abcdefghi', ['abcdef---'], 'abcdef---'],
  ['abcdefghi', ['abcde----'], undefined],
  ['abcdefghijk', ['abcdefgh----'], undefined],
  ['a', [], undefined],
])('nearest to %s of %j is %s', (name, names, expected) => {
  expect(nearest(name, names)).toBe(expected);
});
