// cspell:ignore reserviert geheim belegt probleme

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import * as de from '#catalog/translations/de.ts';
import * as en from '#catalog/translations/en.ts';
import { sayings } from '#catalog/translations/sayings.ts';
import { writeHosting } from '#hosting/prepare/write.ts';
import { axeFaults, looks, unfold, windowOf } from '../any-catalog/looks.ts';
import { browser, root, run } from '../support.ts';

/** The pages of a German catalog and their twins: their language, no English text of the frame, and the catalog's own look. */

const catalog = join(root, 'test/catalogs/leihrad');
const origin = 'https://leihrad.example';
mkdirSync(join(root, 'dist'), { recursive: true });
const workshop = mkdtempSync(join(root, 'dist/language-'));
const site = join(workshop, 'site');
const read = (path: string) => readFileSync(join(site, path), 'utf8');
const chrome = browser();
let page: Page;

beforeAll(async () => {
  const built = await run(process.execPath, [join(root, 'src/toolkit/pages.ts'), catalog, site], { cwd: workshop });
  expect(built.code, built.stdout + built.stderr).toBe(0);
  await writeHosting(await load(catalog), site);
  page = await windowOf(await chrome, looks.light);
  await page.route(`${origin}/**`, answer);
});
afterAll(async () => {
  await (await chrome).close();
  rmSync(workshop, { recursive: true, force: true });
});

/** Answers with a file of the site. */
function answer(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const files = [pathname, `${pathname}.html`, join(pathname, 'index.html')].map((path) => join(site, path));
  const path = files.find((file) => existsSync(file) && statSync(file).isFile());
  return path ? route.fulfill({ path }) : route.fulfill({ status: 404 });
}

/** All texts of a translation; values in a sentence are cut out. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return texts(value(...Array(value.length).fill('§')));
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}
const plain = (text: string) =>
  text
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ');
const german = new Set(texts(de));
const english = texts(en)
  .filter((text) => !german.has(text))
  .map(plain);
const labels = new Set(english.filter((text) => !text.includes('§')));
const said = sayings.map((text) => text.replace(/\{[^{}]*\}/g, '§'));
const sentences = [...english, ...said].flatMap((text) => text.split('§')).filter((text) => /\S \S+ \S/.test(text));

function unescaped(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => {
    return { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }[name] as string;
  });
}

/** What a page says: its texts, and those of attributes that people hear or see; not what is marked as English. */
function saidBy(html: string): string[] {
  const shown = html
    .replace(/<(script|style|pre)\b[\s\S]*?<\/\1>/g, '')
    // A word that a search has marked is a part of a text.
    .replace(/<\/?mark>/g, '')
    .replace(/<(h1|p)\b[^>]* lang="en"[\s\S]*?<\/\1>|<div class="prose" lang="en"[\s\S]*(?=<\/article>)/g, '');
  const attributes = [...shown.matchAll(/ (?:aria-label|placeholder|alt|title|content|tool\w+)="([^"]*)"/g)];
  const nodes = shown.split(/<[^>]*>/);
  const whole = shown.replace(/<[^>]*>/g, '');
  return [...attributes.map(([, text = '']) => text), ...nodes, whole].map((text) =>
    unescaped(text).replace(/\s+/g, ' '),
  );
}

/** All files of the site whose names end so. */
function filesOf(suffix: RegExp): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => suffix.test(path));
}

/** English texts of the frame among texts: a label alone, or a sentence anywhere. */
function englishIn(said: readonly string[]): string[] {
  const found = [
    ...said.filter((text) => labels.has(text.trim())),
    ...sentences.filter((sentence) => said.some((text) => text.includes(sentence))),
  ];
  return [...new Set(found.map((text) => text.trim()))];
}

