import { finder, problemTypes } from 'virtual:problem-catalog/translation';
import type { Answer } from '#diagnose/search/answer.ts';
import type { Found } from '#diagnose/search/search.ts';
import { said } from '../said.ts';
import type { Source } from '../search/source.ts';
import { countsOf, type Facet, filtered, sorted } from './facets.ts';
import { isEmpty, type State } from './state.ts';

/** What the page shows for a state of the finder. */
export interface List {
  /** Positions of types: those that the text names, then others about it. A sorted list has one group. */
  readonly groups: readonly (readonly number[])[];
  /** The first row is what was asked for. */
  readonly isSure: boolean;
  /** The result in words. */
  readonly sentence: string;
  /** How many each value of a facet would leave. */
  readonly counts: Record<Facet, ReadonlyMap<string, number>>;
  readonly answer?: Answer | undefined;
  /** Everything that the text can mean, pages of other kinds included. */
  readonly found?: Found | undefined;
  /** For an empty list: how many types the filters hide, and types with names like the text. */
  readonly hidden: number;
  readonly near: readonly number[];
}

export function listOf({ index, search }: Source, state: State): List {
  const isAsked = state.text.trim() !== '';
  const found = isAsked ? search.search(state.text) : undefined;
  const answer = isAsked ? search.resolve(state.text) : undefined;
  const all = answer ? [...answer.types, ...(answer.also ?? [])] : index.types.map((_, at) => at);
  const kept = filtered(index, all, state.filters);
  const named = new Set(answer?.types ?? all);
  const sure = kept.filter((at) => named.has(at));
  const rest = kept.filter((at) => !named.has(at));
  const first = found?.isSure ? found.hits[0]?.document.at : undefined;
  return {
    groups: state.sort
      ? [sorted(index, kept, state.sort, state.isDown)]
      : [sure, rest].filter((group) => group.length > 0),
    isSure: first !== undefined && first === sure[0] && !state.sort,
    found,
    sentence: sentence(index.total ?? index.types.length, state, answer, sure.length, rest.length),
    counts: countsOf(index, all, state.filters),
    answer,
    hidden: all.length - kept.length,
    near: all.length === 0 ? search.near(state.text) : [],
  };
}

function sentence(count: number, state: State, answer: Answer | undefined, sure: number, rest: number): string {
  const total = problemTypes(count);
  if (isEmpty(state)) return total;
  if (!answer) return finder.of(sure, total);
  if (sure + rest === 0) return finder.none(said(answer.by));
  if (answer.types.length === 0) return finder.found(rest, said(answer.by), 0);
  if (sure === 0) return finder.aboutIt(rest);
  return finder.found(sure, said(answer.by), rest);
}
