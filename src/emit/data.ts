import { createHash } from 'node:crypto';
import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { causeExample, seenOf } from '#catalog/causes.ts';
import type { CatalogData, MemberData, ProblemData } from '#catalog/data.ts';
import { guidesOf } from '#catalog/guides.ts';
import { historyOf } from '#catalog/history.ts';
import type { Member } from '#catalog/members.ts';
import { blankType } from '#catalog/names.ts';

/** Catalog -> data, as published in the package and beside the pages. */

export function problemData({ facts, history: releases }: Catalog, problem: ProblemType): ProblemData {
  const { entry, members, example, documented, causes, answers } = problem;
  const { title, type: _, status: __, example: ___, documented: ____, causes: _____, answers: ______, ...rest } = entry;
  const history = historyOf(releases, problem.name);
  return {
    name: problem.name,
    type: problem.typeUri,
    title,
    status: problem.status,
    statuses: problem.statuses,
    ...rest,
    causes: causes.map((cause) => {
      const body = causeExample(problem, cause.name, facts);
      return body ? { ...cause, example: body } : cause;
    }),
    ...(answers.length > 0 && { answers }),
    seen: seenOf(entry),
    members: members.map(memberData),
    exports: {
      constructor: problem.typeUri === blankType ? 'aboutBlank' : problem.exportName,
      validator: problem.validatorName,
      types: problem.helpers,
    },
    example,
    ...(documented && { documented }),
    ...(history && { history }),
    links: { html: problem.pageUri, markdown: problem.markdownUri, json: problem.jsonUri, schema: problem.schemaUri },
  };
}

/** The whole catalog as data. */
export function catalogData(catalog: Catalog): CatalogData {
  const { facts, common, problems } = catalog;
  return {
    name: facts.name,
    description: facts.description,
    language: facts.language,
    package: facts.package,
    repository: facts.repository,
    baseUri: facts.baseUri,
    typeUri: facts.typeUri,
    server: { name: facts.server.name, version: facts.server.version, url: facts.server.url },
    categories: facts.categories,
    statuses: facts.statuses,
    standardMembers: facts.members,
    members: common.members.map(memberData),
    fill: facts.fill,
    types: common.helpers,
    settings: facts.settings,
    routes: facts.routes,
    headers: facts.headers,
    placeholders: facts.placeholders,
    values: facts.values,
    guides: guidesOf(catalog).map(({ name, title, description, body }) => ({
      name,
      title,
      description,
      digest: createHash('sha256').update(body).digest('hex'),
    })),
    problems: problems.map((problem) => problemData(catalog, problem)),
  };
}

function memberData({ name, required, type, description, schema }: Member): MemberData {
  return { name, required, type, description, schema };
}
