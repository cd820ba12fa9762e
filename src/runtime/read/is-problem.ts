import { formerTypes } from '../generated/former-types.ts';
import { type ProblemDetails, standardMembers } from '../problem/details.ts';
import type { AnyProblemType, Occurrence } from '../problem/type.ts';
import { isAbsolute, isPlainObject } from './interpret.ts';

/** Options of {@link isProblem}. */
export interface IsProblemOptions {
  /**
   * Also accept the type URIs that the problem type had before: those of types that were retired in its favor, and its
   * former names. Their members may differ. @default false
   */
  acceptFormer?: boolean | undefined;
}

/**
 * Returns whether a value is a problem details object; with a problem type, whether it is an occurrence of that type; with a
 * list of types, whether it is one of any of them. The type URI decides, compared as a whole (RFC 9457 section 3.1.1),
 * regardless of the status. The other members are validated only if the type was defined with a schema. Takes what
 * `readProblem` returned, or a parsed body; `undefined` is not a problem. Never throws.
 *
 * @example
 * ```ts
 * import { isProblem, sessionInvalid, tokenInvalid } from '#package';
 *
 * isProblem({ type: tokenInvalid.type, title: 'Invalid or Expired Token', status: 403 }, tokenInvalid); //=> true
 * isProblem(tokenInvalid(), [sessionInvalid, tokenInvalid]); //=> true
 * isProblem({ type: 'http-01', status: 'valid' }); //=> false
 * ```
 */
export function isProblem<T extends AnyProblemType>(
  value: unknown,
  problemType: T | readonly T[],
): value is Occurrence<T>;
export function isProblem<T extends AnyProblemType>(
  value: unknown,
  problemType: T | readonly T[],
  options: IsProblemOptions,
): value is Omit<Occurrence<T>, 'type'> & { type: string };
export function isProblem(value: unknown): value is ProblemDetails & { type: string };
export function isProblem(
  value: unknown,
  problemType?: AnyProblemType | readonly AnyProblemType[],
  { acceptFormer }: IsProblemOptions = {},
): boolean {
  try {
    const problem = Object(value) as Record<string, unknown>;
    if (typeof problem.type !== 'string') return false;
    if (problemType) {
      const present = acceptFormer && formerTypes.get(problem.type);
      return [problemType].flat().some(({ type, validate }) => {
        if (type === problem.type) return validate?.(value).valid !== false;
        return type === present && validate?.({ ...problem, type }).valid !== false;
      });
    }
    if (!isPlainObject(problem)) return false;
    const members = Object.entries(standardMembers).filter(([name]) => problem[name] !== undefined);
    const isFit = members.every(([name, jsonType]) => typeof problem[name] === jsonType);
    return isFit && (members.length > 1 || isAbsolute(problem.type));
  } catch {
    return false;
  }
}
