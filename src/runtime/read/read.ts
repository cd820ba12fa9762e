import { formerTypes } from '../generated/former-types.ts';
import type { CatalogProblem } from '../generated/index.ts';
import {
  type ProblemDetails,
  problemMediaType,
  type ReceivedUnknownProblem,
  type UnknownTypeUri,
} from '../problem/details.ts';
import type { Exchange } from '../problem/error.ts';
import type { AnyProblemType, Occurrence } from '../problem/type.ts';
import type { ProblemValidator, ValidationError } from '../validate/validate.ts';
import { essenceOf, textOf } from './body.ts';
import { exchangeOf, statusOf, urlOf } from './exchange.ts';
import { type Interpretation, interpret, isAbsolute, type Limits, type Parsed } from './interpret.ts';
import { explained, type NotAProblem, type Refusal, refusal } from './not-a-problem.ts';
import { type Received, settled } from './received.ts';

/**
 * An occurrence of any problem type of the catalog: a union told apart by `type`, so that a `switch` is checked for
 * exhaustiveness.
 */
export type AnyProblem = CatalogProblem;

/** What {@link readProblem} gives: a problem of the catalog or of `Own` types, or one of a type that neither knows. */
export type ReceivedProblem<Own extends AnyProblemType = never> = AnyProblem | Occurrence<Own> | ReceivedUnknownProblem;

/** Options of {@link readProblem}. */
export interface ReadOptions {
  /** Base for a relative `type`; the URL of the response where not given. RFC 9457 section 3.1.1. */
  baseUrl?: string | URL | undefined;
  /** Largest body to read, in bytes. @default 1048576 */
  maxBytes?: number | undefined;
  /** Deepest nesting to accept, in levels. @default 64 */
  maxDepth?: number | undefined;
  /**
   * Also read a problem that was sent as `application/json` or another JSON type: the response of an error, with a `type`,
   * or with a `title` and a `status`. @default false
   */
  acceptJson?: boolean | undefined;
  /**
   * Give a problem that was sent with a former type URI of a type of the catalog the present one: that of the successor of
   * a retired type, or of a type that was renamed. Its members stay as they are. @default false
   */
  acceptFormer?: boolean | undefined;
}

/** Options of {@link inspectProblem}. */
export interface InspectOptions extends ReadOptions {
  /** Validators to judge the members with: `validators` of `#package/validators`, or a few of them. */
  validators?: readonly ProblemValidator[] | undefined;
}

interface Facts {
  /** Status code, method and URL of the response that was read; empty when a text or a value was. */
  readonly exchange: Exchange;
  /** JSON Pointers of the standard members ignored since their JSON type was wrong. RFC 9457 section 3.1. */
  readonly ignored: readonly string[];
  /** Whether the `status` member and the response disagree. RFC 9457 section 3.1.2. */
  readonly statusMismatch: boolean;
}

/**
 * What {@link inspectProblem} finds. Without `validators` a problem is of kind `problem`. With them it is `known` when its
 * members fit its type, `known-invalid` when they do not, and `unknown` when no validator is for its type.
 */
export type Inspection =
  | (Facts & { readonly kind: 'problem'; readonly problem: ReceivedProblem })
  | (Facts & { readonly kind: 'known'; readonly problem: AnyProblem })
  | (Facts & {
      readonly kind: 'known-invalid';
      readonly problem: ProblemDetails & { type: string; [member: string]: unknown };
      readonly errors: readonly ValidationError[];
    })
  | (Facts & { readonly kind: 'unknown'; readonly problem: ReceivedUnknownProblem })
  | (NotAProblem & { readonly exchange: Exchange });

/**
 * Reads a problem details object as RFC 9457 asks of a consumer. Takes a response of fetch, axios, got, ky, undici,
 * superagent, supertest, Playwright or another client, an error that has one, or a promise of these; also JSON text, bytes,
 * a parsed value or a `ProblemError`. Returns the problem, or `undefined` when there is none: for a response, when its media
 * type is not `application/problem+json`. Never rejects. Of a fetch `Response` a copy is read, so that the body stays
 * yours; a stream, such as the body of `undici.request`, is read up if it is a problem.
 *
 * An absent `type` becomes `about:blank`, a relative one is resolved, standard members of the wrong JSON type are dropped,
 * and everything else is kept. The members of a known type are not validated: see {@link inspectProblem}. Types of your
 * own join the union by `readProblem<typeof outOfStock>(…)`.
 *
 * @example
 * ```ts
 * import { isProblem, problemResponse, readProblem, sessionInvalid } from '#package';
 *
 * const response = problemResponse(sessionInvalid({ detail: 'The session has ended.' }));
 * const problem = await readProblem(response);
 * if (isProblem(problem, sessionInvalid)) console.log(problem.detail); //=> 'The session has ended.'
 * ```
 */
