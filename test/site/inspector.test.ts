// cspell:ignore sesion

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { causesData } from '#catalog/causes.ts';
import { exampleResponse, responseText } from '#catalog/example.ts';
import { load } from '#catalog/load.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { siteInBrowser } from '../any-catalog/looks.ts';
import { problemsDir, root } from '../support.ts';

/** The inspector on the built site, in a real browser. */

const catalog = await load(problemsDir);
const problem = catalog.problems.find(({ name }) => name === 'session-invalid');
if (!problem) throw new Error('The entry session-invalid is gone.');
const { base } = catalog.site;
const good = responseText(exampleResponse(problem));
const secret = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhZ2VudC0xIn0.c2lnbmF0dXJl';
const faulty = good
  .replace('application/problem+json', 'application/json')
  .replace(/WWW-Authenticate.*\n/, `X-Request-ID: req-4711\nAuthorization: Bearer ${secret}\n`)
  .replace('"status": 401', '"status": 403');

const site = siteInBrowser();

interface Opened {
  page: Page;
  context: BrowserContext;
  /** Addresses that were asked for, with bodies. */
  requests: string[];
}

/** The page in a window of its own; any complaint of the browser fails the test. */
async function open(path = '', options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await site.chrome.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(`${site.origin}${base}/inspect${path}`, { waitUntil: 'load' });
  return { page, context, requests };
}

async function inspected(page: Page, text: string): Promise<void> {
  await page.fill('#inspect-text', text);
  await page.click('#inspect button[type=submit]');
  await page.waitForSelector('#inspect:not([aria-busy])');
  await page.waitForSelector('#result-title:focus, .fault:not(:empty)');
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

test('a faulty response is named, answered, judged and corrected', async () => {
  const { page } = await open();
  await inspected(page, faulty);
  const { entry } = problem;
  await expect.poll(() => page.textContent('#result-title')).toBe(entry.title);
  await expect.poll(() => page.textContent('.verdict .now dd')).toBe(entry.now.replaceAll('`', ''));
  await expect
    .poll(() => texts(page, '.finding'))
    .toEqual([
      expect.stringMatching(/WWW-Authenticate.*\n.*Line 1, column 1/s),
      expect.stringMatching(/Content-Type must be application\/problem\+json.*Line 2, column 1/s),
      expect.stringMatching(/\/status must be the status of the response, 401 \(was 403\).*Line 9, column 3/s),
    ]);
  await expect
    .poll(() => texts(page, '.listing mark'))
    .toEqual(['HTTP/1.1 401 Unauthorized', 'Content-Type: application/json', '"status": 403']);
  const { possible } = findCausesOf(causesData(problem), problem.example, { status: 401 });
  expect(possible.length).toBeGreaterThan(1);
  await expect
    .poll(() => page.locator('.choice label').allTextContents())
    .toEqual(possible.map(({ tell }) => expect.stringContaining(tell?.replaceAll('`', '') ?? '')));
  await expect
    .poll(() => page.textContent('.steps > li:first-child .step'))
    .toBe(possible[0]?.fix[0]?.step.replaceAll('`', ''));
  await expect.poll(() => page.textContent('.support .plate code')).toBe('req-4711');
  const path = new URL(problem.typeUri).pathname;
  for (const anchor of ['none', possible[0]?.name, 'headers', 'members']) {
    await expect
      .poll(() => page.locator(`#result a[href="${path}#${anchor}"]`).count(), { message: anchor })
      .toBeGreaterThan(0);
  }
});

test('a response without fault says so', async () => {
  const { page } = await open();
  await inspected(page, good);
  await expect.poll(() => page.textContent('.count')).toBe('No problems found');
  expect(await page.locator('.finding').count()).toBe(0);
});

test('a pasted text is inspected at once', async () => {
  const { page } = await open();
  await page.evaluate((text) => navigator.clipboard.writeText(text), faulty);
  await page.focus('#inspect-text');
  await page.keyboard.press('Control+V');
  await page.waitForSelector('#result-title:focus');
  await expect.poll(() => page.textContent('#result-title')).toBe(problem.entry.title);
});

test('a text that names a cause leads to its fix', async () => {
  const { page } = await open();
  const [cause] = problem.causes.slice(1);
  await inspected(page, `${problem.typeUri}#${cause?.name}`);
  await expect.poll(() => texts(page, '.cause-section h3')).toEqual(['Cause']);
  await expect.poll(() => page.textContent('.cause-section .cause')).toBe(cause?.cause.replaceAll('`', ''));
  await inspected(page, 'ARCPError: DPoP proof header is required');
  await expect.poll(() => page.getAttribute('.cause-section .read-on a', 'href')).toMatch(/\/dpop-required#missing$/);
});

test('all of it works by keyboard alone', async () => {
  const { page } = await open();
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const tabTo = async (name: string) => {
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()).startsWith(name)) return;
    }
    throw new Error(`${name} was not reached by Tab.`);
  };
  await page.focus('#inspect-text');
  await page.keyboard.insertText(faulty);
  await tabTo('Inspect');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#result-title:focus');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => focused()).toBe('2 errors, 1 warning');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('finding-1');
  await page.focus('.choice input:checked');
  await page.keyboard.press('ArrowDown');
  const second = findCausesOf(causesData(problem), problem.example, { status: 401 }).possible[1];
  await expect.poll(() => page.textContent('.chosen .cause')).toBe(second?.cause.replaceAll('`', ''));
  await expect.poll(() => page.textContent('.chosen .step')).toBe(second?.fix[0]?.step.replaceAll('`', ''));
  await page.focus('#result-title');
  await page.focus('.languages input:checked');
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.locator('.request pre').filter({ visible: true }).first().textContent())
    .toContain('import');
  await page.focus('#result-title');
  await tabTo('Copy a report');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.share [role=status]')?.textContent !== '');
  await expect.poll(() => clipboard(page)).toContain(problem.typeUri);
  await expect.poll(() => clipboard(page)).toContain(`- Cause, as chosen: ${second?.cause} <${second?.address}>`);
});

