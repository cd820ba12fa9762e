// cspell:ignore sesion

import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { siteInBrowser, windowOf } from '../any-catalog/looks.ts';
import { pages } from '../any-catalog/pages.ts';
import { problemsDir } from '../support.ts';

/** Nobody gets lost: wrong addresses, and links both ways between types, causes, categories, statuses and guides. */

const { facts, problems, site: place } = await load(problemsDir);
const list = `${place.base}/${place.segment}`;
const site = siteInBrowser();
const htmlOf = (path: string) => pages.find((page) => page.path === path)?.html ?? '';

test('a wrong address shows the type that it means, with its verdict, and fills the box', async () => {
  const page = await windowOf(site.chrome, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}${list}/sesion-invalid`);
  const first = page.locator('#lost li').first();
  await first.waitFor();
  await expect.poll(() => first.locator('a').getAttribute('href')).toBe(`${list}/session-invalid`);
  await expect.poll(() => first.textContent()).toContain('Retry: after a new login');
  await expect.poll(() => page.locator('#ask').inputValue()).toBe('sesion invalid');
  await expect.poll(() => page.locator('#lost').textContent()).toContain('You asked for sesion-invalid');
  await page.context().close();
});

test('a name of a category and of a guide leads to both, each named as what it is', async () => {
  const page = await windowOf(site.chrome, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}${list}/registration`);
  await page.locator('#lost li').first().waitFor();
  const kinds = await page.locator('#lost .k').allTextContents();
  expect(kinds.slice(0, 2).sort()).toEqual(['Category', 'Guide']);
  await page.context().close();
});

test('types, causes, categories and guides link to each other', () => {
  expect(htmlOf(`${list}/session-invalid`)).toContain(`href="${place.base}/guides/sessions"`);
  expect(htmlOf(`${list}/category/session`)).toContain(`href="${place.base}/guides/sessions"`);
  expect(htmlOf(`${place.base}/guides/sessions`)).toContain('Problem types in this guide');
});

test('a status that no type has says what arrives there, and leads to the responses of the guide', () => {
  const html = htmlOf(`${list}/status/405`);
  expect(html).toContain('Method Not Allowed');
  expect(html).toContain(`href="${place.base}/guides/other-replies#s-405-detail-method-not-allowed"`);
});

test('every code block can be copied, those of guides too', async () => {
  const page = await windowOf(site.chrome, { viewport: { width: 1280, height: 900 } });
  for (const path of [`${place.base}/guides/express`, `${list}/${problems[0]?.name}`]) {
    await page.goto(site.origin + path);
    const [blocks, buttons] = await page.evaluate(() => [
      document.querySelectorAll('main pre').length,
      document.querySelectorAll('main pre ~ button.copy').length,
    ]);
    expect(blocks).toBeGreaterThan(1);
    expect(buttons, path).toBe(blocks);
  }
  await page.context().close();
});

test('a page can be copied as Markdown or as a prompt right below its heading', async () => {
  const page = await windowOf(site.chrome, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}${list}/session-invalid`);
  await expect.poll(() => page.locator('.tools button').allTextContents()).toEqual(['Copy page', 'Copy prompt']);
  await page.context().close();
});

test('a fault of a page can be reported where the repository is known, and only there', () => {
  const link = '/issues/new?';
  expect(pages.filter(({ html }) => html.includes(link)).length).toBe(facts.repository ? pages.length : 0);
});
