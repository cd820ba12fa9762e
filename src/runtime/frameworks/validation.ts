import { type AboutBlank, aboutBlank } from '../problem/error.ts';

/** What a validator found in a request, in the `errors` form that RFC 9457 section 3 shows. */

/** One finding. `pointer` leads into the body; what is outside the body has a name instead. */
export interface RequestError {
  /** What is wrong, for people. */
  detail: string;
  /** JSON Pointer into the request body, as a URI fragment such as `#/items/0/sku`. RFC 6901 section 6. */
  pointer?: string;
  /** Name of a query, path or cookie parameter. */
  parameter?: string;
  /** Name of a header field. */
  header?: string;
}

/** An `about:blank` that lists what is wrong with the request. */
export interface InvalidRequest extends AboutBlank {
  errors: RequestError[];
}

/** A finding in the form of Standard Schema; zod and valibot report it. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The part of a request in which the issues are; each framework has its own word for it. */
export type Part = string | undefined;

/** So many findings are enough to go on with; a hostile body could cause thousands. */
export const mostErrors = 100;

export function invalidRequest(status: number, errors: readonly RequestError[]): InvalidRequest {
  const count = errors.length >= mostErrors ? `${mostErrors} values or more` : `${errors.length} values`;
  const detail = `${errors.length === 1 ? 'One value' : count} of the request must change.`;
  return { ...aboutBlank(status, { detail }), errors: errors.slice(0, mostErrors) };
}

/** An error for a framework's error handler, which turns it into an {@link InvalidRequest}. */
export function invalidRequestError(issues: readonly Issue[], part?: Part): Error {
  return Object.assign(new Error('The request is not valid.'), { status: 400, expose: true, data: { issues, part } });
}

/** The findings of a Standard Schema. */
export function fromIssues(issues: readonly Issue[], part: Part): RequestError[] {
  return issues.slice(0, mostErrors).map(({ message, path = [] }) =>
    locate(
      message,
      path.map((step) => (typeof step === 'object' ? step.key : step)),
      part,
    ),
  );
}

interface AjvError {
  readonly instancePath?: string;
  readonly keyword?: string;
  readonly message?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The findings of ajv. A missing or surplus member is pointed at itself, not at what should hold it. */
export function fromAjv(errors: readonly AjvError[], part: Part): RequestError[] {
  return errors
    .slice(0, mostErrors)
    .map(({ instancePath = '', keyword = '', message = 'is not valid', params = {} }) => {
      const steps = instancePath.split('/').slice(1);
      const path: PropertyKey[] = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      const [name, text] = {
        required: [params.missingProperty, 'must be present'],
        additionalProperties: [params.additionalProperty, 'must be absent'],
        unevaluatedProperties: [params.unevaluatedProperty, 'must be absent'],
      }[keyword] ?? [undefined, message];
      return typeof name === 'string' ? locate(String(text), [...path, name], part) : locate(message, path, part);
    });
}

function locate(detail: string, path: readonly PropertyKey[], part: Part = 'body'): RequestError {
  const name = path.map(String).join('.');
  if (/^headers?$/.test(part)) return name ? { detail, header: name } : { detail };
  if (/^(query|querystring|params?|cookies?)$/.test(part)) return name ? { detail, parameter: name } : { detail };
  return { detail, pointer: pointerOf(path) };
}

/** `#/a~1b/0`: escaped as RFC 6901 section 3 asks, then percent-encoded for a fragment. */
function pointerOf(path: readonly PropertyKey[]): string {
  const segments = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#${segments.map((segment) => `/${encodeURIComponent(wellFormed(segment))}`).join('')}`;
}

/** `encodeURIComponent` throws on half a surrogate pair, which JSON text can hold. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (match) =>
    match.length === 2 ? match : '\ufffd',
  );
}
