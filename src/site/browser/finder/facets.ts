import type { FinderIndex, FinderType } from '#diagnose/search/index.ts';

/** Facets: what a list of types can be narrowed by. Values of one facet add up, facets narrow each other. */
export const facets = ['status', 'category', 'retry', 'by', 'state'] as const;
export type Facet = (typeof facets)[number];

/** Chosen values; none chosen lets everything through. */
export type Filters = Readonly<Record<Facet, readonly string[]>>;

export function noFilters(): Filters {
  return { status: [], category: [], retry: [], by: [], state: [] };
}

/** Values of a facet that a type has. */
export function valuesOf(type: FinderType, facet: Facet): readonly string[] {
  if (facet === 'status') return type.status.map(String);
  const value = type[facet];
  return typeof value === 'string' ? [value] : value;
}

/** Those positions whose types pass, in the same order. */
export function filtered(
  { types }: FinderIndex,
  positions: readonly number[],
  filters: Filters,
  but?: Facet,
): number[] {
  const active = facets.filter((facet) => facet !== but && filters[facet].length > 0);
  return positions.filter((at) => {
    const type = types[at];
    return type && active.every((facet) => valuesOf(type, facet).some((value) => filters[facet].includes(value)));
  });
}

/** How many of the positions each value would leave, given what is chosen in the other facets. */
export function countsOf(
  index: FinderIndex,
  positions: readonly number[],
  filters: Filters,
): Record<Facet, Map<string, number>> {
  const count = (facet: Facet) => {
    const counts = new Map<string, number>();
    for (const at of filtered(index, positions, filters, facet)) {
      const type = index.types[at] as FinderType;
      for (const value of valuesOf(type, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return {
    status: count('status'),
    category: count('category'),
    retry: count('retry'),
    by: count('by'),
    state: count('state'),
  };
}

/** What a list can be sorted by; without a choice the best come first. */
export const sorts = ['status', 'title', 'retry', 'by'] as const;
export type Sort = (typeof sorts)[number];

export function sorted(
  { types, retries, fixers }: FinderIndex,
  positions: readonly number[],
  sort: Sort,
  isDown: boolean,
): number[] {
  const ranks = { retry: Object.keys(retries), by: Object.keys(fixers) };
  const keyOf = (at: number): number | string => {
    const type = types[at] as FinderType;
    if (sort === 'title') return type.title.toLowerCase();
    if (sort === 'status') return type.status[0] ?? 0;
    return sort === 'retry' ? ranks.retry.indexOf(type.retry) : ranks.by.indexOf(type.by[0] ?? '');
  };
  const sign = isDown ? -1 : 1;
  return positions
    .map((at) => ({ at, key: keyOf(at) }))
    .sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
    .map(({ at }) => at);
}
