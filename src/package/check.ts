import { essenceOf } from './body.ts';
import { checkBody } from './check-body.ts';
import { checkHeaders } from './check-headers.ts';
import { type Finding, type Report, reporter } from './findings.ts';
import { validators } from './generated/validators.ts';
import { isPlainObject, resolve } from './interpret.ts';
import { isProblem } from './is-problem.ts';
import { problemMediaType } from './problem-details.ts';
import type { AnyProblemType } from './problem-type.ts';
import { interpret, limitsOf, mediaTypeReason } from './read.ts';
import { isEmptyObject, type Received, received } from './received.ts';
import type { ProblemValidator } from './validate.ts';

export type { Finding, FindingCode } from './findings.ts';

/** Options of {@link checkResponse}. */
export interface CheckOptions {
  /** Make an error of a duty that is often neglected, such as `WWW-Authenticate` on a 401. @default false */
  strict?: boolean | undefined;
  /** Base for a relative `type`; the URL of the response where not given. */
  baseUrl?: string | URL | undefined;
  /** Problem types of your own, or their validators, beside those of the catalog. */
  types?: readonly (AnyProblemType | ProblemValidator)[] | undefined;
  /** Method of the request. A response to `HEAD` has no body to judge. */
  method?: string | undefined;
}

/** A response that is not a fetch `Response`: recorded, or from another client. */
export interface RecordedResponse {
  status: number;
  headers: HeadersInit | Record<string, string | string[] | number | undefined>;
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
 * import { sessionInvalid } from 'arcp-problems';
 * import { checkResponse } from 'arcp-problems/check';
 *
 * const body = sessionInvalid();
 * const findings = await checkResponse({ status: 403, headers: { 'content-type': 'application/problem+json' }, body });
 * findings.map(({ code }) => code); //=> ['status-mismatch', 'status-of-type']
 * ```
 */
export async function checkResponse(
  response: Response | RecordedResponse | unknown,
  options: CheckOptions = {},
): Promise<Finding[]> {
  try {
    return checkReceived(await received(response), options);
  } catch {
    const findings: Finding[] = [];
    reporter(findings, false)('not-a-problem', 'must be a problem response. Reading it failed with an error.');
    return findings;
  }
}

/** Judges a response that has been brought into one shape. */
export function checkReceived(response: Received, options: CheckOptions = {}): Finding[] {
  const findings: Finding[] = [];
  const report = reporter(findings, options.strict ?? false);
  const { status, header } = response;
  const limits = limitsOf({ baseUrl: options.baseUrl, maxBytes: Number.POSITIVE_INFINITY }, response.url);
  const isHead = (options.method ?? response.method)?.toUpperCase() === 'HEAD';
  const body = isHead ? undefined : problemBody(response, report);
  const uri = typeof body?.type === 'string' ? resolve(body.type, limits.baseUrl) : 'about:blank';
  const known = findType(uri, options.types ?? []);
  if (body) checkBody(body, uri, status, known, report);
  if (status !== undefined && header) checkHeaders(status, header, body, known?.problemType, report);
  return findings;
}

/** What is known of a type: the type, and its validator where there is one. */
export interface Known {
  readonly problemType: AnyProblemType | undefined;
  readonly validator: ProblemValidator | undefined;
  /** A known type URI that differs in nothing but case, scheme or a trailing slash. */
  readonly variantOf: string | undefined;
}

function findType(uri: string, own: readonly (AnyProblemType | ProblemValidator)[]): Known {
  const all = [...own, ...validators].map((candidate) =>
    'problemType' in candidate
      ? { problemType: candidate.problemType as AnyProblemType, validator: candidate as ProblemValidator }
      : { problemType: candidate, validator: undefined },
  );
  const exact = all.find(({ problemType }) => problemType.type === uri);
  if (exact) return { ...exact, variantOf: undefined };
  const close = all.find(({ problemType }) => loosely(problemType.type) === loosely(uri));
  return { problemType: undefined, validator: undefined, variantOf: close?.problemType.type };
}

function loosely(uri: string): string {
  return uri
    .toLowerCase()
    .replace(/^http:/, 'https:')
    .replace(/\/+$/, '');
}

/** The parsed body, if it can be a problem details object at all; what it is instead is reported. */
function problemBody(response: Received, report: Report): Record<string, unknown> | undefined {
  const { header, body, unreadable } = response;
  if (unreadable) return void report('not-a-problem', `must be a problem details object. ${unreadable.message}`);
  const essence = header ? essenceOf(header('content-type')) : problemMediaType;
  const found = interpret(body, limitsOf({ maxBytes: Number.POSITIVE_INFINITY }));
  const value = parsed(body);
  if (essence !== problemMediaType) {
    if (found.kind === 'problem' && isProblem(value)) {
      const was = header?.('content-type') ?? 'absent';
      report('media-type', `must be ${problemMediaType} (was ${was})`, { header: 'Content-Type' });
      return { ...value };
    }
    const holds =
      isPlainObject(value) && !isEmptyObject(value) ? ` Its members are ${Object.keys(value).join(', ')}.` : '';
    return void report('not-a-problem', `must be a problem response. ${mediaTypeReason(essence)}${holds}`);
  }
  if (found.kind === 'problem' && isPlainObject(value)) return value;
  const message = found.kind === 'problem' ? '' : found.message;
  return void report('not-a-problem', `must be a problem details object. ${message}`);
}

function parsed(body: unknown): unknown {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
