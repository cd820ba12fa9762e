import { expect, test } from 'vitest';
import { check, checker, standaloneModule, stripAnnotations } from '#catalog/validator.ts';

/** JSON Schemas as checks that run now, and as modules that run without anything else. */

test('a schema without what only people read', () => {
  const noted = { type: 'string', title: 'T', description: 'D', examples: ['a'], default: 'a', deprecated: true };
  expect(
    stripAnnotations({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://a.example/a',
      $comment: 'c',
      ...noted,
      properties: { title: noted, $id: { items: noted }, const: { properties: { default: noted } } },
      const: { title: 'kept' },
      enum: [{ title: 'kept' }, null],
      anyOf: [noted, { items: [noted, 1, null] }],
    }),
  ).toEqual({
    type: 'string',
    properties: {
      title: { type: 'string' },
      $id: { items: { type: 'string' } },
      const: { properties: { default: { type: 'string' } } },
    },
    const: { title: 'kept' },
    enum: [{ title: 'kept' }, null],
    anyOf: [{ type: 'string' }, { items: [{ type: 'string' }, 1, null] }],
  });
});

/** Errors as `path keyword`, of a check and of the module. */
async function errorsOf(schema: object, value: unknown) {
  const text = standaloneModule({ ...schema });
  expect(text).not.toMatch(/\brequire\(|\bimport\b|^"use strict"|export default/);
  const { validate } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  const shown = (errors: readonly { instancePath: string; keyword: string }[]) =>
    errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`).join(', ');
  const own = validate(value) ? 'fits' : shown(validate.errors);
  const now = check({ ...schema }, value);
  expect(now.length === 0 ? 'fits' : shown(now)).toBe(own);
  return own;
}

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

test.each<[schema: object, value: unknown, errors: string]>([
  [{ type: 'string', minLength: 2, maxLength: 3 }, 'a', ' minLength'],
  [{ type: 'string', minLength: 2, maxLength: 3 }, '🎈🎈🎈', 'fits'],
  [{ type: 'string', minLength: 2, maxLength: 3 }, '🎈🎈🎈🎈', ' maxLength'],
  [{ type: 'array', uniqueItems: true }, [{ a: [1] }, { a: [1] }], ' uniqueItems'],
  [{ type: 'array', uniqueItems: true }, [{ a: [1] }, { a: [2] }, { b: 1 }, null, [], {}, 1, NaN, 'a'], 'fits'],
  [{ type: 'array', uniqueItems: true }, [1, NaN, NaN], ' uniqueItems'],
  [{ type: 'array', uniqueItems: true }, [{ a: 1 }, { a: 1, b: 2 }, ['a'], { 0: 'a' }], 'fits'],
  [object({ a: { const: { b: [1] } } }), { a: { b: [1] } }, 'fits'],
  [object({ a: { const: { b: [1] } } }), { a: {} }, '/a const'],
  [object({ 'a-b': { enum: ['x', 'y'] } }), { 'a-b': 'z' }, '/a-b enum'],
  [object({ 'a"b': { enum: ['x', 'y'] } }), { 'a"b': 'z' }, '/a"b enum'],
  [object({ a: { enum: [{ b: 1 }, 'y'] } }), { a: { b: 1 } }, 'fits'],
  [
    object({ a: { type: 'string', format: 'date' }, b: {} }, { required: ['a', 'b'] }),
    { a: '1 May' },
    ' required, /a format',
  ],
  [object({ a: { type: ['string', 'null'], pattern: '^x' } }), { a: null }, 'fits'],
  [object({ a: { type: ['string', 'null'], pattern: '^x' } }), { a: 'y' }, '/a pattern'],
  [{ anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'number' } }] }, ['a'], ' type, /0 type,  anyOf'],
  [
    object({ a: { type: 'object', properties: { b: { const: 1 } } } }, { unevaluatedProperties: false }),
    { a: { b: 2 }, c: 1 },
    '/a/b const,  unevaluatedProperties',
  ],
])('%j of %j', async (schema, value, errors) => {
  expect(await errorsOf(schema, value)).toBe(errors);
});

test.each([
  [{ type: 'text' }, 'schema is invalid: data/type must be equal to one of the allowed values'],
  [{ type: 'string', minimum: 1 }, 'strict mode: missing type "number" for keyword "minimum"'],
  [{ type: 'string', other: 1 }, 'strict mode: unknown keyword: "other"'],
  [{ type: 'string', format: 'color' }, 'unknown format "color" ignored in schema at path "#"'],
])('%j is no schema', (schema, message) => {
  expect(() => checker(schema)).toThrow(message);
});

test('a module holds no copy of its schema, no text for people, and nothing that it does not use', () => {
  const inner = object({ 'b-c': { enum: ['z'] }, '': { enum: ['w'] } });
  const text = standaloneModule(object({ a: { title: 'An A', enum: ['x', 'y'] }, inner }));
  expect(text).not.toMatch(/"properties"|schemaPath|message|An A|evaluated|dynamic/);
  expect(text.match(/allowedValues:[^}]*/g)).toEqual(
    ['["x","y"]', '["z"]', '["w"]'].map((values) => `allowedValues: ${values}`),
  );
});

test('a module tells the branches of an anyOf apart by their places', () => {
  expect(standaloneModule({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toContain('schemaPath:"#/anyOf/0/type"');
});

test('a module that cannot stand alone is refused', () => {
  expect(() => standaloneModule({ $async: true })).toThrow('the validator needs ajv/dist/runtime/validation_error');
});
