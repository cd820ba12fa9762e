/** The index of the finder: one JSON file, made by the build, fetched when somebody starts to search. */

/** How a running server relates to a problem type. */
export type State = 'sent' | 'rare' | 'unsent' | 'retired';

export interface FinderType {
  readonly name: string;
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
  /** Texts of `detail`; `*` stands for a variable part. */
  readonly details?: readonly string[];
  /** Texts that client libraries show; `*` as above. */
  readonly said?: readonly string[];
  /** Exceptions that client libraries raise. */
  readonly classes?: readonly string[];
  /** Header fields of the response, with the value where it is fixed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Identifiers in the page: members, settings, request header fields, methods. */
  readonly codes?: readonly string[];
  /** Every other word of the page that is worth a search, once. */
  readonly words: string;
}

export interface FinderIndex {
  readonly baseUri: string;
  /** Path of the finder's page; a type's page is below it. */
  readonly path: string;
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
}

export const stateWords: Readonly<Record<State, string>> = {
  sent: 'Sent',
  rare: 'Sent in special cases',
  unsent: 'Not sent',
  retired: 'Retired',
};
