import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guidesOf } from '#catalog/guides.ts';
import { load } from '#catalog/load.ts';
import { isCopy } from '#hosting/prepare/site-files.ts';
import { problemsDir, serve, siteDir } from '../support.ts';

/** The pages of the built site, and the site as its own server serves it. */

export { siteDir };

const catalog = await load(problemsDir);
const { facts, problems } = catalog;
export const finder = new URL(facts.baseUri).pathname;
export const base = finder.slice(0, finder.lastIndexOf('/'));

interface SitePage {
  /** Address on the origin, without suffix. */
  readonly path: string;
  readonly file: string;
  readonly html: string;
}

/** Every file of the built site, as a path on the origin. */
export const files = readdirSync(siteDir, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile())
  .map((item) => join(item.parentPath, item.name).slice(siteDir.length).replaceAll('\\', '/'))
  .sort();

const known = new Set(files);
export const pages: readonly SitePage[] = files
  .filter((file) => file.endsWith('.html') && !isCopy(file, known, base || '/'))
  .map((file) => ({
    path: file.replace(/(\/index)?\.html$/, ''),
    file,
    html: readFileSync(join(siteDir, file), 'utf8'),
  }));

const bySize = [...pages].sort((a, b) => b.html.length - a.html.length);
/** Those directly in a folder, the longest first. */
const inside = (folder: string) =>
  bySize.filter(({ path }) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'));
export const problemPages = inside(finder);
if (problemPages.length !== problems.length) throw new Error('dist/site holds another catalog. Run "npm run build".');

const twin = ({ path }: SitePage) => JSON.parse(readFileSync(join(siteDir, `${path}.json`), 'utf8'));
const manual = guidesOf(catalog).flatMap(({ name, collection }) => (collection === 'manual' ? [name] : []));
const guides = inside(`${base}/guides`);

/** One page of each kind, the longest where there are several. */
export const kinds: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'landing page': { path: base },
    finder: { path: finder },
    'longest problem page': problemPages[0],
    'shortest problem page': problemPages.at(-1),
    'page of a type that is never sent': problemPages.find((page) => twin(page).observed?.sent === 'no'),
    'page of a retired type': problemPages.find((page) => twin(page).retired),
    category: inside(`${finder}/category`)[0],
    status: inside(`${finder}/status`)[0],
    route: inside(`${finder}/route`)[0],
    'index of guides': guides.length > 0 ? { path: `${base}/guides` } : undefined,
    'guide with a diagram': guides.find(({ html }) => html.includes('class="sequence"')),
    'guide of the manual': guides.find(({ path }) => manual.includes(path.split('/').at(-1) ?? '')),
    inspector: { path: `${base}/inspect` },
    'page not found': { path: `${finder}/no-such-page` },
  })
    .filter(([, page]) => page)
    .map(([kind, page]) => [kind, page?.path ?? '']),
);

/** The site on a port of its own, served by `src/hosting/server`. */
export async function servedSite(): Promise<{ origin: string; stop(): void }> {
  if (!existsSync(siteDir)) throw new Error('dist/site does not exist. Run "npm run build" first.');
  const ready = /http:\/\/localhost:\d+/;
  const { output, stop } = await serve(
    process.execPath,
    ['src/hosting/server/node.ts', '--site', siteDir, '--port', '0'],
    ready,
  );
  return { origin: ready.exec(output())?.[0] ?? '', stop };
}
