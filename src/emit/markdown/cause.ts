import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { exampleValues, itemText } from '#catalog/causes.ts';
import type { Fixer, Request, Retry } from '#catalog/entry.ts';
import { curlText } from '#catalog/request.ts';
import { dotted } from '#catalog/text.ts';
import { type EntryWords, reasonPhrase } from '#catalog/words.ts';
import type { Answer, Cause, CauseStep, CausesOfType } from '#runtime/causes/cause.ts';
import { filledFix } from '#runtime/causes/fill.ts';
import { capitalized, code, fenced, indented } from './parts.ts';

/** A cause as Markdown: how to tell it, its steps, and how it arrives. */

/** @param shown requests that stand above already, and are not repeated; those of this cause are added */
export function causeMarkdown(catalog: Catalog, problem: ProblemType, cause: Cause, shown: Set<string>): string {
  const { entry, answers, status } = problem;
  const t = catalog.translation;
  const { label, markdown } = t;
  const { name, address, tell, fixedBy, retry, sent, retired } = cause;
  const arrives = arrivals({ answers, items: entry.items }, name, status, t);
  const facts = [
    `- **${markdown.address}:** ${address}`,
    ...(sent === 'no' ? [`- ${markdown.neverSent}`] : []),
    ...(sent === 'in-special-cases' ? [`- ${markdown.rarelySent}`] : []),
    ...(retired ? [`- ${t.problem.goneSince(retired.in)} ${retired.because}`] : []),
    ...(tell ? [`- **${label.tell}:** ${tell}`] : []),
    ...(arrives.length > 0 ? [`- **${label.inResponse}:** ${arrives.join('; ')}.`] : []),
    ...(fixedBy === entry.fixedBy ? [] : [`- **${label.fixer}:** ${t.fixer[fixedBy as Fixer]}.`]),
    ...(retry.when === entry.retry.when
      ? []
      : [`- **${label.retry}:** ${t.retry[retry.when as Retry]}. ${retry.because}`]),
  ];
  const fix = filledFix(cause.fix, exampleValues(problem, catalog.facts, name));
  return [`### ${name}`, cause.cause, facts.join('\n'), stepsMarkdown(catalog, fix, shown, t)].join('\n\n');
}

/** Steps as a numbered list, with their requests as curl commands. */
export function stepsMarkdown(
  { facts }: { readonly facts: { readonly server: { readonly url: string } } },
  steps: readonly CauseStep[],
  shown: Set<string>,
  { label, markdown }: EntryWords,
): string {
  return steps
    .map(({ step, when, request, expect, note, settings = [] }, index) => {
      const command = request && curlText(request as Request, facts.server.url);
      const isShown = command !== undefined && shown.has(command);
      if (command !== undefined) shown.add(command);
      const after = [
        expect ? `${label.expected}: ${expect} ${reasonPhrase(expect)}.` : '',
        note ?? '',
        settings.length > 0 ? `${label.settings}: ${settings.map(code).join(', ')}.` : '',
      ];
      const lead = `${index + 1}. ${when ? `*${capitalized(when)}:* ` : ''}${step}${isShown ? ` ${markdown.requestAbove}` : ''}`;
      const parts = [lead, ...(command && !isShown ? [fenced('sh', command)] : []), after.filter(Boolean).join(' ')];
      return indented(parts.filter(Boolean).join('\n\n'), `${index + 1}. `.length);
    })
    .join('\n\n');
}

/** How the responses that lead to a cause arrive, each once. */
export function arrivals(
  { answers = [], items }: Pick<CausesOfType, 'answers' | 'items'>,
  cause: string,
  usual: number,
  t: EntryWords,
): string[] {
  const own = answers.filter(({ causes = [] }) => causes.includes(cause));
  return [...new Set(own.map((answer) => arrival(answer, usual, items, t)))];
}

/** How an answer arrives: status and title where they differ, its text, and what the request has. */
function arrival(
  answer: Answer,
  usual: number,
  items: CausesOfType['items'],
  { markdown, problem }: EntryWords,
): string {
  const { detail, title, status, members, item, routes, request } = answer;
  const part = itemText(items, item);
  const values = Object.entries({ ...members, ...(part?.rest ?? item) }).map(([name, value]) =>
    markdown.member(code(name), code(dotted(value))),
  );
  const headers = Object.entries(request ?? {}).map(([name, value]) =>
    value === false ? markdown.withoutHeader(code(name)) : markdown.withHeader(code(name)),
  );
  const places = routes && routes.length < 4 ? [problem.onRoutes(routes.map(code).join(', '))] : [];
  return [
    ...(status !== undefined && status !== usual ? [String(status)] : []),
    ...(title ? [detail ? markdown.asTitleOf(code(title)) : markdown.asTitle(code(title))] : []),
    ...(part ? [code(part.text)] : []),
    ...(detail ? [code(dotted(detail))] : []),
    ...values,
    ...headers,
    ...places,
  ].join(' ');
}

/** What to put where the requests have angle brackets. */
export function placeholders(
  text: string,
  { label }: EntryWords,
  known: Readonly<Record<string, string>> = {},
): string {
  const used = Object.entries(known).filter(([name]) => text.includes(`<${name}>`));
  const lines = used.map(([name, meaning]) => `- ${code(`<${name}>`)}: ${meaning}`);
  return lines.length > 0 ? `### ${label.placeholders}\n\n${lines.join('\n')}` : '';
}
