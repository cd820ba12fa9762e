import type { AnyProblemType } from '../problem/type.ts';
import { isObject, members, type Row, type Rows, report } from './rows.ts';
import { show } from './show.ts';
import { type ProblemValidator, validatorOf } from './validate.ts';

/**
 * Joins a problem type, a yes/no and a table into a validator. The table is read only for a value that does not fit.
 * @param common rows of the members that all types have
 * @param own rows of the members of this type
 * @param required members that must be present, in addition to `type`
 */
/* @__NO_SIDE_EFFECTS__ */
export function tableValidator<T extends AnyProblemType>(
  problemType: T,
  fits: (value: unknown, type: string) => boolean,
  common: Rows,
  own: Rows,
  required: readonly string[] = [],
): ProblemValidator<T> {
  const { type } = problemType;
  const isType: Row = [[(value) => value === type, 'const', `be ${show(type)}`]];
  const rows = members({ type: isType, ...common, ...own }, ['type', ...required]);
  const row: Row = [[isObject, 'type', 'be an object', [rows]]];
  return validatorOf(problemType, fits, (value) => report(row, value, '', []));
}
