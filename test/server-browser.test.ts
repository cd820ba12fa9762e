import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Host, nodeHost } from './server-hosts.ts';
import { browser, root } from './support.ts';

// cspell:ignore sesion
/** The built pages in a real browser, under the header fields of the server. */

const siteDir = join(root, 'dist/site');
let host: Host;
let chrome: Awaited<ReturnType<typeof browser>>;

beforeAll(async () => {
  [host, chrome] = await Promise.all([nodeHost(siteDir), browser()]);
});
afterAll(async () => {
  await chrome?.close();
  await host?.stop();
});

/** What a browser complains about on a page: refused code and styles, failed requests, errors of scripts. */
async function complaints(path: string): Promise<string[]> {
  const context = await chrome.newContext();
  const page = await context.newPage();
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('requestfailed', (request) => found.push(`${request.url()}: ${request.failure()?.errorText}`));
  await page.goto(host.url + path, { waitUntil: 'networkidle' });
  await context.close();
  return found;
}

const kinds = readdirSync(join(siteDir, 'docs'))
  .filter((file) => file.endsWith('.html') && file !== 'index.html' && file !== '404.html')
  .map((file) => `/docs/${file.replace('.html', '')}`);

test.each(['/docs', ...kinds, '/docs/problems/session-invalid', '/docs/guides/sessions'])(
  'nothing on %s is refused by its security policy',
  async (path) => {
    expect(await complaints(path)).toEqual([]);
  },
);

test('a page that does not exist offers near names, and links that work', async () => {
  const page = await chrome.newPage();
  const response = await page.goto(`${host.url}/docs/problems/sesion-invalid`);
  expect(response?.status()).toBe(404);
  await page.click('#near a');
  expect(new URL(page.url()).pathname).toBe('/docs/problems/session-invalid');
  expect(await page.textContent('h1')).toBe('Session Validation Failed');
  await page.close();
});

test('a script of another origin can read a twin by the type URI alone', async () => {
  const elsewhere = createServer((_, response) => response.end('<!DOCTYPE html><title>Elsewhere</title>'));
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  const { port } = elsewhere.address() as AddressInfo;
  const page = await chrome.newPage();
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    const title = await page.evaluate(async (url) => {
      // If-None-Match makes the browser ask for leave first.
      const headers = { Accept: 'application/json', 'If-None-Match': '"none"' };
      const response = await fetch(url, { headers });
      return `${(await response.json()).title}, ${response.headers.get('link')?.includes('describedby')}`;
    }, `${host.url}/docs/problems/session-invalid`);
    expect(title).toBe('Session Validation Failed, true');
  } finally {
    await page.close();
    elsewhere.close();
  }
});
