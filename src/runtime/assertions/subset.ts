import { isPlainObject } from '../read/interpret.ts';

/** How the test runner compares; it knows asymmetric matchers of its own that have no method, as Bun's. */
export type Equals = (actual: unknown, expected: unknown) => boolean;

/**
 * Whether a JSON value has all that is expected of it: objects may have more members, lists may not have more items. An
 * expected value may be an asymmetric matcher of any test framework, such as `expect.any(String)`.
 */
export function hasSubset(actual: unknown, expected: unknown, equals: Equals = Object.is): boolean {
  if (isAsymmetric(expected)) return expected.asymmetricMatch(actual);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((item, index) => hasSubset(actual[index], item, equals));
  }
  if (!isPlainObject(expected)) return equals(actual, expected);
  return (
    isPlainObject(actual) &&
    Object.entries(expected).every(
      ([name, value]) => Object.hasOwn(actual, name) && hasSubset(actual[name], value, equals),
    )
  );
}

function isAsymmetric(value: unknown): value is { asymmetricMatch(actual: unknown): boolean } {
  return typeof Object(value).asymmetricMatch === 'function';
}
