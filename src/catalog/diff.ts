import type { CatalogData } from './data.ts';
import { catalogChanges } from './diff/catalog.ts';
import { type Change, type Found, type Level, levels } from './diff/change.ts';
import { problemChanges } from './diff/problem.ts';

/** What of two versions of a catalog differs, and which version of the package that asks for (Semantic Versioning). */

export { type Change, type Found, type Level, levels } from './diff/change.ts';

/**
 * Returns all changes, the most serious first: all that a user's code, response or link can see.
 * @param others changes of what the package offers beside the catalog
 */
export function diff(before: CatalogData, after: CatalogData, others: Iterable<Found> = []): Change[] {
  const changes: Change[] = [];
  const add = (name: string, found: Iterable<Found>) => {
    for (const [level, fact, gone] of found) {
      changes.push({ level, name, fact, ...(gone !== undefined && { removes: `${name} ${gone}`.trim() }) });
    }
  };
  add('', catalogChanges(before, after));
  add('', others);
  const bases = [before.baseUri, after.baseUri] as const;
  const old = new Map(before.problems.map((problem) => [problem.name, problem]));
  for (const problem of after.problems) {
    const was = old.get(problem.name);
    old.delete(problem.name);
    add(problem.name, was ? problemChanges(was, problem, bases) : [['minor', 'the problem type is new']]);
  }
  for (const [name, { type }] of old) {
    const successor = after.problems.find(({ aliases = [] }) => aliases.includes(name) || aliases.includes(type));
    const fate = successor ? `is now called ${successor.name}` : 'was removed; retire it instead';
    add(name, [['major', `the problem type ${fate}`, '']]);
  }
  return changes.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level) || (a.name < b.name ? -1 : 1));
}

/** Returns the version that the changes ask for; undefined when nothing changed. */
export function verdict(changes: readonly Change[]): Level | undefined {
  return levels.findLast((level) => changes.some((change) => change.level === level));
}
