import type { Catalog, ProblemType } from '../catalog/catalog.ts';
import { plain } from './markdown-parts.ts';
import { sectionsOf, type Variant } from './markdown-sections.ts';
import { fixersText, retryWords } from './words.ts';

/** Catalog -> Markdown: the twin of a page, for agents and terminals, and the list of all. */

/** Largest twin, in bytes: agents cut what is longer. */
export const twinBytes = 4096;

/**
 * The Markdown twin of a problem page, which is also the text of `explain`. Verdict, fix and example come first; what does
 * not fit into {@link twinBytes} is shortened, the least important first.
 */
export function problemMarkdown(catalog: Catalog, problem: ProblemType): string {
  const head = [
    frontMatter(problem),
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

/** The list of all problem types, by category; the size grows with their number alone. */
export function catalogMarkdown(catalog: Catalog): string {
  const { facts, problems } = catalog;
  const lines = [`# ${plain(facts.name)} problem types`, '', `> ${facts.description}`, ''];
  lines.push(`${problems.length} problem types. A type URI plus \`.md\`, \`.json\` or \`.schema.json\` gives a twin.`);
  for (const [key, list] of byCategory(catalog)) {
    const category = facts.categories[key];
    lines.push('', `## ${plain(category?.title ?? key)}`, '', ...(category ? [category.summary, ''] : []));
    lines.push(...list.map(listItem));
  }
  return `${lines.join('\n')}\n`;
}

/** One line about a problem type, with a link to its twin. */
export function listItem({ entry, markdownUri, name, statuses }: ProblemType): string {
  const retired = entry.retired ? ` Retired in ${entry.retired.in}.` : '';
  return `- [${plain(entry.title)}](${markdownUri}): \`${name}\`, ${statuses.join(' or ')}. ${entry.summary}${retired}`;
}

/** Problem types by category key, in the catalog's order, without empty categories. */
export function byCategory({ facts, problems }: Catalog): Map<string, ProblemType[]> {
  const groups = new Map<string, ProblemType[]>(Object.keys(facts.categories).map((key) => [key, []]));
  for (const problem of problems) groups.get(problem.entry.category)?.push(problem);
  return new Map([...groups].filter(([, list]) => list.length > 0));
}

function frontMatter({ entry, statuses, typeUri }: ProblemType): string {
  const lines = [
    `type: ${typeUri}`,
    `title: ${JSON.stringify(entry.title)}`,
    `status: ${statuses.length > 1 ? `[${statuses.join(', ')}]` : statuses[0]}`,
    `category: ${entry.category}`,
    `retry: ${entry.retry.when}`,
    `fixedBy: [${entry.fixedBy.join(', ')}]`,
  ];
  if (entry.since) lines.push(`since: ${entry.since}`);
  if (entry.retired) lines.push(`deprecated: ${entry.retired.in}`);
  return `---\n${lines.join('\n')}\n---`;
}

function verdict({ entry }: ProblemType): string {
  return [
    `- **Do this now:** ${entry.now}`,
    `- **Retry?** ${retryWords[entry.retry.when]}. ${entry.retry.because}`,
    `- **Who fixes it?** ${fixersText(entry.fixedBy)}.`,
  ].join('\n');
}

function links({ jsonUri, schemaUri, typeUri }: ProblemType): string {
  return `[Page](${typeUri}) · [JSON](${jsonUri}) · [JSON Schema](${schemaUri})`;
}
