import { STATUS_CODES } from 'node:http';
import type { ProblemType } from '#catalog/catalog.ts';
import { causesData, fixersOf, seenOf, stepsOf } from '#catalog/causes.ts';
import type { Guide } from '#catalog/guides.ts';
import type { Site } from '#catalog/site.ts';
import { reasonPhrase } from '#catalog/words.ts';
import type { Cause } from '#runtime/causes/cause.ts';
import { placedIn } from '../addresses.ts';
import { repliesGuide, repliesOf } from '../other-responses-of-guide.ts';
import type { FinderCause, FinderIndex, FinderType, State } from './index.ts';
import { indexedPages, plainText } from './make-pages.ts';
import { fillers } from './stop-words.ts';

/** The site's catalog and its guides -> the index of the search. */
export function finderIndex(site: Site, guides: readonly Guide[] = []): FinderIndex {
  const { catalog, routes, statuses, categories, paths, t } = site;
  const replies = guides.find(({ name }) => name === repliesGuide);
  const { facts, problems } = catalog;
  const position = new Map(problems.map(({ name }, at) => [name, at]));
  const known = Object.keys(STATUS_CODES)
    .map(Number)
    .filter((status) => status >= 400);
  const headers = new Set(Object.keys(facts.headers ?? {}));
  for (const { headers: read } of Object.values(facts.routes ?? {})) for (const name in read) headers.add(name);
  for (const problem of problems) for (const name of headerNames(problem)) headers.add(name);
  return {
    baseUri: facts.baseUri,
    root: paths.home,
    path: paths.index,
    ...(replies && { guide: paths.guide(repliesGuide) }),
    statuses: Object.fromEntries([...known, ...statuses.keys()].map((status) => [status, reasonPhrase(status)])),
    categories: Object.fromEntries([...categories.keys()].map((key) => [key, facts.categories[key]?.title ?? key])),
    retries: t.retry,
    fixers: t.fixer,
    headers: [...headers].sort(),
    routes: [...routes.values()].map(({ route, slug, answers }) => [
      route,
      slug,
      answers.flatMap(({ problem }) => position.get(problem.name) ?? []),
    ]),
    types: problems.map((problem) => finderType(site, problem)),
    pages: indexedPages(site, guides),
    replies: repliesOf(replies?.body ?? '', paths.guides),
  };
}

/** What the running server does with a type; without a measurement the documents are believed. */
export function stateOf({ retired, observed }: ProblemType['entry']): State {
  if (retired) return 'retired';
  return { yes: 'sent', 'in-special-cases': 'rare', no: 'unsent' }[observed?.sent ?? 'yes'] as State;
}

function finderType(site: Site, problem: ProblemType): FinderType {
  const { name, statuses, members, entry, causes } = problem;
  const { observed, clients = {} } = entry;
  const steps = stepsOf(problem);
  const seen = seenOf(entry);
  const raised = Object.values(clients);
  const prose = [
    entry.explanation,
    entry.now,
    entry.userMessage,
    ...causes.flatMap(({ cause, tell }) => [cause, tell]),
  ].join(' ');
  const notes = [entry.operators, observed?.note, ...steps.flatMap(({ step, note }) => [step, note])].join(' ');
  const { answers = [], items } = causesData(problem);
  const codes = [
    ...members.map((member) => member.name),
    ...steps.flatMap(({ request, settings = [] }) => [...Object.keys(request?.headers ?? {}), ...settings]),
    ...(entry.settings ?? []),
    ...Object.keys(clients).flatMap((methods) => methods.split(/,\s*/)),
    ...spans(`${entry.summary} ${prose} ${notes}`),
  ].filter((code) => /^[\w$.-]{2,}$/.test(code) && /[A-Z_.-]|^[a-z]+$/.test(code));
  return without({
    name,
    ...placedIn(site, problem),
    title: entry.title,
    status: statuses,
    category: entry.category,
    retry: entry.retry.when,
    by: fixersOf(entry),
    state: stateOf(entry),
    summary: entry.summary,
    aka: unique(entry.aliases ?? []),
    titles: unique(seen.titles.filter((title) => title !== entry.title)),
    answers,
    items,
    details: seen.details.includes(entry.example.detail) ? [] : [entry.example.detail],
    said: unique(raised.flatMap((text) => [...text.matchAll(/"([^"]{8,})"/g)].map(([, said = '']) => wild(said)))),
    classes: unique(
      raised.flatMap(spans).filter((code) => /^[A-Z]\w*$/.test(code) && /[a-z][A-Z]\w|Error$|Exception$/.test(code)),
    ),
    headers: {
      ...fixedHeaders(entry),
      ...Object.fromEntries(Object.keys(observed?.headers ?? {}).map((key) => [key, ''])),
    },
    codes: unique(codes),
    asked: entry.asked ?? [],
    causes: causes.map((cause) => finderCause(problem, cause)),
    words: wordsOf(prose, [name, entry.title, entry.summary, ...seen.details, entry.example.detail].join(' ')),
  });
}

function finderCause({ entry }: ProblemType, cause: Cause): FinderCause {
  const { name, short, tell, fix, sent } = cause;
  return without({
    name,
    text: plainText(short ?? cause.cause),
    more: plainText([short && cause.cause, tell, fix[0]?.step].filter(Boolean).join(' ')),
    asked: entry.causes[name]?.asked ?? [],
    ...(sent && { sent }),
  });
}

function headerNames(problem: ProblemType): string[] {
  const { headers, observed } = problem.entry;
  const asked = stepsOf(problem).flatMap(({ request }) => Object.keys(request?.headers ?? {}));
  return [
    ...Object.keys(headers ?? {}),
    ...Object.keys(observed?.headers ?? {}),
    ...(observed?.missingHeaders ?? []),
    ...asked,
  ];
}

function fixedHeaders({ headers = {}, observed }: ProblemType['entry']): Record<string, string> {
  const all: Record<string, string> = Object.fromEntries((observed?.missingHeaders ?? []).map((name) => [name, '']));
  for (const [name, value] of Object.entries(headers)) all[name] = value.includes('{') ? '' : value;
  return all;
}

/** Code spans of Markdown. */
function spans(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** `<path>` in a quoted text is a variable part. */
function wild(text: string): string {
  return text.replace(/<[^<>]*>/g, '*');
}

function wordsOf(text: string, known: string): string {
  const split = (from: string) => from.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? [];
  const skipped = new Set([...split(known), ...fillers]);
  return unique(split(text).filter((word) => !skipped.has(word))).join(' ');
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

/** Without what is empty, which makes the file smaller. A type that has any status has an empty list of them. */
function without<Value extends object>(value: Value): Value {
  const isFull = (part: unknown) => typeof part !== 'object' || Object.keys(part ?? {}).length > 0;
  return Object.fromEntries(Object.entries(value).filter(([name, part]) => name === 'status' || isFull(part))) as Value;
}
