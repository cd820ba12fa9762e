import { stepsOf, stepTo } from '../problem/json-pointer.ts';
import type { ValidationError } from './error.ts';
import { show } from './show.ts';

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
    const pointer = instancePath + stepTo(String(params.missingProperty));
    return { pointer, message: 'must be present (was absent)', keyword };
  }
  const message = `must ${expected(keyword, params)} (was ${show(at(root, instancePath))})`;
  return { pointer: instancePath, message, keyword };
}

/** What completes "must …" for a keyword of JSON Schema: "be a string", "have 1 item or more". */
export function expected(keyword: string, params: Readonly<Record<string, unknown>>): string {
  const text = expectation[keyword]?.(params) ?? `what "${keyword}" asks for`;
  return text.startsWith('have ') ? text : `be ${text}`;
}

const expectation: Record<string, (params: Readonly<Record<string, unknown>>) => string> = {
  type: ({ type }) => oneOf([type].flat().map((name) => typeNames[String(name)] ?? String(name))),
  const: ({ allowedValue }) => show(allowedValue),
  enum: ({ allowedValues }) => oneOf((allowedValues as unknown[]).map(show)),
  pattern: ({ pattern }) =>
    pattern === String.raw`^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$`
      ? 'a number or a number as text'
      : `text that matches ${pattern}`,
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

export function at(root: unknown, pointer: string): unknown {
  let value: unknown = root;
  for (const name of stepsOf(pointer)) value = Object(value)[name];
  return value;
}

/** Joins a list in words: "a, b or c". */
export function oneOf(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? 'nothing') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

function count(limit: unknown, noun: string): string {
  return `${limit} ${noun}${limit === 1 ? '' : 's'}`;
}
