import type { MemberData, TypeData } from '../data.ts';
import type { Schema } from '../members.ts';
import { stripAnnotations } from '../validator.ts';
import { byKey, type Found, namedChanges, removed, same } from './change.ts';
import { alternatives, contains } from './contains.ts';

/** Changes of extension members, nested ones included, and of the helper types that describe them. */

export function* memberChanges(
  before: readonly MemberData[] | undefined,
  after: readonly MemberData[] | undefined,
): Generator<Found> {
  const old = new Map((before ?? []).map((member) => [member.name, member]));
  for (const { name, required, schema } of after ?? []) {
    const was = old.get(name);
    old.delete(name);
    if (!was) yield added(`member ${name}`, required);
    else {
      if (was.required !== required) yield became(`member ${name}`, required);
      yield* schemaChanges(`member ${name}`, stripAnnotations(was.schema), stripAnnotations(schema));
    }
  }
  for (const name of old.keys()) yield removed(`member ${name}`);
}

export function typeChanges(
  before: readonly TypeData[] | undefined,
  after: readonly TypeData[] | undefined,
): Iterable<Found> {
  const schemas = (list: readonly TypeData[] | undefined) => byKey(list, ({ name }) => name);
  return namedChanges('exported type', schemas(before), schemas(after), (name, was, is) =>
    schemaChanges(`exported type ${name}`, written(was.schema), written(is.schema)),
  );
}

/** Whether only texts for people differ. */
export function isReworded(was: MemberData, is: MemberData): boolean {
  return !same(was.schema, is.schema) && same(stripAnnotations(was.schema), stripAnnotations(is.schema));
}

/** A type that JSON Schema cannot say is compared by its text. */
function written(schema: Schema): Schema {
  return '$comment' in schema ? { const: schema.$comment } : stripAnnotations(schema);
}

function* schemaChanges(path: string, was: Schema, is: Schema): Generator<Found> {
  if (same(was, is)) return;
  const [wasObject, isObject] = [opened(was, 'properties'), opened(is, 'properties')];
  if (wasObject && isObject) {
    yield* propertyChanges(path, wasObject.inner, isObject.inner);
    yield* schemaChanges(path, wasObject.rest, isObject.rest);
    return;
  }
  const [wasArray, isArray] = [opened(was, 'items'), opened(is, 'items')];
  if (wasArray && isArray) {
    yield* schemaChanges(`${path}[]`, wasArray.inner.items as Schema, isArray.inner.items as Schema);
    yield* schemaChanges(path, wasArray.rest, isArray.rest);
    return;
  }
  const isWider = contains(is, was);
  if (isWider && contains(was, is)) return;
  yield isWider ? ['minor', `${path} takes more values`] : ['major', `${path} takes other values`];
}

/** The one alternative of a schema that has `keyword`, and the schema without what is compared on its own. */
function opened(schema: Schema, keyword: 'properties' | 'items'): { inner: Schema; rest: Schema } | undefined {
  const all = alternatives(schema);
  const having = all.filter((part) => typeof part[keyword] === 'object');
  const [inner] = having;
  if (!inner || having.length > 1) return undefined;
  const { [keyword]: _, required: __, ...plain } = inner;
  return { inner, rest: { anyOf: all.map((part) => (part === inner ? plain : part)) } };
}

function* propertyChanges(path: string, was: Schema, is: Schema): Generator<Found> {
  const properties = (schema: Schema) => (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
  const isRequired = (schema: Schema, name: string) => ((schema.required ?? []) as string[]).includes(name);
  const old = new Map(Object.entries(properties(was)));
  for (const [name, schema] of Object.entries(properties(is))) {
    const place = `${path}.${name}`;
    const before = old.get(name);
    old.delete(name);
    if (before === undefined) yield added(place, isRequired(is, name));
    else {
      if (isRequired(was, name) !== isRequired(is, name)) yield became(place, isRequired(is, name));
      yield* schemaChanges(place, before, schema);
    }
  }
  for (const name of old.keys()) yield removed(`${path}.${name}`);
}

function added(what: string, required: boolean): Found {
  return required ? ['major', `${what} is new and required`] : ['minor', `${what} is new and optional`];
}

function became(what: string, required: boolean): Found {
  return ['major', `${what} became ${required ? 'required' : 'optional'}`];
}
