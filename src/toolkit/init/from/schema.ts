import { STATUS_CODES } from 'node:http';
import { type Body, type Found, foundInBody, isObject, isTypeUri, type Schema, statusesOf, textOf } from './found.ts';

/** Problem types in JSON Schemas, those of OpenAPI among them. */

/** Follows a reference, and returns what it leads to; the value itself where it is none. */
export type Resolve = (value: unknown) => unknown;

/** References lead to parts of their own document, or of a file beside it. */
export function resolverOf(
  document: unknown,
  fileAt: (path: string) => Resolve | undefined = () => undefined,
): Resolve {
  const resolve = (value: unknown, depth = 0): unknown => {
    const ref = isObject(value) ? value.$ref : undefined;
    if (typeof ref !== 'string' || depth > 20) return value;
    const [path = '', pointer = ''] = ref.split('#');
    if (path !== '') return fileAt(path)?.({ $ref: `#${pointer}` }) ?? {};
    let target: unknown = document;
    for (const part of pointer.split('/').slice(1)) {
      const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
      target = isObject(target) || Array.isArray(target) ? (target as Body)[key] : undefined;
    }
    return resolve(target, depth + 1);
  };
  return (value) => resolve(value);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Returns a schema without references and `allOf`, to a depth that members have. What is in itself can be anything there. */
export function plain(value: unknown, resolve: Resolve, above: readonly unknown[] = []): Schema {
  const schema = resolve(value);
  if (!isObject(schema) || above.length > 12 || above.includes(schema)) return {};
  const within = [...above, schema];
  const { allOf, properties, items, additionalProperties, oneOf, anyOf, $ref: _, ...rest } = schema;
  const parts = (Array.isArray(allOf) ? allOf : []).map((part) => plain(part, resolve, within));
  const inner = (given: unknown) => plain(given, resolve, within);
  const own: Schema = {
    ...rest,
    ...(isObject(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inner(each)])),
    }),
    ...(isObject(items) && { items: inner(items) }),
    ...(isObject(additionalProperties) && { additionalProperties: inner(additionalProperties) }),
    ...(Array.isArray(oneOf ?? anyOf) && { anyOf: ((oneOf ?? anyOf) as unknown[]).map(inner) }),
  };
  return [...parts, own].reduce(joined, {});
}

function joined(a: Schema, b: Schema): Schema {
  const [first, second] = [propertiesOf(a), propertiesOf(b)];
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const required = [...new Set([...listOf(a.required), ...listOf(b.required)])];
  return {
    ...a,
    ...b,
    ...(names.length > 0 && {
      properties: Object.fromEntries(names.map((name) => [name, { ...first[name], ...second[name] }])),
    }),
    ...(required.length > 0 && { required }),
  };
}

