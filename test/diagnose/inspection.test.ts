/* cspell:disable */
import { describe, expect, test, vi } from 'vitest';
import { inspect, maxBytes } from '#diagnose/inspect.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { replies, site } from './tables/parcels.ts';
import { shownLines, shownResult } from './tables/show.ts';

/** What the inspector says of a whole input. */

vi.mock('#runtime/generated/validators.ts', () => ({ validators: [] }));

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = inspectorIndex(site, replies);

describe('an inspection', () => {
  const kB = 'The text is too long for this table.';
  const of = async (text: string, choice?: number) => shownResult(text, await inspect(text, index, choice));
  test('of a text that is too large or binary', async () => {
    const results = [
      'a'.repeat(maxBytes),
      'a'.repeat(maxBytes + 1),
      'ä'.repeat(maxBytes / 2 + 1),
      '\u0001'.repeat(8),
      '\u0001'.repeat(9),
      `${'\u001b'.repeat(20)}x`,
      '\ufffd'.repeat(9),
      `${'x'.repeat(4096)}${'\u0001'.repeat(9)}`,
    ];
    const shown = await Promise.all(results.map(async (text) => (await of(text)).replace(/a{100,}|x{100,}/g, kB)));
    expect(shown.map((each) => each.slice(0, 120)).join('\n')).toMatchSnapshot();
  });

  const one = (status: number, type: string, body: string) =>
    `HTTP/1.1 ${status} X\nContent-Type: ${type}\nX: ${status}\n\n${body}\n\n`;
  const problem = '{"type":"about:blank","title":"x","status":400}';
  test.each([undefined, 0, 1, 2, 7, -1])('of the choice %s', async (choice) => {
    const text =
      one(200, 'text/plain', 'a') + one(404, 'text/plain', 'b') + one(400, 'application/problem+json', problem);
    expect(await of(text, choice)).toMatchSnapshot();
    expect(
      await of(
        JSON.stringify([
          { status: 0, headers: {} },
          { status: 201, headers: {}, body: 'x' },
        ]),
        choice,
      ),
    ).toMatchSnapshot();
  });

  test.each(['Application/problem+json; charset=utf-8', 'application/problem+xml', 'application/json'])(
    'of the media type %s',
    async (type) => {
      const shown: string[] = [];
      for (const body of [
        '{}',
        '{"title":7}',
        '[]',
        problem,
        '<problem xmlns="urn:ietf:rfc:7807"/>',
        '{"detail": "x",}',
      ])
        shown.push(await of(one(400, type, body)));
      expect(shown.join('\n\n')).toMatchSnapshot();
    },
  );

  test.each([
    'x-request-id',
    'Request-Id',
    'X-Correlation-ID',
    'x-amzn-trace-id',
    'x-amz-requestid',
    'x-ms-request-id',
    'x-goog-trace-id',
    'traceparent',
    'cf-ray',
    'xrequest-id',
    'x-request-id-2',
  ])('names the request by the header %s', async (name) => {
    const result = await inspect(`HTTP/1.1 400 X\n${name}: 7f\n\n${problem}`, index);
    expect(result.kind === 'response' && result.requestId).toMatchSnapshot();
  });

  test.each(['request_id', 'requestId', 'correlation_id', 'trace_id', 'traceId', 'id'])(
    'names the request by the member %s',
    async (name) => {
      const results = await Promise.all(
        ['"7"', '7'].map((value) => inspect(`{"type":"about:blank","title":"x","${name}":${value}}`, index)),
      );
      expect(results.map((result) => result.kind === 'response' && result.requestId)).toMatchSnapshot();
    },
  );

  test('asks for the validator of the type, where none comes along', async () => {
    const asked: string[] = [];
    const body = JSON.stringify({ type: 'urn:parcels:depot-full', title: 'x', status: 400 });
    const load = async (name: string) => {
      asked.push(name);
      return undefined;
    };
    await inspect(body, index, undefined, load);
    await inspect(problem, index, undefined, load);
    expect(asked).toMatchSnapshot();
  });

  test('has its lines and its marks where the text has several faults', async () => {
    const text = `HTTP/1.1 401 X\nContent-Type: application/json\nRetry-After: soon\n\n{"type":"urn:parcels:depot-full","title":7,"status":409,"title":"Depot Full","token":"abcdef",}`;
    const result = await inspect(text, index);
    expect(`${shownResult(text, result)}\n${shownLines(text, result)}`).toMatchSnapshot();
  });
});

test('a text that holds a fault, or other responses', async () => {
  const texts = [
    'x {"a": }',
    ' {"a": }',
    '[{"a": }',
    'x [[[',
    ' [[1,',
    `x${'['.repeat(70)}`,
    ` ${'['.repeat(70)}`,
    'HTTP/1.1 400 X\nA: The text\n\nx\nHTTP/1.1 404 X\n\n{"type":"about:blank","title":"The text, x"}',
    'HTTP/1.1 429 X\nRetry-After: 7\nVary: a\nvary: b\n\n{"type":"about:blank","title":"x","title":"y"',
    'HTTP/1.1 400 X\nContent-Type:  application/problem+json  ;x\n\n{}',
    'HTTP/1.1 400 X\nContent-Type: xapplication/problem+json\n\n{}',
    'HTTP/1.1 400 X\nContent-Type: application/problem+jsonx\n\n{}',
    '{"status":400,"headers":{"content-type":"application/problem+json","A":["b","c"]},"body":{"correlation_id":"7","title":"x"}}',
    '{"type":"urn:parcels:depot-full","title":"x","must be":1',
  ];
  const lines = [];
  for (const text of texts) lines.push(shownResult(text, await inspect(text, index)));
  expect(lines.join('\n\n')).toMatchSnapshot();
});

test('requests', async () => {
  const id = async (field: string) => {
    const result = await inspect(`HTTP/1.1 400 X\n${field}: 7\n\n{"type":"about:blank","title":"x"}`, index);
    return result.kind === 'response' && result.requestId !== undefined;
  };
  const fields = [
    'requestid',
    'x-trace-id',
    'xx-request-id',
    'x-request-idx',
    'a-traceparent',
    'traceparent-a',
    'a-cf-ray',
    'cf-rays',
    'amzn-request-id',
    'x-amz-correlation-id',
    'x-goog-id',
    'x-request--id',
  ];
  expect(await Promise.all(fields.map(async (field) => `${field} ${await id(field)}`))).toMatchSnapshot();
});

test('labels and choices', async () => {
  const many = JSON.stringify({
    log: {
      entries: Array.from({ length: 102 }, (_, at) => ({
        request: { method: 'GET', url: `/${at}` },
        response: {
          status: 400,
          headers: [],
          content: { text: at === 3 ? '{"type":"about:blank","title":"x"}' : 'x' },
        },
      })),
    },
  });
  const result = await inspect(many, index);
  expect(result.kind === 'response' && [result.choices.length, result.choice, result.choices[0]]).toEqual([
    100,
    3,
    '400 · entry 1: GET /0',
  ]);
});
