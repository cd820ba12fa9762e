import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { siteInBrowser, unfold, windowOf } from './looks.ts';
import { finder, kinds, pages } from './pages.ts';

/** A window of 1280 x 1024 at 400 %: WCAG 2.2, 1.4.10. */

const site = siteInBrowser();
let page: Page;

beforeAll(async () => {
  // Without smooth scrolling a place is reached at once.
  page = await windowOf(site.chrome, { viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' });
});

test('every page fits the width, and nothing is cut', async () => {
  const faults: string[] = [];
  for (const { path } of pages) {
    await page.goto(site.origin + path);
    await unfold(page);
    const { needed, cut } = await page.evaluate(measure);
    if (needed !== 320) faults.push(`${path} is ${needed} px wide`);
    faults.push(...cut.map((html) => `${path}: ${html}`));
  }
  expect(faults).toEqual([]);
}, 120_000);

describe.each(Object.entries(kinds))('%s', (_, path) => {
  test('what stays in place takes less than a quarter of the height', async () => {
    await page.goto(site.origin + path);
    await page.evaluate(() => scrollTo({ top: 600, behavior: 'instant' }));
    const height = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
        .filter((element) => element.checkVisibility())
        .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0),
    );
    expect(height).toBeLessThan(256 / 4);
  });
});

test.each([finder, kinds['longest problem page'] ?? ''])(
  'the focus is never hidden by the header: %s',
  async (path) => {
    await page.goto(site.origin + path);
    await unfold(page);
    const hidden = await page.evaluate(() => {
      const bar = document.querySelector('.top') as HTMLElement;
      const focusable = 'main :is(a[href], button, input, select, summary, [tabindex="0"])';
      return [...document.querySelectorAll<HTMLElement>(focusable)]
        .reverse()
        .filter((element) => {
          element.focus();
          if (document.activeElement !== element) return false;
          const { top, bottom } = element.getBoundingClientRect();
          return bottom <= bar.getBoundingClientRect().bottom || top >= innerHeight;
        })
        .map((element) => element.outerHTML.slice(0, 80));
    });
    expect(hidden).toEqual([]);
  },
);

test('the menu opens, scrolls to its last link, and is left by Escape', async () => {
  await page.goto(site.origin + finder);
  await page.click('.menu-button');
  await page.mouse.move(160, 200);
  await page.mouse.wheel(0, 5000);
  const last = page.locator('#menu a').last();
  await expect.poll(() => last.evaluate((link) => link.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.locator('#menu').isVisible()).toBe(false);
});

/** Runs in the page: its width, and texts that reach beyond the window or beyond a box that hides the rest. */
function measure(): { needed: number; cut: string[] } {
  const cut = new Set<string>();
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.textContent?.trim() || !element?.checkVisibility({ visibilityProperty: true })) continue;
    // For screen readers alone.
    if (element.getBoundingClientRect().width <= 1 || element.closest('.sr-only, .skip')) continue;
    let [left, right] = [0, innerWidth];
    for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (['hidden', 'clip'].includes(overflowX))
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      // What scrolls can be reached.
      if (['auto', 'scroll'].includes(overflowX)) [left, right] = [-Infinity, Infinity];
    }
    range.selectNodeContents(texts.currentNode);
    for (const box of range.getClientRects())
      if (box.left < left - 1 || box.right > right + 1) cut.add(element.outerHTML.slice(0, 120));
  }
  return { needed: document.documentElement.scrollWidth, cut: [...cut] };
}
