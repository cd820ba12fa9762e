import { expect, test } from 'vitest';
import type { JsonNode } from '#diagnose/input/json-tree.ts';
import { phpObject } from '#diagnose/input/php.ts';

/** Arrays and objects as PHP prints them: their value, and where each member is. */

const read = (text: string) => phpObject(text)?.value;

test.each<[string, string, unknown]>([
  [
    'print_r',
    'x\nArray\n(\n    [type] => t\n    [title] => "a", b,\n    [status] => 400\n    [errors] => Array\n        (\n            [items.0.the name] => Array\n                (\n                    [0] => a\n                    [1] => b\n                )\n\n        )\n\n    [none] =>\n    [detail] => d\n)\n',
    { type: 't', title: '"a", b,', status: 400, errors: { 'items.0.the name': ['a', 'b'] }, none: '', detail: 'd' },
  ],
  [
    'print_r of an object',
    'App\\P Object\n(\n    [type:protected] => t\n    [detail:App\\P:private] => d\n    [of] => stdClass Object\n        (\n        )\n\n    [a] => 1.25\n)\n',
    { type: 't', detail: 'd', of: {}, a: 1.25 },
  ],
  [
    'var_dump',
    'array(10) {\n  ["type"]=>\n  string(1) "t"\n  ["title"]=>\n  string(15) "a "b""\n  ["a b"]=>\n  int(-7)\n  ["b"]=>\n  float(1.5E+25)\n  ["c"]=>\n  bool(true)\n  ["d"]=>\n  bool(false)\n  ["e"]=>\n  NULL\n  ["f"]=>\n  array(12) {\n    [0]=>\n    string(1) "x"\n    [1]=>\n    enum(App\\Suit::Hearts)\n  }\n  ["g"]=>\n  array(0) {\n  }\n  ["h"]=>\n  int(2)\n}\n',
    {
      type: 't',
      title: 'a "b"',
      'a b': -7,
      b: 1.5e25,
      c: true,
      d: false,
      e: null,
      f: ['x', 'enum(App\\Suit::Hearts)'],
      g: {},
      h: 2,
    },
  ],
  [
    'var_dump of an object',
    'object(App\\P)#3 (2) {\n  ["type":protected]=>\n  string(1) "t"\n  ["status":"App\\P":private]=>\n  int(400)\n  ["of"]=>\n  object(class@anonymous)#40 (10) {\n    ["a"]=>\n    int(1)\n  }\n  ["b"]=>\n  int(2)\n}\n',
    { type: 't', status: 400, of: { a: 1 }, b: 2 },
  ],
  [
    'var_export',
    "array (\n  'type' => 't',\n  'detail' => 'It\\'s a \\\\ and \\n,\n[x] => \"y\"',\n  'list' => \n  array (\n    0 => NULL,\n    1 => true,\n    2 => -2.5,\n    3 => \n    array (\n    ),\n  ),\n  'status' => 400,\n)",
    { type: 't', detail: 'It\'s a \\ and \\n,\n[x] => "y"', list: [null, true, -2.5, {}], status: 400 },
  ],
  [
    'var_export of objects',
    "\\App\\P::__set_state(array(\n   'type' => 't',\n   'of' => \n  \\B::__set_state(array (\n     'a' => \\App\\Suit::Hearts,\n  )),\n   'to' => \n  (object) array(\n     'b' => False,\n  ),\n   'new' => C::__set_state( [ 'c' => 1, ] ),\n   'detail' => 'd',\n))",
    { type: 't', of: { a: '\\App\\Suit::Hearts' }, to: { b: false }, new: { c: 1 }, detail: 'd' },
  ],
  [
    'var_dump with CR LF',
    'array(2) {\r\n  ["type"]=>\r\n  string(1) "t"\r\n  ["title"]=>\r\n  uninitialized\r\n}',
    { type: 't', title: 'uninitialized' },
  ],
  [
    'var_dump that is cut',
    'array(2) {\n  ["status"]=>\n  int(4)\n  ["type"]=>\n  string(1) "t"',
    { status: 4, type: 't' },
  ],
  [
    'code on one line',
    `log: ['type' => 't', "status" => 400, 'a' => ['x' => 1, 'y' => -2.5], 'list' => ['a', "b\\$\\"", 3, null, ["c"]], 'array' => array ('d', array("e"), TRUE), 'title' => 'u'] at x`,
    {
      type: 't',
      status: 400,
      a: { x: 1, y: -2.5 },
      list: ['a', 'b$"', 3, null, ['c']],
      array: ['d', ['e'], true],
      title: 'u',
    },
  ],
  [
    'a dump',
    'array:3 [\n  "type" => "t"\n  "status" => 400\n  "list" => array:12 [\n    0 => "a"\n  ]\n]',
    { type: 't', status: 400, list: ['a'] },
  ],
  ['text that is cut', "['type' => 't', 'title' => 'u'", { type: 't', title: 'u' }],
  [
    'numbers as text',
    "['type' => '7', 'status' => 1234567890123456, 'title' => 1x]",
    { type: '7', status: '1234567890123456', title: '1x' },
  ],
  [
    'names that are numbers',
    "['type' => 't', 'title' => [1 => 'a', 0 => 'b']]",
    { type: 't', title: { 0: 'b', 1: 'a' } },
  ],
  ['the second array', "['a' => 1] and ARRAY('type' => 't', 'instance' => 'i')", { type: 't', instance: 'i' }],
  ['the inner array', "['error' => ['type' => 't', 'title' => 'u'], 'status' => 4]", { type: 't', title: 'u' }],
  ['another member than those of RFC 9457', "['type' => 't', 'name' => 'u']", undefined],
  ['no type', "['title' => 't', 'status' => 4, 'a' => ['type' => 't']]", undefined],
  ['a type outside', "type => 't', ['status' => 4, 'title' => 't']", undefined],
  ['JSON', '{"type": "t", "title": ["u"]}', undefined],
])('%s', (_, text, value) => {
  expect(read(text)).toEqual(value);
});

