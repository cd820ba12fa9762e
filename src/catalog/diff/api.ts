import { byKey, type Found, namedChanges } from './change.ts';

/** What the package offers beside the catalog: the same for every catalog that this version of the toolkit builds. */
export interface Api {
  /** Subpath to the names it exports, values and types: `./hono` to `problemHandler`. */
  readonly exports: Readonly<Record<string, readonly string[]>>;
  /** Range of Node.js versions, as in `engines`. */
  readonly node?: string | undefined;
}

export function* apiChanges(was: Api, is: Api): Generator<Found> {
  const names = (list: readonly string[]) => byKey(list, (name) => name);
  yield* namedChanges('subpath', was.exports, is.exports, (subpath, before, after) =>
    namedChanges(`export of ${subpath}`, names(before), names(after)),
  );
  if (was.node === is.node) return;
  const least = (range = '') => Number(/\d+/.exec(range)?.[0] ?? 0);
  const level = least(is.node) > least(was.node) ? 'major' : 'minor';
  yield [level, `the range of Node.js changed from ${was.node ?? 'any'} to ${is.node ?? 'any'}`];
}
