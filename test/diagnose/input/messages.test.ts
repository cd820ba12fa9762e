import { expect, test } from 'vitest';
import { lookup } from '#diagnose/input/message.ts';
import { messagesOf } from '#diagnose/input/messages.ts';

/** Responses of a text whose bodies may be not quite JSON: label, status, body, and what was read loosely. */

const read = async (text: string) =>
  (await messagesOf(text)).map(({ label, status, body, loose }) => [
    label,
    status,
    body,
    loose && text.slice(loose.start, loose.end),
  ]);
const head = (status: number, type = 'text/plain') => `HTTP/1.1 ${status} X\nContent-Type: ${type}\n\n`;
const source = "{type: 'a', title: 'b'}";
const body = { type: 'a', title: 'b' };
const none = undefined;

test.each<[string, unknown[][]]>([
  ['nothing', []],
  ['{"error":"a"}', [['The text', none, { error: 'a' }, none]]],
  // A problem comes before other objects, and of those the first is enough.
  [
    `{error: 'x'} ${source}\n${source}`,
    [
      ['line 1', none, body, source],
      ['line 2', none, body, source],
    ],
  ],
  ["x {detail: 'a'} {detail: 'b'}", [['line 1', none, { detail: 'a' }, "{detail: 'a'}"]]],
  ["{message: 'a'}", [['line 1', none, { message: 'a' }, "{message: 'a'}"]]],
  ["{message: 7, error: 'a'}", [['line 1', none, { message: 7, error: 'a' }, "{message: 7, error: 'a'}"]]],
  ['{message: 7}', []],
  // An object belongs to the last response whose status line is before it.
  [`${head(400)}${source}`, [['The text', 400, body, source]]],
  [`HTTP/1.1 400 ${source}`, [['The text', 400, body, source]]],
  [
    `${head(401)}x\n${head(400)}${source}\n${head(402)}${source}\n${head(403)}y`,
    [
      ['The text, line 5', 400, body, source],
      ['The text, line 9', 402, body, source],
    ],
  ],
  [`${source}\n${head(400)}x`, [['line 1', none, body, source]]],
  [`[{"status":400,"headers":{},"body":"${source}"}]`, [['line 1', none, body, source]]],
  [`${head(400)}{message: 'b'}`, [['The text', 400, "{message: 'b'}", none]]],
  // A page shows code that is no part of the response.
  [`${head(400, 'text/html')}x ${source}`, [['The text', 400, `x ${source}`, none]]],
  [`${head(400)}<html> ${source}`, [['The text', 400, `<html> ${source}`, none]]],
  [`HTTP/1.1 400 X\n\n<p>text/html ${source}`, [['The text', 400, body, source]]],
  // Other forms, where no object is read.
  ['x: 1\ntype: a\ntitle: b', [['line 1', none, { x: 1, ...body }, 'x: 1\ntype: a\ntitle: b']]],
  ['  - type : a\n    title: b', [['line 1', none, body, 'type : a\n    title: b']]],
  ['the type: a\nthe title: b', []],
  ["['type' => 'a', 'title' => 'b']", [['line 1', none, body, "type' => 'a', 'title' => 'b'"]]],
])('%j', async (text, messages) => {
  expect(await read(text)).toEqual(messages);
});

test('a header field is found whatever the case of its name', () => {
  const headers = [
    ['A', '1'],
    ['X-Type', '2'],
    ['x-type', '3'],
  ] as const;
  const found = lookup({ label: '', line: 1, body: '', headers });
  expect([found('x-type'), found('a'), found('b')]).toEqual(['2', '1', undefined]);
  expect(lookup({ label: '', line: 1, body: '' })('a')).toBeUndefined();
});
