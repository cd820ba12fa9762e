import { reservedIds } from '#catalog/causes.ts';
import type { CauseData } from '#catalog/data.ts';
import type { Catalog, CatalogEntry } from './catalog.ts';
import { byType, nearestWord, resolveName } from './resolve.ts';
import { printable } from './screen.ts';

/** `token-invalid#expired` -> the cause. */

export type ResolvedCause =
  | { readonly kind: 'found'; readonly entry: CatalogEntry; readonly cause: CauseData }
  /** There is no such cause, as sentences. */
  | { readonly kind: 'unknown'; readonly fault: string };

/** Finds a cause by its address, or by a name of its type and its own, such as `token-invalid#expired`. */
export function resolveCause(catalog: Catalog, asked: string): ResolvedCause | undefined {
  const address = asked.trim();
  for (const entry of catalog.problems) {
    const cause = entry.causes.find((each) => each.address === address);
    if (cause) return { kind: 'found', entry, cause };
  }
  const [, type = '', name = ''] = /^(.+)#([^#]*)$/.exec(address) ?? [];
  if (type === '' || isSection(name) || byType(catalog, address)) return undefined;
  const found = resolveName(catalog, type);
  if (found.kind === 'several') return undefined;
  if (found.kind === 'none' || found.guessed) {
    const near = found.kind === 'none' ? found.near : [found.entry];
    const meant = near.map((entry) => `"${entry.name}${causeOf(entry, name) ? `#${name}` : ''}"`);
    const advice = meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : '';
    return { kind: 'unknown', fault: `No problem type is called "${printable(type).slice(0, 100)}".${advice}` };
  }
  const cause = causeOf(found.entry, name);
  return cause
    ? { kind: 'found', entry: found.entry, cause }
    : { kind: 'unknown', fault: unknownCause(found.entry, name) };
}

/** The cause of a type with this name, in any case. */
export function causeOf({ causes }: CatalogEntry, name: string): CauseData | undefined {
  return causes.find((each) => each.name === name.toLowerCase());
}

/** Whether a fragment leads to a section of the page, not to a cause. */
function isSection(fragment: string): boolean {
  return fragment === '' || reservedIds.includes(fragment);
}

/** Why a type has no such cause, as sentences. */
export function unknownCause({ name, causes }: CatalogEntry, asked: string): string {
  const names = causes.map((each) => each.name);
  const near = nearestWord(asked, names);
  const advice = near ? `Did you mean "${near}"?` : `Its causes: ${names.join(', ')}.`;
  return `${name} has no cause called "${printable(asked).slice(0, 100)}". ${advice}`;
}
