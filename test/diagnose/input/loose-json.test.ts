/* cspell:disable */
import { expect, test } from 'vitest';
import type { JsonNode } from '#diagnose/input/json-tree.ts';
import { looseObjects } from '#diagnose/input/loose-json.ts';
import { printedObject } from '#diagnose/input/printed.ts';

/** Objects in the notations of languages and logs: what they say, and where. */

const any = () => true;
const values = (text: string) => looseObjects(text, any).map(({ value }) => value);

/** The text of each value that is in an object, in order. */
function parts(text: string, { start, end, members, items }: JsonNode): string[] {
  const inner = items ?? members?.map(({ node }) => node);
  return inner ? inner.flatMap((each) => parts(text, each)) : [text.slice(start, end)];
}

test.each<[string, unknown]>([
  // Constants and numbers
  ['{a: true, b: True, c: false, d: False}', { a: true, b: true, c: false, d: false }],
  ['{a: null, b: None, c: nil, d: undefined}', { a: null, b: null, c: null }],
  ['{a: 1, b: -12, c: 1.25, d: 12e10, e: 1E+2, f: 1e-12}', { a: 1, b: -12, c: 1.25, d: 12e10, e: 100, f: 1e-12 }],
  ['{a: x1, b: 1x, c: -1.2.3, d: 1.2e, e: -.5}', { a: 'x1', b: '1x', c: '-1.2.3', d: '1.2e', e: '-.5' }],
  // Words of languages
  [
    '{a: :sym, b: $x, c: Date(2026-01-01), d: f(), e: a.b+c-d}',
    { a: ':sym', b: '$x', c: 'Date(2026-01-01)', d: 'f()', e: 'a.b+c-d' },
  ],
  [
    '{a: [Object], b: [Array: null prototype], c: [Function (anonymous)], d: <Buffer 01>}',
    { a: '[Object]', b: '[Array: null prototype]', c: '[Function (anonymous)]', d: '<Buffer 01>' },
  ],
  ['{a: [A], b: <>, c: [x]}', { a: '[A]', b: '<>', c: ['x'] }],
  // Names
  [
    '{a-b: 1, $c_d: 2, 7: 3, [Symbol(x)]: 4, [Symbol()]: 5}',
    { 'a-b': 1, $c_d: 2, 7: 3, '[Symbol(x)]': 4, '[Symbol()]': 5 },
  ],
  ['{:a => 1, "b" => 2, c=3}', { a: 1, b: 2, c: 3 }],
  // Quotes
  [
    `{'a': 'b', \`c\`: \`d\`, \u201ce\u201d: \u201cf\u201d, \u2018g\u2019: \u2018h\u2019}`,
    { a: 'b', c: 'd', e: 'f', g: 'h' },
  ],
  ['{"a": "b\\"c\\\\", "d": "\\u00e9\\x41\\n\\r\\t\\b\\f\\/"}', { a: 'b"c\\', d: 'éA\n\r\t\b\f/' }],
  ['{\\"a\\": \\"b\\", \\"c\\": \\"d \\\\\\"e\\\\\\" f\\"}', { a: 'b', c: 'd "e" f' }],
  ['{\\\\\\"a\\\\\\": \\\\\\"b\\\\\\"}', { a: 'b' }],
  ['{"a": "b\nc\r\nd"}', { a: 'bcd' }],
  ['{"a": "b\n  c", "d": "e f\r\n\t g", "h\n ": "i\n \n j"}', { a: 'bc', d: 'e f g', h: 'ij' }],
  [
    '{\u201ea\u201c: \u201eb\u201c, \u00abc\u00bb: \u00abd\u00bb, \u201de\u201d: \u201df\u201d}',
    { a: 'b', c: 'd', e: 'f' },
  ],
  ['{&quot;a&quot;: &quot;b\\nc&quot;, &#34;d&#34;: 1}', { a: 'b\nc', d: 1 }],
  ['{""a"":""b c"",""d"":"""",""e"":1}', { a: 'b c', d: '', e: 1 }],
  ['{"a":"","b":"" , c: ""}', { a: '', b: '', c: '' }],
  // Blanks and comments
  ['{\\n  "a": 1,\\r\\n\\t "b": 2}', { a: 1, b: 2 }],
  ['{<EOL>"a":\uFEFF 1}', { a: 1 }],
  ['{ // x: 9\n a: 1, /* b: 2, */ c: 3, // end\n}', { a: 1, c: 3 }],
  ['{a: 1, /*/ b: 2 */ c: 3}', { a: 1, c: 3 }],
  // Nested
  ['{a: [1, [2, {b: [3]}], ], c: {}, d: [],}', { a: [1, [2, { b: [3] }]], c: {}, d: [] }],
  // Rust, Swift and Elixir
  ['P { a: Some("b"), c: Some(\n  4,\n), d: None, e: Just (Some([1])) }', { a: 'b', c: 4, d: null, e: [1] }],
  ['P(a: Optional("b"), c: nil)', { a: 'b', c: null }],
  ['["a": "b", "c": true]', { a: 'b', c: true }],
  ['%P[a: "b"]', { a: 'b' }],
  // C#
  ['P { Type = urn:x, TraceId = 7, a: 1 }', { type: 'urn:x', trace_id: 7, a: 1 }],
  // Java
  [
    '{a=b c, d=12, e=1 2, f=true, g=[x], h={i=j}, k="l"}',
    { a: 'b c', d: 12, e: '1 2', f: true, g: ['x'], h: { i: 'j' }, k: 'l' },
  ],
  ['{a=, b= c }', { a: '', b: 'c' }],
  // Margins
  ['> {\n> "a": 1,\n> "b": 2\n> }', { a: 1, b: 2 }],
  ['web-1 | {\nweb-1 |   "a": 1\nweb-1 | }', { a: 1 }],
  ['{\nweb-1   |   "a": 1\nw.2 | }', { a: 1 }],
  ['12:01 x {\n12:02 x "a": 1\n13:003 x }', { a: 1 }],
])('%s', (text, value) => {
  expect(values(text)).toEqual([value]);
});

