import { textOf } from '../read/body.ts';

/** The parts of a request, and in which of them a value is. */

export interface RequestParts {
  /** The body as text, where the framework keeps it. */
  readonly text?: string | undefined;
  /** Whether the body was read and not kept. */
  readonly wasRead?: boolean;
  /** The parsed body, where the framework keeps it. */
  readonly body?: unknown;
  readonly query?: unknown;
  readonly params?: unknown;
  readonly headers?: unknown;
  /** The part that a validator refused, where the framework lets one know. */
  readonly validated?: string | undefined;
}

/** The parts as Express, Fastify, Koa and NestJS keep them on a request. */
export function partsOf(request: {
  body?: unknown;
  rawBody?: unknown;
  query?: unknown;
  params?: unknown;
}): RequestParts {
  const { body, rawBody, query, params } = request;
  return { body, query, params, text: textOf(body) ?? textOf(rawBody) };
}

/** A value that a validator refused, and the way to it. */
export interface Refused {
  readonly path: readonly PropertyKey[];
  /** Absent where the validator does not tell it. */
  readonly value?: unknown;
}

/**
 * The part in which the refused values are: `undefined` unless one of them is in one part and in no other. All of them come
 * from one validation, so one that is sure makes all sure. A value that is absent is absent everywhere.
 */
export function partOf(refused: readonly Refused[], parts: RequestParts): string | undefined {
  if (parts.validated !== undefined) return parts.validated;
  const names = ['body', 'query', 'params', 'headers'] as const;
  for (const { path, value } of refused) {
    if (value === undefined) continue;
    const holders = names.filter((name) => isSame(at(parts[name], path), value));
    if (holders.length === 0 && parts.wasRead) return 'body';
    if (holders.length === 1 && !parts.wasRead) return holders[0];
  }
  return undefined;
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (!Object.hasOwn(Object(value), key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Validators may copy objects, so values are compared by what they say. */
function isSame(found: unknown, value: unknown): boolean {
  try {
    return found !== undefined && JSON.stringify(found) === JSON.stringify(value);
  } catch {
    return found === value;
  }
}
