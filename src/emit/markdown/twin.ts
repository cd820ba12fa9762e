import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { fixersOf } from '#catalog/causes.ts';
import { fixersText, retryWords } from '#catalog/words.ts';
import { indexUrl, plain } from './parts.ts';
import { sectionsOf, type Variant } from './sections.ts';

/** Catalog -> Markdown: the twin of a problem page, for agents and terminals. */

/** Largest twin, in bytes: agents cut what is longer. */
export const twinBytes = 4096;

/**
 * The Markdown twin of a problem page, which is also the text of `explain`. Verdict, fix and example come first; what does
 * not fit into {@link twinBytes} is shortened, the least important first.
 */
export function problemMarkdown(catalog: Catalog, problem: ProblemType): string {
  const head = [
    frontMatter(catalog, problem),
    `# ${plain(problem.entry.title)}`,
    `> ${problem.entry.summary}`,
    verdict(problem),
  ];
  const sections = sectionsOf(catalog, problem);
  const cuts = [...new Set(sections.flatMap((section) => section.map(({ cut }) => cut)))].sort((a, b) => a - b);
  let text = '';
  for (const level of cuts) {
    const chosen = sections.map((section) => atLevel(section, level));
    const rest = level > 0 ? [`Shortened. The whole page: ${problem.typeUri}`] : [];
    text = `${[...head, ...chosen, links(problem), ...rest].filter(Boolean).join('\n\n')}\n`;
    if (Buffer.byteLength(text) <= twinBytes) break;
  }
  return text;
}

/** The shortest variant that `level` asks for. */
function atLevel(section: readonly Variant[], level: number): string {
  return section.findLast(({ cut }) => cut <= level)?.text ?? '';
}

function frontMatter(catalog: Catalog, { entry, statuses, typeUri }: ProblemType): string {
  const lines = [
    `type: ${typeUri}`,
    `title: ${JSON.stringify(entry.title)}`,
    `status: ${statuses.length > 1 ? `[${statuses.join(', ')}]` : statuses[0]}`,
    `category: ${entry.category}`,
    `retry: ${entry.retry.when}`,
    `fixedBy: [${fixersOf(entry).join(', ')}]`,
  ];
  if (entry.since) lines.push(`since: ${entry.since}`);
  if (entry.retired) lines.push(`deprecated: ${entry.retired.in}`);
  lines.push(`index: ${indexUrl(catalog)}`);
  return `---\n${lines.join('\n')}\n---`;
}

function verdict({ entry }: ProblemType): string {
  return [
    `- **Do this now:** ${entry.now}`,
    `- **Retry?** ${retryWords[entry.retry.when]}. ${entry.retry.because}`,
    `- **Who fixes it?** ${fixersText(fixersOf(entry))}.`,
  ].join('\n');
}

function links({ jsonUri, schemaUri, typeUri }: ProblemType): string {
  return `[Page](${typeUri}) · [JSON](${jsonUri}) · [JSON Schema](${schemaUri})`;
}
