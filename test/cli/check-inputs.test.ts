// cspell:ignore Sitzung ungültig
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { root } from '../support.ts';
import { checked, example, head, right, wrong } from './checked.ts';
import { cli, fileOf } from './run.ts';

/** What `check` reads, and what it says of what it cannot read. */

const pretty = JSON.stringify(JSON.parse(wrong), null, 2);
const har = (content: object, status = 401) => ({
  log: {
    entries: [
      { request: { method: 'GET', url: 'https://api.test/ok' }, response: { status: 200, headers: [], content: {} } },
      { request: { method: 'GET', url: 'https://api.test/a' }, response: { status: 0, headers: [], content: {} } },
      {
        request: { method: 'GET', url: 'https://api.test/b' },
        response: {
          status,
          headers: [
            { name: 'content-type', value: 'application/problem+json' },
            { name: 'WWW-Authenticate', value: 'Bearer' },
          ],
          content,
        },
      },
    ],
  },
});
const length = Buffer.byteLength(wrong);

test.each<[string, string | Buffer]>([
  ['a response with CR LF', `${head}\r\n${wrong}`],
  ['a response with LF', `${head}\n${wrong}`.replaceAll('\r\n', '\n')],
  ['a status line of HTTP/2 without reason', `HTTP/2 401 \n${head.split('\r\n').slice(1).join('\n')}\n${wrong}\n`],
  ['a body in several lines', `${head}\r\n${pretty}\n`],
  ['a length that no longer fits', `${head}Content-Length: 5\r\n\r\n${pretty}`],
  ['100 Continue before', `HTTP/1.1 100 Continue\r\n\r\n${head}\r\n${wrong}`],
  ['a redirect with a body before', `HTTP/1.1 302 Found\r\nContent-Length: 5\r\n\r\nhello${head}\r\n${wrong}`],
  [
    'a redirect of unknown length before',
    `HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n<p>moved</p>\n${head}\r\n${wrong}`,
  ],
  ['a tunnel of a proxy before', `HTTP/1.1 200 Connection established\r\n\r\n${head}\r\n${wrong}`],
  [
    'two errors on the way',
    `${head}Content-Length: ${length}\r\n\r\n${wrong}${head}Content-Length: ${length}\r\n\r\n${wrong}`,
  ],
  ['chunks as they travel', `${head}Transfer-Encoding: chunked\r\n\r\n${length.toString(16)}\r\n${wrong}\r\n0\r\n\r\n`],
  ['chunks that curl has joined', `${head}Transfer-Encoding: chunked\r\n\r\n${wrong}`],
  ['the command before the response', `$ curl -i https://api.test/\n${head}\r\n${wrong}`],
  [
    'the output of curl -v',
    `* Connected\n> GET / HTTP/1.1\n> \n${`${head}\r\n`.replace(/^(?=.)/gm, '< ').replace(/\r\n\r\n$/, '\r\n< \r\n')}${pretty}\n* Closing\n`,
  ],
  ['folded header fields', `${head.replace('Bearer', 'Bearer\r\n  realm="x"')}\r\n${wrong}`],
  ['UTF-8 with byte order mark', `\uFEFF${head}\r\n${wrong}`],
  ['UTF-16, as PowerShell writes it', Buffer.from(`\uFEFF${head}\r\n${wrong}`, 'utf16le')],
  ['HAR', JSON.stringify(har({ text: wrong }))],
  ['HAR with base64', JSON.stringify(har({ text: Buffer.from(wrong).toString('base64'), encoding: 'base64' }))],
  [
    'a recorded response',
    JSON.stringify({
      status: 401,
      headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' },
      body: JSON.parse(wrong),
    }),
  ],
  [
    'a list of recorded responses',
    JSON.stringify([
      {
        statusCode: 401,
        headers: [
          ['Content-Type', 'application/problem+json'],
          ['WWW-Authenticate', 'Bearer'],
        ],
        body: wrong,
      },
    ]),
  ],
  [
    'JSON lines',
    `${JSON.stringify({ status: 401, headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' }, body: wrong })}\n\n${JSON.stringify({ status: 204, headers: {} })}\n`,
  ],
])('%s is read', async (_, input) => {
  const { code, all, stderr } = await checked(input);
  expect(stderr).toBe('');
  expect(all.length).toBeGreaterThan(0);
  for (const { status, problem, findings } of all) {
    expect([status, problem]).toEqual([401, 'session-invalid']);
    expect(findings.map((finding) => finding.code)).toEqual(['status-mismatch']);
  }
  expect(code).toBe(1);
});

