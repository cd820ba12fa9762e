import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { load } from '#catalog/load.ts';

const rooms = resolve(import.meta.dirname, '..');
const outside = ['catalog', 'emit'].map((room) => join(rooms, room) + sep);

/** The package's list of all validators, of which each weighs some 5 kB. */
const allValidators = join(rooms, 'runtime/generated/validators.ts');
/** A larger catalog would send megabytes to the inspector; there it knows the types by its index alone. */
const mostValidators = 100;

/** The module that tells pages which catalog they are of. */
const virtualModule = 'virtual:problem-catalog';

/**
 * Connects the pages with a catalog: they import `src/catalog` and `src/emit` as plain Node modules, outside of any
 * bundle, and an edited entry is seen after a reload of the page.
 * @param catalog the folder with the entries
 */
export function catalogPlugin(catalog: string): Plugin {
  const folder = resolve(catalog);
  return {
    name: 'problem-catalog',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source === virtualModule) return `\0${source}`;
      if (!/^[.#]/.test(source) || !options.ssr) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const file = resolved?.id.split('?')[0];
      if (!file || !outside.some((room) => file.startsWith(room))) return null;
      return { id: pathToFileURL(file).href, external: true };
    },
    async load(id) {
      if (id === `\0${virtualModule}`) return `export const folder = ${JSON.stringify(folder)};`;
      if (id === allValidators && this.environment.name === 'client') {
        const { problems } = await load(folder);
        if (problems.length > mostValidators) return 'export const validators = [];';
      }
      // `/docs/problems/x` is a page; Vite would answer with the module `problems/x.ts` that happens to lie at that path.
      if (this.environment.name === 'client' && id.startsWith(folder + sep)) {
        throw Object.assign(new Error('It is a page.'), { code: 'ERR_LOAD_URL' });
      }
      return null;
    },
    configureServer(server) {
      server.watcher.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, (file) => {
          if (file.startsWith(folder + sep)) changed(server);
        });
    },
  };
}

function changed(server: ViteDevServer): void {
  for (const { name, hot } of Object.values(server.environments)) {
    // Astro keeps the list of paths of each route until content changes.
    if (name !== 'client') hot.send('astro:content-changed', {});
    else hot.send({ type: 'full-reload' });
  }
}
