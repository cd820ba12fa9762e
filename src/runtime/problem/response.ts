import type { NotAType, ProblemDetails } from './details.ts';
import { tellMissingChallenge } from './development.ts';
import { type HeaderFields, type HeaderFieldsInit, mergeHeaders } from './header-fields.ts';
import { problemHeaders } from './headers.ts';
import { responseStatus } from './status.ts';

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

/** A problem details object as it goes over the wire. */
export interface Outgoing {
  /** Status of the response, and of the problem where it has one. */
  readonly status: number;
  readonly problem: ProblemDetails;
  /** Header fields of the response. */
  readonly fields: HeaderFields;
  /** JSON text. */
  readonly body: string;
}

/**
 * Prepares a problem details object for sending, with the header fields that are given, or that it requires. Keeps only its readable standard members when anything in it cannot be
 * read or has no JSON form (a cycle, a `bigint`, a getter that throws), since whoever sends a problem is already handling a
 * failure. Never throws.
 */
export function outgoing(problem: ProblemDetails, fields?: HeaderFields): Outgoing {
  try {
    return prepared(problem, fields);
  } catch {
    return prepared(readable(problem), fields);
  }
}

function prepared(given: ProblemDetails, fields?: HeaderFields): Outgoing {
  const status = responseStatus(given);
  const problem = given.status === undefined || given.status === status ? given : { ...given, status };
  const body: string | undefined = JSON.stringify(problem);
  // A `toJSON` may give anything.
  if (!body?.startsWith('{')) throw 0;
  return { status, problem, fields: fields ?? problemHeaders(problem), body };
}

/** The standard members that can be read and have a JSON form. */
function readable(problem: ProblemDetails): ProblemDetails {
  const members: Record<string, unknown> = {};
  for (const name of ['type', 'title', 'status', 'detail', 'instance'] as const) {
    try {
      const member = problem[name];
      if (typeof member === 'string' || typeof member === 'number') members[name] = member;
    } catch {
      // A getter or a proxy threw: the member is left out.
    }
  }
  return members;
}

/**
 * Turns a problem details object into a fetch `Response`: its status, `application/problem+json`, and the header fields
 * of its problem type. The `status` member and the status of the response are always the same (RFC 9457 section 3.1.2);
 * a status that a response with a body cannot have becomes 500 in both. Throws when `init.headers` is not valid.
 *
 * @example
 * ```ts
 * import { problemResponse, sessionInvalid } from '#package';
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
  const sent = outgoing(problem);
  return responseOf(sent, mergeHeaders(sent.fields, init.headers), init.method);
}

/** A response with exactly these header fields. */
export function responseOf({ status, body }: Outgoing, headers: Headers, method?: string): Response {
  tellMissingChallenge(status, headers.get('www-authenticate'));
  return new Response(method?.toUpperCase() === 'HEAD' ? null : body, { status, headers });
}
