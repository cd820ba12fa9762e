/** One difference between two versions of a catalog, and how the parts of a catalog are compared. */

export const levels = ['patch', 'minor', 'major'] as const;
/** A part of a version: Semantic Versioning. */
export type Level = (typeof levels)[number];

export interface Change {
  readonly level: Level;
  /** Name of the problem type; empty for the catalog as a whole. */
  readonly name: string;
  /** "member fees is new and required". */
  readonly fact: string;
  /** What was published and is gone: `loan-limit-reached member fees`. */
  readonly removes?: string;
}

/** A change without the name of its problem type; `removes` is what is gone: `member fees`. */
export type Found = readonly [level: Level, fact: string, removes?: string];

/** A named part is gone. */
export const removed = (what: string): Found => ['major', `${what} was removed`, what];

/** Compares named parts: those that are new, those that are gone, and each that is in both. */
export function* namedChanges<T>(
  kind: string,
  before: Readonly<Record<string, T>> | undefined,
  after: Readonly<Record<string, T>> | undefined,
  inBoth: (name: string, was: T, is: T) => Iterable<Found> = () => [],
): Generator<Found> {
  const old = new Map(Object.entries(before ?? {}));
  for (const [name, is] of Object.entries(after ?? {})) {
    const was = old.get(name);
    if (old.delete(name)) yield* inBoth(name, was as T, is);
    else yield ['minor', `${kind} ${name} is new`];
  }
  for (const name of old.keys()) yield removed(`${kind} ${name}`);
}

/** A record by name of things that are listed. */
export function byKey<T>(list: readonly T[] | undefined, key: (item: T) => string): Record<string, T> {
  return Object.fromEntries((list ?? []).map((item) => [key(item), item]));
}

/** Whether two JSON values are equal, regardless of the order of members. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