const headers = { 'Content-Type': 'application/problem+json', 'WWW-Authenticate': 'Bearer' };
const pair = (path: string, body: unknown) => ({
  request: { method: 'GET', path },
  response: { status: 401, headers, body },
});

test.each<[string, unknown, string[]]>([
  [
    'Pact',
    { consumer: { name: 'a' }, interactions: [pair('/a', example), pair('/b', JSON.parse(wrong))] },
    ['input, response 1: 401', 'input, response 2: 401 status-mismatch'],
  ],
  [
    'Mountebank',
    { imposters: [{ port: 1, stubs: [{ responses: [{ is: { statusCode: 401, headers, body: wrong } }] }] }] },
    ['input: 401 status-mismatch'],
  ],
  [
    'Bruno, beside a test that passed',
    [{ results: [pair('/a', example), { ...pair('/b', {}), response: { status: 200, headers: {}, body: { a: 1 } } }] }],
    ['input, item 1, response 1: 401'],
  ],
  [
    'a log, with the body beside the response',
    { res: { statusCode: 401, headers }, error: example },
    ['input: undefined'],
  ],
])('each response that %s recorded is judged', async (_, recording, expected) => {
  const { all } = await checked(JSON.stringify(recording));
  const lines = all.map(({ source, status, findings }) =>
    [`${source.replace(/^.*[\\/]/, '')}: ${status}`, ...findings.map(({ code }) => code)].join(' '),
  );
  expect(lines).toEqual(expected);
});

test.each([{ name: 'agents', version: '1.0.0' }, { run: { executions: [{ code: 401 }] } }, {}])(
  'JSON that is neither a problem nor a recording is not judged: %j',
  async (value) => {
    const { code, all, stderr } = await checked(JSON.stringify(value));
    expect([code, all]).toMatchObject([2, [{ judged: false, findings: [] }]]);
    expect(stderr).toBe(`Nothing was judged. ${all[0]?.reason}\n`);
  },
);

test('a bare problem details object is judged without what only a response has', async () => {
  const { code, all } = await checked(right);
  expect(code).toBe(0);
  expect(all).toMatchObject([{ problem: 'session-invalid', findings: [] }]);
  expect((await checked(JSON.stringify({ ...example, title: 7 }))).code).toBe(1);
});

test('a line that is no JSON is a finding of that line, and the others are read', async () => {
  const { code, all } = await checked(`${right}\n{"broken\n${right}\n`);
  expect(code).toBe(1);
  expect(all.map(({ line, findings }) => [line, findings.map((finding) => finding.code)])).toEqual([
    [1, []],
    [2, ['not-a-problem']],
    [3, []],
  ]);
});

test('a response whose body is missing is not judged, and its header is checked', async () => {
  const log = { entries: [{ request: {}, response: { status: 401, headers: [], content: { size: 9 } } }] };
  for (const [input, reason, codes] of [
    [`${head}Content-Length: 92\r\n\r\n`, 'The body is missing. Save it too, for example with "curl -i".', []],
    [`> HEAD / HTTP/1.1\n> \n< ${head.replaceAll('\r\n', '\n< ')}\n`, 'A response to HEAD has no body.', []],
    [JSON.stringify({ log }), 'The HAR has no text for it. Export the HAR with content.', ['www-authenticate']],
  ] as const) {
    const { code, all, stderr } = await checked(input);
    expect(code).toBe(2);
    expect(stderr).toBe(`Nothing was judged. ${reason}\n`);
    expect(all).toMatchObject([{ status: 401, judged: false, reason }]);
    expect(all[0]?.findings.map((finding) => finding.code)).toEqual(codes);
  }
});

