/**
 * What is known of a request and the status of its response. What is absent is unknown. The `exchange` that
 * `inspectProblem` gives fits.
 */
export interface KnownExchange {
  /** Status code of the response. */
  readonly status?: number | undefined;
  /** Method of the request. */
  readonly method?: string | undefined;
  /** URL or path of the request. */
  readonly url?: string | undefined;
  /** All header fields of the request, or their names alone; absent when they are not known. */
  readonly headers?:
    | { get(name: string): string | null }
    | Readonly<Record<string, string | readonly string[] | number | undefined>>
    | readonly (readonly [string, string])[]
    | readonly string[]
    | undefined;
  /** Header fields of the request that a recording leaves out, such as `Authorization`: their absence says nothing. */
  readonly withheld?: readonly string[] | undefined;
}

/** Whether the request has a header field: `undefined` when nothing is known of its fields. */
export interface RequestHeader {
  readonly isThere: boolean;
  /** Absent where only the name is known. */
  readonly value?: string;
}

/** Looks a header field of the request up. */
export function requestHeader(exchange: KnownExchange, name: string): RequestHeader | undefined {
  const field = fieldOf(exchange, name);
  const isWithheld = exchange.withheld?.some((each) => each.toLowerCase() === name.toLowerCase());
  return isWithheld && field?.isThere === false ? undefined : field;
}

function fieldOf({ headers }: KnownExchange, name: string): RequestHeader | undefined {
  if (headers === undefined || headers === null) return undefined;
  if ('get' in headers && typeof headers.get === 'function') {
    const value = headers.get(name);
    return value === null ? { isThere: false } : headerOf(value);
  }
  const key = name.toLowerCase();
  const pairs: readonly unknown[] = Array.isArray(headers) ? headers : Object.entries(headers);
  const values = pairs.flatMap((pair) => {
    const [field, value] = typeof pair === 'string' ? [pair, null] : (pair as [string, unknown]);
    return value !== undefined && String(field).toLowerCase() === key ? [value] : [];
  });
  if (values.length === 0) return { isThere: false };
  return values.includes(null) ? { isThere: true } : headerOf(values.join(', '));
}

/** A field without a value counts as none. */
function headerOf(value: string): RequestHeader {
  return { isThere: value.trim() !== '', value };
}
