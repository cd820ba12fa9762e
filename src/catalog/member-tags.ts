import ts from 'typescript';
import { nearest, shown } from './finding.ts';
import { formats } from './formats.ts';
import { compiled } from './regexp.ts';

/** JSDoc tags of members and their types, of which typescript-json-schema makes keywords. */

type Schema = Readonly<Record<string, unknown>>;

interface Tag {
  /** The JSON type of the values that it is for. Absent: any. */
  readonly of?: string;
  readonly fits: (value: unknown) => boolean;
  readonly must: string;
  /** Absent: it shows a number. */
  readonly fix?: string;
}

const formatNames = Object.keys(formats);
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const limit: Tag = { of: 'number', fits: Number.isFinite, must: 'a number' };
const count: Tag = { fits: isCount, must: 'a whole number' };

/** The tags that become keywords of values of one type. */
const keywords: Readonly<Record<string, Tag>> = {
  minimum: limit,
  maximum: limit,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  multipleOf: { ...limit, fits: (value) => Number.isFinite(value) && Number(value) > 0, must: 'a number above 0' },
  minLength: { ...count, of: 'string' },
  maxLength: { ...count, of: 'string' },
  minItems: { ...count, of: 'array' },
  maxItems: { ...count, of: 'array' },
  minProperties: { ...count, of: 'object' },
  maxProperties: { ...count, of: 'object' },
  pattern: {
    of: 'string',
    fits: isPattern,
    must: 'a regular expression, and not JSON',
    fix: 'Close each bracket, write a backslash before a literal one, or put JSON in parentheses.',
  },
  format: {
    of: 'string',
    fits: (value) => formatNames.includes(String(value)),
    must: `one of ${formatNames.join(', ')}`,
    fix: 'Choose one of them, or use @pattern.',
  },
  uniqueItems: {
    of: 'array',
    fits: (value) => typeof value === 'boolean',
    must: 'true or false',
    fix: 'Write it as in @uniqueItems true.',
  },
};
const typeNames = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'];
const isType = (value: unknown) => [value].flat().every((name) => typeNames.includes(String(name)));
const others: Readonly<Record<string, Tag>> = {
  examples: { fits: Array.isArray, must: 'a list in JSON', fix: 'Write it as in @examples ["a", "b"].' },
  type: { fits: isType, must: `one of ${typeNames.join(', ')}`, fix: 'Write it as in @TJS-type integer.' },
};
const known = [...Object.keys(keywords), 'default', 'examples', 'example', 'deprecated', 'see'];
const typed = [...known, 'type'];

function isPattern(value: unknown): boolean {
  try {
    return typeof value === 'string' && value !== '' && Boolean(compiled(value));
  } catch {
    return false;
  }
}

const kinds: readonly (readonly [name: string, flags: number])[] = [
  ['string', ts.TypeFlags.StringLike],
  ['boolean', ts.TypeFlags.BooleanLike],
  ['null', ts.TypeFlags.Null],
];

interface Fault {
  readonly path: string;
  readonly fact: string;
  readonly fix: string;
}

/** Tags that would be passed over in silence, or do more than is wanted. */
export function unknownTags(symbol: ts.Symbol, path: string): Fault[] {
  const names = symbol.getJsDocTags().map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name) && !typed.includes(name.replace(/^TJS-/, '')))
    .map((name) => {
      const near = nearest(name, known);
      const fix = near ? `Did you mean @${near}?` : `Known are ${known.join(', ')}.`;
      return { path, fact: `has the unknown tag @${name}`, fix };
    });
}

/** What is wrong with the tags of which a schema is made: a value, or the type of the member. */
export function tagFaults(schema: Schema, path: string): Fault[] {
  const types = [schema.type].flat();
  const own = Object.entries(schema).flatMap(([name, value]): Fault[] => {
    const tag = keywords[name] ?? others[name];
    if (!tag) return [];
    if (!tag.fits(value)) {
      const near = name === 'format' && nearest(String(value), formatNames);
      const fact = `has the tag @${name}, which must be ${tag.must} (was ${shown(value)})`;
      return [{ path, fact, fix: near ? `Did you mean ${near}?` : (tag.fix ?? `Write it as in @${name} 1.`) }];
    }
    const { of } = tag;
    if (of === undefined || types.includes(of) || (of === 'number' && types.includes('integer'))) return [];
    return [
      { path, fact: `has the tag @${name}, which is for the type ${of}`, fix: 'Remove the tag, or change the type.' },
    ];
  });
  const properties = Object.entries((schema.properties ?? {}) as Schema);
  const inner = [
    ...properties.map(([name, part]) => [`${path}.${name}`, part] as const),
    ...[schema.prefixItems, schema.items].flat().map((part) => [`${path}[]`, part] as const),
    ...[schema.anyOf, schema.allOf].flat().map((part) => [path, part] as const),
    [`${path}.*`, schema.additionalProperties] as const,
  ];
  return [...own, ...inner.flatMap(([way, part]) => (part ? tagFaults(part as Schema, way) : []))];
}

/** What the tag for the type of a member leaves out of it: it takes the place of all of the type. */
export function typeTagFaults(symbol: ts.Symbol, type: ts.Type, path: string): Fault[] {
  const tag = symbol.getJsDocTags().find(({ name }) => /^(TJS-)?type$/.test(name));
  const said = ts.displayPartsToString(tag?.text);
  const parts = type.isUnion() ? type.types : [type];
  const left = tag
    ? kinds.filter(([kind, flags]) => !said.includes(kind) && parts.some((part) => part.flags & flags))
    : [];
  return left.map(([kind]) => ({
    path,
    fact: `has the tag @${tag?.name}, which leaves out ${kind}`,
    fix: 'Name all its types, as in @TJS-type ["integer", "null"].',
  }));
}

/** Tags of plain types that are parts of others, where TypeScript no longer knows that they have a name. */
export function lostTags(declarations: readonly ts.Node[], checker: ts.TypeChecker): Fault[] {
  const faults: Fault[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isTypeReferenceNode(node) || ts.isPropertySignature(node.parent)) return;
    const { flags } = checker.getTypeFromTypeNode(node);
    if (flags & ts.TypeFlags.Object || (flags & ts.TypeFlags.Union && !ts.isUnionTypeNode(node.parent))) return;
    const symbol = checker.getSymbolAtLocation(node.typeName);
    const alias = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const { name } of alias?.getJsDocTags() ?? []) {
      if (!Object.hasOwn(keywords, name.replace(/^TJS-/, '')) && !/^(TJS-)?type$/.test(name)) continue;
      const fix = `Write the tag at each member, or let ${node.getText()} be the whole type of a member.`;
      faults.push({ path: `type ${node.getText()}`, fact: `loses its tag @${name} as a part of another type`, fix });
    }
  };
  for (const declaration of declarations) visit(declaration);
  return faults;
}

/** Moves the keywords of a union to the parts that they are for: beside several types they say nothing to ajv. */
export function spread(schema: Schema): Schema {
  const parts = schema.anyOf as readonly Schema[] | undefined;
  if (!parts) return schema;
  const isFor = (name: string, part: Schema) => Object.hasOwn(keywords, name) && keywords[name]?.of === part.type;
  const own = Object.entries(schema).filter(([name]) => !parts.some((part) => isFor(name, part)));
  const filled = parts.map((part) => ({
    ...Object.fromEntries(Object.entries(schema).filter(([name]) => isFor(name, part))),
    ...part,
  }));
  return { ...Object.fromEntries(own), anyOf: filled };
}
