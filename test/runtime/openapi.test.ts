import { defineProblemType } from 'arcp-problems';
import { problemResponses } from 'arcp-problems/openapi';
import { expect, test } from 'vitest';

/** problemResponses: the responses of an OpenAPI document, whole. */

const own = {
  type: 'urn:sold-out',
  title: 'Sold Out: #1!',
  status: [409, 404],
  headers: { 'X-A': 'a', 'X-B': '{sku}' },
} as const;
const soldOut = defineProblemType<{ sku?: string }>()(own);
const gone = defineProblemType()({
  type: 'urn:gone',
  title: 'Gone',
  status: 404,
  slug: 'gone',
  headers: { 'X-A': 'b' },
});
const bare = defineProblemType()({ type: 'urn:bare', title: 'Bare', status: 404 });
const plain = defineProblemType()({ type: 'urn:plain', title: 'Plain', status: 500 });

test('with the schemas written out', () => {
  expect(problemResponses(soldOut, gone, plain)).toEqual({
    '404': {
      description: 'Not Found, as a problem details object.',
      headers: { 'X-A': { required: true, schema: { type: 'string' } }, 'X-B': { schema: { type: 'string' } } },
      content: {
        'application/problem+json': {
          schema: {
            oneOf: [
              {
                title: 'Sold Out: #1!',
                type: 'object',
                required: ['type'],
                properties: {
                  type: { const: 'urn:sold-out' },
                  title: { type: 'string', examples: ['Sold Out: #1!'] },
                  status: { type: 'integer', minimum: 100, maximum: 599, examples: [409, 404] },
                  detail: { type: 'string' },
                  instance: { type: 'string' },
                },
                externalDocs: { url: 'urn:sold-out' },
              },
              {
                title: 'Gone',
                type: 'object',
                required: ['type'],
                properties: {
                  type: { const: 'urn:gone' },
                  title: { type: 'string', examples: ['Gone'] },
                  status: { type: 'integer', minimum: 100, maximum: 599, examples: [404] },
                  detail: { type: 'string' },
                  instance: { type: 'string' },
                },
                externalDocs: { url: 'urn:gone' },
              },
            ],
          },
          examples: {
            'Sold-Out-1-': {
              summary: 'Sold Out: #1!',
              value: { type: 'urn:sold-out', title: 'Sold Out: #1!', status: 404 },
            },
            gone: { summary: 'Gone', value: { type: 'urn:gone', title: 'Gone', status: 404 } },
          },
        },
      },
    },
    '409': {
      description: 'Conflict, as a problem details object.',
      headers: { 'X-A': { required: true, schema: { type: 'string' } }, 'X-B': { schema: { type: 'string' } } },
      content: {
        'application/problem+json': {
          schema: {
            title: 'Sold Out: #1!',
            type: 'object',
            required: ['type'],
            properties: {
              type: { const: 'urn:sold-out' },
              title: { type: 'string', examples: ['Sold Out: #1!'] },
              status: { type: 'integer', minimum: 100, maximum: 599, examples: [409, 404] },
              detail: { type: 'string' },
              instance: { type: 'string' },
            },
            externalDocs: { url: 'urn:sold-out' },
          },
          examples: {
            'Sold-Out-1-': {
              summary: 'Sold Out: #1!',
              value: { type: 'urn:sold-out', title: 'Sold Out: #1!', status: 409 },
            },
          },
        },
      },
    },
    '500': {
      description: 'Internal Server Error, as a problem details object.',
      content: {
        'application/problem+json': {
          schema: {
            title: 'Plain',
            type: 'object',
            required: ['type'],
            properties: {
              type: { const: 'urn:plain' },
              title: { type: 'string', examples: ['Plain'] },
              status: { type: 'integer', minimum: 100, maximum: 599, examples: [500] },
              detail: { type: 'string' },
              instance: { type: 'string' },
            },
            externalDocs: { url: 'urn:plain' },
          },
          examples: { Plain: { summary: 'Plain', value: { type: 'urn:plain', title: 'Plain', status: 500 } } },
        },
      },
    },
  });
  expect(problemResponses(soldOut, bare)['404']?.headers).toEqual({
    'X-A': { schema: { type: 'string' } },
    'X-B': { schema: { type: 'string' } },
  });
});

test('with the schemas of an option', () => {
  expect(
    problemResponses(soldOut, gone, { schema: ({ type }) => (type === 'urn:gone' ? { const: 7 } : `${type}.json`) }),
  ).toEqual({
    '404': {
      description: 'Not Found, as a problem details object.',
      headers: { 'X-A': { required: true, schema: { type: 'string' } }, 'X-B': { schema: { type: 'string' } } },
      content: {
        'application/problem+json': {
          schema: { oneOf: [{ $ref: 'urn:sold-out.json' }, { const: 7 }] },
        },
      },
    },
    '409': {
      description: 'Conflict, as a problem details object.',
      headers: { 'X-A': { required: true, schema: { type: 'string' } }, 'X-B': { schema: { type: 'string' } } },
      content: { 'application/problem+json': { schema: { $ref: 'urn:sold-out.json' } } },
    },
  });
});

test('of nothing', () => {
  expect(problemResponses()).toEqual({});
  expect(problemResponses({ schema: () => 'x' } as never)).toEqual({});
});
