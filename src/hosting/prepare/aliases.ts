import type { Catalog } from '#catalog/catalog.ts';

/** Other addresses of the same page, for redirects. */

/**
 * Lower-case path to path, for every name under which a problem type is known: constant, export name, aliases.
 * A name that two types share leads nowhere.
 */
export function problemAliases({ problems, facts }: Catalog): Record<string, string> {
  const { pathname } = new URL(facts.baseUri);
  const names = new Set(problems.map(({ name }) => name));
  const owners = new Map<string, string | undefined>();
  for (const { name, constant, exportName, entry } of problems) {
    for (const text of [constant, exportName, ...(entry.aliases ?? [])]) {
      for (const form of formsOf(text)) {
        if (names.has(form)) continue;
        owners.set(form, owners.has(form) && owners.get(form) !== name ? undefined : name);
      }
    }
  }
  return Object.fromEntries(
    [...owners]
      .filter(([, name]) => name !== undefined)
      .map(([form, name]) => [`${pathname}/${form}`, `${pathname}/${name}`] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
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
