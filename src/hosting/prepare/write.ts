import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { CatalogError } from '#catalog/finding.ts';
import { feed } from '#emit/feed.ts';
import { jsonText, writeJson } from '#emit/files.ts';
import { guideFiles } from '#emit/markdown/guides.ts';
import { llmsFiles } from '#emit/markdown/llms.ts';
import { openapiDocument } from '#emit/openapi/components.ts';
import { overlayDocument } from '#emit/openapi/overlay.ts';
import { nginxConf } from '../nginx/conf.ts';
import { headersFile, redirectsFile } from '../static-hosts.ts';
import { copyPages } from './copies.ts';
import { errorBodies, missingMarkdown } from './errors.ts';
import { finish } from './finish.ts';
import { favicon, touchIcon } from './icons.ts';
import { siteManifest } from './manifest.ts';
import { inlineCode, withPolicy } from './policy.ts';
import { proseFiles, proseLinks } from './prose.ts';
import { contentOf, missing, pagesOf, siteFiles } from './site-files.ts';
import { wellKnownFiles } from './well-known.ts';

/**
 * Completes a built site: twins of the prose pages, whole-catalog resources, the files that hosts read, compressed files
 * and the manifest of src/hosting/server, which comes last. A second run gives the same files.
 * @param siteDir the folder of the whole origin
 * @returns how many files a visitor can ask for, their bytes, the text of an `nginx.conf` for them, and what to tell who
 * publishes them
 */
export async function writeHosting(catalog: Catalog, siteDir: string) {
  const { base, root, index } = catalog.site;
  const home = join(siteDir, root);
  if (!existsSync(join(home, 'index.html'))) {
    const file = join(home, 'index.html');
    throw new CatalogError([{ file, fact: 'the file is missing', fix: 'Build the pages first: npm run build.' }]);
  }
  clean(siteDir);
  const put = (path: string, text: string | Buffer) => {
    const target = join(siteDir, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };

  const isPage = (path: string) =>
    existsSync(join(siteDir, `${path}.html`)) || existsSync(join(siteDir, path, 'index.html'));

  const guides = guideFiles(catalog, isPage);
  const prose = new Map([...guides, ...proseFiles(catalog, siteDir, guides)]);
  for (const [path, text] of prose) put(path, text);
  for (const [path, text] of llmsFiles(catalog, proseLinks(catalog, prose))) put(`${root}/${path}`, text);
  writeJson(join(home, 'openapi.json'), openapiDocument(catalog));
  writeJson(join(home, 'overlay.json'), overlayDocument(catalog));
  const changes = feed(catalog);
  if (changes) put(`${index}.atom`, changes);
  const unknownPage = join(home, '404.html');
  if (existsSync(unknownPage)) {
    const html = readFileSync(unknownPage, 'utf8');
    for (const folder of new Set(['', root])) put(`${folder}/404.html`, withPolicy(html, inlineCode(html)));
  }
  // These are looked for at the root of an origin.
  if (root) cpSync(join(home, 'llms.txt'), join(siteDir, 'llms.txt'));
  const icon = ['favicon.svg', 'favicon.png'].map((name) => join(home, name)).find(existsSync);
  if (icon) {
    const picture = readFileSync(icon);
    put('/favicon.ico', await favicon(picture));
    put('/apple-touch-icon.png', await touchIcon(picture));
  }
  put('/404.md', missingMarkdown(catalog));
  put('/404.json', jsonText(errorBodies(catalog)[404]));

  const pages = [...pagesOf(siteFiles(siteDir, base)).keys()];
  const exists = (path: string) => existsSync(join(siteDir, path));
  for (const [path, text] of wellKnownFiles(catalog, pages, exists)) put(path, text);

  const { files, policy } = await finish(siteDir, siteFiles(siteDir, base));
  const unknown = missing
    .filter(({ path }) => exists(path))
    .map((form) => ({ ...form, ...contentOf(readFileSync(join(siteDir, form.path))) }));
  const manifest = siteManifest(catalog, files, unknown, policy);
  copyPages(
    siteDir,
    base,
    files.filter(({ group }) => group === 'page').map(({ path }) => path),
    manifest.addresses,
  );
  put('/_headers', headersFile(catalog, manifest));
  const redirects = redirectsFile(catalog, manifest);
  put('/_redirects', redirects.text);
  // Cloudflare compresses by itself; GitHub Pages would leave out folders that start with "_".
  put('/.assetsignore', '*.br\n*.gz\n.nojekyll\n');
  put('/.nojekyll', '');
  // Last: the site is whole once it is there.
  put('/.manifest.json', JSON.stringify(manifest));
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const notes = redirects.note ? [redirects.note] : [];
  return { files: files.length, bytes, notes, nginx: nginxConf(catalog, files, manifest) };
}

/** Removes what an earlier run made from files that may be gone. */
function clean(siteDir: string): void {
  rmSync(join(siteDir, '.manifest.json'), { force: true });
  for (const path of readdirSync(siteDir, { recursive: true, encoding: 'utf8' })) {
    if (/\.(br|gz)$|(^|[\\/])sitemap-\d+\.xml$/.test(path)) rmSync(join(siteDir, path));
  }
}
