import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { load } from '#catalog/load.ts';
import { generatedDir, problemsDir, root } from '#toolkit/paths.ts';

const outside = ['src/catalog', 'src/emit', 'src/toolkit'].map(
  (folder) => `${root}${sep}${folder.replace('/', sep)}${sep}`,
);

/** The package's list of all validators, of which each weighs some 5 kB. */
const allValidators = `${generatedDir}${sep}validators.ts`;
/** A larger catalog would send megabytes to the inspector; there it knows the types by its index alone. */
const mostValidators = 100;

/**
 * Connects the pages with the catalog: they import `src/catalog`, `src/emit` and `src/toolkit` as plain Node modules, outside of any
 * bundle, and an edited entry is seen after a reload of the page.
 */
export function catalogPlugin(): Plugin {
  return {
    name: 'catalog',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!/^[.#]/.test(source) || !options.ssr) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const file = resolved?.id.split('?')[0];
      if (!file || !outside.some((folder) => file.startsWith(folder))) return null;
      return { id: pathToFileURL(file).href, external: true };
    },
    async load(id) {
      if (id === allValidators && this.environment.name === 'client') {
        const { problems } = await load(problemsDir);
        if (problems.length > mostValidators) return 'export const validators = [];';
      }
      // `/docs/problems/x` is a page; Vite would answer with the module `problems/x.ts` that happens to lie at that path.
      if (this.environment.name === 'client' && id.startsWith(problemsDir + sep)) {
        throw Object.assign(new Error('It is a page.'), { code: 'ERR_LOAD_URL' });
      }
      return null;
    },
    configureServer(server) {
      server.watcher.add(problemsDir);
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, (file) => changed(server, file));
    },
  };
}

function changed(server: ViteDevServer, file: string): void {
  if (!file.startsWith(problemsDir + sep)) return;
  for (const { name, hot } of Object.values(server.environments)) {
    // Astro keeps the list of paths of each route until content changes.
    if (name !== 'client') hot.send('astro:content-changed', {});
    else hot.send({ type: 'full-reload' });
  }
}
