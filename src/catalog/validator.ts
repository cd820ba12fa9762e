import Ajv2020, { type ErrorObject } from 'ajv/dist/2020.js';
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

function newAjv(code: object = {}): Ajv2020.default {
  const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true, messages: true, code });
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  return ajv;
}

/** Checks a value, for use while the catalog is loaded. Gives the errors; none when the value fits. */
export function check(schema: Schema, value: unknown): readonly ErrorObject[] {
  const validate = newAjv().compile(stripAnnotations(schema));
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Text of an ECMAScript module that exports `validate(value): boolean`, with `validate.errors`. */
export function standaloneModule(schema: Schema): string {
  const ajv = newAjv({ source: true, esm: true });
  ajv.opts.messages = false;
  const code = (standalone.default ?? standalone)(ajv, ajv.compile(stripAnnotations(schema)));
  const inlined = code
    .replace(/require\("([^"]+)"\)\.default/g, (whole, id: string) => (runtime[id] ? `(${runtime[id]})` : whole))
    .replace(/^"use strict";\s*/, '')
    .replace(/export default \w+;/, '');
  if (/\brequire\(/.test(inlined)) throw new Error(`the validator needs ${inlined.match(/require\([^)]*\)/)?.[0]}`);
  return `${inlined}\n`;
}
