import { formats } from '#catalog/formats.ts';
import type { Schema } from '#catalog/members.ts';
import { compiled } from '#catalog/regexp.ts';
import { expected } from '#runtime/validate/messages.ts';

/**
 * JSON Schema -> the steps that judge a value, in the order in which ajv reports errors: what `fits` and the rows of the
 * table are written from. `undefined` for a schema with anything else than what is known here; ajv judges that.
 */

export type Step =
  /** An expression over `value`, and the steps that are asked only where it holds. */
  | {
      readonly kind: 'test';
      readonly keyword: string;
      readonly expected: string;
      readonly code: string;
      readonly then?: Steps;
      /** Whether another step holds only where this one does. */
      readonly isImplied?: boolean;
    }
  /** Steps about values of one type, beside others. */
  | { readonly kind: 'where'; readonly type: Type; readonly steps: Steps }
  | { readonly kind: 'any'; readonly expected: string; readonly alternatives: readonly Steps[] }
  | { readonly kind: 'members'; readonly members: Members; readonly required: readonly string[] }
  | { readonly kind: 'otherMembers'; readonly each: Steps; readonly known: readonly string[] }
  | { readonly kind: 'items'; readonly each: Steps; readonly first: number }
  | { readonly kind: 'firstItems'; readonly items: readonly Steps[] };

export type Steps = readonly Step[];

export type Members = readonly (readonly [name: string, steps: Steps])[];

export type Type = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array';

/** Whether `value` is of a type, as code. */
export const typeCode: Readonly<Record<Type, string>> = {
  string: `typeof value === 'string'`,
  number: 'Number.isFinite(value)',
  integer: 'Number.isInteger(value)',
  boolean: `typeof value === 'boolean'`,
  null: 'value === null',
  object: 'isObject(value)',
  array: 'Array.isArray(value)',
};

const ofNumbers = ['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum'];
const ofStrings = ['maxLength', 'minLength', 'pattern', 'format'];
const ofArrays = ['maxItems', 'minItems', 'prefixItems', 'items'];
const ofObjects = ['required', 'additionalProperties', 'properties'];
const ofAny = ['type', 'const', 'enum', 'anyOf', 'allOf'];
const known = new Set([...ofNumbers, ...ofStrings, ...ofArrays, ...ofObjects, ...ofAny]);

/** A keyword or a value that the steps do not know. */
class Unknown extends Error {}

