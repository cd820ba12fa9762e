import { expect, test } from 'vitest';
import { stepsOf, stepTo } from '#runtime/problem/json-pointer.ts';

/** JSON Pointers. RFC 6901 section 3. */

test('a step to a name has its signs written out', () => {
  expect(['a', 'a/b~c', '~1', 0, Symbol.for('a')].map(stepTo)).toEqual(['/a', '/a~1b~0c', '/~01', '/0', '/Symbol(a)']);
});

test('the steps of a pointer are names', () => {
  expect(['', '/', '/a~1b/~01/0', '/~0~1'].map(stepsOf)).toEqual([[], [''], ['a/b', '~1', '0'], ['~/']]);
});
