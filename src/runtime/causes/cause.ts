/** Causes of a problem type and the responses that lead to them, as data. */

/** A request that a reader can send. Texts may hold `{name}`, to be filled with a captured value. */
export interface CauseRequest {
  readonly method: string;
  /** Path below the server's URL, percent-encoded once its values are filled in. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON body. */
  readonly body?: unknown;
}

/** One step of a fix. */
export interface CauseStep {
  /** An imperative sentence, inline Markdown. */
  readonly step: string;
  /** For whom or in which case, as a phrase. */
  readonly when?: string;
  readonly request?: CauseRequest;
  /** Status of a successful response to `request`. */
  readonly expect?: number;
  /** Names of settings to look at. */
  readonly settings?: readonly string[];
  /** What the step returns, or its one exception. */
  readonly note?: string;
  /** Responses that the step is for, any of a list. Others leave it out. */
  readonly only?: Conditions | readonly Conditions[];
  /** Responses that leave the step out, any of a list. */
  readonly except?: Conditions | readonly Conditions[];
}

/** One cause of a problem type. */
export interface Cause {
  /** Permanent name inside the type: `expired`. */
  readonly name: string;
  /** Address of its fix: the page of the type with the name as fragment. */
  readonly address: string;
  /** What went wrong, as a sentence. Inline Markdown. */
  readonly cause: string;
  /** The same for a list, as a phrase; absent where the sentence is short. */
  readonly short?: string;
  /** What tells it from the other causes. Absent where the response does. */
  readonly tell?: string;
  /** Who can fix it: `client-developer`, `end-user`, `operator` or `server-developer`. */
  readonly fixedBy: string;
  /** When sending the request again can succeed, and why. */
  readonly retry: { readonly when: string; readonly because: string };
  /** Whether the running server gets there; absent: yes. */
  readonly sent?: 'in-special-cases' | 'no';
  /** Steps in order. Steps with different `when` are alternatives. */
  readonly fix: readonly CauseStep[];
  /** Set when the cause no longer exists. */
  readonly retired?: { readonly in: string; readonly because: string; readonly use?: string };
}

/** What a response and its request have. Absent conditions hold for any. Texts are patterns: `{name}`, `*`. */
export interface Conditions {
  readonly detail?: string;
  readonly title?: string;
  readonly status?: number;
  /** Member to a pattern of its value as text. */
  readonly members?: Readonly<Record<string, string>>;
  /** `METHOD /path/{parameter}`. */
  readonly routes?: readonly string[];
  /** Header field of the request to whether it is there, or to a pattern of its value. */
  readonly request?: Readonly<Record<string, string | boolean>>;
}

/** A response as it arrives. */
export interface Answer extends Conditions {
  /** Conditions on one item of a response that lists several faults. */
  readonly item?: Readonly<Record<string, string>>;
  /** Names of the causes that it leads to, the likeliest first; none: the response does not tell. */
  readonly causes?: readonly string[];
}

/** What is known of the causes of one problem type. */
export interface CausesOfType {
  readonly title: string;
  /** The most frequent first. */
  readonly causes: readonly Cause[];
  readonly answers?: readonly Answer[];
  /** Where a response lists several faults: the member, and for a text the pattern of one item and of its parts. */
  readonly items?: { readonly in: string; readonly each?: string; readonly parts?: readonly string[] };
}
