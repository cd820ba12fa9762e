import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import type { Cause } from '#runtime/causes/cause.ts';

/** What a reader does on a phone: the page of a type is open, and one tap leads to the fix of the cause. */

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const;

/** The causes that a response can show: the server sends them, and an answer leads to them. */
export function shownCauses({ causes, answers }: ProblemType): readonly Cause[] {
  return causes.filter(
    ({ name, sent, retired }) =>
      sent !== 'no' && retired === undefined && answers.some((answer) => answer.causes?.includes(name)),
  );
}

/** Opens the page, taps once in its first screen unless the fix is open, and expects to see the first step of the fix. */
export async function expectOneTap(page: Page, address: string, { name, fix }: Cause): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'load' });
  const place = await page.evaluate((id) => {
    const own = document.getElementById(id)?.closest('details')?.querySelector('summary');
    const ways = [own, ...document.querySelectorAll(`a[href="#${id}"]`)].filter((each) => each instanceof HTMLElement);
    const boxes = ways.map((each) => each.getBoundingClientRect()).filter(({ height }) => height > 0);
    const box = boxes.find(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, name);
  expect(place, `${name} is in the first screen`).toBeDefined();
  if (!place) return;
  const steps = page.locator(`[id="${name}"] .step`);
  // The only cause of a type is open already.
  if (!(await steps.first().isVisible())) await page.touchscreen.tap(place.x, place.y);
  await steps.first().waitFor({ state: 'visible' });
  expect(await steps.count(), `${name} has its steps`).toBe(fix.length);
  await expect
    .poll(() => steps.first().evaluate((step) => step.getBoundingClientRect().top < innerHeight), { timeout: 5000 })
    .toBe(true);
}
