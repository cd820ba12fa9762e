/* cspell:disable */
import { describe, expect, test } from 'vitest';
import { isProblemLike, objectOf } from '#diagnose/input/body.ts';
import { jsonEnd, withoutRest } from '#diagnose/input/body-end.ts';
import { bytesOf, codesOf, utf8 } from '#diagnose/input/bytes.ts';
import { plain, seen } from '#diagnose/input/colors.ts';
import { isHttp, parseHttp } from '#diagnose/input/http-text.ts';
import { parseJson, plainValue } from '#diagnose/input/json-tree.ts';
import { looseObjects } from '#diagnose/input/loose-json.ts';
import { isProblemMessage } from '#diagnose/input/message.ts';
import { printedObject } from '#diagnose/input/printed.ts';
import { recoveredObject } from '#diagnose/input/recovered.ts';
import { parseInput } from '#diagnose/input/responses.ts';
import { secretsIn } from '#diagnose/input/secrets.ts';
import { plainHttp } from '#diagnose/input/transcript.ts';
import { yamlObjects } from '#diagnose/input/yaml.ts';
import { brief, outcomeOf, shownMessage } from './tables/show.ts';

/** What each reader of pasted text makes of it. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const any = () => true;

describe('where a body ends', () => {
  const ends = (rest: string) => withoutRest(`{"a":1}${bytesOf(rest)}`, Number.NaN).slice(7) || 'cut';
  test.each([
    'ana@box:~$ ',
    '[ana@box api]$ ls',
    '(venv) a.b@c:~/x# ',
    '%\n~/api % ',
    '⏎ a@b> ls',
    '¶ a@b> ',
    '❯ ls',
    '~/x ➜  ',
    'λ ',
    'PS C:\\Users> ',
    'C:\\a>x',
    'bash-5.2$ ',
    'sh-4.4# ls',
    '\n  $ ls',
    '* Closing',
    '\n{ [12 bytes data]',
    'Response file saved.',
    'Response code: 401',
    '<> 2026.json',
  ])('before %j', (rest) => {
    expect(outcomeOf(rest, ends)).toMatchSnapshot();
  });

  test.each([
    ['{"a":"}\\"","b":[{}]} rest', Number.NaN],
    ['[1,[2],"]"]* Closing', Number.NaN],
    [' <a><b>1</b></a>$ ls', Number.NaN],
    ['{"a":1}401 0.01s', 7],
    ['<a>1</a>401', 8],
    ['  {"a":1}', 9],
    ['{"a":1', 3],
  ])('of %j with the length %s', (text, length) => {
    expect(outcomeOf(text, (each) => withoutRest(each, length))).toMatchSnapshot();
  });

  test.each(['{"a":"}\\"","b":[{}]} rest', '[1,[2],"]"] x', '"a" 1', '{"a"'])('by the brackets of %j', (text) => {
    expect(outcomeOf(text, (each) => String(jsonEnd(each)))).toMatchSnapshot();
  });
});

describe('members of a body', () => {
  const xml = '<problem xmlns="urn:ietf:rfc:7807"><title>x</title></problem>';
  test.each(['{"a":1}', '\uFEFF{"a":"b"}', ' [1]', 'null', '7', '"a"', ` \uFEFF${xml}`, `x${xml}`, '<a/>'])(
    'of %j',
    (text) => {
      expect(outcomeOf(text, (each) => brief(objectOf(each)))).toMatchSnapshot();
    },
  );

  test('of a value', () => {
    expect([{ a: 1 }, [1], null, 7, undefined].map((value) => brief(objectOf(value)))).toEqual([
      '{"a":1}',
      'none',
      'none',
      'none',
      'none',
    ]);
  });

  test('that make a problem', () => {
    const values = { type: ['a', 7], title: ['b', 7], status: [400, '400'], detail: ['c', 7] };
    const bodies = Object.entries(values).reduce<Record<string, unknown>[]>(
      (all, [name, list]) => all.flatMap((body) => [body, ...list.map((value) => ({ ...body, [name]: value }))]),
      [{}],
    );
    expect(
      bodies
        .filter(isProblemLike)
        .map((body) => JSON.stringify(body))
        .join('\n'),
    ).toMatchSnapshot();
    expect(isProblemLike(undefined)).toBe(false);
  });

  test('that make a problem of a response', () => {
    const of = (status: number | undefined, ...types: string[]) =>
      isProblemMessage({
        label: '',
        line: 1,
        body: '',
        headers: types.map((type) => ['Content-TYPE', type] as const),
        ...(status !== undefined && { status }),
      });
    expect([undefined, 0, 200, 399, 400, 503].map((status) => of(status, 'text/html'))).toEqual([
      true,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(isProblemMessage({ label: '', line: 1, body: '', status: 200 })).toBe(false);
    expect(
      isProblemMessage({ label: '', line: 1, body: '', status: 200, headers: [['X', 'application/problem+json']] }),
    ).toBe(false);
    for (const type of [' application/problem+json; charset=utf-8', 'Application/problem+xml']) {
      expect(outcomeOf(type, (each) => String(of(200, each)))).toMatchSnapshot();
    }
  });
});

test.each([0, 1, 8191, 8192, 8193, 20_000])('%i characters become bytes and text again', (length) => {
  const text = 'ä'.repeat(length);
  expect(bytesOf(text).length).toBe(2 * length);
  expect(utf8(bytesOf(text))).toBe(text);
  expect([...codesOf(bytesOf('aé'))]).toEqual([97, 195, 169]);
});

test.each(['\u001b[1;31mred\u001b[0m', '\u001b]8;;http://x\u0007link\u001b]8;;\u001b\\', '\u001b[?25hx'])(
  'colors of %j',
  (text) => {
    expect(outcomeOf(text, (each) => JSON.stringify(plain(each)))).toMatchSnapshot();
  },
);

test('what nobody sees is taken out of a text', () => {
  expect(seen('\ufeff{"a\u200bb": "c\u00add\u2060",\u001b[0m "e": "\u200d\u200e f"}')).toBe(
    '{"ab": "cd", "e": "\u200d\u200e f"}',
  );
});

describe('HTTP', () => {
  const shown = (text: string) => {
    const messages = parseHttp(bytesOf(text));
    return `${isHttp(text) ? '' : 'no HTTP '}${messages.map((message) => shownMessage({ label: '', ...message })).join(' & ')}`;
  };
  test.each([
    'HTTP/1.1 404 Not Found\nA: b\n\nc',
    'HTTP/2 404\t\n\nc',
    'a\nHTTP/1.1  500 X\n\nb',
    'GET /a HTTP/1.1\nHost: h\n\nHTTP/1.1 400 X\n\n{',
    'M-GET  http://x/a \n\nHTTP/1 400 X\n\n',
    'GET\thttps://x/a  HTTP/2\n\nHTTP/1.1 400 X\n\n',
    'HTTP/1.1 400 X\r\r\nA:  b\r\n c\r\n : d\r\nE:\r\n\r\n\r\nf',
    'HTTP/1.1 400 X\nContent-Length: 3\n\nabcdef',
    'HTTP/1.1 400 X\nContent-Length: 17\n\nHTTP/1.1 401 Y\n\nzHTTP/1.1 402 Z\n\nq',
    'HTTP/1.1 204 X\nContent-Length: 5\n\nHTTP/1.1 304 Y\n\nHTTP/1.1 100 Z\n\nHTTP/1.1 400 W\n\n',
    'HTTP/1.1 400 X\nTransfer-Encoding: chunked\n\n3;x=y\r\nabc\r\n1\nd\n0\n\n',
    'HTTP/1.1 400 X\nContent-Length: 0\n\n',
    'HTTP/2 400 X\n\n',
    'HTTP/1.1 400 X\nTransfer-Encoding: x\n\n',
    'HTTP/1.1 400 X\n\n {"a": "b...',
    'HTTP/1.1 400 X\n\n[1, …\n',
    'HTTP/1.1 400 X\n\n {"a"...: 1}',
    'HTTP/1.1 400 X\nContent-Type: application/problem+xml\n\n<?xml version="1.0" encoding="latin1"?><a>é</a>',
    'HEAD /a HTTP/1.1\n\nHTTP/1.1 404 X\nContent-Length: 3\n\n',
    'HTTP/1.1 400 X\n\na\nZ /b HTTP/1.1\n\nHTTP/1.1 401 Y\n\n',
  ])('%j', (text) => {
    expect(outcomeOf(text, shown)).toMatchSnapshot();
  });

  test.each(['localhost', 'localhost:1', 'h:443', 'h:4430', 'h:80', 'a127.0.0.1', '127.0.0.1', '[::1]:7', 'h:8x', 'h'])(
    'the address at the host %s',
    (host) => {
      const url = (target: string) => parseHttp(`GET ${target} HTTP/1.1\nHost: ${host}\n\nHTTP/1.1 400 X\n\nx`)[0]?.url;
      expect([url('/a'), url('http://y/a'), url('https://y/a'), url('/http:')]).toMatchSnapshot();
    },
  );
});

describe('what tools print', () => {
  const shown = (text: string) => {
    const { text: plainText, lines, ...facts } = plainHttp(text);
    return JSON.stringify(
      [plainText, lines?.join(' '), facts.scheme, facts.isTranscript].filter((part) => part !== undefined),
    );
  };
  const meter = '100  1k  100   12    0     0   9.5k      0 0:00:01 --:--:-- 1d12h  9500';
  test.each([
    '< HTTP/1.1 400 X\n< A: b\n< \nbody\n',
    '> GET /a HTTP/1.1\n> B: c\n> \n* Trying\n< HTTP/2 400 \n<\nbody* Connection #0',
    '* SSL connection x\n< HTTP/1.1 400 X\n< \nb',
    '* using HTTP\n< HTTP/1.1 400 X\nb\n< C: d\n{ [12 bytes data]\ne} [3 bytes data]\nf',
    '> a\n7< HTTP/1.1 400 X\nHTTP/1.1  400 X\n\nb\n*\n* \r\r\n',
    `  % Total   % Received\n  Dload  Upload\n\r${meter}< HTTP/1.1 400 X\n< \n{"a":${meter}1}`,
    `< HTTP/1.1 400 X\n\n\r##  10.1%\r### 100.0%\nb:${meter} ${meter}c`,
    '  HTTP/1.1 400 X\n  A: b\n\n\nbody',
    '--2026-01-31 12:00:00--  http://x/ \n  HTTP/1.1 400 X\n  A: b\nbody\n',
    'StatusCode : 4\nContent    : {"a":\n             1}\nRawContent : HTTP/1.1 400 X\n             A: b\n             \n             {"a"...\nOther : x',
    'Content : {"a"...\nRawContent : HTTP/1.1 400 X\n\n             {"a":1}\n',
    'Content : {"a":"b\n          c"}\nRawContent : HTTP/1.1 400 X\n',
  ])('%j', (text) => {
    expect(outcomeOf(text, shown)).toMatchSnapshot();
  });

  test.each([
    'Connection #0 to host x left intact',
    'Closing connection',
    'Re-using existing connection',
    'Issue another request to this URL',
    'TLSv1.3 (IN)',
    'shutting down connection #0',
    'transfer closed with 3 bytes remaining',
    'Excess found in a read',
    'Leftovers after chunking',
    'HTTP/2 stream 1 was not closed',
    'HTTP/3 stream 1 was closed',
    'upload completely sent off',
    'Recv failure: reset',
    'end of response with 3 bytes missing',
    'anything else',
    'Trying 1.2.3.4',
    'Connected to x',
    'Host x was resolved',
    'using HTTP/1.x',
    'ALPN: https://x',
  ])('a remark %j behind a body, or before a head', (remark) => {
    expect([
      shown(`< HTTP/1.1 400 X\n< \nbody* ${remark} * Closing connection`),
      shown(`*   ${remark}\n< HTTP/1.1 400 X\n< \nb`),
    ]).toMatchSnapshot();
  });

  test.each([
    '--2026-01-31 12:00:00--  http://x/',
    'Resolving x... 1.2.3.4',
    'Connecting to x',
    'Reusing existing connection to x',
    'HTTP request sent, awaiting response...',
    'Proxy request sent, awaiting response...',
    'Length: 12',
    'Saving to: x',
    'Location: /x [following]',
    'Authentication selected: Basic',
    'Username/Password Authentication Failed.',
    '2026-01-31 12:00:00 ERROR 401: X.',
    '2026-01-31 12:00:00 (1 MB/s) - x saved',
    '   0K .......... 100%',
    'Remote file exists.',
    'Server file no newer',
    ' 100% [====>]',
    '- 100%[===>]',
    'body of the response',
  ])('a remark of wget %j', (remark) => {
    expect(outcomeOf(remark, (each) => shown(`  HTTP/1.1 400 X\n${each}\nb`))).toMatchSnapshot();
  });
});

describe('JSON and what is nearly JSON', () => {
  const fault = (text: string) => {
    const { node, duplicates, fault: wrong } = parseJson(text);
    const value = node ? JSON.stringify(plainValue(node)) : '-';
    return `${value} ${duplicates.map(({ name, key }) => `${name}@${key.start}`).join(' ')} ${wrong ? `${wrong.message} at ${wrong.offset}+${wrong.length}` : ''}`;
  };
  test.each([
    '{"a": 1, "b": [true, null]}',
    '{"a":"x\\n\\u00e9\\"","a":-1.5e3}',
    '[{"a":{"b":[1,{"c":2}]}}]',
    '["a",{"b":"c"},[7]]',
    '{"a": tru, "b": undefined}',
    '{"long": "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee" 1}',
    '{a: 1}',
    '{"a" 1}',
    '{"a":"b\\x"}',
    '{"a":"b\\u12"}',
    '"a\nb"',
    '{"a":1} x',
    '{"a":[1,2',
    '\uFEFF{"a":1}',
    '/* a */ 1',
  ])('%j has a fault where it has one', (text) => {
    expect(outcomeOf(text, fault)).toMatchSnapshot();
  });

  test.each([1, 2, 3])('is nested at most %i levels deep', (levels) => {
    const deep = (depth: number) => `${'['.repeat(depth)}"[{"${']'.repeat(depth)}[`;
    expect([0, 1, 2, 3, 4, 5].map((depth) => parseJson(deep(depth), levels).fault)).toMatchSnapshot();
    expect(parseJson('{"a":{"b":{"c":{}}}}', levels).fault).toMatchSnapshot();
  });

  const shown = (found: ReturnType<typeof looseObjects>) =>
    found
      .map(({ start, end, value, isCut, isQuoted, node }) => {
        const members = (node.members ?? []).map(
          ({ key, node: own }) => `${own.kind}@${key.start}-${key.end}:${own.start}-${own.end}`,
        );
        return `${JSON.stringify(value)} ${start}-${end}${isCut ? ' cut' : ''}${isQuoted ? ' quoted' : ''} ${members.join(' ')}`;
      })
      .join(' & ') || '-';
  test.each([
    '{"a": 1, \'b\': "c", d: [True, None,]}',
    '{ "a"=>nil, :b => "c\\"d", e=f g, h: {} }',
    '{\\"a\\":\\"b\\\\\\"c\\",\\"d\\":[1]}',
    'x {a: [Object], b: <ref *1>, c: [Function: f], d: -1.5e3} y',
    '{ // n\n "a": 1, /* m */ "b": undefined }',
    '> {\n> "a": 1,\n> "b": 2 }',
    'w-1 | {\nw-1 | "a": "b\nc" }',
    '12:07 {"a":\n12:08 1}',
    '{“a”: ‘b’, `c`: 2}',
    '{"a": "b", "c": "d',
    '{"a": 1, …',
    '{"a": [1, ...',
    '{a=1, b={c=true}, d="e", f=[7]}',
    '{"a":f(x), "b": $c.d+e}',
    '{[Symbol(a)]: 1, "\\x41\\u0042\\t": 2}',
    '{"a":<EOL>1,\\n"b":2}',
    '{"a";1} {"b":2} {"c":{"d":3}}',
  ])('%j is read loosely', (text) => {
    expect(outcomeOf(text, (each) => shown(looseObjects(each, any)))).toMatchSnapshot();
  });

  test('is read loosely as deep, as long and as often as it may be', () => {
    const nested = (depth: number) => `${'{a:'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect([63, 64, 65, 66].map((depth) => looseObjects(nested(depth), any)[0]?.start)).toMatchSnapshot();
    expect([19_999, 20_001].map((length) => looseObjects(`{a:"${'b'.repeat(length)}"}`, any).length)).toEqual([1, 0]);
    expect(looseObjects('{a:1} '.repeat(120), any).length).toBe(100);
    expect(looseObjects('{a:1} {b:2}', ({ b }) => b === 2).map(({ start }) => start)).toEqual([6]);
    const margin = (length: number) => looseObjects(`${'x'.repeat(length)} {\n${'x'.repeat(length)} a:1}`, any).length;
    expect([10, 199, 200].map(margin)).toMatchSnapshot();
  });

  const one = (found: ReturnType<typeof printedObject>) => shown(found ? [found] : []);
  test.each([
    'map[detail:a b: c status:401 title:x type:y]',
    '&{Type:a Title:b c Status:7 NextStep:d}',
    "P[type='a', title='b\\'c', n=null, s=[1]]",
    'x type=a title="b c" status=401; y=(z)',
    'a\nb type=c, detail=`d`,',
    'type: a title: b',
    'map[b:1 title:c type:d a:e]',
    'type=<nil> title=nil status= instance=/a?b={c}',
  ])('%j is read as it is printed', (text) => {
    expect(outcomeOf(text, (each) => one(printedObject(each)))).toMatchSnapshot();
  });

  test.each(['{"a":1,,"b":2}', 'x {"a" 1} {"b":2}', '  "a": 1,\n  "b": [{"c":"d"}]\n', '{ b:1 "c":2', '{7:1,"a":2}'])(
    '%j is recovered',
    (text) => {
      expect(
        outcomeOf(text, (each) => one(recoveredObject(each, (value) => Object.keys(value).length > 0))),
      ).toMatchSnapshot();
    },
  );

  test('is recovered at one of the first braces', () => {
    const at = (count: number) => recoveredObject(`${'{a '.repeat(count)}{"b":1}`, ({ b }) => b === 1)?.start;
    expect([0, 1, 6, 7, 8, 9].map(at)).toEqual([0, 3, 18, 21, undefined, undefined]);
  });

  test.each([
    'type: a\nb: 1\n',
    'x\n\n- type: a\n  c: [1, true, {d: e}]\n',
    'err:\n  status: 7\n',
    'a: 1\ndetail: b\n? [c]\n: d\n',
  ])('%j is read as YAML', (text) => {
    const fits = (value: Readonly<Record<string, unknown>>) =>
      'type' in value || 'status' in value || 'detail' in value;
    expect(outcomeOf(text, (each) => shown([...yamlObjects(each, fits)]))).toMatchSnapshot();
  });
});

describe('recorded responses', () => {
  const shown = (text: string) => {
    const { messages, fault } = parseInput({ bytes: bytesOf(text), label: 'x' });
    return fault ?? messages.map(shownMessage).join(' & ');
  };
  test.each([
    '{"response":{"status":4,"headers":{"A":["b",7]},"body":"c"},"request":{"method":"GET","url":"u"}}',
    '{"statusCode":4,"headers":[["A","b"],{"name":"C","value":"d"}],"data":{"e":1}}',
    '{"log":{"entries":[{"request":{"method":"GET"},"response":{"status":4,"content":{"size":0}}}]}}',
    '{"response":{"status":4,"content":{"text":"e30=","encoding":"base64"}},"_initiator":1}',
    '[{"a":[{"type":"b","title":"c"}]},{"a":"{\\"type\\":\\"b\\",\\"detail\\":\\"c\\"}"}]',
    '{"a":{"type":"b","status":4.5}}',
    '{"a":1}\n\n{"b":2}\nc',
    'x {"a":1} y',
    'x\n{ "a":\n"b\nc" } y',
    'a <p:problem>b</p:problem> c',
    '<problem x="y">\n',
    'POST /a',
    ' <a>',
  ])('%j', (text) => {
    expect(outcomeOf(text, shown)).toMatchSnapshot();
  });
});

test.each([
  'Authorization: Bearer abc1',
  'X-Api-Key: a',
  '"token": "Bearer a\\"b"',
  "{'pin' => -4.7}",
  'token=a&my_sid=b',
  '"tokens": ["a b", \'c\\\']',
  '[["cookie", "a=b"], 1]',
  '{"name": "dpop", "value": "a"}',
  '{"value":"a","name":"dpop"}',
  'eyJhbGci.a-b.c x',
  '-----BEGIN A KEY-----\na-b\n-----END',
  'Bearer abcdef1= x',
  'Basic abcdefg\\n',
  "curl -u 'a:b c' -x",
  'x --my-token="a b" y',
  '<a.token>b</a.token>',
  '?a=b&code=12345#c',
  '://a:b@c',
  'PIN is "1234" x',
  'a.b+c@d-e.fg h@i',
  '{"kty":"x","d":"a","n":"b"}',
  '"cookies":[{"value":"a\\"b"}]',
  'token: required, password: <x>, key: ***',
])('secrets of %j', (text) => {
  const found = (each: string) => secretsIn(each).map(({ kind, start, end }) => `${kind} ${each.slice(start, end)}`);
  expect(outcomeOf(text, (each) => found(each).join(' & '))).toMatchSnapshot();
});
