import { expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { exampleValues } from '#catalog/causes.ts';
import type { Facts } from '#catalog/facts.ts';

test('values of an example are unescaped as often as the server escaped them', () => {
  const answers = [{ detail: "Key is in use by '{owner}'.", causes: ['taken'] }];
  const example = { detail: 'Key is in use by &amp;#x27;a&amp;amp;b&amp;#x27;.', label: '&lt;b&gt;' };
  const problem = { entry: { answers }, example } as unknown as ProblemType;
  expect(exampleValues(problem, { values: { agent: 'x' } } as unknown as Facts, 'taken')).toEqual({
    agent: 'x',
    owner: 'a&b',
    label: '<b>',
  });
});
