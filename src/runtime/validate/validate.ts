import { stepsOf } from '../problem/json-pointer.ts';
import type { AnyProblemType, Occurrence } from '../problem/type.ts';
import type { ValidationError } from './error.ts';
import { type RawError, validationErrors } from './messages.ts';
import type { StandardSchema } from './standard-schema.ts';

export type { ValidationError } from './error.ts';

/** A compiled JSON Schema, as ajv writes it: answers yes or no, and leaves its errors on itself. */
export interface RawValidator {
  (value: unknown): boolean;
  errors?: readonly RawError[] | null;
}

/** What a validator answers. */
export type ValidationResult<Value> =
  | { readonly valid: true; readonly value: Value; readonly errors: readonly [] }
  | { readonly valid: false; readonly errors: readonly ValidationError[] };

/**
 * Tells whether a value is an occurrence of one problem type. Works wherever a Standard Schema is taken.
 *
 * @example
 * ```ts
 * import { validateRateLimitExceeded } from '#package/validators';
 *
 * const result = validateRateLimitExceeded({ type: validateRateLimitExceeded.problemType.type, retry_after: 'soon' });
 * if (!result.valid) console.log(result.errors[0]?.pointer); //=> '/retry_after'
 * ```
 */
export interface ProblemValidator<T extends AnyProblemType = AnyProblemType> {
  /** Judges a parsed JSON value. Never throws. */
  (value: unknown): ValidationResult<Occurrence<T>>;
  /** The problem type that this validator is for. */
  readonly problemType: T;
  readonly '~standard': StandardSchema<unknown, Occurrence<T>>;
}

/**
 * Joins a problem type and a compiled JSON Schema into a validator. Takes any function that answers a boolean and leaves
 * ajv's errors on itself.
 *
 * @example
 * ```ts
 * import { defineProblemType } from '#package';
 * import { problemValidator } from '#package/validators';
 *
 * const outOfStock = defineProblemType()({ type: 'https://shop.example/out-of-stock', title: 'Out of Stock', status: 409 });
 * const validate = problemValidator(outOfStock, (value) => Object(value).type === outOfStock.type);
 * validate(outOfStock()).valid; //=> true
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function problemValidator<T extends AnyProblemType>(problemType: T, check: RawValidator): ProblemValidator<T> {
  return validatorOf(
    problemType,
    (value) => check(value),
    (value) => validationErrors(check.errors ?? [], value),
  );
}

/** Joins a problem type, a yes/no, and what gives the errors of a value that does not fit. */
/* @__NO_SIDE_EFFECTS__ */
export function validatorOf<T extends AnyProblemType>(
  problemType: T,
  fits: (value: unknown, type: string) => boolean,
  errorsOf: (value: unknown) => readonly ValidationError[],
): ProblemValidator<T> {
  const { type } = problemType;
  const validate = (value: unknown): ValidationResult<Occurrence<T>> => {
    try {
      if (fits(value, type)) return { valid: true, value: value as Occurrence<T>, errors: [] };
      return { valid: false, errors: errorsOf(value) };
    } catch {
      const message = 'must be a JSON value (reading it threw an error)';
      return { valid: false, errors: [{ pointer: '', message, keyword: 'type' }] };
    }
  };
  return Object.assign(validate, {
    problemType,
    '~standard': {
      version: 1 as const,
      vendor: 'problem-catalog',
      validate: (value: unknown) => {
        const { valid, errors } = validate(value);
        if (valid) return { value: value as Occurrence<T> };
        return { issues: errors.map(({ pointer, message }) => ({ message, path: stepsOf(pointer) })) };
      },
    },
  });
}
