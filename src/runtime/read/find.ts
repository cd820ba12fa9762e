import { problemTypes } from '../generated/problem-types.ts';

/** Any problem type of the catalog. */
export type CatalogType = (typeof problemTypes)[number];

type Named<Key extends string> = Extract<CatalogType, { type: Key } | { slug: Key }>;

/** The problem type that a literal names; any or none for a text that is known at run time only. */
export type FoundType<Key extends string> = string extends Key
  ? CatalogType | undefined
  : [Named<Key>] extends [never]
    ? CatalogType | undefined
    : Named<Key>;

/**
 * Finds a problem type of the catalog by its type URI or by its slug. Returns `undefined` when there is none.
 *
 * @example
 * ```ts
 * import { findProblemType } from '#package';
 *
 * findProblemType('session-invalid').status; //=> 401
 * findProblemType('https://example.com/other'); //=> undefined
 * ```
 */
export function findProblemType<const Key extends string>(key: Key): FoundType<Key> {
  return problemTypes.find(({ type, slug }) => key === type || key === slug) as FoundType<Key>;
}
