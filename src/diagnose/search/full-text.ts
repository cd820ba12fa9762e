import MiniSearch from 'minisearch';
import type { FinderIndex } from './index.ts';
import { fillers } from './stop-words.ts';

/** Search in the words of all types: what is left when a text names none. */
export interface FullText {
  /** Positions of types, the best first. */
  search(text: string): { readonly types: readonly number[]; readonly isWhole: boolean };
}

/** Longest text that is searched, in words and in characters. */
const mostWords = 24;
const longestText = 1000;
/** Words that are longer are no words. */
const longestWord = 40;

export function fullText({ types, categories }: FinderIndex): FullText {
  const fields = ['title', 'name', 'aka', 'details', 'summary', 'category', 'codes', 'words'] as const;
  const search = new MiniSearch<Record<string, unknown>>({
    fields: [...fields],
    tokenize: (text) => text.split(/[\s\p{Z}\p{P}\p{S}]+/u),
    processTerm: (term) => (term.length > longestWord || fillers.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: {
      boost: { title: 6, name: 6, aka: 4, details: 2, summary: 2, codes: 1.5 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  search.addAll(
    types.map(
      ({ name, title, aka = [], titles = [], details = [], said = [], summary, category, codes = [], words }, id) => ({
        id,
        title,
        name,
        aka: [...aka, ...titles].join(' '),
        details: [...details, ...said].join(' '),
        summary,
        category: categories[category],
        codes: codes.join(' '),
        words,
      }),
    ),
  );
  return {
    search(text) {
      const asked = text.slice(0, longestText).split(/\s+/).slice(0, mostWords).join(' ');
      const all = search.search(asked, { combineWith: 'AND' });
      const hits = all.length > 0 ? all : search.search(asked, { combineWith: 'OR' }).slice(0, 10);
      return { types: hits.map(({ id }) => id as number), isWhole: all.length > 0 };
    },
  };
}
