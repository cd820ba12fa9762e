// cspell:ignore Grüße

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepsOf } from '#catalog/causes.ts';
import type { Request } from '#catalog/entry.ts';
import { load } from '#catalog/load.ts';
import { curlText, fetchText, pythonText } from '#catalog/request.ts';
import { absent } from '../absent.ts';
import { libraryDir, problemsDir, run } from '../support.ts';

/** Every request of every entry as curl, fetch and Python text, run for real against a server that records what arrives. */

interface Recorded {
  method: string;
  path: string;
  query: [string, string][];
  headers: IncomingHttpHeaders;
  body: string;
}

const catalogs = await Promise.all([problemsDir, libraryDir].map(load));
const odd: Request = {
  method: 'PATCH',
  path: "/it's/a%20path/$HOME/`id`",
  query: { q: 'a b&c=d', tag: ['x', "y'z"], n: 7, ok: true },
  headers: { 'Content-Type': 'application/json', 'X-Odd': 'it\'s "quoted" $PATH `id` \\n' },
  body: {
    "it's": 'a "quote", a \\ backslash, a $HOME, a `tick`\nand a line',
    unicode: 'Grüße — 世界 \u2028 🎉',
    list: [1, -2.5, true, null, { a: [] }, 'x'],
    empty: {},
    'class-name': { None: 'True' },
    long: Array.from({ length: 20 }, (_, index) => `item ${index}`),
  },
};
const requests = [
  ...catalogs.flatMap(({ problems }) =>
    problems.flatMap((problem) =>
      stepsOf(problem).flatMap(({ request }, step): [string, Request][] =>
        request ? [[`${problem.name}, step ${step + 1}`, request as Request]] : [],
      ),
    ),
  ),
  ['a request with all that needs quoting', odd],
  ['DELETE without anything', { method: 'DELETE', path: '/things/7' }],
  ['HEAD', { method: 'HEAD', path: '/things' }],
] as [string, Request][];

const recorded = new Map<string, Recorded>();
let server: ReturnType<typeof createServer>;
let origin = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    // The first two segments name the tool and the request.
    const [, tool, number, path = ''] = /^\/(\w+)\/(\d+)([^?]*)/.exec(request.url ?? '') ?? [];
    recorded.set(`${tool} ${number}`, {
      method: request.method ?? '',
      path,
      query: [...new URL(request.url ?? '', origin).searchParams],
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

type Derive = (request: Request, server: string) => string;
const texts = (tool: string, derive: Derive) =>
  requests.map(([, request], index) => derive(request, `${origin}/${tool}/${index}`));

interface Tool {
  name: string;
  version: [string, string[]];
  /** Runs all texts in one process. */
  runAll(): Promise<{ code: number; stderr: string }>;
}

const python = `import contextlib, io, json, sys
for text in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, 'request', 'exec'), {})
`;

const tools: Tool[] = [
  {
    name: 'curl',
    version: ['curl', ['--version']],
    runAll: () => run('sh', ['-e'], { input: texts('curl', curlText).join('\n') }),
  },
  {
    name: 'fetch',
    version: [process.execPath, ['--version']],
    runAll: () =>
      run(process.execPath, ['--input-type=module'], {
        input: texts('fetch', fetchText)
          .map((text) => `{\n${text}\nawait response.text();\n}`)
          .join('\n'),
      }),
  },
  {
    name: 'python',
    version: ['python3', ['--version']],
    runAll: () => run('python3', ['-c', python], { input: JSON.stringify(texts('python', pythonText)) }),
  },
];

describe.each(tools)('as $name', ({ name, version, runAll }) => {
  let outcome: { code: number; stderr: string } | undefined;

  beforeAll(async () => {
    if ((await run(...version)).code === 0) outcome = await runAll();
    else absent(version[0], `requests as ${name}`);
  });

  test('all of them run without a failure', () => {
    if (outcome) expect(outcome.code, outcome.stderr).toBe(0);
  });

  test.each(requests.map(([label, request], index) => [label, request, index] as const))(
    '%s arrives as the entry says',
    (_, request, index) => {
      if (!outcome) return;
      const found = recorded.get(`${name} ${index}`);
      expect(found).toBeDefined();
      if (!found) return;
      expect(found.method).toBe(request.method);
      expect(found.path).toBe(new URL(`http://x${request.path}`).pathname);
      const query = Object.entries(request.query ?? {}).flatMap(([key, value]) =>
        [value].flat().map((item) => [key, String(item)]),
      );
      expect(found.query).toEqual(query);
      for (const [header, value] of Object.entries(request.headers ?? {})) {
        expect(found.headers[header.toLowerCase()], header).toBe(value);
      }
      if (request.body === undefined) expect(found.body).toBe('');
      else expect(JSON.parse(found.body)).toEqual(request.body);
    },
  );

  test('a JSON body is called JSON', () => {
    if (!outcome) return;
    const plain = requests.flatMap(([label, { body }], index) => {
      const type = recorded.get(`${name} ${index}`)?.headers['content-type'];
      return body !== undefined && type !== undefined && type !== 'application/json' ? [`${label}: ${type}`] : [];
    });
    expect(plain).toEqual([]);
  });
});

test('there is a request to try in almost every entry', () => {
  const [catalog] = catalogs;
  const without =
    catalog?.problems.filter((problem) => stepsOf(problem).every(({ request }) => request === undefined)) ?? [];
  expect(without.length).toBeLessThan(3);
});
