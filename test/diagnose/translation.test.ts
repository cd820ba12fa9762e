/* cspell:disable */
import { describe, expect, test } from 'vitest';
import { translator } from '#diagnose/said.ts';
import { outcomeOf } from './tables/show.ts';

/** Sentences in the language of a catalog. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

describe('a translation', () => {
  const said = {
    'must be {*values} (was {was})': 'muss {values} sein (war {was})',
    'must be {value}': 'muss {value} sein',
    'the {+thing} of {name}': '{name}: {thing}',
    'the response': 'die Antwort',
    '{a} and {b}': '{b} {missing} {a}',
    red: 'rot',
    'a {x}': 'ein {x}',
  };
  const translated = translator(said as never, { and: ' und ', or: ' oder ' });
  test.each([
    'must be a, b or "c or d" (was 7)',
    'must be red and red (was red)',
    'must be red',
    'must be ',
    'the the response of red',
    'the red of x of y',
    'one and two',
    'the response',
    'a a b',
    'must be "x\\"y, z", red (was "a, b")',
    'nothing',
  ])('%j', (text) => {
    expect(outcomeOf(text, translated)).toMatchSnapshot();
  });

  test('of a text that is too long is the text', () => {
    const text = (length: number) => `must be ${'x'.repeat(length - 8)}`;
    expect([2000, 2001].map((length) => translated(text(length)).slice(0, 6))).toEqual(['muss x', 'must b']);
  });
});

test('a translation', () => {
  const of = (said: object, text: string) => translator(said as never, { and: ' und ', or: ' oder ' })(text);
  expect([
    of({ 'a {x}': '1 {x}', 'a b {x}': '2 {x}' }, 'a b c'),
    of({ '{x} b': '1', 'a {longname}': '2 {longname}' }, 'a b'),
    of({ '{*x}': '{x}', 'a, b': 'both', a: 'A', b: 'B' }, 'a, b'),
    of({ 'is {*x}': 'ist {x}', a: 'A', 'b, c': 'BC' }, 'is a, a and a or a'),
    of({ 'is {*x}': 'ist {x}', a: 'A' }, 'is "a, \\"a, a'),
    of({ 'is {*x}': 'ist {x}', a: 'A' }, 'is "a, a", a'),
    of({ 'is {+x}': 'ist {x}', 'no {y}': 'nicht {y}' }, 'is no a'),
    of({ 'is {x}.': 'ist {x}.' }, 'is .'),
    of({ '{x}, {y}': '{y} {x}' }, ', , '),
    of({ '{x}-{y}': '{y} {x} {z}' }, '-a-b'),
    of({ '{x}': 'y' }, ''),
  ]).toMatchSnapshot();
});
