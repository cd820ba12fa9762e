import type { Catalog } from '#catalog/catalog.ts';
import { isOtherPage } from '#catalog/names.ts';
import type { Place } from './place.ts';

/**
 * Returns where the aliases of problem types lead, by path below the base of the site. An alias that cannot be a part of a
 * path leads nowhere.
 * @param taken paths that the site redirects already
 */
export function redirects(
  { problems, site }: Catalog,
  { base, index, further, hasSlash }: Place,
  taken: Readonly<Record<string, unknown>> = {},
): Record<string, string> {
  // Some disks do not tell upper case from lower case.
  const pages = new Set([further, ...problems.map(({ path }) => path.toLowerCase())]);
  const found: Record<string, string> = {};
  for (const { entry, path } of problems) {
    for (const alias of entry.aliases ?? []) {
      const from = `${index}/${alias}`;
      if (!/^\w[\w.-]*$/.test(alias) || isOtherPage(from, site) || pages.has(from.toLowerCase())) continue;
      pages.add(from.toLowerCase());
      const key = from.slice(base.length);
      if (!(key in taken)) found[key] = hasSlash ? `${path}/` : path;
    }
  }
  return found;
}
