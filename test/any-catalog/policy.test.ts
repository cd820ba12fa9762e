import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { siteInBrowser, unfold, windowOf } from './looks.ts';
import { kinds, pages } from './pages.ts';

/** Every page under its Content-Security-Policy: nothing refused, nothing in the console, nothing from elsewhere. */

const site = siteInBrowser();

/** What a browser has to say about these pages. */
async function complaints(paths: readonly string[], use: (page: Page) => Promise<void> = unfold): Promise<string[]> {
  const page = await windowOf(site.chrome, { viewport: { width: 1024, height: 800 } });
  const found: string[] = [];
  const note = (text: string) => found.push(`${page.url().slice(site.origin.length)}: ${text}`);
  await page.exposeFunction('refused', (directive: string, what: string) => note(`${directive} refuses ${what}`));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      (window as unknown as { refused(...texts: string[]): void }).refused(effectiveDirective, blockedURI || sample),
    ),
  );
  page.on('pageerror', (error) => note(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(message.text());
  });
  page.on('requestfailed', (request) => note(`${request.url()} failed: ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site.origin) note(`asks ${request.url()}`);
  });
  for (const path of paths) {
    await page.goto(site.origin + path);
    await use(page);
  }
  await page.context().close();
  return found;
}

/** Opens, focuses and chooses all there is, and waits for what that loads. */
async function useAll(page: Page): Promise<void> {
  await unfold(page);
  const box = page.locator('[type=search], textarea').filter({ visible: true }).last();
  if (await box.count()) await box.focus();
  for (const radio of await page.locator('.languages input').all()) await radio.dispatchEvent('click');
  await page.waitForLoadState('networkidle');
}

test('every page keeps the security policy', async () => {
  const known = pages.map(({ path }) => path).filter((path) => !path.endsWith('/404'));
  expect(await complaints(known)).toEqual([]);
}, 120_000);

test('every kind of page keeps it in use', async () => {
  const known = Object.entries(kinds).filter(([kind]) => kind !== 'page not found');
  expect(
    await complaints(
      known.map(([, path]) => path),
      useAll,
    ),
  ).toEqual([]);
});

test('a page that does not exist keeps it too', async () => {
  const [missing, ...others] = await complaints([kinds['page not found'] ?? '']);
  expect(missing).toMatch(/Failed to load resource.*404/);
  expect(others).toEqual([]);
});

test('the policy allows no inline code, and nothing from another origin', async () => {
  const response = await fetch(site.origin + pages[0]?.path);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
});
