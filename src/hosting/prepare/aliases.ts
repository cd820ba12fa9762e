import type { Catalog } from '#catalog/catalog.ts';
import { isOtherPage } from '#catalog/names.ts';

/** Other addresses of the same page, for redirects. */

/**
 * Lower-case path to path, for every name under which a problem type is known: constant, export name, aliases.
 * A name that two types share leads nowhere.
 */
export function problemAliases(catalog: Catalog): Record<string, string> {
  const { problems, site } = catalog;
  const names = new Set(problems.map(({ name }) => name));
  const owners = new Map<string, string | undefined>();
  for (const { name, constant, exportName, entry, path } of problems) {
    const folders = new Set([site.index, path.slice(0, path.lastIndexOf('/'))]);
    for (const text of [name, constant, exportName, ...(entry.aliases ?? [])]) {
      for (const form of formsOf(text)) {
        if (form !== name && names.has(form)) continue;
        for (const folder of folders) {
          const from = `${folder}/${form}`.toLowerCase();
          owners.set(from, owners.has(from) && owners.get(from) !== path ? undefined : path);
        }
      }
    }
  }
  const pages = new Set(problems.map(({ path }) => path.toLowerCase()));
  const named = [...owners].flatMap(([from, path]) =>
    path === undefined || pages.has(from) || isOtherPage(from, site) ? [] : [[from, path] as const],
  );
  const documents = [...documentPaths(catalog)].map(([from, to]) => [from.toLowerCase(), to] as const);
  return Object.fromEntries([...named, ...documents].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Paths of type URIs on the origin of the site at which no page can stand, to where they lead: to the page of the type, or to
 * the list where several have the path, each with a fragment or a query of its own.
 */
export function documentPaths({ problems, site }: Catalog): Map<string, string> {
  const taken = new Set([site.index, site.base, ...problems.map(({ path }) => path)]);
  const found = new Map<string, string>();
  for (const { typeUri, pageUri, path } of problems) {
    if (typeUri === pageUri || !typeUri.startsWith(`${site.origin}/`)) continue;
    const from = new URL(typeUri).pathname.replace(/\/$/, '');
    if (from === '' || taken.has(from) || isOtherPage(from, site)) continue;
    const isShared = found.has(from) || typeUri.includes('#');
    found.set(from, isShared ? site.index : path);
  }
  return found;
}

/** A text of two words is looked for with a space, `-`, `_` and nothing between them. */
function formsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const split = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const forms = [words.join(' '), words.join('-'), words.join('_'), words.join(''), split.join('-')];
  return new Set(forms.filter((form) => form.length > 1));
}
