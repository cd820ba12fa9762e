import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { siteInBrowser, windowOf } from './looks.ts';
import { kinds } from './pages.ts';

/** Nothing on a page moves by itself: not while it loads, and with reduced motion not when it is used either. */

const site = siteInBrowser();
let calm: Page;
const windows: Page[] = [];

beforeAll(async () => {
  calm = await windowOf(site.chrome, { reducedMotion: 'reduce' });
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 412, height: 823 },
    { width: 768, height: 1024 },
    { width: 1350, height: 940 },
  ])
    windows.push(await windowOf(site.chrome, { viewport }));
});

describe.each(Object.entries(kinds))('%s', (_, path) => {
  test('keeps its place while it loads', async () => {
    const shifts: string[] = [];
    for (const page of windows) {
      await page.goto(site.origin + path, { waitUntil: 'load' });
      const seen = await page.evaluate(async () => {
        // A shift is reported with the frame after it.
        for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
        const shift = { type: 'layout-shift', buffered: true };
        return new Promise<string[]>((done) => {
          const text = (entry: PerformanceEntry) => {
            const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node: Node | null }[] };
            return `${value.toFixed(4)}: ${sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join(', ')}`;
          };
          new PerformanceObserver((list) => done(list.getEntries().map(text))).observe(shift);
          setTimeout(() => done([]), 100);
        });
      });
      shifts.push(...seen.map((text) => `${page.viewportSize()?.width} px: ${text}`));
    }
    expect(shifts).toEqual([]);
  });

  test('has no animation where the system asks for none', async () => {
    await calm.goto(site.origin + path);
    const moving = await calm.evaluate(() => {
      const seconds = (list: string) => Math.max(...list.split(',').map((time) => Number.parseFloat(time)));
      return [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
          const animated = animationName !== 'none' && seconds(animationDuration) > 0;
          return animated || seconds(transitionDuration) > 0 || scrollBehavior === 'smooth';
        })
        .map((element) => element.outerHTML.slice(0, 80));
    });
    expect(moving).toEqual([]);
  });
});
