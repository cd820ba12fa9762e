import { expect, test } from 'vitest';
import type { JsonNode } from '#diagnose/input/json-tree.ts';
import { yamlObjects } from '#diagnose/input/yaml.ts';

/** Objects in YAML and in lists of properties: their value, and where each part is. */

const read = (text: string) => yamlObjects(text, (value) => 'type' in value || 'status' in value);

test.each<[string, unknown[]]>([
  ['type: a\nstatus: 400', [{ type: 'a', status: 400 }]],
  ['- type: a\n- status: 4\n- other: 1\n', [{ type: 'a' }, { status: 4 }]],
  ['type : a\nwww.x-y :\n  b: [1, null, true]\n', [{ type: 'a', 'www.x-y': { b: [1, null, true] } }]],
  ['error:\n  list:\n    - type: a\n', [{ type: 'a' }]],
  ['type: a\ntype: b\n', [{ type: 'b' }]],
  // From the first line of the block on, which may have other members first.
  ['It failed:\n\nx: 1\n.y:\n  type: a', [{ type: 'a' }]],
  ['It failed:\n\nx:\n  y: 1\ntype: a', [{ x: { y: 1 }, type: 'a' }]],
  ['It failed:\n- x : 1\n  type: a', [{ x: 1, type: 'a' }]],
  ['It failed so:\nx: 1\n.y-z: 2\ntype: a', [{ x: 1, '.y-z': 2, type: 'a' }]],
  ['[x]: y\na:b\nx: 1\ntype: a', [{ x: 1, type: 'a' }]],
  ['10:00:01 x\ntype: a', [{ type: 'a' }]],
  ['x\ttype: a\ntype: b', [{ type: 'b' }]],
  ['x: &a 1\ntype: a\n---\nstatus: 5\n', [{ x: 1, type: 'a' }, { status: 5 }]],
  ['title: b\n', []],
  ['other: b\n', []],
  ['', []],
])('%j', (text, values) => {
  expect(read(text).map(({ value }) => value)).toEqual(values);
});

/** Each part with its place in the text. */
function places(text: string, { kind, start, end, value, members, items }: JsonNode): unknown {
  if (members) return members.map(({ name, key, node }) => [name, text.slice(key.start, key.end), places(text, node)]);
  if (items) return { list: text.slice(start, end), items: items.map((item) => places(text, item)) };
  return `${kind} ${text.slice(start, end)} ${value}`;
}

test('the places of the parts', () => {
  const text =
    'He said:\n\n- type: "a"\n  1: 400\n  ? [x]\n  : y\n  list: [b, null, {c: true}]\n  none:\n  flow: {k}\n  &x a: 2\n  b: *x\n';
  expect(
    read(text).map(({ start, end, node, isCut, isQuoted }) => [
      text.slice(start, end),
      places(text, node),
      isCut,
      isQuoted,
    ]),
  ).toEqual([
    [
      text.slice(text.indexOf('type')),
      [
        ['type', 'type', 'string "a" a'],
        ['1', '1', 'number 400 400'],
        [
          'list',
          'list',
          {
            list: '[b, null, {c: true}]',
            items: ['string b b', 'literal null null', [['c', 'c', 'literal true true']]],
          },
        ],
        ['none', 'none', 'literal  null'],
        ['flow', 'flow', [['k', 'k', 'literal  undefined']]],
        ['a', 'a', 'number 2 2'],
        ['b', 'b', 'literal *x undefined'],
      ],
      false,
      false,
    ],
  ]);
});
