import type { Cause } from '#runtime/causes/cause.ts';
import type { Catalog, ProblemType } from '../catalog.ts';
import { causeExample } from '../causes.ts';
import { statusesText } from '../text.ts';
import { typeTable } from '../type-table.ts';
import { english, reasonPhrase } from '../words.ts';
import { type Roles, retryMember } from './roles.ts';

/** What the command of the package prints of the types of the examples; `…` for what depends on the width. */

/** The overview of a type. */
export function overviewOf({ facts }: Catalog, problem: ProblemType) {
  const { entry, statuses, causes, name, pageUri } = problem;
  const category = facts.categories[entry.category]?.title ?? entry.category;
  const cause = firstCause(problem);
  const head = (topic: string, address: string) => {
    const plate = `${topic} · ${statusesText(statuses, english)} · ${category}`;
    return [startOf(entry.title), startOf(plate), address].join('\n');
  };
  const item = `  ${cause.name}\n    ${startOf(cause.cause, 72)}\n…\n    ${cause.address}\n…`;
  return {
    head: head(name, pageUri),
    summary: startOf(entry.summary),
    now: startOf(entry.now, 58),
    cause: cause.name,
    causeHead: head(`${name}#${cause.name}`, cause.address),
    /** The first of several causes; one alone is part of the overview. */
    causes: causes.length > 1 ? `Causes\n\n${item}` : null,
  };
}

/** The cause that is listed first; each type has one. */
function firstCause({ causes }: ProblemType): Cause {
  const isUnseen = ({ sent, retired }: Cause) => sent === 'no' || retired !== undefined;
  return causes.toSorted((a, b) => Number(isUnseen(a)) - Number(isUnseen(b)))[0] as Cause;
}

/** The beginning of a text that can be longer than a line, or have marks of Markdown. */
function startOf(text: string, width = 76): string {
  const [plain = ''] = /^[^*_[\]<>\\]*/.exec(text) ?? [];
  if (plain.length === text.length && text.length <= width) return text;
  return `${plain.slice(0, width - 2).replace(/\s\S*$/, '')}…`;
}

/** The types of a category with the class of a status, as `list` prints them. */
export function listOf({ facts, problems }: Catalog, { entry: { category }, status }: ProblemType) {
  const family = String(status).slice(0, 1);
  const rows = problems
    .filter(({ entry, statuses }) => entry.category === category && statuses.some((code) => String(code)[0] === family))
    .map(({ name, statuses, entry }) => {
      const { title, retry, retired } = entry;
      return { name, statuses, title, category, retry: retry.when, isRetired: retired !== undefined };
    });
  return { options: `--category ${category} --status ${family}xx`, rows: typeTable(rows, facts.categories, 80) };
}

/** A response with a mistake, and what the command says of it. */
export function mistakeOf({ problem, name, detail, isSure, isText }: NonNullable<Roles['cause']>, given: object) {
  const { entry, typeUri, status, causes } = problem;
  const other = status === 403 ? 400 : 403;
  const cause = causes.find((each) => each.name === name);
  const known = isSure && isText ? cause : undefined;
  const body = { type: typeUri, title: entry.title, status: other, detail, ...given };
  const found = known ? [`  cause    ${startOf(known.cause.replaceAll('`', ''), 66)}`, '…'] : [];
  return {
    status,
    other,
    topic: problem.name,
    title: entry.title,
    facts: factLines([
      ['Status', String(status)],
      ['Detail', startOf(detail, 66)],
      ...(isSure && cause ? [['Cause', startOf(cause.cause, 66)] as const, ['Address', cause.address] as const] : []),
    ]),
    meaning: [...found, `  Meaning and fix: …explain ${problem.name}${known ? `#${name}` : ''}`].join('\n'),
    response: [
      `HTTP/1.1 ${status} ${reasonPhrase(status)}`,
      'Content-Type: application/problem+json\n',
      JSON.stringify(body, null, 2),
    ].join('\n'),
  };
}

function factLines(facts: readonly (readonly [label: string, text: string])[]): string {
  const width = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`).join('\n');
}

/** What the mock server sends for the first cause of a type. */
export function mockOf({ facts }: Catalog, problem: ProblemType) {
  const cause = firstCause(problem).name;
  const { status, ...members } = { ...problem.example, ...causeExample(problem, cause, facts) };
  const retry = retryMember(problem);
  const seconds = retry === undefined ? undefined : members[retry as keyof typeof members];
  return {
    cause,
    status: `${status} ${reasonPhrase(Number(status))}`,
    retryAfter: seconds === undefined ? null : `retry-after: ${seconds}`,
  };
}
