import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '../files.ts';
import { byCategory, listItem, listPages, type TwinLink, twinLink } from './lists.ts';
import { demoted, plain } from './parts.ts';
import { problemMarkdown } from './twin.ts';

/** Longest `llms.txt`, in characters: above it the lists of the categories stand for the problem types. */
export const llmsLength = 50_000;

/** Longest `llms-full.txt`, in characters: above it there is none. Hosts refuse larger files, and no reader takes them. */
export const fullLength = 10_000_000;

/**
 * Catalog -> `llms.txt` and `llms-full.txt`. Paths are relative to the folder that the site is served from, which is `base`
 * of the catalog's site.
 * @param pages the prose pages, which have Markdown twins too
 */
export function llmsFiles(catalog: Catalog, pages: readonly TwinLink[] = []): Files {
  const full = fullText(catalog);
  const isShort = full !== undefined;
  const { categories, statuses, routes } = listPages(catalog);
  const groups: Section[] = [...byCategory(catalog)].map(([key, list]) => [
    plain(catalog.facts.categories[key]?.title ?? key),
    list.map(listItem),
  ]);
  const guides: Section = ['Guides and tools', pages.map(twinLink)];
  const byRoute: Section = ['Problem types by route', routes.map(twinLink)];
  const lists: Section = ['Problem types by category and status', [...categories, ...statuses].map(twinLink)];
  const whole = [
    [...groups, guides, lists, byRoute],
    [lists, guides, byRoute],
    [lists, guides],
  ].map((sections) => llmsText(catalog, sections, isShort));
  const fitting = whole.find((text) => text.length <= llmsLength) ?? (whole.at(-1) as string);
  return new Map([['llms.txt', fitting], ...(isShort ? [['llms-full.txt', full] as const] : [])]);
}

type Section = readonly [title: string, lines: readonly string[]];

function llmsText({ facts, problems, site }: Catalog, sections: readonly Section[], isShort: boolean): string {
  const { name } = facts;
  const isAddress = problems.every(({ pageUri, typeUri }) => pageUri === typeUri);
  const { indexUri } = site;
  const home = site.origin + site.root;
  return text([
    ...opening(name, facts.description),
    `Errors of ${plain(name)} are RFC 9457 problem details. ${isAddress ? 'The member `type` is the address of its page' : 'The member `type` is the type URI, which its page names'}; plus \`.md\` ${isAddress ? 'it' : 'the address of the page'} gives Markdown, plus \`.json\` the entry as data, plus \`.schema.json\` the JSON Schema.`,
    '',
    'Data of the whole catalog:',
    '',
    `- All entries: ${indexUri}.json`,
    `- OpenAPI components, with schemas, examples and responses: ${home}/openapi.json`,
    `- OpenAPI Overlay, which adds the problem responses to a description of the API: ${home}/overlay.json`,
    ...sections.flatMap(([title, lines]) => (lines.length > 0 ? ['', `## ${title}`, '', ...lines] : [])),
    '',
    '## Optional',
    '',
    `- [All problem types](${indexUri}.md): one line each, Markdown.`,
    ...(isShort ? [`- [Everything](${home}/llms-full.txt): all twins in one text.`] : []),
  ]);
}

/** Undefined: it would be too long. */
function fullText(catalog: Catalog): string | undefined {
  const { name, description } = catalog.facts;
  const twins: string[] = [];
  let length = 0;
  for (const problem of catalog.problems) {
    const body = problemMarkdown(catalog, problem).replace(/^---\n[\s\S]*?\n---\n\n/, '');
    const twin = demoted(body.replace(/^(# .*)\n/, `$1\n\nType: ${problem.typeUri}\n`));
    twins.push(twin);
    length += twin.length;
    if (length > fullLength) return undefined;
  }
  return text([...opening(name, description), twins.join('\n').trimEnd()]);
}

function opening(title: string, quote: string): string[] {
  return [`# ${plain(title)}`, '', `> ${quote}`, ''];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
