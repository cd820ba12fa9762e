import fc from 'fast-check';

/** Values that fit a JSON Schema, and values that do not: for the keywords that the schemas of problem types have. */

export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
}

const formats: Record<string, fc.Arbitrary<string>> = {
  date: fc
    .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  uri: fc.webUrl(),
  uuid: fc.uuid(),
};

/** Any value that the schema takes. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting));
  const types = [schema.type ?? 'any'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema)));
}

function ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
  const { minimum: min, maximum: max, minLength, maxLength, minItems, maxItems, pattern, format } = schema;
  switch (type) {
    case 'string':
      if (pattern) return fc.stringMatching(new RegExp(pattern, 'u'));
      return formats[format ?? ''] ?? fc.string({ ...defined({ minLength, maxLength }), unit: 'grapheme' });
    case 'integer':
      return fc.integer(defined({ min, max }));
    case 'number':
      return fc.double({ ...defined({ min, max }), noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items ?? {}), { ...defined({ minLength: minItems, maxLength: maxItems }) });
    case 'object':
      return membersOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Objects with all required members and some of the others. */
export function membersOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fitting(schema)]));
  return fc.record(model, { requiredKeys: [...required], noNullPrototype: true }) as fc.Arbitrary<
    Record<string, unknown>
  >;
}

function defined<Options extends object>(options: Options): { [Name in keyof Options]?: NonNullable<Options[Name]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

/** One change to a problem that breaks its schema, if there is one: where, and the value that comes there. */
export interface Mutation {
  readonly name: string;
  /** Undefined: the member is taken away. */
  readonly value: unknown;
}

const ofEachType: readonly unknown[] = ['text', 3.5, true, null, [], {}];

/** Changes of a member of an object to something of another JSON type, and losses of required members. */
export function mutations({ properties = {}, required = [] }: Schema): fc.Arbitrary<Mutation> | undefined {
  const changes = Object.entries(properties).flatMap(([name, schema]): Mutation[] => [
    ...(required.includes(name) ? [{ name, value: undefined }] : []),
    ...ofEachType.filter((value) => !mayBe(schema, value)).map((value) => ({ name, value })),
  ]);
  return changes.length > 0 ? fc.constantFrom(...changes) : undefined;
}

/** Whether a value is of a JSON type that the schema takes. */
function mayBe(schema: Schema, value: unknown): boolean {
  if (schema.anyOf) return schema.anyOf.some((each) => mayBe(each, value));
  if ('const' in schema) return schema.const === value;
  if (schema.enum) return schema.enum.includes(value);
  if (schema.type === undefined) return true;
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const types = [schema.type].flat();
  return types.includes(type) || (types.includes('integer') && Number.isInteger(value));
}