export function propertiesOf(schema: Schema): Record<string, Schema> {
  return isObject(schema.properties) ? (schema.properties as Record<string, Schema>) : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Values that a schema allows alone. */
function valuesOf(schema: Schema = {}): unknown[] {
  if ('const' in schema) return [schema.const];
  return listOf(schema.enum);
}

/** Whether a schema is one of problem details, rather than of any object. */
export function isProblemSchema(schema: Schema): boolean {
  const names = Object.keys(propertiesOf(schema));
  return names.includes('type') && ['title', 'status', 'detail'].some((name) => names.includes(name));
}

export interface Place {
  /** Name of the schema, the response or the file. */
  readonly name?: string;
  readonly status?: number;
  readonly text?: string;
  readonly routes?: readonly string[];
  readonly bodies?: readonly Body[];
}

/** Returns the problem types that a schema describes: one for each `type` that it allows. */
export function foundInSchema(value: unknown, resolve: Resolve, place: Place): Found[] {
  const whole = plain(value, resolve);
  const branches = listOf(whole.anyOf).filter(isObject) as Schema[];
  if (branches.length > 0) {
    const { anyOf: _, ...shared } = whole;
    const sources = [listOf((resolve(value) as Body).oneOf), listOf((resolve(value) as Body).anyOf)].flat();
    return branches.flatMap((branch, index) => {
      const name = refName(sources[index]);
      // A response says what all of its alternatives have in common.
      const text = textOf(branch.description) ?? place.text;
      return foundInSchema(joined(shared, branch), resolve, { ...place, ...(name && { name }), ...(text && { text }) });
    });
  }
  const { type, title, status, detail, instance: _, ...members } = propertiesOf(whole);
  const examples = [
    ...(place.bodies ?? []),
    ...[whole.example, ...listOf(whole.examples), whole.default].filter(isObject),
  ];
  const allowed = valuesOf(type).filter((each) => textOf(each) !== undefined) as string[];
  // A schema of all problems shows some type, and a response with an example of its own shows which it is.
  const isGeneral = specific(refName(value) ?? place.name) === undefined;
  const isShown = place.bodies?.some((body) => isTypeUri(body.type)) === true;
  const suggested =
    isGeneral || isShown ? [] : [type?.default, type?.example, ...listOf(type?.examples)].filter(isTypeUri);
  const types = allowed.length > 0 ? allowed : isProblemSchema(whole) ? suggested.slice(0, 1) : [];
  const typed = types.filter((each) => each !== 'about:blank');
  const constants = (schema?: Schema) => [...valuesOf(schema), schema?.default, schema?.example].filter(Boolean);
  const statuses = [
    ...statusesOf(valuesOf(status)),
    ...statusesOf(place.status),
    ...(valuesOf(status).length === 0 && place.status === undefined ? statusesOf(constants(status)) : []),
  ];
  const required = listOf(whole.required).filter((name): name is string => typeof name === 'string');
  const text = place.text ?? textOf(whole.description);
  const sample = textOf(constants(detail)[0]);
  const base = {
    statuses: [...new Set(statuses)],
    members,
    required,
    ...(place.routes && { routes: place.routes }),
  };
  const titles = constants(title).filter((each): each is string => textOf(each) !== undefined);
  const bodyOf = (own: readonly Body[]) => (own.length === 0 && sample ? [{ detail: sample }] : own);
  if (typed.length > 0)
    return typed.map((uri, index) => {
      const own = examples.filter((body) => body.type === uri || (typed.length === 1 && body.type === undefined));
      const ownTitle = titles.length === typed.length ? titles[index] : typed.length === 1 ? titles[0] : undefined;
      return {
        ...base,
        ...(isTypeUri(uri) ? { uri } : { name: uri }),
        ...(ownTitle && { title: ownTitle }),
        ...(typed.length === 1 && text && { text }),
        bodies: bodyOf(own),
      };
    });
  const named = specific(place.name) ?? titles[0] ?? STATUS_CODES[base.statuses[0] ?? 0];
  const shown = examples.filter((body) => isTypeUri(body.type));
  if (shown.length > 0 && specific(place.name) !== undefined)
    return shown
      .filter((body) => !place.bodies?.includes(body))
      .map((body) => ({ ...base, ...(text && { text }), ...foundInBody(body, Number(place.status) || undefined) }));
  if (named === undefined || shown.length > 0) return [];
  return [
    { ...base, name: named, ...(titles[0] && { title: titles[0] }), ...(text && { text }), bodies: bodyOf(examples) },
  ];
}

/** A name that tells a problem type from others. */
function specific(name?: string): string | undefined {
  const letters = name?.toLowerCase().replace(/[^a-z]/g, '') ?? '';
  const general =
    /^(rfc)?(http|api|base|default|generic|general|common)?(problem|error|fault)?(details?|response|model|schema|object|dto)?v?$/;
  return name === undefined || general.test(letters) || /^[1-5](\d\d|xx)$/i.test(name) ? undefined : name;
}

export function refName(value: unknown): string | undefined {
  const ref = isObject(value) ? value.$ref : undefined;
  return typeof ref === 'string'
    ? decoded(ref.split('/').at(-1) ?? '').replace(/\.(json|ya?ml)$|^#$/g, '') || undefined
    : undefined;
}
