import { formats } from '#catalog/formats.ts';
import { check } from '#catalog/validator.ts';
import { isObject, type Schema, textOf } from './found.ts';
import { listOf, propertiesOf } from './schema.ts';

/** Schemas and values of members, as TypeScript. */

/** Returns the schema of values, as far as they tell. */
export function schemaOfValues(values: readonly unknown[]): Schema {
  const [first] = values;
  const kinds = new Set(values.map(kindOf));
  if (kinds.size > 1)
    return { anyOf: [...kinds].map((kind) => schemaOfValues(values.filter((value) => kindOf(value) === kind))) };
  if (Array.isArray(first)) {
    const items = values.flat();
    return { type: 'array', items: items.length > 0 ? schemaOfValues(items) : {} };
  }
  if (!isObject(first)) return first === undefined ? {} : { type: kindOf(first) };
  const objects = values.filter(isObject);
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => [name, schemaOfValues(objects.filter((each) => name in each).map((each) => each[name]))]),
    ),
    required: names.filter((name) => objects.every((each) => name in each)),
  };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Returns a schema without what TypeScript cannot say. */
export function simple(schema: Schema): Schema {
  const { const: constant, type, format, description, minimum, maximum } = schema;
  const options = 'const' in schema ? [constant] : listOf(schema.enum);
  const types = [type].flat().filter((each): each is string => typeof each === 'string');
  if (schema.nullable === true && !types.includes('null') && types.length > 0) types.push('null');
  const properties = propertiesOf(schema);
  const isObjectSchema = types.includes('object') || (types.length === 0 && Object.keys(properties).length > 0);
  const anyOf = listOf(schema.anyOf).filter(isObject);
  const shown = textOf(description) ? { description } : {};
  if (options.length > 0 && options.every((each) => each === null || typeof each !== 'object'))
    return { enum: types.includes('null') && !options.includes(null) ? [...options, null] : options, ...shown };
  if (anyOf.length > 0) return { anyOf: anyOf.map(simple), ...shown };
  if (types.length > 1)
    return { anyOf: types.map((each) => simple({ ...schema, type: each, nullable: false })), ...shown };
  if (isObjectSchema) {
    const names = Object.keys(properties).filter((name) => name !== '__proto__');
    return {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, simple(properties[name] ?? {})])),
      required: listOf(schema.required).filter((name) => names.includes(String(name))),
      ...(isObject(schema.additionalProperties) &&
        names.length === 0 && { additionalProperties: simple(schema.additionalProperties) }),
      ...shown,
    };
  }
  if (types[0] === 'array')
    return { type: 'array', items: isObject(schema.items) ? simple(schema.items) : {}, ...shown };
  return {
    ...(types[0] && { type: types[0] }),
    ...(types[0] === 'string' && typeof format === 'string' && format in formats && { format }),
    ...(typeof minimum === 'number' && { minimum }),
    ...(typeof maximum === 'number' && { maximum }),
    ...shown,
  };
}

/** Whether values are as their schema says. */
export function fits(schema: Schema, values: readonly unknown[]): boolean {
  return values.every((value) => check(schema, value).length === 0);
}

/** Returns a schema's TypeScript type. */
export function typeText(schema: Schema): string {
  if (Array.isArray(schema.enum)) return [...new Set(schema.enum.map(valueText))].join(' | ');
  if (Array.isArray(schema.anyOf)) {
    const parts = [...new Set(schema.anyOf.map((each) => typeText(each as Schema)))];
    return parts.includes('unknown') ? 'unknown' : parts.join(' | ');
  }
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'integer':
      return 'number';
    case 'array': {
      const items = typeText((schema.items ?? {}) as Schema);
      return /[|]/.test(items) && !items.startsWith('{') ? `(${items})[]` : `${items}[]`;
    }
    case 'object': {
      const properties = Object.entries(propertiesOf(schema));
      if (properties.length === 0)
        return `{ [key: string]: ${isObject(schema.additionalProperties) ? typeText(schema.additionalProperties) : 'unknown'} }`;
      const required = listOf(schema.required);
      return `{ ${properties.map(([name, each]) => `${keyText(name)}${required.includes(name) ? '' : '?'}: ${typeText(each)}`).join('; ')} }`;
    }
    default:
      return 'unknown';
  }
}

/** Returns a value that a schema allows, for a member that no example shows. */
export function sampleOf(schema: Schema): unknown {
  const [given] = [schema.example, schema.default, ...listOf(schema.examples)].filter((each) => each !== undefined);
  const small = simple(schema);
  if (given !== undefined && fits(small, [given])) return given;
  if (Array.isArray(small.enum)) return small.enum[0];
  if (Array.isArray(small.anyOf)) return sampleOf(small.anyOf[0] as Schema);
  const bound = small.minimum ?? small.maximum;
  switch (small.type) {
    case 'number':
    case 'integer':
      return bound ?? 0;
    case 'boolean':
      return false;
    case 'null':
      return null;
    case 'array':
      return [];
    case 'object': {
      const properties = propertiesOf(small);
      return Object.fromEntries(listOf(small.required).map((name) => [name, sampleOf(properties[String(name)] ?? {})]));
    }
    default:
      return formatSamples[String(small.format)] ?? '…';
  }
}

const formatSamples: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  duration: 'PT1M',
  email: 'someone@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  time: '12:00:00Z',
  uri: 'https://example.com',
  'uri-reference': '/example',
  uuid: '00000000-0000-4000-8000-000000000000',
};

/** Returns a JSON value as TypeScript. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (!isObject(value)) return String(value);
  const parts = Object.entries(value).map(([name, each]) => `${keyText(name)}: ${valueText(each)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

export function quoted(text: string): string {
  const json = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `'${json.replaceAll("'", "\\'")}'`;
}

export function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}
