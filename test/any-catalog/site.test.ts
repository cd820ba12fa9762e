import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stepsOf } from '#catalog/causes.ts';
import { load } from '#catalog/load.ts';
import { isOtherCatalog, problemsDir, root } from '../support.ts';
import { siteInBrowser } from './looks.ts';
import { kinds, pages } from './pages.ts';

/** The built site, as `npm start` serves it, in a real browser. */

const catalog = await load(problemsDir);
const site = siteInBrowser();
const path = (uri: string) => new URL(uri).pathname;

test.skipIf(isOtherCatalog)('the site has pages of every kind', () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(Object.keys(kinds)).toEqual([
    'landing page',
    'finder',
    'longest problem page',
    'shortest problem page',
    'page of a type that is never sent',
    'category',
    'status',
    'route',
    'index of guides',
    'guide with a diagram',
    'guide of the manual',
    'inspector',
    'page not found',
  ]);
});

test('every page of a problem type belongs to an entry', () => {
  const { base, segment } = catalog.site;
  const folder = join(root, 'dist/site', base, segment);
  const own = readdirSync(folder).filter((file) => file.endsWith('.html') && file !== 'index.html');
  expect(own.sort()).toEqual(catalog.problems.map(({ name }) => `${name}.html`).sort());
});

describe.each(catalog.problems.map((problem) => [problem.name, problem] as const))('%s', (_, problem) => {
  test('its type URI answers 200 at once, and is canonical', async () => {
    const response = await fetch(site.origin + path(problem.typeUri), { redirect: 'manual' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const html = await response.text();
    expect(/<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]).toBe(problem.typeUri);
    expect(/<meta property="og:url" content="([^"]*)"/.exec(html)?.[1]).toBe(problem.typeUri);
  });

  test('its twins hold the same facts', async () => {
    const schema = await fetch(site.origin + path(problem.schemaUri));
    expect(await schema.json()).toEqual(problem.schema);
    const data = await fetch(site.origin + path(problem.jsonUri));
    expect(await data.json()).toMatchObject({
      type: problem.typeUri,
      title: problem.entry.title,
      status: problem.statuses[0],
    });
  });
});

test('in a browser each page shows its facts, without a word in the console', async () => {
  const page = await site.chrome.newPage();
  const complaints: string[] = [];
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && complaints.push(`${page.url()}: ${message.text()}`),
  );
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
  page.on('requestfailed', (request) => complaints.push(`${page.url()}: ${request.url()} failed`));
  for (const problem of catalog.problems) {
    await page.goto(site.origin + path(problem.typeUri), { waitUntil: 'load' });
    const { entry } = problem;
    expect(await page.locator('h1').allTextContents(), problem.name).toEqual([entry.title]);
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('details')) {
        row.removeAttribute('name');
        row.open = true;
      }
    });
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count.
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(text).toContain(problem.typeUri);
    for (const status of problem.statuses) expect(text).toContain(String(status));
    for (const { name } of problem.members) expect(text).toContain(name);
    for (const { cause } of problem.causes) expect(text).toContain(cause.replace(/`|\.$/g, '').replace(/\s+/g, ' '));
    for (const { step } of stepsOf(problem))
      if (!step.includes('{')) expect(text).toContain(step.replace(/`/g, '').replace(/\s+/g, ' '));
    for (const name of Object.keys(entry.related ?? {}))
      expect(await page.locator(`main a[href$="/${name}"]`).count(), name).toBeGreaterThan(0);
  }
  expect(complaints).toEqual([]);
  await page.close();
});

test('every link and every anchor of the site leads somewhere', () => {
  const folder = join(root, 'dist/site');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (file) => `/${file.replaceAll('\\', '/')}`,
  );
  const pages = new Map(
    files.filter((file) => file.endsWith('.html')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const fileOf = (pathname: string) =>
    [
      pathname,
      `${pathname}.html`,
      `${pathname.replace(/\/$/, '')}/index.html`,
      `${pathname.replace(/\/$/, '')}.html`,
    ].find((file) => files.includes(file) && /\.\w+$/.test(file));
  const broken: string[] = [];
  for (const [file, html] of pages) {
    const here = new URL(file.replace(/(\/index)?\.html$/, '') || '/', catalog.site.origin);
    for (const [, href = ''] of html.matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]*)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), here);
      if (url.origin !== catalog.site.origin) continue;
      const target = fileOf(decodeURIComponent(url.pathname));
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!target) broken.push(`${file}: ${href}`);
      else if (anchor && !pages.get(target)?.includes(`id="${anchor}"`))
        broken.push(`${file}: ${href} (no such anchor)`);
    }
  }
  expect(broken).toEqual([]);
});