/** All texts in a JSON value; a single word may be the name of something, for programs. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

describe('every page', () => {
  test('has the language of the catalog and its direction, and says nothing of the frame in English', () => {
    const pages = filesOf(/\.html$/);
    expect(pages.length).toBeGreaterThan(15);
    const faults = pages.flatMap((path) => {
      const html = read(path);
      const isGerman = html.includes('<html lang="de" dir="ltr"');
      return [...(isGerman ? [] : [`${path}: lang`]), ...englishIn(saidBy(html)).map((text) => `${path}: ${text}`)];
    });
    expect(faults).toEqual([]);
  });

  test.each(['/', '/fehler', '/fehler/rad-nicht-frei', '/inspect', '/fehler/category/ausleihe', '/guides/ausleihen'])(
    'passes axe: %s',
    async (path) => {
      await page.goto(origin + path);
      await unfold(page);
      expect(await axeFaults(page)).toEqual([]);
    },
  );
});

test('a guide of the toolkit says that it is in English', async () => {
  await page.goto(`${origin}/guides`);
  expect(await page.locator('main li[lang=en]').allInnerTexts()).toEqual([expect.stringContaining('Koa')]);
  await page.goto(`${origin}/guides/koa`);
  const texts = await page.locator('main [lang=en]').allInnerTexts();
  expect(texts).toHaveLength(3);
  expect(texts.join('\n')).toContain("from '@leihrad/probleme/koa'");
  expect(await axeFaults(page)).toEqual([]);
});

describe('its look', () => {
  test('is on the pages: logo for light and for dark, accent, links', async () => {
    const html = read('fehler/rad-nicht-frei.html');
    expect(html).toMatch(/<img class="mark light" src="\/logo\.svg" width="40" height="24" alt="" loading="lazy">/);
    expect(html).toContain('src="/logo-dark.svg"');
    expect(html).toContain('href="/favicon.svg" type="image/svg+xml"');
    for (const link of ['https://status.leihrad.example', 'https://leihrad.example/impressum'])
      expect(html).toContain(`href="${link}"`);
    for (const name of ['logo.svg', 'logo-dark.svg', 'favicon.svg'])
      expect(read(name)).toBe(readFileSync(join(catalog, name), 'utf8'));
  });

  test.each([
    ['light', '/logo.svg', 'rgb(156, 44, 0)'],
    ['dark', '/logo-dark.svg', 'rgb(255, 162, 122)'],
  ] as const)('on %s pages it is %s and %s, and passes axe', async (look, logo, accent) => {
    const page = await windowOf(await chrome, looks[look]);
    await page.route(`${origin}/**`, answer);
    await page.goto(`${origin}/fehler/rad-nicht-frei`);
    const shown = await page
      .locator('.brand img:visible')
      .evaluateAll((all) => all.map((img) => img.getAttribute('src')));
    expect(shown).toEqual([logo]);
    expect(
      await page
        .locator('main a')
        .first()
        .evaluate((link) => getComputedStyle(link).color),
    ).toBe(accent);
    await page.locator('[data-theme-choice]:visible').selectOption(look === 'light' ? 'dark' : 'light');
    expect(await page.locator('.brand img:visible').getAttribute('src')).not.toBe(logo);
    await unfold(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});

test('no twin, and no text for programs, has an English text of the frame', () => {
  const twins = filesOf(/(?<!guides\/koa)(?:\.md|llms.*\.txt|\.atom)$/).map((path) => {
    const text = read(path);
    const parts = text.split(/[\n*`[\]()#>]+|[:.,] |^- | · /);
    return [path, [text.replaceAll('`', ''), ...parts]] as const;
  });
  expect(twins.length).toBeGreaterThan(20);
  const data = filesOf(/(?:\.json)$/).map((path) => [path, textsIn(JSON.parse(read(path)))] as const);
  expect(data.map(([path]) => path)).toEqual(expect.arrayContaining(['.manifest.json', '404.json', 'openapi.json']));
  const faults = [...twins, ...data].flatMap(([path, said]) => englishIn(said).map((text) => `${path}: ${text}`));
  expect(faults).toEqual([]);
});

describe('what is typed in is answered in German', () => {
  const response = (body: unknown, head = 'HTTP/1.1 409 Conflict\nContent-Type: application/problem+json') =>
    `${head}\n\n${typeof body === 'string' ? body : JSON.stringify(body, null, 2)}`;
  const type = 'urn:leihrad:fehler:rad-nicht-frei';
  const broken = response({
    type,
    title: 7,
    status: 403,
    instance: '/a b',
    detail: 'Das Rad R-118 ist bis 12 Uhr reserviert.',
    frei_ab: 'bald',
    password: 'geheim-4711',
    trace: 'Error: x\n    at run (/srv/app.js:7:11)',
    ab: 1,
  });

  test.each([
    ['a response with many faults', broken],
    [
      'one of several causes',
      response({ type, title: 'Rad nicht frei', rad: 'R-1', detail: 'Das Rad R-1 ist nicht frei.' }),
    ],
    ['another media type', broken.replace('problem+json', 'json')],
    ['a similar type URI', response({ type: `${type}/`, detail: 'x' })],
    ['no type', response({ title: 'Rad nicht frei', status: 409 })],
    ['an unknown type', response({ type: 'urn:leihrad:fehler:rad-weg', title: 'Weg' })],
    ['no problem', response({ error: 'x' }, 'HTTP/1.1 401 Unauthorized\nContent-Type: application/json')],
    ['a page', response('<html><title>502</title></html>', 'HTTP/1.1 502 Bad Gateway\nContent-Type: text/html')],
    ['no body', 'HTTP/1.1 503 Service Unavailable\nContent-Length: 20\nRetry-After: bald\n\n'],
    ['two responses', `${response({ type })}\n\n${response({ type })}`],
    ['a line of a log', 'WARN Rad R-118 nicht frei status=409 POST /ausleihen'],
    ['broken JSON', '{"type": "urn:leihrad:fehler:rad-nicht-frei", "status" 409}'],
    ['nothing', ' '],
  ])('by the inspector: %s', async (_, text) => {
    await page.goto(`${origin}/inspect`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (copied) => document.body.setAttribute('data-copied', copied);
    });
    await page.fill('#inspect-text', text);
    await page.click('#inspect button[type=submit]');
    await page.waitForSelector('#inspect:not([aria-busy])');
    await page.waitForSelector('#result-title:focus, .fault:not(:empty)');
    const report = page.getByRole('button', { name: de.inspector.report });
    if (await report.isVisible()) {
      await report.click();
      await page.waitForSelector('[data-copied]');
    }
    const [html, copied] = await page.evaluate(() => [
      document.querySelector('main')?.outerHTML ?? '',
      document.body.getAttribute('data-copied') ?? '',
    ]);
    const parts = copied.replace(/```[\s\S]*/, '').split(/[\n*`()]+|- |: /);
    expect(englishIn([...saidBy(html.replace(/<textarea[\s\S]*?<\/textarea>/g, '')), ...parts])).toEqual([]);
  });

  test.each(['409', 'rad-nicht-frei', 'Rad nicht', 'POST /ausleihen', 'Authorization', 'belegt', 'qqqq', broken])(
    'by the list of all types: %s',
    async (text) => {
      await page.goto(`${origin}/fehler?q=${encodeURIComponent(text)}`);
      await expect.poll(() => page.textContent('.found')).not.toBe(de.problemTypes(5));
      const html = await page.evaluate(() => document.querySelector('main')?.outerHTML ?? '');
      expect(englishIn(saidBy(html))).toEqual([]);
    },
  );
});

test('the page of a type shows its title in other languages, each marked as such', () => {
  expect(read('fehler/rad-nicht-frei.html')).toContain('<span lang="fr">Vélo non disponible</span>');
});

test('both translations have every text, and none is empty', () => {
  expect(Object.keys(de)).toEqual(Object.keys(en));
  expect(texts({ ...de, said: [] }).length).toBe(texts(en).length);
  expect(texts(de).filter((text) => text === '')).toEqual([]);
});