/** @param schema one without annotations */
export function stepsOf(schema: Schema): Steps | undefined {
  try {
    return steps(schema, []);
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

function steps(schema: unknown, inherited: readonly Type[]): Steps {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) throw new Unknown();
  const parts = schema as Schema;
  if (Object.keys(parts).some((key) => !known.has(key))) throw new Unknown();
  const own = [parts.type ?? []].flat() as Type[];
  if (own.some((type) => !Object.hasOwn(typeCode, type)) || new Set(own).size < own.length) throw new Unknown();
  const types = own.length > 0 ? own : inherited;
  const group = (names: readonly string[], type: Type, build: (schema: Schema) => Step[]): Step[] => {
    if (!names.some((name) => parts[name] !== undefined)) return [];
    // ajv refuses a keyword whose type the schema does not name.
    if (!types.includes(type) && !(type === 'number' && types.includes('integer'))) throw new Unknown();
    const built = build(parts);
    return own.length === 1 && own[0] === type ? typeStep(own, built) : [{ kind: 'where', type, steps: built }];
  };
  const groups = [
    ...group(ofNumbers, 'number', numberSteps),
    ...group(ofStrings, 'string', stringSteps),
    ...group(ofArrays, 'array', arraySteps),
    ...group(ofObjects, 'object', objectSteps),
  ];
  const asksType = groups.some((step) => step.kind === 'test');
  const values = valueSteps(parts);
  const type = asksType ? [] : typeStep(own);
  const isImplied = values.length > 0 && own[0] === 'string' && [parts.const ?? parts.enum].flat().every(isText);
  return [...type.map((step) => ({ ...step, isImplied })), ...values, ...unions(parts, types), ...groups];
}

function typeStep(types: readonly Type[], then: Steps = []): Step[] {
  if (types.length === 0) return [];
  const code = types.map((type) => typeCode[type]).join(' || ');
  return [{ kind: 'test', keyword: 'type', expected: expected('type', { type: types }), code, then }];
}

/** `const` and `enum`. Values with parts need a comparison of their own. */
function valueSteps(schema: Schema): Step[] {
  const list: Step[] = [];
  const add = (keyword: string, values: readonly unknown[], params: Record<string, unknown>) => {
    if (values.some((value) => typeof value === 'object' && value !== null)) throw new Unknown();
    const code = values.map((value) => `value === ${JSON.stringify(value)}`).join(' || ');
    list.push({ kind: 'test', keyword, expected: expected(keyword, params), code });
  };
  if ('const' in schema) add('const', [schema.const], { allowedValue: schema.const });
  if ('enum' in schema) add('enum', arrayOf(schema.enum), { allowedValues: schema.enum });
  return list;
}

function unions(schema: Schema, types: readonly Type[]): Step[] {
  const list: Step[] = [];
  if (schema.anyOf !== undefined) {
    const branches = arrayOf(schema.anyOf) as Schema[];
    // Then the types that no branch has are known beforehand, and so is the sentence that names them.
    const plain = branches.every(
      (branch) => branch?.type !== undefined && branch.anyOf === undefined && branch.allOf === undefined,
    );
    if (!plain) throw new Unknown();
    const wanted = { type: branches.flatMap((branch) => branch.type) };
    list.push({
      kind: 'any',
      expected: expected('type', wanted),
      alternatives: branches.map((branch) => steps(branch, types)),
    });
  }
  if (schema.allOf !== undefined) list.push(...arrayOf(schema.allOf).flatMap((part) => steps(part, types)));
  return list;
}

function numberSteps(schema: Schema): Step[] {
  const comparisons = { maximum: '<=', minimum: '>=', exclusiveMaximum: '<', exclusiveMinimum: '>' };
  return Object.entries(comparisons).flatMap(([keyword, operator]) =>
    limitStep(schema, keyword, (limit) => `value ${operator} ${limit}`),
  );
}

function stringSteps(schema: Schema): Step[] {
  const list = [
    ...limitStep(schema, 'maxLength', (limit) => `lengthOf(value) <= ${limit}`),
    ...limitStep(schema, 'minLength', (limit) => `lengthOf(value) >= ${limit}`),
  ];
  const add = (keyword: 'pattern' | 'format', expression: RegExp | undefined) => {
    if (!expression) throw new Unknown();
    list.push({
      kind: 'test',
      keyword,
      expected: expected(keyword, { [keyword]: schema[keyword] }),
      code: `${expression}.test(value)`,
    });
  };
  if (schema.pattern !== undefined) add('pattern', compiled(String(schema.pattern)));
  if (schema.format !== undefined) add('format', formats[String(schema.format)]);
  return list;
}

function arraySteps(schema: Schema): Step[] {
  const list: Step[] = [
    ...limitStep(schema, 'maxItems', (limit) => `value.length <= ${limit}`),
    ...limitStep(schema, 'minItems', (limit) => `value.length >= ${limit}`),
  ];
  const first = schema.prefixItems === undefined ? [] : arrayOf(schema.prefixItems);
  if (first.length > 0) list.push({ kind: 'firstItems', items: first.map((item) => steps(item, [])) });
  if (schema.items === false && first.length > 0) {
    const code = `value.length <= ${first.length}`;
    list.push({ kind: 'test', keyword: 'items', expected: expected('items', {}), code });
  } else if (schema.items !== undefined) {
    list.push({ kind: 'items', each: steps(schema.items, []), first: first.length });
  }
  return list;
}

function objectSteps(schema: Schema): Step[] {
  const properties = Object.entries(schema.properties ?? {});
  const names = properties.map(([name]) => name);
  const required = schema.required === undefined ? [] : (arrayOf(schema.required) as string[]);
  if (names.includes('__proto__')) throw new Unknown();
  const list: Step[] = [];
  if (required.length > 0) list.push({ kind: 'members', members: [], required });
  if (schema.additionalProperties !== undefined) {
    list.push({ kind: 'otherMembers', each: steps(schema.additionalProperties, []), known: names });
  }
  if (names.length > 0) {
    const members = properties.map(([name, member]) => [name, steps(member, [])] as const);
    // Both in one step, unless an error of another member comes between.
    const before = list.at(-1);
    if (before?.kind === 'members') list.splice(-1, 1, { ...before, members });
    else list.push({ kind: 'members', members, required: [] });
  }
  return list;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function limitStep(schema: Schema, keyword: string, code: (limit: number) => string): Step[] {
  const limit = schema[keyword];
  if (limit === undefined) return [];
  if (typeof limit !== 'number') throw new Unknown();
  return [{ kind: 'test', keyword, expected: expected(keyword, { limit }), code: code(limit) }];
}

function arrayOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new Unknown();
  return value;
}
