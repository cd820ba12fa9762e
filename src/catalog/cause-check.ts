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

function checkAnswers({ facts, common }: Catalog, problem: ProblemType, report: Report): void {
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
    for (const name of Object.keys({ ...answer.members, ...standardLess(answer.example) })) {
      if (known.has(name)) continue;
      report(`${place} names the member ${name}, which the interface does not have`, 'Add it, or correct the name.');
    }
    for (const route of answer.routes ?? []) {
      if (!facts.routes || Object.hasOwn(facts.routes, route)) continue;
      const near = nearest(route, Object.keys(facts.routes));
      report(
        `${place} names the route ${route}, which does not exist`,
        near ? `Did you mean "${near}"?` : 'Add it to routes.',
      );
    }
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
    for (const wanted of new Set(namesIn(fix))) {
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
