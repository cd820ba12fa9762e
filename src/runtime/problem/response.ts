import type { NotAType, ProblemDetails } from './details.ts';
import { type HeaderFieldsInit, mergeHeaders } from './header-fields.ts';
import { problemHeaders } from './headers.ts';

/** What {@link problemResponse} takes beside the problem details object. */
export interface ProblemResponseInit {
  /**
   * Further header fields. `Set-Cookie`, `Vary`, `Link` and `WWW-Authenticate` are added to the type's own; any other
   * replaces the type's.
   */
  headers?: HeaderFieldsInit | undefined;
  /** Method of the request. With `'HEAD'` the response has the same header fields and no body. */
  method?: string | undefined;
}

const bodiless = [204, 205, 304];

/** The status of a response that has a body; 500 for anything that cannot be one. */
export function responseStatus(problem: ProblemDetails): number {
  const { status } = problem;
  const fits = Number.isInteger(status) && (status as number) >= 200 && (status as number) <= 599;
  return fits && !bodiless.includes(status as number) ? (status as number) : 500;
}

/**
 * The problem details object as JSON text. Extension members are left out when one of them has no JSON form (a cycle, a
 * `bigint`), since whoever serializes a problem is already handling a failure.
 */
export function serializeProblem(problem: ProblemDetails): string {
  try {
    return JSON.stringify(problem);
  } catch {
    const { type, title, status, detail, instance } = problem;
    return JSON.stringify({ type, title, status, detail, instance });
  }
}

/**
 * Turns a problem details object into a fetch `Response`: its status, `application/problem+json`, and the header fields
 * of its problem type. The `status` member and the status of the response are always the same (RFC 9457 section 3.1.2);
 * a status that a response with a body cannot have becomes 500 in both. Throws when `init.headers` is not valid.
 *
 * @example
 * ```ts
 * import { problemResponse, sessionInvalid } from 'arcp-problems';
 *
 * const response = problemResponse(sessionInvalid({ instance: '/agents' }), { headers: { 'X-Request-ID': '7f3' } });
 * response.status; //=> 401
 * response.headers.get('WWW-Authenticate'); //=> 'Bearer'
 * ```
 */
export function problemResponse<P extends ProblemDetails>(
  problem: P & NotAType,
  init: ProblemResponseInit = {},
): Response {
  const status = responseStatus(problem);
  const sent = problem.status === undefined || problem.status === status ? problem : { ...problem, status };
  const headers = mergeHeaders(problemHeaders(sent), init.headers);
  return new Response(init.method?.toUpperCase() === 'HEAD' ? null : serializeProblem(sent), { status, headers });
}
