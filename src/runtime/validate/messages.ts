import type { ValidationError } from './error.ts';

/** An error as ajv reports it. */
export interface RawError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The errors of a compiled schema in the words of this package. */
export function validationErrors(raw: readonly RawError[], value: unknown): ValidationError[] {
  return withoutBranches(raw).map((error) => describe(error, value));
}

function describe({ instancePath, keyword, params }: RawError, root: unknown): ValidationError {
  if (keyword === 'required') {
    const name = String(params.missingProperty).replaceAll('~', '~0').replaceAll('/', '~1');
    return { pointer: `${instancePath}/${name}`, message: 'must be present (was absent)', keyword };
  }
  const expected = expectation[keyword]?.(params) ?? `what "${keyword}" asks for`;
  const verb = expected.startsWith('have ') ? 'must' : 'must be';
  return { pointer: instancePath, message: `${verb} ${expected} (was ${show(at(root, instancePath))})`, keyword };
}

const expectation: Record<string, (params: Readonly<Record<string, unknown>>) => string> = {
  type: ({ type }) => oneOf([type].flat().map((name) => typeNames[String(name)] ?? String(name))),
  const: ({ allowedValue }) => show(allowedValue),
  enum: ({ allowedValues }) => oneOf((allowedValues as unknown[]).map(show)),
  pattern: ({ pattern }) => (pattern === numberText ? 'a number or a number as text' : `text that matches ${pattern}`),
  format: ({ format }) => formatNames[String(format)] ?? `text in the format "${format}"`,
  minimum: ({ limit }) => `${limit} or more`,
  maximum: ({ limit }) => `${limit} or less`,
  exclusiveMinimum: ({ limit }) => `more than ${limit}`,
  exclusiveMaximum: ({ limit }) => `less than ${limit}`,
  minLength: ({ limit }) => `have ${count(limit, 'character')} or more`,
  maxLength: ({ limit }) => `have ${count(limit, 'character')} or fewer`,
  minItems: ({ limit }) => `have ${count(limit, 'item')} or more`,
  maxItems: ({ limit }) => `have ${count(limit, 'item')} or fewer`,
  uniqueItems: ({ i, j }) => `free of repeated items, unlike items ${j} and ${i}`,
  additionalProperties: ({ additionalProperty }) => `without "${additionalProperty}"`,
};

const numberText = String.raw`^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$`;

const typeNames: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
};

const formatNames: Record<string, string> = {
  'date-time': 'a date and time such as "2025-01-31T12:00:00Z"',
  date: 'a date such as "2025-01-31"',
  uri: 'an absolute URI',
  'uri-reference': 'a URI or a relative reference',
  email: 'an e-mail address',
  uuid: 'a UUID',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  hostname: 'a host name',
};

/**
 * A failed `anyOf` arrives as the errors of every branch and then its own. Where a branch got further than the type of
 * the value, its errors are the ones that help; else one error names the types of all branches.
 */
function withoutBranches(raw: readonly RawError[]): RawError[] {
  let errors = [...raw];
  for (const anyOf of raw.filter(({ keyword }) => keyword === 'anyOf')) {
    const inside = errors.filter(({ schemaPath }) => schemaPath.startsWith(`${anyOf.schemaPath}/`));
    const isMismatch = ({ keyword, instancePath }: RawError) =>
      instancePath === anyOf.instancePath && keyword === 'type';
    const types = inside.filter(isMismatch).flatMap(({ params }) => params.type);
    const deeper = inside.filter((error) => !isMismatch(error));
    const replacement = deeper.length > 0 ? deeper : [{ ...anyOf, keyword: 'type', params: { type: types } }];
    const place = errors.indexOf(anyOf);
    errors = [...errors.slice(0, place), ...replacement, ...errors.slice(place + 1)].filter(
      (error, index, all) => !inside.includes(error) || (deeper.includes(error) && all.indexOf(error) === index),
    );
  }
  return errors;
}

/** A value as a message shows it: JSON, cut at 60 characters. */
export function show(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = undefined;
  }
  text ??= value === undefined ? 'absent' : `a ${typeof value}`;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The value that a JSON Pointer names. */
export function at(root: unknown, pointer: string): unknown {
  let value: unknown = root;
  for (const segment of pointer.split('/').slice(1)) {
    value = Object(value)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

function oneOf(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? 'nothing') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

function count(limit: unknown, noun: string): string {
  return `${limit} ${noun}${limit === 1 ? '' : 's'}`;
}
