import MiniSearch from 'minisearch';
import type { Document } from './documents.ts';
import { hasNumbers, termOf, termsAsked, termsOf, wordsIndexed } from './terms.ts';

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
const strong: ReadonlySet<string> = new Set(['title', 'names', 'asked', 'in']);

export function fullText(documents: readonly Document[]): FullText {
  const fields = ['title', 'names', 'asked', 'said', 'in', 'around', 'text', 'words'] as const;
  const known = new Set<string>();
  const search = new MiniSearch<Record<string, unknown>>({
    fields: [...fields],
    tokenize: wordsIndexed,
    processTerm: (word) => {
      const term = termOf(word);
      if (term !== undefined) known.add(term);
      return term ?? null;
    },
  });
  // What a page is called and asked for with is true of its parts.
  const pages = new Map(documents.map(({ path, names, asked }) => [path, [...names, ...asked].join(' ')]));
  const around = (path: string) => (path.includes('#') ? pages.get(path.replace(/#.*/, '')) : '') ?? '';
  search.addAll(
    documents.map(({ title, path, names, asked, said, text, words, ...rest }, id) => ({
      id,
      title,
      names: names.join(' '),
      asked: asked.join(' '),
      said: said.join(' '),
      in: rest.in ?? '',
      around: around(path),
      text,
      words,
    })),
  );
  return {
    search(text) {
      const asked = [...new Set(termsAsked(text.slice(0, longestText), (term) => known.has(term)))].slice(0, mostWords);
      const count = asked.length + (hasNumbers(text) ? 1 : 0);
      const last = asked.at(-1);
      const found = search.search(asked.join(' '), {
        tokenize: (terms) => terms.split(' '),
        processTerm: (term) => term,
        boost: { title: 5, names: 5, asked: 5, said: 2, in: 1.5, around: 2, text: 1, words: 0.6 },
        prefix: (term) => term.length > 3 || term === last,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        weights: { fuzzy: 0.2, prefix: 0.4 },
        bm25: { k: 1.2, b: 0.6, d: 0.5 },
      });
      const line = ` ${termsOf(text.slice(0, longestText)).join(' ')} `;
      const saysPhrase = (document: Document) =>
        [...document.asked, ...document.said].some((phrase) => {
          const terms = termsOf(phrase);
          return terms.length > 1 && terms.length < asked.length && line.includes(` ${terms.join(' ')} `);
        });
      const codes = new Set(text.match(/\bE[A-Z]{5,}\b/g)?.map((code) => termOf(code)));
      const rarityOf = rarity(found, documents.length);
      const weightOf = (term: string) => rarityOf(term) * (codes.has(term) ? 1.5 : 1);
      const whole = sumOf(asked, weightOf);
      return found
        .flatMap(({ id, score, match, queryTerms }) => {
          if (!hasOwnWord(match)) return [];
          const document = documents[id as number] as Document;
          const places = placesOf(match, asked);
          const own = queryTerms.filter((term) => {
            const fields = places.get(term) ?? [];
            return fields.length === 0 || fields.some((field) => field !== 'around');
          });
          const named = asked.filter((term) => places.get(term)?.some((field) => strong.has(field)));
          const likeness = (term: string) => (Object.hasOwn(match, term) ? 1 : places.get(term)?.length ? 0.8 : 0.7);
          const told = sumOf(queryTerms, (term) => weightOf(term) * likeness(term));
          const isPart = document.kind !== 'type' && document.kind !== 'cause' ? 0.8 : 1;
          const idle = document.isIdle ? 0.6 : 1;
          const title = new Set(termsOf(document.title));
          const spoken = saysPhrase(document) ? 2 : 1;
          const isTitle = title.size === asked.length && asked.every((term) => title.has(term)) ? 2.5 : 1;
          return {
            id: id as number,
            score: score * told * told * (0.5 + sumOf(named, weightOf) / whole) * isPart * idle * isTitle * spoken,
            covered: own.length / count,
            coveredByName: named.length / count,
            terms: Object.keys(match),
          };
        })
        .sort((a, b) => b.score - a.score);
    },
  };
}

/** How much each word says: one that few documents have says most. */
function rarity(
  found: readonly { readonly queryTerms: readonly string[] }[],
  documents: number,
): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { queryTerms } of found) for (const term of queryTerms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + documents / ((counts.get(term) ?? 0) + 1));
}

type Match = Readonly<Record<string, readonly string[]>>;

/** Whether a word stands in the document itself, and not only in what it is a part of. */
function hasOwnWord(match: Match): boolean {
  return Object.values(match).some((places) => places.some((place) => place !== 'in' && place !== 'around'));
}

/** Of each word that was asked, the fields of a document that have it, or one that it begins. */
function placesOf(match: Match, asked: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = Object.entries(match);
  return new Map(asked.map((word) => [word, found.flatMap(([term, fields]) => (term.startsWith(word) ? fields : []))]));
}

function sumOf(terms: readonly string[], weightOf: (term: string) => number): number {
  return terms.reduce((sum, term) => sum + weightOf(term), 0);
}
