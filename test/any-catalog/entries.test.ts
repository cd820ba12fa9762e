import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { check } from '#catalog/validator.ts';
import { isOtherCatalog, problemsDir, project } from '../support.ts';

const { bodies: bodiesDir, schemas: schemasDir } = project;
const catalog = await load(problemsDir);
const named = catalog.problems.map((problem) => [problem.name, problem] as const);
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

/** Another catalog may have none. */
const hasNoBodies = isOtherCatalog && !existsSync(bodiesDir);

/** Bodies of a problem type that fit, or do not. */
function bodies(name: string, folder: 'valid' | 'invalid'): [file: string, body: unknown][] {
  const path = join(bodiesDir, name, folder);
  return existsSync(path) ? readdirSync(path).map((file) => [file, json(join(path, file))]) : [];
}

test('every entry has its schema, and every schema its entry', () => {
  expect(readdirSync(schemasDir).sort()).toEqual(catalog.problems.map(({ name }) => `${name}.schema.json`).sort());
});

test.skipIf(hasNoBodies)('every folder of bodies has its entry', () => {
  const known = new Set(catalog.problems.map(({ name }) => name));
  expect(readdirSync(bodiesDir).filter((name) => !known.has(name))).toEqual([]);
});

describe.each(named)('%s', (name, problem) => {
  test('its committed schema is what its entry says', () => {
    expect(json(join(schemasDir, `${name}.schema.json`))).toEqual(problem.schema);
  });

  test('its example fits', () => {
    expect(check(problem.schema, problem.example)).toEqual([]);
  });

  test('its example without a required member does not fit', () => {
    for (const member of problem.schema.required) {
      const { [member]: _, ...rest } = problem.example;
      expect(check(problem.schema, rest), member).not.toEqual([]);
    }
  });

  test('its example with a member of a wrong type does not fit', () => {
    for (const [member, schema] of Object.entries(problem.schema.properties)) {
      if (Object.keys(schema).every((keyword) => keyword === 'description')) continue;
      const types = [schema.type ?? []].flat() as string[];
      const wrong = types.includes('object') || schema.anyOf ? false : { not: 'this' };
      expect(check(problem.schema, { ...problem.example, [member]: wrong }), member).not.toEqual([]);
    }
  });

  test('it is open to members that nobody knows', () => {
    expect(check(problem.schema, { ...problem.example, something_new: [1] })).toEqual([]);
  });

  test.skipIf(hasNoBodies)('there are bodies that fit and bodies that do not', () => {
    expect(bodies(name, 'valid')).not.toEqual([]);
    expect(bodies(name, 'invalid')).not.toEqual([]);
    for (const [file, body] of bodies(name, 'valid')) expect(check(problem.schema, body), file).toEqual([]);
    for (const [file, body] of bodies(name, 'invalid')) expect(check(problem.schema, body), file).not.toEqual([]);
  });
});
