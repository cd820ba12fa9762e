import { cpSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pagePath } from './site-files.ts';

/** Pages a second time, where other hosts look for them. The servers of src/hosting send each page from one place. */

/**
 * Copies the first page to the root of the origin, and each page that has a folder of the same name into that folder:
 * many hosts ask the folder first.
 * @param pages paths of the HTML files
 */
export function copyPages(siteDir: string, base: string, pages: readonly string[]): void {
  if (base !== '/') cpSync(join(siteDir, base, 'index.html'), join(siteDir, 'index.html'));
  for (const path of pages) {
    const folder = join(siteDir, pagePath(path) ?? '');
    if (path.endsWith('/index.html') || !existsSync(folder) || !statSync(folder).isDirectory()) continue;
    cpSync(join(siteDir, path), join(folder, 'index.html'));
  }
}
