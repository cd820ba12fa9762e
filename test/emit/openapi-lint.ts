import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore from '@stoplight/spectral-core';
import spectralFunctions from '@stoplight/spectral-functions';
import spectralParsers from '@stoplight/spectral-parsers';
import spectralRulesets from '@stoplight/spectral-rulesets';

/** Redocly and Spectral as judges of OpenAPI, and descriptions to be judged. */

// biome-ignore lint/suspicious/noExplicitAny: OpenAPI documents, looked into at many depths
export type Json = any;

const redocly = await createConfig({
  extends: ['recommended'],
  rules: {
    'operation-4xx-problem-details-rfc7807': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-invalid-schema-examples': 'error',
    'info-license': 'off',
    // A description of components alone uses none of them.
    'no-unused-components': 'off',
    'security-defined': 'off',
  },
});

/** What Redocly says, as `rule at place: message`. */
export async function redoclyFindings(document: Json, file = 'openapi.json'): Promise<string[]> {
  const problems = await lintFromString({ source: JSON.stringify(document), config: redocly, absoluteRef: file });
  return problems.map(({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`);
}

const { Spectral, Ruleset, Document } = spectralCore;
const { pattern, schema, truthy } = spectralFunctions;
const errorResponses = '$.paths[*][*].responses[?(@property.match(/^(4|5)/))]';
const problemSchema = "$.paths[*][*].responses[*].content['application/problem+json'].schema";
const problemDetails = {
  type: 'object',
  required: ['type'],
  properties: {
    type: { type: 'object', required: ['const'] },
    title: { type: 'object', not: { required: ['const'] } },
    status: { type: 'object', properties: { type: { const: 'integer' } } },
    detail: { type: 'object' },
    instance: { type: 'object' },
  },
};

const rule = (message: string, given: string, then: Json) => ({ message, given, severity: 'error', then });

/** The oas rules of Spectral, and rules for problem details. */
const ruleset = new Ruleset({
  extends: [[spectralRulesets.oas, 'recommended']],
  rules: {
    'oas3-unused-component': 'off',
    'info-contact': 'off',
    'operation-tags': 'off',
    'operation-description': 'off',
    'problem-media-type': rule('An error response has problem details.', `${errorResponses}.content`, {
      field: 'application/problem+json',
      function: truthy,
    }),
    'problem-members': rule('A problem type fixes its type alone: {{error}}', `${problemSchema}..oneOf[*].properties`, {
      function: schema,
      functionOptions: { schema: problemDetails },
    }),
    'problem-type-uri': rule('A type URI is absolute.', `${problemSchema}..properties.type.const`, {
      function: pattern,
      functionOptions: { match: '^https://' },
    }),
    'problem-open': rule('A type is open to unknown members.', `${problemSchema}..additionalProperties`, {
      function: truthy,
    }),
  },
} as Json);

export async function spectralFindings(document: Json): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset(ruleset);
  const results = await spectral.run(new Document(JSON.stringify(document), spectralParsers.Json as Json));
  return results.map(({ code, path, message }) => `${code} at ${path.join('/')}: ${message}`);
}

/** A small description of the server, with the kinds of responses that are found in the wild. */
export function description(...routes: string[]): Json {
  const paths: Json = {};
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    const operation = {
      operationId: route.replace(/\W+/g, '_'),
      summary: route,
      parameters,
      responses: { 200: { description: 'All is well' } },
    };
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'A server', description: 'For tests.', version: '1.0.0' },
    servers: [{ url: 'https://api.test' }],
    paths,
  };
}
