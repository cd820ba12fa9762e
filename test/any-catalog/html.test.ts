import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { files, pages, siteDir } from './pages.ts';

/** The files of the built site: valid HTML, and nothing that they name is missing. */

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      // Astro writes both styles of void elements.
      'void-style': 'off',
      // Search engines cut a title; one that names a route is as long as the route.
      'long-title': 'off',
      // The address of a release has its version, dots included; HTML only forbids blanks in ids.
      'valid-id': ['error', { relaxed: true }],
      // A facet is a group of checkboxes of one name, as forms have always sent lists.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    },
  }),
);

test('every page is valid HTML', async () => {
  const faults: string[] = [];
  for (const { file, html } of pages) {
    const { results } = await validator.validateString(html, file);
    for (const { messages } of results)
      for (const { line, column, ruleId, message, selector } of messages)
        faults.push(`${file}:${line}:${column}: ${ruleId}: ${message} (${selector})`);
  }
  expect(faults).toEqual([]);
});

test('no word sticks to a link or a name before it', () => {
  const stuck = pages.flatMap(({ file, html }) =>
    [...html.replace(/<pre.*?<\/pre>/gs, '').matchAll(/[^<>]+<\/(?:a|b|code|em|strong)>\w+/g)].map(
      ([text]) => `${file}: ${text}`,
    ),
  );
  expect(stuck).toEqual([]);
});

test('every file that a page loads, fetches or submits to exists', () => {
  const missing: string[] = [];
  for (const { path, file, html } of pages) {
    const named = [
      ...[...html.matchAll(/\s(?:src|action|data-copy-from|poster)="([^"]+)"/g)].map(([, url]) => url),
      ...[...html.matchAll(/\ssrcset="([^"]+)"/g)].flatMap(([, list = '']) => list.split(/,\s+/).map(firstWord)),
    ];
    for (const url of named) if (!exists(url, path)) missing.push(`${file}: ${url}`);
  }
  for (const file of files.filter((name) => name.endsWith('.css'))) {
    const css = readFileSync(join(siteDir, file), 'utf8');
    for (const [, url] of css.matchAll(/url\(["']?(?!data:)([^"')]+)/g))
      if (!exists(url, file)) missing.push(`${file}: ${url}`);
  }
  expect(missing).toEqual([]);
});

test('every address of the site in its site map and in llms.txt leads somewhere', () => {
  const text = ['/sitemap.xml', '/llms.txt'].map((file) => readFileSync(join(siteDir, file), 'utf8')).join('\n');
  const origin = /<loc>(https?:\/\/[^/<]+)/.exec(text)?.[1] ?? '';
  const named = [...text.matchAll(/https?:\/\/[^\s<>()"]+/g)]
    .map(([url]) => url)
    .filter((url) => url.startsWith(origin));
  expect(named.length).toBeGreaterThan(pages.length / 2);
  expect(named.filter((url) => !exists(url, '/'))).toEqual([]);
});

function firstWord(text: string): string | undefined {
  return text.trim().split(/\s/)[0];
}

function exists(url = '', from = '/'): boolean {
  const { pathname } = new URL(url.replaceAll('&amp;', '&'), `https://site.test${from}`);
  const path = decodeURIComponent(pathname).replace(/\/$/, '');
  return ['', '.html', '/index.html'].some((suffix) => files.includes(path + suffix));
}
