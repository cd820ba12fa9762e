import type { Catalog, ProblemType } from '../catalog.ts';

/** What the guide on OpenAPI names of a catalog. */

/**
 * Returns the values.
 * @param topic a type whose status has a response
 * @param late a type with a schema
 * @param login a type beside the topic
 */
export function openapiValues(catalog: Catalog, topic: ProblemType, late: ProblemType, login: ProblemType) {
  const types = [...new Set([topic, login])];
  const component = [late, ...catalog.problems].find((problem) => problem.status !== topic.status && isInUse(problem));
  return {
    component: component
      ? {
          status: component.status,
          description: JSON.stringify(component.entry.title),
          interface: component.interfaceName,
        }
      : null,
    pair: { exports: types.map(({ exportName }) => exportName).join(', '), examples: examplesOf(types) },
    overlay: operationOf(catalog) ?? null,
  };
}

function isInUse({ entry, statuses }: ProblemType): boolean {
  return !entry.retired && statuses.length > 0;
}

/** The names of types by status, each status on a line. */
function examplesOf(types: readonly ProblemType[]): string {
  const statuses = [...new Set(types.flatMap((problem) => problem.statuses))].sort((a, b) => a - b);
  return statuses
    .map((status) => {
      const names = types.filter((problem) => problem.statuses.includes(status)).map(({ name }) => name);
      return `${status} ${names.join()}`;
    })
    .join('\n');
}

/** The route without parameters that has the most types: its path and the statuses of all its responses. */
function operationOf({ problems }: Catalog): { path: string; status: number; statuses: string } | undefined {
  const statuses = new Map<string, Set<number>>();
  const counts = new Map<string, number>();
  for (const problem of problems.filter(isInUse)) {
    for (const endpoint of problem.entry.endpoints ?? []) {
      const [, path] = /^GET (\/[\w./-]*)$/.exec(typeof endpoint === 'string' ? endpoint : endpoint.route) ?? [];
      if (path === undefined) continue;
      statuses.set(path, new Set([...(statuses.get(path) ?? [200]), ...problem.statuses]));
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
  }
  const [path] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (path === undefined) return undefined;
  const [ok = 200, ...others] = [...(statuses.get(path) ?? [])].sort((a, b) => a - b);
  const status = others.includes(401) ? 401 : others[0];
  return status === undefined ? undefined : { path, status, statuses: [ok, ...others].join() };
}
