import { validators } from './generated/validators.ts';
import type { AnyProblem } from './read/read.ts';
import { show } from './validate/show.ts';
import type { ProblemValidator, ValidationResult } from './validate/validate.ts';

export * from './generated/validators.ts';
export {
  type ProblemValidator,
  problemValidator,
  type RawValidator,
  type ValidationError,
  type ValidationResult,
} from './validate/validate.ts';

/**
 * Validates a value as an occurrence of whichever problem type of the catalog its `type` names. A value of another type
 * is not valid, with an error at `/type`. Never throws. One validator alone weighs far less than this.
 *
 * @example
 * ```ts
 * import { sessionInvalid } from '#package';
 * import { validate } from '#package/validators';
 *
 * validate(sessionInvalid()).valid; //=> true
 * validate({ type: 'https://example.com/other' }).errors[0]?.pointer; //=> '/type'
 * ```
 */
export function validate(value: unknown): ValidationResult<AnyProblem> {
  const type = typeOf(value);
  byType ??= new Map(validators.map((each: ProblemValidator) => [each.problemType.type, each]));
  const validator = byType.get(type);
  if (validator) return validator(value) as ValidationResult<AnyProblem>;
  const message = `must be the type URI of a problem type of the catalog (was ${show(type)})`;
  return { valid: false, errors: [{ pointer: '/type', message, keyword: 'enum' }] };
}

let byType: Map<unknown, ProblemValidator> | undefined;

function typeOf(value: unknown): unknown {
  try {
    return Object(value).type;
  } catch {
    return undefined;
  }
}
