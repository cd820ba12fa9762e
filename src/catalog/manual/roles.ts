import { findCausesOf } from '#runtime/causes/find.ts';
import type { Catalog, ProblemType } from '../catalog.ts';
import { causesData } from '../causes.ts';
import { reservedWords } from '../name-fault.ts';
import { blankType } from '../names.ts';

/** The problem types of a catalog that the examples of its guides use. */

export interface Roles {
  /** The type of most examples; best one that names what the request asked for, as "not found" does. */
  readonly main: ProblemType;
  /** A second type, best one without required members. */
  readonly other: ProblemType | undefined;
  /** A type with the status 401. */
  readonly login: ProblemType | undefined;
  /** A type whose `Retry-After` is one of its members. */
  readonly limit: ProblemType | undefined;
  /** A text of a type, and the cause that it shows. */
  readonly cause:
    | {
        readonly problem: ProblemType;
        readonly name: string;
        readonly detail: string;
        readonly isSure: boolean;
        /** Whether it is the text that shows it. */
        readonly isText: boolean;
      }
    | undefined;
}

/**
 * Returns the types that the catalog names for its examples, and picks the others; undefined where no type can be shown.
 * @param words words that the code of the guides uses, which no constructor or variable can have as its name
 */
export function rolesOf(catalog: Catalog, words: ReadonlySet<string>): Roles | undefined {
  const { main, other, login, limit, cause } = catalog.facts.manual?.examples ?? {};
  const usable = catalog.problems.filter((problem) => canBeShown(catalog, problem, words));
  const named = (name: string | undefined) => usable.find((problem) => problem.name === name);
  const chosen = named(main) ?? best(usable, (problem) => mainScore(catalog, problem, words));
  if (!chosen) return undefined;
  const others = usable.filter((problem) => problem !== chosen);
  const [causeType, causeName] = cause?.split('#') ?? [];
  const askedFor = named(causeType);
  return {
    main: chosen,
    other:
      named(other) ??
      best(others, (problem) => 2 * Number(requiredOf(catalog, problem).length === 0) + Number(problem.status === 401)),
    login: named(login) ?? usable.find(({ statuses }) => statuses[0] === 401),
    limit: [named(limit), ...usable].find((problem) => problem && retryMember(problem) !== undefined),
    cause: (askedFor && causeOf([askedFor], catalog, causeName)) ?? causeOf(usable, catalog, undefined),
  };
}

/** Names of the members that a constructor requires. */
export function requiredOf({ common, facts }: Catalog, { members }: ProblemType): string[] {
  const filled = facts.fill ?? {};
  const always = common.members.filter(({ name }) => !Object.hasOwn(filled, name));
  return [...members, ...always].filter(({ required }) => required).map(({ name }) => name);
}

/** The member that a type with one required member takes from the path of a request. */
export function pathMember(catalog: Catalog, problem: ProblemType, words: ReadonlySet<string>): string | undefined {
  const [name, ...more] = requiredOf(catalog, problem);
  const member = problem.members.find((each) => each.name === name);
  if (name === undefined || !member || more.length > 0) return undefined;
  const isPlain = Object.keys(member.schema).every((keyword) => /^(type|description|title)$/.test(keyword));
  const value = problem.example[name];
  const isName = typeof value === 'string' && /^[\w-]{1,40}$/.test(value) && member.schema.type === 'string';
  const isFree = /^[a-z]\w*$/i.test(name) && !reservedWords.has(name) && !words.has(name);
  return isPlain && isName && isFree && String(problem.example.detail).includes(value) ? name : undefined;
}

/** The member that `Retry-After` is made of. */
export function retryMember({ entry, members, example, statuses }: ProblemType): string | undefined {
  const [, name] = /^\{(\w+)\}$/.exec(entry.headers?.['Retry-After'] ?? '') ?? [];
  const isSeconds = name !== undefined && /^\d+$/.test(String(example[name]));
  return isSeconds && statuses[0] === 429 && members.some((member) => member.name === name) ? name : undefined;
}

function canBeShown(catalog: Catalog, problem: ProblemType, words: ReadonlySet<string>): boolean {
  const { entry, statuses, exportName, typeUri, example } = problem;
  const [status = 0] = statuses;
  const isWhole = requiredOf(catalog, problem).every((name) => example[name] !== undefined);
  return !entry.retired && typeUri !== blankType && status >= 400 && isWhole && !words.has(exportName);
}

function mainScore(catalog: Catalog, problem: ProblemType, words: ReadonlySet<string>): number {
  const isNamed = pathMember(catalog, problem, words) !== undefined;
  const values = requiredOf(catalog, problem).map((name) => problem.example[name]);
  const isPlain = values.length > 0 && values.every((value) => typeof value !== 'object');
  return 4 * Number(isNamed) + 2 * Number(isPlain) + Number(problem.status === 404);
}

/** The first of those with the highest score. */
function best(problems: readonly ProblemType[], score: (problem: ProblemType) => number): ProblemType | undefined {
  const scores = problems.map(score);
  return problems[scores.indexOf(Math.max(...scores))];
}

/** The first text that proves a cause; where none does, a text and the likeliest cause. */
function causeOf(problems: readonly ProblemType[], catalog: Catalog, asked: string | undefined): Roles['cause'] {
  let likeliest: Roles['cause'];
  for (const problem of problems) {
    const { type, title, status, detail } = problem.example;
    const members = Object.fromEntries(requiredOf(catalog, problem).map((name) => [name, problem.example[name]]));
    const texts = problem.answers.map((answer) => String(answer.example?.detail ?? answer.detail ?? ''));
    for (const text of [String(detail), ...texts.filter((each) => !/\*|\{[a-z]/.test(each))]) {
      const body = { type, title, status, detail: text, ...members };
      const { sure, possible, by } = findCausesOf(causesData(problem), body, { status: problem.status });
      const [cause] = [...sure, ...possible];
      if (!cause || (asked ?? cause.name) !== cause.name) continue;
      const found = { problem, name: cause.name, detail: text, isSure: sure.length === 1, isText: by === 'text' };
      if (found.isSure) return found;
      likeliest ??= found;
    }
  }
  return likeliest;
}
