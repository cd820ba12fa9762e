import { type AboutBlank, aboutBlank } from '../problem/about-blank.ts';
import { stepTo } from '../problem/json-pointer.ts';

/** What is wrong with a request, in the `errors` form that RFC 9457 section 3 shows. */

/** One finding. `pointer` leads into the body; what is outside of it, or may be, has a name instead. */
export interface RequestError {
  /** What is wrong, for people. */
  detail: string;
  /** JSON Pointer into the request body, as a URI fragment such as `#/items/0/sku`. RFC 6901 section 6. */
  pointer?: string;
  /** Name of a query, path or cookie parameter. */
  parameter?: string;
  /** Name of a header field. */
  header?: string;
  /** Name of a value when it is not known which part of the request it is in. */
  name?: string;
}

/** An `about:blank` that lists what is wrong with the request. */
export interface InvalidRequest extends AboutBlank {
  errors: RequestError[];
}

/** A finding in the form of Standard Schema, which zod, valibot, arktype and others report. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: unknown })[] | undefined;
}

/** So many findings are enough to go on with; a hostile body could cause thousands. */
export const mostErrors = 100;

export function invalidRequest(status: number, errors: readonly RequestError[]): InvalidRequest {
  const count = errors.length >= mostErrors ? `${mostErrors} values or more` : `${errors.length} values`;
  const detail = `${errors.length === 1 ? 'One value' : count} of the request must change.`;
  return { ...aboutBlank(status, { detail }), errors: errors.slice(0, mostErrors) };
}

/**
 * An error for a framework's error handler, which turns it into an {@link InvalidRequest}. `part` is a framework's word for
 * the part of the request in which the issues are.
 */
export function invalidRequestError(issues: unknown, part?: string): Error {
  return Object.assign(new Error('The request is not valid.'), { status: 400, expose: true, data: { issues, part } });
}

/** A finding at a path in a part of the request. */
export function locate(detail: string, path: readonly PropertyKey[], part: string | undefined): RequestError {
  const name = path.map(String).join('.');
  if (part === undefined) return name ? { detail, name } : { detail };
  if (/^headers?$/.test(part)) return name ? { detail, header: name } : { detail };
  if (/^(query|querystring|params?|cookies?)$/.test(part)) return name ? { detail, parameter: name } : { detail };
  return { detail, pointer: pointerOf(path) };
}

/** `#/a~1b/0`: escaped as RFC 6901 section 3 asks, then percent-encoded for a fragment. */
function pointerOf(path: readonly PropertyKey[]): string {
  return `#${path.map((name) => `/${encodeURIComponent(wellFormed(stepTo(name).slice(1)))}`).join('')}`;
}

/** `encodeURIComponent` throws on half a surrogate pair, which JSON text can hold. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (match) =>
    match.length === 2 ? match : '\ufffd',
  );
}
