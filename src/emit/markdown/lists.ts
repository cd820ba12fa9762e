import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { fixersOf } from '#catalog/causes.ts';
import { type RoutePage, routePages } from '#catalog/route-pages.ts';
import { statusesText } from '#catalog/text.ts';
import type { Translation } from '#catalog/translations/index.ts';
import { fixersText, reasonPhrase } from '#catalog/words.ts';
import type { Files } from '../files.ts';
import { code, indexLine, plain } from './parts.ts';
import { questionsMarkdown } from './questions.ts';

/** Catalog -> Markdown twins of the pages that list problem types: all of them, by category, by status, by route. */

/** Longest list in one file, in characters: agents cut what is longer. */
export const listLength = 50_000;

/** A link to a Markdown twin, and what it says. */
export interface TwinLink {
  readonly url: string;
  readonly title: string;
  /** One or two sentences. */
  readonly summary: string;
}

/** The pages by category, by status and by route. */
export function listPages(catalog: Catalog): Record<'categories' | 'statuses' | 'routes', TwinLink[]> {
  const { categories, statuses: noted = {} } = catalog.facts;
  const { indexUri } = catalog.site;
  const t = catalog.translation;
  const byCode = byStatus(catalog);
  const statuses = [...new Set([...byCode.keys(), ...Object.keys(noted).map(Number)])].sort((a, b) => a - b);
  return {
    categories: [...byCategory(catalog)].map(([key, list]) => ({
      url: `${indexUri}/category/${key}.md`,
      title: categories[key]?.title ?? key,
      summary: `${t.problemTypes(list.length)}. ${categories[key]?.summary ?? ''}`.trim(),
    })),
    statuses: statuses.map((status) => ({
      url: `${indexUri}/status/${status}.md`,
      title: `${status} ${reasonPhrase(status)}`,
      summary: byCode.has(status) ? `${t.problemTypes(byCode.get(status)?.length ?? 0)}.` : t.markdown.noType,
    })),
    routes: [...routePages(catalog).values()].map(({ route, slug, answers }) => ({
      url: `${indexUri}/route/${slug}.md`,
      title: route,
      summary: `${t.problemTypes(answers.length)}.`,
    })),
  };
}

/** Every twin of a list page, by path below the folder of the site; a list that is too long goes on in a second file. */
export function listFiles(catalog: Catalog): Files {
  const { facts, site, translation: t } = catalog;
  const all = `## ${t.label.allTypes}`;
  const files = new Map([[`${site.segment}.md`, catalogMarkdown(catalog)]]);
  const put = (path: string, head: readonly string[], lines: readonly string[]) => {
    for (const [file, text] of parts(catalog, path, head, lines)) files.set(file, text);
  };
  for (const [key, list] of byCategory(catalog)) {
    const { title = key, summary = '', questions = [] } = facts.categories[key] ?? {};
    const asked = questionsMarkdown(catalog, questions);
    put(
      `${site.segment}/category/${key}`,
      [`# ${plain(title)}`, `> ${summary}`, ...asked, ...(asked.length > 0 ? [all] : [])],
      list.map((problem) => line(t, problem)),
    );
  }
  for (const [status, list] of byStatus(catalog)) {
    const asked = questionsMarkdown(catalog, facts.statuses?.[status]?.questions ?? [], status);
    put(
      `${site.segment}/status/${status}`,
      [
        `# ${t.markdown.statusTitle(status)}`,
        t.lists.namesOne(list.length),
        ...asked,
        ...(asked.length > 0 ? [all] : []),
      ],
      list.map((problem) => line(t, problem)),
    );
  }
  for (const page of routePages(catalog).values()) {
    const lines = page.answers.map(({ problem, when }) => line(t, problem, when));
    put(`${site.segment}/route/${page.slug}`, routeHead(catalog, page), lines);
  }
  return files;
}

/** The list of all problem types, by category; of the categories alone where all would be too long. */
export function catalogMarkdown(catalog: Catalog): string {
  const { facts, problems, translation: t } = catalog;
  const { categories, statuses, routes } = listPages(catalog);
  const head = [
    `# ${t.frame.title(plain(facts.name))}`,
    `> ${facts.description}`,
    indexLine(catalog),
    `${t.problemTypes(problems.length)}${t.lists.byCategory}. ${t.markdown.suffixes(areAddresses(catalog))}`,
  ];
  const links = (list: readonly TwinLink[]) => list.map(twinLink).join('\n');
  const tail = [
    ...(statuses.length > 0 ? [`## ${t.lists.byStatus}`, links(statuses)] : []),
    ...(routes.length > 0 ? [`## ${t.lists.byRoute}`, links(routes)] : []),
  ];
  const groups = [...byCategory(catalog)].flatMap(([key, list]) => {
    const { title = key, summary } = facts.categories[key] ?? {};
    return [`## ${plain(title)}`, ...(summary ? [summary] : []), list.map((problem) => line(t, problem)).join('\n')];
  });
  const whole = joined([...head, ...groups, ...tail]);
  if (whole.length <= listLength) return whole;
  const short = joined([...head, `## ${t.home.byCategory}`, links(categories), ...tail]);
  if (short.length <= listLength) return short;
  const rest = `${t.markdown.otherLists}: ${catalog.site.indexUri}`;
  return joined([...head, `## ${t.home.byCategory}`, links(categories), rest]);
}

