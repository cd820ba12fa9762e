/* cspell:disable */
import { expect, test } from 'vitest';
import { jsonEnd, withoutRest } from '#diagnose/input/body-end.ts';
import { bytesOf } from '#diagnose/input/bytes.ts';
import { plain } from '#diagnose/input/colors.ts';
import type { Span } from '#diagnose/input/json-tree.ts';
import { isProblemMessage } from '#diagnose/input/message.ts';
import { recoveredObject } from '#diagnose/input/recovered.ts';

/** Where a body ends among the words of a terminal, and what is left of a body with a slip. */

const isCut = (rest: string, body = '{"a":1}') => withoutRest(body + bytesOf(rest), Number.NaN) === body;

test.each([
  'PS C:\\Users>',
  'C:\\>dir',
  '\n$ ls',
  '~/api % ',
  'user:~/a # ',
  '❯',
  'λ ls',
  'api ➜ ls',
  '%',
  '%\n$',
  '⏎ \n$ ',
  '¶',
  'bash-5.2$',
  'sh-5.2# ls',
  '(venv) $ ls',
  '(venv)$ ls',
  'ana@box:~$ ls',
  '[ana@box api]$',
  'ana@box>',
  '\n* Connection #0 to host left intact',
  '{ [5 bytes data]',
  'Response file saved.',
  '\n  Response code: 401',
  '\n\nElapsed time: 0.012s',
  '<> 2026.json',
])('a body ends before %j', (rest) => {
  expect([isCut(rest), isCut(rest, '<p>x</p>')]).toEqual([true, true]);
});

test.each([
  '',
  '  \n',
  'c:\\a>',
  'x C:\\a>',
  '$a',
  'a b $ ls',
  'bash-$ ',
  'xbash-5$x',
  'my bash-5.2$ ls',
  'ana@box ls',
  'mail ana@box.example $ ',
  'ana@box $x',
  'a% ',
  'a\n$ ls',
  '* lower',
  'x * Connection',
  'x (venv) $ ls',
])('but not before %j', (rest) => {
  expect([isCut(`${rest}.`), isCut(`${rest}.`, '<p>x</p>')]).toEqual([false, false]);
});

test.each([
  ['{"a":1}{"b":2}', 7, '{"a":1}'],
  ['<a>\n</a>x', 8, '<a>\n</a>'],
  ['{"a":1}{"b":2}', 14, '{"a":1}{"b":2}'],
  ['{"a":1}{"b":2}', 6, '{"a":1}{"b":2}'],
  ['x<a></a>y', 8, 'x<a></a>y'],
  [' {"a":1} $ ls', Number.NaN, ' {"a":1}'],
  ['a {"b":1} $ ls', Number.NaN, 'a {"b":1} $ ls'],
  ['text $ ls', Number.NaN, 'text $ ls'],
  [' <a></a> $ ls', Number.NaN, ' <a></a>'],
  ['x <a></a> $ ls', Number.NaN, 'x <a></a> $ ls'],
])('%j with the length %d is %j', (text, length, body) => {
  expect(withoutRest(text, length)).toBe(body);
});

test.each([
  ['{"a":"}\\"\n}"} x', 13],
  ['["]\\\n]"]', 8],
  ['"a" {}', 6],
  ['{"a', 0],
  ['{"a\\', 0],
  ['{', 0],
  ['}{}', 2],
])('the first value of %j ends at %i', (text, end) => {
  expect(jsonEnd(text)).toBe(end);
});

test.each([
  ['\u001b[1;31mred\u001b[0m\u001b[m', 'red'],
  ['\u001b[?25lx\u001b[2K', 'x'],
  ['\u001b]8;;http://x\u0007link\u001b]8;;\u001b\\', 'link'],
  ['\u001b[;', '\u001b[;'],
  ['[1m', '[1m'],
])('%j without colors is %j', (text, rest) => {
  expect(plain(text)).toBe(rest);
});

test.each<[number | undefined, string | undefined, boolean]>([
  [undefined, undefined, true],
  [0, 'application/problem+json', false],
  [200, undefined, false],
  [200, 'application/json', false],
  [200, ' Application/Problem+XML; charset=utf-8', true],
  [200, 'text/x; a=application/problem+json', false],
  [200, 'application/problem+jsonx', false],
  [399, undefined, false],
  [400, undefined, true],
])('a message with status %s and type %s', (status, type, isProblem) => {
  const headers = type === undefined ? [] : [['Content-Type', type] as const];
  expect(isProblemMessage({ label: 'x', line: 1, body: '', ...(status !== undefined && { status, headers }) })).toBe(
    isProblem,
  );
});

test.each<[string, unknown, string?]>([
  ['x {"a":1,,"b":[{"c":2}]} y', [2, 24, { a: 1, b: [{ c: 2 }] }, true], '{"c":2}'],
  ['{ } {"a":[1 2]}', [4, 15, { a: [1, 2] }, true], '1,2'],
  ['says\n  "a": 1,\n  "b": "x"\n', [4, 26, { a: 1, b: 'x' }, false]],
  ['"a" \t: 1, "long-name": [2]', [0, 26, { a: 1, 'long-name': [2] }, false], '2'],
  ['  "a": 1', [0, 8, { a: 1 }, false]],
  ['he said "a": 1', undefined],
  ['{"z":1} \n"a": 1', undefined],
  ['nothing', undefined],
  ['{"b":[}', undefined],
])('an object is recovered from %j', (text, expected, items) => {
  const found = recoveredObject(text, (value) => 'a' in value);
  expect(found && [found.start, found.end, found.value, found.isQuoted]).toEqual(expected);
  if (!found) return;
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  const members = found.node?.members ?? [];
  expect([found.isCut, members.map(({ key }) => textOf(key))]).toEqual([
    false,
    Object.keys(found.value).map((name) => `"${name}"`),
  ]);
  expect(members.at(-1)?.node.items?.map(textOf).join()).toBe(items);
});
