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
  const [wasPlain, wasInner] = opened(was, 'properties');
  const [isPlain, isInner] = opened(is, 'properties');
  if (wasInner && isInner) {
    yield* propertyChanges(path, wasInner, isInner);
    yield* schemaChanges(path, wasPlain, isPlain);
    return;
  }
  const [wasRest, wasItems] = opened(was, 'items');
  const [isRest, isItems] = opened(is, 'items');
  if (wasItems && isItems) {
    yield* schemaChanges(`${path}[]`, wasItems.items as Schema, isItems.items as Schema);
    yield* schemaChanges(path, wasRest, isRest);
    return;
  }
  const isWider = contains(is, was);
  if (isWider && contains(was, is)) return;
  yield isWider ? ['minor', `${path} takes more values`] : ['major', `${path} takes other values`];
}

/** A schema without its one alternative that has `keyword`, and that alternative. */
function opened(schema: Schema, keyword: 'properties' | 'items'): [rest: Schema, inner?: Schema] {
  const all = alternatives(schema);
  const having = all.filter((part) => typeof part[keyword] === 'object');
  const [inner] = having;
  if (!inner || having.length > 1) return [schema];
  const { [keyword]: _, required, ...rest } = inner;
  const plain = keyword === 'properties' || required === undefined ? rest : { ...rest, required };
  return [{ anyOf: all.map((part) => (part === inner ? plain : part)) }, inner];
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
