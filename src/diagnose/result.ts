import type { KnownExchange } from '#runtime/causes/exchange.ts';
import type { Finding } from '#runtime/check.ts';
import type { Reply } from './facts.ts';
import type { Identity } from './identify.ts';
import type { Span } from './input/json-tree.ts';
import type { Mark, Position } from './input/lines.ts';

/** What the inspector finds in a text. */

export interface Placed {
  readonly number: number;
  readonly level: Finding['level'];
  readonly code: string;
  /** "must X (was Y)". */
  readonly message: string;
  readonly section: string;
  readonly pointer?: string | undefined;
  readonly header?: string | undefined;
  readonly position?: Position | undefined;
}

/** Nothing can be said of the text but this. */
export interface Fault {
  readonly kind: 'fault';
  readonly message: string;
  readonly position?: Position;
  readonly marks: readonly Mark[];
}

/** The text is the name of a problem type. */
export interface Named {
  readonly kind: 'name';
  readonly name: string;
}

export interface Inspected {
  readonly kind: 'response';
  /** Whether it is a problem details object at all. */
  readonly isProblem: boolean;
  readonly identity: Identity | undefined;
  /** Status of the response, or of the body where only that is at hand. */
  readonly status: number | undefined;
  readonly contentType: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly findings: readonly Placed[];
  readonly marks: readonly Mark[];
  readonly focus: Span;
  readonly replies: readonly Reply[];
  readonly hints?: Hints;
  readonly isHtml: boolean;
  /** Why the body was not judged, as sentences; absent where it was. */
  readonly notJudged: string | undefined;
  /** Name of the cause that the text itself names, as the fragment of a type URI does. */
  readonly cause?: string | undefined;
  readonly requestId: { readonly name: string; readonly value: string } | undefined;
  readonly retryAfter: string | undefined;
  /** What is known of the request. */
  readonly exchange: KnownExchange;
  /** Labels of all responses of the text, and which of them this is. */
  readonly choices: readonly string[];
  readonly choice: number;
}

export type Result = Fault | Named | Inspected;

/** What the finder makes of a text that is no problem details object: a line of a log, the message of a client, a status. */
export interface Hints {
  /** As what the text was read, to stand after "found by". */
  readonly by: string;
  /** Names of problem types, the likeliest first. */
  readonly names: readonly string[];
  /** The one type that the text names. */
  readonly name?: string | undefined;
  readonly status?: number | undefined;
}
