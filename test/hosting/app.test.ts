import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { respond } from '#hosting/server/fetch.ts';
import { Folder } from '#hosting/server/folder.ts';
import type { Manifest } from '#hosting/server/manifest.ts';
import { Memory } from '#hosting/server/memory.ts';
import { missingHtml, missingMarkdown } from '#hosting/server/missing.ts';
import { preferred, preferredEncoding } from '#hosting/server/negotiate.ts';
import { Site } from '#hosting/server/site.ts';
import { temporary } from '../support.ts';
import { librarySite } from './hosts.ts';

// cspell:ignore Cscript Ealert Fscript expird typs
/** The application itself, over the fixture catalog: another base, another origin. */

const origin = 'https://errors.lending.example';
let site: Site;
let siteDir: string;

const folder = temporary();
beforeAll(async () => {
  siteDir = await librarySite(folder);
  site = siteIn(siteDir);
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  respond(site, new Request(origin + path, { headers, method }));

function siteIn(folder: string, room = Number.POSITIVE_INFINITY): Site {
  const manifest = JSON.parse(readFileSync(join(folder, '.manifest.json'), 'utf8')) as Manifest;
  return new Site(manifest, new Folder(folder, new Memory(room)));
}

describe('negotiation', () => {
  const offers = ['text/html', 'text/markdown', 'application/json'].map((accept) => ({ accept }));

  test.each([
    [undefined, 'text/html'],
    ['', 'text/html'],
    ['*/*', 'text/html'],
    ['*/*;q=0.1', 'text/html'],
    ['text/markdown;q=0.5, */*;q=0.5', 'text/markdown'],
    ['*/*, text/html;q=0.9', 'text/markdown'],
    ['text/html;q=0.5, application/json;q=0.51', 'application/json'],
    ['application/json ; q=0.3 , text/markdown ; q=0.4', 'text/markdown'],
    ['application/json;profile="a, text/html";q=0.9, text/markdown;q=0.8', 'application/json'],
    ['TEXT/MARKDOWN', 'text/markdown'],
    ['text/html;q=nonsense, application/json;q=0.1', 'application/json'],
    ['text/html;q=0', undefined],
    ['image/webp', undefined],
    [';;;,,,', undefined],
  ])('%j prefers %s', (accept, type) => {
    expect(preferred(accept, offers)?.accept).toBe(type);
  });

  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0', 'identity'],
    ['zstd', 'identity'],
  ])('the coding for %j is %s', (accepted, coding) => {
    expect(preferredEncoding(accepted, ['br', 'gzip'])).toBe(coding);
  });
});

describe('a catalog at another place', () => {
  test('its pages, twins and list are served', async () => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/types', 'text/html; charset=utf-8'],
      ['/types.json', 'application/json'],
      ['/types.md', 'text/markdown; charset=utf-8'],
      ['/types/card-expired', 'text/html; charset=utf-8'],
      ['/types/card-expired.schema.json', 'application/schema+json'],
    ]) {
      const response = await get(path ?? '');
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type'), path).toBe(type);
    }
  });

  test('the links of a page name its canonical address and its twins', async () => {
    expect((await get('/types/card-expired')).headers.get('link')).toBe(
      `<${origin}/types/card-expired>; rel="canonical", ` +
        '</types/card-expired.md>; rel="alternate"; type="text/markdown", ' +
        '</types/card-expired.json>; rel="alternate"; type="application/json", ' +
        '</types/card-expired.schema.json>; rel="describedby"; type="application/schema+json"',
    );
  });

  test('what no representation fits is refused with the addresses of all, none of them a redirect', async () => {
    const response = await get('/types/card-expired', { accept: 'image/png' });
    expect(response.status).toBe(406);
    const { available } = (await response.json()) as { available: { type: string; href: string }[] };
    expect(available[0]).toEqual({ type: 'text/html', href: '/types/card-expired' });
    for (const { href } of available) expect((await get(href)).status, href).toBe(200);
  });

  test('a redirect has no body, and says so', async () => {
    const response = await get('/types/card-expired/');
    expect(response.status).toBe(308);
    expect(response.headers.get('content-length')).toBe('0');
    expect(await response.text()).toBe('');
  });

  test('strict transport is asked for over https only', async () => {
    expect((await get('/types')).headers.get('strict-transport-security')).toBe('max-age=31536000');
    const plain = await respond(site, new Request('http://localhost/types'));
    expect(plain.headers.get('strict-transport-security')).toBeNull();
  });
});

