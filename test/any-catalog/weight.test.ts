import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { guidesOf } from '#catalog/guides.ts';
import { load } from '#catalog/load.ts';
import { problemsDir, root } from '../support.ts';

/** What a reader's browser transfers for a page before anything is used, counted on the built files. */

const kB = 1024;
const folder = join(root, 'dist/site');
const catalog = await load(problemsDir);
const { site, problems } = catalog;
const gzip = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length;
const file = (path: string) => readFileSync(join(folder, path));

/** The files that a page asks for, with what its scripts import at once. */
function loadedBy(html: string): Set<string> {
  const found = new Set<string>();
  const tags = [
    ...html.matchAll(/<(?:script|img)\b[^>]*?\ssrc="([^"]+)"/g),
    ...html.matchAll(
      /<link\b[^>]*?\srel="(?:stylesheet|modulepreload|preload|shortcut icon|icon)"[^>]*?\shref="([^"]+)"/g,
    ),
  ];
  const follow = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    for (const [, other = ''] of file(path)
      .toString()
      .matchAll(/\b(?:import|from)\s*["'`](\.[^"'`]+)/g))
      follow(new URL(other, `http://localhost${path}`).pathname);
  };
  for (const [, path = ''] of tags) follow(path);
  return found;
}

const pageOf = (path: string) => file(`${site.base}/${path}.html`).toString();
/** The words of a page, without markup. */
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const scriptBytes = (paths: Iterable<string>) =>
  [...paths].filter((path) => path.endsWith('.js')).reduce((sum, path) => sum + gzip(file(path)), 0);

test('what a page loads is found, imports of its scripts included', () => {
  const paths = [...loadedBy(pageOf(`${site.segment}/${problems[0]?.name}`))];
  expect(paths.some((path) => path.endsWith('.css'))).toBe(true);
  expect(paths.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(2);
});

describe.each(problems.map(({ name }) => name))('%s', (name) => {
  const html = pageOf(`${site.segment}/${name}`);
  const paths = loadedBy(html);

  test('the page transfers at most 35 kB in at most 10 requests, 8 kB of them scripts', () => {
    const total = [...paths].reduce((sum, path) => sum + gzip(file(path)), gzip(html));
    expect(paths.size + 1).toBeLessThanOrEqual(10);
    expect(scriptBytes(paths)).toBeLessThanOrEqual(8 * kB);
    expect(total).toBeLessThanOrEqual(35 * kB);
  });

  test('its HTML takes at most 8 kB; a long text may take twice what its words alone take', () => {
    // Each cause has a fix of its own, with requests in three languages.
    expect(gzip(html)).toBeLessThanOrEqual(Math.max(8 * kB, 2 * gzip(wordsOf(html))));
  });
});

test('the HTML of most problem pages takes at most 7 kB', () => {
  const sizes = problems.map(({ name }) => gzip(pageOf(`${site.segment}/${name}`))).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(7 * kB);
});

const hasGuides = guidesOf(catalog).length > 0;
test.each(['index', site.segment, 'inspect', ...(hasGuides ? ['guides'] : []), 'common'])(
  'on /%s too the scripts take at most 8 kB before anything is used',
  (path) => {
    expect(scriptBytes(loadedBy(pageOf(path)))).toBeLessThanOrEqual(8 * kB);
  },
);

test('the code of search and inspector is a file of its own that no page loads at once', () => {
  const scripts = readdirSync(join(folder, site.base, '_')).filter((name) => /^app\..*\.js$/.test(name));
  expect(scripts.length).toBeGreaterThanOrEqual(2);
  for (const path of ['index', site.segment, 'inspect', `${site.segment}/${problems[0]?.name}`])
    for (const script of scripts) expect([...loadedBy(pageOf(path))].join(' ')).not.toContain(script);
});
