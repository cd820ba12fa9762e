import type { Fixer, Retry } from '#catalog/entry.ts';
import type { Values } from '#runtime/causes/pattern.ts';
import type { Placed } from './addresses.ts';
import type { KnownType } from './diagnosis.ts';

/** What the inspector knows of the catalog: one index, and the JSON twin of a problem page. Both are fetched on first use. */

/** A problem type in the index. */
export interface TypeName extends Placed {
  readonly title: string;
  readonly statuses: readonly number[];
  /** Constants, codes and former names. */
  readonly aliases: readonly string[];
  /** Titles that the server sends beside `title`. */
  readonly titles: readonly string[];
}

/** A reply that is no problem details object, as a section of the guide on such replies describes it. */
export interface Reply {
  /** Heading as inline Markdown. */
  readonly heading: string;
  readonly anchor: string;
  /** None: any status. */
  readonly statuses: readonly number[];
  /** How the body begins, or a text that is one of its values. */
  readonly begins: readonly string[];
  /** A header field that tells the reply: name in lower case, and value. */
  readonly header?: readonly [name: string, value: string];
  readonly isHtml: boolean;
  /** The section: prose as inline Markdown, and all of its text, to compare with. */
  readonly advice: readonly string[];
  readonly text: string;
}

export interface Example {
  readonly label: string;
  readonly text: string;
}

export interface InspectorIndex {
  readonly baseUri: string;
  /** Path of the list of all types. */
  readonly index: string;
  /** Path of the finder's index. */
  readonly finder: string;
  /** Path of the guide on replies that are no problem details. */
  readonly guide?: string;
  readonly server: { readonly name: string; readonly url: string };
  readonly types: readonly TypeName[];
  /** `METHOD /path/{parameter}`. */
  readonly routes: readonly string[];
  readonly placeholders: Readonly<Record<string, string>>;
  /** What `{name}` stands for in a fix where the response does not tell. */
  readonly values: Values;
  readonly replies: readonly Reply[];
  readonly examples: readonly Example[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly words: {
    readonly retry: Readonly<Record<Retry, string>>;
    readonly fixer: Readonly<Record<Fixer, string>>;
  };
}

/** The JSON twin of a problem page, as far as it is used here. */
export interface TypeFacts {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly statuses: readonly number[];
  readonly category: string;
  readonly summary: string;
  readonly now: string;
  readonly fixedBy: Fixer;
  readonly causes: KnownType['causes'];
  readonly answers?: KnownType['answers'];
  readonly items?: KnownType['items'];
  readonly retry: { readonly when: Retry; readonly because: string };
  readonly headers?: Readonly<Record<string, string>>;
  readonly example: Readonly<Record<string, unknown>>;
  readonly observed?: { readonly missingHeaders?: readonly string[] };
  readonly retired?: { readonly in: string; readonly because: string; readonly use?: string };
}