describe('an unknown address', () => {
  test('pages with a similar name are suggested in each form', async () => {
    const page = await (await get('/types/card-expird')).text();
    expect(page).toContain('<li><a href="/types/card-expired">card-expired</a></li>');
    expect(page.indexOf('card-expired')).toBeLessThan(page.indexOf('</main>'));
    const markdown = await (await get('/types/card-expird', { accept: 'text/markdown' })).text();
    expect(markdown).toContain('- [card-expired](/types/card-expired.md)');
    expect(await (await get('/types/card-expird', { accept: 'application/problem+json' })).json()).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'No page has this address.',
      instance: '/types/card-expird',
      near: ['/types/card-expired'],
    });
  });

  test.each([
    ['/types/loan-limit', '/types/loan-limit-reached'],
    ['/types/membership', '/types/membership-lapsed'],
    ['/typos/card-expired', '/types/card-expired'],
    ['/card-expired.json', '/types/card-expired'],
    ['/typs', '/types'],
  ])('%s is near %s', async (path, near) => {
    const { near: found } = (await (await get(path, { accept: 'application/json' })).json()) as { near: string[] };
    expect(found[0]).toBe(near);
  });

  test('the occurrence is the address as it was written', async () => {
    for (const path of ['/types/card-expird%3Fa=b', '/types/%25', '/types/%0a']) {
      const { instance } = (await (await get(path, { accept: 'application/json' })).json()) as { instance: string };
      expect(instance).toBe(path);
    }
  });

  test.each(['/types/zzzzzz', `/types/${'card-expired-'.repeat(60)}`, '/types/a', '/types/%F0%9F%98%80'])(
    'nothing is near %s',
    async (path) => {
      const response = await get(path, { accept: 'application/json' });
      expect(response.status).toBe(404);
      expect(await response.json()).not.toHaveProperty('near');
    },
  );

  test('what was asked for is never markup', async () => {
    const path = '/types/%3Cscript%3Ealert(1)%3C%2Fscript%3E';
    for (const accept of ['text/html', 'text/markdown', 'application/json']) {
      expect(await (await get(path, { accept })).text()).not.toContain('<script>alert');
    }
    const odd = { address: '/x', near: ['/types/"><img src=x>'] };
    expect(missingHtml('<main></main>', odd, 'Did you mean?')).not.toContain('<img');
  });

  test('a page without a main part still gets the names', () => {
    expect(missingHtml('<p>gone', { address: '/x', near: ['/types/y'] }, 'Did you mean?')).toContain('href="/types/y"');
    expect(missingMarkdown('# Gone\n', { address: '/x', near: [] }, 'Did you mean?')).toBe('# Gone\n');
  });
});

