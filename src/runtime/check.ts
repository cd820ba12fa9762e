import type { Finding } from './check/findings.ts';
import { checkReceived } from './check/judge.ts';
import type { CheckOptions } from './check/options.ts';
import { received } from './read/received.ts';

export type { Finding, FindingCode } from './check/findings.ts';
export type { CheckOptions } from './check/options.ts';

/** A response that is not a fetch `Response`: recorded, or from another client. */
export interface RecordedResponse {
  status: number;
  headers: Headers | Iterable<readonly [string, string]> | Record<string, string | string[] | number | undefined>;
  /** Text, bytes or a parsed value. */
  body?: unknown;
  url?: string | undefined;
  method?: string | undefined;
}

/**
 * Judges a whole problem response: media type, status agreement, type, members, and the header duties of RFC 9110, 6585,
 * 6750 and 9449. Takes a fetch `Response` (a copy is read), a recorded one, or that of supertest, axios or fastify's
 * `inject`; of a bare body only the body is judged. Gives the findings, none when all is well. `title` is never pinned.
 * Never rejects.
 *
 * @example
 * ```ts
 * import { sessionInvalid } from '#package';
 * import { checkResponse } from '#package/check';
 *
 * const body = sessionInvalid();
 * const findings = await checkResponse({ status: 403, headers: { 'content-type': 'application/problem+json' }, body });
 * findings.map(({ code }) => code); //=> ['status-mismatch', 'status-of-type']
 * ```
 */
export async function checkResponse(
  response: Response | RecordedResponse | unknown,
  options?: CheckOptions,
): Promise<Finding[]> {
  return checkReceived(await received(response), options);
}
