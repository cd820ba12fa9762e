import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile, folderOf, nodeOf } from '../majors/folder.ts';
import { launched } from '../majors/launch.ts';
import { majors } from '../majors/matrix.ts';
import type { Running } from '../runtime/frameworks/contract.ts';

/** What becomes of the findings of each validator, in each framework that it is used in, in each part of a request. */

const parts = ['body', 'query', 'params', 'headers'] as const;
type Part = (typeof parts)[number];

const validators: Record<string, string[]> = {
  hono: ['zod4', 'zod3', 'standard', 'valibot', 'arktype', 'typebox', 'openapi'],
  fastify: ['ajv', 'zod4', 'typebox'],
  express: ['openapi'],
  h3: ['zod4', 'valibot', 'arktype'],
  nest: ['factory', 'transform', 'pipe'],
};

/** `count` is of the wrong type, `name` is missing; where another part is validated, the body has both and is right. */
const requests: Record<Part, { path: string; headers?: Record<string, string>; body?: string }> = {
  body: { path: '', body: '{"count":"x"}' },
  query: { path: '?count=x' },
  params: { path: '/x' },
  headers: { path: '', headers: { 'X-Count': 'x' } },
};

const places: Record<Part, object[]> = {
  body: [{ pointer: '#/count' }, { pointer: '#/name' }],
  query: [{ parameter: 'count' }, { parameter: 'name' }],
  params: [{ parameter: 'count' }],
  headers: [{ header: 'x-count' }, { header: 'x-name' }],
};

const unsure = [{ name: 'count' }, { name: 'name' }];

const combinations = Object.entries(validators).flatMap(([framework, names]) =>
  names.flatMap((validator) =>
    parts
      // h3 and NestJS have no validation of header fields of their own.
      .filter((part) => part !== 'headers' || !['h3', 'nest'].includes(framework))
      .map((part): [string, string, Part, object[]] => [framework, validator, part, places[part]]),
  ),
);

const special: [string, string, Part, object[]][] = [
  ['h3', 'zod4-late', 'query', unsure],
  ['h3', 'zod4-named', 'query', places.query],
  ['nest', 'grouped', 'body', unsure],
  ['nest', 'grouped', 'query', unsure],
  ['nest', 'list', 'body', [{}, {}]],
];

for (const major of majors.filter(({ kind }) => kind === 'validators')) {
  test('problemValidation fits the hooks that it can serve, and no others', async () => {
    expect(compile(await folderOf(major), import.meta.dirname, ['hooks.ts'])).toEqual([]);
  }, 600_000);

  describe.each([...new Set([major.node, process.versions.node])])(`${major.id} on Node %s`, (version) => {
    let app: Running;

    beforeAll(async () => {
      const folder = await folderOf(major);
      copyFileSync(join(import.meta.dirname, 'process.mjs'), join(folder, 'process.mjs'));
      app = await launched(await nodeOf(version), join(folder, 'process.mjs'))();
    });
    afterAll(() => app?.close());

    test.each([...combinations, ...special])('%s, %s, %s: %j', async (framework, validator, part, expected) => {
      const { path, headers, body = '{"count":1,"name":"a"}' } = requests[part];
      const response = await fetch(`${app.url}/${framework}/${validator}/${part}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      });
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const { errors } = (await response.json()) as { errors: { detail: string }[] };
      const found = errors.map(({ detail: _, ...place }) => JSON.stringify(place)).sort();
      // TypeBox reports a missing member twice.
      const unique = validator === 'list' ? found : [...new Set(found)];
      expect(unique).toEqual(expected.map((place) => JSON.stringify(place)));
      for (const { detail } of errors) expect(detail).toMatch(/\w{6}/);
    });
  });
}
