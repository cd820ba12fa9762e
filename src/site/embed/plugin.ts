import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import type { AstroIntegration } from 'astro';
import { CatalogError } from '#catalog/finding.ts';
import { examine, load } from '#catalog/load.ts';
import { showDrafts, unfinishedNote } from '#catalog/unfinished.ts';
import { farComponents } from '../far-components.ts';
import { slashed } from '../slashed.ts';
import { catalogPlugin } from '../vite.ts';
import { furtherFiles } from './further-files.ts';
import { placeIn } from './place.ts';
import { redirects } from './redirects.ts';
import { routes } from './routes.ts';

/** The pages of a catalog in a site that is there: a plugin of Starlight and an integration of Astro in one. */

export interface ProblemCatalogOptions {
  /** The folder with the entries, from the folder of the site. */
  readonly catalog: string;
  /** Heading of the catalog in Starlight's sidebar; `false` leaves it out. Default: "Problem types", in the language of the catalog. */
  readonly sidebar?: string | false;
  /**
   * The layout around the pages, from the folder of the site: for a site without Starlight, which must have one. It gets
   * `title`, `description` and `headings` as props, tags for its `<head>` in the slot `head`, and the page in its default slot.
   */
  readonly layout?: string;
}

const room = import.meta.dirname;

/**
 * Returns a plugin of Starlight, or an integration of Astro where there is no Starlight. It adds the page of each problem
 * type at its type URI, the lists, the inspector and the machine-readable twins, in the frame and theme of the site.
 * `build.format` and `trailingSlash` of the site stay as they are.
 * @throws CatalogError with every finding, while the site starts
 * @example
 * import starlight from '@astrojs/starlight';
 * import { defineConfig } from 'astro/config';
 * import problemCatalog from 'problem-catalog';
 *
 * export default defineConfig({
 *   site: 'https://docs.acme.example',
 *   integrations: [starlight({ title: 'Acme', plugins: [problemCatalog({ catalog: './problems' })] })],
 * });
 */
export default function problemCatalog(options: ProblemCatalogOptions): StarlightPlugin & AstroIntegration {
  return {
    name: 'problem-catalog',
    hooks: {
      'config:setup': ({ addIntegration, addRouteMiddleware }) => {
        addIntegration(integration(options, 'starlight'));
        if (options.sidebar !== false) addRouteMiddleware({ entrypoint: own('sidebar') });
      },
      ...integration(options, 'layout').hooks,
    },
  };
}

function integration(options: ProblemCatalogOptions, frame: 'starlight' | 'layout'): AstroIntegration {
  let finish: ((folder: string) => Promise<void>) | undefined;
  return {
    name: 'problem-catalog',
    hooks: {
      'astro:config:setup': async ({
        command,
        config,
        injectRoute,
        addMiddleware,
        updateConfig,
        addWatchFile,
        logger,
      }) => {
        const root = fileURLToPath(config.root);
        const folder = resolve(root, options.catalog);
        const layout = frame === 'layout' ? layoutOf(options, root, config.integrations) : undefined;
        if (command === 'dev') showDrafts();
        const catalog = await load(folder);
        const note = command === 'dev' && unfinishedNote((await examine(folder)).findings);
        if (note) logger.warn(note);
        const place = placeIn(catalog, config);
        if (place.note) logger.warn(place.note);
        addWatchFile(join(folder, 'index.ts'));
        for (const route of routes(catalog, place)) injectRoute({ ...route, prerender: true });
        if (place.hasSlash) addMiddleware({ entrypoint: own('slashes'), order: 'post' });
        const surroundings = { ...place, root, layout, label: options.sidebar || catalog.translation.label.types };
        const plugin = () => catalogPlugin(folder, surroundings);
        updateConfig({ redirects: redirects(catalog, place, config.redirects) });
        updateConfig({ vite: { plugins: [farComponents(), plugin()], worker: { plugins: () => [plugin()] } } });
        finish = (dir) => furtherFiles(folder, place, dir);
      },
      'astro:build:done': ({ dir }) => finish?.(fileURLToPath(dir)),
    },
  };
}

/** A module of this room, as it is: source, or compiled. */
function own(name: string): string {
  return slashed(join(room, import.meta.filename.endsWith('.ts') ? `${name}.ts` : `${name}.js`));
}

function layoutOf({ layout }: ProblemCatalogOptions, root: string, integrations: readonly AstroIntegration[]): string {
  const fault = (fact: string, fix: string) => new CatalogError([{ file: 'astro.config', fact, fix }]);
  if (integrations.some(({ name }) => name === '@astrojs/starlight'))
    throw fault(
      'problemCatalog must be a plugin of Starlight',
      'Move it from integrations to plugins: starlight({ plugins: [problemCatalog({ … })] }).',
    );
  if (layout === undefined)
    throw fault(
      'problemCatalog must have a layout in a site without Starlight',
      "Name one: problemCatalog({ catalog, layout: './src/layouts/Layout.astro' }).",
    );
  const file = resolve(root, layout);
  if (!existsSync(file))
    throw fault(`there is no file ${layout}`, 'Write the path of the layout from the folder of the site.');
  return file;
}
