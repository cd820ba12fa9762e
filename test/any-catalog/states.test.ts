import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, type Look, looks, siteInBrowser, unfold, windowsOf } from './looks.ts';
import { base, finder, problemPages, siteDir } from './pages.ts';

/** axe on what the search, the finder, the inspector and the copy buttons show in use, in every look. */

const site = siteInBrowser();
let windows: Record<Look, Page>;

beforeAll(async () => {
  windows = await windowsOf(site.chrome);
});

const path = problemPages[0]?.path ?? '';
const example = JSON.parse(readFileSync(join(siteDir, `${path}.json`), 'utf8')).example;
const body = JSON.stringify(example, null, 2);
const response = `HTTP/1.1 ${example.status} Refused\nContent-Type: application/problem+json\n\n${body}`;
const faulty = response
  .replace('application/problem+json', 'text/html')
  .replace(`"status": ${example.status}`, '"status": "599"');

const searches = {
  'a single hit': `?q=${path.split('/').at(-1)}`,
  'a list of hits': '?q=401&sort=title',
  'no hit': '?q=qqqqzzzz',
  'chosen facets': '?status=401&status=403',
};
const suggested = {
  'an answer': path.split('/').at(-1) ?? '',
  'what may be meant': 'something about it that failed',
  'nothing found': 'qqqqzzzz',
};
const pasted = {
  'a faulty response': faulty,
  'a response without fault': response,
  'JSON that is none': '{"a": }',
  'an unknown type': '{"type":"https://example.com/x","title":"X","status":418}',
  'no problem details': 'HTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{"detail":"Not Found"}',
  'several responses': `${response}\n${faulty}`,
  'a type URI': example.type,
};

describe.each(Object.keys(looks) as Look[])('%s', (look) => {
  test.each(Object.entries(searches))('the finder with %s has no fault', async (_, query) => {
    const page = windows[look];
    await page.goto(`${site.origin}${finder}${query}`);
    await page.waitForFunction(() => !/by category/.test(document.querySelector('.found')?.textContent ?? ''));
    await unfold(page);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  test.each(Object.entries(suggested))('the search of the header with %s has no fault', async (_, text) => {
    const page = windows[look];
    await page.goto(`${site.origin}${path}`);
    if (!(await page.locator('#seek').isVisible())) await page.click('.find-button');
    await page.fill('#seek', text);
    await page.locator('.seek .hits:not([hidden]) [role=status]', { hasText: 'Enter' }).waitFor();
    expect(await axeFaults(page, '.top')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  test.each(Object.entries(pasted))('the inspector with %s has no fault', async (_, text) => {
    const page = windows[look];
    await page.goto(`${site.origin}${base}/inspect`);
    await page.fill('#inspect-text', text);
    await page.click('#inspect button[type=submit]');
    await page.waitForSelector('#result-title:focus, .fault:not(:empty)');
    await unfold(page);
    // A target that lies halfway under the header is too small to axe.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  test('a problem page with a chosen sample and a copied text has no fault', async () => {
    const page = windows[look];
    await page.goto(site.origin + path);
    await page.evaluate(() => {
      const row = document.querySelector('.request')?.closest('details');
      if (row) row.open = true;
    });
    await page.locator('.request label', { hasText: 'Python' }).filter({ visible: true }).first().click();
    await page.locator('button.copy').filter({ visible: true }).first().click();
    await page.waitForFunction(() =>
      /Copied|Failed/.test(document.querySelector('main button.copy')?.textContent ?? ''),
    );
    expect(await axeFaults(page)).toEqual([]);
    await page.evaluate(() => localStorage.clear());
  });
});
