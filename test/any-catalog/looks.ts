import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { browser } from '../support.ts';
import { servedSite } from './pages.ts';

/** The built site in a browser, how people look at a page of it, and what axe says about that. */

/** The site and a browser, there from the first test of a file to the last. */
export function siteInBrowser(): { readonly origin: string; readonly chrome: Browser } {
  const opened = {} as { origin: string; chrome: Browser };
  let stop = () => {};
  beforeAll(async () => {
    [{ origin: opened.origin, stop }, opened.chrome] = await Promise.all([servedSite(), browser()]);
  });
  afterAll(async () => {
    await opened.chrome?.close();
    stop();
  });
  return opened;
}

export const looks = {
  light: { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  '320 px': { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  'forced colors': { forcedColors: 'active', viewport: { width: 1024, height: 800 } },
} satisfies Record<string, BrowserContextOptions>;

export type Look = keyof typeof looks;

/** A page in a window of its own. */
export async function windowOf(chrome: Browser, options: BrowserContextOptions): Promise<Page> {
  return (await chrome.newContext(options)).newPage();
}

/** A window for each look. */
export async function windowsOf(chrome: Browser): Promise<Record<Look, Page>> {
  const opened = Object.entries(looks).map(async ([look, options]) => [look, await windowOf(chrome, options)]);
  return Object.fromEntries(await Promise.all(opened));
}

/** Opens all that can be opened on the page. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds: WCAG 2.2 AA and good practice on the whole page, or one rule within a part of it. */
export async function axeFaults(page: Page, part?: string, rule?: string): Promise<string[]> {
  // No page has a frame; without legacy mode each run would open a window more.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (part) axe.include(part);
  const { violations } = await (rule ? axe.withRules([rule]) : axe.withTags(tags)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}
