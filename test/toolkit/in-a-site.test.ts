import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import problemCatalog from '#site/embed/plugin.ts';
import { copyOfLibrary, libraryDir, root, run, temporary } from '../support.ts';
import { installToolkit } from './toolkit.ts';

/** The pages of a catalog in a site that is there: one of Starlight, and one of Astro alone. */

const starlightConfig = `
import starlight from '@astrojs/starlight';
import problemCatalog from 'problem-catalog';

export default {
  site: 'https://library.example',
  integrations: [
    starlight({
      title: 'Library Docs',
      sidebar: [{ label: 'Start', items: [{ slug: 'opening-hours' }] }],
      plugins: [problemCatalog({ catalog: './problems' })],
    }),
  ],
};`;

const starlightFiles = {
  'astro.config.mjs': starlightConfig,
  'src/content.config.ts': `
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
  'src/content/docs/index.md': '---\ntitle: Library\n---\n\nWelcome.\n',
  'src/content/docs/opening-hours.md': '---\ntitle: Opening hours\n---\n\nEvery day but Sunday.\n',
};

const astroFiles = {
  'astro.config.mjs': `
import problemCatalog from 'problem-catalog';

export default {
  site: 'https://library.example',
  build: { format: 'file' },
  trailingSlash: 'never',
  integrations: [problemCatalog({ catalog: './problems', layout: './src/Layout.astro' })],
};`,
  'src/Layout.astro': `---
const { title, description, headings } = Astro.props;
---
<html lang="en">
  <head><title>{title} | Library</title><meta name="description" content={description}><slot name="head" /></head>
  <body data-sections={headings.length}><p>The Library</p><main><slot /></main></body>
</html>`,
  'src/pages/index.astro': '<html lang="en"><head><title>Library</title></head><body>Welcome</body></html>',
};

const page = 'types/card-expired';

/** Builds a site with a catalog of three problem types. */
async function built(files: Readonly<Record<string, string>>) {
  const folder = temporary();
  installToolkit(folder, ['@astrojs/starlight', 'astro']);
  cpSync(copyOfLibrary(), join(folder, 'problems'), { recursive: true });
  const entry = join(folder, 'problems/card-expired.ts');
  writeFileSync(
    entry,
    readFileSync(entry, 'utf8')
      .replace('example: {', "aliases: ['EXPIRED_CARD', 'old name'],\n  example: {")
      .replace(
        'memberships do now',
        'see [others](membership-lapsed), [all](../types#now) and [loans](../guides/loans)',
      ),
  );
  // Astro looks here for packages that are not to be left to Node.js.
  const dependencies = { '@astrojs/starlight': '*', astro: '*' };
  const all = { ...files, 'package.json': JSON.stringify({ type: 'module', dependencies }) };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const made = await run(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: folder,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const read = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');
  const has = (path: string) => existsSync(join(folder, 'dist', path));
  /** Links of the catalog's pages that lead to no file of the site: "<page> -> <path>". */
  const deadLinks = () =>
    readdirSync(join(folder, 'dist/types'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .flatMap((path) => {
        const here = `http://localhost/types/${path.replaceAll('\\', '/').replace(/(?<=\/|^)index\.html$|\.html$/, '')}`;
        return [...read(join('types', path)).matchAll(/ href="([^"]*)/g)].flatMap(([, href = '']) => {
          const { origin, pathname } = new URL(href, here);
          const files = pathname.endsWith('/') ? [`${pathname}index.html`] : [pathname, `${pathname}.html`];
          return origin !== 'http://localhost' || files.some(has) ? [] : [`${path} -> ${pathname}`];
        });
      });
  return { ...made, read, has, deadLinks };
}

