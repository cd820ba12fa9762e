import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { siteInBrowser, windowOf } from './looks.ts';
import { kinds, problemPages } from './pages.ts';

/** What is left of a page without its scripts, and on paper. */

const site = siteInBrowser();
let plain: Page;
let paper: Page;

beforeAll(async () => {
  plain = await windowOf(site.chrome, { javaScriptEnabled: false, viewport: { width: 1024, height: 740 } });
  paper = await windowOf(site.chrome, { viewport: { width: 718, height: 1000 } });
  await paper.emulateMedia({ media: 'print' });
});

const withSamples = problemPages.find(({ html }) => html.includes('class="request"'))?.path ?? '';
const shown = (page: Page, selector: string) => page.locator(selector).filter({ visible: true });

describe.each(Object.entries(kinds))('%s', (_, path) => {
  test('is complete without JavaScript, and has no control that does nothing', async () => {
    await plain.goto(site.origin + path);
    expect(await plain.locator('h1').count()).toBe(1);
    const dead = await plain.evaluate(() => {
      // A menu that is a popover and the choice of a language work by themselves; searching and inspecting is done by scripts.
      const works = '[popovertarget], summary, .languages input';
      return [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, [role=button], a')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) =>
          element.matches('a') ? !element.getAttribute('href')?.replace(/^#$/, '') : !element.matches(works),
        )
        .map((element) => element.outerHTML.slice(0, 100));
    });
    expect(dead).toEqual([]);
    const hidden = await plain.evaluate(() =>
      [...document.querySelectorAll('main :is(h2, h3, pre, table, dl, ol, li)')]
        // A diagram says the same as its list, and one of them shows; names of causes stand above their list on phones.
        .filter(
          (element) =>
            !element.closest('form, nav, [hidden], .filters, .sequence, .names, details:not([open]), .request'),
        )
        .filter((element) => !element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(hidden).toEqual([]);
  });

  test('prints what it says, and nothing to press', async () => {
    await paper.goto(site.origin + path);
    // The names of columns are buttons where a table can be sorted.
    const controls = 'nav, header.top, footer.foot, button:not(th button), input, select, textarea';
    expect(await shown(paper, controls).count()).toBe(0);
    expect(await shown(paper, 'h1').count()).toBe(1);
    const unseen = await paper.evaluate(() =>
      [...document.querySelectorAll('main details > :not(summary), main pre')]
        .filter((element) => !element.closest('form, [hidden], .filters, .request'))
        .filter(
          (element) =>
            !element.checkVisibility({ contentVisibilityAuto: true }) || element.getBoundingClientRect().height < 10,
        )
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(unseen).toEqual([]);
    expect(await paper.evaluate(() => document.documentElement.scrollWidth)).toBe(718);
    const cut = await paper.evaluate(() =>
      [...document.querySelectorAll('main :is(pre, .scroll)')]
        .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth)
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(cut).toEqual([]);
  });

  test('prints the address behind a link to elsewhere', async () => {
    await paper.goto(site.origin + path);
    const silent = await paper.evaluate(() =>
      [...document.querySelectorAll('main a[href^="http"]')]
        .filter((link) => link.checkVisibility() && !getComputedStyle(link, '::after').content.includes('http'))
        .map((link) => link.outerHTML.slice(0, 100)),
    );
    expect(silent).toEqual([]);
  });
});

test('without JavaScript a label shows all requests in its language', async () => {
  await plain.goto(`${site.origin}${withSamples}`);
  for (const summary of await plain.locator('details.cause > summary').all())
    if (await summary.locator('xpath=following-sibling::div//label').count()) {
      await summary.click();
      break;
    }
  const code = plain.locator('details[open] .request').first().locator('pre').filter({ visible: true });
  expect(await code.count()).toBe(1);
  const before = await code.textContent();
  await plain.locator('details[open] .request label', { hasText: 'Python' }).first().click();
  expect(await code.count()).toBe(1);
  expect(await code.textContent()).not.toBe(before);
});

test('on paper each request stands in one language, under its name', async () => {
  await paper.goto(site.origin + withSamples);
  for (const request of await paper.locator('.request').all()) {
    expect(await request.locator('pre').filter({ visible: true }).count()).toBe(1);
    expect(await request.locator('label').filter({ visible: true }).count()).toBeGreaterThan(0);
  }
});

test('a dark page is printed on white', async () => {
  await paper.goto(site.origin + withSamples);
  await paper.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await paper.evaluate(() => document.documentElement.setAttribute('data-scheme', 'dark'));
  const [ink = 0, ground = 255] = await paper.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor].map((text) => Number(/\d+/.exec(text)?.[0]));
  });
  expect(ink).toBeLessThan(60);
  expect(ground).toBeGreaterThan(240);
});
