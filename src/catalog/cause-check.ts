import type { Conditions } from '#runtime/causes/cause.ts';
import { namesIn } from '#runtime/causes/fill.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import type { Catalog, KnownAnswer, ProblemType } from './catalog.ts';
import { answerBody, causesData, exampleValues, reservedIds } from './causes.ts';
import { nearest } from './finding.ts';

/** What must hold between the causes of an entry, the responses that lead to them, and their fixes. */

export type Report = (fact: string, fix: string) => void;

export function causeFindings(catalog: Catalog, problem: ProblemType, report: Report): void {
  checkNames(problem, report);
  checkAnswers(catalog, problem, report);
  checkSteps(catalog, problem, report);
  checkReach(problem, report);
  checkValues(catalog, problem, report);
}

function checkNames({ causes }: ProblemType, report: Report): void {
  const names = causes.map(({ name }) => name);
  for (const { name, retired } of causes) {
    if (reservedIds.includes(name))
      report(`causes.${name} has the name of a section of the page`, 'Choose another name.');
    if (retired?.use !== undefined && (retired.use === name || !names.includes(retired.use)))
      report(
        `causes.${name}.retired.use names no other cause (was "${retired.use}")`,
        'Name the cause that took its place.',
      );
  }
}

/** What conditions name. */
interface Named extends Pick<Conditions, 'routes'> {
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Members and routes that conditions name must exist. */
function checkConditions(
  place: string,
  { members, routes }: Named,
  catalog: Catalog,
  problem: ProblemType,
  report: Report,
): void {
  const known = new Set([...problem.members, ...catalog.common.members].map(({ name }) => name));
  for (const name of Object.keys(members ?? {})) {
    if (known.has(name)) continue;
    report(`${place} names the member ${name}, which the interface does not have`, 'Add it, or correct the name.');
  }
  const all = catalog.facts.routes;
  for (const route of routes ?? []) {
    if (!all || Object.hasOwn(all, route)) continue;
    const near = nearest(route, Object.keys(all));
    report(
      `${place} names the route ${route}, which does not exist`,
      near ? `Did you mean "${near}"?` : 'Add it to routes.',
    );
  }
}

/** Steps for some responses only: readers of the page must see which, and one of the responses must be possible. */
function checkSteps(catalog: Catalog, problem: ProblemType, report: Report): void {
  const endpoints = problem.entry.endpoints?.map((each) => (typeof each === 'string' ? each : each.route));
  for (const { name, fix } of problem.causes) {
    for (const [index, { when, only, except }] of fix.entries()) {
      const place = `causes.${name}.fix[${index}]`;
      if (only && when === undefined)
        report(`${place} has only, and no when for those who read the page`, 'Say in when which responses it is for.');
      const all = Object.entries({ only, except }).flatMap(([field, given = []]) =>
        [given].flat().map((each: Conditions) => [field, each] as const),
      );
      for (const [field, conditions] of all) {
        if (Object.keys(conditions).length === 0)
          report(`${place}.${field} has no condition`, 'Say what the response has.');
        checkConditions(`${place}.${field}`, conditions, catalog, problem, report);
        const { routes } = conditions;
        if (routes && endpoints && !routes.some((route) => endpoints.includes(route)))
          report(
            `${place}.${field} names no route of the endpoints`,
            'Name a route that sends this type, or remove it.',
          );
      }
    }
  }
}

function checkAnswers(catalog: Catalog, problem: ProblemType, report: Report): void {
  const { facts, common } = catalog;
  const { answers, causes, entry, members } = problem;
  const names = causes.map(({ name }) => name);
  const known = new Set([...members, ...common.members].map(({ name }) => name));
  if (entry.items && entry.items.in !== 'detail' && !known.has(entry.items.in))
    report(`items.in names no member (was "${entry.items.in}")`, 'Name a member of the interface, or "detail".');
  const seen = new Set<string>();
  for (const [index, answer] of answers.entries()) {
    const place = `answers[${index}]`;
    for (const name of answer.causes ?? []) {
      if (names.includes(name)) continue;
      const near = nearest(name, names);
      report(
        `${place} names the cause "${name}", which does not exist`,
        near ? `Did you mean "${near}"?` : 'Add it to causes.',
      );
    }
    checkConditions(
      place,
      { ...answer, members: { ...answer.members, ...standardLess(answer.example) } },
      catalog,
      problem,
      report,
    );
    if (answer.item && !entry.items)
      report(`${place} has item, and the entry has no items`, 'Say in items where they are.');
    const { causes: _, example: __, ...conditions } = answer;
    const key = JSON.stringify(conditions);
    if (Object.keys(conditions).length === 0) report(`${place} has no condition`, 'Say what the response has.');
    else if (seen.has(key)) report(`${place} repeats the conditions of an earlier answer`, 'Join the two.');
    seen.add(key);
  }
  checkPlayed(problem, facts, report);
}

/** Each answer, as the server sends it, must lead to its own causes. */
function checkPlayed(problem: ProblemType, facts: Catalog['facts'], report: Report): void {
  for (const [index, answer] of problem.answers.entries()) {
    if (!isPlayable(problem, answer)) continue;
    const { sure, possible } = findCausesOf(
      causesData(problem),
      answerBody(problem, answer, facts),
      exchangeOf(answer),
    );
    const first = (sure[0] ?? possible[0])?.name;
    const [wanted] = answer.causes ?? [];
    if (wanted === undefined || first === wanted) continue;
    const found = first === undefined ? 'none' : `"${first}"`;
    report(
      `answers[${index}] leads to the cause ${found} first, not to "${wanted}"`,
      'Another answer fits its response better. Make the texts differ, or order the causes alike.',
    );
  }
}

/** A request that an answer asks for, as far as it can be told. */
export function exchangeOf({ request, routes }: KnownAnswer): {
  headers?: Record<string, string>;
  method?: string;
  url?: string;
} {
  const headers = Object.entries(request ?? {}).flatMap(([name, value]) =>
    value === false ? [] : [[name, value === true ? 'x' : value.replaceAll(/\*|[{}]/g, '')]],
  );
  const [method, path] = routes?.[0]?.split(' ') ?? [];
  return {
    ...(request && { headers: Object.fromEntries(headers) }),
    ...(method !== undefined && path !== undefined && { method, url: path }),
  };
}

/** Without a text of its own, or for an item that its example does not show, there is nothing to play. */
function isPlayable({ entry }: ProblemType, { detail, item, example }: KnownAnswer): boolean {
  if (detail === undefined && example?.detail === undefined) return false;
  return (
    item === undefined || (entry.items !== undefined && example !== undefined && Object.hasOwn(example, entry.items.in))
  );
}

function checkReach({ causes, answers, entry }: ProblemType, report: Report): void {
  const isRetired = entry.retired !== undefined || entry.observed?.sent === 'no';
  for (const { name, tell, sent, retired } of causes) {
    const isReached = answers.some((answer) => answer.causes?.includes(name));
    if (tell === undefined && !isReached && causes.length > 1)
      report(`causes.${name} cannot be told`, 'Name it in an answer, or say in tell what the reader can see.');
    if (
      sent === 'no' &&
      retired === undefined &&
      answers.some((answer) => answer.causes?.length === 1 && answer.causes[0] === name) &&
      !isRetired
    )
      report(`causes.${name} is never sent, and an answer leads to it`, 'Remove the answer, or sent.');
  }
}

/** Every `{name}` of a fix needs a value to show. */
function checkValues({ facts }: Catalog, problem: ProblemType, report: Report): void {
  for (const { name, fix } of problem.causes) {
    const values = exampleValues(problem, facts, name);
    for (const wanted of new Set(namesIn(fix.map(({ only: _, except: __, ...step }) => step)))) {
      if (Object.hasOwn(values, wanted)) continue;
      report(
        `causes.${name}.fix holds {${wanted}}, for which no example has a value`,
        'Capture it in an answer, or add it to values in index.ts.',
      );
    }
  }
}

function standardLess(example: KnownAnswer['example']): Record<string, unknown> {
  const { type: _, title: __, status: ___, detail: ____, instance: _____, ...members } = example ?? {};
  return members;
}
