import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'node:path/posix';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { pagePath, siteFiles } from '#hosting/prepare/site-files.ts';
import { jsonLd } from '#site/head.ts';
import { problemsDir } from '../support.ts';
import { base, finder, siteDir } from './pages.ts';

/** What the head of each built page says to crawlers, feed readers and programs. */

const catalog = await load(problemsDir);
const { origin } = catalog.site;
const files = siteFiles(siteDir, catalog.site.base);
const read = (path: string) => readFileSync(join(siteDir, path), 'utf8');
const paths = new Set(files.map(({ path }) => path));
const pages = files.flatMap(({ path }) => {
  const page = pagePath(path);
  return page === undefined ? [] : [{ page, html: read(path) }];
});

/** Attributes of the elements of a name in the head. */
function tags(html: string, name: 'link' | 'meta'): Record<string, string>[] {
  const head = html.slice(0, html.indexOf('</head>'));
  return [...head.matchAll(new RegExp(`<${name}\\b((?:"[^"]*"|[^">])*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  );
}

/** The root of an origin has no name to put a suffix to. */
const withTwin = pages.filter(({ page }) => page !== '/');

const alternates = (html: string, type: string) =>
  tags(html, 'link').filter((link) => link.rel === 'alternate' && link.type === type);

function dataOf(html: string): { '@graph': Record<string, unknown>[] } | undefined {
  const [, text] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  return text === undefined ? undefined : JSON.parse(text);
}

test('every page links its Markdown twin, which exists, and tells agents of it and of the index', () => {
  for (const { page, html } of withTwin) {
    expect(
      alternates(html, 'text/markdown').map(({ href }) => href),
      page,
    ).toEqual([`${page}.md`]);
    expect(paths, page).toContain(`${page}.md`);
    const [before = ''] = html.slice(html.indexOf('<body')).split('<main');
    expect(before, page).toContain(`For AI agents: this page in Markdown is ${page}.md, and the index of all pages is`);
  }
});

test('every twin names the index of all pages in its first lines', () => {
  const twins = files.filter(({ path, type }) => type.startsWith('text/markdown') && paths.has(path));
  expect(twins.length).toBeGreaterThanOrEqual(withTwin.length);
  for (const { path } of twins) {
    expect(read(path).split('\n').slice(0, 12).join('\n'), path).toContain(`${origin}${base}/llms.txt`);
  }
});

test('every link of the heads to this site leads to a file', () => {
  for (const { page, html } of pages) {
    for (const { rel, href = '' } of tags(html, 'link')) {
      const { pathname } = new URL(href, origin);
      expect(rel === 'canonical' ? pathname === page : paths.has(pathname), `${page}: ${rel} ${href}`).toBe(true);
    }
  }
});

test('the first page, the list of all types and the page of changes link the feed', () => {
  const linking = pages.filter(({ html }) => alternates(html, 'application/atom+xml').length > 0);
  const has = existsSync(join(dirname(catalog.folder), 'CHANGELOG.md'));
  expect(linking.map(({ page }) => page).sort()).toEqual(has ? [base || '/', `${base}/changes`, finder].sort() : []);
  expect(paths.has(`${finder}.atom`)).toBe(has);
});

test('there is one site map, which every page names', () => {
  expect([...paths].filter((path) => /sitemap/.test(path))).toEqual(['/sitemap.xml']);
  for (const { page, html } of pages) {
    const named = tags(html, 'link').filter(({ rel }) => rel === 'sitemap');
    expect(
      named.map(({ href }) => href),
      page,
    ).toEqual(['/sitemap.xml']);
  }
});

test('every page has a picture for shared links: a PNG of 1200 by 630 that exists', async () => {
  const used = new Set<string>();
  for (const { page, html } of pages) {
    const meta = Object.fromEntries(
      tags(html, 'meta').map(({ property, name, content }) => [property ?? name, content]),
    );
    expect(meta, page).toMatchObject({
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    });
    expect(meta['og:image:alt'], page).toMatch(/\S\. \d+ problem types?\.$/);
    used.add(meta['og:image'] ?? '');
  }
  const categories = new Set(catalog.problems.map(({ entry }) => entry.category));
  expect(used.size).toBe(categories.size + 1);
  for (const url of used) {
    expect(url.startsWith(`${origin}/`), url).toBe(true);
    const file = join(siteDir, new URL(url).pathname);
    expect(existsSync(file), url).toBe(true);
    const { format, width, height } = await sharp(file).metadata();
    expect({ format, width, height }, url).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(readFileSync(file).length, url).toBeLessThan(100_000);
  }
});

test('a problem page has the picture of its category', () => {
  for (const { name, entry } of catalog.problems) {
    const html = pages.find(({ page }) => parse(page).base === name)?.html ?? '';
    const image = tags(html, 'meta').find(({ property }) => property === 'og:image')?.content;
    expect(image, name).toBe(`${catalog.facts.baseUri}/category/${entry.category}.png`);
  }
});

test('a problem page says in the words of schema.org what its entry says', () => {
  for (const { name, typeUri, entry } of catalog.problems) {
    const html = pages.find(({ page }) => parse(page).base === name)?.html ?? '';
    const graph = dataOf(html)?.['@graph'] ?? [];
    const part = (type: string) => graph.find((each) => each['@type'] === type);
    expect(part('TechArticle'), name).toMatchObject({
      headline: entry.title,
      description: entry.summary,
      url: typeUri,
    });
    expect(part('DefinedTerm'), name).toMatchObject({
      '@id': typeUri,
      termCode: name,
      inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': catalog.facts.baseUri },
    });
    const crumbs = part('BreadcrumbList')?.itemListElement as { position: number; item: string }[];
    expect(crumbs.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(crumbs.map(({ item }) => item)).toEqual([
      catalog.facts.baseUri,
      `${catalog.facts.baseUri}/category/${entry.category}`,
      typeUri,
    ]);
  }
  expect(pages.filter(({ html }) => dataOf(html)).length).toBe(catalog.problems.length);
});

test('no text can end a data block', () => {
  const value = { title: '</script><script>alert(1)</script><!--' };
  const { content = '' } = jsonLd(value);
  expect(content).not.toContain('<');
  expect(JSON.parse(content)).toEqual(value);
});
