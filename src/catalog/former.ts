import type { Catalog, ProblemType } from './catalog.ts';
import { namesOf } from './names.ts';

/** Under which names a problem type was known before. */

/** Returns the types that this one replaced: retired, with it as their successor, directly or by way of another. */
export function replacedBy({ problems }: Pick<Catalog, 'problems'>, name: string): ProblemType[] {
  const found: ProblemType[] = [];
  const visit = (successor: string) => {
    for (const problem of problems) {
      if (problem.entry.retired?.use !== successor || problem.name === name || found.includes(problem)) continue;
      found.push(problem);
      visit(problem.name);
    }
  };
  visit(name);
  return found;
}

/**
 * Returns the former type URIs of a problem type: those of the types that it replaced, and former names among their aliases
 * and its own. A name that two types claim is not among them.
 */
export function formerUris({ problems, facts }: Pick<Catalog, 'problems' | 'facts'>, problem: ProblemType): string[] {
  const replaced = replacedBy({ problems }, problem.name);
  const names = new Set(problems.map(({ name }) => name));
  const claims = problems.flatMap(({ entry }) => entry.aliases ?? []);
  const aliases = [problem, ...replaced]
    .flatMap(({ entry }) => entry.aliases ?? [])
    .filter((alias) => isUri(alias) || (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(alias) && !names.has(alias)))
    .filter((alias) => claims.filter((claim) => claim === alias).length === 1);
  return [
    ...replaced.map(({ typeUri }) => typeUri),
    ...aliases.map((alias) => (isUri(alias) ? alias : namesOf(alias, facts).typeUri)),
  ];
}

function isUri(alias: string): boolean {
  return /^(?:https?:\/\/|urn:|tag:)\S+$/i.test(alias);
}
