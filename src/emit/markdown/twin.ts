import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { fixersOf } from '#catalog/causes.ts';
import { fixersText } from '#catalog/words.ts';
import { indexUrl, plain } from './parts.ts';
import { sectionsOf } from './sections.ts';

/** Catalog -> Markdown: the whole of a problem page, for agents and terminals. The verdict and the causes come first. */
export function problemMarkdown(catalog: Catalog, problem: ProblemType): string {
  const { entry } = problem;
  const parts = [
    frontMatter(catalog, problem),
    `# ${plain(entry.title)}`,
    `> ${entry.summary}`,
    verdict(catalog, problem),
    ...sectionsOf(catalog, problem),
    links(catalog, problem),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Versions are quoted: YAML reads 3.10 as the number 3.1. */
function frontMatter(catalog: Catalog, { entry, statuses, typeUri }: ProblemType): string {
  const lines = [
    `type: ${typeUri}`,
    `title: ${JSON.stringify(entry.title)}`,
    `status: ${statuses.length === 1 ? statuses[0] : `[${statuses.join(', ')}]`}`,
    `category: ${entry.category}`,
    `retry: ${entry.retry.when}`,
    `fixedBy: [${fixersOf(entry).join(', ')}]`,
    `causes: [${Object.keys(entry.causes).join(', ')}]`,
  ];
  if (entry.since) lines.push(`since: ${JSON.stringify(entry.since)}`);
  if (entry.retired) lines.push(`deprecated: ${JSON.stringify(entry.retired.in)}`);
  lines.push(`index: ${indexUrl(catalog)}`);
  return `---\n${lines.join('\n')}\n---`;
}

function verdict({ translation: t }: Catalog, { entry }: ProblemType): string {
  return [
    `- **${t.label.now}:** ${entry.now}`,
    `- **${t.label.retry}:** ${t.retry[entry.retry.when]}. ${entry.retry.because}`,
    `- **${t.label.fixer}:** ${fixersText(fixersOf(entry), t)}.`,
  ].join('\n');
}

function links({ translation }: Catalog, { jsonUri, pageUri, schemaUri }: ProblemType): string {
  return `[${translation.markdown.page}](${pageUri}) · [JSON](${jsonUri}) · [JSON Schema](${schemaUri})`;
}
