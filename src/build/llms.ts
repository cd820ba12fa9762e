import type { Catalog, ProblemType } from '../catalog/catalog.ts';
import type { Files } from './files.ts';
import { byCategory, listItem, problemMarkdown } from './markdown.ts';
import { plain } from './markdown-parts.ts';

/** Longest `llms.txt`, in characters: above it each category gets a file of its own. */
export const llmsLength = 50_000;

/**
 * Catalog -> `llms.txt` and `llms-full.txt`, and `llms/<category>.txt` where one list would be too long. Paths are
 * relative to the folder that the site is served from, which is `base` of the catalog's site.
 */
export function llmsFiles(catalog: Catalog): Files {
  const files = new Map<string, string>();
  const groups = byCategory(catalog);
  const flat = llmsText(
    catalog,
    [...groups].map(([key, list]) => [key, list.map(listItem)] as const),
  );
  if (flat.length <= llmsLength) {
    files.set('llms.txt', flat);
  } else {
    const { origin, base } = catalog.site;
    const home = origin + (base === '/' ? '' : base);
    const list = [...groups].map(([key, { length }]) => {
      const title = plain(catalog.facts.categories[key]?.title ?? key);
      return `- [${title}](${home}/llms/${key}.txt): ${length} problem types. ${catalog.facts.categories[key]?.summary ?? ''}`.trim();
    });
    files.set('llms.txt', llmsText(catalog, [[undefined, list]]));
    for (const [key, problems] of groups) files.set(`llms/${key}.txt`, categoryText(catalog, key, problems));
  }
  files.set('llms-full.txt', fullText(catalog));
  return files;
}

type Group = readonly [category: string | undefined, lines: readonly string[]];

function llmsText({ facts }: Catalog, groups: readonly Group[]): string {
  const { baseUri, name } = facts;
  const home = baseUri.slice(0, baseUri.lastIndexOf('/'));
  return text([
    ...opening(name, facts.description),
    `Errors of ${plain(name)} are RFC 9457 problem details. The member \`type\` is the address of its page; plus \`.md\` it gives Markdown.`,
    ...groups.flatMap(([key, lines]) => {
      const title = key === undefined ? 'Problem types by category' : plain(facts.categories[key]?.title ?? key);
      return ['', `## ${title}`, '', ...lines];
    }),
    '',
    '## Optional',
    '',
    `- [All problem types](${baseUri}.md): one line each, Markdown.`,
    `- [Catalog](${baseUri}.json): all entries as data.`,
    `- [OpenAPI components](${home}/openapi.json): schemas, examples and responses.`,
    `- [OpenAPI Overlay](${home}/overlay.json): adds the problem responses to a description of the API.`,
    `- [Everything](${home}/llms-full.txt): all twins in one text.`,
  ]);
}

function categoryText({ facts }: Catalog, key: string, problems: readonly ProblemType[]): string {
  const category = facts.categories[key];
  const summary = category?.summary ?? facts.description;
  return text([...opening(`${facts.name}: ${category?.title ?? key}`, summary), ...problems.map(listItem)]);
}

function fullText(catalog: Catalog): string {
  const { name, description } = catalog.facts;
  const twins = catalog.problems.map((problem) => {
    const body = problemMarkdown(catalog, problem).replace(/^---\n[\s\S]*?\n---\n\n/, '');
    return body.replace(/^(# .*)\n/, `$1\n\nType: ${problem.typeUri}\n`).replace(/^(#+ )/gm, '#$1');
  });
  return text([...opening(name, description), twins.join('\n').trimEnd()]);
}

function opening(title: string, quote: string): string[] {
  return [`# ${plain(title)}`, '', `> ${quote}`, ''];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
