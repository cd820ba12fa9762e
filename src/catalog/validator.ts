import Ajv2020, { type Options as AjvOptions, type ErrorObject } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { formats } from './formats.ts';
import type { Schema } from './members.ts';

/** JSON Schema -> a check to run now, or the text of a stand-alone module that runs without any dependency. */

const annotations = new Set([
  '$schema',
  '$id',
  'title',
  'description',
  'examples',
  'default',
  '$comment',
  'deprecated',
]);

/** What a stand-alone module may not import: ajv would emit `require()` for it (ajv-validator/ajv#2209). */
const runtime: Record<string, string> = {
  'ajv/dist/runtime/ucs2length': 'text => { let n = 0; for (const _ of text) n++; return n; }',
  'ajv/dist/runtime/equal': `function equal(a, b) {
  if (Object.is(a, b) || a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && equal(a[key], b[key]));
}`,
};

/** The schema without what only people read; a schema under `properties` named like an annotation stays. */
export function stripAnnotations(schema: Schema): Schema {
  const strip = (value: unknown, isSchema: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, true));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isSchema || !annotations.has(key))
        .map(([key, inner]) => {
          if (isSchema && (key === 'const' || key === 'enum')) return [key, inner];
          return [key, strip(inner, !(isSchema && key === 'properties'))];
        }),
    );
  };
  return strip(schema, true) as Schema;
}

const options = { allErrors: true, strict: true, allowUnionTypes: true } as const;

/** Knows whether a schema is one; to prepare it takes longer than all the rest, so there is one for all schemas. */
const grammar = new Ajv2020.default(options);

/** A new one for each schema, so that neither names nor memory depend on the schemas before. */
function compiled(schema: Schema, more: AjvOptions = {}) {
  const ajv = new Ajv2020.default({ ...options, ...more, meta: false, validateSchema: false });
  // Members of interfaces need neither, and both add to the text of each validator.
  if (!/"(?:unevaluated|\$dynamic)/.test(JSON.stringify(schema)))
    Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  const stripped = stripAnnotations(schema);
  grammar.validateSchema(stripped, true);
  return { ajv, validate: ajv.compile(stripped) };
}

/** Returns a function that checks a value: its errors, none when the value fits. */
export function checker(schema: Schema): (value: unknown) => readonly ErrorObject[] {
  const { validate } = compiled(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

/** Checks one value, for use while the catalog is loaded. */
export function check(schema: Schema, value: unknown): readonly ErrorObject[] {
  return checker(schema)(value);
}

/** Text of an ECMAScript module that exports `validate(value): boolean`, with `validate.errors`. */
export function standaloneModule(schema: Schema): string {
  const { ajv, validate } = compiled(schema, { messages: false, code: { source: true, esm: true } });
  const code = (standalone.default ?? standalone)(ajv, validate);
  const inlined = withoutSchema(code, stripAnnotations(schema))
    .replace(/require\("([^"]+)"\)\.default/g, (whole, id: string) => (runtime[id] ? `(${runtime[id]})` : whole))
    .replace(/^"use strict";\s*/, '')
    .replace(/export default \w+;/, '')
    // The place in the schema only tells the branches of an anyOf apart.
    .replace(/schemaPath:"[^"]*",/g, (place) => (code.includes('keyword:"anyOf"') ? place : ''));
  const needed = /\brequire\("([^"]+)/.exec(inlined)?.[1];
  if (needed !== undefined) throw new Error(`the validator needs ${needed}`);
  return `${inlined}\n`;
}

/** Puts the values that the code takes from its copy of the schema in their place, and drops the copy. */
function withoutSchema(code: string, schema: Schema): string {
  const copy = ` = ${JSON.stringify(schema)};`;
  const name = /const (\w+)$/.exec(code.slice(0, Math.max(0, code.indexOf(copy))))?.[1];
  if (name === undefined) return code;
  const used = code
    .replace(`const ${name}${copy}`, '')
    .replace(/\b(\w+)((?:\.\w+|\["[^"]*"\])+)/g, (all, owner: string, path: string) => {
      if (owner !== name) return all;
      const keys = [...path.matchAll(/\.(\w+)|\["([^"]*)"\]/g)].map(([, plain, quoted]) => plain ?? quoted ?? '');
      return JSON.stringify(keys.reduce<unknown>((value, key) => Object(value)[key], schema));
    });
  return used.match(/\w+/g)?.includes(name) ? code : used;
}
