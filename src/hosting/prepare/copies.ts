import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pagePath } from './site-files.ts';

/** Pages a second time, where other hosts look for them. The servers of src/hosting send each page from one place. */

/**
 * Copies the first page to the root of the origin, and each page that has a folder of the same name, or a slash at the end
 * of its address, into that folder: many hosts ask the folder first.
 * @param pages paths of the HTML files
 */
export function copyPages(
  siteDir: string,
  base: string,
  pages: readonly string[],
  addresses: Readonly<Record<string, string>>,
): void {
  if (base !== '/') cpSync(join(siteDir, base, 'index.html'), join(siteDir, 'index.html'));
  for (const path of pages) {
    const page = pagePath(path) ?? '';
    const folder = join(siteDir, page);
    if (path.endsWith('/index.html')) continue;
    const isAsked = addresses[page]?.endsWith('/') || (existsSync(folder) && statSync(folder).isDirectory());
    if (!isAsked) continue;
    mkdirSync(folder, { recursive: true });
    cpSync(join(siteDir, path), join(folder, 'index.html'));
  }
}
