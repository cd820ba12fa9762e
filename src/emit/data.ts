import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { causeExample, seenOf } from '#catalog/causes.ts';
import type { CatalogData, MemberData, ProblemData } from '#catalog/data.ts';
import type { Member } from '#catalog/members.ts';

/** Catalog -> data, as published in the package and beside the pages. */

export function problemData({ facts }: Catalog, problem: ProblemType): ProblemData {
  const { entry, members, example, documented, causes, answers } = problem;
  const { title, status: _, example: __, documented: ___, causes: ____, answers: _____, ...rest } = entry;
  return {
    name: problem.name,
    type: problem.typeUri,
    title,
    status: problem.statuses[0],
    statuses: problem.statuses,
    ...rest,
    causes: causes.map((cause) => {
      const body = causeExample(problem, cause.name, facts);
      return body ? { ...cause, example: body } : cause;
    }),
    ...(answers.length > 0 && { answers }),
    seen: seenOf(entry),
    members: members.map(memberData),
    example,
    ...(documented && { documented }),
    links: { html: problem.typeUri, markdown: problem.markdownUri, json: problem.jsonUri, schema: problem.schemaUri },
  };
}

/** The whole catalog as data. */
export function catalogData(catalog: Catalog): CatalogData {
  const { facts, common, problems } = catalog;
  const { name, description, baseUri, server, categories, statuses, settings, routes, headers, placeholders, values } =
    facts;
  return {
    name,
    description,
    baseUri,
    server: { name: server.name, version: server.version },
    categories,
    statuses,
    members: common.members.map(memberData),
    settings,
    routes,
    headers,
    placeholders,
    values,
    problems: problems.map((problem) => problemData(catalog, problem)),
  };
}

function memberData({ name, required, type, description, schema }: Member): MemberData {
  return { name, required, type, description, schema };
}
