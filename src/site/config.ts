import { join } from 'node:path';
import starlight from '@astrojs/starlight';
import type { AstroInlineConfig } from 'astro';
import { load } from '#catalog/load.ts';
import { farComponents } from './far-components.ts';
import { localeOf } from './locale.ts';
import { slashed } from './slashed.ts';
import { catalogPlugin } from './vite.ts';

/** What Astro is told for the site of a catalog, in our own frame. */

const room = slashed(import.meta.dirname);
const own = (name: string) => `${room}/components/frame/${name}.astro`;
const nothing = own('Nothing');

/**
 * Returns the configuration of Astro.
 * @param root the folder that Astro works in
 * @param catalog the folder with the entries
 * @throws CatalogError with every finding
 */
export async function pagesConfig({ root, catalog }: { root: string; catalog: string }): Promise<AstroInlineConfig> {
  const { site, facts, pictures, translation } = await load(catalog);
  return {
    configFile: false,
    root,
    site: site.origin,
    base: site.base,
    srcDir: room,
    publicDir: join(room, 'public'),
    // The build names a folder beside the site, which takes its place once it is whole.
    outDir: './dist/pages',
    trailingSlash: 'never',
    // A type URI has no slash and no suffix: `session-invalid.html` is what hosts answer for it without a redirect.
    build: { format: 'preserve', inlineStylesheets: 'never', assets: '_' },
    prefetch: false,
    devToolbar: { enabled: false },
    vite: {
      plugins: [farComponents(), catalogPlugin(catalog)],
      worker: { plugins: () => [catalogPlugin(catalog)] },
      build: { assetsInlineLimit: 0, cssCodeSplit: true },
      // A search for dependencies would read modules that only the plugin has.
      optimizeDeps: { noDiscovery: true },
    },
    integrations: [
      // The build writes the site map, of canonical addresses. Starlight brings one of its own unless one of this name is here.
      { name: '@astrojs/sitemap', hooks: {} },
      starlight({
        locales: { root: localeOf(facts.language) },
        title: translation.frame.title(facts.name),
        favicon: `/favicon.${(pictures.favicon ?? pictures.logo?.light)?.format ?? 'svg'}`,
        customCss: [`${room}/styles/index.css`],
        disable404Route: true,
        expressiveCode: false,
        pagefind: false,
        pagination: false,
        tableOfContents: false,
        components: {
          ContentPanel: own('Slot'),
          Footer: nothing,
          Head: own('Head'),
          Header: own('Header'),
          MarkdownContent: own('Slot'),
          PageFrame: own('PageFrame'),
          PageSidebar: nothing,
          PageTitle: nothing,
          Sidebar: own('Sidebar'),
          SkipLink: own('SkipLink'),
          ThemeProvider: own('ThemeProvider'),
          TwoColumnContent: own('Slot'),
        },
      }),
    ],
  };
}
