import type { Catalog, ProblemType } from '#catalog/catalog.ts';

/** Catalog -> data, as published in the package and beside the pages. */

/** One problem type as data: the entry, with all that is derived from it. */
export function problemData(problem: ProblemType): Record<string, unknown> {
  const { entry, members, example } = problem;
  const { title, status: _, example: __, ...rest } = entry;
  return {
    name: problem.name,
    type: problem.typeUri,
    title,
    status: problem.statuses[0],
    statuses: problem.statuses,
    ...rest,
    members: members.map(({ name, required, type, description, schema }) => ({
      name,
      required,
      type,
      description,
      schema,
    })),
    example,
    links: { html: problem.typeUri, markdown: problem.markdownUri, json: problem.jsonUri, schema: problem.schemaUri },
  };
}

/** The whole catalog as data. */
export function catalogData(catalog: Catalog): Record<string, unknown> {
  const { name, description, baseUri, server, categories, settings, routes, headers, placeholders } = catalog.facts;
  return {
    name,
    description,
    baseUri,
    server: { name: server.name, version: server.version },
    categories,
    members: catalog.common.members.map(({ name, required, type, description, schema }) => ({
      name,
      required,
      type,
      description,
      schema,
    })),
    settings,
    routes,
    headers,
    placeholders,
    problems: catalog.problems.map(problemData),
  };
}