describe('files', () => {
  test('nothing outside the list of files is opened', async () => {
    for (const path of [
      '/.manifest.json',
      '/_headers',
      '/../site/.manifest.json',
      '/types/card-expired.md.br',
      '/__proto__',
      '/constructor',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  test('a range is cut from the plain file, and If-Range guards it', async () => {
    const whole = await get('/types/card-expired.md');
    const text = await whole.text();
    const tag = whole.headers.get('etag') ?? '';
    const part = await get('/types/card-expired.md', { range: 'bytes=4-7', 'accept-encoding': 'br', 'if-range': tag });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-encoding')).toBeNull();
    expect(await part.text()).toBe(text.slice(4, 8));
    const tail = await get('/types/card-expired.md', { range: 'bytes=-5' });
    expect(await tail.text()).toBe(text.slice(-5));
    const stale = await get('/types/card-expired.md', { range: 'bytes=4-7', 'if-range': '"old"' });
    expect(stale.status).toBe(200);
    for (const range of ['bytes=0-1,4-5', 'lines=1-2', 'nonsense']) {
      expect((await get('/types/card-expired.md', { range })).status, range).toBe(200);
    }
    expect((await get('/types/card-expired.md', { range: 'bytes=0-3' }, 'HEAD')).status).toBe(200);
  });

  test('each coding has its own validator and its own length', async () => {
    const lengths = new Set<string>();
    const tags = new Set<string>();
    for (const coding of ['identity', 'gzip', 'br']) {
      const response = await get('/_/app.D1gest00.js', { 'accept-encoding': coding });
      expect(response.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
      expect(String((await response.arrayBuffer()).byteLength)).toBe(response.headers.get('content-length'));
      lengths.add(response.headers.get('content-length') ?? '');
      tags.add(response.headers.get('etag') ?? '');
    }
    expect([lengths.size, tags.size]).toEqual([3, 3]);
  });

  test.each<[what: string, spoil: (file: string) => void]>([
    ['is missing', (file) => rmSync(file)],
    ['grew', (file) => appendFileSync(file, 'more')],
    ['shrank', (file) => truncateSync(file, 10)],
    ['has other bytes', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('e', 'E'))],
    [
      'is a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])('a file that %s gets a 503, until it is right again', async (_, spoil) => {
    const folder = await librarySite(temporary());
    const broken = siteIn(folder);
    const file = join(folder, 'types/card-expired.md');
    const right = readFileSync(file);
    spoil(file);
    for (const method of ['GET', 'HEAD']) {
      const response = await respond(broken, new Request(`${origin}/types/card-expired.md`, { method }));
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      if (method === 'GET') expect(await response.json()).toMatchObject({ type: 'about:blank', status: 503 });
    }
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, right);
    const response = await respond(broken, new Request(`${origin}/types/card-expired.md`));
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(right)).toBe(true);
  });

  test('a fault of the server is a 500 that does not say where', async () => {
    const { manifest } = siteIn(siteDir);
    const read = () => Promise.reject(new Error('/secret/place'));
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const response = await respond(new Site(manifest, { encodings: [], read }), new Request(`${origin}/types`));
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.text()).not.toContain('secret');
    expect(String(log.mock.calls)).toContain('/secret/place');
    log.mockRestore();
  });

  test('the answer to an unknown address gets a 503 too while its page is not right', async () => {
    const folder = await librarySite(temporary());
    writeFileSync(join(folder, '404.html'), 'torn');
    expect((await respond(siteIn(folder), new Request(`${origin}/nowhere`))).status).toBe(503);
  });

  test('memory holds what it has room for, those used last, and the same bytes once', () => {
    const memory = new Memory(100);
    const bytes = (length: number) => new Uint8Array(length);
    memory.put('a', bytes(40));
    memory.put('b', bytes(40));
    memory.put('a', bytes(40));
    memory.offer('c', bytes(40));
    expect(['a', 'b', 'c'].map((name) => memory.has(name))).toEqual([true, true, false]);
    memory.get('a');
    memory.put('c', bytes(40));
    expect(['a', 'b', 'c'].map((name) => memory.has(name))).toEqual([true, false, true]);
    memory.put('larger than all of it', bytes(101));
    expect(memory.has('larger than all of it')).toBe(false);
    memory.keep(new Set(['c']));
    memory.offer('d', bytes(60));
    expect(['a', 'c', 'd'].map((name) => memory.has(name))).toEqual([false, true, true]);
  });

  test('what had no room is read and compared each time', async () => {
    const folder = await librarySite(temporary());
    const poor = siteIn(folder, 0);
    const ask = () => respond(poor, new Request(`${origin}/types/card-expired.md`));
    expect((await ask()).status).toBe(200);
    appendFileSync(join(folder, 'types/card-expired.md'), 'more');
    expect((await ask()).status).toBe(503);
  });
});

describe('addresses', () => {
  test('every page answers at one address, all others lead there', async () => {
    for (const path of [
      '/types/Card-Expired',
      '/types/CARD_EXPIRED',
      '/types/cardExpired',
      '/types/card-expired/',
      '/types/card-expired.html',
    ]) {
      const response = await get(path);
      expect(response.status, path).toBe(308);
      expect(response.headers.get('location'), path).toBe('/types/card-expired');
    }
    expect((await get('/index.html')).headers.get('location')).toBe('/');
  });

  test('a query stays with the redirect', async () => {
    expect((await get('/types/?a=%3Cb%3E')).headers.get('location')).toBe('/types?a=%3Cb%3E');
  });
});
