import type { Answer, Cause } from '#runtime/causes/cause.ts';
import type { Entry } from './entry.ts';
import type { Facts } from './facts.ts';
import type { Release } from './history.ts';
import type { Interface } from './members.ts';
import type { Names, SitePaths } from './names.ts';
import type { Pictures } from './pictures.ts';
import type { ProblemSchema } from './schema.ts';
import type { Translation } from './translations/index.ts';

/** What a catalog is, once it is loaded: one immutable value. */

/** An answer with the members that the server really sends with it. */
export type KnownAnswer = Answer & { readonly example?: Readonly<Record<string, unknown>> | undefined };

/** One problem type with everything that is derived from its entry. */
export interface ProblemType extends Names, Interface {
  /** Path of the entry as its author knows it: `problems/session-invalid.ts`. */
  readonly file: string;
  readonly entry: Entry;
  /** Statuses, the default first. None: any. */
  readonly statuses: readonly number[];
  /** The status of its examples. */
  readonly status: number;
  readonly schema: ProblemSchema;
  /** The causes, with what the entry says for all of them. */
  readonly causes: readonly Cause[];
  readonly answers: readonly KnownAnswer[];
  /** A whole problem details object: the entry's example with `type`, `title` and `status`. */
  readonly example: Readonly<Record<string, unknown>>;
  /** The same as documented, where the server sends something else. */
  readonly documented: Readonly<Record<string, unknown>> | undefined;
}

export interface Catalog {
  /** The folder that was loaded, absolute. */
  readonly folder: string;
  readonly facts: Facts;
  /** Texts of the frame: those of the catalog's own `translation.ts`, or of its language, or else in English. */
  readonly translation: Translation;
  /** The language that they are in. */
  readonly frameLanguage: string;
  /** Members that any problem type can carry. */
  readonly common: Interface;
  /** All problem types, by name. */
  readonly problems: readonly ProblemType[];
  /** Names of entries that cannot be read: what names one of these is no mistake. */
  readonly unread: readonly string[];
  /** What each release changed, the latest first. */
  readonly history: readonly Release[];
  /** Where the pages are. */
  readonly site: SitePaths;
  readonly pictures: Pictures;
}

/** Problem types by name, for look-ups. */
export function byName(catalog: Catalog): ReadonlyMap<string, ProblemType> {
  return new Map(catalog.problems.map((problem) => [problem.name, problem]));
}