/** Paths of links within the site. */
const linksOf = (html: string) => [...html.matchAll(/ href="(\/[^"#?]*)/g)].map(([, path = '']) => path);

describe('a site of Starlight', () => {
  let site: Awaited<ReturnType<typeof built>>;
  beforeAll(async () => {
    site = await built(starlightFiles);
    expect(site.code, site.stdout + site.stderr).toBe(0);
  }, 120_000);

  test('has the page of a problem type at its type URI, in its own frame', () => {
    const html = site.read(`${page}/index.html`);
    expect(html).toContain('<link rel="canonical" href="https://errors.lending.example/types/card-expired"');
    expect(html).toContain('Library Docs');
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain('<div class="problem-catalog not-content" lang="en" dir="ltr"');
    expect(html).toMatch(/data-pagefind-body/);
    expect(html).toMatch(/<a href="\/opening-hours\/"/);
    expect(html).toMatch(/<a href="\/types\/card-expired\/" aria-current="page"/);
  });

  test('leads on from the aliases of a type to its page', () => {
    expect(site.read('types/EXPIRED_CARD/index.html')).toContain('content="0;url=/types/card-expired/"');
  });

  test('lists the catalog in the sidebar of its own pages, which stay as they are otherwise', () => {
    const html = site.read('opening-hours/index.html');
    expect(html).toContain('Every day but Sunday.');
    expect(linksOf(html)).toEqual(
      expect.arrayContaining(['/types/', '/types/category/loans/', '/types/more/inspect/']),
    );
    const [sheets] = [
      [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path = '']) => site.read(path)),
    ];
    expect(sheets.join('')).not.toContain('problem-catalog');
  });

  test('has what is linked, with the slash at its end that its format needs', () => {
    expect(site.deadLinks()).toEqual([]);
    expect(linksOf(site.read(`${page}/index.html`))).toEqual(
      expect.arrayContaining(['/types/membership-lapsed/', '/types/', '/types/more/guides/loans/']),
    );
    expect(linksOf(site.read('types/more/guides/loans/index.html'))).toContain('/types/loan-limit-reached/');
  });

  test('has the twins that programs read', () => {
    expect(JSON.parse(site.read(`${page}.json`))).toMatchObject({ name: 'card-expired' });
    expect(JSON.parse(site.read(`${page}.schema.json`)).$id).toBe(
      'https://errors.lending.example/types/card-expired.schema.json',
    );
    expect(site.read(`${page}.md`)).toContain('https://errors.lending.example/types/more/llms.txt');
    expect(JSON.parse(site.read('types/more/openapi.json')).components.schemas).toHaveProperty('CardExpiredProblem');
    expect(site.has('types/more/llms.txt')).toBe(true);
  });

  test('is told that its address is not that of the type URIs', () => {
    expect(site.stdout + site.stderr).toContain(
      'site is https://library.example, and type URIs are at https://errors.lending.example',
    );
  });
});

test('a site of Astro alone has the pages in its layout, by its own format', async () => {
  const site = await built(astroFiles);
  expect(site.code, site.stdout + site.stderr).toBe(0);
  const html = site.read(`${page}.html`);
  expect(html).toMatch(/<title>[^<]+ \| Library<\/title>/);
  expect(html).toContain('<link rel="canonical" href="https://errors.lending.example/types/card-expired"');
  expect(html).toMatch(/data-sections="[1-9]/);
  expect(html.match(/<h1\b/g)).toHaveLength(1);
  expect(site.deadLinks()).toEqual([]);
  expect(linksOf(html)).toEqual(expect.arrayContaining(['/types/membership-lapsed', '/types/more/guides/loans']));
  expect(site.read('index.html')).toContain('<body>Welcome</body>');
}, 120_000);

test.each([
  [{}, {}, 'problemCatalog must have a layout in a site without Starlight. Name one'],
  [{ layout: './Layout.astro' }, {}, 'there is no file ./Layout.astro. Write the path of the layout'],
  [{ layout: 'package.json' }, { base: '/docs' }, 'which are https://errors.lending.example/types/… (was "/docs")'],
  [{}, { integrations: [{ name: '@astrojs/starlight' }] }, 'problemCatalog must be a plugin of Starlight. Move it'],
])('with %j, a site with %j is told what to change', async (options, settings, message) => {
  const setup = problemCatalog({ catalog: libraryDir, ...options }).hooks['astro:config:setup'] as (context: {
    config: object;
  }) => Promise<void>;
  const config = { root: pathToFileURL(`${root}/`), base: '/', trailingSlash: 'ignore', integrations: [], ...settings };
  await expect(setup({ config })).rejects.toThrow(message);
});
