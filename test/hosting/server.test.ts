import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absent } from '../absent.ts';
import { root, temporary } from '../support.ts';
import { type Answer, ask, type Host, librarySite, nginxHost, nginxIsHere, nodeHost, workerHost } from './hosts.ts';

// cspell:ignore Fproblems fsession fetc fpasswd sessioninvalid
/** One truth table, asked of each place that the site can be served from. */

const siteDir = join(root, 'dist/site');
const page = '/docs/problems/session-invalid';

const html = 'text/html; charset=utf-8';
const markdown = 'text/markdown; charset=utf-8';
const plain = 'text/plain; charset=utf-8';
const json = 'application/json';
const schema = 'application/schema+json';
const problem = 'application/problem+json';

type Row = [
  path: string,
  sent: Record<string, string>,
  status: number | readonly number[],
  type: string | undefined,
  /** Header fields: a text is the whole value, a pattern part of it, `undefined` absence. */
  fields?: Record<string, string | RegExp | undefined>,
  method?: string,
];

const accept = (value: string) => ({ accept: value });
const negotiated = { vary: /\bAccept(?!-)/i, link: /rel="canonical".*rel="alternate".*rel="describedby"/ };

const table: Row[] = [
  // The type URI answers everyone.
  [page, {}, 200, html, { ...negotiated, 'content-location': undefined }],
  [page, accept('*/*'), 200, html, negotiated],
  [page, accept('text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'), 200, html],
  [page, accept('text/markdown'), 200, markdown, { ...negotiated, 'content-location': `${page}.md` }],
  [page, accept('text/markdown, text/html, */*'), 200, markdown],
  [page, accept('text/markdown;q=0.9, text/html;q=0.8, */*;q=0.1'), 200, markdown],
  [page, accept('text/markdown;q=0.8, text/html;q=0.9'), 200, html],
  [page, accept('text/html;q=0.4, application/json;q=0.5, */*;q=0.1'), 200, json],
  [page, accept('application/json'), 200, json, { ...negotiated, 'content-location': `${page}.json` }],
  [page, accept('Application/JSON; charset=utf-8'), 200, json],
  [page, accept('application/json, text/plain, */*'), 200, json],
  [page, accept('application/problem+json'), 200, json, { 'content-location': `${page}.json` }],
  [page, accept('application/problem+json, application/json;q=0.9'), 200, json],
  [page, accept('application/schema+json'), 200, schema, { ...negotiated, 'content-location': `${page}.schema.json` }],
  [page, accept('application/schema+json, application/json;q=0.9, */*;q=0.1'), 200, schema],
  [page, accept('text/plain'), 200, plain, { ...negotiated, 'content-location': `${page}.md` }],
  [page, accept('text/plain;q=0.5, image/png'), 200, plain],
  ['/docs', accept('text/plain'), 200, plain],
  ['/docs/nowhere', accept('text/plain'), 404, plain, { vary: /Accept/ }],
  // Java's own: a range that is none, and q-values without a zero.
  [page, accept('text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2'), 200, html],
  [page, accept('text/html;q=.2, application/json;q=.3'), 200, json],
  [page, accept('text/html;q=nonsense, application/json;q=0.1'), 200, json],
  [page, accept('text/html;q=, text/markdown;q, application/json;q=0.001'), 200, json],
  [page, accept('text/html;q=-1, text/markdown;q=1e3, application/json;q=0.1'), 200, json],
  [page, accept('text/html;q=0.9, text/markdown;q=7'), 200, markdown],
  [page, accept('text/html;q=0.1234, text/markdown;q=0.1239'), 200, html],
  [page, accept('text/html;q=0.1, text/markdown;q=0.5, text/html'), 200, markdown],
  [page, accept('text/htm, text/plain, text/html'), 200, plain],
  [page, accept('application/*'), 200, json],
  [page, accept('text/*'), 200, html],
  [page, accept('application/*, text/*'), 200, json],
  [page, accept('text/html;q=0, */*'), 200, markdown],
  [page, accept('text/html;q=0.001, text/markdown;q=0.000'), 200, html],
  [page, accept('text/html;q=0.123, text/markdown;q=0.124, application/json;q=0.12'), 200, markdown],
  [page, accept('text/html;q=0.99, application/json;q=1.0'), 200, json],
  [page, accept('image/png, text/html;q=0.1'), 200, html],
  [page, accept('image/png, */*;q=0.01'), 200, html],
  [page, accept('image/png'), 406, problem, { vary: /Accept/i, 'cache-control': 'no-store' }],
  [page, accept('text/html;q=0'), 406, problem],
  [page, accept('*/*;q=0'), 406, problem],
  [`${page}?from=mail`, accept('text/markdown'), 200, markdown],
  ['/docs/problems', {}, 200, html, { link: /rel="canonical".*problems\.md.*problems\.json/ }],
  ['/docs/problems', accept('text/markdown'), 200, markdown],
  ['/docs/problems', accept('application/json'), 200, json],
  ['/docs/problems', accept('application/schema+json'), 406, problem],
  ['/docs', {}, 200, html, { link: /^<https:\/\/arcp\.0x001\.tech\/docs>; rel="canonical"/, vary: /Accept(?!-)/i }],
  ['/docs', accept('text/markdown'), 200, markdown, { 'content-location': '/docs.md' }],
  ['/docs/guides/sessions', {}, 200, html, { vary: /Accept(?!-)/i }],
  ['/docs/guides/sessions', accept('text/markdown;q=0.9, text/html;q=0.8'), 200, markdown],
  ['/docs/guides/sessions', accept('application/json'), 406, problem],
  ['/docs/guides/sessions.md', {}, 200, markdown, { 'x-robots-tag': 'noindex' }],
  ['/docs/guides', accept('text/markdown'), 200, markdown],
  ['/docs/problems/status/401', accept('application/json'), 406, problem],
  ['/docs/problems/status/404', {}, 200, html, { link: /status\/404>; rel="canonical".*status\/404\.md/ }],
  ['/docs/problems/status/404', accept('text/markdown'), 200, markdown],
  ['/docs/problems/category/session', accept('text/markdown'), 200, markdown, { vary: /Accept(?!-)/i }],
  ['/docs/problems/category/nothing', accept('text/markdown'), 404, markdown],
  ['/docs/problems/route/post-auth-login', accept('text/markdown, */*;q=0.1'), 200, markdown],
  ['/docs/problems/route/post-auth-login.md', {}, 200, markdown, { 'x-robots-tag': 'noindex' }],
  ['/docs/inspect', accept('text/markdown'), 200, markdown],
  // Twins and resources of the whole catalog.
  [`${page}.md`, accept('text/html'), 200, markdown, { link: /rel="canonical"/, 'x-robots-tag': 'noindex' }],
  [`${page}.json`, {}, 200, json, { 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex' }],
  [`${page}.schema.json`, {}, 200, schema, { 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex' }],
  ['/docs/problems.md', {}, 200, markdown],
  ['/docs/problems.json', {}, 200, json],
  ['/docs/problems.png', {}, 200, 'image/png'],
  ['/docs/problems/category/session.png', {}, 200, 'image/png'],
  ['/docs/problems.atom', {}, 200, 'application/atom+xml; charset=utf-8'],
  ['/docs/openapi.json', {}, 200, json],
  ['/docs/overlay.json', {}, 200, json],
  ['/llms.txt', {}, 200, 'text/plain; charset=utf-8'],
  ['/docs/llms-full.txt', {}, 200, 'text/plain; charset=utf-8'],
  ['/robots.txt', {}, 200, 'text/plain; charset=utf-8'],
  ['/sitemap.xml', {}, 200, 'application/xml; charset=utf-8'],
  [
    '/.well-known/api-catalog',
    {},
    200,
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    { link: /rel="api-catalog"/ },
  ],
  // One address for each page.
  ['/', {}, 308, undefined, { location: '/docs' }],
  ['/docs/', {}, 308, undefined, { location: '/docs' }],
  ['/docs/index.html', {}, 308, undefined, { location: '/docs' }],
  [`${page}/`, {}, 308, undefined, { location: page, 'cache-control': /max-age/ }],
  [`${page}.html`, {}, 308, undefined, { location: page }],
  [`${page}.html?a=b`, {}, 308, undefined, { location: `${page}?a=b` }],
  [`${page}/`, accept('application/json'), 308, undefined, { location: page }],
  ['/docs/problems/', {}, 308, undefined, { location: '/docs/problems' }],
  ['/docs/problems/status', {}, 308, undefined, { location: '/docs/problems' }],
  ['/docs/problems/TPR-disabled', {}, 308, undefined, { location: '/docs/problems/tpr-disabled' }],
  ['/docs/problems/SESSION_INVALID', {}, 308, undefined, { location: page }],
  ['/docs/problems/sessionInvalid', {}, 308, undefined, { location: page }],
  ['/docs/problems/Session%20Invalid', {}, 308, undefined, { location: page }],
  ['/docs/problems/SESSION_INVALID.json', {}, 308, undefined, { location: `${page}.json` }],
  ['/docs/problems/Session-Invalid.SCHEMA.json', {}, 308, undefined, { location: `${page}.schema.json` }],
  // A former name of a problem type is one of its aliases.
  ...['', '.json', '.schema.json', '.md'].map(
    (form): Row => [
      `/docs/problems/agent-registration-error${form}`,
      {},
      308,
      undefined,
      { location: `/docs/problems/agent-registration-failed${form}` },
    ],
  ),
  ['/DOCS/Guides/Sessions/', {}, 308, undefined, { location: '/docs/guides/sessions' }],
  ['/llms-full.txt', {}, 308, undefined, { location: '/docs/llms-full.txt' }],
  // Nothing here.
  ['/docs/problems/nothing-like-it', {}, 404, html, { 'cache-control': 'no-store' }],
  ['/docs/problems/nothing-like-it', accept('text/markdown'), 404, markdown, { vary: /Accept/i }],
  ['/docs/problems/nothing-like-it', accept('application/json'), 404, problem],
  ['/docs/problems/nothing-like-it', accept('application/problem+json'), 404, problem],
  ['/docs/problems/nothing-like-it', accept('image/png'), 404, html],
  ['/docs/problems/nothing-like-it.json', accept('application/json'), 404, problem],
  ['/docs/problems/nothing-like-it/', {}, 404, html],
  ['/docs/problems/session-invalid/deeper', {}, 404, html],
  ['/404.html', {}, 404, html],
  ['/docs/404', {}, 404, html],
  ['/404.md', {}, 404, html],
  ['/docs/sitemap-index.xml', {}, 404, html],
  ['/_headers', {}, 404, html],
  ['/_redirects', {}, 404, html],
  ['/.manifest.json', {}, 404, html],
  [`${page}.md.gz`, {}, 404, html],
  ['/docs%2Fproblems%2fsession-invalid', {}, 404, html],
  ['//docs//problems', {}, 404, html],
  ['//evil.example/docs/', {}, 404, html],
  ['/docs/problems/..%2f..%2f..%2f..%2fetc%2fpasswd', {}, [400, 404], undefined],
  ['/docs/../../etc/passwd', {}, [400, 404], undefined],
  ['/docs/%zz', {}, 400, problem],
  [`/docs/${'a'.repeat(2100)}`, {}, 414, problem],
  // Methods and fields.
  [page, {}, 200, html, { 'content-length': /^\d+$/ }, 'HEAD'],
  [page, accept('text/markdown'), 200, markdown, {}, 'HEAD'],
  ['/docs/problems/nothing-like-it', {}, 404, html, {}, 'HEAD'],
  [page, {}, 405, problem, { allow: 'GET, HEAD, OPTIONS' }, 'POST'],
  [page, {}, 405, problem, { allow: 'GET, HEAD, OPTIONS' }, 'DELETE'],
  ['/nowhere', {}, 405, problem, {}, 'PUT'],
  [
    page,
    {
      origin: 'https://app.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'accept',
    },
    204,
    undefined,
    {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': /GET/,
      'access-control-allow-headers': '*',
    },
    'OPTIONS',
  ],
  [page, { range: 'bytes=0-9' }, 206, html, { 'content-range': /^bytes 0-9\/\d+$/, 'content-length': '10' }],
  [`${page}.json`, {}, 405, problem, { allow: 'GET, HEAD, OPTIONS' }, 'POST'],
  [`${page}?${'a'.repeat(9000)}`, {}, 414, problem, { 'cache-control': 'no-store' }],
  [page, accept(`${'image/x, '.repeat(1100)}text/markdown`), 200, markdown],
  [`${page}.json`, { range: 'bytes=-99999999' }, 206, json, { 'content-range': /^bytes 0-/ }],
  [`${page}.json`, { range: 'Bytes=-1' }, 206, json, { 'content-length': '1' }],
  [`${page}.md`, { 'if-match': '"of-another-time"' }, 412, problem],
  [page, { 'if-match': '"of-another-time"' }, 412, problem],
  [page, { 'if-match': '*' }, 200, html],
  // Slashes and what else no address has.
  ['//evil.example/docs', {}, 404, html, { vary: /Accept/, 'cache-control': 'no-store' }],
  ['/docs//problems/session-invalid', accept('text/markdown'), 404, markdown, { vary: /Accept/ }],
  [`${page}%2F`, accept('application/json'), 404, problem, { vary: /Accept/ }],
  [`${page}?next=//evil.example`, {}, 200, html],
  ['/docs/index', {}, 404, html],
  [`${page}.json`, { range: 'bytes=99999999-' }, 416, problem, { 'content-range': /^bytes \*\/\d+$/ }],
  [page, { range: 'bytes=99999999-' }, 416, problem, { 'cache-control': /no-store/ }],
  [page, { range: 'bytes=0-1,3-4' }, 200, html, { 'content-range': undefined }],
];

const places: [name: string, start: () => Promise<Host>][] = [
  ['the Node server', () => nodeHost(siteDir)],
  ['workerd', () => workerHost(siteDir)],
];
if (nginxIsHere) places.push(['nginx', () => nginxHost(siteDir, join(root, 'dist/nginx.conf'))]);

test.runIf(nginxIsHere)('nginx serves a catalog at the root of its origin', async () => {
  const site = await librarySite(temporary());
  const host = await nginxHost(site, join(site, '../nginx.conf'));
  try {
    expect(await location(host, '/index.html')).toBe('/');
    expect(await location(host, '/types/CARD_EXPIRED')).toBe('/types/card-expired');
    expect((await ask(host.url, '/')).text).toContain('<h1>Home</h1>');
    expect((await ask(host.url, '/types/card-expired', accept(markdown))).headers['content-type']).toBe(markdown);
  } finally {
    await host.stop();
  }
});

const location = async ({ url }: Host, path: string) => (await ask(url, path)).headers.location;

test('nginx is asked too, where it is installed', () => {
  if (!nginxIsHere) absent('nginx', 'its part of the table of requests');
  expect(places.map(([name]) => name)).toContain(nginxIsHere ? 'nginx' : 'workerd');
});

describe.each(places)('%s', (name, start) => {
  let host: Host;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host?.stop());

  test.each(table)('%s %j -> %s %s', async (path, sent, status, type, fields = {}, method = 'GET') => {
    const answer = await ask(host.url, path, sent, method);
    expect([status].flat()).toContain(answer.status);
    if (type !== undefined) expect(answer.headers['content-type']).toBe(type);
    for (const [field, wanted] of Object.entries(fields)) {
      const found = answer.headers[field];
      if (wanted instanceof RegExp) expect(found, field).toMatch(wanted);
      else expect(found, field).toBe(wanted);
    }
    if (method === 'HEAD') expect(answer.body).toHaveLength(0);
    if (type === problem && method !== 'HEAD') {
      expect(JSON.parse(answer.text)).toMatchObject({ type: 'about:blank', status: answer.status });
    }
  });

  test('what is sent is the file of that representation', async () => {
    for (const [media, suffix] of [
      ['text/html', '.html'],
      ['text/markdown', '.md'],
      [json, '.json'],
      [schema, '.schema.json'],
    ] as const) {
      const { body } = await ask(host.url, page, accept(media));
      expect(body.equals(readFileSync(join(siteDir, page + suffix))), media).toBe(true);
    }
  });

  test('each representation has a strong validator of its own, and 304 answers it', async () => {
    const tags = new Set<string>();
    for (const media of ['text/html', 'text/markdown', 'text/plain', json, schema]) {
      const { etag = '' } = (await ask(host.url, page, accept(media))).headers;
      expect(etag).toMatch(/^"[^"]+"$/);
      tags.add(etag);
      const again = await ask(host.url, page, { ...accept(media), 'if-none-match': `"other", W/${etag}` });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(again.headers.etag).toBe(etag);
      expect((await ask(host.url, page, { ...accept(media), 'if-none-match': '*' })).status).toBe(304);
      // What is said of the body is what a whole response says of it (RFC 9110 section 8.6).
      const whole = await ask(host.url, page, accept(media));
      expect([undefined, whole.headers['content-length']]).toContain(again.headers['content-length']);
      expect(again.headers.vary).toMatch(/Accept/i);
    }
    expect(tags.size).toBe(5);
    const { etag = '' } = (await ask(host.url, page, accept('text/html'))).headers;
    expect((await ask(host.url, page, { ...accept('text/markdown'), 'if-none-match': etag })).status).toBe(200);
  });

  test('HEAD says what GET says', async () => {
    for (const [path, sent] of [
      [page, {}],
      [page, accept(json)],
      ['/nowhere', {}],
      ['/docs/', {}],
    ] as const) {
      const get = await ask(host.url, path, sent);
      const head = await ask(host.url, path, sent, 'HEAD');
      expect(kept(head)).toEqual(kept(get));
    }
  });

  test('hashed files may be kept for ever, pages are asked for again', async () => {
    const { text, headers } = await ask(host.url, page);
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    const [asset = ''] = /\/docs\/_\/[\w.-]+\.css/.exec(text) ?? [];
    const { status, headers: own } = await ask(host.url, asset);
    expect(status).toBe(200);
    expect(own['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(own['content-type']).toMatch(/^text\/css/);
    const gone = await ask(host.url, '/docs/_/gone.js');
    expect(gone.status).toBe(404);
    expect(gone.headers['cache-control']).toBe('no-store');
  });

  test('every answer carries the security fields', async () => {
    const paths: [string, Record<string, string>?, string?][] = [
      [page],
      [page, accept(json)],
      [page, accept('image/png')],
      [`${page}.md`],
      ['/nowhere'],
      ['/docs/'],
      ['/robots.txt'],
      ['/docs/%zz'],
      [page, {}, 'POST'],
    ];
    for (const [path, sent, method] of paths) {
      const { headers } = await ask(host.url, path, sent, method);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['content-security-policy'], path).toMatch(/^default-src 'none'; script-src 'self'/);
      expect(headers['content-security-policy'], path).not.toContain("'unsafe-inline'");
      expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
      expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
      expect(headers['access-control-allow-origin'], path).toBe('*');
    }
    const { headers } = await ask(host.url, page, { range: 'bytes=99999999-' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('a smaller coding is sent to those who take it; Workers leave that to their platform', async () => {
    const plain = await ask(host.url, page);
    expect(plain.headers['content-encoding']).toBeUndefined();
    if (name === 'workerd') {
      const platform = await ask(host.url, page, { 'accept-encoding': 'gzip' });
      expect(platform.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(platform.body).equals(plain.body)).toBe(true);
      return;
    }
    expect(plain.headers.vary).toMatch(/Accept-Encoding/i);
    const small = await ask(host.url, page, { 'accept-encoding': 'gzip' });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.headers.etag).not.toBe(plain.headers.etag);
    expect(small.body.equals(readFileSync(join(siteDir, `${page}.html.gz`)))).toBe(true);
    const none = await ask(host.url, page, { 'accept-encoding': 'gzip;q=0' });
    expect(none.headers['content-encoding']).toBeUndefined();
  });
});

/** What does not depend on the moment or the connection. */
function kept({ status, headers }: Answer): Record<string, unknown> {
  const { date: _, connection: __, 'keep-alive': ___, 'transfer-encoding': ____, ...rest } = headers;
  if (rest['content-length'] === '0') delete rest['content-length'];
  return { status, ...rest };
}
