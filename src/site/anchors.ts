import type { ProblemType, Site } from './context.ts';

/**
 * Returns the anchor of a problem type in the list of all types, where its type URI has a fragment and leads there: its
 * document is the list, or is redirected to it. Of two types with the same fragment, the first has it.
 */
export function anchors({ catalog }: Site): (problem: ProblemType) => string | undefined {
  const owners = new Map<string, ProblemType>();
  for (const problem of catalog.problems) {
    const [document = '', fragment = ''] = problem.typeUri.split('#', 2);
    const isHere = document.startsWith(`${catalog.site.origin}/`);
    if (isHere && fragment !== '' && !owners.has(fragment)) owners.set(decodeURIComponent(fragment), problem);
  }
  const ids = new Map([...owners].map(([fragment, problem]) => [problem, fragment]));
  return (problem) => ids.get(problem);
}