test('a shared link shows the same result elsewhere, without the secrets', async () => {
  const { page, requests } = await open();
  await inspected(page, faulty);
  const before = await page.locator('.way, .listing').allTextContents();
  await page.click('text=Copy a link to this');
  await page.waitForFunction(() => document.querySelector('.share [role=status]')?.textContent !== '');
  const link = await clipboard(page);
  expect(link).toMatch(new RegExp(`^${site.origin}${base}/inspect#r=[\\w-]+$`));

  const other = await open(link.slice(link.indexOf('#')));
  await other.page.waitForSelector('#result-title:focus');
  await expect.poll(() => other.page.textContent('.inspected .banner')).toContain('shared link');
  const text = await other.page.inputValue('#inspect-text');
  expect(text).not.toContain(secret);
  expect(text).toContain('[masked:');
  const after = await other.page.locator('.way, .listing').allTextContents();
  expect(after).toEqual(before);
  for (const request of [...requests, ...other.requests]) {
    expect(request).not.toContain('#r=');
    expect(request).not.toContain(link.split('#r=')[1]);
  }
});

test('nothing that can be copied or seen holds a secret', async () => {
  const { page } = await open();
  const password = 'hunter2-hunter2';
  const body = JSON.stringify({
    ...problem.example,
    status: password,
    password,
    detail: `by jane@example.org, pin: 4711`,
  });
  await inspected(page, `HTTP/1.1 401 X\nSet-Cookie: sid=abc999\nContent-Type: application/problem+json\n\n${body}`);
  await page.click('text=Copy a report');
  await page.waitForFunction(() => document.querySelector('.share [role=status]')?.textContent !== '');
  const seen = [await clipboard(page), await page.textContent('#result')];
  for (const text of seen) {
    for (const word of ['jane@example.org', '4711', 'abc999']) expect(text).not.toContain(word);
    expect(text).not.toContain(`"password":"${password}"`);
  }
});