test.each([
  'x',
  '{',
  '{a}',
  '{a 1}',
  '{a: Some("b"}',
  '(a:b) [1, 2] (x) [a]',
  '{a: }',
  '{a: 1 b: 2}',
  '{a: [1 2]}',
  '{a: ]}',
  '{, a: 1}',
  '{!: 1}',
  '{a: !}',
  '{a: [}]}',
  '12:01 x {\n12:02 y "a": 1\n}',
  'ab {\ncd "a": 1 }',
])('%j has no object that says anything', (text) => {
  expect(values(text).filter((value) => Object.keys(value).length > 0)).toEqual([]);
});

test.each<[string, unknown, boolean]>([
  ['{"a": 1', { a: 1 }, true],
  ['{"a": 1, "b', { a: 1 }, true],
  ['{"a": 1, "b"', { a: 1 }, true],
  ['{"a": 1, "b":', { a: 1 }, true],
  ['{"a": 1, "b": "c', { a: 1 }, true],
  ['{"a": [1, 2', { a: [1, 2] }, true],
  ['{"a": {"b": 1', { a: { b: 1 } }, true],
  ['{"a": 1, ...', { a: 1 }, true],
  ['{"a": 1, … }', { a: 1 }, true],
  ['{"a": 1}', { a: 1 }, false],
])('%j is cut: %s', (text, value, isCut) => {
  expect(looseObjects(text, any).map((each) => [each.value, each.isCut])).toEqual([[value, isCut]]);
});

test('each object has its place, and whether its names are quoted', () => {
  const text = 'x {"a b": [1, "c"]} y {\'d\': {e: <f>}} {g: 1} { "": nil}';
  expect(
    looseObjects(text, any).map(({ start, end, node, isQuoted }) => [
      text.slice(start, end),
      node && parts(text, node),
      isQuoted,
    ]),
  ).toEqual([
    ['{"a b": [1, "c"]}', ['1', '"c"'], true],
    ["{'d': {e: <f>}}", ['<f>'], false],
    ['{g: 1}', ['1'], false],
    ['{ "": nil}', ['nil'], true],
  ]);
});

test('an object inside of one that does not fit is found', () => {
  const text = '{a: {b: {c: 1}}} {c: 2}';
  expect(looseObjects(text, (value) => 'c' in value).map(({ value }) => value)).toEqual([{ c: 1 }, { c: 2 }]);
});

