import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { causeExample } from '#catalog/causes.ts';
import { exampleResponse } from '#catalog/example.ts';
import type { Facts } from '#catalog/facts.ts';
import { reasonPhrase } from '#catalog/words.ts';

/** Catalog -> OpenAPI 3.1 components: a schema and an example for each problem type, a response for each status. */

type Json = Record<string, unknown>;

/** Name of a problem type's schema; the suffix keeps it apart from the schemas of an API's own resources. */
export function schemaName({ interfaceName }: ProblemType): string {
  return interfaceName.endsWith('Problem') ? interfaceName : `${interfaceName}Problem`;
}

/** The version of a description: that of the server, or else of the last release. */
export function versionText({ facts, history }: Catalog): string {
  return facts.server.version || (history[0]?.version ?? '0.0.0');
}

/** A whole OpenAPI document that holds nothing but components, to refer to or to copy from. */
export function openapiDocument(catalog: Catalog): Json {
  const { facts, site, translation: t } = catalog;
  return {
    openapi: '3.1.1',
    info: {
      title: t.frame.title(facts.name),
      summary: t.openapi.summary,
      description: facts.description,
      version: versionText(catalog),
    },
    externalDocs: { description: t.label.allTypes, url: site.indexUri },
    servers: [{ url: '/' }],
    paths: {},
    components: components(catalog),
  };
}

/** @param problems those that are there; all when absent */
export function components(catalog: Catalog, problems = catalog.problems): Json {
  const { facts, translation } = catalog;
  const { openapi } = translation;
  const byStatus = [...groupByStatus(problems)].map(([status, types]) => [
    `Problem${status}`,
    responseOf(facts, status, types, openapi.response(reasonPhrase(status))),
  ]);
  return {
    schemas: Object.fromEntries(
      problems.map((problem) => [schemaName(problem), schemaOf(problem, openapi.howToFix(problem.entry.title))]),
    ),
    examples: Object.fromEntries(
      problems.flatMap((problem) => [[problem.name, exampleOf(problem)], ...causeExamples(facts, problem)]),
    ),
    responses: Object.fromEntries(byStatus),
  };
}

/** Problem types by status, in ascending order; a type with several statuses is under each, one without under that of its example. */
export function groupByStatus(problems: readonly ProblemType[]): Map<number, ProblemType[]> {
  const groups = new Map<number, ProblemType[]>();
  for (const problem of problems) {
    const statuses = problem.statuses.length > 0 ? problem.statuses : [problem.status];
    for (const status of statuses) groups.set(status, [...(groups.get(status) ?? []), problem]);
  }
  return new Map([...groups].sort(([a], [b]) => a - b));
}

/** A response that can be any of `types`, which the member `type` tells apart. */
export function responseOf(facts: Facts, status: number, types: readonly ProblemType[], description: string): Json {
  const headers = headersOf(types);
  return {
    description,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    content: { 'application/problem+json': contentOf(facts, status, types) },
  };
}

function contentOf(facts: Facts, status: number, types: readonly ProblemType[]): Json {
  const references = types.map((problem) => ({ $ref: `#/components/schemas/${schemaName(problem)}` }));
  const mapping = types.map((problem, index) => [problem.typeUri, references[index]?.$ref]);
  return {
    schema:
      references.length === 1
        ? references[0]
        : { oneOf: references, discriminator: { propertyName: 'type', mapping: Object.fromEntries(mapping) } },
    examples: Object.fromEntries(
      types.flatMap((problem) => [
        [
          problem.name,
          status === problem.status
            ? { $ref: `#/components/examples/${problem.name}` }
            : { ...exampleOf(problem), value: { ...problem.example, status } },
        ],
        ...causeExamples(facts, problem)
          .filter(([, { value }]) => (value as Json).status === status)
          .map(([name]) => [name, { $ref: `#/components/examples/${name}` }]),
      ]),
    ),
  };
}

function schemaOf({ pageUri, schema }: ProblemType, description: string): Json {
  const { $schema: _, $id: __, examples: ___, ...rest } = schema;
  return { ...rest, externalDocs: { description, url: pageUri } };
}

function exampleOf({ entry, example }: ProblemType): Json {
  return { summary: entry.title, description: entry.summary, value: example };
}

/** What arrives for each cause, as `token-invalid.expired`. */
function causeExamples(facts: Facts, problem: ProblemType): [name: string, example: Json][] {
  return problem.causes.flatMap(({ name, cause, sent }): [string, Json][] => {
    const value = sent === 'no' ? undefined : causeExample(problem, name, facts);
    return value ? [[`${problem.name}.${name}`, { summary: `${problem.entry.title}: ${cause}`, value }]] : [];
  });
}

/** The header fields of all of `types`; required where each of them always has it, and the server was not seen without. */
function headersOf(types: readonly ProblemType[]): Json {
  const names = new Set(types.flatMap(({ entry }) => Object.keys(entry.headers ?? {})));
  const isSure = (name: string, { entry }: ProblemType) =>
    entry.headers?.[name]?.includes('{') === false && !entry.observed?.missingHeaders?.includes(name);
  return Object.fromEntries(
    [...names].map((name) => {
      const values = types.flatMap((type) => exampleResponse(type).headers.filter(([header]) => header === name));
      const [[, example] = []] = values;
      return [
        name,
        {
          ...(types.every((type) => isSure(name, type)) ? { required: true } : {}),
          schema: { type: 'string' },
          ...(example === undefined ? {} : { example }),
        },
      ];
    }),
  );
}
