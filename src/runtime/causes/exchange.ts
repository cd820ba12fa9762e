/** What is known of a request and the status of its response. What is absent is unknown. */
export interface Exchange {
  /** Status code of the response. */
  readonly status?: number | undefined;
  /** Method of the request. */
  readonly method?: string | undefined;
  /** URL or path of the request. */
  readonly url?: string | undefined;
  /** Header fields of the request, all of them; absent when they are not known. */
  readonly headers?:
    | { get(name: string): string | null }
    | Readonly<Record<string, string | readonly string[] | number | undefined>>
    | readonly (readonly [string, string])[]
    | undefined;
}

/** Looks a header field of the request up: `null` when there is none, `undefined` when nothing is known of the fields. */
export function requestHeader({ headers }: Exchange, name: string): string | null | undefined {
  if (headers === undefined || headers === null) return undefined;
  if ('get' in headers && typeof headers.get === 'function') return headers.get(name);
  const pairs = Array.isArray(headers) ? headers : Object.entries(headers);
  const found = pairs.filter(([field, value]) => value !== undefined && field.toLowerCase() === name.toLowerCase());
  return found.length === 0 ? null : found.map(([, value]) => String(value)).join(', ');
}