test('no request goes to another origin, and none carries what was pasted', async () => {
  const { page, requests } = await open();
  await inspected(page, faulty);
  for (const at of [0, 1, 2, 3]) {
    await page.click(`[data-example="${at}"]`);
    await page.waitForSelector('#result-title');
  }
  expect(requests.filter((request) => !request.startsWith(`${site.origin}/`))).toEqual([]);
  for (const request of requests)
    for (const word of ['req-4711', 'sess_abc123', secret]) expect(request).not.toContain(word);
  const policy = (await fetch(`${site.origin}${base}/inspect`)).headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/(?:^|; )connect-src 'self'(?:;|$)/);
  expect(policy).not.toContain('unsafe-inline');
});

test('the code of the inspector comes when it is used', async () => {
  const { page, requests } = await open();
  const scripts = () => requests.map((request) => request.split(' ')[0] ?? '').filter((url) => url.endsWith('.js'));
  const before = [...new Set(scripts())];
  const weights = await Promise.all(
    before.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
  );
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(8 * 1024);
  expect(requests.some((request) => request.includes('.json'))).toBe(false);
  await inspected(page, good);
  expect(scripts().length).toBeGreaterThan(before.length);
});

test('what cannot be read is told where it stands, and the place is shown', async () => {
  const { page } = await open();
  await inspected(page, '{\n  "odd": "x"\n  "title": "y"\n}');
  await expect.poll(() => page.textContent('#inspect-fault')).toContain('Line 3, column 3.');
  await expect.poll(() => texts(page, '.listing mark')).toEqual(['"title"']);
  await expect.poll(() => page.getAttribute('#inspect-text', 'aria-invalid')).toBe('true');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('inspect-text');
  await inspected(page, '   ');
  await expect.poll(() => page.textContent('#inspect-fault')).toContain('nothing to inspect');
  await expect.poll(() => page.locator('#result').isHidden()).toBe(true);
});

test('markup in a response stays text', async () => {
  const { page } = await open();
  const attack = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const body = {
    type: `javascript:alert(3)//${attack}`,
    title: attack,
    status: 400,
    detail: attack,
    [attack]: attack,
    request_id: attack,
  };
  await inspected(
    page,
    `HTTP/1.1 400 ${attack}\nContent-Type: application/problem+json\nX-Request-ID: ${attack}\n\n${JSON.stringify(body)}`,
  );
  await expect.poll(() => page.textContent('#result-title')).toBe(attack);
  expect(await page.locator('#result img, #result script, #result a[href^="javascript"]').count()).toBe(0);
});

test('an unknown type gets the nearest names, and a reply without type its section of the guide', async () => {
  const { page } = await open();
  await inspected(page, JSON.stringify({ type: `${catalog.facts.baseUri}/sesion-invalid`, title: 'Odd', status: 401 }));
  await expect.poll(() => page.locator('.near a').first().getAttribute('href')).toBe(new URL(problem.typeUri).pathname);
  await expect.poll(() => page.locator('.verdict').count()).toBe(1);
  await inspected(page, 'HTTP/1.1 404 Not Found\ncontent-type: application/json\n\n{"detail":"Not Found"}');
  const href = await page.locator('.known .cause a').getAttribute('href');
  const [path = '', anchor = ''] = (href ?? '').split('#');
  expect(readFileSync(join(root, 'dist/site', `${path}.html`), 'utf8')).toContain(`id="${anchor}"`);
});

test('of several responses each can be chosen', async () => {
  const { page } = await open();
  await inspected(
    page,
    catalog.problems
      .slice(0, 3)
      .map((each) => responseText(exampleResponse(each)))
      .join('\n'),
  );
  await page.selectOption('#response-choice', '2');
  await page.waitForFunction(
    (title) => document.querySelector('#result-title')?.textContent === title,
    catalog.problems[2]?.entry.title,
  );
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('response-choice');
});

