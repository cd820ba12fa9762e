import { problemMediaType } from './problem/details.ts';
import { reasonPhrase } from './problem/status.ts';
import type { AnyProblemType } from './problem/type.ts';

/** A JSON Schema, as it stands in an OpenAPI 3.1 description. */
export type OpenApiSchema = Record<string, unknown>;

/** An OpenAPI response object with problem details. */
export interface OpenApiResponse {
  description: string;
  headers?: Record<string, { required?: boolean; schema: OpenApiSchema }>;
  content: {
    'application/problem+json': {
      schema: OpenApiSchema;
      /** Left out beside schemas of your own, which may ask for more members. */
      examples?: Record<string, { summary: string; value: Record<string, unknown> }>;
    };
  };
}

/** Options of {@link problemResponses}, given after the problem types. */
export interface ProblemResponsesOptions {
  /**
   * The schema of a problem type; a text stands for a `$ref`. By default it is written out with the standard members,
   * so that nothing has to be fetched; extension members are allowed and not described.
   */
  schema?: (problemType: AnyProblemType) => OpenApiSchema | string;
}

/**
 * The OpenAPI 3.1 responses object of an operation that can answer with these problem types: one response for each
 * status, ascending, in which the member `type` tells the problem types apart. For people who write OpenAPI in code.
 *
 * @example
 * ```ts
 * import { sessionInvalid, tokenInvalid } from '#package';
 * import { problemResponses } from '#package/openapi';
 *
 * const responses = problemResponses(sessionInvalid, tokenInvalid);
 * Object.keys(responses); //=> ['401', '403']
 *
 * // With the published schemas in place of the written-out ones:
 * problemResponses(sessionInvalid, { schema: ({ type }) => `${type}.schema.json` });
 * ```
 */
export function problemResponses(
  ...args: readonly AnyProblemType[] | readonly [...AnyProblemType[], ProblemResponsesOptions]
): Record<string, OpenApiResponse> {
  const isType = (item: AnyProblemType | ProblemResponsesOptions): item is AnyProblemType => 'type' in item;
  const list: readonly (AnyProblemType | ProblemResponsesOptions)[] = args;
  const types = list.filter(isType);
  const options = list.find((item): item is ProblemResponsesOptions => !isType(item)) ?? {};
  // An object has its keys in the order of numbers.
  const statuses = [...new Set(types.flatMap((type) => type.statuses))];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      responseOf(
        status,
        types.filter((type) => type.statuses.includes(status)),
        options.schema ?? inline,
      ),
    ]),
  );
}

function responseOf(
  status: number,
  types: readonly AnyProblemType[],
  schema: NonNullable<ProblemResponsesOptions['schema']>,
): OpenApiResponse {
  const schemas = types.map((type) => {
    const found = schema(type);
    return typeof found === 'string' ? { $ref: found } : found;
  });
  const names = new Set(types.flatMap(({ headers }) => Object.keys(headers ?? {})));
  const always = (name: string) => types.every(({ headers }) => headers?.[name]?.includes('{') === false);
  const headers = [...names].map((name) => [
    name,
    { ...(always(name) ? { required: true } : {}), schema: { type: 'string' } },
  ]);
  return {
    description: `${reasonPhrase(status)}, as a problem details object.`,
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    content: {
      [problemMediaType]: {
        schema: schemas.length === 1 ? (schemas[0] as OpenApiSchema) : { oneOf: schemas },
        ...(schema === inline ? { examples: examplesOf(status, types) } : {}),
      },
    },
  };
}

function examplesOf(status: number, types: readonly AnyProblemType[]) {
  return Object.fromEntries(
    types.map(({ slug, title, type }) => [
      slug ?? title.replace(/[^\w.-]+/g, '-'),
      { summary: title, value: { type, title, status } },
    ]),
  );
}

/** Only `type` is fixed: RFC 9457 sections 3.1.2, 3.1.3 and 3.2. */
function inline({ type, title, statuses }: AnyProblemType): OpenApiSchema {
  return {
    title,
    type: 'object',
    required: ['type'],
    properties: {
      type: { const: type },
      title: { type: 'string', examples: [title] },
      status: { type: 'integer', minimum: 100, maximum: 599, examples: [...statuses] },
      detail: { type: 'string' },
      instance: { type: 'string' },
    },
    externalDocs: { url: type },
  };
}