export async function readProblem<Own extends AnyProblemType = never>(
  input: unknown,
  options?: ReadOptions,
): Promise<ReceivedProblem<Own> | undefined> {
  const { problem } = await interpretReceived(await settled(input), options);
  return problem as ReceivedProblem<Own> | undefined;
}

/**
 * Reads like {@link readProblem} and tells more: which kind of problem it is, whether its members fit its type, whether
 * the two statuses agree, what was ignored, and why something is not a problem. Never rejects.
 *
 * @example
 * ```ts
 * import { inspectProblem } from '#package';
 *
 * const found = await inspectProblem(new Response('<h1>Bad Gateway</h1>', { status: 502 }));
 * if (found.kind === 'not-a-problem') console.log(found.reason); //=> 'media-type'
 * ```
 */
export async function inspectProblem(input: unknown, options?: InspectOptions): Promise<Inspection> {
  const response = await settled(input);
  const found = await interpretReceived(response, options);
  const exchange = exchangeOf(response);
  return found.kind === 'problem' ? judge(found, exchange, options?.validators) : { ...explained(found), exchange };
}

export function limitsOf({ baseUrl, maxBytes = 1_048_576, maxDepth = 64 }: ReadOptions = {}, url?: string): Limits {
  return { baseUrl: baseUrl === undefined ? url : String(baseUrl), maxBytes, maxDepth };
}

/** The value of a body that is at hand: JSON text, bytes of it, or a parsed value. */
export function parseBody(body: unknown, { maxBytes }: Limits): Parsed | Refusal {
  const text = textOf(body);
  if (text === undefined) return { value: body };
  if (text.length > maxBytes) return refusal('too-large', maxBytes);
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') return refusal('empty');
  try {
    return { value: JSON.parse(json) };
  } catch {
    return refusal('syntax', json);
  }
}

/** What a response says, read as RFC 9457 asks. */
export async function interpretReceived(
  response: Received,
  options: ReadOptions = {},
): Promise<Interpretation | Refusal> {
  try {
    const { header, read } = response;
    const limits = limitsOf(options, urlOf(response));
    const essence = header ? essenceOf(header('content-type')) : problemMediaType;
    const isOther = essence !== problemMediaType;
    const isError = (statusOf(response.response) ?? 400) >= 400;
    if (isOther && !(options.acceptJson && isError && /[/+]json$/.test(essence))) {
      return refusal('media-type', { essence });
    }
    const { body, unreadable } = read ? await read(limits.maxBytes) : response;
    const found = interpret(unreadable ?? parseBody(body, limits), limits);
    const { problem } = found;
    if (!problem) return found;
    if (isOther && !saysProblem(problem)) return refusal('media-type', { essence, wasRead: true });
    if (options.acceptFormer) problem.type = (formerTypes.get(problem.type) ?? problem.type) as UnknownTypeUri;
    return found;
  } catch {
    return refusal('unreadable');
  }
}

/** Other JSON has a `type` or a `title` too. */
function saysProblem({ type, title, status }: ProblemDetails & { type: string }): boolean {
  return (type !== 'about:blank' && isAbsolute(type)) || (title !== undefined && status !== undefined);
}

/** Adds to an interpretation what the response and the validators say. */
export function judge(
  { problem, ignored }: Interpretation,
  exchange: Exchange,
  validators?: readonly ProblemValidator[],
): Inspection {
  const { status } = exchange;
  const statusMismatch = status !== undefined && problem.status !== undefined && problem.status !== status;
  const facts: Facts = { exchange, ignored, statusMismatch };
  if (!validators) return { kind: 'problem', problem: problem as ReceivedProblem, ...facts };
  const validate = validators.find(({ problemType }) => problemType.type === problem.type);
  if (!validate) return { kind: 'unknown', problem, ...facts };
  const { valid, errors } = validate(problem);
  return valid
    ? { kind: 'known', problem: problem as ProblemDetails as AnyProblem, ...facts }
    : { kind: 'known-invalid', problem, errors, ...facts };
}
