import type { Catalog } from '#catalog/catalog.ts';
import type { Retry } from '#catalog/entry.ts';
import type { Question } from '#catalog/facts.ts';
import { questionCard } from '#catalog/question-cards.ts';
import { code, plain } from './parts.ts';

/** Questions as Markdown: each is a heading, with the causes or types that it leads to. */
export function questionsMarkdown(catalog: Catalog, questions: readonly Question[], status?: number): string[] {
  const names = new Set(catalog.problems.map(({ name }) => name));
  const isKnown = (reference: string) => names.has(reference.replace(/#.*/, ''));
  return questions.flatMap(({ ask, note, types }) => [
    `## ${ask}`,
    ...(note ? [note] : []),
    types
      .filter(isKnown)
      .map((reference) => answer(catalog, reference, status))
      .join('\n'),
  ]);
}

function answer({ problems, translation: t }: Catalog, reference: string, status: number | undefined): string {
  const { problem, cause, texts } = questionCard(problems, reference, status);
  const { entry, markdownUri } = problem;
  const retry = t.inSentence(t.retry[(cause ?? entry).retry.when as Retry]);
  const label = cause ? (cause.short ?? cause.cause).replace(/\.$/, '') : plain(entry.title);
  return [
    `- ${status === undefined ? `${problem.status} ` : ''}[${label}](${markdownUri}${cause ? `#${cause.name}` : ''}) **${code(reference)}**`,
    ...(cause ? [] : [`  - ${entry.summary}`]),
    ...texts.map((text) => `  - ${code(text)}`),
    `  - ${t.label.retry}: ${retry}`,
  ].join('\n');
}
