import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import type { Catalog } from '#catalog/catalog.ts';
import { load } from '#catalog/load.ts';
import { groups, ownTranslation } from '#catalog/translations/own.ts';
import type { Files } from '#emit/files.ts';
import { javaScript } from '#emit/package/compile.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { leadToSlash } from './embed/dev.ts';
import type { Surroundings } from './embed/place.ts';
import { embedded } from './embed/styles.ts';
import { mostBundled } from './most-bundled.ts';
import { slashed } from './slashed.ts';

/** Paths are compared as Vite writes them. */
const rooms = slashed(resolve(import.meta.dirname, '..'));
const outside = ['catalog', 'emit'].map((room) => `${rooms}/${room}/`);

const isSource = import.meta.filename.endsWith('.ts');
/** The runtime, where modules of `generated/` are made of the catalog. */
const runtime = `${rooms}/${isSource ? 'runtime' : 'package'}`;
const generated = `${runtime}/generated/`;

const modules = new WeakMap<Catalog, Files>();

/** A package with code for WebAssembly, which stays outside of any bundle. */
const native = 'satori';

const frameworks = /^(?:astro|@astrojs\/starlight)(?:\/|$)/;

/** The modules that tell pages which catalog they are of, and what is around them. */
const virtualModule = 'virtual:problem-catalog';
/** The texts of the frame, for what runs in the browser. */
const translationModule = 'virtual:problem-catalog/translation';
/** Those that every page loads. */
const pageTexts = 'virtual:problem-catalog/page-texts';
const frames = `${rooms}/site/components/frame`;
const sheets = `${rooms}/site/styles/`;

/**
 * Connects the pages with a catalog: they import `src/catalog` and `src/emit` as plain Node modules, outside of any
 * bundle, and an edited entry is seen after a reload of the page.
 * @param catalog the folder with the entries
 * @param surroundings the site that the pages are in; none when they are a site of their own
 */