test('an error in the header of a response that is not judged is an error', async () => {
  const { code, all } = await checked(`${head}Retry-After: soon\r\nContent-Length: 92\r\n\r\n`);
  expect([code, all[0]?.findings.map((finding) => finding.code)]).toEqual([1, ['retry-after']]);
});

test('XML in UTF-16 behind a head is read from a file', async () => {
  const xml = '<problem xmlns="urn:ietf:rfc:7807"><title>x</title><status>403</status></problem>';
  const start = 'HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+xml\r\n\r\n';
  for (const mark of ['\uFEFF', '']) {
    const { all } = await checked(Buffer.concat([Buffer.from(start), Buffer.from(mark + xml, 'utf16le')]));
    expect(all.map(({ findings }) => findings.map((finding) => finding.code))).toEqual([['status-mismatch']]);
  }
});

test('bytes beyond ASCII count as bytes', async () => {
  const body = JSON.stringify({ ...example, detail: 'Sitzung ungültig — 会话已失效' });
  const one = `${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const { all } = await checked(one + one);
  expect(all).toHaveLength(2);
  expect(all.flatMap(({ findings }) => findings)).toEqual([]);
});

test('lines are those of the input', async () => {
  const { all } = await checked(`HTTP/1.1 302 Found\nLocation: /x\n\n${head}\r\n${right}`);
  expect(all[0]?.line).toBe(4);
});

test.each([
  ['a missing file', ['check', 'no-such-file.http'], 'no-such-file.http: the file does not exist. Check the path.'],
  ['a folder', ['check', root], `${root}: a folder. Name a file in it.`],
])('%s is told', async (_, args, message) => {
  const { code, stdout, stderr } = await cli(args);
  expect([code, stdout, stderr]).toEqual([2, '', `${message}\n`]);
});

test.each<[string, string | Buffer, string]>([
  ['an empty file', '', 'empty. Save the response with "curl -i".'],
  ['a blank file', ' \n\t\n', 'empty.'],
  ['a binary file', gzipSync('x'.repeat(100)), 'a binary file.'],
  ['a page', '<!doctype html><p>no', 'a page without its status line.'],
  ['prose', 'hello there', 'not an HTTP response, HAR or JSON.'],
  ['broken JSON', '{"type": ', 'not JSON.'],
])('%s is told, without a stack trace', async (_, input, message) => {
  const { code, all, stderr } = await checked(input);
  expect([code, all]).toEqual([2, []]);
  expect(stderr).toContain(`input: ${message}`);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('an empty pipe is told, with a command that works', async () => {
  const { code, stderr } = await cli(['check', '-']);
  expect([code, stderr]).toEqual([
    2,
    'standard input: empty. Pipe a response into it, for example that of "curl -si URL".\n',
  ]);
});

test('100 MB are read in a moment, whatever they are', async () => {
  const prose = fileOf('big.txt', 'lorem ipsum '.repeat(9_000_000));
  expect(await cli(['check', prose])).toMatchObject({ code: 2 });
  const one = {
    request: { method: 'GET', url: 'https://api.test/' },
    response: { status: 404, headers: [], content: { text: 'x'.repeat(1_000_000) } },
  };
  const har = fileOf('big.har', JSON.stringify({ log: { entries: Array.from({ length: 100 }, () => one) } }));
  const { code, stdout } = await cli(['check', har]);
  expect(code).toBe(1);
  expect(stdout).toContain('100 problem responses checked: 100 errors, 0 warnings.');
}, 120_000);
