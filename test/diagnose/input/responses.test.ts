import { expect, test } from 'vitest';
import { bytesOf } from '#diagnose/input/bytes.ts';
import type { Message } from '#diagnose/input/message.ts';
import { parseInput } from '#diagnose/input/responses.ts';

/** What recordings hold: label and line, status, body and its place. */

const read = (text: string) => parseInput({ bytes: bytesOf(text), label: 'x' });
const brief = ({ label, line, status, body, path }: Message) => [label, line, status, body, path?.join('/')];
const entry = (more: object = {}, response: object = {}) => ({
  request: { method: 'GET', url: '/a', ...more },
  response: { status: 401, headers: [], content: { text: 'b' }, ...response },
});
const har = (...entries: object[]) => JSON.stringify({ log: { entries } });

test.each<[string, unknown[][]]>([
  ['{"type":"t","title":"u"}', [['x', 1, undefined, { type: 't', title: 'u' }, '']]],
  ['{"status":401,"headers":{},"body":"b"}', [['x', 1, 401, 'b', 'body']]],
  ['{"status":401,"body":"b"}', [['x', 1, undefined, { status: 401, body: 'b' }, '']]],
  ['{"response":[{"type":"t","detail":"u"}]}', [['x', 1, undefined, { type: 't', detail: 'u' }, 'response/0']]],
  ['{"a":[null,7,{"type":"t","status":4}]}', [['x', 1, undefined, { type: 't', status: 4 }, 'a/2']]],
  ['{"a":" {\\"type\\":\\"t\\",\\"title\\":\\"u\\"}"}', [['x', 1, undefined, ' {"type":"t","title":"u"}', 'a']]],
  ['{"a":"x {\\"type\\":\\"t\\"}","b":"{"}', [['x', 1, undefined, { a: 'x {"type":"t"}', b: '{' }, '']]],
  ['{"a":{"b":{"c":{"type":"t","title":"u"}}}}', [['x', 1, undefined, { type: 't', title: 'u' }, 'a/b/c']]],
  [
    '{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{"type":"t","title":"u"}}}}}}}}}',
    [['x', 1, undefined, { type: 't', title: 'u' }, 'a/b/c/d/e/f/g/h']],
  ],
  [
    '{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{"i":{"type":"t","title":"u"}}}}}}}}}}',
    [['x', 1, undefined, expect.anything(), '']],
  ],
  [
    '{"a":[{"status":4,"headers":{},"body":"b"},{"status":5,"headers":{}},{"type":"t","title":"u"}]}',
    [
      ['x, response 1', 1, 4, 'b', 'a/0/body'],
      ['x, response 2', 1, undefined, { type: 't', title: 'u' }, 'a/2'],
    ],
  ],
  [
    '{"response":{"status":4,"headers":{},"body":{"content":{"a":1},"encoded":false}}}',
    [['x', 1, 4, { a: 1 }, 'response/body/content']],
  ],
  [
    '[1,{"status":4,"headers":[],"text":"b"}]',
    [
      ['x, item 1', 1, undefined, 1, '0'],
      ['x, item 2', 1, 4, 'b', '1/text'],
    ],
  ],
  [
    '{"a":1}\n\n {"b":2}\nc',
    [
      ['x, line 1', 1, undefined, { a: 1 }, ''],
      ['x, line 3', 3, undefined, { b: 2 }, ''],
      ['x, line 4', 4, undefined, 'c', undefined],
    ],
  ],
  ['{"a":1} rest', [['x', 1, undefined, { a: 1 }, '']]],
  [
    '12:00 {x} {"a":1} {"b":2}\n12:01 { "c":3}',
    [
      ['x, line 1', 1, undefined, { a: 1 }, ''],
      ['x, line 2', 2, undefined, { c: 3 }, ''],
    ],
  ],
  ['no\n{ "a":\n1} x', [['x, line 2', 2, undefined, { a: 1 }, '']]],
  ['a { { { { { { { {"a":1}', [['x, line 1', 1, undefined, { a: 1 }, '']]],
  ['at <p.x:problem a="b">c</p.x:problem> d', [['x', 1, undefined, '<p.x:problem a="b">c</p.x:problem>', undefined]]],
  ['at\n<problem> c', [['x', 2, undefined, '<problem> c', undefined]]],
  [har(entry()), [['x, entry 1: GET /a', 1, 401, 'b', 'log/entries/0/response/content/text']]],
  [
    har({}, entry({ url: 7 }), { response: { status: 'no' } }),
    [['x, entry 2: GET', 1, 401, 'b', 'log/entries/1/response/content/text']],
  ],
  [
    har(
      entry(
        {},
        {
          headers: [
            { name: 'content-type', value: 'application/problem+xml; charset=latin1' },
            { name: 'X-Type', value: 'y' },
          ],
          content: { text: 'PGE+3zwvYT4=', encoding: 'base64' },
        },
      ),
    ),
    [['x, entry 1: GET /a', 1, 401, '<a>ß</a>', 'log/entries/0/response/content/text']],
  ],
  [
    har(entry({}, { content: { text: '~', encoding: 'base64' } })),
    [['x, entry 1: GET /a', 1, 401, '~', 'log/entries/0/response/content/text']],
  ],
  [JSON.stringify(entry()), [['x: GET /a', 1, 401, 'b', 'response/content/text']]],
])('%s', (text, messages) => {
  expect(read(text).messages.map(brief)).toEqual(messages);
});

test.each([
  ['{"a"', 'x: not JSON. '],
  ['[a', 'x: not an HTTP response, HAR or JSON. Save the whole response, for example with "curl -i".'],
  ['{ { { { { { { { {"a":1} {x', 'x: not JSON. '],
  ['a { { { { { { { { {"a":1}', 'x: not an HTTP response, HAR or JSON.'],
  [' <p>', 'x: a page without its status line. Save the whole response, for example with "curl -i".'],
  ['a\nGET /x HTTP/1.1', 'x: requests without responses.'],
  ['a GET /x', 'x: not an HTTP response'],
  [har(), 'x: a HAR without responses. Record some requests first.'],
])('%s has no response', (text, fault) => {
  const found = read(text);
  expect([found.messages, found.fault?.slice(0, fault.length)]).toEqual([[], fault]);
});

const withheld = (...entries: object[]) => read(har(...entries)).messages.map((message) => message.withheld);

test('an archive of Chrome without any credentials has left them out', () => {
  const none = ['authorization', 'cookie'];
  const chrome = { _initiator: {} };
  expect(withheld(entry())).toEqual([undefined]);
  expect(withheld(entry(), { ...entry(), ...chrome })).toEqual([none, none]);
  expect(withheld({ ...entry(), _resourceType: 'xhr' })).toEqual([none]);
  for (const name of ['Authorization', 'COOKIE']) {
    expect(withheld({ ...entry({ headers: [{ name, value: 'x' }] }), ...chrome }, entry())).toEqual([
      undefined,
      undefined,
    ]);
  }
  expect(withheld({ ...entry({ headers: [{ name: 'Accept', value: 'x' }, null] }), ...chrome })).toEqual([none]);
});

test.each<[object, string | undefined]>([
  [{}, undefined],
  [{ content: {} }, 'The HAR has no text for it. Export the HAR with content.'],
  [{ content: { size: 0 } }, undefined],
])('an entry with %j lacks its body: %s', (response, fact) => {
  expect(read(har(entry({}, response))).messages[0]?.bodyMissing).toBe(fact);
  expect(read(har(entry({ method: 'head' }, response))).messages[0]?.bodyMissing).toBe(
    'A response to HEAD has no body.',
  );
});
