/**
 * The problem details object of RFC 9457 section 3.1, every member optional as the RFC has it. Extension members stand
 * beside the five standard ones.
 *
 * @example
 * ```ts
 * import type { ProblemDetails } from '#package';
 *
 * const problem: ProblemDetails = { type: 'about:blank', title: 'Not Found', status: 404 };
 * ```
 */
export interface ProblemDetails {
  /** Type URI: what the problem is. Absent means `about:blank`. RFC 9457 section 3.1.1. */
  type?: string | undefined;
  /** Short phrase for people, the same for every occurrence of the type. RFC 9457 section 3.1.3. */
  title?: string | undefined;
  /** Status code that the generator used; advisory for a consumer. RFC 9457 section 3.1.2. */
  status?: number | undefined;
  /** What happened this time, for people. Never parse it. RFC 9457 section 3.1.4. */
  detail?: string | undefined;
  /** URI reference that identifies this occurrence. RFC 9457 section 3.1.5. */
  instance?: string | undefined;
}

declare const unknownType: unique symbol;

/**
 * A type URI that no literal of the catalog equals: a string that keeps {@link ReceivedUnknownProblem} out of the `case`
 * branches of a `switch`. The mark exists for the type checker only, and so does the colon: a plain `string` with a mark would
 * still be comparable to every literal.
 */
export type UnknownTypeUri = `${string}:${string}` & { readonly [unknownType]: true };

/**
 * A problem details object whose type the catalog does not define, `about:blank` among them. Every member that arrived is
 * kept; those beyond the standard five are `unknown` until checked. RFC 9457 section 3.2.
 *
 * @example
 * ```ts
 * import { readProblem } from '#package';
 *
 * const problem = await readProblem({ title: 'Not Found', status: 404, shard: 7 });
 * if (problem?.type === 'about:blank') console.log(problem.shard); //=> 7
 * ```
 */
export interface UnknownProblem {
  type: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  [member: string]: unknown;
}

/** An {@link UnknownProblem} as `readProblem` returns it: in a `switch` over `type`, it is in no `case` of another type. */
export interface ReceivedUnknownProblem extends UnknownProblem {
  type: 'about:blank' | UnknownTypeUri;
}

/** Keeps a problem type out of where an occurrence is meant: `problemResponse(sessionInvalid)` lacks its call. */
export interface NotAType {
  readonly statuses?: never;
}

/** The same type, written out as one object for editors. */
export type Simplify<T> = { [Key in keyof T]: T[Key] } & {};

/** The media type of a problem details object in JSON. RFC 9457 section 3. */
export const problemMediaType = 'application/problem+json';

/** The JSON type that RFC 9457 section 3.1 gives each standard member. */
export const standardMembers = {
  type: 'string',
  title: 'string',
  status: 'number',
  detail: 'string',
  instance: 'string',
} as const;
