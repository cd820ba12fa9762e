import { type Facet, type Filters, facets, noFilters, type Sort, sorts } from './facets.ts';

/** What the finder shows, as its address keeps it. */
export interface State {
  readonly text: string;
  readonly filters: Filters;
  readonly sort?: Sort | undefined;
  readonly isDown: boolean;
}

export function stateOfQuery(query: string | URLSearchParams): State {
  const params = new URLSearchParams(query);
  const filters: Record<Facet, readonly string[]> = { ...noFilters() };
  for (const facet of facets) filters[facet] = [...new Set(params.getAll(facet).filter((value) => value !== ''))];
  const sort = sorts.find((each) => each === params.get('sort'));
  return { text: params.get('q') ?? '', filters, sort, isDown: sort !== undefined && params.get('order') === 'down' };
}

/** The query string without `?`; empty when everything is shown. */
export function queryOfState({ text, filters, sort, isDown }: State): string {
  const params = new URLSearchParams();
  if (text.trim() !== '') params.set('q', text.trim());
  for (const facet of facets) for (const value of filters[facet]) params.append(facet, value);
  if (sort) params.set('sort', sort);
  if (sort && isDown) params.set('order', 'down');
  return params.toString();
}

export function isEmpty(state: State): boolean {
  return queryOfState(state) === '';
}
