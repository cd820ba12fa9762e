import { type ProblemDetails, standardMembers } from '../problem/details.ts';
import type { AnyProblemType, Occurrence } from '../problem/type.ts';
import { isAbsolute, isPlainObject } from './interpret.ts';

/**
 * Whether a value is a problem details object; with a problem type, whether it is an occurrence of that type. The type
 * URI decides, compared as a whole (RFC 9457 section 3.1.1), whatever the status. The other members are not validated.
 * Takes what `readProblem` gave, or a parsed body; `undefined` is no problem. Never throws.
 *
 * @example
 * ```ts
 * import { isProblem, tokenInvalid } from 'arcp-problems';
 *
 * isProblem({ type: tokenInvalid.type, title: 'Invalid or Expired Token', status: 403 }, tokenInvalid); //=> true
 * isProblem({ type: 'http-01', status: 'valid' }); //=> false
 * ```
 */
export function isProblem<T extends AnyProblemType>(value: unknown, problemType: T): value is Occurrence<T>;
export function isProblem(value: unknown): value is ProblemDetails & { type: string };
export function isProblem(value: unknown, problemType?: AnyProblemType): boolean {
  try {
    const problem = Object(value) as Record<string, unknown>;
    if (typeof problem.type !== 'string') return false;
    if (problemType) return problem.type === problemType.type;
    if (!isPlainObject(problem)) return false;
    const others = Object.entries(standardMembers).filter(([name]) => name !== 'type' && problem[name] !== undefined);
    if (!others.every(([name, jsonType]) => typeof problem[name] === jsonType)) return false;
    return others.length > 0 || isAbsolute(problem.type);
  } catch {
    return false;
  }
}
