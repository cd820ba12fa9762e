import { describe, expect, test } from 'vitest';
import { placesOf } from '#diagnose/places.ts';
import { brief } from './tables/show.ts';

/** Where the parts of a response stand in the text that was pasted. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

describe('places', () => {
  const body =
    '{"a":1,"long":{"b":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},"list":[1,{"c":2}],"a":3}';
  const problem = `{"type":"about:blank","title":"x",${body.slice(1)}`;
  const texts = {
    curl: `HTTP/1.1 400 X\nA-B: c\nContent-Type: application/problem+json\n\n${problem}`,
    'curl -v': `< HTTP/1.1 400 X\n< A-B : c\n< \n${problem}`,
    two: `HTTP/1.1 401 X\nA-B: no\n\nHTTP/1.1 400 X\nA-B: c\n\n${problem}`,
    bare: problem,
    pair: JSON.stringify({ response: { status: 400, headers: { 'A-B': 'c' }, body: JSON.parse(problem) } }),
    pairs: JSON.stringify({
      status: 400,
      headers: [
        ['X', 'y'],
        ['A-B', 'c'],
      ],
      body: JSON.parse(problem),
    }),
    har: JSON.stringify({
      request: {},
      response: { status: 400, headers: [{ name: 'A-B', value: 'c' }], content: { text: problem } },
    }),
    'lines of JSON': `{"x":1}\n{"y":${problem}}`,
    escaped: JSON.stringify({
      status: 400,
      headers: { 'A-B': 'c' },
      body: JSON.stringify(JSON.parse(problem), null, 1),
    }),
    xml: `HTTP/1.1 400 X\nA-B: c\nContent-Type: application/problem+xml\n\n<p:problem xmlns:p="urn:ietf:rfc:7807"><p:title>x</p:title><p:long>${'y'.repeat(300)}</p:long><a/></p:problem>`,
    text: 'HTTP/1.1 400 X\nA-B: c\n\n words \n',
    empty: 'HTTP/1.1 400 X\nA-B: c\n\n',
    loose: `x {'type':'about:blank', 'title': 'x', 'a': 1, 'list': [1, {'c': 2}]} y`,
  };
  test.each(Object.entries(texts))('of %s', async (_, text) => {
    const { messagesOf } = await import('#diagnose/input/messages.ts');
    const messages = await messagesOf(text);
    const lines = messages.flatMap((message) => {
      const places = placesOf(text, message, message.loose);
      const at = (span: { start: number; end: number } | undefined) =>
        span ? `${span.start} ${brief(text.slice(span.start, span.end).slice(0, 60))}` : 'nowhere';
      const pointers = [
        '',
        '/a',
        '/long',
        '/long/b',
        '/list',
        '/list/1/c',
        '/list/7',
        '/nothing',
        '/nothing/x',
        '/title',
        '/a/b',
      ];
      return [
        `body ${at(places.body)}`,
        ...pointers.map((pointer) => `${pointer} ${at(places.member(pointer))}`),
        ...['a-b', 'A-B', 'nothing', 'content-type'].map((name) => `${name}: ${at(places.header(name))}`),
        ...places.duplicates.map(({ name, span }) => `twice ${name} ${at(span)}`),
      ];
    });
    expect(lines.join('\n')).toMatchSnapshot();
  });
});

test('places in recorded JSON', async () => {
  const { messagesOf } = await import('#diagnose/input/messages.ts');
  const place = async (
    text: string,
    ask: (places: ReturnType<typeof placesOf>) => { start: number; end: number } | undefined,
  ) => {
    const [message] = await messagesOf(text);
    const span = message && ask(placesOf(text, message, message.loose));
    return span ? text.slice(span.start, span.end) : undefined;
  };
  const body = '{"type":"about:blank","title":"x","title":"y"}';
  const texts = [
    `{"a":1,"a":2,"response":{"status":400,"headers":{"A":"b"},"body":${body}},"c":3,"c":4}`,
    `[{"status":400,"headers":[{"x":"A","name":"B","value":"c"},{"name":"A","value":"c"}],"body":${body}}]`,
    `{"status":400,"headers":[7,["A"],{}],"body":"${body.replaceAll('"', '\\"')}"}`,
    `{"status":400,"headers":{},"body":"not JSON"}`,
    `{"log":{"entries":[{"response":{"status":400,"headers":[],"content":{"text":"${btoa(body)}","encoding":"base64"}}}]}}`,
    `{"headers":{"A":"no"},"x":${body}}`,
    `<HTTP/1.1 400 X\n<A: b\n<\n${body}`,
    `  HTTP/1.1 400 X\n  A: b\n${body}`,
    `HTTP/1.1 400 X\nx A: b\n\n${body}`,
    `HTTP/1.1 400 X\n\n<a:title>1</a:title><b/>`,
    `HTTP/1.1 400 X\n\n<list>${'1'.repeat(186)}</list>`,
    `HTTP/1.1 400 X\n\n<list>${'1'.repeat(194)}</list>`,
    `HTTP/1.1 400 X\n\n<list>${'1'.repeat(195)}</list>`,
  ];
  const lines = [];
  for (const text of texts)
    lines.push(
      [
        await place(text, (places) => places.body),
        await place(text, (places) => places.header('a')),
        await place(text, (places) => places.member('/title')),
        await place(text, (places) => places.member('/list')),
        await place(text, (places) => places.duplicates[0]?.span),
        await place(text, (places) => places.duplicates[1]?.span),
      ]
        .map((each) => each?.slice(0, 60))
        .join(' | '),
    );
  expect(lines.join('\n')).toMatchSnapshot();
  const list = (length: number) => `{"type":"about:blank","title":"x","list":[${'1'.repeat(length - 2)}]}`;
  expect([
    await place(list(60), (places) => places.member('/list')),
    await place(list(61), (places) => places.member('/list')),
  ]).toMatchSnapshot();
});

test.each<[string, string, string, string]>([
  ['HTTP/1.1 400 X\nA: b\n\nc', 'HTTP/1.1 400 X', 'A: b', 'c'],
  ['x HTTP/1.1 400\n< HTTP/1.1 400 X\n< A \t: b\r\n< \nc', 'HTTP/1.1 400 X', 'A \t: b', 'c'],
  ['  HTTP/1.1 400 X\n  x A: no\n  A: b\n\nc', 'HTTP/1.1 400 X', 'A: b', 'c'],
  ['<HTTP/1.1 400 X\n<A:b\n\nc', 'HTTP/1.1 400 X', 'A:b', 'c'],
])('the places of the head in %j', (text, status, field, body) => {
  const places = placesOf(text, { label: '', line: 1, body: 'c' });
  const at = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
  expect([at(places.header('b')), at(places.header('a')), at(places.body)]).toEqual([status, field, body]);
});

test.each([
  ['<a>1</a>', 'a', '<a>1</a>'],
  ['<!a><?a?></a><x:a b="c">1</x:a> <a>', 'a', '<x:a b="c">1</x:a>'],
  [`<b/><a>${'1'.repeat(193)}</a>`, 'a', `<a>${'1'.repeat(193)}</a>`],
  [`<a>${'1'.repeat(200)}</a>`, 'a', '<a'],
  ['<a b="c">1', 'a', '<a'],
  ['<b>1</b>', 'a', '<b>1</b>'],
])('the place of an element in %j', (body, name, expected) => {
  const text = `\n\nx ${body} </a>`;
  const span = placesOf(text, { label: '', line: 3, body }).member(`/${name}`);
  expect(span && text.slice(span.start, span.end)).toBe(expected);
});

test('a body is looked for from its line on', () => {
  const at = (line: number) => placesOf('a\nb a\na', { label: '', line, body: 'a' }).body;
  expect([1, 2, 3, 4].map(at)).toEqual([0, 4, 6, 6].map((start) => ({ start, end: start + 1 })));
  expect(placesOf('a', { label: '', line: 1, body: ' ' }).body).toBeUndefined();
});
