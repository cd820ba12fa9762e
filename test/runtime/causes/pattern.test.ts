// cspell:ignore Registratio
import { describe, expect, test } from 'vitest';
import { findPattern, matchPattern, patternOf, unescaped } from '#runtime/causes/pattern.ts';

const match = (pattern: string, text: string) => matchPattern(patternOf(pattern), text);

describe('a pattern', () => {
  test.each([
    ['Invalid or expired token', 'Invalid or expired token', {}],
    ['Invalid or expired token', 'Invalid or expired token.', undefined],
    ["Agent '{agent_id}' not found", "Agent 'a-1' not found", { agent_id: 'a-1' }],
    ["Agent '{agent_id}' not found", "Agent '' not found", undefined],
    ["Agent '{agent_id}' not found", "Agent 'it's' not found", { agent_id: "it's" }],
    ['Token *: {reason}', 'Token refresh failed: gone', { reason: 'gone' }],
    ['*{reason} here', 'x here', { reason: 'x' }],
    ['*', '', {}],
    ['a*b*c', 'ab-bc', {}],
    ['a*b*c', 'acb', undefined],
    ['a*a', 'a', undefined],
    ['{Name} is {x', '{Name} is {x', {}],
    ["{'type': '{kind}'", "{'type': 'missing'", { kind: 'missing' }],
  ])('%s and %j', (pattern, text, values) => {
    expect(match(pattern, text)).toEqual(values);
  });

  test.each([
    ["Registration of '{agent_id}' failed: *, see the log", "Registration of 'a-1' failed: no…", { agent_id: 'a-1' }],
    ["Registration of '{agent_id}' failed: *, see the log", "Registration of '' failed: no…", {}],
    ['Registration has * for {agent_id}: {reason}, see', 'Registration has lasted for a: b…', { agent_id: 'a' }],
    ['Registration failed because of the schema', 'Registration failed bec...', {}],
    ['Registration failed because of the schema', 'Registration...', {}],
    ['Registration failed because of the schema', 'Registratio...', undefined],
    ['Registration failed because of the schema', 'Registration refused...', undefined],
    ['Registration failed because of the schema', 'Registration failed', undefined],
    ['Registration{reason} failed', 'Registration of a…', {}],
    ['Registratio{reason} failed', 'Registration of a…', undefined],
    ['*Registration {state} because of', 'Registration failed bec…', {}],
    ['Registration {a}, {b}, {c} and more', 'Registration 1, 2, 3…', { a: '1', b: '2' }],
  ])('%s and the cut %j', (pattern, text, values) => {
    expect(match(pattern, text)).toEqual(values);
  });

  test('is found as often as it is there', () => {
    const each = patternOf("'loc': ('{place}', '{field}')");
    expect(findPattern(each, "['loc': ('body', 'a')} and 'loc': ('query', 'b')} 'loc': ('cut")).toEqual([
      { place: 'body', field: 'a' },
      { place: 'query', field: 'b' },
    ]);
    expect(findPattern(each, 'nothing')).toEqual([]);
  });

  test('is found within its own place only, and takes in the parts that the place has', () => {
    const text = "{kind: a, {kind: b; note 'x', size 7}, {kind: c; note 'y...";
    const parts = ["*note '{note}'*", '*size {size}}*'].map(patternOf);
    expect(findPattern(patternOf('{kind: {kind};'), text, parts)).toEqual([
      { kind: 'b', note: 'x', size: '7' },
      { kind: 'c' },
    ]);
    expect(findPattern(patternOf('(*{a})'), '(x)(y)')).toEqual([{ a: 'x' }, { a: 'y' }]);
    expect(findPattern(patternOf('{first} {rest}'), 'a b c')).toEqual([{ first: 'a', rest: 'b c' }]);
  });
});

test.each([
  [
    '&amp;amp;#x27;a&#39; &lt;b&gt; &quot;c&quot; &APOS; &nbsp; &#0; &#x110000;',
    `'a' <b> "c" ' &nbsp; &#0; &#x110000;`,
  ],
  ['&#x10FFFF;&#1;', '\u{10ffff}\u0001'],
  ['&amp;amp;amp;lt;', '<'],
  ['&amp;amp;amp;amp;lt;', '&lt;'],
])('HTML escapes come out of %s as often as they went in', (text, plain) => {
  expect(unescaped(text)).toBe(plain);
});
