import { expect, test } from 'vitest';
import { detailIn } from '#diagnose/diagnosis.ts';

/** The `detail` of a problem in a text without a response. */

const known = (...details: (string | undefined)[]) => ({
  title: 'x',
  causes: [{ name: 'c' }],
  answers: details.map((detail) => (detail === undefined ? {} : { detail, causes: ['c'] })),
});

test.each<[string, (string | undefined)[], string | undefined]>([
  ['  abc ', ['abc'], 'abc'],
  ['x: y: ab: c ', ['ab: c'], 'ab: c'],
  ['x:y:abc', ['abc'], undefined],
  ['1: 2: 3: 4: 5: 6: 7: abc', ['abc'], 'abc'],
  ['1: 2: 3: 4: 5: 6: 7: 8: abc', ['abc'], undefined],
  // Anywhere within a text, if it is long enough.
  ['x 123456789 y', ['123456789'], undefined],
  ['x 1234567890 y', ['1234567890'], '1234567890'],
  ['ABC', ['abc'], 'abc'],
  ['AB', ['ab'], undefined],
  ['an order_1 y', [undefined, 'the order_{order_2} y', 'an order_{order_2} y'], 'an order_1 y'],
  ['x the {Order} of 77 is here', ['the {Order} of {order_2} is here'], 'the {Order} of … is here'],
  ['x the {Order} of 77 is here', ['the * of {a}{b} is here'], 'the … of …… is here'],
  ['x the depot 7 is here', ['the depot', 'the depot * is here', 'the depot 7'], 'the depot … is here'],
  ['abc', [], undefined],
  ['', [undefined], undefined],
])('of %j, where %j is known', (text, details, detail) => {
  expect(detailIn(known(...details), text)).toEqual(detail === undefined ? {} : { detail });
});
