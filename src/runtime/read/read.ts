import type { CatalogProblem } from '../generated/index.ts';
import { type ProblemDetails, problemMediaType, type UnknownProblem } from '../problem/details.ts';
import type { AnyProblemType, Occurrence } from '../problem/type.ts';
import type { ProblemValidator, ValidationError } from '../validate/validate.ts';
import { essenceOf, isMessage, type Message, readBody, textOf } from './body.ts';
import { type Interpretation, interpretText, interpretValue, type Limits } from './interpret.ts';
import { type NotAProblem, notAProblem, unreadable } from './not-a-problem.ts';

/**
 * An occurrence of any problem type of the catalog: a union told apart by `type`, so that a `switch` is checked for
 * exhaustiveness.
 */
export type AnyProblem = CatalogProblem;

/** What {@link readProblem} gives: a problem of the catalog or of `Own` types, or one of a type that neither knows. */
export type ReceivedProblem<Own extends AnyProblemType = never> = AnyProblem | Occurrence<Own> | UnknownProblem;

/** Options of {@link readProblem}. */
export interface ReadOptions {
  /** Base for a relative `type`; the URL of the response where not given. RFC 9457 section 3.1.1. */
  baseUrl?: string | URL | undefined;
  /** Largest body to read, in bytes. @default 1048576 */
  maxBytes?: number | undefined;
  /** Deepest nesting to accept, in levels. @default 64 */
  maxDepth?: number | undefined;
}

/** Options of {@link inspectProblem}. */
export interface InspectOptions extends ReadOptions {
  /** Validators to judge the members with: `validators` of `arcp-problems/validators`, or a few of them. */
  validators?: readonly ProblemValidator[] | undefined;
}

interface Facts {
  /** JSON Pointers of the standard members ignored since their JSON type was wrong. RFC 9457 section 3.1. */
  readonly ignored: readonly string[];
  /** Status code of the response; absent when a text or a value was read. */
  readonly responseStatus: number | undefined;
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
  | (Facts & { readonly kind: 'unknown'; readonly problem: UnknownProblem })
  | NotAProblem;

/**
 * Reads a problem details object as RFC 9457 asks of a consumer. Takes a fetch `Response` (a copy is read, so the body
 * stays yours), JSON text, bytes, or a parsed value. Gives the problem, or `undefined` when it is none: for a response,
 * when its media type is not `application/problem+json`. Never rejects, whatever the input.
 *
 * An absent `type` becomes `about:blank`, a relative one is resolved, standard members of the wrong JSON type are dropped,
 * and everything else is kept. The members of a known type are not validated: see {@link inspectProblem}. Types of your
 * own join the union by `readProblem<typeof outOfStock>(…)`.
 *
 * @example
 * ```ts
 * import { isProblem, problemResponse, readProblem, sessionInvalid } from 'arcp-problems';
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
  const { problem } = await inspectProblem(input, { ...options, validators: undefined });
  return problem as ReceivedProblem<Own> | undefined;
}

/**
 * Reads like {@link readProblem} and tells more: which kind of problem it is, whether its members fit its type, whether
 * the two statuses agree, what was ignored, and why something is not a problem. Never rejects.
 *
 * @example
 * ```ts
 * import { inspectProblem } from 'arcp-problems';
 *
 * const found = await inspectProblem(new Response('<h1>Bad Gateway</h1>', { status: 502 }));
 * if (found.kind === 'not-a-problem') console.log(found.reason); //=> 'media-type'
 * ```
 */
export async function inspectProblem(input: unknown, options?: InspectOptions): Promise<Inspection> {
  try {
    const source = await input;
    const { validators, ...read } = options ?? {};
    if (!isMessage(source)) return judge(interpret(source, limitsOf(read)), undefined, validators);
    const found = await interpretMessage(source, limitsOf(read, source.url));
    return judge(found, source.status, validators);
  } catch {
    return unreadable;
  }
}

export function limitsOf({ baseUrl, maxBytes = 1_048_576, maxDepth = 64 }: ReadOptions = {}, url?: string): Limits {
  return { baseUrl: baseUrl === undefined ? url || undefined : String(baseUrl), maxBytes, maxDepth };
}

/** A body that is at hand: text, bytes or a parsed value. */
export function interpret(body: unknown, limits: Limits): Interpretation | NotAProblem {
  const text = textOf(body);
  return text === undefined ? interpretValue(body, limits) : interpretText(text, limits);
}

async function interpretMessage(message: Message, limits: Limits): Promise<Interpretation | NotAProblem> {
  const essence = essenceOf(message.headers.get('content-type'));
  if (essence !== problemMediaType) return notAProblem('media-type', mediaTypeReason(essence));
  const body = await readBody(message, limits.maxBytes);
  return typeof body === 'string' ? interpretText(body, limits) : body;
}

export function mediaTypeReason(essence: string): string {
  if (essence === '') return `There is no Content-Type; a problem has ${problemMediaType}.`;
  const xml = essence === 'application/problem+xml' ? ' Read it with readProblemXml.' : '';
  return `The media type is ${essence}, not ${problemMediaType}.${xml}`;
}

/** Adds to an interpretation what the response and the validators say. */
export function judge(
  found: Interpretation | NotAProblem,
  responseStatus: number | undefined,
  validators?: readonly ProblemValidator[],
): Inspection {
  if (found.kind === 'not-a-problem') return found;
  const { problem, ignored } = found;
  const statusMismatch =
    responseStatus !== undefined && problem.status !== undefined && problem.status !== responseStatus;
  const facts: Facts = { ignored, responseStatus, statusMismatch };
  if (!validators) return { kind: 'problem', problem: problem as ReceivedProblem, ...facts };
  const validate = validators.find(({ problemType }) => problemType.type === problem.type);
  if (!validate) return { kind: 'unknown', problem, ...facts };
  const { valid, errors } = validate(problem);
  return valid
    ? { kind: 'known', problem: problem as ProblemDetails as AnyProblem, ...facts }
    : { kind: 'known-invalid', problem, errors, ...facts };
}
