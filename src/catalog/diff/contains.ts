import type { Schema } from '../members.ts';
import { check } from '../validator.ts';
import { same } from './change.ts';

/** Whether one JSON Schema takes every value that another takes. */

/** Keywords that limit values of one JSON type only. */
const keywordsOf: Readonly<Record<string, RegExp>> = {
  string: /^(pattern|format|minLength|maxLength)$/,
  number: /^(minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf)$/,
  array: /^(items|prefixItems|minItems|maxItems|uniqueItems|contains)$/,
  object: /^(properties|required|additionalProperties|patternProperties|minProperties|maxProperties)$/,
};

/**
 * Returns whether `wide` takes every value that `narrow` takes, and keeps every member that it names; false where it
 * cannot be told. Both schemas are without annotations.
 */
export function contains(wide: Schema, narrow: Schema): boolean {
  const parts = alternatives(wide);
  return alternatives(narrow).every((one) => parts.some((other) => containsPart(other, one)));
}

/** The alternatives that a schema allows, one JSON type each. */
export function alternatives(schema: Schema): Schema[] {
  const { anyOf, ...rest } = schema;
  if (Array.isArray(anyOf)) return anyOf.flatMap((part) => alternatives({ ...rest, ...(part as Schema) }));
  if (!Array.isArray(schema.type)) return [schema];
  return schema.type.map((type) => ofType(schema, type));
}

function ofType(schema: Schema, type: string): Schema {
  const kind = type === 'integer' ? 'number' : type;
  const others = Object.entries(keywordsOf).flatMap(([other, keywords]) => (other === kind ? [] : [keywords]));
  const own = Object.entries(schema).filter(([key]) => !others.some((keywords) => keywords.test(key)));
  const typed: Schema = { ...Object.fromEntries(own), type };
  const values = Array.isArray(typed.enum)
    ? typed.enum.filter((value) => check({ type }, value).length === 0)
    : undefined;
  return values ? { ...typed, enum: values } : typed;
}

const list = (value: unknown) => (value === undefined ? undefined : [value].flat());

function containsPart(wide: Schema, narrow: Schema): boolean {
  const values = list(narrow.enum) ?? ('const' in narrow ? [narrow.const] : undefined);
  if (values) return values.every((value) => check(wide, value).length === 0);
  const named = (schema: Schema) => (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
  if (!Object.keys(named(narrow)).every((name) => name in named(wide))) return false;
  return Object.entries(wide).every(([keyword, limit]) => holds(keyword, limit, narrow));
}

/** Whether a keyword of the wide schema lets through all that the narrow one takes. */
function holds(keyword: string, limit: unknown, narrow: Schema): boolean {
  const other = narrow[keyword];
  if (same(limit, other)) return true;
  if (keyword === 'type') return limit === 'number' && other === 'integer';
  if (/min/i.test(keyword)) return Number(other) >= Number(limit);
  if (/max/i.test(keyword)) return Number(other) <= Number(limit);
  if (keyword === 'multipleOf') return Number(other) % Number(limit) === 0;
  if (keyword === 'required') return (limit as string[]).every((name) => list(other)?.includes(name));
  if (keyword === 'items' || keyword === 'additionalProperties') {
    if (limit === true || other === false) return true;
    return typeof limit === 'object' && typeof other === 'object' && contains(limit as Schema, other as Schema);
  }
  if (keyword === 'properties') {
    const inner = (other ?? {}) as Readonly<Record<string, Schema>>;
    return Object.entries(limit as Record<string, Schema>).every(([name, schema]) => {
      const own = inner[name];
      return own === undefined || contains(schema, own);
    });
  }
  return false;
}
