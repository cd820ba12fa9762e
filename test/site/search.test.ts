import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { siteInBrowser } from '../any-catalog/looks.ts';
import { problemsDir } from '../support.ts';

/** The search box in the header of every page, in a real browser, under the policy that hosts send. */

const catalog = await load(problemsDir);
const path = new URL(catalog.facts.baseUri).pathname;
const { base } = catalog.site;
const site = siteInBrowser();
let complaints: string[] = [];

afterEach(() => {
  const heard = complaints;
  complaints = [];
  expect(heard).toEqual([]);
});

async function open(place: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.chrome.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${site.origin}${place}`);
  return page;
}

const box = (page: Page) => page.locator('#seek');
const options = (page: Page) => page.locator('.seek [role=option]');
const chosen = (page: Page) => page.locator('.seek [aria-selected=true]');
const ask = async (page: Page, text: string) => {
  await box(page).fill(text);
  await page.locator('.seek .hits:not([hidden]) [role=status]', { hasText: 'Enter' }).waitFor();
};

describe.each([`${path}/session-invalid`, `${base}/guides/sessions`, `${base}/inspect`, base, path])(
  'on %s',
  (place) => {
    test('"/" and Ctrl+K lead to a box', async () => {
      const page = await open(place);
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'));
      await page.keyboard.press('/');
      await expect.poll(() => focused()).toBe('q');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('Control+k');
      await expect.poll(() => focused()).toBe('q');
      await page.context().close();
    });

    test('the header suggests what a text can mean', async () => {
      const page = await open(place);
      await ask(page, 'agent offline');
      await expect.poll(() => options(page).first().getAttribute('href')).toBe(`${path}/agent-not-available`);
      await expect.poll(() => box(page).getAttribute('aria-expanded')).toBe('true');
      await page.context().close();
    });
  },
);

describe('suggestions', () => {
  test('say what each is and why it is there', async () => {
    const page = await open(`${path}/session-invalid`);
    await ask(page, 'trailing slash');
    const texts = await options(page).allTextContents();
    expect(texts.join('\n')).toMatch(/Cause/);
    await expect.poll(() => options(page).locator('mark').first().textContent()).toMatch(/trailing slash/i);
    await page.context().close();
  });

  test('choose an exact answer, which Enter opens', async () => {
    const page = await open(`${path}/session-invalid`);
    await ask(page, 'PIN not set for session');
    await expect.poll(() => chosen(page).getAttribute('href')).toBe(`${path}/pin-not-set`);
    await expect
      .poll(() => box(page).getAttribute('aria-activedescendant'))
      .toBe(await chosen(page).getAttribute('id'));
    await box(page).press('Enter');
    await page.waitForURL(`${site.origin}${path}/pin-not-set`);
    await page.context().close();
  });

  test('choose nothing that only may be meant; Enter shows all results, and the focus lands there', async () => {
    const page = await open(`${path}/session-invalid`);
    await ask(page, 'wrong password twice today');
    expect(await chosen(page).count()).toBe(0);
    await expect.poll(() => page.locator('.seek .g').allTextContents()).toEqual(['Maybe']);
    await box(page).press('Enter');
    await page.waitForURL(/\?q=wrong\+password\+twice\+today$/);
    await page.waitForFunction(() => document.activeElement?.closest('.hit-list, .types'));
    await page.context().close();
  });

  test('are walked through by the arrows, and closed by Escape', async () => {
    const page = await open(`${path}/session-invalid`);
    await ask(page, 'wrong password');
    await box(page).press('ArrowDown');
    const first = await options(page).first().getAttribute('href');
    await expect.poll(() => chosen(page).getAttribute('href')).toBe(first);
    await box(page).press('ArrowUp');
    await expect.poll(() => chosen(page).getAttribute('href')).toBe(await options(page).last().getAttribute('href'));
    await box(page).press('Escape');
    await expect.poll(() => box(page).getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => box(page).inputValue()).toBe('wrong password');
    await box(page).press('Escape');
    await expect.poll(() => box(page).inputValue()).toBe('');
    await page.context().close();
  });

  test('find guides, settings, statuses, other responses and commands', async () => {
    const page = await open(base);
    for (const [text, address] of [
      ['express', `${base}/guides/express`],
      ['SESSION_TIMEOUT', `${base}/common#SESSION_TIMEOUT`],
      ['405', `${path}/status/405`],
      ['Invalid host header', `${base}/guides/other-replies#s-400-invalid-host-header`],
      ['npx arcp-problems check', `${base}/guides/cli#`],
    ] as const) {
      await ask(page, text);
      await page.waitForFunction(
        (start) => document.querySelector('.seek [role=option]')?.getAttribute('href')?.startsWith(start),
        address,
      );
    }
    await page.context().close();
  });

  test('Enter straight after the last key opens what was typed', async () => {
    const page = await open(`${base}/guides/sessions`);
    await page.keyboard.press('/');
    await page.keyboard.type('pin-required');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin}${path}/pin-required`);
    await page.context().close();
  });
});

describe('what is typed', () => {
  test('is not sent, and a secret stays out of the address', async () => {
    const page = await open(`${path}/session-invalid`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await ask(page, 'Authorization: Bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl');
    await page.keyboard.press('Enter');
    await page.waitForURL(/problems$|#/);
    await page.waitForFunction(() => document.querySelector('.types'));
    expect(asked.filter((url) => url.includes('eyJ') && !url.includes('#'))).toEqual([]);
    await page.context().close();
  });

  test('stays text', async () => {
    const page = await open(`${path}/session-invalid`);
    await ask(page, '<img src=x onerror=alert(1)> token');
    expect(await page.locator('.seek img').count()).toBe(0);
    await page.context().close();
  });

  test('goes to the page of all results where several lines are pasted', async () => {
    const page = await open(`${path}/session-invalid`);
    await page.keyboard.press('/');
    await page.evaluate(
      (pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      JSON.stringify({ type: `${catalog.facts.baseUri}/tpr-disabled`, status: 503 }, null, 2),
    );
    await page.waitForURL(`${site.origin}${path}?q=tpr-disabled`);
    await page.context().close();
  });
});

test('on a phone a button opens the box over the whole screen, and Close gives the page back', async () => {
  const page = await open(`${path}/session-invalid`, { viewport: { width: 390, height: 844 } });
  expect(await box(page).isVisible()).toBe(false);
  await page.getByRole('link', { name: 'Search' }).click();
  await ask(page, 'agent offline');
  const { width = 0 } = (await page.locator('.seek .hits').boundingBox()) ?? {};
  expect(width).toBe(390);
  expect(await page.locator('main').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await box(page).isVisible()).toBe(false);
  await expect.poll(() => page.locator('main').isVisible()).toBe(true);
  await page.context().close();
});

test('without JavaScript the header has a link to the page of all types, and no control that does nothing', async () => {
  const page = await open(`${path}/session-invalid`, { javaScriptEnabled: false });
  expect(await page.locator('.top :is(input, select)').filter({ visible: true }).count()).toBe(0);
  await expect.poll(() => page.locator('.find-button').isVisible()).toBe(true);
  await page.context().close();
});
