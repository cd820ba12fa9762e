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
  const errors: RawError[] = [];
  for (const error of raw) {
    if (error.keyword !== 'anyOf') {
      errors.push(error);
      continue;
    }
    const deeper: RawError[] = [];
    const types: unknown[] = [];
    for (let last = errors.at(-1); last && isWithin(last, error); last = errors.at(-1)) {
      errors.pop();
      if (last.keyword === 'type' && last.instancePath === error.instancePath) types.unshift(last.params.type);
      else deeper.push(last);
    }
    if (deeper.length > 0) for (const last of deeper.reverse()) errors.push(last);
    else errors.push({ ...error, keyword: 'type', params: { type: types.flat() } });
  }
  return errors;
}

/** Whether an error is about the same value or a part of it, and comes from a branch of the `anyOf`. */
function isWithin({ schemaPath, instancePath }: RawError, anyOf: RawError): boolean {
  const rest = instancePath.startsWith(anyOf.instancePath) ? instancePath.slice(anyOf.instancePath.length) : undefined;
  return schemaPath.startsWith(`${anyOf.schemaPath}/`) && (rest === '' || rest?.startsWith('/') === true);
}

const mostShown = 60;

/** A value as a message shows it: JSON, cut at 60 characters. Of a large value only the beginning is read. */
export function show(value: unknown): string {
  let nodes = 0;
  const beginning = (_: string, part: unknown): unknown => {
    nodes += 1;
    if (nodes > mostShown) return null;
    if (typeof part === 'string') return part.slice(0, mostShown + 1);
    if (Array.isArray(part)) return part.slice(0, mostShown + 1);
    return typeof part === 'object' && part !== null ? firstMembers(part) : part;
  };
  let text: string | undefined;
  try {
    text = JSON.stringify(value, beginning);
  } catch {
    text = undefined;
  }
  text ??= value === undefined ? 'absent' : `a ${typeof value}`;
  return text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
}

function firstMembers(object: object): object {
  const members: [string, unknown][] = [];
  for (const name in object) {
    if (members.length > mostShown) break;
    if (Object.hasOwn(object, name))
      members.push([name.slice(0, mostShown + 1), (object as Record<string, unknown>)[name]]);
  }
  return Object.fromEntries(members);
}

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
