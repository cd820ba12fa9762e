import type { Answer, Cause, CausesOfType } from '#runtime/causes/cause.ts';
import type { Placed } from '../addresses.ts';
import type { Reply } from '../facts.ts';

/** The index of the search: JSON made by the build, fetched when somebody starts to search. */

/** How a running server relates to a problem type. */
export type State = 'sent' | 'rare' | 'unsent' | 'retired';

export interface FinderType extends Placed {
  readonly title: string;
  /** Statuses, the default first. */
  readonly status: readonly number[];
  /** Keys of the index's `categories`, `retries` and `fixers`. */
  readonly category: string;
  readonly retry: string;
  readonly by: readonly string[];
  readonly state: State;
  /** Inline Markdown. */
  readonly summary: string;
  /** Aliases. */
  readonly aka?: readonly string[];
  /** Other titles that the server sends. */
  readonly titles?: readonly string[];
  /** Responses that lead to the causes. */
  readonly answers?: readonly Answer[];
  /** Where a response lists several faults. */
  readonly items?: CausesOfType['items'];
  /** Texts of `detail` beside those of the answers. */
  readonly details?: readonly string[];
  /** Texts that client libraries show; `*` as above. */
  readonly said?: readonly string[];
  /** Exceptions that client libraries raise. */
  readonly classes?: readonly string[];
  /** Header fields of the response, with the value where it is fixed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Identifiers in the page: members, settings, request header fields, methods. */
  readonly codes?: readonly string[];
  /** Words that people ask with. */
  readonly asked?: readonly string[];
  readonly causes: readonly FinderCause[];
  /** Every other word of the page that is worth a search, once. */
  readonly words: string;
}

export interface FinderCause {
  readonly name: string;
  /** What went wrong, as a phrase or a sentence. Plain text. */
  readonly text: string;
  /** How to tell it, and its first step. Plain text. */
  readonly more: string;
  readonly asked?: readonly string[];
  /** Whether the running server gets there; absent: yes. */
  readonly sent?: Cause['sent'];
}

/** Every text of `detail` that a type is known by, or one of its causes, once; `*` stands for a variable part. */
export function detailsOf({ answers = [], details = [] }: FinderType, cause?: string): string[] {
  const own = cause === undefined ? answers : answers.filter(({ causes = [] }) => causes.includes(cause));
  const texts = own.flatMap(({ detail }) => detail?.replace(/\{[a-z][a-z0-9_]*\}/g, '*') ?? []);
  return [...new Set([...texts, ...(cause === undefined ? details : [])])];
}

/** What a page or a part of one is. */
export type PageKind = 'setting' | 'member' | 'header' | 'status' | 'category' | 'guide' | 'manual' | 'page';

/** A page, or a part of one, that is not about a problem type. */
export interface IndexedPage {
  readonly kind: PageKind;
  readonly title: string;
  /** Below the site's root, perhaps with a fragment. */
  readonly path: string;
  /** Title of the page that it is a part of. */
  readonly in?: string;
  /** Names that mean exactly this. */
  readonly names?: readonly string[];
  /** Words that people ask with. */
  readonly asked?: readonly string[];
  /** Plain text. */
  readonly text: string;
}

export interface FinderIndex {
  readonly baseUri: string;
  /** Path of the site's root, and of the list of types. */
  readonly root: string;
  readonly path: string;
  /** Path of the guide on responses that are not problem details. */
  readonly guide?: string;
  /** Status to reason phrase, of every error. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<string, string>>;
  readonly retries: Readonly<Record<string, string>>;
  readonly fixers: Readonly<Record<string, string>>;
  /** Every header field that the catalog names. */
  readonly headers: readonly string[];
  /** Route, slug of its page, and positions in `types` of what it can answer. */
  readonly routes: readonly (readonly [route: string, slug: string, types: readonly number[]])[];
  readonly types: readonly FinderType[];
  readonly pages: readonly IndexedPage[];
  readonly replies: readonly Reply[];
  /** Of a catalog in parts: the number of types, and the files of words. `types` is empty then. */
  readonly total?: number;
  readonly files?: readonly string[];
}
