import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { exampleValues, itemText } from '#catalog/causes.ts';
import type { Fixer, Request, Retry } from '#catalog/entry.ts';
import { curlText } from '#catalog/request.ts';
import { dotted } from '#catalog/text.ts';
import { fixerWords, reasonPhrase, retryWords } from '#catalog/words.ts';
import type { Answer, Cause, CauseStep, CausesOfType } from '#runtime/causes/cause.ts';
import { filledFix } from '#runtime/causes/fill.ts';
import { capitalized, code, fenced, indented } from './parts.ts';

/** A cause as Markdown: how to tell it, its steps, and how it arrives. */

/** @param shown requests that stand above already, and are not repeated; those of this cause are added */
export function causeMarkdown(catalog: Catalog, problem: ProblemType, cause: Cause, shown: Set<string>): string {
  const { entry, answers, status } = problem;
  const { name, address, tell, fixedBy, retry, sent, retired } = cause;
  const arrives = arrivals({ answers, items: entry.items }, name, status);
  const facts = [
    `- **Address:** ${address}`,
    ...(sent === 'no' ? ['- Documented, but never sent.'] : []),
    ...(sent === 'in-special-cases' ? ['- Sent in special cases only.'] : []),
    ...(retired ? [`- Gone since ${retired.in}. ${retired.because}`] : []),
    ...(tell ? [`- **How to tell:** ${tell}`] : []),
    ...(arrives.length > 0 ? [`- **In the response:** ${arrives.join('; ')}.`] : []),
    ...(fixedBy === entry.fixedBy ? [] : [`- **Who can fix it:** ${fixerWords[fixedBy as Fixer]}.`]),
    ...(retry.when === entry.retry.when ? [] : [`- **Retry:** ${retryWords[retry.when as Retry]}. ${retry.because}`]),
  ];
  const fix = filledFix(cause.fix, exampleValues(problem, catalog.facts, name));
  return [`### ${name}`, cause.cause, facts.join('\n'), stepsMarkdown(catalog, fix, shown)].join('\n\n');
}

/** Steps as a numbered list, with their requests as curl commands. */
export function stepsMarkdown(
  { facts }: { readonly facts: { readonly server: { readonly url: string } } },
  steps: readonly CauseStep[],
  shown: Set<string>,
): string {
  return steps
    .map(({ step, when, request, expect, note, settings = [] }, index) => {
      const command = request && curlText(request as Request, facts.server.url);
      const isShown = command !== undefined && shown.has(command);
      if (command !== undefined) shown.add(command);
      const after = [
        expect ? `Expected response: ${expect} ${reasonPhrase(expect)}.` : '',
        note ?? '',
        settings.length > 0 ? `Settings: ${settings.map(code).join(', ')}.` : '',
      ];
      const lead = `${index + 1}. ${when ? `*${capitalized(when)}:* ` : ''}${step}${isShown ? ' (The request is above.)' : ''}`;
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
): string[] {
  const own = answers.filter(({ causes = [] }) => causes.includes(cause));
  return [...new Set(own.map((answer) => arrival(answer, usual, items)))];
}

/** How an answer arrives: status and title where they differ, its text, and what the request has. */
function arrival(answer: Answer, usual: number, items: CausesOfType['items']): string {
  const { detail, title, status, members, item, routes, request } = answer;
  const part = itemText(items, item);
  const values = Object.entries({ ...members, ...(part?.rest ?? item) }).map(
    ([name, value]) => `${code(name)} is ${code(dotted(value))}`,
  );
  const headers = Object.entries(request ?? {}).map(
    ([name, value]) => `${value === false ? 'without' : 'with'} ${code(name)} in the request`,
  );
  const places = routes && routes.length < 4 ? [`on ${routes.map(code).join(', ')}`] : [];
  return [
    ...(status !== undefined && status !== usual ? [String(status)] : []),
    ...(title ? [`${code(title)} as title${detail ? ', with' : ''}`] : []),
    ...(part ? [code(part.text)] : []),
    ...(detail ? [code(dotted(detail))] : []),
    ...values,
    ...headers,
    ...places,
  ].join(' ');
}

/** What to put where the requests have angle brackets. */
export function placeholders(text: string, known: Readonly<Record<string, string>> = {}): string {
  const used = Object.entries(known).filter(([name]) => text.includes(`<${name}>`));
  const lines = used.map(([name, meaning]) => `- ${code(`<${name}>`)}: ${meaning}`);
  return lines.length > 0 ? `### Placeholders\n\n${lines.join('\n')}` : '';
}
