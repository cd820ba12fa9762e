import { openapiOverlay } from 'openapi-format';
import { describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { schemaName } from '#emit/openapi/components.ts';
import { overlayDocument } from '#emit/openapi/overlay.ts';
import { libraryDir, problemsDir } from '../support.ts';
import { description, type Json, redoclyFindings, spectralFindings } from './openapi-lint.ts';

/** overlay.json, applied to descriptions of the server. */

const catalog = await load(problemsDir);
const library = await load(libraryDir);

async function apply(document: Json, overlay: Json): Promise<Json> {
  const { data } = await openapiOverlay(structuredClone(document), { overlaySet: structuredClone(overlay) } as Json);
  return data;
}

describe('the overlay', () => {
  const overlay: Json = overlayDocument(catalog);
  const routes = Object.keys(catalog.facts.routes ?? {}).filter((route) => !route.startsWith('OPTIONS'));
  const problemsOf = (route: string) =>
    catalog.problems.filter(({ entry }) =>
      entry.endpoints?.some((endpoint) => (typeof endpoint === 'string' ? endpoint : endpoint.route) === route),
    );

  test('is an Overlay that Redocly accepts', async () => {
    expect(await redoclyFindings(overlay, 'overlay.json')).toEqual([]);
    expect(overlay.overlay).toBe('1.0.0');
  });

  test('adds to each operation the problem types that it can answer', async () => {
    const applied = await apply(description(...routes), overlay);
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      const { 200: ok, ...responses } = applied.paths[path][method.toLowerCase()].responses;
      expect(ok).toEqual({ description: 'All is well' });
      const wanted = problemsOf(route).flatMap((problem) =>
        problem.statuses.map((status) => `${status} ${problem.name}`),
      );
      const found = Object.entries<Json>(responses).flatMap(([status, { content }]) =>
        Object.keys(content['application/problem+json'].examples)
          .filter((name) => !name.includes('.'))
          .map((name) => `${status} ${name}`),
      );
      expect(found.sort(), route).toEqual(wanted.sort());
    }
  });

  test('gives a description that passes Redocly and Spectral', async () => {
    const applied = await apply(description(...routes), overlay);
    const missing = /operation-4xx-response|no-ambiguous-paths/;
    expect((await redoclyFindings(applied)).filter((text) => !missing.test(text))).toEqual([]);
    expect((await spectralFindings(applied)).filter((text) => !/path-keys|ambiguous/.test(text))).toEqual([]);
  });

  test('leaves no marks of its own behind', async () => {
    expect(JSON.stringify(await apply(description(...routes), overlay))).not.toContain('x-problem-');
  });

  test('applied twice, it changes nothing more', async () => {
    const once = await apply(description(...routes), overlay);
    expect(await apply(once, overlay)).toEqual(once);
  });

  test('keeps what the description says of a response: text, other media types, references', async () => {
    const [first = '', second = ''] = routes.filter((route) =>
      problemsOf(route).some(({ statuses }) => statuses.includes(401)),
    );
    const before = description(first, second, 'GET /elsewhere');
    const operation = (document: Json, route: string) => {
      const [method = '', path = ''] = route.split(' ');
      return document.paths[path][method.toLowerCase()];
    };
    const html = { schema: { type: 'string' } };
    operation(before, first).responses[401] = {
      description: 'Who are you?',
      headers: { 'X-Own': { schema: { type: 'string' } } },
      content: { 'text/html': html, 'application/problem+json': { schema: { type: 'string' }, example: 'old' } },
    };
    operation(before, second).responses[401] = { $ref: '#/components/responses/Own' };
    before.components = { responses: { Own: { description: 'Own' } }, schemas: { Thing: { type: 'string' } } };
    const after = await apply(before, overlay);
    const response = operation(after, first).responses[401];
    expect(response.description).toBe('Who are you?');
    expect(response.headers['X-Own']).toBeDefined();
    expect(response.content['text/html']).toEqual(html);
    expect(response.content['application/problem+json']).not.toHaveProperty('example');
    expect(response.content['application/problem+json'].schema).not.toHaveProperty('type');
    expect(operation(after, second).responses[401]).toEqual({ $ref: '#/components/responses/Own' });
    expect(operation(after, 'GET /elsewhere')).toEqual(operation(before, 'GET /elsewhere'));
    expect(after.components.schemas.Thing).toEqual({ type: 'string' });
    expect(after.components.responses).toEqual(before.components.responses);
  });

  test('of a catalog without routes it adds the components alone', async () => {
    const before = description('GET /loans');
    const after = await apply(before, overlayDocument(library));
    expect(after.paths).toEqual(before.paths);
    expect(Object.keys(after.components.schemas)).toEqual(library.problems.map(schemaName));
  });
});
