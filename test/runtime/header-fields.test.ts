import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aboutBlank, ProblemError, problemResponse, sessionInvalid } from 'arcp-problems';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { combine } from '#runtime/problem/header-fields.ts';
import { problemsDir, root, temporary } from '../support.ts';

/** Header fields of a response: which add up, which replace, and that a bundle sends the same. */

const catalog = await load(problemsDir);

test.each<[string, unknown, string | string[], string | string[]]>([
  ['X-Request-ID', 'a', 'b', 'b'],
  ['Retry-After', 7, '8', '8'],
  ['Cache-Control', 'public', 'no-store', 'no-store'],
  ['Set-Cookie', undefined, 'a=1', ['a=1']],
  ['set-cookie', 'a=1', ['b=2', 'c=3'], ['a=1', 'b=2', 'c=3']],
  ['Set-Cookie', ['a=1', 'b=2'], 'a=1', ['b=2', 'a=1']],
  ['Vary', 'Origin, Accept', 'accept-encoding, Origin', 'Accept, accept-encoding, Origin'],
  ['Link', '<a>; rel="next"', '<b>; rel="help"', '<a>; rel="next", <b>; rel="help"'],
  ['WWW-Authenticate', ['Basic realm="a"'], 'DPoP', 'Basic realm="a", DPoP'],
  ['WWW-Authenticate', 'Bearer', 'Bearer realm="a"', 'Bearer realm="a"'],
  ['Proxy-Authenticate', 'Basic', 'Bearer', 'Basic, Bearer'],
])('%s: %o and then %o make %o', (name, before, value, combined) => {
  expect(combine(name, before, value)).toEqual(combined);
});

describe('a ProblemError', () => {
  const cookies: [string, string][] = [
    ['Set-Cookie', 'sid=; Max-Age=0'],
    ['Set-Cookie', 'csrf=; Max-Age=0'],
  ];

  test.each([
    ['pairs', cookies],
    ['Headers', new Headers(cookies)],
    ['a record with a list', { 'Set-Cookie': cookies.map(([, value]) => value) }],
    ['a map', new Map([['Set-Cookie', 'sid=; Max-Age=0']])],
  ])('keeps every cookie given as %s', (_form, headers) => {
    const error = new ProblemError(sessionInvalid(), { headers });
    const expected = headers instanceof Map ? ['sid=; Max-Age=0'] : cookies.map(([, value]) => value);
    expect(error.headers['set-cookie']).toEqual(expected);
    expect(error.getResponse().headers.getSetCookie()).toEqual(expected);
    expect(error.getResponse({ headers: { 'Set-Cookie': 'a=1' } }).headers.getSetCookie()).toEqual([
      ...expected,
      'a=1',
    ]);
  });

  test('adds a challenge to that of its type, and is not changed by a response', () => {
    const error = new ProblemError(sessionInvalid(), { headers: { 'WWW-Authenticate': 'DPoP algs="ES256"' } });
    const both = 'Bearer, DPoP algs="ES256"';
    expect(error.getResponse({ headers: { Vary: 'Accept' } }).headers.get('WWW-Authenticate')).toBe(both);
    expect(error.headers).toEqual({ 'content-type': 'application/problem+json', 'www-authenticate': both });
  });

  test('refuses a field that cannot be sent', () => {
    expect(() => new ProblemError(aboutBlank(400), { headers: { 'X-A': 'a\nb' } })).toThrow(TypeError);
    expect(() => new ProblemError(aboutBlank(400), { headers: { 'bad name': 'a' } })).toThrow(TypeError);
  });
});

describe('a bundle', () => {
  /** Bundles a module that reads a problem and sends it on, and gives the fields that its response has. */
  async function bundled(code: string): Promise<(problem: object) => Promise<[string, string][]>> {
    const outfile = join(temporary(), 'bundle.mjs');
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: root },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    });
    writeFileSync(outfile, outputFiles[0]?.text ?? '');
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)).default;
  }

  test('without any constructor sends the same fields of each type', async () => {
    const pass = await bundled(`
      import { problemResponse, readProblem } from 'arcp-problems';
      export default async (body) => [...problemResponse(await readProblem(body)).headers];`);
    const withFields = catalog.problems.filter(({ entry }) => entry.headers);
    expect(withFields.length).toBeGreaterThan(5);
    for (const { example } of catalog.problems) {
      expect(await pass(example), String(example.type)).toEqual([...problemResponse(example).headers]);
    }
  });

  test('keeps a type of yours that nothing refers to', async () => {
    const type = 'https://shop.example/problems/slow-down-bundled';
    const pass = await bundled(`
      import { defineProblemType, problemResponse } from 'arcp-problems';
      const slowDown = defineProblemType()({ type: '${type}', title: 'Slow Down', status: 429, headers: { 'X-Rate': '1' } });
      export default (body) => [...problemResponse(body).headers];`);
    expect(Object.fromEntries(await pass({ type, status: 429 }))).toMatchObject({ 'x-rate': '1' });
  });
});
