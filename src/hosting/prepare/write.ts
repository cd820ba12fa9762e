import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { CatalogError } from '#catalog/finding.ts';
import { feed } from '#emit/feed.ts';
import { jsonText } from '#emit/files.ts';
import { guideFiles } from '#emit/markdown/guides.ts';
import { llmsFiles } from '#emit/markdown/llms.ts';
import { openapiDocument } from '#emit/openapi/components.ts';
import { overlayDocument } from '#emit/openapi/overlay.ts';
import { nginxConf } from '../nginx/conf.ts';
import { headersFile, redirectsFile } from '../static-hosts.ts';
import { compress } from './compress.ts';
import { errorBodies, missingMarkdown } from './errors.ts';
import { siteManifest } from './manifest.ts';
import { proseFiles, proseLinks } from './prose.ts';
import { missing, pagesOf, siteFiles } from './site-files.ts';
import { wellKnownFiles } from './well-known.ts';

/**
 * Completes a built site: twins of the prose pages, whole-catalog resources, the files that hosts read, compressed files
 * and the manifest of src/hosting/server, which comes last. A second run gives the same files.
 * @param siteDir the folder of the whole origin
 * @returns how many files a visitor can ask for, their bytes, and the text of an `nginx.conf` for them
 */
export async function writeHosting(catalog: Catalog, siteDir: string) {
  const { base } = catalog.site;
  const root = base === '/' ? '' : base;
  const home = join(siteDir, root);
  if (!existsSync(join(home, 'index.html'))) {
    const file = join(home, 'index.html');
    throw new CatalogError([{ file, fact: 'the file is missing', fix: 'Build the pages first: npm run build.' }]);
  }
  clean(siteDir);
  const put = (path: string, text: string) => {
    const target = join(siteDir, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };

  const isPage = (path: string) =>
    existsSync(join(siteDir, `${path}.html`)) || existsSync(join(siteDir, path, 'index.html'));

  const index = new URL(catalog.facts.baseUri).pathname;
  const guides = guideFiles(catalog, isPage);
  const prose = new Map([...guides, ...proseFiles(catalog, siteDir, guides)]);
  for (const [path, text] of prose) put(path, text);
  for (const [path, text] of llmsFiles(catalog, proseLinks(catalog, prose))) put(`${root}/${path}`, text);
  put(`${root}/openapi.json`, jsonText(openapiDocument(catalog)));
  put(`${root}/overlay.json`, jsonText(overlayDocument(catalog)));
  const changes = feed(catalog);
  if (changes) put(`${index}.atom`, changes);
  if (root) {
    // These are looked for at the root of an origin.
    for (const file of ['llms.txt', '404.html'])
      if (existsSync(join(home, file))) cpSync(join(home, file), join(siteDir, file));
  }
  put('/404.md', missingMarkdown(catalog));
  put('/404.json', jsonText(errorBodies[404]));

  const pages = [...pagesOf(siteFiles(siteDir)).keys()];
  const exists = (path: string) => existsSync(join(siteDir, path));
  for (const [path, text] of wellKnownFiles(catalog, pages, exists)) put(path, text);

  const files = siteFiles(siteDir);
  const unknown = missing.map(({ path }) => path).filter(exists);
  const manifest = siteManifest(
    catalog,
    files,
    new Map(unknown.map((path) => [path, readFileSync(join(siteDir, path))])),
    await compress(siteDir, files),
  );
  put('/_headers', headersFile(catalog, manifest));
  put('/_redirects', redirectsFile(catalog, manifest));
  // Cloudflare compresses by itself; GitHub Pages would leave out folders that start with "_".
  put('/.assetsignore', '*.br\n*.gz\n.nojekyll\n');
  put('/.nojekyll', '');
  // Last: the site is whole once it is there.
  put('/.manifest.json', JSON.stringify(manifest));
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return { files: files.length, bytes, nginx: nginxConf(catalog, files, manifest) };
}

/** Removes what an earlier run made from files that may be gone. */
function clean(siteDir: string): void {
  rmSync(join(siteDir, '.manifest.json'), { force: true });
  for (const path of readdirSync(siteDir, { recursive: true, encoding: 'utf8' })) {
    if (/\.(br|gz)$|(^|[\\/])sitemap-\d+\.xml$/.test(path)) rmSync(join(siteDir, path));
  }
}
