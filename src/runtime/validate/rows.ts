import { stepTo } from '../problem/json-pointer.ts';
import type { ValidationError } from './error.ts';
import { show } from './show.ts';

/** The table of a validator: what each member must be, and how to say where it is not. */

/** Everything that must hold for a value, in the order of the errors. */
export type Row = readonly Test[];

/** One thing that must hold, and what else where it does. `expected` completes "must …". Or a test of the parts of a value. */
export type Test = readonly [fits: Fits, keyword: string, expected: string, then?: Row] | Report;

/** Appends an error for each way in which a value does not fit. `pointer` is the JSON Pointer to the value. */
type Report = (value: unknown, pointer: string, errors: ValidationError[]) => void;

export type Rows = Readonly<Record<string, Row>>;

/** A yes/no, written by the build: it may read members of anything. */
// biome-ignore lint/suspicious/noExplicitAny: a schema in code has no static type
export type Fits = (value: any) => boolean;

/** Appends the errors of a value, and returns all. */
export function report(row: Row, value: unknown, pointer: string, errors: ValidationError[]): ValidationError[] {
  for (const test of row) {
    if (typeof test === 'function') test(value, pointer, errors);
    // By index: taking an array apart calls its iterator.
    else if (!test[0](value)) {
      errors.push({ pointer, message: `must ${test[2]} (was ${show(value)})`, keyword: test[1] });
    } else if (test[3]) report(test[3], value, pointer, errors);
  }
  return errors;
}

/** Tests of the values that fit; any other is judged elsewhere. */
/* @__NO_SIDE_EFFECTS__ */
export function where(fits: Fits, row: Row): Report {
  return (value, pointer, errors) => {
    if (fits(value)) report(row, value, pointer, errors);
  };
}

/** Members of an object: those that must be present, and what each must be. */
/* @__NO_SIDE_EFFECTS__ */
export function members(rows: Rows, required: readonly string[] = []): Report {
  const list = Object.entries(rows).map(([name, row]) => [name, stepTo(name), row] as const);
  return (value, pointer, errors) => {
    const object = value as Record<string, unknown>;
    for (const name of required) {
      if (object[name] !== undefined) continue;
      errors.push({ pointer: pointer + stepTo(name), message: 'must be present (was absent)', keyword: 'required' });
    }
    for (const [name, path, row] of list) {
      if (object[name] !== undefined) report(row, object[name], pointer + path, errors);
    }
  };
}

/** What each other member of an object must be. */
/* @__NO_SIDE_EFFECTS__ */
export function otherMembers(row: Row, known: readonly string[] = []): Report {
  return (value, pointer, errors) => {
    const object = value as Record<string, unknown>;
    for (const name in object) if (!known.includes(name)) report(row, object[name], pointer + stepTo(name), errors);
  };
}

/** What each item of an array must be, from the item at `first` on. */
/* @__NO_SIDE_EFFECTS__ */
export function items(row: Row, first = 0): Report {
  return (value, pointer, errors) => {
    const list = value as readonly unknown[];
    for (let at = first; at < list.length; at++) report(row, list[at], `${pointer}/${at}`, errors);
  };
}

/** What the first items of an array must be, one row each. */
/* @__NO_SIDE_EFFECTS__ */
export function firstItems(...rows: readonly Row[]): Report {
  return (value, pointer, errors) => {
    const list = value as readonly unknown[];
    for (const [at, row] of rows.entries()) if (at < list.length) report(row, list[at], `${pointer}/${at}`, errors);
  };
}

/**
 * Alternatives. Where one got further than the type of the value, its errors are the ones that help; else one error
 * names the types of all.
 */
/* @__NO_SIDE_EFFECTS__ */
export function any(fits: Fits, expected: string, ...rows: readonly Row[]): Report {
  return (value, pointer, errors) => {
    if (fits(value)) return;
    const found = rows.flatMap((row) => report(row, value, pointer, []));
    const deeper = found.filter((error) => error.keyword !== 'type' || error.pointer !== pointer);
    for (const error of deeper) errors.push(error);
    if (deeper.length === 0) report([[fits, 'type', expected]], value, pointer, errors);
  };
}

/** Whether a value is what JSON calls an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether every item of an array fits, from the item at `first` on, holes among them. */
export function everyItem(list: readonly unknown[], fits: Fits, first = 0): boolean {
  for (let at = first; at < list.length; at++) if (!fits(list[at])) return false;
  return true;
}

/** Whether every member of an object fits whose name is not among the known ones. */
export function everyOtherMember(object: Record<string, unknown>, fits: Fits, known: readonly string[] = []): boolean {
  for (const name in object) if (!known.includes(name) && !fits(object[name])) return false;
  return true;
}

/** Number of characters, which for some is less than that of UTF-16 code units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
