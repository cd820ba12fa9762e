import { problemTypes } from 'arcp-problems';

/** The schemas of the catalog in the way of each library, by type URI. */

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

type Check = (value: unknown) => unknown;

/** What a library has for each part of a schema. */
interface Library<Part> {
  text(expression?: RegExp): Part;
  number(schema: Schema): Part;
  exactly(values: readonly string[]): Part;
  list(item: Part): Part;
  either(parts: readonly Part[]): Part;
  shape(members: readonly (readonly [name: string, part: Part, isRequired: boolean])[]): Part;
  check(part: Part): Check;
}

const { formats } = await import('#catalog/formats.ts');

function partOf<Part>(schema: Schema, library: Library<Part>): Part {
  if (schema.const !== undefined) return library.exactly([String(schema.const)]);
  if (schema.enum) return library.exactly(schema.enum);
  if (schema.anyOf) return library.either(schema.anyOf.map((each) => partOf(each, library)));
  if (Array.isArray(schema.type)) {
    return library.either(schema.type.map((type: string) => partOf({ ...schema, type }, library)));
  }
  if (schema.type === 'number' || schema.type === 'integer') return library.number(schema);
  if (schema.type === 'array') return library.list(partOf(schema.items ?? { type: 'string' }, library));
  if (schema.type === 'object') {
    const members = Object.entries(schema.properties ?? {});
    return library.shape(
      members.map(([name, each]) => [name, partOf(each, library), schema.required?.includes(name) ?? false] as const),
    );
  }
  const expression = schema.pattern ? new RegExp(schema.pattern, 'u') : formats[schema.format ?? ''];
  return library.text(expression);
}

async function libraryOf(name: 'zod' | 'valibot' | 'arktype'): Promise<Library<never>> {
  if (name === 'zod') {
    const { z } = await import('zod');
    type Part = import('zod').ZodType;
    const library: Library<Part> = {
      text: (expression) => (expression ? z.string().regex(expression) : z.string()),
      number: ({ type, minimum = -Infinity, maximum = Infinity }) =>
        (type === 'integer' ? z.int() : z.number()).min(minimum).max(maximum),
      exactly: (values) => z.enum(values as [string]),
      list: (item) => z.array(item),
      either: (parts) => z.union(parts as [Part, Part]),
      shape: (members) =>
        z.looseObject(Object.fromEntries(members.map(([key, part, must]) => [key, must ? part : part.optional()]))),
      check: (part) => (value) => part.safeParse(value),
    };
    return library as unknown as Library<never>;
  }
  if (name === 'valibot') {
    const v = await import('valibot');
    type Part = import('valibot').GenericSchema;
    const library: Library<Part> = {
      text: (expression) => (expression ? v.pipe(v.string(), v.regex(expression)) : v.string()),
      number: ({ type, minimum = -Infinity, maximum = Infinity }) =>
        type === 'integer'
          ? v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum))
          : v.pipe(v.number(), v.minValue(minimum)),
      exactly: (values) => v.picklist(values),
      list: (item) => v.array(item),
      either: (parts) => v.union(parts),
      shape: (members) =>
        v.looseObject(Object.fromEntries(members.map(([key, part, must]) => [key, must ? part : v.optional(part)]))),
      check: (part) => (value) => v.safeParse(part, value),
    };
    return library as unknown as Library<never>;
  }
  const { type } = await import('arktype');
  // biome-ignore lint/suspicious/noExplicitAny: the types of arktype read literals, which are not known here
  const make = type as any;
  const library: Library<{ or(other: unknown): never; array(): never }> = {
    text: (expression) => make(expression ?? 'string'),
    number: ({ type: kind, minimum, maximum }) =>
      make(
        kind === 'integer'
          ? `${minimum} <= number.integer <= ${maximum}`
          : minimum === undefined
            ? 'number'
            : `number >= ${minimum}`,
      ),
    exactly: (values) => make.enumerated(...values),
    list: (item) => item.array(),
    either: (parts) => parts.slice(1).reduce((all, part) => all.or(part), parts[0] as (typeof parts)[number]),
    shape: (members) => make(Object.fromEntries(members.map(([key, part, must]) => [must ? key : `${key}?`, part]))),
    // Its messages are made when they are read.
    check: (part) => (value) => {
      const result = (part as unknown as Check)(value);
      return result instanceof type.errors ? result.summary : result;
    },
  };
  return library as unknown as Library<never>;
}

/** @param only type URI of the one type that is wanted */
export async function checksOf(
  name: 'ajv' | 'zod' | 'valibot' | 'arktype' | 'TypeBox',
  only?: string,
): Promise<ReadonlyMap<string, Check>> {
  const make = await maker(name);
  const types = problemTypes.filter(({ type }) => only === undefined || type === only);
  const checks = new Map<string, Check>();
  for (const { type, slug } of types) {
    const path = `arcp-problems/schemas/${slug}.schema.json`;
    const { default: schema } = await import(path, { with: { type: 'json' } });
    checks.set(type, make(schema));
  }
  return checks;
}

async function maker(name: 'ajv' | 'zod' | 'valibot' | 'arktype' | 'TypeBox'): Promise<(schema: Schema) => Check> {
  if (name === 'ajv') {
    const { default: Ajv2020 } = await import('ajv/dist/2020.js');
    const ajv = new Ajv2020.default({ allowUnionTypes: true, allErrors: true });
    for (const [format, expression] of Object.entries(formats)) ajv.addFormat(format, expression);
    return (schema) => {
      const validate = ajv.compile(schema as object);
      return (value) => (validate(value) ? value : validate.errors);
    };
  }
  if (name === 'TypeBox') {
    const { Compile } = await import('typebox/compile');
    return (schema) => {
      const validator = Compile(schema as never);
      return (value) => (validator.Check(value) ? value : validator.Errors(value));
    };
  }
  const library = await libraryOf(name);
  return (schema) => library.check(partOf(schema, library));
}
