import type { CatalogData, ProblemData } from './data.ts';
import type { Schema } from './members.ts';
import { check } from './validator.ts';

/** What of two versions of a catalog differs, and which version of the package that asks for (Semantic Versioning). */

export const levels = ['patch', 'minor', 'major'] as const;
export type Level = (typeof levels)[number];

export interface Change {
  readonly level: Level;
  /** Name of the problem type; empty for the catalog as a whole. */
  readonly name: string;
  /** "member fees is new and required". */
  readonly fact: string;
}

/** All changes, the gravest first. */
export function diff(before: CatalogData, after: CatalogData): Change[] {
  const changes: Change[] = [];
  if (before.baseUri !== after.baseUri) {
    changes.push({ level: 'major', name: '', fact: `the base URI changed from ${before.baseUri} to ${after.baseUri}` });
  }
  for (const [level, fact] of memberChanges(before.members, after.members)) changes.push({ level, name: '', fact });
  const old = new Map(before.problems.map((problem) => [problem.name, problem]));
  for (const problem of after.problems) {
    const was = old.get(problem.name);
    old.delete(problem.name);
    if (!was) changes.push({ level: 'minor', name: problem.name, fact: 'the problem type is new' });
    else for (const [level, fact] of problemChanges(was, problem)) changes.push({ level, name: problem.name, fact });
  }
  for (const name of old.keys()) {
    changes.push({ level: 'major', name, fact: 'the problem type was removed; retire it instead' });
  }
  return changes.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level) || (a.name < b.name ? -1 : 1));
}

/** The version that the changes ask for; undefined when nothing changed. */
export function verdict(changes: readonly Change[]): Level | undefined {
  return levels.findLast((level) => changes.some((change) => change.level === level));
}

function* problemChanges(was: ProblemData, is: ProblemData): Generator<[Level, string]> {
  const statuses = (problem: ProblemData) => problem.statuses.join(', ');
  if (statuses(was) !== statuses(is)) {
    const added = was.statuses.every((status, index) => is.statuses[index] === status);
    yield [added ? 'minor' : 'major', `the status changed from ${statuses(was)} to ${statuses(is)}`];
  }
  if (was.retired === undefined && is.retired !== undefined) yield ['minor', 'the problem type is retired'];
  if (!same(was.headers, is.headers)) yield ['minor', 'its header fields changed'];
  yield* memberChanges(was.members, is.members);
  if (was.title !== is.title) yield ['patch', `the title changed from "${was.title}" to "${is.title}"`];
  const rest = ({ headers: _h, retired: _r, members: _m, title: _t, statuses: _s, ...prose }: ProblemData) => prose;
  const worded = (members: ProblemData['members']) => members.map(({ schema }) => schema);
  if (
    !same(rest(was), rest(is)) ||
    (!same(worded(was.members), worded(is.members)) && same(shape(worded(was.members)), shape(worded(is.members))))
  ) {
    yield ['patch', 'its wording changed'];
  }
}

function* memberChanges(before: ProblemData['members'], after: ProblemData['members']): Generator<[Level, string]> {
  const old = new Map(before.map((member) => [member.name, member]));
  for (const { name, required, schema } of after) {
    const was = old.get(name);
    old.delete(name);
    if (!was) {
      yield required
        ? ['major', `member ${name} is new and required`]
        : ['minor', `member ${name} is new and optional`];
      continue;
    }
    if (was.required !== required) yield ['major', `member ${name} became ${required ? 'required' : 'optional'}`];
    if (same(shape(was.schema), shape(schema))) continue;
    yield contains(schema, was.schema)
      ? ['minor', `member ${name} takes more values`]
      : ['major', `member ${name} takes other values`];
  }
  for (const name of old.keys()) yield ['major', `member ${name} was removed`];
}

/** Whether `wide` takes every value that `narrow` takes, as far as can be told. */
function contains(wide: Schema, narrow: Schema): boolean {
  const parts = (schema: Schema) => (schema.anyOf as Schema[] | undefined) ?? [schema];
  return parts(narrow).every((one) =>
    parts(wide).some((other) => containsPart(shape(other) as Schema, shape(one) as Schema)),
  );
}

function containsPart(wide: Schema, narrow: Schema): boolean {
  const list = (value: unknown) => (value === undefined ? undefined : [value].flat());
  const values = (schema: Schema) => list(schema.enum) ?? ('const' in schema ? [schema.const] : undefined);
  for (const [keyword, limit] of Object.entries(wide)) {
    const other = narrow[keyword];
    let holds = same(limit, other);
    if (keyword === 'type') {
      holds =
        list(other)?.every(
          (type) => list(limit)?.includes(type) || (type === 'integer' && list(limit)?.includes('number')),
        ) ?? false;
    } else if (keyword === 'enum' || keyword === 'const') {
      holds = values(narrow)?.every((value) => values(wide)?.some((allowed) => same(value, allowed))) ?? false;
    } else if (/^min/.test(keyword)) holds = typeof other === 'number' && other >= (limit as number);
    else if (/^max/.test(keyword)) holds = typeof other === 'number' && other <= (limit as number);
    else if (keyword === 'required') holds = (limit as string[]).every((name) => list(other)?.includes(name));
    else if (keyword === 'items' || keyword === 'additionalProperties') {
      holds ||= typeof limit === 'object' && typeof other === 'object' && contains(limit as Schema, other as Schema);
    } else if (keyword === 'properties') {
      const inner = (other ?? {}) as Record<string, Schema>;
      holds = Object.entries(limit as Record<string, Schema>).every(
        ([name, schema]) => inner[name] === undefined || contains(schema, inner[name]),
      );
    } else if ((keyword === 'pattern' || keyword === 'format') && values(narrow))
      holds =
        keyword === 'pattern' &&
        (values(narrow) ?? []).every((value) => check({ pattern: limit as string }, String(value)).length === 0);
    if (!holds) return false;
  }
  return true;
}

/** The schema without what only people read. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'description' || typeof inner !== 'string')
      .map(([key, inner]) => [key, shape(inner)]),
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
