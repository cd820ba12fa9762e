import { byKey, type Found, namedChanges, same } from '#catalog/diff/change.ts';
import type { Api } from './api.ts';
import { stillCompiles } from './compatible.ts';
import { type Export, exportsIn } from './signatures.ts';

/** Returns the changes from one API to another: subpaths, the names they export, the types of these, and Node.js. */
export function* apiChanges(was: Api | undefined, is: Api | undefined): Generator<Found> {
  if (!was || !is) return;
  const before = exportsIn(was);
  const after = exportsIn(is);
  const changed: (readonly [subpath: string, was: Export, is: Export])[] = [];
  yield* namedChanges('subpath', was.exports, is.exports, function* (subpath) {
    const [old, now] = [before, after].map((each) => byKey(each.get(subpath) ?? [], ({ name }) => name));
    yield* namedChanges(`export of ${subpath}`, old, now, (_, one, other) => {
      const isKnown = one.declarations.length > 0 && other.declarations.length > 0;
      if (isKnown && !same(one.declarations, other.declarations)) changed.push([subpath, one, other]);
      return [];
    });
  });
  const fits = changed.length > 0 ? stillCompiles(was, is, changed) : [];
  for (const [index, [subpath, { name }]] of changed.entries()) {
    const means = fits[index] ? 'code that uses it still compiles' : 'code that uses it may not compile';
    yield [fits[index] ? 'minor' : 'major', `export of ${subpath} ${name} changed its types: ${means}`];
  }
  if (was.node === is.node) return;
  const least = (range = '') => Number(/\d+/.exec(range)?.[0] ?? 0);
  const level = least(is.node) > least(was.node) ? 'major' : 'minor';
  yield [level, `the range of Node.js changed from ${was.node ?? 'any'} to ${is.node ?? 'any'}`];
}