export function catalogPlugin(catalog: string, surroundings?: Surroundings): Plugin {
  const folder = slashed(resolve(catalog));
  const virtual = virtualModules(folder, surroundings);
  return {
    name: 'problem-catalog',
    enforce: 'pre',
    // As a package, the toolkit is not to be left to Node.js, which knows neither its pages nor its virtual modules.
    config: () => ({ ssr: { noExternal: ['problem-catalog'] } }),
    configResolved({ environments }) {
      if (surroundings) return;
      // They are for Astro's toolbar, which is off; a project may know Astro through the toolkit alone.
      for (const { optimizeDeps } of Object.values(environments))
        optimizeDeps.include = optimizeDeps.include?.filter((name) => !name.startsWith('astro'));
    },
    async resolveId(source, importer, options) {
      if (source === pageTexts) return `\0${source}`;
      if (source === translationModule) {
        if (ownTranslation(folder)) return `\0${source}`;
        return `${rooms}/catalog/translations/${(await load(folder)).frameLanguage}.${isSource ? 'ts' : 'js'}`;
      }
      if (virtual.has(source)) return `\0${source}`;
      // Modules without a place, such as Astro's own, ask for packages that the project may know through the toolkit alone.
      if (!surroundings && frameworks.test(source) && !(importer && isAbsolute(importer))) {
        return this.resolve(source, import.meta.filename, { ...options, skipSelf: true });
      }
      // Its components are those of the site, which knows its own settings by them.
      if (surroundings && source.startsWith('@astrojs/starlight/') && importer?.startsWith(frames)) {
        return this.resolve(source, join(surroundings.root, 'package.json'), { ...options, skipSelf: true });
      }
      const path = generatedPath(source, importer);
      if (path !== undefined) return generated + (isSource ? path : path.replace(/\.ts$/, '.js'));
      if (options.ssr && source === native && importer?.startsWith(rooms)) {
        return { id: import.meta.resolve(source), external: true };
      }
      if (!/^[.#]/.test(source) || !options.ssr) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const file = resolved?.id.split('?')[0];
      if (!file || !outside.some((room) => file.startsWith(room))) return null;
      return { id: pathToFileURL(file).href, external: true };
    },
    async load(id) {
      if (id === `\0${pageTexts}`) {
        const { copy, or, prompt } = (await load(folder)).translation;
        return `export const [copy, or, prompt] = ${JSON.stringify([copy, or, prompt])};`;
      }
      if (id === `\0${translationModule}`) return ownTexts(ownTranslation(folder) ?? '');
      if (id.startsWith(`\0${virtualModule}`)) return virtual.get(id.slice(1));
      if (surroundings && id.endsWith('.css') && slashed(id).startsWith(sheets)) return embedded(id);
      if (id.startsWith(generated)) return moduleOf(await load(folder), id.slice(generated.length));
      // `/docs/problems/x` is a page; Vite would answer with the module `problems/x.ts` that happens to lie at that path.
      if (
        this.environment.name === 'client' &&
        id.startsWith(`${folder}/`) &&
        id !== slashed(ownTranslation(folder) ?? '')
      ) {
        throw Object.assign(new Error('It is a page.'), { code: 'ERR_LOAD_URL' });
      }
      return null;
    },
    configureServer(server) {
      server.watcher.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, (file) => {
          if (slashed(file).startsWith(`${folder}/`)) changed(server);
        });
      return surroundings?.hasSlash ? () => leadToSlash(server, surroundings.index) : undefined;
    },
  };
}

/** The texts of the catalog's own file, as those of a language are exported. */
function ownTexts(file: string): string {
  const names = groups.map((name) => `export const ${name} = own.${name};`);
  return [`import own from ${JSON.stringify(slashed(file))};`, ...names].join('\n');
}

function virtualModules(folder: string, surroundings: Surroundings | undefined): Map<string, string> {
  const frame = surroundings ? (surroundings.layout ? 'Layout' : 'Starlight') : 'Own';
  const defaultOf = (file: string) => `export { default } from ${JSON.stringify(slashed(file))};`;
  return new Map([
    [
      virtualModule,
      Object.entries({ folder, rooms, runtime, surroundings })
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n'),
    ],
    [
      `${virtualModule}/frame`,
      `${defaultOf(join(frames, `${frame}.astro`))}\nexport const hasHeading = ${frame === 'Starlight'};`,
    ],
    [`${virtualModule}/layout`, defaultOf(surroundings?.layout ?? join(frames, 'Nothing.astro'))],
  ]);
}

/** Path in `generated/` of what a module imports; undefined for all else. */
function generatedPath(source: string, importer: string | undefined): string | undefined {
  const alias = '#runtime/generated/';
  if (source.startsWith(alias)) return source.slice(alias.length);
  const file = source.startsWith('.') && importer ? slashed(resolve(importer, '..', source)) : '';
  return file.startsWith(generated) ? file.slice(generated.length) : undefined;
}

/**
 * Whether pages and their scripts can load a module: none that holds texts, which change more often than types do, and
 * none of a single type where there are many.
 */
function isForPages({ problems }: Catalog, path: string): boolean {
  const name = path.replace(/\.[jt]s$/, '');
  if (problems.length > mostBundled) return ['validators', 'former-types', 'headers'].includes(name);
  return name !== 'causes' && !path.endsWith('.d.ts');
}

/** Returns the modules made of a catalog that pages and their scripts can load, as JavaScript, by path in `generated/`. */
export async function clientModules(catalog: Catalog): Promise<Files> {
  const files = new Map<string, string>();
  for (const path of modulesOf(catalog).keys()) {
    const code = await moduleOf(catalog, path);
    if (code !== undefined) files.set(path, code);
  }
  return files;
}

/** A module of the package, as JavaScript. */
async function moduleOf(catalog: Catalog, path: string): Promise<string | undefined> {
  if (!isForPages(catalog, path)) return undefined;
  if (/^validators\.[jt]s$/.test(path) && catalog.problems.length > mostBundled) return 'export const validators = [];';
  const known = modulesOf(catalog);
  const code = known.get(path.replace(/\.ts$/, '.js'));
  return code ?? (await javaScript(known.get(path.replace(/\.js$/, '.ts')) ?? ''));
}

function modulesOf(catalog: Catalog): Files {
  const known = modules.get(catalog) ?? moduleFiles(catalog);
  modules.set(catalog, known);
  return known;
}

function changed(server: ViteDevServer): void {
  for (const { name, hot } of Object.values(server.environments)) {
    // Astro keeps the list of paths of each route until content changes.
    if (name !== 'client') hot.send('astro:content-changed', {});
    else hot.send({ type: 'full-reload' });
  }
}
