import type { Cause, CausesOfType } from '#runtime/causes/cause.ts';
import type { Entry } from './entry.ts';
import type { Facts } from './facts.ts';
import type { TypeHistory } from './history.ts';

/** The catalog as data: what `catalog.json` and `<name>.json` hold. */

export interface MemberData {
  readonly name: string;
  readonly required: boolean;
  /** Its type as written: `number | NumberText`. */
  readonly type: string;
  readonly description: string;
  /** JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A helper type that the package exports: its name, and what its values are. */
export interface TypeData {
  readonly name: string;
  /** JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A guide: its name, which ends its address, and what it is about. */
export interface GuideData {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** SHA-256 of its text, so that a change shows. */
  readonly digest: string;
}

/** A cause, and a body that the server sends for it. */
export type CauseData = Cause & { readonly example?: Readonly<Record<string, unknown>> };

/** One problem type as data: the entry, with all that is derived from it. */
export interface ProblemData
  extends Omit<Entry, 'answers' | 'causes' | 'documented' | 'example' | 'items' | 'status' | 'title' | 'type'>,
    Omit<CausesOfType, 'causes'> {
  readonly causes: readonly CauseData[];
  readonly name: string;
  readonly type: string;
  readonly status: number;
  readonly statuses: readonly number[];
  /** Texts of `detail`, titles and statuses that the server sends. */
  readonly seen: {
    readonly details: readonly string[];
    readonly titles: readonly string[];
    readonly statuses: readonly number[];
  };
  readonly members: readonly MemberData[];
  /** What the package exports for it. */
  readonly exports: { readonly constructor: string; readonly validator: string; readonly types: readonly TypeData[] };
  /** A whole problem details object. */
  readonly example: Readonly<Record<string, unknown>>;
  /** The same as documented, where the server sends something else. */
  readonly documented?: Readonly<Record<string, unknown>>;
  /** What releases of the package changed; absent before the first. */
  readonly history?: TypeHistory;
  readonly links: { readonly html: string; readonly markdown: string; readonly json: string; readonly schema: string };
}

/** The whole catalog as data. */
export interface CatalogData
  extends Pick<
    Facts,
    | 'baseUri'
    | 'categories'
    | 'description'
    | 'fill'
    | 'headers'
    | 'language'
    | 'name'
    | 'package'
    | 'placeholders'
    | 'repository'
    | 'routes'
    | 'settings'
    | 'statuses'
    | 'typeUri'
    | 'values'
  > {
  readonly server: { readonly name: string; readonly version: string; readonly url: string };
  /** What is to be known of the standard members. */
  readonly standardMembers?: Facts['members'];
  /** Members that any problem type can carry. */
  readonly members: readonly MemberData[];
  /** Helper types that the package exports beside those of the problem types. */
  readonly types: readonly TypeData[];
  readonly guides: readonly GuideData[];
  readonly problems: readonly ProblemData[];
}