/** Whether each type URI is the address of a page. */
export function areAddresses({ problems }: Catalog): boolean {
  return problems.every(({ pageUri, typeUri }) => pageUri === typeUri);
}

/** One line about a problem type, with a link to its twin. */
export function listItem(t: Translation, { entry, markdownUri, name, statuses }: ProblemType): string {
  const retired = entry.retired ? ` ${t.problem.retiredIn(entry.retired.in)}` : '';
  return `- [${plain(entry.title)}](${markdownUri}): \`${name}\`, ${statusesText(statuses, t)}. ${entry.summary}${retired}`;
}

/** A link to a twin, as an item of a list. */
export function twinLink({ url, title, summary }: TwinLink): string {
  return `- [${plain(title)}](${url}): ${summary}`;
}

/** Problem types by category key, in the catalog's order, without empty categories. */
export function byCategory({ facts, problems }: Catalog): Map<string, ProblemType[]> {
  const groups = new Map<string, ProblemType[]>(Object.keys(facts.categories).map((key) => [key, []]));
  for (const problem of problems) groups.get(problem.entry.category)?.push(problem);
  return new Map([...groups].filter(([, list]) => list.length > 0));
}

function byStatus({ problems }: Catalog): Map<number, ProblemType[]> {
  const groups = new Map<number, ProblemType[]>();
  for (const problem of problems) {
    for (const status of problem.statuses) {
      const list = groups.get(status);
      if (list) list.push(problem);
      else groups.set(status, [problem]);
    }
  }
  return new Map([...groups].sort(([a], [b]) => a - b));
}

/** A problem type in a list, with its verdict. */
function line(t: Translation, { entry, markdownUri, name, statuses }: ProblemType, when?: string): string {
  const state = entry.retired ? t.state.retired : entry.observed?.sent === 'no' ? t.state.unsent : '';
  const note = state && ` *${t.inSentence(state)}*`;
  const verdict = t.search.verdict(t.retry[entry.retry.when], fixersText(fixersOf(entry), t));
  const about = when ? `${entry.summary} ${t.problem.onlySome(when)}` : entry.summary;
  return `- [${plain(entry.title)}](${markdownUri}) \`${name}\`${note}: ${statusesText(statuses, t)}. ${about} ${verdict}`;
}

function routeHead(
  { facts, translation: { label, lists, problemTypes } }: Catalog,
  { route, answers }: RoutePage,
): string[] {
  const known = facts.routes?.[route];
  const takes = (['headers', 'query', 'body'] as const).flatMap((part) => {
    const names = Object.entries(known?.[part] ?? {}).map(([name, presence]) => {
      const text = name === '*' ? lists.anyOther : code(name);
      return presence === 'required' ? `${text} ${label.required}` : text;
    });
    return names.length > 0 ? [`- ${lists.parts[part]}: ${names.join(', ')}`] : [];
  });
  const facets = [...(known?.access ? [`- ${lists.access}: ${known.access}`] : []), ...takes];
  return [
    `# ${lists.route(code(route))}`,
    `${known ? `${known.summary}. ` : ''}${problemTypes(answers.length)}.`,
    ...(facets.length > 0 ? [facets.join('\n'), `## ${label.types}`] : []),
  ];
}

/** A list, cut where it gets too long for one file: `status/400.md`, `status/400.2.md`. */
function parts(
  catalog: Catalog,
  path: string,
  head: readonly string[],
  lines: readonly string[],
): [path: string, text: string][] {
  const { markdown } = catalog.translation;
  const [title = '', ...about] = head;
  const chunks: string[][] = [[]];
  let length = head.join('\n\n').length;
  for (const each of lines) {
    if (length + each.length > listLength - 500) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(each);
    length += each.length + 1;
  }
  const file = (part: number) => (part === 1 ? `${path}.md` : `${path}.${part}.md`);
  const url = (part: number) => catalog.site.indexUri + file(part).slice(catalog.site.segment.length);
  return chunks.map((chunk, index) => {
    const part = index + 1;
    const rest = part < chunks.length ? [markdown.goesOn(part + 1, chunks.length, url(part + 1))] : [];
    const opening = part === 1 ? about : [markdown.part(part, chunks.length)];
    return [file(part), joined([title, indexLine(catalog), ...opening, chunk.join('\n'), ...rest])];
  });
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