/** An archive of 2000 responses; two of them failed. */
function archive(): string {
  const padding = 'x'.repeat(10_000);
  const entries = Array.from({ length: 2000 }, (_, at) => {
    const failing = at % 700 === 600 ? catalog.problems[at % 7] : undefined;
    const { status, headers, body } = failing
      ? exampleResponse(failing)
      : { status: 200, headers: [], body: { padding } };
    return {
      request: { method: 'GET', url: `https://hub.example.org/agents/a-${at}`, headers: [] },
      response: {
        status,
        headers: headers.map(([name, value]) => ({ name, value })),
        content: { text: JSON.stringify(body) },
      },
    };
  });
  return JSON.stringify({ log: { version: '1.2', entries } });
}

test('of an archive of 20 MB only the failing responses are listed, and each can be inspected', async () => {
  const { page } = await open();
  const text = archive();
  expect(text.length).toBeGreaterThan(19_000_000);
  await page.setInputFiles('[type=file]', { name: 'a.har', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.waitForSelector('.failures li');
  await expect.poll(() => page.textContent('.failures summary')).toBe('2 failing responses of 2000 in a.har');
  await expect
    .poll(() => texts(page, '.failures span'))
    .toEqual([600, 1300].map((at) => `GET https://hub.example.org/agents/a-${at}`));
  await page.focus('.failures li:last-child button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#result-title:focus');
  await expect.poll(() => page.textContent('#result-title')).toBe(catalog.problems[1300 % 7]?.entry.title);
  expect(await page.locator('.failures li').first().isVisible()).toBe(false);
  await page.click('.failures summary');
  await page.click('.failures li:first-child button');
  await page.waitForFunction(
    (title) => document.querySelector('#result-title')?.textContent === title,
    catalog.problems[600 % 7]?.entry.title,
  );
});

test('a text of 5 MB that is pasted does not go into the field', async () => {
  const { page } = await open();
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${'noise 200 OK\n'.repeat(400_000)}${good}`);
  await page.focus('#inspect-text');
  await page.keyboard.press('Control+V');
  await page.waitForSelector('#result-title:focus');
  await expect.poll(() => page.textContent('#result-title')).toBe(problem.entry.title);
  expect((await page.inputValue('#inspect-text')).length).toBeLessThan(10_000);
});

test('a file is read, one without failing responses says so, and Clear leaves nothing', async () => {
  const { page } = await open();
  await page.setInputFiles('[type=file]', { name: 'a.http', mimeType: 'text/plain', buffer: Buffer.from(faulty) });
  await page.waitForSelector('#result-title:focus');
  await page.setInputFiles('[type=file]', {
    name: 'b.http',
    mimeType: 'text/plain',
    buffer: Buffer.from(`HTTP/1.1 200 OK\n\n${'x'.repeat(300 * 1024)}`),
  });
  await page.waitForSelector('.fault:not(:empty)');
  await expect.poll(() => page.textContent('#inspect-fault')).toBe('The response in b.http did not fail.');
  await page.click('text=Clear');
  await expect.poll(() => page.inputValue('#inspect-text')).toBe('');
  await expect.poll(() => page.locator('#result').isHidden()).toBe(true);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'c.http'));
    return transfer;
  }, good);
  await page.dispatchEvent('#inspect', 'drop', { dataTransfer: data });
  await page.waitForSelector('#result-title:focus');
});

test('every page of a problem type leads here with its example', async () => {
  const { page } = await open(`?example=${problem.name}`);
  await page.waitForSelector('#result-title:focus');
  await expect.poll(() => page.textContent('.count')).toBe('No problems found');
  await expect.poll(() => page.inputValue('#inspect-text')).toBe(good);
  const folder = join(root, 'dist/site', base, catalog.site.segment);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html') && name !== 'index.html')) {
    expect(readFileSync(join(folder, file), 'utf8')).toContain(
      `href="${base}/inspect?example=${file.replace('.html', '')}"`,
    );
  }
});

test('a browser without JavaScript shows what to do instead', async () => {
  const { page } = await open('', { javaScriptEnabled: false });
  expect(await page.locator('#inspect').isVisible()).toBe(false);
  await expect.poll(() => page.locator('.without a').count()).toBeGreaterThan(3);
  await expect.poll(() => page.textContent('.without')).toContain('type');
});
