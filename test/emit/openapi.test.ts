import { describe, expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { load } from '#catalog/load.ts';
import { check } from '#catalog/validator.ts';
import { openapiDocument, schemaName } from '#emit/openapi/components.ts';
import { defineProblemType } from '#runtime/index.ts';
import { problemResponses } from '#runtime/openapi.ts';
import { libraryDir, problemsDir } from '../support.ts';
import { description, type Json, redoclyFindings, spectralFindings } from './openapi-lint.ts';

/** openapi.json and `problemResponses`, judged by Redocly and Spectral. */

const catalog = await load(problemsDir);
const library = await load(libraryDir);

describe.each([
  ['the catalog', catalog],
  ['a catalog of other words', library],
])('openapi.json of %s', (_, { problems, ...rest }) => {
  const document: Json = openapiDocument({ problems, ...rest } as Catalog);

  test('passes Redocly and Spectral', async () => {
    expect(await redoclyFindings(document)).toEqual([]);
    expect(await spectralFindings(document)).toEqual([]);
  });

  test('has a schema and an example for each problem type', () => {
    expect(Object.keys(document.components.schemas)).toEqual(problems.map(schemaName));
    expect(Object.keys(document.components.examples).filter((name) => !name.includes('.'))).toEqual(
      problems.map(({ name }) => name),
    );
    for (const problem of problems) {
      const schema = document.components.schemas[schemaName(problem)];
      expect(schema.properties).toEqual(problem.schema.properties);
      expect(schema.externalDocs.url).toBe(problem.typeUri);
      expect(document.components.examples[problem.name].value).toEqual(problem.example);
    }
  });

  test('has a response for each status, with a schema and a named example for each of its types', () => {
    const statuses = [...new Set(problems.flatMap((problem) => problem.statuses))].sort();
    expect(Object.keys(document.components.responses)).toEqual(statuses.map((status) => `Problem${status}`));
    for (const status of statuses) {
      const types = problems.filter((problem) => problem.statuses.includes(status));
      const content = document.components.responses[`Problem${status}`].content['application/problem+json'];
      const references = types.map((problem) => ({ $ref: `#/components/schemas/${schemaName(problem)}` }));
      expect(content.schema.oneOf ?? [content.schema]).toEqual(references);
      expect(Object.keys(content.examples).filter((name) => !name.includes('.'))).toEqual(
        types.map(({ name }) => name),
      );
    }
  });
});

test('an example for each cause that is known on the wire has its name, and is an occurrence', () => {
  const { examples, responses }: Json = openapiDocument(catalog).components;
  const named = catalog.problems.flatMap((problem) =>
    problem.causes.map(({ name }) => [problem, `${problem.name}.${name}`] as const),
  );
  const known = named.filter(([, name]) => examples[name]);
  expect(known.length).toBeGreaterThan(80);
  for (const [problem, name] of known) {
    expect(check(problem.schema, examples[name].value), name).toEqual([]);
    const { status } = examples[name].value;
    expect(responses[`Problem${status}`].content['application/problem+json'].examples[name]).toEqual({
      $ref: `#/components/examples/${name}`,
    });
  }
});

test('an example under another status than the default has that status', () => {
  const { responses }: Json = openapiDocument(library).components;
  const example = responses.Problem403.content['application/problem+json'].examples['loan-limit-reached'];
  expect(example.value.status).toBe(403);
});

test('a header that the server was seen without is not promised', () => {
  const { responses }: Json = openapiDocument(catalog).components;
  const lacking = catalog.problems.some(({ entry }) => entry.observed?.missingHeaders?.includes('WWW-Authenticate'));
  expect(lacking).toBe(true);
  expect(responses.Problem401.headers['WWW-Authenticate'].required).toBeUndefined();
});

describe('problemResponses', () => {
  const outOfStock = defineProblemType<{ sku: string }>()({
    slug: 'out-of-stock',
    type: 'https://shop.example/problems/out-of-stock',
    title: 'Out of Stock',
    status: 409,
  });
  const denied = defineProblemType<{ retry_after?: string }>()({
    slug: 'denied',
    type: 'https://shop.example/problems/denied',
    title: 'Denied',
    status: [401, 403],
    headers: { 'WWW-Authenticate': 'Bearer', 'Retry-After': '{retry_after}' },
  });
  const closed = defineProblemType()({ type: 'https://shop.example/problems/closed', title: 'Closed', status: 403 });
  const withResponses = (responses: object): Json => {
    const document = description('GET /things');
    Object.assign(document.paths['/things'].get.responses, responses);
    return document;
  };

  test('gives a responses object that passes Redocly and Spectral', async () => {
    const document = withResponses(problemResponses(outOfStock, denied, closed));
    expect(await redoclyFindings(document)).toEqual([]);
    expect(await spectralFindings(document)).toEqual([]);
  });

  test('groups problem types by status, in ascending order', () => {
    const responses = problemResponses(outOfStock, denied, closed);
    expect(Object.keys(responses)).toEqual(['401', '403', '409']);
    const { schema, examples } = responses[403]?.content['application/problem+json'] ?? {};
    expect(schema?.oneOf).toHaveLength(2);
    expect(examples).toEqual({
      denied: { summary: 'Denied', value: { type: denied.type, title: 'Denied', status: 403 } },
      Closed: { summary: 'Closed', value: { type: closed.type, title: 'Closed', status: 403 } },
    });
  });

  test('requires a header that every one of the types always has', () => {
    const { 401: one, 403: both } = problemResponses(denied, closed);
    expect(one?.headers).toEqual({
      'WWW-Authenticate': { required: true, schema: { type: 'string' } },
      'Retry-After': { schema: { type: 'string' } },
    });
    expect(both?.headers?.['WWW-Authenticate']).toEqual({ schema: { type: 'string' } });
  });

  test('takes schemas of your own, as reference or in full', () => {
    const refer = problemResponses(outOfStock, { schema: ({ type }) => `${type}.schema.json` });
    expect(refer[409]?.content['application/problem+json']).toEqual({
      schema: { $ref: 'https://shop.example/problems/out-of-stock.schema.json' },
    });
    const full = problemResponses(outOfStock, { schema: () => ({ type: 'object' }) });
    expect(full[409]?.content['application/problem+json'].schema).toEqual({ type: 'object' });
  });
});

test('the rules of this test can fail', async () => {
  const document = description('GET /things');
  document.paths['/things'].get.responses[404] = {
    description: 'Not found',
    content: { 'application/json': { schema: { type: 'object' } } },
  };
  expect((await redoclyFindings(document)).join()).toContain('operation-4xx-problem-details-rfc7807');
  expect((await spectralFindings(document)).join()).toContain('problem-media-type');
  document.paths['/things'].get.responses[404].content = {
    'application/problem+json': {
      schema: {
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            properties: { type: { const: '/relative' }, title: { const: 'x' } },
          },
        ],
      },
    },
  };
  const findings = (await spectralFindings(document)).join();
  for (const rule of ['problem-members', 'problem-type-uri', 'problem-open']) expect(findings).toContain(rule);
});
