import { expect, test } from 'vitest';
import * as de from '#catalog/translations/de.ts';
import * as en from '#catalog/translations/en.ts';
import { frameLanguage, translationOf } from '#catalog/translations/index.ts';

/** The language of the frame. */

test.each([
  [undefined, 'en', en],
  ['en', 'en', en],
  ['en-GB', 'en', en],
  ['de', 'de', de],
  ['de-AT', 'de', de],
  ['pl', 'en', en],
  ['toString', 'en', en],
])('the frame of a catalog in %s is in %s', (language, frame, texts) => {
  expect(frameLanguage({ language })).toBe(frame);
  expect(translationOf({ language })).toEqual({ ...texts });
});

/* cspell:disable */
test.each([
  [
    en,
    'The problem type',
    'One problem type has this status.',
    '1 more is not listed.',
    'The response in a.har did not fail.',
  ],
  [
    de,
    'Der Problemtyp',
    'Ein Problemtyp hat diesen Status.',
    '1 weitere ist nicht aufgeführt.',
    'Die Antwort in a.har ist nicht fehlgeschlagen.',
  ],
])('what is said of one is said of one', ({ home, lists, inspector }, ...texts) => {
  expect([home.all(1), lists.namesOne(1), inspector.unlisted(1), inspector.noneFailed(1, 'a.har')]).toEqual(texts);
});

test('German has an ending for one type', () => {
  expect([
    ...[1, 2].map((count) => de.lists.routeDescription(count, 'GET /a')),
    ...[1, 2].map((count) => de.lists.statusDescription(count, 'Shop', 403)),
    ...[1, 2].map((count) => de.finder.found(1, 'Wörter', count)),
  ]).toEqual([
    '1 Problemtyp, mit dem GET /a antworten kann.',
    '2 Problemtypen, mit denen GET /a antworten kann.',
    '1 Problemtyp, den Shop mit Status 403 sendet.',
    '2 Problemtypen, die Shop mit Status 403 sendet.',
    '1 Problemtyp gefunden durch Wörter, 1 weiterer dazu',
    '1 Problemtyp gefunden durch Wörter, 2 weitere dazu',
  ]);
});
