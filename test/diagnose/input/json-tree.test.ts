import { describe, expect, test } from 'vitest';
import { type JsonNode, memberOf, nodeAt, parseJson, plainValue, sourceOffsets } from '#diagnose/input/json-tree.ts';

/** JSON with the places of its parts, and what is not JSON in it. */

/** `kind start-end` and, inside of it, names with their places. */
function shown({ kind, start, end, value, members, items }: JsonNode): string {
  const place = `${kind} ${start}-${end}`;
  if (items) return `${place} [${items.map(shown).join(', ')}]`;
  if (!members) return `${place} ${JSON.stringify(value)}`;
  return `${place} {${members.map(({ name, key, node }) => `${name} ${key.start}-${key.end}: ${shown(node)}`).join(', ')}}`;
}

test.each([
  ['{"a":1}', 'object 0-7 {a 1-4: number 5-6 1}'],
  [' ["x",true,null] ', 'array 1-16 [string 2-5 "x", literal 6-10 true, literal 11-15 null]'],
  ['\uFEFF{"\\u0061":{}}', 'object 1-14 {a 2-10: object 11-13 {}}'],
  ['-1.5e3', 'number 0-6 -1500'],
])('%j', (text, tree) => {
  const { node, duplicates, fault } = parseJson(text);
  expect([node && shown(node), duplicates, fault]).toEqual([tree, [], undefined]);
});

test.each<[string, number, number, string]>([
  ['', 0, 0, 'a JSON value (was the end)'],
  ['{"a":1', 6, 0, '"," or "}" (was the end)'],
  ['[1', 2, 0, '"," or "]" (was the end)'],
  ['[{"a":1]', 7, 1, '"," or "}" (was "]")'],
  ['{"a":[1}', 7, 1, '"," or "]" (was "}")'],
  ['{"a":[1] "b":2}', 9, 3, '"," or "}" (was "b")'],
  ['[[1] [2]]', 5, 1, '"," or "]" (was "[")'],
  ['[{"a":{}} {}]', 10, 1, '"," or "]" (was "{")'],
  ['{a:1}', 1, 1, 'a member name in double quotes (was "a")'],
  ["{'a':1}", 1, 1, `a member name in double quotes (was "'")`],
  ['{"a" 1}', 5, 1, '":" after the member name (was "1")'],
  ['{"a":1,}', 7, 1, 'a member name in double quotes (was "}")'],
  ['{} {}', 3, 1, 'the end (was "{")'],
  ['{"a":x}', 5, 1, 'a JSON value (was "x")'],
  ['{"a":nil,"b":1}', 5, 3, 'a JSON value (was "nil")'],
  ['[1.2.3]', 1, 5, 'a JSON value (was "1.2.3")'],
  ['[01]', 1, 2, 'a JSON value (was "01")'],
  ['[+1]', 1, 2, 'a JSON value (was "+1")'],
  ['["a', 3, 0, 'a closing quote (was the end)'],
  ['["a\nb"]', 3, 1, 'a closing quote (was "\\n")'],
  ['["a\tb"]', 3, 1, 'a closing quote (was "\\t")'],
  ['["a\\xb"]', 3, 1, 'an escape of JSON (was "\\\\")'],
  ['["\\n\\u00e9\\u12"]', 10, 1, 'an escape of JSON (was "\\\\")'],
  ['[1 /* x */]', 3, 1, 'a JSON value (was "/")'],
  ['{"a":1 "long name":2}', 7, 11, '"," or "}" (was "long name")'],
  ['{"a":1 "}', 9, 0, 'a closing quote (was the end)'],
  ['{"a":1 "" ""}', 7, 2, '"," or "}" (was "")'],
  ['1x', 0, 2, 'a JSON value (was "1x")'],
  ['[1 😀]', 3, 2, 'a JSON value (was "😀")'],
])('%j is at fault at %i', (text, offset, length, message) => {
  expect(parseJson(text).fault).toEqual({ offset, length, message: `must be ${message}` });
});

test('what is too deep is not read', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const flat = `[${'[],{},"[{",'.repeat(9)}[]]`;
  expect(parseJson(nested(3), 1)).toEqual({
    duplicates: [],
    fault: { offset: 2, length: 1, message: 'must be nested at most 1 levels deep' },
  });
  expect([parseJson(nested(2), 1).fault, parseJson(flat, 1).fault, parseJson(nested(65)).fault]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(parseJson(nested(66)).fault?.offset).toBe(65);
  expect(parseJson('"[[[\n[[[', 1).fault?.offset).toBe(7);
});

test('a name that comes twice is told, and its last value counts', () => {
  const { node, duplicates } = parseJson('{"a":1,"b":2,"a":{"a":3}}');
  expect(duplicates.map(({ key }) => key)).toEqual([{ start: 13, end: 16 }]);
  expect(node && plainValue(node)).toEqual({ a: { a: 3 }, b: 2 });
  expect(node && memberOf(node, 'a')?.key.start).toBe(13);
});

describe('a path leads', () => {
  const { node = expect.unreachable() } = parseJson('{"a":[1,{"b":"x"}],"0":"y"}');
  test.each<[(string | number)[], unknown]>([
    [[], { a: [1, { b: 'x' }], 0: 'y' }],
    [['a', 1, 'b'], 'x'],
    [['a', '0'], 1],
    [[0], 'y'],
    [['a', 2], undefined],
    [['b'], undefined],
    [['a', 0, 'b'], undefined],
    [['b', 'c', 0], undefined],
  ])('%j', (path, value) => {
    const found = nodeAt(node, path);
    expect(found && plainValue(found)).toEqual(value);
  });
});

test.each([
  ['"ab"', [1, 2, 3]],
  ['"a\\nb"', [1, 2, 4, 5]],
  ['"\\u00e9\\\\"', [1, 7, 9]],
  ['""', [1]],
  ['x"a"', [2, 3]],
])('the characters of %s stand at %j', (source, offsets) => {
  expect(sourceOffsets(source, { start: source.indexOf('"'), end: source.length })).toEqual(offsets);
});
