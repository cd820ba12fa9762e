import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { CatalogError } from '#catalog/finding.ts';
import { load } from '#catalog/load.ts';
import { catalogPlugin } from '#site/vite.ts';
import { problemsDir } from '#toolkit/paths.ts';

const { site, facts } = await load(problemsDir).catch((error) => {
  if (!(error instanceof CatalogError)) throw error;
  console.error(error.message);
  process.exit(1);
});

const own = (name) => `./src/site/components/frame/${name}.astro`;
const nothing = own('Nothing');

export default defineConfig({
  site: site.origin,
  base: site.base,
  srcDir: './src/site',
  publicDir: './src/site/public',
  // The build names a folder beside the site, which takes its place once it is whole.
  outDir: './dist/pages',
  trailingSlash: 'never',
  // A type URI has no slash and no suffix: `session-invalid.html` is what hosts answer for it without a redirect.
  build: { format: 'preserve', inlineStylesheets: 'never', assets: '_' },
  prefetch: false,
  devToolbar: { enabled: false },
  vite: {
    plugins: [catalogPlugin()],
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
  },
  integrations: [
    // The build writes the site map, of canonical addresses. Starlight brings one of its own unless one of this name is here.
    { name: '@astrojs/sitemap', hooks: {} },
    starlight({
      title: `${facts.name} problem types`,
      customCss: ['./src/site/styles/index.css'],
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
});
