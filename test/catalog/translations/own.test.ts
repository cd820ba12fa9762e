import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as en from '#catalog/translations/en.ts';
import { groups, ownTranslation, translationFaults } from '#catalog/translations/own.ts';
import { sayings } from '#catalog/translations/sayings.ts';
import { temporary } from '../../support.ts';

/** What is wrong with a translation of a catalog's own. */

const said = Object.fromEntries(sayings.map((saying) => [saying, 'x']));
const { now: _now, ...label } = en.label;
const { [sayings[0]]: _first, ...others } = said;

test.each<[what: string, translation: unknown, ...faults: string[]]>([
  ['nothing, and what checks say in English', en],
  ['nothing', { ...en, said }],
  ['a text', { ...en, label }, 'it lacks the texts label.now'],
  ['texts', { ...en, and: undefined, label: { ...label, now: null } }, 'it lacks the texts and, label.now'],
  [
    'a group',
    { ...en, copy: undefined },
    'it lacks the texts copy.copy, copy.named, copy.copied, copy.failed, copy.refused, copy.prompt, copy.wide',
  ],
  ['the values of a sentence', { ...en, problemTypes: 'types' }, 'it lacks the texts problemTypes'],
  [
    'an item of a list',
    { ...en, inspectPage: { ...en.inspectPage, examples: [] } },
    'it lacks the texts inspectPage.examples',
  ],
  ['what checks say', { ...en, said: others }, `it lacks the texts said.${sayings[0]}`],
  [
    'nothing, and has more',
    { ...en, label: { ...en.label, nwo: 'x' }, more: { a: 'x', b: 'y' } },
    'it has texts that no page has: label.nwo, more.a, more.b',
  ],
  [
    'a text, and has another',
    { ...en, label: { ...label, nwo: 'x' } },
    'it lacks the texts label.now',
    'it has texts that no page has: label.nwo',
  ],
  ['a form of what checks say', { ...en, said: 'x' }, 'it has texts that no page has: said'],
])('a translation that lacks %s is told', (_, translation, ...faults) => {
  expect(translationFaults(translation)).toEqual(faults);
});

test.each([[7], [null], [undefined], [[]], ['text']])('a translation that is %j lacks all texts', (translation) => {
  expect(translationFaults(translation)).toEqual([
    expect.stringMatching(/^it lacks the texts retry\.never, .*, advice\.client$/),
  ]);
});

test('the groups are those of English', () => {
  expect(groups).toEqual(Object.keys(en));
});

test('a translation is beside the entries', () => {
  const folder = temporary();
  expect(ownTranslation(folder)).toBeUndefined();
  writeFileSync(join(folder, 'translation.ts'), '');
  expect(ownTranslation(folder)).toBe(join(folder, 'translation.ts'));
});
