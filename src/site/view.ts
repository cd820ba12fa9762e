import { settingsOf } from '#catalog/causes.ts';
import { replacedBy } from '#catalog/former.ts';
import { historyOf } from '#catalog/history.ts';
import type { Member } from '#catalog/members.ts';
import { serverText } from '#catalog/text.ts';
import type { ProblemType, Site } from './context.ts';
import { type Markdown, markdown } from './markdown/markdown.ts';

/** What every section of a problem page is made from. */
export interface View {
  readonly site: Site;
  readonly problem: ProblemType;
  readonly md: Markdown;
  /** Server and version, as in running text. */
  readonly server: string;
}

/** Sections of a page: the first three are open, the others fold. */
export const sectionIds = [
  'causes',
  'example',
  'code',
  'why',
  'prevent',
  'routes',
  'operators',
  'observed',
  'history',
  'machine',
] as const;
export type SectionId = (typeof sectionIds)[number];

export interface Section {
  readonly id: SectionId;
  readonly text: string;
  /** How many things a folded section has. */
  readonly count: number | undefined;
  readonly isFolded: boolean;
}

export function viewOf(site: Site, problem: ProblemType): View {
  const { server } = site.catalog.facts;
  return { site, problem, md: markdown(site, problem.name), server: serverText(server) };
}

/** Members of every problem type: those of RFC 9457, then those of the catalog. */
export function commonMembers({ catalog }: Site): Member[] {
  const properties = catalog.problems[0]?.schema.properties ?? {};
  return [
    ...['type', 'title', 'status', 'detail', 'instance'].map((name) => ({
      name,
      required: name === 'type',
      type: name === 'status' ? 'number' : 'string',
      description: String(properties[name]?.description ?? ''),
      schema: {},
    })),
    ...catalog.common.members,
  ];
}

/** Sections of a page in order, those without content left out. */
export function sectionsOf({ site: { catalog, t }, problem }: View): Section[] {
  const { entry, name } = problem;
  const { operators, monitor, prevent, endpoints, observed } = entry;
  const history = historyOf(catalog.history, name);
  const hasHistory = history || entry.since || replacedBy(catalog, name).length > 0;
  const { sections } = t.problem;
  const isThere: Partial<Record<SectionId, unknown>> = {
    prevent,
    routes: endpoints,
    operators: operators || monitor || settingsOf(problem).length > 0,
    observed: observed?.differences,
    history: hasHistory,
  };
  const counts: Partial<Record<SectionId, number | undefined>> = {
    routes: endpoints?.length,
    observed: observed?.differences?.length,
    history: history?.releases.length || undefined,
  };
  return sectionIds.flatMap((id) => {
    const isFolded = !['causes', 'example', 'code'].includes(id);
    const isLeftOut = id in isThere && !isThere[id];
    return isLeftOut ? [] : [{ id, text: sections[id], count: counts[id], isFolded }];
  });
}
