import MiniSearch from 'minisearch';
import type { Document } from './documents.ts';
import { fillers } from './stop-words.ts';

/** Search in the words of all documents: what is left when a text names nothing. */

export interface WordHit {
  /** Position of the document. */
  readonly id: number;
  readonly score: number;
  /** Share of what was asked that the document has, 0 to 1. */
  readonly covered: number;
  /** The same for its title, its names and the words that people ask with. */
  readonly coveredByName: number;
  /** Words of the document that fit. */
  readonly terms: readonly string[];
}

export interface FullText {
  /** Documents, the best first. */
  search(text: string): readonly WordHit[];
}

/** Longest text that is searched, in words and in characters. */
const mostWords = 24;
const longestText = 1000;
/** Words that are longer are no words. */
const longestWord = 40;

/** Words of a text, without endings and without those that say nothing. */
export function termsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => termOf(word) ?? []);
}

/** A word without its ending; nothing for a word that says nothing. */
export function termOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (lower === '' || lower.length > longestWord || fillers.has(lower)) return undefined;
  return /^\d+$/.test(lower) || lower.length < 5
    ? lower.replace(/(?<=\w\w\w)s$/, '')
    : lower.replace(/(?:ies|ied|y)$/, 'i').replace(/(?:ing|ed|es|e|s)$/, '');
}

const strong: ReadonlySet<string> = new Set(['title', 'names', 'asked', 'in']);

export function fullText(documents: readonly Document[]): FullText {
  const fields = ['title', 'names', 'asked', 'said', 'in', 'text', 'words'] as const;
  const search = new MiniSearch<Record<string, unknown>>({
    fields: [...fields],
    tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u),
    processTerm: (word) => termOf(word) ?? null,
  });
  search.addAll(
    documents.map(({ title, names, asked, said, text, words, ...rest }, id) => ({
      id,
      title,
      names: names.join(' '),
      asked: asked.join(' '),
      said: said.join(' '),
      in: rest.in ?? '',
      text,
      words,
    })),
  );
  return {
    search(text) {
      const asked = [...new Set(termsOf(text.slice(0, longestText)))].slice(0, mostWords);
      if (asked.length === 0) return [];
      const last = asked.at(-1);
      const found = search.search(asked.join(' '), {
        processTerm: (term) => term,
        boost: { title: 5, names: 5, asked: 5, said: 2, in: 1.5, text: 1, words: 0.6 },
        prefix: (term) => term.length > 3 || term === last,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        weights: { fuzzy: 0.2, prefix: 0.4 },
        bm25: { k: 1.2, b: 0.6, d: 0.5 },
      });
      return found
        .map(({ id, score, match, queryTerms }) => {
          const document = documents[id as number] as Document;
          const covered = queryTerms.length / asked.length;
          const named = asked.filter((term) => namesTerm(match, term)).length / asked.length;
          const isPart = document.kind !== 'type' && document.kind !== 'cause' ? 0.8 : 1;
          const idle = document.isIdle ? 0.6 : 1;
          const title = new Set(termsOf(document.title));
          const isTitle = title.size === asked.length && asked.every((term) => title.has(term)) ? 2.5 : 1;
          return {
            id: id as number,
            score: score * covered * covered * (0.5 + named) * isPart * idle * isTitle,
            covered,
            coveredByName: named,
            terms: Object.keys(match),
          };
        })
        .sort((a, b) => b.score - a.score);
    },
  };
}

/** Whether a word that was asked, or one that it begins, stands in a title, a name or the words that people ask with. */
function namesTerm(match: Readonly<Record<string, readonly string[]>>, asked: string): boolean {
  return Object.entries(match).some(
    ([term, places]) => (term === asked || term.startsWith(asked)) && places.some((place) => strong.has(place)),
  );
}