function places(text: string, { kind, start, end, members = [], items = [] }: JsonNode): unknown {
  const own = `${kind} ${text.slice(start, end)}`;
  if (kind === 'object') return members.map(({ key, node }) => [text.slice(key.start, key.end), places(text, node)]);
  return kind === 'array' ? [own, items.map((item) => places(text, item))] : own;
}

test.each<[string, unknown]>([
  [
    "['type' => 't' , 'list' => [ 'a', 7 ], 'empty' => [], 'title' => null]",
    [
      ['type', "string 't'"],
      ['list', ["array 'a', 7", ["string 'a'", 'number 7']]],
      ['empty', []],
      ['title', 'literal null'],
    ],
  ],
  [
    'array(5) {\n  ["type"]=>\n  string(1) "t"\n  ["title"]=>\n  *RECURSION*\n  ["status"]=>\n  int(4) \n}',
    [
      ['type', 'string string(1) "t"'],
      ['title', 'string *RECURSION*'],
      ['status', 'number int(4)'],
    ],
  ],
])('the places of %s', (text, expected) => {
  const found = phpObject(text);
  expect(found && places(text, found.node)).toEqual(expected);
});

test('only some arrays are looked at, and only some levels of them', () => {
  const problem = "['type' => 't', 'title' => 'u']";
  expect(read("['a'] ".repeat(49) + problem)).toEqual({ type: 't', title: 'u' });
  expect(read("['a'] ".repeat(50) + problem)).toBeUndefined();
  const nested = (levels: number) => `['type' => 't', 'title' => ${"['a' => ".repeat(levels)}1${']'.repeat(levels)}]`;
  expect(JSON.stringify(read(nested(20)))).toBe(`{"type":"t","title":${'{"a":'.repeat(20)}1${'}'.repeat(20)}}`);
  expect(JSON.stringify(read(nested(21)))).not.toContain('{"a":'.repeat(21));
});
