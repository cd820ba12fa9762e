import type { Catalog, ProblemType } from './catalog.ts';
import { namesOf } from './names.ts';

/** Under which names a problem type was known before. */

interface Claims {
  /** Types that name this one as their successor, by its name. */
  readonly retiredFor: ReadonlyMap<string, readonly ProblemType[]>;
  readonly names: ReadonlySet<string>;
  /** How many types have a name among their aliases. */
  readonly aliases: ReadonlyMap<string, number>;
}

const known = new WeakMap<readonly ProblemType[], Claims>();

/** Read once for a list of types: each type asks. */
function claimsOf(problems: readonly ProblemType[]): Claims {
  const before = known.get(problems);
  if (before) return before;
  const retiredFor = new Map<string, ProblemType[]>();
  const aliases = new Map<string, number>();
  for (const problem of problems) {
    const successor = problem.entry.retired?.use;
    if (successor !== undefined) retiredFor.set(successor, [...(retiredFor.get(successor) ?? []), problem]);
    for (const alias of problem.entry.aliases ?? []) aliases.set(alias, (aliases.get(alias) ?? 0) + 1);
  }
  const made = { retiredFor, names: new Set(problems.map(({ name }) => name)), aliases };
  known.set(problems, made);
  return made;
}

/** Returns the types that this one replaced: retired, with it as their successor, directly or by way of another. */
export function replacedBy({ problems }: Pick<Catalog, 'problems'>, name: string): ProblemType[] {
  const { retiredFor } = claimsOf(problems);
  const found = new Set<ProblemType>();
  const visit = (successor: string) => {
    for (const problem of retiredFor.get(successor) ?? []) {
      if (problem.name === name || found.has(problem)) continue;
      found.add(problem);
      visit(problem.name);
    }
  };
  visit(name);
  return [...found];
}

/**
 * Returns the former type URIs of a problem type: those of the types that it replaced, and former names among their aliases
 * and its own. A name that two types claim is not among them.
 */
export function formerUris({ problems, facts }: Pick<Catalog, 'problems' | 'facts'>, problem: ProblemType): string[] {
  const replaced = replacedBy({ problems }, problem.name);
  const { names, aliases } = claimsOf(problems);
  const former = [problem, ...replaced]
    .flatMap(({ entry }) => entry.aliases ?? [])
    .filter((alias) => isUri(alias) || (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(alias) && !names.has(alias)))
    .filter((alias) => aliases.get(alias) === 1);
  return [
    ...replaced.map(({ typeUri }) => typeUri),
    ...former.map((alias) => (isUri(alias) ? alias : namesOf(alias, facts).typeUri)),
  ];
}

function isUri(alias: string): boolean {
  return /^(?:https?:\/\/|urn:|tag:)\S+$/i.test(alias);
}
