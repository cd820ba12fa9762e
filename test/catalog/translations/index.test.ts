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
