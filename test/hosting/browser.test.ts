import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { siteInBrowser } from '../any-catalog/looks.ts';

// cspell:ignore sesion
/** The built pages in a real browser, under the header fields of the server. */

const site = siteInBrowser();

test('a page that does not exist offers pages with a similar name, and links that work', async () => {
  const page = await site.chrome.newPage();
  const response = await page.goto(`${site.origin}/docs/problems/sesion-invalid`);
  expect(response?.status()).toBe(404);
  await page.click('main a[href="/docs/problems/session-invalid"]');
  expect(new URL(page.url()).pathname).toBe('/docs/problems/session-invalid');
  expect(await page.textContent('h1')).toBe('Session Validation Failed');
  await page.close();
});

test('the first page holds all that the page before it had', async () => {
  const page = await site.chrome.newPage();
  await page.goto(`${site.origin}/docs/problems/session-invalid`);
  const text = (await page.locator('main').textContent()) ?? '';
  for (const piece of [
    'Session Validation Failed',
    '401',
    'Unauthorized',
    'X-Client-Fingerprint',
    'curl',
    'ARCPClient',
    'HTTP/1.1 401',
    'WWW-Authenticate',
    '"detail"',
    'session_id',
    'SESSION_TIMEOUT',
  ]) {
    expect(text).toContain(piece);
  }
  await page.close();
});

test('a script of another origin can read a twin by the type URI alone', async () => {
  const elsewhere = createServer((_, response) => response.end('<!DOCTYPE html><title>Elsewhere</title>'));
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  const { port } = elsewhere.address() as AddressInfo;
  const page = await site.chrome.newPage();
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    const title = await page.evaluate(async (url) => {
      // If-None-Match makes the browser ask for leave first.
      const headers = { Accept: 'application/json', 'If-None-Match': '"none"' };
      const response = await fetch(url, { headers });
      return `${(await response.json()).title}, ${response.headers.get('link')?.includes('describedby')}`;
    }, `${site.origin}/docs/problems/session-invalid`);
    expect(title).toBe('Session Validation Failed, true');
  } finally {
    await page.close();
    elsewhere.close();
  }
});
