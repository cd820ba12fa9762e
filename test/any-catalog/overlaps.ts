import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { siteInBrowser, unfold, windowOf } from './looks.ts';

/** Places of a page where text lies under a control, or a control under another. */
export function overlapsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      readonly owner: Element;
      readonly rect: DOMRect;
      readonly text: string;
    }
    const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    /** What of a box the parts around it let through. */
    const clipped = (rect: DOMRect, owner: Element): DOMRect | undefined => {
      let { left, top, right, bottom } = rect;
      for (let part: Element | null = owner; part && part !== document.body; part = part.parentElement) {
        const { overflowX, overflowY, clipPath } = getComputedStyle(part);
        if (clipPath !== 'none') return undefined;
        const bounds = part.getBoundingClientRect();
        if (overflowX !== 'visible') [left, right] = [Math.max(left, bounds.left), Math.min(right, bounds.right)];
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, bounds.top), Math.min(bottom, bounds.bottom)];
      }
      return right - left > 2 && bottom - top > 2 ? new DOMRect(left, top, right - left, bottom - top) : undefined;
    };
    const isInPlace = (element: Element) => {
      for (let part: Element | null = element; part; part = part.parentElement)
        if (['fixed', 'sticky'].includes(getComputedStyle(part).position)) return false;
      return true;
    };
    const boxesOf = (rects: Iterable<DOMRect>, owner: Element, text: string): Box[] =>
      [...rects].flatMap((rect) => {
        const seen = clipped(rect, owner);
        return seen ? [{ owner, rect: seen, text }] : [];
      });
    // The button of the header's box is the icon inside it.
    const controls = [...document.querySelectorAll('button:not(.go), input, select, textarea')]
      .filter((element) => isSeen(element))
      .flatMap((element) => boxesOf([element.getBoundingClientRect()], element, element.outerHTML.slice(0, 60)));
    const texts: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!owner || text === '' || !isSeen(owner)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      texts.push(...boxesOf(range.getClientRects(), owner, text.slice(0, 40)));
    }
    const meets = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    const isApart = (a: Element, b: Element) => !a.contains(b) && !b.contains(a);
    const places = new Map<Element, boolean>();
    const stays = (element: Element) => {
      const known = places.get(element) ?? isInPlace(element);
      places.set(element, known);
      return known;
    };
    return controls.flatMap((control) =>
      [...texts, ...controls]
        .filter(
          ({ owner, rect }) =>
            isApart(owner, control.owner) && meets(rect, control.rect) && stays(owner) === stays(control.owner),
        )
        .filter(({ owner }) => !owner.closest('.key'))
        .map(({ text }) => `${control.text} and ${text}`),
    );
  });
}

/** No text lies under a control of these pages, at any width and in any theme. */
export function overlapTests(paths: readonly string[], timeout: number): void {
  const site = siteInBrowser();
  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each([320, 390, 768, 1440])('no text and control overlap at %i px', { timeout }, async (width) => {
      const options: BrowserContextOptions = { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' };
      const page = await windowOf(site.chrome, options);
      const faults: string[] = [];
      for (const path of paths) {
        await page.goto(site.origin + path);
        await unfold(page);
        faults.push(...(await overlapsOn(page)).map((fault) => `${path}: ${fault}`));
      }
      await page.context().close();
      expect(faults).toEqual([]);
    });
  });
}