test('there are limits to depth, to length and to number', () => {
  const nested = (levels: number) => `${'{a:'.repeat(levels)}{}${'}'.repeat(levels)}`;
  const deepest = (text: string) => JSON.stringify(values(text)[0]).split('{').length - 1;
  expect([deepest(nested(64)), deepest(nested(65))]).toEqual([65, 65]);
  const list = (levels: number) => `{a:${'['.repeat(levels)}1${']'.repeat(levels)}}`;
  expect([values(list(63)).length, values(list(64)).length]).toEqual([1, 0]);
  expect([values(`{a: "${'x'.repeat(20_000)}"}`).length, values(`{a: "${'x'.repeat(20_001)}"}`).length]).toEqual([
    1, 0,
  ]);
  expect(values('{a:1}'.repeat(101))).toHaveLength(100);
  expect(values(`${'{b '.repeat(3)}${`{a: "${'x'.repeat(19_000)}"}`.repeat(30)}`)).toHaveLength(27);
});

test.each<[string, unknown]>([
  ['map[detail:No map here status:401 type:urn:x]', { detail: 'No map here', status: 401, type: 'urn:x' }],
  [
    'map[detail:Be at: home status:401 title:A b: c type:urn:x]',
    { detail: 'Be at: home', status: 401, title: 'A b: c', type: 'urn:x' },
  ],
  [
    "ProblemDetail[type='urn:x', title='It\\'s', status=401, detail=null]",
    { type: 'urn:x', title: "It's", status: 401 },
  ],
  [
    '&{Type:urn:x TraceID:a7 HTTPStatus:4 RetryAfter:<nil> Title:Gone}',
    { type: 'urn:x', trace_id: 'a7', httpstatus: 4, title: 'Gone' },
  ],
  [
    'level=warn status=401 type=urn:x title="a \\"b\\" c" detail=',
    { level: 'warn', status: 401, type: 'urn:x', title: 'a "b" c' },
  ],
  ['(type=urn:x, status=1234567890123456)', { type: 'urn:x', status: '1234567890123456' }],
  ['first\ntype=urn:x title=f(x) detail=[a];', { type: 'urn:x', title: 'f(x)', detail: '[a]' }],
  ['type=urn:x?a=b&title=c status=12a', { type: 'urn:x?a=b', title: 'c', status: '12a' }],
  ['type="urn:x y" title="a status=5" x', { type: 'urn:x y', title: 'a status=5' }],
  ["type=`urn:x` title='it\\'s detail=1' status=4", { type: 'urn:x', title: "it's detail=1", status: 4 }],
  ['type="urn:x title=y', { type: '"urn:x', title: 'y' }],
  ['type="a"b title="c" d', { type: 'a', title: 'c' }],
  ["P[type='a', detail='Not 'b' but c', instance='null']", { type: 'a', detail: "Not 'b' but c" }],
  [
    "P[type='a', title='b', properties='{agent_id=c, d, after=77, at=7s, e=f=g}']",
    { type: 'a', title: 'b', agent_id: 'c, d', after: 77, at: '7s', e: 'f=g' },
  ],
  ["type='a' title='b 'c' d'", { type: 'a', title: "b 'c' d" }],
  ["P[type='a', title='b', properties='null']", { type: 'a', title: 'b' }],
  ['type=a title=b properties=c', { type: 'a', title: 'b' }],
  ['type=urn:x title="', { type: 'urn:x', title: '"' }],
  ['type=urn:x title=a,b status=1', { type: 'urn:x', title: 'a,b', status: 1 }],
  ['type=urn:x traceId=7 instance=/a', { type: 'urn:x', traceId: 7, instance: '/a' }],
  ['map[detail:See at:home status:401 type:urn:x]', { detail: 'See at:home', status: 401, type: 'urn:x' }],
  ['type=urn:x detail=b', { type: 'urn:x', detail: 'b' }],
  ['content-type=urn:x title=y status=3', undefined],
  [`type=urn:x title=${'a'.repeat(20_000)}`, undefined],
  ['type=urn:x', undefined],
  ['title=x status=1', undefined],
  ['type=urn:x level=warn', undefined],
  ['subtype=urn:x title=y', undefined],
])('%j as programs print it', (text, value) => {
  expect(printedObject(text)?.value).toStrictEqual(value);
});

test('what programs print has its place', () => {
  const text = 'at\n x {Type:"urn:x", Title:Gone (a)}';
  const { start, end, node, isCut, isQuoted } = printedObject(text) ?? expect.unreachable();
  expect([text.slice(start, end), node && parts(text, node), isCut, isQuoted]).toEqual([
    'Type:"urn:x", Title:Gone (a)',
    ['"urn:x"', 'Gone (a)'],
    false,
    false,
  ]);
  expect(node?.members?.map(({ name, key }) => [name, text.slice(key.start, key.end)])).toEqual([
    ['type', 'Type'],
    ['title', 'Title'],
  ]);
});
