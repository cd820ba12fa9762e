import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '../files.ts';
import { areAddresses, byCategory, listItem, listPages, type TwinLink, twinLink } from './lists.ts';
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
  const t = catalog.translation;
  const full = fullText(catalog);
  const isShort = full !== undefined;
  const { categories, statuses, routes } = listPages(catalog);
  const groups: Section[] = [...byCategory(catalog)].map(([key, list]) => [
    plain(catalog.facts.categories[key]?.title ?? key),
    list.map((problem) => listItem(t, problem)),
  ]);
  const guides: Section = [t.llms.guides, pages.map(twinLink)];
  const byRoute: Section = [t.llms.routes, routes.map(twinLink)];
  const lists: Section = [t.llms.lists, [...categories, ...statuses].map(twinLink)];
  const whole = [
    [...groups, guides, lists, byRoute],
    [lists, guides, byRoute],
    [lists, guides],
  ].map((sections) => llmsText(catalog, sections, isShort));
  const fitting = whole.find((text) => text.length <= llmsLength) ?? (whole.at(-1) as string);
  return new Map([['llms.txt', fitting], ...(isShort ? [['llms-full.txt', full] as const] : [])]);
}

type Section = readonly [title: string, lines: readonly string[]];

function llmsText(catalog: Catalog, sections: readonly Section[], isShort: boolean): string {
  const { facts, site, translation } = catalog;
  const { name } = facts;
  const { label, llms } = translation;
  const { indexUri } = site;
  const home = site.origin + site.root;
  return text([
    ...opening(name, facts.description),
    llms.errors(plain(name), areAddresses(catalog)),
    '',
    llms.data,
    '',
    `- ${llms.entries}: ${indexUri}.json`,
    `- ${llms.openapi}: ${home}/openapi.json`,
    `- ${llms.overlay}: ${home}/overlay.json`,
    ...sections.flatMap(([title, lines]) => (lines.length > 0 ? ['', `## ${title}`, '', ...lines] : [])),
    '',
    '## Optional',
    '',
    `- [${label.allTypes}](${indexUri}.md): ${llms.allTypes}`,
    ...(isShort ? [`- [${llms.everything}](${home}/llms-full.txt): ${llms.allTwins}`] : []),
  ]);
}

/** Undefined: it would be too long. */
function fullText(catalog: Catalog): string | undefined {
  const { name, description } = catalog.facts;
  const twins: string[] = [];
  let length = 0;
  for (const problem of catalog.problems) {
    const body = problemMarkdown(catalog, problem).replace(/^---\n[\s\S]*?\n---\n\n/, '');
    const twin = demoted(body.replace(/^(# .*)\n/, `$1\n\n${catalog.translation.llms.type}: ${problem.typeUri}\n`));
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
