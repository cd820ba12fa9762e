import { catalogHeaders } from '../generated/headers.ts';
import type { NotAType, ProblemDetails } from './details.ts';
import { type DefinedType, definedTypes } from './registry.ts';

/** Statuses that no cache may store: RFC 6585 sections 3 to 6. */
export const uncacheable: readonly number[] = [428, 429, 431, 511];

/** No line break, so no header injection; no quote or backslash, so no way out of a quoted string. */
const plainText = /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/;
const placeholder = /\{(\w+)\}/g;
const retryAfter = /^(?:\d+|[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)$/;

/** Whether `text` is a `Retry-After` value: whole seconds or an HTTP date. RFC 9110 section 10.2.3. */
export function isRetryAfter(text: string): boolean {
  return retryAfter.test(text);
}

/** The value of a header template for one occurrence; `undefined` when a member is absent or does not fit a header. */
export function fillTemplate(template: string, problem: ProblemDetails): string | undefined {
  let complete = true;
  const text = template.replace(placeholder, (_, name: string) => {
    const value = Object.hasOwn(problem, name) ? (problem as Record<string, unknown>)[name] : undefined;
    const filling = Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? '' : String(value ?? '');
    complete &&= plainText.test(filling);
    return filling;
  });
  return complete ? text : undefined;
}

/** The header fields that a problem type asks for in the response of one occurrence. */
export function typeHeaders(
  { headers, statuses }: Omit<DefinedType, 'type'>,
  problem: ProblemDetails,
  status: number,
): [string, string][] {
  const fields: [string, string][] = [];
  for (const [name, template] of Object.entries(headers ?? {})) {
    const value = fillTemplate(template, problem);
    const field = name.toLowerCase();
    if (value === undefined || (field === 'retry-after' && !isRetryAfter(value))) continue;
    if (field === 'www-authenticate' && status !== 401 && statuses.includes(401)) continue;
    fields.push([name, value]);
  }
  return fields;
}

/**
 * The header fields that a response with this problem details object carries: the media type, those of its problem type,
 * and `Cache-Control: no-store` where RFC 6585 forbids caches to store the response. For frameworks that have no fetch
 * `Response`; with one, use `problemResponse`.
 *
 * @example
 * ```ts
 * import { problemHeaders, sessionInvalid } from '#package';
 *
 * problemHeaders(sessionInvalid()); //=> { 'Content-Type': 'application/problem+json', 'WWW-Authenticate': 'Bearer' }
 * ```
 */
export function problemHeaders<P extends ProblemDetails>(problem: P & NotAType): Record<string, string> {
  const { type = '', status = 0 } = problem;
  const facts = definedTypes[type] ?? catalogHeaders[type];
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' };
  if (facts?.headers) for (const [name, value] of typeHeaders(facts, problem, status)) headers[name] = value;
  if (uncacheable.includes(status)) headers['Cache-Control'] ??= 'no-store';
  return headers;
}
