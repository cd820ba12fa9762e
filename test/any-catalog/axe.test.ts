import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, type Look, looks, siteInBrowser, unfold, windowsOf } from './looks.ts';
import { kinds } from './pages.ts';

/** axe on every kind of page, in every look, with all that can be opened open. */

const site = siteInBrowser();
let windows: Record<Look, Page>;

beforeAll(async () => {
  windows = await windowsOf(site.chrome);
});

describe.each(Object.entries(kinds))('%s', (_, path) => {
  test.each(Object.keys(looks) as Look[])('has no fault: %s', async (look) => {
    const page = windows[look];
    await page.goto(site.origin + path);
    await unfold(page);
    expect(await axeFaults(page)).toEqual([]);
    const menu = page.locator('.menu-button');
    if (!(await menu.isVisible())) return;
    await menu.click();
    expect(await page.locator('#menu').isVisible()).toBe(true);
    expect(await axeFaults(page, '#menu')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('#menu').isVisible()).toBe(false);
  });
});

test.each(['light', 'dark'] as const)('code has a contrast of 7 to 1: %s', async (look) => {
  const page = windows[look];
  const faults: string[] = [];
  for (const path of Object.values(kinds)) {
    await page.goto(site.origin + path);
    await unfold(page);
    if ((await page.locator('pre').count()) > 0)
      faults.push(...(await axeFaults(page, 'pre', 'color-contrast-enhanced')));
  }
  expect(faults).toEqual([]);
});
