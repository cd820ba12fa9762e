import { expect, test } from 'vitest';
import { english, fixersText, reasonPhrase } from '#catalog/words.ts';

/** The words for what an entry says by a key. */

test('people are listed with one capital letter, in the language that is asked for', () => {
  expect(fixersText(['client-developer', 'operator', 'end-user'])).toBe('Client developer, operator, end user');
  const others = { fixer: { ...english.fixer, operator: 'Staff', 'end-user': 'Reader' }, inSentence: String };
  expect(fixersText(['operator', 'end-user'], others)).toBe('Staff, Reader');
});

test('the command has all words of entries', () => {
  expect(Object.keys(english).sort()).toEqual([
    ...['and', 'anyStatus', 'fixer', 'inSentence', 'label', 'markdown', 'or', 'problem', 'retry'],
  ]);
});

test.each([
  [204, 'No Content'],
  [205, 'Reset Content'],
  [304, 'Not Modified'],
  [418, "I'm a Teapot"],
  [509, 'Bandwidth Limit Exceeded'],
  [404, 'Not Found'],
])('the reason phrase of %d is %s', (status, phrase) => {
  expect(reasonPhrase(status)).toBe(phrase);
});
