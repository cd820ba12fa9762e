import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { exampleResponse, responseText } from '#catalog/example.ts';
import { load } from '#catalog/load.ts';
import { siteInBrowser } from '../any-catalog/looks.ts';
import { problemsDir, root } from '../support.ts';

/** The finder of the built site in a real browser, under the Content-Security-Policy that hosts send. */

const catalog = await load(problemsDir);
const path = new URL(catalog.facts.baseUri).pathname;
const typeOf = (name: string) => catalog.problems.find((problem) => problem.name === name) as ProblemType;
const site = siteInBrowser();
let complaints: string[] = [];

afterEach(() => {
  const heard = complaints;
  complaints = [];
  expect(heard).toEqual([]);
});

async function open(query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.chrome.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => new URL(request.url()).origin !== site.origin && complaints.push(request.url()));
  await page.goto(`${site.origin}${path}${query}`);
  return page;
}

const box = (page: Page) => page.locator('#finder-text');
const found = (page: Page) => page.locator('.found');
const names = (page: Page) => page.locator('.types td.what > code').allTextContents();

describe('search', () => {
  test('the exact type comes first, and Enter opens it', async () => {
    const page = await open();
    await box(page).pressSequentially('SESSION_INVALID');
    await expect.poll(() => found(page).textContent()).toMatch(/found by its name/);
    expect((await names(page))[0]).toBe('session-invalid');
    await box(page).press('Enter');
    await page.waitForURL(`${site.origin}${path}/session-invalid`);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.types.sure'));
    await expect.poll(() => box(page).inputValue()).toBe('SESSION_INVALID');
    await page.context().close();
  });

  test('the fragment of a type URI that has no row of its own finds the type', async () => {
    const page = await open('#sessionInvalid');
    await expect.poll(() => names(page)).toEqual(['session-invalid']);
    await page.context().close();
  });

  test('Enter straight after the last key opens what was typed', async () => {
    const page = await open();
    await box(page).pressSequentially('pin-required');
    await box(page).press('Enter');
    await page.waitForURL(`${site.origin}${path}/pin-required`);
    await page.context().close();
  });

  test('a run of keys is one step back', async () => {
    const page = await open();
    await box(page).pressSequentially('dpop-required', { delay: 30 });
    await page.waitForURL(/\?q=dpop-required$/);
    await page.goBack();
    await page.waitForURL(`${site.origin}${path}`);
    await expect.poll(() => box(page).inputValue()).toBe('');
    await expect.poll(() => names(page)).toHaveLength(catalog.problems.length);
    await page.context().close();
  });

  test('a status and a route are lists that lead to their own page', async () => {
    const page = await open('?q=401');
    const link = page.getByRole('link', { name: /^All about the status 401/ });
    await link.waitFor();
    await expect
      .poll(() => found(page).textContent())
      .toBe(
        `${catalog.problems.filter(({ statuses }) => statuses.includes(401)).length} problem types found by the status 401 Unauthorized`,
      );
    await expect.poll(() => link.getAttribute('href')).toBe(`${path}/status/401`);
    await box(page).fill('POST /auth/login');
    await expect
      .poll(() => page.getByRole('link', { name: /^All about the route/ }).getAttribute('href'))
      .toBe(`${path}/route/post-auth-login`);
    await page.context().close();
  });

  test('a pasted response names its type, stays out of the address and can be inspected', async () => {
    const page = await open();
    const text = responseText(exampleResponse(typeOf('rate-limit-exceeded'))).replace(
      '\n\n',
      '\nSet-Cookie: sid=very-secret\n\n',
    );
    await box(page).focus();
    await page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
    await page.waitForFunction(() => document.querySelector('.types.sure'));
    await expect.poll(() => names(page)).toEqual(['rate-limit-exceeded']);
    await expect.poll(() => found(page).textContent()).toBe('1 problem type found by the type of the response');
    expect(page.url()).toBe(`${site.origin}${path}?q=rate-limit-exceeded`);
    await page.getByRole('link', { name: 'Inspect this response' }).click();
    await page.waitForURL(/\/inspect#r=/);
    await page.locator('#result:not([hidden])').waitFor();
    expect(await page.locator('textarea').inputValue()).not.toContain('very-secret');
    await page.context().close();
  });

  test('a secret stays out of the address', async () => {
    const page = await open();
    await box(page).fill('Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln');
    await expect.poll(() => found(page).textContent()).toContain('the header field Authorization');
    expect(page.url()).toBe(site.origin + path);
    await page.context().close();
  });

  test.each([
    ['token expired', 'The token has expired.'],
    ['blocked by CORS policy', '400 Disallowed CORS'],
  ])('the answer to %s comes first, also where it is a cause or another response', async (text, title) => {
    const page = await open(`?q=${encodeURIComponent(text)}`);
    const first = page.locator('.hit-list li').first();
    await expect.poll(() => first.textContent()).toContain(title);
    expect(await page.textContent('.hit-list h2')).toBe('Best match');
    await page.context().close();
  });

  test('nothing found offers names that come close', async () => {
    const page = await open();
    await box(page).fill(`${catalog.facts.baseUri}/session-lost`);
    await expect.poll(() => found(page).textContent()).toMatch(/^No problem type found by/);
    const near = page.locator('.none a');
    await expect.poll(() => near.allTextContents()).toContain('Session Validation Failed');
    expect(await page.locator('.types').isVisible()).toBe(false);
    await page.context().close();
  });

  test('what is typed stays text', async () => {
    const page = await open(`?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await expect.poll(() => found(page).textContent()).not.toMatch(/by category/);
    expect(await page.locator('main img').count()).toBe(0);
    await page.context().close();
  });

  test('"/" goes to the box, the arrows walk through the rows', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => box(page).inputValue()).toBe('');
    await page.keyboard.type('session');
    await page.waitForURL(/q=session$/);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const titles = await page.locator('.hit-list a, .types td.what > a').allTextContents();
    expect(titles.length).toBeGreaterThan(3);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused()).toBe(titles[0]);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused()).toBe(titles[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('facets and order', () => {
  test('a facet narrows, the address keeps it, the back button takes it back', async () => {
    const page = await open();
    await page.getByRole('checkbox', { name: /^404/ }).check();
    await page.waitForURL(/\?status=404$/);
    const of404 = catalog.problems.filter(({ statuses }) => statuses.includes(404)).map(({ name }) => name);
    expect((await names(page)).sort()).toEqual(of404.sort());
    await expect
      .poll(() => found(page).textContent())
      .toBe(`${of404.length} of ${catalog.problems.length} problem types`);
    await page.getByRole('checkbox', { name: /^Agents/ }).check();
    await page.waitForURL(/\?status=404&category=agents$/);
    await expect
      .poll(() => names(page))
      .toEqual(
        catalog.problems
          .filter(({ entry, statuses }) => entry.category === 'agents' && statuses.includes(404))
          .map(({ name }) => name),
      );
    await page.goBack();
    await page.waitForURL(/\?status=404$/);
    await expect.poll(async () => (await names(page)).sort()).toEqual(of404.sort());
    expect(await page.getByRole('checkbox', { name: /^Agents/ }).isChecked()).toBe(false);
    await page.getByRole('link', { name: /^Show all/ }).click();
    await page.waitForURL(`${site.origin}${path}`);
    await expect
      .poll(() => page.locator('.types tbody').count())
      .toBe(new Set(catalog.problems.map(({ entry }) => entry.category)).size);
    await page.context().close();
  });

  test('an address with text, facets and order shows just that', async () => {
    const page = await open('?q=401&retry=after-login&sort=title&order=down');
    await page.waitForURL(/q=401/);
    await page.waitForFunction(() => document.querySelector('th[aria-sort=descending]'));
    const titles = await page.locator('.types td.what > a').allTextContents();
    const expected = catalog.problems
      .filter(({ entry, statuses }) => entry.retry.when === 'after-login' && statuses.includes(401))
      .map(({ entry }) => entry.title);
    expect(titles).toEqual(expected.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? 1 : -1)));
    await expect.poll(() => page.getByRole('checkbox', { name: 'After a new login' }).isChecked()).toBe(true);
    await page.context().close();
  });

  test('a header sorts up, down, and not at all', async () => {
    const page = await open();
    const head = page.getByRole('columnheader', { name: 'Status' });
    for (const [order, query] of [
      ['ascending', '?sort=status'],
      ['descending', '?sort=status&order=down'],
      ['none', ''],
    ]) {
      await head.getByRole('button').click();
      await page.waitForURL(`${site.origin}${path}${query}`);
      await expect.poll(() => head.getAttribute('aria-sort')).toBe(order);
    }
    await head.getByRole('button').click();
    await page.waitForURL(/sort=status$/);
    const statuses = (await page.locator('.types td.which .status:first-child').allTextContents()).map(Number);
    expect(statuses).toEqual([...statuses].sort((a, b) => a - b));
    await page.context().close();
  });

  test('filters that hide everything say so', async () => {
    const page = await open('?q=session-invalid&status=503');
    await page.locator('.none:not([hidden])').waitFor();
    await expect.poll(() => page.locator('.none').textContent()).toMatch(/^The filters hide \d+\.$/);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  test('every type, status and route is there, and no control that does nothing', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect((await names(page)).sort()).toEqual(catalog.problems.map(({ name }) => name).sort());
    for (const { name } of catalog.problems)
      await expect
        .poll(() => page.locator(`.types a[href="${path}/${name}"]`).count(), { message: name })
        .toBeGreaterThan(0);
    expect(await page.locator('#finder, .filters, .types button, .more').filter({ visible: true }).count()).toBe(0);
    await expect
      .poll(() => page.locator('.statuses a').count())
      .toBe(new Set(catalog.problems.flatMap(({ statuses }) => statuses)).size);
    await expect.poll(() => page.locator('noscript').first().textContent()).toContain('needs JavaScript');
    await page.context().close();
  });
});

describe('weight', () => {
  test('little code before the first use, the index with it', async () => {
    const context = await site.chrome.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
    const scripts = asked.filter((file) => file.endsWith('.js'));
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(root, 'dist/site', file))).length, 0);
    expect(bytes).toBeGreaterThan(500);
    expect(bytes, scripts.join(' ')).toBeLessThanOrEqual(6 * 1024);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(asked.some((file) => file.endsWith('finder.json'))).toBe(false);
    await box(page).focus();
    await expect.poll(() => asked.some((file) => file.endsWith('finder.json'))).toBe(true);
    await context.close();
  });
});

describe('for everybody', () => {
  test('the count is announced, and every control has a name', async () => {
    const page = await open();
    await expect.poll(() => found(page).getAttribute('role')).toBe('status');
    for (const group of ['Status', 'Retry', 'Who can fix it', 'Category'])
      await expect.poll(() => page.getByRole('group', { name: group }).count(), { message: group }).toBe(1);
    await expect
      .poll(() => page.getByRole('table', { name: 'Problem types' }).getByRole('columnheader').count())
      .toBe(4);
    await page.context().close();
  });
});
